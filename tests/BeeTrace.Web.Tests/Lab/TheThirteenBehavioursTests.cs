using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>Behaviours that laboratories had to ask other laboratory systems for, one test each.</summary>
public sealed class TheThirteenBehavioursTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task The_enterer_cannot_approve_in_any_role()
    {
        var sample = await world.SubmittedSampleAsync(await world.LotAsync());
        foreach (var role in new[] { Role.Reviewer, Role.Signatory })
            (await world.ApproveAsync(sample, world.Analyst with { Role = role })).ShouldBeRefused(LabRefusal.SamePerson);
    }

    [Fact]
    public async Task Three_fold_approval_counts_persons_and_not_roles()
    {
        var number = await world.PreparedReportAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var one = World.Person(Role.Reviewer);
        (await world.StepAsync(number, one, (s, v) => s.ReviewAsync(number, v, one))).ShouldBeDone();

        var same = one with { Role = Role.Signatory };
        (await world.StepAsync(number, same, (s, v) => s.ApproveAsync(number, v, same))).ShouldBeRefused(ReportRefusal.ThirdPersonNeeded);
        (await world.StepAsync(number, world.Signatory, (s, v) => s.ApproveAsync(number, v, world.Signatory))).ShouldBeDone();
    }

    [Fact]
    public async Task A_retracted_analysis_neither_blocks_nor_counts()
    {
        var sample = await FilledAsync();
        var reading = await world.ReadingAsync(sample, "HMF", "400");
        await WithdrawAsync(sample, "HMF", reading);

        (await world.Get<SampleService>().SubmitAsync(sample, world.Analyst)).ShouldBeDone();
        (await world.ApproveAsync(sample, world.Reviewer)).Value.ShouldBe(Verdict.Pass);

        (await world.Get<SampleQueries>().FindAsync(sample, world.Auditor))!.Frozen!.Items.ShouldNotContain(i => i.Analyte == "HMF");
        (await world.Get<SampleQueries>().ListAsync(new SampleFilter(Analyte: "HMF"), world.Auditor)).Rows.ShouldNotContain(r => r.Mark == sample.ToString());
        (await world.DeedsOfAsync(sample.ToString())).Single(d => d.Deed == DeedCode.ReadingWithdrawn).Why.ShouldBe("wrong vial");
    }

    [Fact]
    public async Task A_sample_whose_every_reading_was_retracted_has_nothing_to_approve()
    {
        var sample = await world.SampleAsync(await world.LotAsync());
        await WithdrawAsync(sample, "HMF", await world.ReadingAsync(sample, "HMF", "12"));
        (await world.Get<SampleService>().SubmitAsync(sample, world.Analyst)).ShouldBeDone();
        (await world.ApproveAsync(sample, world.Reviewer)).ShouldBeRefused(LabRefusal.NothingRecorded);
    }

    [Fact]
    public async Task Editing_a_limit_leaves_old_samples_as_they_were_judged()
    {
        var sample = await world.ApprovedSampleAsync(await world.LotAsync(), ("SUCROSE", "4.2"));
        var before = await ItemAsync(sample, "SUCROSE");

        await world.ReplaceLimitAsync(await world.LimitInForceAsync("SUCROSE", "≤ 5 g/100 g", standard: "GB 14963"), world.Today.AddDays(-10), "1");

        var after = await ItemAsync(sample, "SUCROSE");
        (after.LimitEn, after.Verdict).ShouldBe((before.LimitEn, before.Verdict));
        (await world.Get<SampleQueries>().FindAsync(sample, world.Auditor))!.Sample.Verdict.ShouldBe(Verdict.Pass);
        var younger = await world.ApprovedSampleAsync(await world.LotAsync(), ("SUCROSE", "4.2"));
        (await ItemAsync(younger, "SUCROSE")).Verdict.ShouldBe(Verdict.Fail, "a sample judged afterwards meets the new limit");

        await world.ReplaceLimitAsync(await world.LimitInForceAsync("SUCROSE", "≤ 1 g/100 g"), world.Today.AddDays(-9), "5");
    }

    [Fact]
    public async Task Removing_an_analysis_keeps_the_samples_limits()
    {
        var sample = await world.SampleAsync(await world.LotAsync());
        await world.ReadingAsync(sample, "SUCROSE", "4.2");
        var reading = await world.ReadingAsync(sample, "FRUCTOSE_GLUCOSE", "66");
        var before = (await SheetAsync(sample)).Rows.Select(r => (r.Analyte.Code, Limit: r.Judged?.Limit?.Describe().En)).ToList();

        await WithdrawAsync(sample, "FRUCTOSE_GLUCOSE", reading);

        var sheet = await SheetAsync(sample);
        sheet.Rows.Select(r => r.Analyte.Code).ShouldBe(before.Select(r => r.Code));
        sheet.Rows.Single(r => r.Analyte.Code == "SUCROSE").Judged!.Limit!.Describe().En.ShouldBe(before.Single(r => r.Code == "SUCROSE").Limit);
        await world.ReadingAsync(sample, "FRUCTOSE_GLUCOSE", "66");
        (await SheetAsync(sample)).Rows.Select(r => (r.Analyte.Code, Limit: r.Judged?.Limit?.Describe().En)).ShouldBe(before);
    }

    [Fact]
    public async Task A_retracted_reading_does_not_leave_its_detection_mark()
    {
        var sample = await world.SampleAsync(await world.LotAsync());
        var reading = await world.ReadingAsync(sample, "AOZ", "ND", lod: 0.2m);
        await WithdrawAsync(sample, "AOZ", reading);
        (await SheetAsync(sample)).Rows.Single(r => r.Analyte.Code == "AOZ").Reading.ShouldBeNull();

        await world.ReadingAsync(sample, "AOZ", "0.5");

        var stands = (await SheetAsync(sample)).Rows.Single(r => r.Analyte.Code == "AOZ").Reading!;
        (stands.Kind, stands.Value, stands.Lod).ShouldBe((ReadingKind.Numeric, 0.5m, null));
        var all = await world.SeeAsync(world.Auditor, db => db.Readings.AsNoTracking().Where(r => db.Samples.Any(s => s.Id == r.SampleId && s.Code == sample)).ToListAsync());
        all.Select(r => r.Text).ShouldBe(["ND", "", "0.5"], ignoreOrder: true, "nothing is deleted");
    }

    [Fact]
    public async Task An_invalidated_report_gives_a_re_test_in_received_tells_the_client_and_marks_certificates()
    {
        var firm = await world.ExporterAsync();
        var lot = await world.LotAsync(firm, await world.ApiaryAsync(await world.BeekeeperAsync()));
        var sample = await world.ApprovedSampleAsync(lot);
        var number = await world.IssuedReportAsync(sample);
        var certificate = await world.CertificateAsync(sample);

        (await world.StepAsync(number, world.Signatory, (s, v) => s.InvalidateAsync(number, v, "样品混淆", world.Signatory))).ShouldBeDone();

        var told = (await world.Get<ReTestQueries>().OfLotAsync(lot, firm)).Single();
        (told.Repeats, told.Status, told.Report, told.Why).ShouldBe((sample, SampleStatus.Received, number.ToString(), "样品混淆"));
        (await world.Get<CertificateCheck>().ByNumberAsync(certificate)).Warnings.Single().Zh.ShouldContain(told.Sample.ToString());
        var blind = (await world.BlindAsync(told.Sample)).ToString();
        (await world.Get<SheetQueries>().ReadAsync("HONEY", ["CN"], world.Analyst)).Rows.ShouldContain(r => r.Mark == blind, "it lies on the bench");
    }

    [Fact]
    public async Task Out_of_range_shows_in_every_state()
    {
        var sample = await FilledAsync(("SUCROSE", "12"));
        await ShowsAsync(SampleStatus.Testing);
        (await world.Get<SampleService>().SubmitAsync(sample, world.Analyst)).ShouldBeDone();
        await ShowsAsync(SampleStatus.RawRecorded);
        (await world.ApproveAsync(sample, world.Reviewer)).ShouldBeDone();
        await ShowsAsync(SampleStatus.Approved);
        (await ItemAsync(sample, "SUCROSE")).Verdict.ShouldBe(Verdict.Fail);

        async Task ShowsAsync(SampleStatus status)
        {
            var sheet = await SheetAsync(sample);
            sheet.Sample.Status.ShouldBe(status);
            sheet.Rows.Single(r => r.Analyte.Code == "SUCROSE").Judged!.Verdict.ShouldBe(Verdict.Fail);
        }
    }

    [Fact]
    public async Task Below_the_limit_of_detection_is_not_zero_in_any_figure()
    {
        for (var i = 0; i < 3; i++)
            await world.ApprovedSampleAsync(await world.LotAsync(), ("CHLORAMPHENICOL", "ND"));
        var values = await world.SeeAsync(world.Auditor, db => db.Readings.Where(r => r.Text == "ND").Select(r => r.Value).ToListAsync());
        values.ShouldNotBeEmpty();
        values.ShouldAllBe(value => value == null);
        (await world.SeeAsync(world.Auditor, db => db.Database.SqlQuery<int>($"""select count(*)::integer as "Value" from lab.usual_ranges where analyte = 'CHLORAMPHENICOL'""").SingleAsync()))
            .ShouldBe(0, "what was not detected is no number that a range could begin with");

        // A chart's mean is of numbers: a result without one is refused and never kept as 0.
        var series = await world.SeriesAsync();
        (await world.Get<QualityControlService>().EnterAsync(new EnterControl(ControlResultId.New(), series, world.Today, null), world.Analyst)).IsDone.ShouldBeFalse();
        (await world.SeeAsync(world.Auditor, db => db.ControlResults.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("4.20")]
    [InlineData("0.420")]
    [InlineData("4")]
    public async Task Typed_digits_stay(string typed)
    {
        var sample = await FilledAsync(("SUCROSE", typed));
        (await SheetAsync(sample)).Rows.Single(r => r.Analyte.Code == "SUCROSE").Reading!.Text.ShouldBe(typed);
        (await world.Get<SampleService>().SubmitAsync(sample, world.Analyst)).ShouldBeDone();
        (await world.ApproveAsync(sample, world.Reviewer)).ShouldBeDone();
        (await ItemAsync(sample, "SUCROSE")).ReadingEn.ShouldBe($"{typed} g/100 g");
    }

    [Theory]
    [InlineData("SUCROSE", "5", Verdict.Pass)]
    [InlineData("SUCROSE", "5.0", Verdict.Pass)]
    [InlineData("SUCROSE", "5.1", Verdict.Fail)]
    [InlineData("FRUCTOSE_GLUCOSE", "60", Verdict.Pass)]
    [InlineData("FRUCTOSE_GLUCOSE", "59.9", Verdict.Fail)]
    public async Task A_value_equal_to_the_limit_follows_the_limits_own_rule(string analyte, string typed, Verdict verdict)
    {
        var sample = await FilledAsync((analyte, typed));
        (await SheetAsync(sample)).Rows.Single(r => r.Analyte.Code == analyte).Judged!.Verdict.ShouldBe(verdict);
    }

    [Fact]
    public async Task One_of_thirty_one_thousand_samples_is_found_and_counted()
    {
        var found = await world.ApprovedSampleAsync(await world.LotAsync(), ("SUCROSE", "4.2"));
        await using (var super = NpgsqlDataSource.Create(world.Store.SuperuserConnectionString))
        await using (var fill = super.CreateCommand(
            """
            set session_replication_role = replica;
            insert into lab.samples (id, code, lot_id, firm_id, product, county, basis, drawn_on, drawn_by, status)
                select gen_random_uuid(), c.code, lot_id, firm_id, product, county, basis, date '2019-01-01' + (c.n % 360)::integer, drawn_by, 'Received'
                from (select * from lab.samples limit 1) s cross join unnest(@codes) with ordinality c (code, n);
            insert into lab.readings (id, sample_id, analyte, text, kind, value, unit, entered_by, entered_at)
                select gen_random_uuid(), s.id, 'SUCROSE', '4.2', 'Numeric', 4.2, 'g/100 g', s.drawn_by, now() from lab.samples s where s.code like 'S19-%';
            set session_replication_role = origin;
            """))
        {
            fill.Parameters.AddWithValue("codes", Enumerable.Range(1, 31_000).Select(n => SampleCode.Create(2019, n).ToString()).ToArray());
            await fill.ExecuteNonQueryAsync();
        }

        var queries = world.Get<SampleQueries>();

        (await queries.ListAsync(new SampleFilter(Text: found.ToString()), world.Analyst)).Rows.Single().Mark.ShouldBe(found.ToString());
        (await queries.ListAsync(new SampleFilter(Year: 2019), world.Analyst)).ShouldSatisfyAllConditions(
            page => (page.Total, page.IsMore).ShouldBe((31_000, false)), page => page.Rows.Count.ShouldBe(SampleQueries.PageSize));
        (await queries.ListAsync(new SampleFilter(Year: 2019, Page: 620), world.Analyst)).Rows.Count.ShouldBe(SampleQueries.PageSize);
        var tested = await queries.ListAsync(new SampleFilter(Analyte: "SUCROSE"), world.Analyst);
        (tested.Total, tested.IsMore).ShouldBe((SampleQueries.MostCounted, true), "more than anybody pages through is said as more");
        var narrow = await queries.ListAsync(new SampleFilter(Analyte: "SUCROSE", Status: SampleStatus.Approved), world.Analyst);
        (narrow.IsMore, narrow.Total).ShouldBe((false, await world.SeeAsync(world.Auditor, db => db.Samples.CountAsync(s =>
            s.Status == SampleStatus.Approved && db.Readings.Any(r => r.SampleId == s.Id && r.Analyte == "SUCROSE")))), "a figure's samples are counted exactly");
    }

    /// <summary>A sample in testing with a reading for all that is asked for.</summary>
    private async Task<SampleCode> FilledAsync(params (string Analyte, string Text)[] readings)
    {
        var sample = await world.SubmittedSampleAsync(await world.LotAsync(), readings);
        (await world.Get<SampleService>().ReturnAsync(sample, "one more reading", world.Reviewer)).ShouldBeDone();
        return sample;
    }

    private async Task WithdrawAsync(SampleCode sample, string analyte, ReadingId reading) =>
        (await world.Get<ReadingService>().EnterAsync(new EnterReading(sample, analyte, "", null, null, Supersedes: reading, Reason: "wrong vial"), world.Analyst)).ShouldBeDone();

    private async Task<SampleSheet> SheetAsync(SampleCode sample) => (await world.Get<SampleQueries>().FindAsync(sample, world.Analyst))!;

    private async Task<EvaluationItem> ItemAsync(SampleCode sample, string analyte) =>
        (await world.Get<SampleQueries>().FindAsync(sample, world.Auditor))!.Frozen!.Items.Single(i => i.Analyte == analyte);
}
