using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trace;

/// <summary>Holds lots and releases them.</summary>
public sealed class LotHoldService(Database database)
{
    /// <summary>House rule: a sentence or two.</summary>
    public const int LongestReason = 400;

    /// <summary>An officer holds a lot. Refused: without a reason, an unknown lot. Held already is held. Recorded: the reason.</summary>
    public async Task<Outcome> HoldAsync(LotCode code, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (CheckReason(reason) is { IsDone: false } refused)
            return refused;

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var lot = await work.Db.Lots.AsNoTracking().SingleOrDefaultAsync(l => l.Code == code, cancel);
        if (lot is null)
            return new Refusal(TraceRefusal.LotUnknown, null, code.ToString());
        if (await work.Db.LotHolds.AnyAsync(h => h.LotId == lot.Id && h.ReleasedAt == null && h.SampleId == null, cancel))
            return Outcome.Done;
        Hold(work, lot, null, reason!.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>An officer releases everything that holds a lot. Refused: without a reason, a lot that nothing holds. Recorded: the reason.</summary>
    public async Task<Outcome> ReleaseAsync(LotCode code, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (CheckReason(reason) is { IsDone: false } refused)
            return refused;

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var holds = await work.Db.LotHolds.Where(h => h.ReleasedAt == null && work.Db.Lots.Any(l => l.Id == h.LotId && l.Code == code)).ToListAsync(cancel);
        if (holds.Count == 0)
            return new Refusal(TraceRefusal.NotHeld, null, code.ToString());
        foreach (var hold in holds)
            (hold.ReleasedBy, hold.ReleasedAt, hold.ReleaseReason) = (actor.Account, work.Now, reason!.Trim());
        work.Record(DeedCode.LotReleased, code.ToString(), new { holds = holds.Count, since = holds.Min(h => h.HeldAt) }, why: reason!.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>Holds a lot in a deed that is under way: a sample of it was judged to fail.</summary>
    internal static void HoldIfFailed(Work work, Lot lot, Core.Lab.Sample sample, Core.Lab.Verdict verdict)
    {
        if (Core.Lab.Verdicts.IsFailed(verdict))
            Hold(work, lot, sample, reason: null);
    }

    private static void Hold(Work work, Lot lot, Core.Lab.Sample? sample, string? reason)
    {
        work.Db.LotHolds.Add(new LotHold
        {
            Id = LotHoldId.New(), LotId = lot.Id, FirmId = lot.FirmId, SampleId = sample?.Id, Reason = reason, HeldBy = work.Actor.Account, HeldAt = work.Now,
        });
        work.Record(DeedCode.LotHeld, lot.Code.ToString(), @new: new { sample = sample?.Code.ToString() }, why: reason);
    }

    private static Outcome CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal(TraceRefusal.HoldReasonMissing, nameof(reason))
        : reason.Trim().Length > LongestReason ? new Refusal(TraceRefusal.ReasonTooLong, nameof(reason), LongestReason)
        : Outcome.Done;
}
