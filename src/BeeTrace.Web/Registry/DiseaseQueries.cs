using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>A disease that is suspected or confirmed on an apiary.</summary>
/// <param name="On">The day of the newest report of it.</param>
public sealed record OpenDisease(
    ApiaryCode Apiary, string ApiaryName, Bilingual Beekeeper, string LicenceNumber, Bilingual County, BeeDisease Disease, DiseaseState State, DateOnly On,
    int? ColoniesAffected, string? Signs);

/// <summary>Reads which diseases are about, for officers.</summary>
public sealed class DiseaseQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>One page of them, the newest report first.</summary>
    public async Task<(IReadOnlyList<OpenDisease> Rows, int Total)> ListAsync(int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var total = await Open(db).CountAsync(cancel);
        var rows = await (
            from d in Open(db)
            join a in db.Apiaries on d.ApiaryId equals a.Id
            join b in db.Beekeepers on d.BeekeeperId equals b.Id
            join c in db.Counties on a.County equals c.Code
            orderby d.On descending, d.RecordedAt descending, d.Id
            select new OpenDisease(
                a.Code, a.Name, new Bilingual(b.NameZh, b.NameEn), b.LicenceNumber, new Bilingual(c.NameZh, c.NameEn), d.Disease, d.State, d.On, d.ColoniesAffected, d.Signs))
            .Skip(Search.Skip(page, PageSize, total)).Take(PageSize).ToListAsync(cancel);
        return (rows, total);
    }

    /// <summary>The newest report of each disease on each apiary, where it is not cleared.</summary>
    internal static IQueryable<DiseaseReport> Open(BeeTraceDb db) => db.DiseaseReports.AsNoTracking().Where(d => d.State != DiseaseState.Cleared
        && !db.DiseaseReports.Any(later => later.ApiaryId == d.ApiaryId && later.Disease == d.Disease && (later.On > d.On || (later.On == d.On && later.RecordedAt > d.RecordedAt))));
}
