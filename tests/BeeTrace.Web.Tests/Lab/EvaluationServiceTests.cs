using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>Judging again adds: what was said before stays word for word, and the verdict follows the newest evaluation alone.</summary>
public sealed class EvaluationServiceTests(World world) : IClassFixture<World>
{
    private EvaluationService Service => world.Get<EvaluationService>();

    [Fact]
    public async Task A_limit_that_changes_leaves_old_samples_until_they_are_judged_again()
    {
        var passed = await world.ApprovedSampleAsync(await world.LotAsync(plant: World.Rape), ("SUCROSE", "4.2"));
        var before = await WrittenAsync(passed);
        var limit = await world.LimitInForceAsync("SUCROSE", "≤ 5 g/100 g", standard: "GB 14963");
        await world.ReplaceLimitAsync(limit, world.Today.AddDays(-10), "4.0");

        (await WrittenAsync(passed)).ShouldBe(before);
        (await VerdictAsync(passed)).ShouldBe(Verdict.Pass);

        (await Service.JudgeAgainAsync(passed, "CN", "edition 2027 was in force", world.Signatory)).ShouldBeDone().ShouldBe(Verdict.Fail);

        (await WrittenAsync(passed)).ShouldStartWith(before);
        (await VerdictAsync(passed)).ShouldBe(Verdict.Fail);
        var sheet = (await world.Get<SampleQueries>().FindAsync(passed, world.Auditor)).ShouldNotBeNull();
        sheet.Evaluations.Select(e => (e.Verdict, e.Why)).ShouldBe([(Verdict.Fail, "edition 2027 was in force"), (Verdict.Pass, null)]);
        sheet.Frozen.ShouldNotBeNull().Items.Single(i => i.Analyte == "SUCROSE").Standard.ShouldBe("GB 14963-2027");
        (await OpenHoldsAsync(passed)).ShouldBe(1);
        var deed = (await world.DeedsOfAsync(passed.ToString())).Single(d => d.Deed == DeedCode.SampleJudgedAgain);
        (deed.Why, deed.ActorRole).ShouldBe(("edition 2027 was in force", Role.Signatory));
        deed.Old.ShouldNotBeNull().ShouldContain("Pass");

        await world.ReplaceLimitAsync(await world.LimitInForceAsync("SUCROSE", "≤ 4.0 g/100 g"), world.Today.AddDays(-5), "6");
        (await Service.JudgeAgainAsync(passed, "CN", "corrected again", world.Signatory)).ShouldBeDone().ShouldBe(Verdict.Pass);
        (await OpenHoldsAsync(passed)).ShouldBe(1, "a hold is released by an officer and not by a verdict");
    }

    [Fact]
    public async Task Another_market_only_adds()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());

        (await Service.JudgeAgainAsync(code, "EU", "asked by the buyer", world.Signatory)).ShouldBeDone();

        var sheet = (await world.Get<SampleQueries>().FindAsync(code, world.Auditor)).ShouldNotBeNull();
        sheet.Evaluations.Select(e => e.Market).ShouldBe(["EU", "CN"]);
        (sheet.Sample.Verdict, sheet.Frozen.ShouldNotBeNull().Market).ShouldBe((Verdict.Pass, "CN"));
    }

    [Fact]
    public async Task Judging_again_is_for_a_signatory_who_entered_nothing_and_says_why()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());
        var analyst = new Actor(world.Analyst.Account, world.Analyst.Name, Role.Signatory);

        (await Service.JudgeAgainAsync(code, "CN", "why", world.Reviewer)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.JudgeAgainAsync(code, "CN", "why", analyst)).ShouldBeRefused(LabRefusal.SamePerson);
        (await Service.JudgeAgainAsync(code, "CN", " ", world.Signatory)).ShouldBeRefused(LabRefusal.ReasonMissing);
        (await Service.JudgeAgainAsync(code, "XX", "why", world.Signatory)).ShouldBeRefused(LabRefusal.NoProfile);
        var open = await world.SubmittedSampleAsync(await world.LotAsync());
        (await Service.JudgeAgainAsync(open, "CN", "why", world.Signatory)).ShouldBeRefused(LabRefusal.NotYetJudged);
        (await RefusedAsync(analyst, Evaluation(code, "Pass", analyst))).ShouldBe(DbErrors.JudgesNotOwn);
        (await RefusedAsync(world.Reviewer, Evaluation(code, "Pass", world.Reviewer))).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_verdict_without_a_newer_evaluation_is_refused_by_the_database()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());
        const string Now = "; set constraints all immediate";

        (await RefusedAsync(world.Signatory, $"update lab.samples set verdict = 'Fail' where code = '{code}'{Now}")).ShouldBe(DbErrors.NewestVerdict);
        (await RefusedAsync(world.Reviewer, $"update lab.samples set verdict = 'Fail' where code = '{code}'")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await RefusedAsync(world.Signatory, $"update lab.samples set verdict = null where code = '{code}'")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await RefusedAsync(world.Signatory, $"update lab.samples set grade = 'grade-1' where code = '{code}'")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        // And an evaluation that the verdict does not follow.
        (await RefusedAsync(world.Signatory, Evaluation(code, "Fail", world.Signatory) + Now)).ShouldBe(DbErrors.NewestVerdict);
    }

    [Fact]
    public async Task An_issued_report_keeps_its_copy_and_says_that_the_sample_was_judged_again()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());
        var number = await world.IssuedReportAsync(code);
        var before = (await world.Get<ReportQueries>().FindAsync(number, world.Auditor)).ShouldNotBeNull();
        before.JudgedAgain.ShouldBeNull();

        (await Service.JudgeAgainAsync(code, "EU", "asked by the buyer", world.Signatory)).ShouldBeDone();
        (await world.Get<ReportQueries>().FindAsync(number, world.Auditor)).ShouldNotBeNull().JudgedAgain.ShouldBeNull("another market is not the report's verdict");
        (await Service.JudgeAgainAsync(code, "CN", "a newer edition", world.Signatory)).ShouldBeDone();

        var after = (await world.Get<ReportQueries>().FindAsync(number, world.Auditor)).ShouldNotBeNull();
        after.JudgedAgain.ShouldNotBeNull().Why.ShouldBe("a newer edition");
        (after.Report.Content, after.Report.ContentSha256).ShouldBe((before.Report.Content, before.Report.ContentSha256));
    }

    [Fact]
    public async Task A_report_with_a_verdict_of_yesterday_goes_no_further()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());
        var number = await world.PreparedReportAsync(code);
        (await Service.JudgeAgainAsync(code, "CN", "a newer edition", world.Signatory)).ShouldBeDone();

        (await world.StepAsync(number, world.OtherReviewer, (s, v) => s.ReviewAsync(number, v, world.OtherReviewer))).ShouldBeRefused(ReportRefusal.JudgedAgain);
        (await world.StepAsync(number, world.OtherReviewer, (s, v) => s.CancelAsync(number, v, "judged again", world.OtherReviewer))).ShouldBeDone();
    }

    [Fact]
    public async Task Of_two_who_judge_again_at_once_each_adds_and_the_later_one_counts()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());

        (await Task.WhenAll(Service.JudgeAgainAsync(code, "CN", "one", world.Signatory), Service.JudgeAgainAsync(code, "CN", "two", world.OtherSignatory)))
            .ShouldAllBe(outcome => outcome.IsDone);

        (await world.Get<SampleQueries>().FindAsync(code, world.Auditor)).ShouldNotBeNull().Evaluations.Count.ShouldBe(3);
    }

    private static string Evaluation(SampleCode code, string verdict, Actor actor) =>
        $"""
        insert into lab.evaluations (id, sample_id, market, profile_version, rule, verdict, evaluated_at, evaluated_by, why)
        select '{Guid.CreateVersion7()}', id, 'CN', 'CN-2020.1', 'CnFull', '{verdict}', '2026-06-16', '{actor.Account.Value}', 'by hand' from lab.samples where code = '{code}'
        """;

    private async Task<string> RefusedAsync(Actor actor, string sql)
    {
        await using var work = await world.Get<Database>().OpenAsync(actor);
        var refused = await Should.ThrowAsync<PostgresException>(() => work.Db.Database.ExecuteSqlRawAsync(sql));
        return string.IsNullOrEmpty(refused.ConstraintName) ? refused.SqlState : refused.ConstraintName;
    }

    private Task<Verdict?> VerdictAsync(SampleCode code) => world.SeeAsync(world.Auditor, db => db.Samples.Where(s => s.Code == code).Select(s => s.Verdict).SingleAsync());

    private Task<int> OpenHoldsAsync(SampleCode code) =>
        world.SeeAsync(world.County, db => db.LotHolds.CountAsync(h => h.ReleasedAt == null && db.Samples.Any(s => s.Id == h.SampleId && s.Code == code)));

    /// <summary>Every evaluation of a sample as the database holds it, byte for byte, oldest first.</summary>
    private Task<string> WrittenAsync(SampleCode code) => world.SeeAsync(world.Auditor, async db => string.Join('\n', await db.Database.SqlQuery<string>(
        $"""
        select e::text || (select string_agg(i::text, chr(10) order by i.analyte) from lab.evaluation_items i where i.evaluation_id = e.id) as "Value"
        from lab.evaluations e join lab.samples s on s.id = e.sample_id where s.code = {code.ToString()} order by e.evaluated_at, e.id
        """).ToListAsync()));
}
