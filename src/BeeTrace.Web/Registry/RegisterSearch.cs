using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>In which order apiaries are listed.</summary>
public enum ApiaryOrder
{
    Code,
    Name,
    Beekeeper,

    /// <summary>Newest registration first.</summary>
    Registered,

    /// <summary>Most colonies first; only apiaries that stand somewhere today.</summary>
    Colonies,

    /// <summary>Latest arrival first; only apiaries that stand somewhere today.</summary>
    Since,
}

/// <summary>In which order beekeepers are listed.</summary>
public enum BeekeeperOrder
{
    Licence,
    Name,

    /// <summary>First to run out first.</summary>
    Expiry,
}

/// <summary>How a licence stands today.</summary>
public enum LicenceStanding
{
    /// <summary>Runs out within 90 days: the first reminder is due.</summary>
    Within90,

    /// <summary>Runs out within 30 days: the second reminder is due.</summary>
    Within30,

    /// <summary>Has run out.</summary>
    Ended,

    Valid,
}

/// <summary>Which apiaries to list; null does not filter. Without a state, merged and refused entries are left out.</summary>
/// <param name="Plant">Those that stand on this plant today, by Latin name.</param>
/// <param name="Page">From 1.</param>
public sealed record ApiaryFilter(
    string? Text = null, string? County = null, RegistrationState? State = null, BeeSpecies? Species = null, ApiaryKind? Kind = null, string? Plant = null,
    ApiaryOrder Order = ApiaryOrder.Code, int Page = 1)
{
    /// <summary>True when something is filtered.</summary>
    public bool IsNarrow => Text is not null || County is not null || State is not null || Species is not null || Kind is not null || Plant is not null;
}

/// <summary>Which beekeepers to list; null does not filter. Without a state, merged and refused entries are left out.</summary>
public sealed record BeekeeperFilter(
    string? Text = null, string? County = null, RegistrationState? State = null, BeekeeperKind? Kind = null, LicenceStanding? Licence = null,
    BeekeeperOrder Order = BeekeeperOrder.Licence, int Page = 1)
{
    /// <summary>True when something is filtered.</summary>
    public bool IsNarrow => Text is not null || County is not null || State is not null || Kind is not null || Licence is not null;
}

/// <summary>An apiary of a list, with its rough place of today.</summary>
public sealed record ApiaryLine(
    string Code, string Name, ApiaryKind Kind, BeeSpecies Species, RegistrationState State, Bilingual Beekeeper, string LicenceNumber,
    string? Plant, DateOnly? Since, int? Colonies, decimal? Latitude, decimal? Longitude);

/// <summary>A beekeeper of a list.</summary>
public sealed record BeekeeperLine(
    string LicenceNumber, Bilingual Name, BeekeeperKind Kind, string County, RegistrationState State, DateOnly LicenceExpiresOn, int Apiaries, long Colonies);

/// <summary>A page of a list that may be too long to count.</summary>
/// <param name="Total">Rows in all, or <see cref="RegisterSearch.MostCounted"/> + 1 where there are more.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Total)
{
    /// <summary>There are more rows than anybody counts.</summary>
    public bool IsMore => Total > RegisterSearch.MostCounted;
}

/// <summary>How many licences end soon or have ended; each counted to <see cref="RegisterSearch.MostCounted"/> and one.</summary>
public sealed record LicencesDue(int Within90, int Within30, int Ended);

/// <summary>Finds apiaries and beekeepers among a million, for officers; everybody else finds nothing.</summary>
public sealed class RegisterSearch(Database database)
{
    public const int PageSize = 50;

    /// <summary>House rule: a list is counted and paged through up to here; who has more narrows it.</summary>
    public const int MostCounted = 1000;

    public async Task<ListPage<ApiaryLine>> ApiariesAsync(ApiaryFilter filter, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var (text, state, species, kind) = (Words(filter.Text), filter.State?.ToString(), filter.Species?.ToString(), filter.Kind?.ToString());
        var (order, skip) = (filter.Order.ToString().ToLowerInvariant(), Skip(filter.Page));
        var found = await work.Db.Database.SqlQuery<FoundApiary>(
            $"select * from registry.find_apiaries({text}, {filter.County}, {state}, {species}, {kind}, {filter.Plant}, {order}, {skip}, {PageSize})").ToListAsync(cancel);
        return new(
            found.ConvertAll(a => new ApiaryLine(
                a.Code, a.Name, Enum.Parse<ApiaryKind>(a.Kind), Enum.Parse<BeeSpecies>(a.Species), Enum.Parse<RegistrationState>(a.State),
                new(a.BeekeeperZh, a.BeekeeperEn), a.LicenceNumber, a.Plant, a.Since, a.Colonies, (decimal?)a.Latitude, (decimal?)a.Longitude)),
            found.Count > 0 ? found[0].Total : skip);
    }

    public async Task<ListPage<BeekeeperLine>> BeekeepersAsync(BeekeeperFilter filter, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var (text, state, kind) = (Words(filter.Text), filter.State?.ToString(), filter.Kind?.ToString());
        var (licence, order, skip) = (filter.Licence?.ToString().ToLowerInvariant(), filter.Order.ToString().ToLowerInvariant(), Skip(filter.Page));
        var found = await work.Db.Database.SqlQuery<FoundBeekeeper>(
            $"select * from registry.find_beekeepers({text}, {filter.County}, {state}, {kind}, {licence}, {order}, {skip}, {PageSize})").ToListAsync(cancel);
        return new(
            found.ConvertAll(b => new BeekeeperLine(
                b.LicenceNumber, new(b.NameZh, b.NameEn), Enum.Parse<BeekeeperKind>(b.Kind), b.County, Enum.Parse<RegistrationState>(b.State), b.LicenceExpiresOn,
                b.Apiaries, b.Colonies)),
            found.Count > 0 ? found[0].Total : skip);
    }

    /// <summary>The office's reminders.</summary>
    public async Task<LicencesDue> LicencesDueAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Database.SqlQuery<LicencesDue>($"select * from registry.licences_due()").SingleOrDefaultAsync(cancel) ?? new(0, 0, 0);
    }

    /// <summary>Counties to choose from.</summary>
    public async Task<IReadOnlyList<(string Code, Bilingual Name)>> CountiesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var counties = await work.Db.Counties.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel);
        return counties.ConvertAll(c => (c.Code, c.Name));
    }

    /// <summary>What the database can look for: no control characters, and nothing where nothing was typed.</summary>
    private static string? Words(string? text)
    {
        var words = string.Concat((text ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.OtherNotAssigned)).Trim();
        return words.Length == 0 ? null : words;
    }

    private static int Skip(int page) => (int)Math.Min((Math.Max(page, 1) - 1L) * PageSize, MostCounted);

    private sealed record FoundApiary(
        string Code, string Name, string Kind, string Species, string State, string BeekeeperZh, string BeekeeperEn, string LicenceNumber,
        string? Plant, DateOnly? Since, int? Colonies, double? Latitude, double? Longitude, int Total);

    private sealed record FoundBeekeeper(
        string LicenceNumber, string NameZh, string NameEn, string Kind, string County, string State, DateOnly LicenceExpiresOn, int Apiaries, long Colonies, int Total);
}
