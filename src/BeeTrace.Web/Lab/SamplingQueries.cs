using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A lot that a plan's draw chose and that has no sample yet.</summary>
public sealed record ToSample(LotCode Lot, Bilingual Product, Bilingual Firm, SamplingBasis Basis, PlanCode Plan);

/// <summary>A sample as its sampler sees it.</summary>
/// <param name="AwaitsMe">The record waits for this sampler's own signature.</param>
/// <param name="AwaitsOther">It waits for somebody else's.</param>
public sealed record SampledRow(SampleCode Code, LotCode Lot, Bilingual Product, Bilingual Firm, DateOnly DrawnOn, SampleStatus Status, bool AwaitsMe, bool AwaitsOther);

/// <summary>A sampler's day.</summary>
public sealed record SamplerDay(IReadOnlyList<ToSample> ToSample, IReadOnlyList<SampledRow> AwaitingMe, IReadOnlyList<SampledRow> Mine);

/// <summary>A picture without its bytes.</summary>
public sealed record SamplePhotoRow(PhotoId Id, int Width, int Height, DateTimeOffset RecordedAt);

/// <summary>A sampling record with the sample, its lot and the people who signed; and where its portions are.</summary>
/// <param name="Record">Null for a sample that was entered without a record.</param>
public sealed record SampledSheet(
    Sample Sample, LotCode Lot, Bilingual Product, Bilingual Firm, DateOnly HarvestedOn, Bilingual? Nectar, string? NectarLatin, string Species, SamplingRecord? Record,
    IReadOnlyList<CustodyEvent> Custody, IReadOnlyList<SamplePhotoRow> Photos, IReadOnlyDictionary<AccountId, string> People);

/// <summary>Reads sampling records and custody.</summary>
public sealed class SamplingQueries(Database database)
{
    /// <summary>House rule: what a person looks back at on a phone.</summary>
    private const int MostRecent = 15;

    public async Task<SamplerDay> DayAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var me = actor.Account;
        var seen =
            from s in db.Samples.AsNoTracking()
            join lot in db.Lots on s.LotId equals lot.Id
            join firm in db.Firms on s.FirmId equals firm.Id
            join product in db.Products on s.Product equals product.Code
            join r in db.SamplingRecords on s.Id equals r.SampleId into records
            from record in records.DefaultIfEmpty()
            where s.DrawnBy == me || record.SecondSampler == me
            orderby s.DrawnOn descending, s.Code descending
            select new { s, lot, firm, product, record };
        var awaiting = await seen.Where(x => x.record.SecondSampler == me && x.record.SecondSignedAt == null)
            .Select(x => new SampledRow(
                x.s.Code, x.lot.Code, new Bilingual(x.product.NameZh, x.product.NameEn), new Bilingual(x.firm.NameZh, x.firm.NameEn), x.s.DrawnOn, x.s.Status, true, false))
            .ToListAsync(cancel);
        var mine = await seen.Where(x => x.record == null || x.record.SecondSampler != me || x.record.SecondSignedAt != null).Take(MostRecent)
            .Select(x => new SampledRow(
                x.s.Code, x.lot.Code, new Bilingual(x.product.NameZh, x.product.NameEn), new Bilingual(x.firm.NameZh, x.firm.NameEn), x.s.DrawnOn, x.s.Status, false,
                x.record.SecondSampler != null && x.record.SecondSampler != me && x.record.SecondSignedAt == null))
            .ToListAsync(cancel);
        var picks = await (
            from pick in ToDraw(db)
            join plan in db.SamplingPlans on pick.PlanId equals plan.Id
            join lot in db.Lots on pick.Lot equals lot.Code
            join firm in db.Firms on lot.FirmId equals firm.Id
            join product in db.Products on lot.Product equals product.Code
            orderby plan.Code, lot.Code
            select new ToSample(
                lot.Code, new Bilingual(product.NameZh, product.NameEn), new Bilingual(firm.NameZh, firm.NameEn), plan.Basis, plan.Code)).ToListAsync(cancel);
        return new SamplerDay(picks, awaiting, mine);
    }

    /// <summary>What plans have drawn and nobody has sampled yet.</summary>
    internal static IQueryable<Pick> ToDraw(BeeTraceDb db) =>
        from pick in db.Picks.AsNoTracking()
        join plan in db.SamplingPlans on pick.PlanId equals plan.Id
        join lot in db.Lots on pick.Lot equals lot.Code
        where !db.Picks.Any(p => p.PlanId == pick.PlanId && p.Stratum == pick.Stratum && p.Replaces == pick.Place)
            && !db.Samples.Any(s => s.LotId == lot.Id && s.Basis == plan.Basis && s.Status != SampleStatus.Rejected && s.Status != SampleStatus.Cancelled)
        select pick;

    /// <summary>Records that wait for this sampler's own signature.</summary>
    internal static IQueryable<SamplingRecord> ToSign(BeeTraceDb db, AccountId sampler) =>
        db.SamplingRecords.AsNoTracking().Where(r => r.SecondSampler == sampler && r.SecondSignedAt == null);

    /// <summary>Every other sampler, for the second signature.</summary>
    public async Task<IReadOnlyList<LaboratoryPerson>> OtherSamplersAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return (await People.OfLaboratoryAsync(work.Db, Role.Sampler, cancel)).FindAll(person => person.Id != actor.Account);
    }

    /// <returns>Null for a sample that is not there or not the actor's to see: nobody who tests it sees its record.</returns>
    public async Task<SampledSheet?> FindAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = await (
            from s in db.Samples.AsNoTracking()
            where s.Code == code
            join lot in db.Lots on s.LotId equals lot.Id
            join firm in db.Firms on s.FirmId equals firm.Id
            join product in db.Products on s.Product equals product.Code
            select new { Sample = s, lot, firm, product }).SingleOrDefaultAsync(cancel);
        if (found is null || Blind.Hides(actor.Role, found.Sample.Status))
            return null;
        var id = found.Sample.Id;
        var record = await db.SamplingRecords.AsNoTracking().SingleOrDefaultAsync(r => r.SampleId == id, cancel);
        var custody = await db.CustodyEvents.AsNoTracking().Where(e => e.SampleId == id).ToListAsync(cancel);
        var photos = await db.SamplePhotos.AsNoTracking().Where(p => p.SampleId == id).OrderBy(p => p.RecordedAt)
            .Select(p => new SamplePhotoRow(p.Id, p.Width, p.Height, p.RecordedAt)).ToListAsync(cancel);
        var nectar = found.lot.NectarSource is { } latin ? await db.Plants.AsNoTracking().SingleOrDefaultAsync(p => p.LatinName == latin, cancel) : null;
        var people = await People.NamesAsync(
            db, [found.Sample.DrawnBy, .. record?.SecondSampler is { } second ? new[] { second } : [], .. custody.Select(e => e.SignedBy)], cancel);
        return new SampledSheet(
            found.Sample, found.lot.Code, found.product.Name, found.firm.Name, found.lot.HarvestedOn, nectar?.Name, found.lot.NectarSource, found.lot.Species.LatinName(),
            record, [.. custody.OrderBy(e => e.At).ThenBy(e => e.Id.Value)], photos, people);
    }

    /// <summary>Everybody who can test, for whoever assigns a sample.</summary>
    public async Task<IReadOnlyList<LaboratoryPerson>> AnalystsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await People.OfLaboratoryAsync(work.Db, Role.Analyst, cancel);
    }

    /// <returns>Null for a picture that is not there, or not of this sample, or not the actor's to see.</returns>
    public async Task<byte[]?> PhotoAsync(SampleCode code, PhotoId id, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var sample = await work.Db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel);
        return sample is null || Blind.Hides(actor.Role, sample.Status)
            ? null
            : await work.Db.SamplePhotos.Where(p => p.Id == id && p.SampleId == sample.Id).Select(p => p.Content).SingleOrDefaultAsync(cancel);
    }
}
