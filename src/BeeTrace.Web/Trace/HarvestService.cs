using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trace;

/// <summary>What a beekeeper learns after recording a harvest.</summary>
public sealed record RecordedHarvest(IReadOnlyList<Warning> Warnings);

/// <summary>Writes down what beekeepers take from their hives.</summary>
public sealed class HarvestService(Database database)
{
    /// <summary>
    /// A beekeeper records a harvest. Refused: an apiary that is not the beekeeper's, a plant that is not in the list, and what
    /// <see cref="HarvestRules"/> refuses: a day on which the apiary stood nowhere, treatment and withdrawal periods. Recorded:
    /// product, mass and day.
    /// </summary>
    /// <returns>What looked odd; nothing for a harvest that was sent before.</returns>
    public async Task<Outcome<RecordedHarvest>> RecordAsync(RecordHarvest harvest, Actor actor, FieldReceipt receipt, CancellationToken cancel = default)
    {
        if (actor is not { Role: Role.Beekeeper, Beekeeper: { } beekeeper })
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (await receipt.FindAsync(work, cancel) is { } sent)
            return sent.IsDone ? new RecordedHarvest([]) : Outcome<RecordedHarvest>.Refused(sent.Refusals);
        // Not beside a correction of the stay that it comes from.
        await work.OneAtATimeAsync(harvest.Apiary.ToString(), cancel);
        var apiary = await db.Apiaries.AsNoTracking().SingleOrDefaultAsync(a => a.Code == harvest.Apiary && a.BeekeeperId == beekeeper, cancel);
        if (apiary is null)
            return new Refusal(RegistryRefusal.ApiaryUnknown, null, harvest.Apiary.ToString());

        var stays = await db.Placements.AsNoTracking().Where(p => p.ApiaryId == apiary.Id).Select(p => new { p.Id, p.From, p.Until }).ToListAsync(cancel);
        var treatments = await TreatmentsAsync(db, apiary.MergedInto ?? apiary.Id, cancel);
        var findings = HarvestRules.Check(harvest, stays.ConvertAll(p => new PlacementPeriod(p.From, p.Until)), treatments, work.Today);
        var refusals = findings.Refusals.ToList();
        if (!string.IsNullOrEmpty(harvest.Plant) && !await db.Plants.AnyAsync(p => p.LatinName == harvest.Plant, cancel))
            refusals.Add(new Refusal(TraceRefusal.NectarSourceUnknown, nameof(harvest.Plant), harvest.Plant));
        if (refusals.Count > 0)
            return Outcome<RecordedHarvest>.Refused(refusals);

        var day = harvest.HarvestedOn!.Value;
        db.Harvests.Add(new Harvest
        {
            Id = harvest.Id,
            ApiaryId = apiary.Id,
            PlacementId = stays.Single(p => new PlacementPeriod(p.From, p.Until).Contains(day)).Id,
            BeekeeperId = beekeeper,
            Product = harvest.Product!,
            MassKg = harvest.MassKg!.Value,
            HarvestedOn = day,
            Plant = string.IsNullOrEmpty(harvest.Plant) ? null : harvest.Plant,
            RecordedBy = actor.Account,
            RecordedAt = work.Now,
        });
        work.Record(DeedCode.HarvestRecorded, apiary.Code.ToString(), @new: new { harvest.Product, harvest.MassKg, harvest.HarvestedOn, harvest.Plant });
        receipt.Keep(work, apiary.Code);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? new RecordedHarvest(findings.Warnings) : Outcome<RecordedHarvest>.Refused(committed.Refusals);
    }

    /// <summary>The entries of the medicine log that hold, those that no later one supersedes: of an apiary and of entries that were merged into it.</summary>
    private static async Task<IReadOnlyList<TreatmentPeriod>> TreatmentsAsync(BeeTraceDb db, ApiaryId counted, CancellationToken cancel) =>
        await db.Treatments.AsNoTracking()
            .Where(t => db.Apiaries.Any(a => a.Id == t.ApiaryId && (a.Id == counted || a.MergedInto == counted)) && !db.Treatments.Any(later => later.Supersedes == t.Id))
            .Select(t => new TreatmentPeriod(t.Medicine, t.StartedOn, t.EndedOn, t.WithdrawalDays)).ToListAsync(cancel);
}
