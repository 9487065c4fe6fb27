using System.Globalization;
using System.Security.Cryptography;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Reports;

/// <summary>Takes a test report from its preparation over review and signature to its issue, and ends one that does not hold.</summary>
public sealed class ReportService(Database database, ReportPaper paper, ShellSettings shell)
{
    /// <summary>
    /// Analyst, reviewer or signatory prepares a report on an approved sample. Refused: a sample that is not approved, one that has a report at
    /// work, or in force where this one does not say what it changes; a county without a laboratory; what cannot be printed. A second call with the same id yields
    /// what the first prepared. Recorded: sample, verdict, markets, the replaced report.
    /// </summary>
    public async Task<Outcome<ReportNumber>> PrepareAsync(PrepareReport prepare, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Analyst or Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (ReportRules.Check(prepare) is { IsDone: false } wrong)
            return Outcome<ReportNumber>.Refused(wrong.Refusals);

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        await work.OneAtATimeAsync("report of " + prepare.Sample, cancel);
        if (await db.Reports.Where(r => r.Id == prepare.Id).Select(r => (ReportNumber?)r.Number).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var sample = await db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == prepare.Sample, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, nameof(prepare.Sample), prepare.Sample.ToString());
        if (sample.Status != SampleStatus.Approved)
            return new Refusal(ReportRefusal.SampleNotApproved, nameof(prepare.Sample), prepare.Sample.ToString());
        var replaced = await ReplacedAsync(db, sample.Id, prepare, cancel);
        if (!replaced.IsDone)
            return Outcome<ReportNumber>.Refused(replaced.Refusals);
        if (await LaboratoryQueries.OfCountyAsync(db, sample.County, work.Today, cancel) is not { } laboratory)
            return new Refusal(ReportRefusal.NoLaboratory);
        return await AddAsync(work, prepare, sample, laboratory, replaced.Value, cancel);
    }

    /// <summary>A reviewer or signatory finds a report right. Refused: who entered a reading or prepared it; a page that is not current. Recorded: the review.</summary>
    /// <param name="version">The row version that the reviewer saw.</param>
    public async Task<Outcome> ReviewAsync(ReportNumber number, uint version, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        return await MoveAsync(work, number, version, ReportState.Reviewed, async report =>
        {
            var allowed = (await HandsAsync(work.Db, report, cancel)).CheckReview(actor.Account);
            if (!allowed.IsDone)
                return allowed;
            (report.ReviewedBy, report.ReviewedAt) = (actor.Account, work.Now);
            work.Record(DeedCode.ReportReviewed, number.ToString());
            return Outcome.Done;
        }, cancel);
    }

    /// <summary>The authorised signatory signs. Refused: whose own work it is, and, under the rule of three, who checked or reviewed. Recorded: the rule.</summary>
    /// <param name="version">The row version that the signatory saw.</param>
    public async Task<Outcome> ApproveAsync(ReportNumber number, uint version, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        return await MoveAsync(work, number, version, ReportState.Approved, async report =>
        {
            var allowed = (await HandsAsync(work.Db, report, cancel)).CheckSignature(report.FourEyes, actor.Account);
            if (!allowed.IsDone)
                return allowed;
            (report.ApprovedBy, report.ApprovedAt) = (actor.Account, work.Now);
            work.Record(DeedCode.ReportApproved, number.ToString(), @new: new { fourEyes = report.FourEyes.ToString() });
            return Outcome.Done;
        }, cancel);
    }

    /// <summary>
    /// A signatory issues a signed report: its content is frozen with names and days, hashed and drawn once, and the report that it replaces is
    /// superseded. Refused: a replaced report that is no longer in force. Recorded: both hashes, and the end of the replaced one.
    /// </summary>
    /// <param name="version">The row version that the signatory saw.</param>
    public async Task<Outcome> IssueAsync(ReportNumber number, uint version, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        return await MoveAsync(work, number, version, ReportState.Issued, async report =>
        {
            var superseded = await SupersedeAsync(work, report, cancel);
            if (!superseded.IsDone)
                return superseded;
            var json = (await SignedAsync(work, report, cancel)).ToCanonicalJson();
            if (Unprintable(json) is { } unprintable)
                return unprintable;
            var pdf = paper.Render(ReportComposer.Compose(ReportContent.Read(json), json));
            (report.Content, report.ContentSha256) = (json, CanonicalJson.Sha256Hex(json));
            (report.Pdf, report.PdfSha256) = (pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)));
            (report.IssuedBy, report.IssuedOn) = (actor.Account, work.Today);
            work.Record(DeedCode.ReportIssued, number.ToString(), @new: new { report.ContentSha256, report.PdfSha256 });
            return Outcome.Done;
        }, cancel);
    }

    /// <summary>
    /// A signatory says that an issued report does not hold: its sample is tested again, in the same transaction. Certificates keep their state; who
    /// reads them is told, and so is the firm. Refused: without a reason. Recorded: the reason, the re-test.
    /// </summary>
    /// <param name="version">The row version that the signatory saw.</param>
    public async Task<Outcome> InvalidateAsync(ReportNumber number, uint version, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        return await MoveAsync(work, number, version, ReportState.Invalidated, async report =>
        {
            var ended = End(report, reason);
            if (!ended.IsDone)
                return ended;
            work.Record(DeedCode.ReportInvalidated, number.ToString(), why: report.EndedWhy);
            await ReTestQueries.OrderAsync(work, report.SampleId, number.ToString(), report.EndedWhy!, cancel);
            return ended;
        }, cancel);
    }

    /// <summary>
    /// Who prepared it, a reviewer or a signatory gives up a report before it is issued; a signed one only a signatory. Its number is not used
    /// again. Refused: without a reason. Recorded: the reason.
    /// </summary>
    /// <param name="version">The row version that the person saw.</param>
    public async Task<Outcome> CancelAsync(ReportNumber number, uint version, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Analyst or Role.Reviewer or Role.Signatory))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        return await MoveAsync(work, number, version, ReportState.Cancelled, report =>
        {
            var ended = MayCancel(report, actor) ? End(report, reason) : new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
            if (ended.IsDone)
                work.Record(DeedCode.ReportCancelled, number.ToString(), why: report.EndedWhy);
            return Task.FromResult(ended);
        }, cancel);
    }

    /// <summary>True for those who may give up a report at work.</summary>
    internal static bool MayCancel(Report report, Actor actor) => MayCancel(report.State, report.PreparedBy, actor);

    /// <inheritdoc cref="MayCancel(Report, Actor)"/>
    internal static bool MayCancel(ReportState state, AccountId preparedBy, Actor actor) => state switch
    {
        ReportState.Draft or ReportState.Reviewed => actor.Role is Role.Reviewer or Role.Signatory || (actor.Role is Role.Analyst && actor.Account == preparedBy),
        ReportState.Approved => actor.Role is Role.Signatory,
        _ => false,
    };

    /// <summary>Whose work a report is.</summary>
    internal static async Task<ReportHands> HandsAsync(BeeTraceDb db, Report report, CancellationToken cancel)
    {
        var analysts = await db.Readings.Where(r => r.SampleId == report.SampleId).Select(r => r.EnteredBy).Distinct().ToListAsync(cancel);
        var checker = await db.Samples.Where(s => s.Id == report.SampleId).Select(s => s.ApprovedBy).SingleAsync(cancel);
        return new ReportHands(analysts, checker, report.PreparedBy, report.ReviewedBy);
    }

    /// <returns>The report in force that the new one replaces, null for a first report.</returns>
    private static async Task<Outcome<Report?>> ReplacedAsync(BeeTraceDb db, SampleId sample, PrepareReport prepare, CancellationToken cancel)
    {
        var others = await db.Reports.AsNoTracking()
            .Where(r => r.SampleId == sample && r.State != ReportState.Cancelled && r.State != ReportState.Superseded && r.State != ReportState.Invalidated)
            .ToListAsync(cancel);
        if (others.Find(r => r.State.IsAtWork()) is { } atWork)
            return new Refusal(ReportRefusal.AnotherReport, null, atWork.Number.ToString());
        var inForce = others.SingleOrDefault();
        if (inForce is not null && prepare.Changes is null)
            return new Refusal(ReportRefusal.AnotherReport, null, inForce.Number.ToString());
        if (inForce is null && prepare.Changes is not null)
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        if (inForce is not null && ReportRules.CheckReason(prepare.Changes, nameof(prepare.Changes)) is { IsDone: false } reason)
            return Outcome<Report?>.Refused(reason.Refusals);
        return inForce;
    }

    private async Task<Outcome<ReportNumber>> AddAsync(
        Work work, PrepareReport prepare, Sample sample, LaboratoryVersion laboratory, Report? replaced, CancellationToken cancel)
    {
        var db = work.Db;
        var evaluation = await db.Evaluations.AsNoTracking().Include(e => e.Items)
            .Where(e => e.SampleId == sample.Id && e.Market == LimitCatalogue.HomeMarket)
            .NewestFirst().FirstAsync(cancel);
        var number = ReportNumber.Create(work.Today.Year, await Serials.NextReportAsync(db, work.Today.Year, cancel));
        var facts = await ReportFacts.OfAsync(work, sample, laboratory, cancel);
        var content = await facts.ContentAsync(number, prepare, evaluation, replaced?.Number, shell.DemoNotice, cancel);
        if (!content.IsDone)
            return Outcome<ReportNumber>.Refused(content.Refusals);
        var json = content.Value.ToCanonicalJson();
        if (Unprintable(json) is { } unprintable)
            return unprintable;

        var report = new Report
        {
            Id = prepare.Id,
            Number = number,
            SampleId = sample.Id,
            FirmId = sample.FirmId,
            EvaluationId = evaluation.Id,
            Markets = [.. content.Value.Markets.Skip(1).Select(m => m.Market.Code)],
            Languages = prepare.Languages,
            LaboratoryId = laboratory.Id,
            FourEyes = laboratory.FourEyes,
            State = ReportState.Draft,
            PreparedBy = work.Actor.Account,
            PreparedAt = work.Now,
            Supersedes = replaced?.Id,
            Changes = content.Value.Changes,
            Content = json,
        };
        db.Reports.Add(report);
        work.Record(
            DeedCode.ReportPrepared, number.ToString(), why: report.Changes,
            @new: new { sample = sample.Code.ToString(), verdict = evaluation.Verdict.ToString(), markets = string.Join(", ", report.Markets), replaces = content.Value.Replaces });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? number : Outcome<ReportNumber>.Refused(committed.Refusals);
    }

    /// <summary>Finds a report as the person saw it, takes one step with it and commits.</summary>
    private static async Task<Outcome> MoveAsync(
        Work work, ReportNumber number, uint version, ReportState to, Func<Report, Task<Outcome>> step, CancellationToken cancel)
    {
        var report = await work.Db.Reports.SingleOrDefaultAsync(r => r.Number == number, cancel);
        if (report is null)
            return new Refusal(ReportRefusal.ReportUnknown, null, number.ToString());
        if (report.Version != version)
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        if (ReportStates.Check(report.State, to) is { IsDone: false } notAllowed)
            return notAllowed;
        if (to is ReportState.Reviewed or ReportState.Approved or ReportState.Issued
            && await work.Db.Evaluations.Where(e => e.SampleId == report.SampleId && e.Market == LimitCatalogue.HomeMarket).NewestFirst().Select(e => e.Id).FirstAsync(cancel) != report.EvaluationId)
            return new Refusal(ReportRefusal.JudgedAgain);
        var done = await step(report);
        if (!done.IsDone)
            return done;
        report.State = to;
        return await work.CommitAsync(cancel);
    }

    private static Outcome End(Report report, string? reason)
    {
        if (ReportRules.CheckReason(reason, nameof(reason)) is { IsDone: false } missing)
            return missing;
        report.EndedWhy = reason!.Trim();
        return Outcome.Done;
    }

    private static async Task<Outcome> SupersedeAsync(Work work, Report report, CancellationToken cancel)
    {
        if (report.Supersedes is not { } old)
            return Outcome.Done;
        var replaced = await work.Db.Reports.SingleAsync(r => r.Id == old, cancel);
        if (ReportStates.Check(replaced.State, ReportState.Superseded) is { IsDone: false } notAllowed)
            return notAllowed;
        replaced.State = ReportState.Superseded;
        work.Record(DeedCode.ReportSuperseded, replaced.Number.ToString(), @new: new { replacedBy = report.Number.ToString() }, why: report.Changes);
        return Outcome.Done;
    }

    /// <summary>What was reviewed and signed, with the names of who did and the day of issue.</summary>
    private static async Task<ReportContent> SignedAsync(Work work, Report report, CancellationToken cancel)
    {
        var names = await People.NamesAsync(work.Db, new[] { report.PreparedBy, report.ReviewedBy, report.ApprovedBy }.OfType<AccountId>(), cancel);
        return ReportContent.Read(report.Content) with
        {
            Prepared = new(Name(report.PreparedBy), ChinaTime.DayOf(report.PreparedAt)),
            Reviewed = new(Name(report.ReviewedBy!.Value), ChinaTime.DayOf(report.ReviewedAt!.Value)),
            Approved = new(Name(report.ApprovedBy!.Value), ChinaTime.DayOf(report.ApprovedAt!.Value)),
            IssuedOn = work.Today,
        };

        string Name(AccountId person) => person == work.Actor.Account ? work.Actor.Name : names.GetValueOrDefault(person, "–");
    }

    private Refusal? Unprintable(string json) => paper.FirstUnprintable(json) is { } rune
        ? new Refusal(ReportRefusal.CannotPrint, null, rune.ToString(), string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"))
        : null;
}
