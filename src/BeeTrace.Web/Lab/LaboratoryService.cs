using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>What the laboratory is and under which rule it signs.</summary>
public sealed class LaboratoryService(Database database)
{
    /// <summary>
    /// The administrator says what a county's laboratory is from today on; earlier versions stay. Refused: what <see cref="LaboratoryRules"/>
    /// refuses, an unknown county, a page that is not current. Recorded: all of it, before and after.
    /// </summary>
    /// <param name="seen">The version that the administrator saw; null where there was none.</param>
    public async Task<Outcome> ChangeAsync(string county, ChangeLaboratory change, LaboratoryVersionId? seen, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Admin)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (LaboratoryRules.Check(change) is { IsDone: false } wrong)
            return wrong;

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync("laboratory of " + county, cancel);
        if (!await work.Db.Counties.AnyAsync(c => c.Code == county, cancel))
            return new Refusal(LabRefusal.LaboratoryFactMissing, nameof(LaboratoryVersion.County));
        var before = await LaboratoryQueries.OfCountyAsync(work.Db, county, work.Today, cancel);
        if (before?.Id != seen)
            return new Refusal(AccessRefusal.ChangedMeanwhile);

        var laboratory = new LaboratoryVersion
        {
            Id = LaboratoryVersionId.New(), County = county, NameZh = change.NameZh!.Trim(), NameEn = change.NameEn!.Trim(),
            AddressZh = change.AddressZh!.Trim(), AddressEn = change.AddressEn!.Trim(), Phone = Filled(change.Phone), Postcode = Filled(change.Postcode),
            CmaNumber = Filled(change.CmaNumber), CnasNumber = Filled(change.CnasNumber), FourEyes = change.FourEyes!.Value,
            TurnaroundDays = change.TurnaroundDays is > 0 ? change.TurnaroundDays : null, ValidFrom = work.Today, RecordedBy = actor.Account, RecordedAt = work.Now,
        };
        work.Db.Laboratories.Add(laboratory);
        work.Record(DeedCode.LaboratoryChanged, county, before is null ? null : Said(before), Said(laboratory));
        return await work.CommitAsync(cancel);
    }

    private static object Said(LaboratoryVersion l) => new
    {
        name = l.NameZh, nameEn = l.NameEn, addressZh = l.AddressZh, addressEn = l.AddressEn, l.Phone, l.Postcode, l.CmaNumber, l.CnasNumber,
        fourEyes = l.FourEyes.ToString(), l.TurnaroundDays,
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A laboratory as it stands, with its earlier versions.</summary>
/// <param name="Current">Null where nothing was entered yet.</param>
/// <param name="Versions">Newest first.</param>
/// <param name="People">Who recorded them, by account.</param>
public sealed record LaboratorySheet(
    string County, Bilingual CountyName, LaboratoryVersion? Current, IReadOnlyList<LaboratoryVersion> Versions, IReadOnlyDictionary<AccountId, string> People);

/// <summary>Reads what the laboratory is and was.</summary>
public sealed class LaboratoryQueries(Database database)
{
    /// <summary>The laboratory of a county: the one that was entered or, before that, the county in which a laboratory is registered.</summary>
    public async Task<LaboratorySheet?> FindAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var code = await db.Laboratories.OrderByDescending(l => l.RecordedAt).Select(l => l.County).FirstOrDefaultAsync(cancel)
            ?? await db.Firms.Where(f => f.Kind == Core.Registry.FirmKind.Laboratory).Select(f => f.County).FirstOrDefaultAsync(cancel)
            ?? await db.Counties.OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(cancel);
        if (code is null)
            return null;
        var county = await db.Counties.AsNoTracking().SingleAsync(c => c.Code == code, cancel);
        var versions = await db.Laboratories.AsNoTracking().Where(l => l.County == code).OrderByDescending(l => l.RecordedAt).ToListAsync(cancel);
        var ids = versions.Select(v => v.RecordedBy.Value).Distinct().ToArray();
        var names = await db.Database.SqlQuery<Recorder>($"""select id, name from access.account_names({ids})""").ToListAsync(cancel);
        return new LaboratorySheet(
            code, county.Name, versions.FirstOrDefault(), versions, names.ToDictionary(n => new AccountId(n.Id), n => n.Name));
    }

    /// <summary>The version of a county's laboratory that holds on a day; null where none does.</summary>
    internal static Task<LaboratoryVersion?> OfCountyAsync(BeeTraceDb db, string county, DateOnly day, CancellationToken cancel) =>
        db.Laboratories.AsNoTracking().Where(l => l.County == county && l.ValidFrom <= day)
            .OrderByDescending(l => l.ValidFrom).ThenByDescending(l => l.RecordedAt).FirstOrDefaultAsync(cancel);

    private sealed record Recorder(Guid Id, string Name);
}
