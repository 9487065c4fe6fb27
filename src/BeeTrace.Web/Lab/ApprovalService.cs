using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>The second pair of eyes: judges a submitted sample and makes the verdict count.</summary>
public sealed class ApprovalService(Database database)
{
    /// <summary>
    /// A reviewer or signatory approves. Refused: who entered one of the readings, a sample that is not submitted, one that
    /// changed since the page was read. Recorded: verdict, profile and rule; limits and readings are frozen with it. The lot of a
    /// sample that fails is held.
    /// </summary>
    /// <param name="version">The row version that the approver saw.</param>
    public async Task<Outcome<Verdict>> ApproveAsync(SampleCode code, uint version, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var sample = await work.Db.Samples.SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, null, code.ToString());
        if (sample.Version != version)
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        var everyone = await work.Db.Readings.Where(r => r.SampleId == sample.Id).Select(r => r.EnteredBy).Distinct().ToListAsync(cancel);
        var readings = await CurrentReadings.Of(work.Db, sample.Id).ToListAsync(cancel);
        var judged = await SampleJudge.JudgeAsync(work.Db, sample, readings, LimitCatalogue.HomeMarket, cancel);
        var lot = await work.Db.Lots.AsNoTracking().SingleAsync(l => l.Id == sample.LotId, cancel);
        var verdict = Approve(sample, lot, work.Today, everyone, readings, judged, work);
        if (!verdict.IsDone)
            return verdict;
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? verdict : Outcome<Verdict>.Refused(committed.Refusals);
    }

    /// <summary>The deed itself, when everything has been read; an import does it hundreds of times in one transaction.</summary>
    /// <param name="everyone">Whoever entered a reading, superseded ones too.</param>
    /// <param name="readings">Those that count.</param>
    /// <param name="judged">Null where the county's market has no profile on the sampling day.</param>
    internal static Outcome<Verdict> Approve(
        Sample sample, Lot lot, DateOnly day, IReadOnlyCollection<AccountId> everyone, IReadOnlyCollection<EnteredReading> readings, JudgedMarket? judged, Work work)
    {
        // Where every reading was withdrawn there is nothing to approve, whoever entered them.
        var allowed = Approval.Check(sample.Status, readings.Count == 0 ? [] : everyone, work.Actor.Account);
        if (!allowed.IsDone)
            return Outcome<Verdict>.Refused(allowed.Refusals);
        if (judged is null)
            return new Refusal(LabRefusal.NoProfile, null, LimitCatalogue.HomeMarket, sample.DrawnOn);

        var evaluation = SampleJudge.Freeze(judged, sample.Id, readings, work);
        work.Db.Evaluations.Add(evaluation);
        sample.Status = SampleStatus.Approved;
        sample.ApprovedBy = work.Actor.Account;
        sample.ApprovedOn = day;
        sample.Verdict = evaluation.Verdict;
        work.Record(DeedCode.SampleApproved, sample.Code.ToString(), @new: new
        {
            verdict = evaluation.Verdict.ToString(), profile = evaluation.ProfileVersion, rule = evaluation.Rule.Code(),
        });
        LotHoldService.HoldIfFailed(work, lot, sample, evaluation.Verdict);
        return evaluation.Verdict;
    }
}
