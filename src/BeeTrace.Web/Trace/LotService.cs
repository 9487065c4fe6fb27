using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trace;

/// <summary>What a firm learns after recording a lot: its code, and what looked odd.</summary>
public sealed record RecordedLot(LotCode Code, IReadOnlyList<Warning> Warnings);

/// <summary>Records lots. A lot names the placement it was harvested at, not the apiary's present place.</summary>
public sealed class LotService(Database database)
{
    /// <summary>
    /// A firm records a lot bought from an apiary. Refused: an unknown apiary, product or plant, a mass or day that
    /// <see cref="LotRules"/> refuses, a harvest day on which the apiary stood nowhere or was under treatment, unless a reason is
    /// given. Recorded: origin, product, mass, and the reason.
    /// The same <paramref name="id"/> again yields the same lot.
    /// </summary>
    /// <param name="apiaryText">The apiary's code as typed or scanned from the hive board.</param>
    /// <param name="reason">Why it is recorded although a treatment or its withdrawal period was not over; kept as the deed's reason.</param>
    public async Task<Outcome<RecordedLot>> RecordAsync(
        LotId id, string? apiaryText, string? product, decimal? massKg, DateOnly? harvestedOn, string? plant, Actor actor,
        string? reason = null, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Exporter, Firm: { } firm })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(id.ToString(), cancel);
        if (await db.Lots.Where(l => l.Id == id).Select(l => (LotCode?)l.Code).SingleOrDefaultAsync(cancel) is { } before)
            return new RecordedLot(before, []);

        var code = ApiaryCode.Parse(apiaryText, nameof(RecordLot.Apiary));
        var refusals = code.Refusals.ToList();
        // Not beside a correction of the stay that it comes from.
        if (code.IsDone)
            await work.OneAtATimeAsync(code.Value.ToString(), cancel);
        var origin = code.IsDone ? await Origins.FindAsync(db, code.Value, harvestedOn ?? work.Today, cancel) : null;
        if (code.IsDone && origin is null)
            refusals.Add(new Refusal(TraceRefusal.ApiaryUnknown, nameof(RecordLot.Apiary), code.Value.ToString()));
        if (!string.IsNullOrEmpty(plant) && !await db.Plants.AnyAsync(p => p.LatinName == plant, cancel))
            refusals.Add(new Refusal(TraceRefusal.NectarSourceUnknown, nameof(RecordLot.Plant), plant));

        var wanted = new RecordLot(code.IsDone ? code.Value : default, product, massKg, harvestedOn, plant, reason);
        var known = origin ?? Origins.Nowhere;
        var findings = LotRules.Check(wanted, await AtHarvestAsync(db, known, wanted, cancel), work.Today);
        // Where the apiary is not known, that it stood nowhere is no news.
        refusals.AddRange(findings.Refusals.Where(r => origin is not null || r.Code != TraceRefusal.HarvestOutsidePlacement));
        if (refusals.Count > 0)
            return Outcome<RecordedLot>.Refused(refusals);

        var serial = await Serials.NextAsync(db, $"L{work.Today.Year}", cancel);
        var lot = new Lot
        {
            Id = id,
            Code = LotCode.Create(work.Today.Year, serial),
            FirmId = firm,
            ApiaryId = new ApiaryId(known.ApiaryId),
            PlacementId = new PlacementId(known.PlacementId!.Value),
            BeekeeperId = new BeekeeperId(known.BeekeeperId),
            Product = product!,
            MassKg = massKg!.Value,
            HarvestedOn = harvestedOn!.Value,
            NectarSource = string.IsNullOrEmpty(plant) ? null : plant,
            Species = Enum.Parse<BeeSpecies>(known.Species),
            RecordedAt = work.Now,
        };
        db.Lots.Add(lot);
        work.Record(DeedCode.LotRecorded, lot.Code.ToString(), @new: new { apiary = code.Value.ToString(), lot.Product, lot.MassKg, lot.HarvestedOn, lot.NectarSource }, why: string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? new RecordedLot(lot.Code, findings.Warnings) : Outcome<RecordedLot>.Refused(committed.Refusals);
    }

    /// <summary>
    /// What Core needs to find a harvest odd: where the apiary stood, what this firm has already recorded of it in the year (other
    /// firms' lots are not this firm's to know), and when the plant blooms in the county.
    /// </summary>
    private static async Task<ApiaryAtHarvest> AtHarvestAsync(BeeTraceDb db, Origin origin, RecordLot lot, CancellationToken cancel)
    {
        var year = lot.HarvestedOn?.Year ?? 1;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var apiary = new ApiaryId(origin.ApiaryId);
        var recorded = await db.Lots
            .Where(l => l.ApiaryId == apiary && l.Product == lot.Product && l.HarvestedOn >= first && l.HarvestedOn <= last)
            .SumAsync(l => l.MassKg, cancel);
        var blooms = await db.Blooms.AsNoTracking().Where(n => n.Plant == lot.Plant && n.County == origin.County)
            .Select(n => new { n.BloomFrom, n.BloomTo }).ToListAsync(cancel);
        var windows = blooms.ConvertAll(b => MonthDay.TryParse(b.BloomFrom, out var from) && MonthDay.TryParse(b.BloomTo, out var to)
            ? new BloomWindow(from, to)
            : (BloomWindow?)null);
        // Where a plant blooms in several flows, one that holds the day is enough.
        var bloom = windows.Find(w => lot.HarvestedOn is { } day && w?.Contains(day, LotRules.BloomToleranceDays) == true) ?? windows.FirstOrDefault();
        return new ApiaryAtHarvest(
            Enum.Parse<BeeSpecies>(origin.Species),
            origin.PlacementId is null ? [] : [(new PlacementPeriod(origin.PlacedFrom!.Value), origin.Colonies!.Value)],
            recorded,
            bloom,
            lot.HarvestedOn is { } harvested ? await Origins.TreatmentsAsync(db, lot.Apiary, harvested, cancel) : []);
    }
}

/// <summary>Where a lot comes from, as much of it as a firm may know: that the apiary stood somewhere, not where.</summary>
internal sealed record Origin(
    Guid ApiaryId, Guid BeekeeperId, string Species, string County, Guid? PlacementId, int? Colonies, DateOnly? PlacedFrom);

internal static class Origins
{
    public static readonly Origin Nowhere = new(Guid.Empty, Guid.Empty, nameof(BeeSpecies.Mellifera), "", null, null, null);

    public static Task<Origin?> FindAsync(BeeTraceDb db, ApiaryCode code, DateOnly day, CancellationToken cancel) =>
        db.Database.SqlQuery<Origin>(
            $"""
            select apiary_id, beekeeper_id, species, county, placement_id, colonies, placed_from
            from registry.origin_on({code.ToString()}, {day})
            """).SingleOrDefaultAsync(cancel);

    /// <summary>What of the medicine log decides over a harvest on that day; the rest of it is not the firm's to know.</summary>
    public static async Task<IReadOnlyList<TreatmentPeriod>> TreatmentsAsync(BeeTraceDb db, ApiaryCode code, DateOnly day, CancellationToken cancel) =>
        await db.Database.SqlQuery<TreatmentPeriod>(
            $"select medicine, started_on, ended_on, withdrawal_days from registry.treatments_before({code.ToString()}, {day})").ToListAsync(cancel);
}
