using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>A member of a filed base.</summary>
/// <param name="Colonies">Now, over all apiaries.</param>
public sealed record MemberRow(string LicenceNumber, Bilingual Name, DateOnly From, DateOnly? Until, int Colonies);

/// <summary>A filed base with its members, present ones first.</summary>
public sealed record FilingRow(string FilingNumber, string Name, Bilingual County, DateOnly From, DateOnly? Until, IReadOnlyList<MemberRow> Members);

/// <summary>All that a firm's page shows.</summary>
public sealed record FirmFile(
    Firm Firm, Bilingual County, IReadOnlyList<FirmYear> Years, IReadOnlyList<FilingRow> Bases, IReadOnlyList<Honour> Honours, IReadOnlyList<DraftedStandard> Standards);

/// <summary>Reads firms' pages; row security decides what of them: bases and yearly figures only for the firm itself and the county.</summary>
public sealed class FirmQueries(Database database)
{
    /// <summary>A firm by credit code: any for officers, the own one for an exporter; null for all others.</summary>
    public async Task<FirmFile?> FindAsync(string creditCode, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = await (
            from f in db.Firms.AsNoTracking()
            where f.CreditCode == creditCode && (actor.Role != Role.Exporter || f.Id == actor.Firm)
            join c in db.Counties on f.County equals c.Code
            select new { f, County = new Bilingual(c.NameZh, c.NameEn) }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var id = found.f.Id;
        var years = await db.FirmYears.AsNoTracking().Where(y => y.FirmId == id).OrderByDescending(y => y.Year).ToListAsync(cancel);
        var honours = await db.Honours.AsNoTracking().Where(h => h.FirmId == id).OrderByDescending(h => h.Year).ToListAsync(cancel);
        var standards = await db.DraftedStandards.AsNoTracking().Where(s => s.FirmId == id).OrderByDescending(s => s.Year).ThenBy(s => s.Number).ToListAsync(cancel);
        return new(found.f, found.County, years, await BasesAsync(db, id, cancel), honours, standards);
    }

    /// <summary>The credit code of the actor's own firm; null for whoever acts for none.</summary>
    public async Task<string?> OwnAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Firms.Where(f => f.Id == actor.Firm).Select(f => f.CreditCode).SingleOrDefaultAsync(cancel);
    }

    private static async Task<IReadOnlyList<FilingRow>> BasesAsync(BeeTraceDb db, FirmId firm, CancellationToken cancel)
    {
        var bases = await (
            from b in db.BaseFilings.AsNoTracking()
            where b.FirmId == firm
            join c in db.Counties on b.County equals c.Code
            orderby b.From descending
            select new { b, County = new Bilingual(c.NameZh, c.NameEn) }).ToListAsync(cancel);
        // A member who left is not the firm's to see any more: the name is gone with the membership.
        var members = await (
            from m in db.BaseMembers.AsNoTracking()
            where m.FirmId == firm
            join k in db.Beekeepers on m.BeekeeperId equals k.Id
            orderby m.Until != null, k.LicenceNumber
            select new { m, k.LicenceNumber, Name = new Bilingual(k.NameZh, k.NameEn) }).ToListAsync(cancel);
        var people = members.ConvertAll(m => m.m.BeekeeperId);
        var apiaries = await db.Apiaries.AsNoTracking().Where(a => people.Contains(a.BeekeeperId)).Select(a => new { a.Id, a.BeekeeperId }).ToListAsync(cancel);
        Guid[] ids = [.. apiaries.Select(a => a.Id.Value)];
        var standing = (await db.Database.SqlQuery<Standing>($"select apiary_id, colonies from registry.rough_places({ids})").ToListAsync(cancel))
            .ToDictionary(p => new ApiaryId(p.ApiaryId), p => p.Colonies);
        var colonies = apiaries.GroupBy(a => a.BeekeeperId).ToDictionary(g => g.Key, g => g.Sum(a => standing.GetValueOrDefault(a.Id)));
        var byBase = members.ToLookup(m => m.m.BaseId);
        return bases.ConvertAll(b => new FilingRow(
            b.b.FilingNumber, b.b.Name, b.County, b.b.From, b.b.Until,
            [.. byBase[b.b.Id].Select(m => new MemberRow(m.LicenceNumber, m.Name, m.m.From, m.m.Until, colonies.GetValueOrDefault(m.m.BeekeeperId)))]));
    }

    private sealed record Standing(Guid ApiaryId, int Colonies);
}
