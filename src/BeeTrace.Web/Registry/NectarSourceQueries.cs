using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>A nectar source of a list.</summary>
/// <param name="IsToxic">Honey from it must not be sold.</param>
/// <param name="IsInBloom">Today lies in its window.</param>
public sealed record NectarSourceRow(
    NectarSourceCode Code, string Name, Bilingual Plant, string LatinName, bool IsToxic, Bilingual County, decimal? AreaMu, bool IsPoint,
    string BloomFrom, string BloomTo, bool IsInBloom, DateOnly? ClosedOn);

/// <summary>Reads nectar sources; what grows where is no secret.</summary>
public sealed class NectarSourceQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>A page of nectar sources, first by the bloom that begins next in the year, with how many there are.</summary>
    public async Task<(IReadOnlyList<NectarSourceRow> Rows, int Total)> ListAsync(string? text, bool isClosed, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var today = work.Today;
        var found =
            from n in work.Db.NectarSources.AsNoTracking()
            where isClosed ? n.ClosedOn != null : n.ClosedOn == null
            join p in work.Db.Plants on n.Plant equals p.LatinName
            join c in work.Db.Counties on n.County equals c.Code
            select new { n, p, County = new Bilingual(c.NameZh, c.NameEn) };
        if (!string.IsNullOrWhiteSpace(text))
        {
            var pattern = Search.Pattern(text);
            found = found.Where(x => EF.Functions.ILike(x.n.Name, pattern, Search.Escape) || EF.Functions.ILike(x.p.NameZh, pattern, Search.Escape)
                || EF.Functions.ILike(x.p.NameEn, pattern, Search.Escape) || EF.Functions.ILike(x.p.LatinName, pattern, Search.Escape)
                || EF.Functions.ILike((string)(object)x.n.Code, pattern, Search.Escape));
        }

        var total = await found.CountAsync(cancel);
        var rows = await found.OrderBy(x => x.n.BloomFrom).ThenBy(x => x.n.Code).Skip(Search.Skip(page, PageSize, total)).Take(PageSize).ToListAsync(cancel);
        return (rows.ConvertAll(x => new NectarSourceRow(
            x.n.Code, x.n.Name, x.p.Name, x.p.LatinName, x.p.Toxic, x.County, x.n.AreaMu, x.n.Geojson.Contains("\"Point\"", StringComparison.Ordinal),
            x.n.BloomFrom, x.n.BloomTo, IsInBloom(x.n, today), x.n.ClosedOn)), total);
    }

    /// <summary>Every plant of the list, toxic ones too: where they grow must be known.</summary>
    public async Task<IReadOnlyList<Plant>> PlantsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Plants.AsNoTracking().OrderBy(p => p.LatinName).ToListAsync(cancel);
    }

    private static bool IsInBloom(NectarSource source, DateOnly today) =>
        MonthDay.TryParse(source.BloomFrom, out var from) && MonthDay.TryParse(source.BloomTo, out var to) && new BloomWindow(from, to).Contains(today);
}
