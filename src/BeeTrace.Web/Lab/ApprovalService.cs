using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>The second pair of eyes: judges a submitted sample and makes the verdict count.</summary>
public sealed class ApprovalService(Database database)
{
    /// <summary>
    /// A reviewer or signatory approves. Refused: who entered one of the readings, a sample that is not submitted, one that
    /// changed since the page was read. Recorded: verdict, profile and rule; limits and readings are frozen with it.
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
        var verdict = await ApproveAsync(sample, work.Today, work, cancel);
        if (!verdict.IsDone)
            return verdict;
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? verdict : Outcome<Verdict>.Refused(committed.Refusals);
    }

    /// <summary>The same without committing, for an import of many.</summary>
    internal static async Task<Outcome<Verdict>> ApproveAsync(Sample sample, DateOnly day, Work work, CancellationToken cancel)
    {
        var db = work.Db;
        var everyone = await db.Readings.Where(r => r.SampleId == sample.Id).Select(r => r.EnteredBy).Distinct().ToListAsync(cancel);
        var allowed = Approval.Check(sample.Status, everyone, work.Actor.Account);
        if (!allowed.IsDone)
            return Outcome<Verdict>.Refused(allowed.Refusals);

        var readings = await CurrentReadings.Of(db, sample.Id).ToListAsync(cancel);
        var judged = await SampleJudge.JudgeAsync(db, sample, readings, LimitCatalogue.HomeMarket, cancel);
        if (judged is null)
            return new Refusal(LabRefusal.NoProfile, null, LimitCatalogue.HomeMarket, sample.DrawnOn);

        var evaluation = SampleJudge.Freeze(judged, sample.Id, readings, work);
        db.Evaluations.Add(evaluation);
        sample.Status = SampleStatus.Approved;
        sample.ApprovedBy = work.Actor.Account;
        sample.ApprovedOn = day;
        sample.Verdict = evaluation.Verdict;
        work.Record(DeedCode.SampleApproved, sample.Code.ToString(), @new: new
        {
            verdict = evaluation.Verdict.ToString(), profile = evaluation.ProfileVersion, rule = evaluation.Rule.Code(),
        });
        return evaluation.Verdict;
    }
}
