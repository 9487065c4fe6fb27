using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>An apiary on an office page, with its rough place of today.</summary>
public sealed record ApiaryCard(
    ApiaryCode Code, string Name, ApiaryKind Kind, BeeSpecies Species, RegistrationState State, string? MergedInto, DateOnly RegisteredOn, DateOnly? DeregisteredOn,
    DateOnly? Since, int? Colonies, Bilingual? PlantName, string? Plant, decimal? Latitude, decimal? Longitude);

/// <summary>A count of colonies.</summary>
public sealed record CountRow(ApiaryCode Apiary, DateOnly On, int Colonies, CountSource Source);

/// <summary>An entry of the medicine log that holds.</summary>
public sealed record MedicineRow(ApiaryCode Apiary, string Medicine, string Indication, int Colonies, DateOnly StartedOn, DateOnly? EndedOn, int? WithdrawalDays);

/// <summary>An inspection.</summary>
public sealed record InspectionRow(ApiaryCode Apiary, DateOnly On, int? ColoniesInspected, string Findings);

/// <summary>What is known of a disease on an apiary: the newest report of it holds.</summary>
public sealed record DiseaseRow(ApiaryCode Apiary, BeeDisease Disease, DiseaseState State, DateOnly On, int? ColoniesAffected, string? Signs);

/// <summary>Somebody's membership in a filed base.</summary>
public sealed record MembershipRow(string FilingNumber, string Name, Bilingual Firm, string CreditCode, DateOnly From, DateOnly? Until);

/// <summary>What happened on the apiaries of a page, newest first.</summary>
public sealed record ApiaryHistory(
    IReadOnlyList<CountRow> Counts, IReadOnlyList<MedicineRow> Treatments, IReadOnlyList<InspectionRow> Inspections, IReadOnlyList<DiseaseRow> Diseases);

/// <summary>All that the office knows of a beekeeper.</summary>
/// <param name="Version">Which writing of the row this is, for the form that changes it.</param>
/// <param name="IdentityMasked">First and last four characters; null where no number is kept, empty where the key does not open it.</param>
/// <param name="MergedInto">Licence number of the entry that counts in the place of this one.</param>
/// <param name="MergedFrom">Licence numbers of entries that were merged into this one; their apiaries stand here too.</param>
public sealed record BeekeeperFile(
    Beekeeper Beekeeper, Bilingual County, long Version, string? IdentityMasked, string? MergedInto, IReadOnlyList<string> MergedFrom,
    IReadOnlyList<ApiaryCard> Apiaries, ApiaryHistory History, IReadOnlyList<MembershipRow> Memberships);

/// <summary>All that the office knows of an apiary without asking where exactly it stands.</summary>
/// <param name="MergedFrom">Codes of entries that were merged into this one; what happened to them stands here too.</param>
public sealed record ApiaryFile(
    ApiaryCard Apiary, Bilingual Beekeeper, string LicenceNumber, Bilingual County, IReadOnlyList<string> MergedFrom, ApiaryHistory History);

/// <summary>A stay, exactly; whoever has one has left a deed.</summary>
public sealed record ExactStay(
    string Code, DateOnly FromDay, DateOnly? UntilDay, decimal Latitude, decimal Longitude, decimal EnteredLatitude, decimal EnteredLongitude, string EnteredDatum,
    decimal? AccuracyM, int Colonies, string? Plant, string? PlaceName, string? QuarantineCertificate);

/// <summary>Reads the pages of the county's office; row security decides what of them.</summary>
public sealed class OfficeQueries(Database database, IdentityVault vault)
{
    /// <summary>House rule: a page shows the newest of each kind; the whole log is an export.</summary>
    private const int MostRows = 50;

    public async Task<BeekeeperFile?> FindBeekeeperAsync(string licence, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = await (
            from b in db.Beekeepers.AsNoTracking()
            where b.LicenceNumber == licence
            join c in db.Counties on b.County equals c.Code
            select new { b, County = new Bilingual(c.NameZh, c.NameEn) }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var id = found.b.Id;
        var merged = await db.Beekeepers.AsNoTracking().Where(b => b.MergedInto == id).Select(b => new { b.Id, b.LicenceNumber }).ToListAsync(cancel);
        List<BeekeeperId> people = [id, .. merged.Select(m => m.Id)];
        var apiaries = await db.Apiaries.AsNoTracking().Where(a => people.Contains(a.BeekeeperId)).OrderBy(a => a.Code).ToListAsync(cancel);
        var mergedInto = found.b.MergedInto is { } into ? await db.Beekeepers.Where(b => b.Id == into).Select(b => b.LicenceNumber).SingleAsync(cancel) : null;
        var memberships = await (
            from m in db.BaseMembers.AsNoTracking()
            where people.Contains(m.BeekeeperId)
            join b in db.BaseFilings on m.BaseId equals b.Id
            join f in db.Firms on m.FirmId equals f.Id
            orderby m.From descending
            select new MembershipRow(b.FilingNumber, b.Name, new Bilingual(f.NameZh, f.NameEn), f.CreditCode, m.From, m.Until)).ToListAsync(cancel);
        return new(
            found.b, found.County, await BeekeeperService.VersionAsync(db, id, cancel), Mask(found.b, work.Today), mergedInto, [.. merged.Select(m => m.LicenceNumber)],
            await CardsAsync(db, apiaries, cancel), await HistoryAsync(db, apiaries, cancel), memberships);
    }

    public async Task<ApiaryFile?> FindApiaryAsync(ApiaryCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await (
            from a in work.Db.Apiaries.AsNoTracking()
            where a.Code == code
            join b in work.Db.Beekeepers on a.BeekeeperId equals b.Id
            join c in work.Db.Counties on a.County equals c.Code
            select new { a, b.LicenceNumber, Name = new Bilingual(b.NameZh, b.NameEn), County = new Bilingual(c.NameZh, c.NameEn) }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var id = found.a.Id;
        var merged = await work.Db.Apiaries.AsNoTracking().Where(a => a.MergedInto == id).OrderBy(a => a.Code).ToListAsync(cancel);
        return new(
            (await CardsAsync(work.Db, [found.a], cancel))[0], found.Name, found.LicenceNumber, found.County, [.. merged.Select(a => a.Code.ToString())],
            await HistoryAsync(work.Db, [found.a, .. merged], cancel));
    }

    /// <summary>
    /// Where these apiaries stand and stood, exactly, for officers and supplied firms. The database writes the deed <c>location-read</c> in the
    /// same breath; without its commit nothing is returned.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<ExactStay>>> ExactPlacesAsync(IReadOnlyList<string> codes, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var wanted = codes.ToArray();
        var stays = await work.Db.Database.SqlQuery<ExactStay>($"select * from registry.exact_places({wanted})").ToListAsync(cancel);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? stays : Outcome<IReadOnlyList<ExactStay>>.Refused(committed.Refusals);
    }

    /// <summary>The number as a page may show it; empty where this installation's key does not open it.</summary>
    private string? Mask(Beekeeper beekeeper, DateOnly today) => beekeeper.IdentityNumberSealed switch
    {
        null => null,
        var box when vault.Open(beekeeper.Id, box, today) is { IsDone: true, Value: var number } => number.Masked,
        _ => "",
    };

    private static async Task<IReadOnlyList<ApiaryCard>> CardsAsync(BeeTraceDb db, List<Apiary> apiaries, CancellationToken cancel)
    {
        Guid[] ids = [.. apiaries.Select(a => a.Id.Value)];
        var places = (await db.Database.SqlQuery<RoughPlace>($"select * from registry.rough_places({ids})").ToListAsync(cancel)).ToDictionary(p => p.ApiaryId);
        var plants = await db.Plants.AsNoTracking().ToDictionaryAsync(p => p.LatinName, p => p.Name, cancel);
        var others = apiaries.Where(a => a.MergedInto is not null).Select(a => a.MergedInto!.Value).ToList();
        var into = await db.Apiaries.Where(a => others.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Code.ToString(), cancel);
        return apiaries.ConvertAll(a =>
        {
            var now = places.GetValueOrDefault(a.Id.Value);
            return new ApiaryCard(
                a.Code, a.Name, a.Kind, a.Species, a.State, a.MergedInto is { } other ? into.GetValueOrDefault(other) : null, a.RegisteredOn, a.DeregisteredOn,
                now?.Since, now?.Colonies, now?.Plant is { } plant && plants.TryGetValue(plant, out var name) ? name : null, now?.Plant,
                (decimal?)now?.Latitude, (decimal?)now?.Longitude);
        });
    }

    private static async Task<ApiaryHistory> HistoryAsync(BeeTraceDb db, List<Apiary> apiaries, CancellationToken cancel)
    {
        var ids = apiaries.ConvertAll(a => a.Id);
        var codes = apiaries.ToDictionary(a => a.Id, a => a.Code);
        var counts = await db.ColonyCounts.AsNoTracking().Where(c => ids.Contains(c.ApiaryId))
            .OrderByDescending(c => c.On).ThenByDescending(c => c.RecordedAt).Take(MostRows).ToListAsync(cancel);
        var treatments = await db.Treatments.AsNoTracking().Where(t => ids.Contains(t.ApiaryId) && !db.Treatments.Any(later => later.Supersedes == t.Id))
            .OrderByDescending(t => t.StartedOn).Take(MostRows).ToListAsync(cancel);
        var inspections = await db.Inspections.AsNoTracking().Where(i => ids.Contains(i.ApiaryId)).OrderByDescending(i => i.On).Take(MostRows).ToListAsync(cancel);
        var diseases = await db.DiseaseReports.AsNoTracking().Where(d => ids.Contains(d.ApiaryId))
            .OrderByDescending(d => d.On).ThenByDescending(d => d.RecordedAt).Take(MostRows).ToListAsync(cancel);
        return new(
            counts.ConvertAll(c => new CountRow(codes[c.ApiaryId], c.On, c.Colonies, c.Source)),
            treatments.ConvertAll(t => new MedicineRow(codes[t.ApiaryId], t.Medicine, t.Indication, t.Colonies, t.StartedOn, t.EndedOn, t.WithdrawalDays)),
            inspections.ConvertAll(i => new InspectionRow(codes[i.ApiaryId], i.On, i.ColoniesInspected, i.Findings)),
            [.. diseases.DistinctBy(d => (d.ApiaryId, d.Disease))
                .Select(d => new DiseaseRow(codes[d.ApiaryId], d.Disease, d.State, d.On, d.ColoniesAffected, d.Signs))]);
    }

    private sealed record RoughPlace(Guid ApiaryId, DateOnly Since, int Colonies, string? Plant, double Latitude, double Longitude);
}
