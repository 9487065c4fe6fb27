using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>Judges approved samples again, by the limits of their sampling day as the catalogue knows them now. Adds; never overwrites.</summary>
public sealed class EvaluationService(Database database)
{
    /// <summary>
    /// A signatory judges an approved sample again. Refused: who entered one of its readings, no reason, a market without a profile on the
    /// sampling day. In the home market the sample's verdict follows; a new failing verdict holds the lot, and a passing one releases nothing. In another
    /// market the evaluation is only added. Recorded: the verdict before and now, profile, rule and reason.
    /// </summary>
    public async Task<Outcome<Verdict>> JudgeAgainAsync(SampleCode code, string? market, string? why, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var sample = await db.Samples.SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, code.ToString());
        var everyone = await db.Readings.Where(r => r.SampleId == sample.Id).Select(r => r.EnteredBy).Distinct().ToListAsync(cancel);
        List<Refusal> refusals = [.. Approval.CheckAgain(sample.Status, everyone, actor.Account).Refusals, .. LabReason.Check(why, nameof(why)).Refusals];
        if (refusals.Count > 0)
            return Outcome<Verdict>.Refused(refusals);
        var readings = await CurrentReadings.Of(db, sample.Id).ToListAsync(cancel);
        if (await SampleJudge.JudgeAsync(db, sample, readings, market ?? "", cancel) is not { } judged)
            return new Refusal(LabRefusal.NoProfile, nameof(market), market ?? "", sample.DrawnOn);

        var before = await db.Evaluations.AsNoTracking().Where(e => e.SampleId == sample.Id && e.Market == market).NewestFirst().FirstOrDefaultAsync(cancel);
        var evaluation = SampleJudge.Freeze(judged, sample.Id, readings, work, why!.Trim(), before?.EvaluatedAt);
        db.Evaluations.Add(evaluation);
        work.Record(
            DeedCode.SampleJudgedAgain, code.ToString(), before is null ? null : new { verdict = before.Verdict.ToString(), profile = before.ProfileVersion, rule = before.Rule.Code() },
            new { market, verdict = evaluation.Verdict.ToString(), profile = evaluation.ProfileVersion, rule = evaluation.Rule.Code() }, evaluation.Why);
        if (evaluation.Market == LimitCatalogue.HomeMarket)
            await FollowAsync(work, sample, evaluation, cancel);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? evaluation.Verdict : Outcome<Verdict>.Refused(committed.Refusals);
    }

    private static async Task FollowAsync(Work work, Sample sample, Evaluation evaluation, CancellationToken cancel)
    {
        sample.Verdict = evaluation.Verdict;
        if (await work.Db.LotHolds.AnyAsync(h => h.SampleId == sample.Id && h.ReleasedAt == null, cancel))
            return;
        var lot = await work.Db.Lots.AsNoTracking().SingleAsync(l => l.Id == sample.LotId, cancel);
        LotHoldService.HoldIfFailed(work, lot, sample, evaluation.Verdict);
    }
}
