using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Reports;

public sealed class ReportServiceTests(World world) : IClassFixture<World>
{
    private ReportService Service => world.Get<ReportService>();

    [Fact]
    public async Task A_report_is_prepared_reviewed_signed_and_issued_and_each_deed_is_recorded()
    {
        var number = await world.IssuedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));

        var report = await ReportAsync(number, world.Auditor);
        (report.State, report.PreparedBy, report.ReviewedBy, report.ApprovedBy).ShouldBe(
            (ReportState.Issued, world.Analyst.Account, world.OtherReviewer.Account, world.Signatory.Account));
        report.ContentSha256.ShouldBe(CanonicalJson.Sha256Hex(report.Content));
        var content = ReportContent.Read(report.Content);
        (content.Number, content.IssuedOn, content.Approved!.Name).ShouldBe((number.ToString(), world.Today, world.Signatory.Name));
        (await world.DeedsOfAsync(number.ToString())).Select(d => d.Deed)
            .ShouldBe([DeedCode.ReportPrepared, DeedCode.ReportReviewed, DeedCode.ReportApproved, DeedCode.ReportIssued], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_reviewed_is_what_is_issued()
    {
        var number = await world.PreparedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var reviewed = ReportContent.Read((await ReportAsync(number, world.OtherReviewer)).Content);
        await SignAsync(number);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.IssueAsync(number, v, world.Signatory))).ShouldBeDone();

        var issued = ReportContent.Read((await ReportAsync(number, world.Auditor)).Content);
        (issued with { Prepared = null, Reviewed = null, Approved = null, IssuedOn = null }).ToCanonicalJson().ShouldBe(reviewed.ToCanonicalJson());
    }

    [Fact]
    public async Task Only_an_approved_sample_is_reported_and_only_by_the_laboratory()
    {
        await world.EnsureSigningLaboratoryAsync();
        var submitted = await world.SubmittedSampleAsync(await world.LotAsync());
        (await Service.PrepareAsync(World.AReport(submitted), world.Analyst)).ShouldBeRefused(ReportRefusal.SampleNotApproved);

        (await world.ApproveAsync(submitted, world.Reviewer)).ShouldBeDone();
        foreach (var actor in new[] { world.Sampler, world.County, world.Auditor, world.Admin, await world.ExporterAsync() })
            (await Service.PrepareAsync(World.AReport(submitted), actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task A_second_click_finds_the_report_that_the_first_prepared()
    {
        await world.EnsureSigningLaboratoryAsync();
        var prepare = World.AReport(await world.ApprovedSampleAsync(await world.LotAsync()));

        var numbers = await Task.WhenAll(Service.PrepareAsync(prepare, world.Analyst), Service.PrepareAsync(prepare, world.Analyst));

        numbers.Select(n => n.ShouldBeDone()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_sample_has_one_report_at_work_and_one_in_force()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());
        var number = await world.PreparedReportAsync(sample);
        (await Service.PrepareAsync(World.AReport(sample), world.Analyst)).ShouldBeRefused(ReportRefusal.AnotherReport).Arguments.ShouldBe([number.ToString()]);

        await SignAsync(number);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.IssueAsync(number, v, world.Signatory))).ShouldBeDone();
        (await Service.PrepareAsync(World.AReport(sample), world.Analyst)).ShouldBeRefused(ReportRefusal.AnotherReport);
    }

    [Fact]
    public async Task Nobody_reviews_or_signs_their_own_work()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());
        await world.EnsureSigningLaboratoryAsync();
        var number = (await Service.PrepareAsync(World.AReport(sample), world.OtherReviewer)).ShouldBeDone();
        var analystAsReviewer = world.Analyst with { Role = Role.Reviewer };
        foreach (var own in new[] { world.OtherReviewer, analystAsReviewer })
            (await world.StepAsync(number, own, (s, v) => s.ReviewAsync(number, v, own))).ShouldBeRefused(ReportRefusal.OwnWork);

        (await world.StepAsync(number, world.Reviewer, (s, v) => s.ReviewAsync(number, v, world.Reviewer))).ShouldBeDone();
        foreach (var own in new[] { world.OtherReviewer, world.Analyst })
        {
            var asSignatory = own with { Role = Role.Signatory };
            (await world.StepAsync(number, asSignatory, (s, v) => s.ApproveAsync(number, v, asSignatory))).ShouldBeRefused(ReportRefusal.OwnWork);
        }
    }

    [Fact]
    public async Task Where_three_are_wanted_who_checked_or_reviewed_does_not_sign()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());
        var number = await world.PreparedReportAsync(sample);
        (await world.StepAsync(number, world.OtherReviewer, (s, v) => s.ReviewAsync(number, v, world.OtherReviewer))).ShouldBeDone();
        foreach (var person in new[] { world.OtherReviewer, world.Reviewer })
        {
            var asSignatory = person with { Role = Role.Signatory };
            (await world.StepAsync(number, asSignatory, (s, v) => s.ApproveAsync(number, v, asSignatory))).ShouldBeRefused(ReportRefusal.ThirdPersonNeeded);
        }
    }

    [Fact]
    public async Task Who_saw_an_older_state_is_told_that_it_changed()
    {
        var number = await world.PreparedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var seen = (await ReportAsync(number, world.Reviewer)).Version;
        (await world.StepAsync(number, world.OtherReviewer, (s, v) => s.ReviewAsync(number, v, world.OtherReviewer))).ShouldBeDone();

        (await Service.ReviewAsync(number, seen, world.Reviewer)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task A_step_cannot_be_left_out()
    {
        var number = await world.PreparedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));

        (await world.StepAsync(number, world.Signatory, (s, v) => s.ApproveAsync(number, v, world.Signatory))).ShouldBeRefused(ReportRefusal.StateNotAllowed);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.IssueAsync(number, v, world.Signatory))).ShouldBeRefused(ReportRefusal.StateNotAllowed);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.InvalidateAsync(number, v, "why", world.Signatory))).ShouldBeRefused(ReportRefusal.StateNotAllowed);
    }

    [Fact]
    public async Task An_amendment_is_a_new_report_that_says_what_changed_and_supersedes_the_old_one()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());
        var old = await world.IssuedReportAsync(sample);
        (await Service.PrepareAsync(World.AReport(sample) with { Changes = " " }, world.Analyst)).ShouldBeRefused(ReportRefusal.ReasonMissing);

        var amended = await world.IssuedReportAsync(sample, r => r with { Client = "Another client", Changes = "委托方名称更正" });

        (await ReportAsync(old, world.Auditor)).State.ShouldBe(ReportState.Superseded);
        var sheet = (await world.Get<ReportQueries>().FindAsync(amended, world.Auditor))!;
        sheet.Report.State.ShouldBe(ReportState.Issued);
        sheet.Document.Replaces!.Value.Zh.ShouldSatisfyAllConditions(t => t.ShouldContain(old.ToString()), t => t.ShouldContain("委托方名称更正"));
        sheet.Versions.Select(v => (v.Number, v.State)).ShouldBe([(old, ReportState.Superseded), (amended, ReportState.Issued)]);
        (await world.DeedsOfAsync(old.ToString())).Select(d => d.Deed).ShouldContain(DeedCode.ReportSuperseded);
    }

    [Fact]
    public async Task Until_the_new_report_is_issued_the_old_one_stays_in_force()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());
        var old = await world.IssuedReportAsync(sample);
        var draft = await world.PreparedReportAsync(sample, r => r with { Changes = "a slip" });
        (await ReportAsync(old, world.Auditor)).State.ShouldBe(ReportState.Issued);

        (await world.StepAsync(draft, world.Analyst, (s, v) => s.CancelAsync(draft, v, "not needed", world.Analyst))).ShouldBeDone();
        (await ReportAsync(old, world.Auditor)).State.ShouldBe(ReportState.Issued);
        (await world.IssuedReportAsync(sample, r => r with { Changes = "a slip after all" })).ShouldNotBe(draft);
    }

    [Fact]
    public async Task An_invalidated_report_says_why_and_its_certificates_are_named()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync());
        var number = await world.IssuedReportAsync(sample);
        var certificate = await world.CertificateAsync(sample);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.InvalidateAsync(number, v, "", world.Signatory))).ShouldBeRefused(ReportRefusal.ReasonMissing);
        (await world.Get<ReportQueries>().RestingOnInvalidatedAsync(world.Auditor)).ShouldNotContain(certificate);

        (await world.StepAsync(number, world.Signatory, (s, v) => s.InvalidateAsync(number, v, "样品混淆", world.Signatory))).ShouldBeDone();

        (await ReportAsync(number, world.Auditor)).EndedWhy.ShouldBe("样品混淆");
        (await world.Get<ReportQueries>().RestingOnInvalidatedAsync(world.Auditor)).ShouldContain(certificate);
        (await world.DeedsOfAsync(number.ToString())).Single(d => d.Deed == DeedCode.ReportInvalidated).Why.ShouldBe("样品混淆");

        await world.IssuedReportAsync(sample);
        (await world.Get<ReportQueries>().RestingOnInvalidatedAsync(world.Auditor)).ShouldNotContain(certificate);
    }

    [Fact]
    public async Task Items_are_inside_the_scope_of_a_number_where_their_method_is()
    {
        await world.EnsureSigningLaboratoryAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.ChangeLaboratoryAsync(World.ALaboratory() with { CnasNumber = "L0000" })).ShouldBeDone();
        try
        {
            foreach (var (analyte, inside) in new[] { ("SUCROSE", true), ("ZINC", false) })
                (await world.Get<MethodService>().RegisterAsync(
                    new RegisterMethod(MethodId.New(), "HONEY", analyte, "M-" + analyte, null, null, null, null, false, inside, "scope of 2026", world.Today), world.Reviewer)).ShouldBeDone();
            var sample = await world.SampleAsync(await world.LotAsync());
            foreach (var (analyte, text) in new[] { ("SUCROSE", "4.2"), ("ZINC", "3") })
                (await world.Get<ReadingService>().EnterAsync(new EnterReading(sample, analyte, text, null, null, Method: "M-" + analyte), world.Analyst)).ShouldBeDone();
            await world.ReadingAsync(sample, "MOULDS", "20");
            (await world.Get<SampleService>().SubmitAsync(sample, world.Analyst)).ShouldBeDone();
            (await world.ApproveAsync(sample, world.Reviewer)).ShouldBeDone();

            var items = ReportContent.Read((await ReportAsync(await world.PreparedReportAsync(sample), world.Auditor)).Content).Markets[0].Items;

            items.ToDictionary(i => i.Analyte.Code, i => i.InScope, StringComparer.Ordinal).ShouldBe(
                new Dictionary<string, bool> { ["SUCROSE"] = true, ["ZINC"] = false, ["MOULDS"] = false }, ignoreOrder: true);
        }
        finally
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            (await world.ChangeLaboratoryAsync(World.ALaboratory())).ShouldBeDone();
        }
    }

    [Fact]
    public async Task An_invalidated_report_leaves_one_re_test_that_counts_the_sample_once_by_its_own_verdict()
    {
        var lot = await world.LotAsync();
        var sample = await world.ApprovedSampleAsync(lot);
        var before = await RateAsync();
        await InvalidateAsync(sample, "样品混淆");

        (await world.Get<ReTestQueries>().OfSampleAsync(sample, world.Analyst)).ShouldBeEmpty("who tests it must not learn which sample it repeats");
        var reTest = (await world.Get<ReTestQueries>().OfSampleAsync(sample, world.Reviewer)).ShouldHaveSingleItem();
        (reTest.Repeats, reTest.Status, reTest.Why).ShouldBe((sample, SampleStatus.Received, "样品混淆"));
        (await RateAsync()).ShouldBe(before, "until the re-test has a verdict the first one stands, and the re-test is in no rate");
        (await world.DeedsOfAsync(reTest.Sample.ToString())).Select(d => d.Deed).ShouldBe([DeedCode.ReTestOrdered]);

        await world.FillAsync(reTest.Sample, ("SUCROSE", "12"));
        (await world.ApproveAsync(reTest.Sample, world.Reviewer)).Value.ShouldBe(Verdict.Fail);

        (await RateAsync()).ShouldBe((before.Passed - 1, before.Judged), "it counts once, by its final verdict");
        await world.RecountRatesAsync();
        (await RateAsync()).ShouldBe((before.Passed - 1, before.Judged));

        await InvalidateAsync(reTest.Sample, "wrong dilution");
        var second = (await world.Get<ReTestQueries>().OfSampleAsync(reTest.Sample, world.Reviewer))[0];
        second.Repeats.ShouldBe(reTest.Sample);
        await world.FillAsync(second.Sample);
        (await world.ApproveAsync(second.Sample, world.Reviewer)).Value.ShouldBe(Verdict.Pass);
        (await RateAsync()).ShouldBe(before, "the last of a chain decides about the first");
        await world.RecountRatesAsync();
        (await RateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_certificate_on_an_invalidated_result_warns_whoever_checks_it_and_no_new_one_is_issued()
    {
        var lot = await world.LotAsync();
        var (certified, other) = (await world.ApprovedSampleAsync(lot), await world.ApprovedSampleAsync(lot));
        var certificate = await world.CertificateAsync(certified);
        var check = world.Get<CertificateCheck>();
        (await check.ByNumberAsync(certificate)).Warnings.ShouldBeEmpty();

        await InvalidateAsync(certified, "样品混淆");
        await InvalidateAsync(other, "样品混淆");

        var result = await check.ByNumberAsync(certificate);
        (result.State, result.Warnings.Single().En).ShouldSatisfyAllConditions(
            found => found.State.ShouldBe(CertificateState.Valid, "it is what was issued"),
            found => found.En.ShouldContain(certified.ToString()),
            found => found.En.ShouldContain("being tested again"));
        (await world.Get<CertificateService>().IssueBatchTestAsync(other, world.Signatory)).ShouldBeRefused(CertificateRefusal.ResultWithdrawn);

        await world.IssuedReportAsync(certified);
        (await check.ByNumberAsync(certificate)).Warnings.ShouldBeEmpty("a new report stands behind the result");
    }

    [Fact]
    public async Task The_firm_reads_on_its_lot_what_no_longer_holds_and_another_firm_does_not()
    {
        var firm = await world.ExporterAsync();
        var lot = await world.LotAsync(firm, await world.ApiaryAsync(await world.BeekeeperAsync()));
        await InvalidateAsync(await world.ApprovedSampleAsync(lot), "样品混淆");

        (await world.Get<ReTestQueries>().OfLotAsync(lot, firm)).Single().Why.ShouldBe("样品混淆");
        (await world.Get<ReTestQueries>().OfLotAsync(lot, await world.ExporterAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signed_report_is_given_up_by_a_signatory_alone()
    {
        var number = await world.PreparedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        (await world.StepAsync(number, world.OtherAnalyst, (s, v) => s.CancelAsync(number, v, "why", world.OtherAnalyst))).ShouldBeRefused(AccessRefusal.NotYourRole);
        await SignAsync(number);
        (await world.StepAsync(number, world.Analyst, (s, v) => s.CancelAsync(number, v, "why", world.Analyst))).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.CancelAsync(number, v, "why", world.Signatory))).ShouldBeDone();
    }

    [Fact]
    public async Task A_firm_reads_its_reports_once_they_have_left_the_house_and_no_others()
    {
        var (firm, other) = (await world.ExporterAsync(), await world.ExporterAsync());
        var lot = await world.LotAsync(firm, await world.ApiaryAsync(await world.BeekeeperAsync()));
        var draft = await world.PreparedReportAsync(await world.ApprovedSampleAsync(lot));
        var issued = await world.IssuedReportAsync(await world.ApprovedSampleAsync(lot));
        var queries = world.Get<ReportQueries>();

        (await queries.ListAsync(new ReportFilter(), firm)).Rows.Select(r => r.Number).ShouldBe([issued]);
        (await queries.FindAsync(draft, firm)).ShouldBeNull();
        (await queries.FindAsync(issued, firm)).ShouldNotBeNull().Report.Number.ShouldBe(issued);
        (await queries.PdfAsync(issued, firm)).ShouldNotBeNull();
        foreach (var stranger in new[] { other, Actor.Public, await world.BeekeeperAsync() })
        {
            (await queries.FindAsync(issued, stranger)).ShouldBeNull();
            (await queries.PdfAsync(issued, stranger)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Further_markets_are_judged_on_the_same_readings_and_one_without_limits_is_refused()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync(), ("CHLORAMPHENICOL", "0.2"));
        await world.EnsureSigningLaboratoryAsync();
        (await Service.PrepareAsync(World.AReport(sample) with { Markets = ["XX"] }, world.Analyst)).ShouldBeRefused(ReportRefusal.NoProfile);

        var number = await world.PreparedReportAsync(sample, r => r with { Markets = ["EU"] });

        var content = ReportContent.Read((await ReportAsync(number, world.Auditor)).Content);
        content.Markets.Select(m => m.Market.Code).ShouldBe(["CN", "EU"]);
        content.Markets[1].Items.Single(i => i.Analyte.Code == "CHLORAMPHENICOL").Verdict.ShouldBe(nameof(Verdict.Fail));
    }

    private async Task SignAsync(ReportNumber number)
    {
        (await world.StepAsync(number, world.OtherReviewer, (s, v) => s.ReviewAsync(number, v, world.OtherReviewer))).ShouldBeDone();
        (await world.StepAsync(number, world.Signatory, (s, v) => s.ApproveAsync(number, v, world.Signatory))).ShouldBeDone();
    }

    private async Task<Report> ReportAsync(ReportNumber number, Actor actor) =>
        (await world.Get<ReportQueries>().FindAsync(number, actor)).ShouldNotBeNull().Report;

    private async Task InvalidateAsync(SampleCode sample, string why)
    {
        var number = await world.IssuedReportAsync(sample);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.InvalidateAsync(number, v, why, world.Signatory))).ShouldBeDone();
    }

    private async Task<(int Passed, int Judged)> RateAsync()
    {
        var rate = await world.Get<PassRateQueries>().CountAsync(PassRateScope.OfYear(world.Today.Year), RateKind.Batch, Actor.Public);
        return (rate.Passed, rate.Judged);
    }
}

/// <summary>In a county of its own, which has no laboratory at first.</summary>
public sealed class LaboratoryOfReportsTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Each_report_keeps_the_rule_and_the_laboratory_under_which_it_was_prepared()
    {
        var lot = await world.LotAsync();
        var (first, second) = (await world.ApprovedSampleAsync(lot), await world.ApprovedSampleAsync(lot));
        (await world.Get<ReportService>().PrepareAsync(World.AReport(first), world.Analyst)).ShouldBeRefused(ReportRefusal.NoLaboratory);
        (await world.ChangeLaboratoryAsync(World.ALaboratory())).ShouldBeDone();
        var strict = await world.PreparedReportAsync(first);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.ChangeLaboratoryAsync(World.ALaboratory() with { NameEn = "Renamed Laboratory", FourEyes = FourEyes.TwoPersons })).ShouldBeDone();
        var loose = await world.PreparedReportAsync(second);

        var reports = await world.SeeAsync(world.Auditor, db => db.Reports.AsNoTracking().ToDictionaryAsync(r => r.Number));
        (reports[strict].FourEyes, reports[loose].FourEyes).ShouldBe((FourEyes.ThreePersons, FourEyes.TwoPersons));
        ReportContent.Read(reports[strict].Content).Laboratory.Name.En.ShouldBe("Test Laboratory");
        ReportContent.Read(reports[loose].Content).Laboratory.Name.En.ShouldBe("Renamed Laboratory");

        // Two people are enough: the signatory reviews and signs.
        (await world.StepAsync(loose, world.Signatory, (s, v) => s.ReviewAsync(loose, v, world.Signatory))).ShouldBeDone();
        (await world.StepAsync(loose, world.Signatory, (s, v) => s.ApproveAsync(loose, v, world.Signatory))).ShouldBeDone();
        (await world.DeedsOfAsync(World.CountyCode)).Count(d => d.Deed == DeedCode.LaboratoryChanged).ShouldBe(2);
    }
}
