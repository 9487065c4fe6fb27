using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Reports;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Reports;

/// <summary>Objections to failing results, from the firm over the county to the re-test that decides.</summary>
public sealed class ObjectionService(Database database)
{
    /// <summary>Public holidays that were entered: none yet, so that a deadline may come too early and a late objection is marked, not refused.</summary>
    internal static readonly IReadOnlySet<DateOnly> Holidays = new HashSet<DateOnly>();

    /// <summary>
    /// The sampled firm objects to the report in force. Refused: a sample that did not fail, a test that no authority ordered, a second objection,
    /// no reason. Recorded: the last day to object, the reason.
    /// </summary>
    public async Task<Outcome> FileAsync(ReportNumber number, string? why, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Exporter)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (ReportRules.CheckReason(why, nameof(why)) is { IsDone: false } missing)
            return missing;
        await using var work = await database.OpenAsync(actor, cancel);
        var report = await work.Db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancel);
        if (report is null)
            return new Refusal(ReportRefusal.ReportUnknown, null, number.ToString());
        await work.OneAtATimeAsync("objection to " + number, cancel);
        if (await work.Db.Objections.AnyAsync(o => o.SampleId == report.SampleId, cancel))
            return new Refusal(ReportRefusal.ObjectionTwice);
        var regime = RegimeOf(report);
        var verdict = await work.Db.Samples.Where(s => s.Id == report.SampleId).Select(s => s.Verdict).SingleAsync(cancel);
        if (ObjectionRules.CheckFiling(report.State, regime, verdict) is { IsDone: false } notAllowed)
            return notAllowed;

        var deadline = regime!.Value.Deadline(report.IssuedOn!.Value, Holidays);
        work.Db.Objections.Add(new Objection
        {
            Id = ObjectionId.New(), ReportId = report.Id, SampleId = report.SampleId, FirmId = report.FirmId, Regime = regime.Value, Why = why!.Trim(),
            FiledBy = actor.Account, FiledOn = work.Today, Deadline = deadline, State = ObjectionState.Filed,
        });
        work.Record(DeedCode.ObjectionFiled, number.ToString(), @new: new { deadline }, why: why.Trim());
        return await work.CommitAsync(cancel);
    }

    /// <summary>The county grants a re-test. Recorded: the deed.</summary>
    /// <param name="version">The row version that the officer saw.</param>
    public Task<Outcome> AcceptAsync(ReportNumber number, uint version, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(number, version, ObjectionState.Accepted, null, actor, cancel);

    /// <summary>The county grants no re-test. Refused: without a reason. Recorded: the reason.</summary>
    /// <param name="version">The row version that the officer saw.</param>
    public async Task<Outcome> RefuseAsync(ReportNumber number, uint version, string? why, Actor actor, CancellationToken cancel = default) =>
        ReportRules.CheckReason(why, nameof(why)) is { IsDone: false } missing
            ? missing
            : await DecideAsync(number, version, ObjectionState.Refused, why!.Trim(), actor, cancel);

    /// <summary>
    /// A signatory concludes by the approved sample of the re-test, whose verdict is final. Refused: a sample that is no re-test of the lot, one
    /// without a clear verdict. Recorded: its code, its verdict, what became of the first result.
    /// </summary>
    /// <param name="version">The row version that the signatory saw.</param>
    public async Task<Outcome> ConcludeAsync(ReportNumber number, uint version, string? reTestCode, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var code = SampleCode.Parse(reTestCode, "reTest");
        if (!code.IsDone)
            return Outcome.Refused(code.Refusals);
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await FindAsync(work.Db, number, version, cancel);
        if (!found.IsDone)
            return Outcome.Refused(found.Refusals);
        var objection = found.Value;
        var reTest = await work.Db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code.Value, cancel);
        if (reTest is null)
            return new Refusal(LabRefusal.SampleUnknown, nameof(reTest), code.Value.ToString());
        var first = await work.Db.Samples.AsNoTracking().SingleAsync(s => s.Id == objection.SampleId, cancel);
        var decided = ObjectionRules.Decide(first, reTest);
        if (!decided.IsDone)
            return Outcome.Refused(decided.Refusals);
        if (ObjectionRules.CheckStep(objection.State, decided.Value) is { IsDone: false } notAllowed)
            return notAllowed;

        (objection.State, objection.ReTestId, objection.FinalVerdict) = (decided.Value, reTest.Id, reTest.Verdict);
        (objection.ConcludedBy, objection.ConcludedOn) = (actor.Account, work.Today);
        work.Record(DeedCode.ObjectionConcluded, number.ToString(), @new: new { sample = reTest.Code.ToString(), verdict = reTest.Verdict.ToString(), state = decided.Value.ToString() });
        return await work.CommitAsync(cancel);
    }

    /// <summary>The law under which a report may be objected to; null where no authority ordered the test.</summary>
    internal static ObjectionRegime? RegimeOf(Report report) =>
        ReportContent.Read(report.Content).Regime is { } regime ? Enum.Parse<ObjectionRegime>(regime) : null;

    private async Task<Outcome> DecideAsync(ReportNumber number, uint version, ObjectionState to, string? why, Actor actor, CancellationToken cancel)
    {
        if (actor.Role is not Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await FindAsync(work.Db, number, version, cancel);
        if (!found.IsDone)
            return Outcome.Refused(found.Refusals);
        var objection = found.Value;
        if (ObjectionRules.CheckStep(objection.State, to) is { IsDone: false } notAllowed)
            return notAllowed;
        (objection.State, objection.DecidedBy, objection.DecidedOn, objection.DecidedWhy) = (to, actor.Account, work.Today, why);
        work.Record(to == ObjectionState.Accepted ? DeedCode.ObjectionAccepted : DeedCode.ObjectionRefused, number.ToString(), why: why);
        return await work.CommitAsync(cancel);
    }

    private static async Task<Outcome<Objection>> FindAsync(BeeTraceDb db, ReportNumber number, uint version, CancellationToken cancel)
    {
        var objection = await db.Objections.SingleOrDefaultAsync(o => db.Reports.Any(r => r.Id == o.ReportId && r.Number == number), cancel);
        if (objection is null)
            return new Refusal(ReportRefusal.ObjectionUnknown);
        return objection.Version == version ? objection : new Refusal(AccessRefusal.ChangedMeanwhile);
    }
}
