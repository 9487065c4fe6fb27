using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using Bunit;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Reports;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Access;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Tests.Shell;
using BeeTrace.Web.Trace;
using BeeTrace.Web.Trade;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>What waits for each role: every number is the number of rows of the list that it leads to, and nothing of somebody else's is in it.</summary>
public sealed class TodayTests : BunitContext, IClassFixture<World>
{
    private readonly World _world;

    public TodayTests(World world)
    {
        _world = world;
        Services.AddSingleton<TimeProvider>(world.Clock);
        Services.AddSingleton(world.Get<TodayQueries>());
        Services.AddScoped<CurrentActor>();
    }

    [Fact]
    public async Task A_sampler_has_lots_to_draw_records_to_sign_and_own_samples_on_their_way()
    {
        var sampler = (await _world.AccountAsync(Role.Sampler)).ToActor();
        var (firm, lots) = await _world.LotsOfMayAsync(4);
        await _world.DrawnPlanAsync(firm, 2);
        var picked = (await Sampling.DayAsync(sampler)).ToSample.First(lot => lots.Contains(lot.Lot)).Lot;
        var draw = new DrawSample(SampleId.New(), picked.ToString(), SamplingBasis.RandomSurveillance, null, _world.Today);
        var mine = (await _world.Get<SampleService>().DrawAsync(draw, sampler)).ShouldBeDone();
        await _world.DrawnSampleAsync(await _world.LotAsync());
        var record = new WriteRecord
        {
            DrawnAt = _world.Clock.GetUtcNow().AddMinutes(-30), Stage = SamplingStage.Warehouse, Place = "No 8, Fenshui", LotSize = 1200m, LotSizeUnit = "kg", SampleG = 500m,
            ReTestG = 450.5m, Seal = "0412-1", ReTestSeal = "0412-2", SecondSampler = sampler.Account, PartyName = "storekeeper", PartySignature = PartySignature.Signed,
        };
        var other = draw with { Id = SampleId.New(), LotCode = (await _world.LotAsync()).ToString() };
        (await _world.Get<SamplingService>().RecordAsync(other, record, _world.Sampler)).ShouldBeDone();

        var day = await Sampling.DayAsync(sampler);
        day.ToSample.ShouldNotContain(lot => lot.Lot == picked);
        (await CountAsync(sampler, "/sampler#to-draw")).ShouldBe(day.ToSample.Count);
        (await CountAsync(sampler, "/sampler#to-sign")).ShouldBe(day.AwaitingMe.Count);
        day.AwaitingMe.Count.ShouldBe(1);
        (await CountAsync(sampler, "/lab/samples?status=Drawn&mine=1")).ShouldBe(1);
        (await ListedAsync(new(SampleStatus.Drawn, Mine: true), sampler)).ShouldBe(1);

        (await _world.Get<SampleService>().DispatchAsync(mine, "driver", null, sampler)).ShouldBeDone();
        (await CountAsync(sampler, "/lab/samples?status=Drawn&mine=1")).ShouldBe(0);
        Both(await CountAsync(sampler, "/lab/samples?status=InTransit&mine=1"), await ListedAsync(new(SampleStatus.InTransit, Mine: true), sampler)).ShouldBe(1);
    }

    [Fact]
    public async Task An_analyst_has_what_is_assigned_to_nobody_else_and_what_is_late()
    {
        var (analyst, other) = ((await _world.AccountAsync(Role.Analyst)).ToActor(), (await _world.AccountAsync(Role.Analyst)).ToActor());
        (await _world.ChangeLaboratoryAsync(World.ALaboratory() with { TurnaroundDays = 5 })).ShouldBeDone();
        foreach (var named in new[] { analyst, other })
            (await _world.Get<SampleService>().AssignAsync(await _world.SampleAsync(await _world.LotAsync()), named.Account, _world.Reviewer)).ShouldBeDone();
        await _world.SampleAsync(await _world.LotAsync());
        var begun = await _world.SampleAsync(await _world.LotAsync());
        await _world.ReadingAsync(begun, "HMF", "3.1");
        _world.Clock.Advance(TimeSpan.FromDays(6));

        foreach (var status in new[] { SampleStatus.Assigned, SampleStatus.Received, SampleStatus.Testing })
            (await CountAsync(analyst, $"/lab/samples?status={status}&mine=1")).ShouldBe(await ListedAsync(new(status, Mine: true), analyst), status.ToString());
        (await CountAsync(analyst, "/lab/samples?status=Assigned&mine=1")).ShouldBe(1);
        (await ListedAsync(new(SampleStatus.Assigned), analyst)).ShouldBe(2);
        var late = await LineAsync(analyst, "/lab/samples?late=1&mine=1");
        Both(late.Count, await ListedAsync(new(Late: true, Mine: true), analyst)).ShouldBeGreaterThanOrEqualTo(3);
        late.Note!.Value.En.ShouldEndWith("days ago");
    }

    [Fact]
    public async Task Reviewer_and_signatory_have_what_waits_for_their_signature()
    {
        await _world.SubmittedSampleAsync(await _world.LotAsync());
        var draft = await _world.PreparedReportAsync(await _world.ApprovedSampleAsync(await _world.LotAsync()));
        var reviewed = await _world.PreparedReportAsync(await _world.ApprovedSampleAsync(await _world.LotAsync()));
        (await _world.StepAsync(reviewed, _world.OtherReviewer, (s, v) => s.ReviewAsync(reviewed, v, _world.OtherReviewer))).ShouldBeDone();
        var signed = await _world.PreparedReportAsync(await _world.ApprovedSampleAsync(await _world.LotAsync()));
        (await _world.StepAsync(signed, _world.OtherReviewer, (s, v) => s.ReviewAsync(signed, v, _world.OtherReviewer))).ShouldBeDone();
        (await _world.StepAsync(signed, _world.Signatory, (s, v) => s.ApproveAsync(signed, v, _world.Signatory))).ShouldBeDone();

        foreach (var actor in new[] { _world.Reviewer, _world.Signatory })
            Both(await CountAsync(actor, "/lab/samples?status=RawRecorded"), await ListedAsync(new(SampleStatus.RawRecorded), actor)).ShouldBeGreaterThan(0);
        foreach (var (actor, state, number) in new[] { (_world.Reviewer, ReportState.Draft, draft), (_world.Signatory, ReportState.Reviewed, reviewed), (_world.Signatory, ReportState.Approved, signed) })
        {
            var listed = await _world.Get<ReportQueries>().ListAsync(new(state), actor);
            listed.Rows.ShouldContain(row => row.Number == number);
            (await CountAsync(actor, $"/lab/reports?state={state}")).ShouldBe(listed.Total);
        }

        Both(await CountAsync(_world.Signatory, "/certificates/new"), (await _world.Get<CertificateQueries>().ReadyAsync(_world.Signatory)).Count).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_firm_has_its_own_lots_reports_certificates_and_holds_and_nobody_elses()
    {
        var (firm, stranger) = (await _world.ExporterAsync(), await _world.ExporterAsync());
        var (ready, certified, failed) = (await LotOfAsync(firm), await LotOfAsync(firm), await LotOfAsync(firm));
        await _world.ApprovedSampleAsync(ready);
        var certificate = await _world.CertificateAsync(await _world.ApprovedSampleAsync(certified));
        await _world.IssuedReportAsync(await _world.ApprovedSampleAsync(failed, ("SUCROSE", "7.2")));

        (await StandingAsync(LotStanding.Ready)).ShouldBe([ready]);
        (await StandingAsync(LotStanding.Certified)).ShouldBe([certified]);
        (await CountAsync(firm, "/trace/lots?standing=Ready")).ShouldBe(1);
        (await CountAsync(firm, "/trace/lots?standing=Certified")).ShouldBe(1);
        (await CountAsync(firm, "/certificates?state=in-force")).ShouldBe(1);
        (await _world.Get<CertificateQueries>().ListAsync(firm, inForce: true)).ShouldHaveSingleItem().Number.ShouldBe(certificate);
        Both(await CountAsync(firm, "/trace/holds"), (await _world.Get<LotHoldQueries>().HeldAsync(firm)).Count).ShouldBe(1);
        Both(await CountAsync(firm, "/lab/reports?new=1"), (await _world.Get<ReportQueries>().ListAsync(new(New: true), firm)).Total).ShouldBe(1);
        (await _world.Get<TodayQueries>().OfAsync(stranger)).ShouldAllBe(line => line.Count == 0);

        var consignment = await _world.Get<ConsignmentService>().PutTogetherAsync(new PutTogether(ConsignmentId.New(), "DE", null, null, null, [new(certificate.ToString(), "60")]), firm);
        (await _world.Get<ConsignmentStatementService>().IssueAsync(new IssueStatement(consignment.Value), _world.Signatory)).ShouldBeDone();
        (await CountAsync(firm, "/trace/lots?standing=Certified")).ShouldBe(0);
        (await CountAsync(firm, "/certificates?state=in-force")).ShouldBe(2);
        _world.Clock.Advance(TimeSpan.FromDays(ReportFilter.NewDays));
        (await CountAsync(firm, "/lab/reports?new=1")).ShouldBe(0);

        async Task<IEnumerable<LotCode>> StandingAsync(LotStanding standing) =>
            (await _world.Get<LotQueries>().ListAsync(null, 1, firm, db => LotStandings.Of(standing, db))).Rows.Select(row => row.Code);
    }

    [Fact]
    public async Task An_objection_waits_for_the_county_and_then_for_the_signatory()
    {
        var firm = await _world.ExporterAsync();
        var number = await _world.IssuedReportAsync(await _world.ApprovedSampleAsync(await LotOfAsync(firm), ("SUCROSE", "7.2")));
        (await _world.Get<ObjectionService>().FileAsync(number, "保留样品未检", firm)).ShouldBeDone();
        (await CountAsync(_world.County, "/lab/reports?objection=Filed")).ShouldBe(1);
        (await CountAsync(_world.Signatory, "/lab/reports?objection=Accepted")).ShouldBe(0);

        var version = (await _world.Get<ReportQueries>().FindAsync(number, _world.County))!.Objection!.Version;
        (await _world.Get<ObjectionService>().AcceptAsync(number, version, _world.County)).ShouldBeDone();

        (await CountAsync(_world.County, "/lab/reports?objection=Filed")).ShouldBe(0);
        (await CountAsync(_world.Signatory, "/lab/reports?objection=Accepted")).ShouldBe(1);
        (await _world.Get<ReportQueries>().ListAsync(new(Objection: ObjectionState.Accepted), _world.Signatory)).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
    }

    [Fact]
    public async Task The_office_has_queue_holds_failures_coverage_returns_diseases_and_notices_and_an_auditor_sees_the_same()
    {
        var beekeeper = await _world.BeekeeperAsync();
        var apiary = await _world.ApiaryAsync(beekeeper);
        var report = new ReportDisease(DiseaseReportId.New(), apiary, BeeDisease.AmericanFoulbrood, _world.Today, 3, "幼虫拉丝");
        (await _world.Get<ApiaryBookService>().ReportAsync(report, beekeeper, World.ReceiptFor(FieldKind.Disease))).ShouldBeDone();
        var (firm, _) = await _world.LotsOfMayAsync(3);
        await _world.DrawnPlanAsync(firm, 2);
        await _world.ApprovedSampleAsync(await _world.LotAsync(), ("SUCROSE", "7.2"));
        await _world.NoticeAsync();
        var (year, last) = (_world.Today.Year, _world.Today.Year - 1);
        var reporting = await _world.ExporterAsync();
        await _world.ChangeAsync(db =>
        {
            db.FirmYears.Add(new FirmYear { FirmId = reporting.Firm!.Value, Year = last, SalesCny = 1, OutputCny = 1 });
            return Task.CompletedTask;
        });

        var office = await _world.Get<TodayQueries>().OfAsync(_world.County);
        (await _world.Get<TodayQueries>().OfAsync(_world.Auditor)).ShouldBe(office);
        (await _world.Get<TodayQueries>().OfAsync(_world.Admin)).ShouldBe(office);
        var queue = await _world.Get<StewardQueries>().QueueAsync(_world.County);
        var applications = await _world.Get<ApplicationQueries>().WaitingAsync(_world.County);
        Both(Of("/registry/queue").Count, queue.Count + applications.Count).ShouldBeGreaterThan(0);
        Both(Of("/trace/holds").Count, (await _world.Get<LotHoldQueries>().HeldAsync(_world.County)).Count).ShouldBeGreaterThan(0);
        Both(Of($"/lab/samples?year={year}&verdict=Fail").Count, await ListedAsync(new(Year: year, Verdict: Verdict.Fail), _world.County)).ShouldBeGreaterThan(0);
        var plans = await _world.Get<SamplingPlanQueries>().ListAsync(_world.County, year);
        (Of($"/lab/plans?year={year}").Count, Of($"/lab/plans?year={year}").Of).ShouldBe((plans.Sum(p => p.Sampled), plans.Sum(p => p.Planned)));
        (await _world.Get<SamplingPlanQueries>().ListAsync(_world.County, year - 1)).ShouldBeEmpty();
        var owing = await _world.Get<ReturnQueries>().ListAsync(new ReturnFilter(last, ReturnStanding.Missing), _world.County);
        Both(Of($"/trade/returns?year={last}&state=Missing").Count, owing.Total).ShouldBeGreaterThan(0);
        owing.Firms.ShouldBe(owing.Total + 1, "one firm has figures of the year");
        owing.Rows.ShouldAllBe(f => f.SalesCny == null);
        Of($"/trade/returns?year={last}&state=Filed").Count.ShouldBe(0);
        Both(Of("/registry/diseases").Count, (await _world.Get<DiseaseQueries>().ListAsync(1, _world.County)).Total).ShouldBe(1);
        Both(Of("/map/notices").Count, (await _world.Get<NoticeQueries>().ListAsync(NoticePeriod.Open, 1, _world.County)).Total).ShouldBeGreaterThan(0);

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var cleared = new RecordInspection(InspectionId.New(), apiary, _world.Today, 10, 58, "已净化", [new(BeeDisease.AmericanFoulbrood, DiseaseState.Cleared)]);
        (await _world.Get<InspectionService>().RecordAsync(cleared, _world.County)).ShouldBeDone();
        (await CountAsync(_world.County, "/registry/diseases")).ShouldBe(0);

        TodayLine Of(string href) => office.Single(line => line.Href == href);
    }

    [Fact]
    public async Task Every_line_leads_to_a_page_that_its_reader_may_open_and_stands_once()
    {
        var pages = typeof(TodayPage).Assembly.GetTypes().SelectMany(page => page.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Roles: page.GetCustomAttribute<AuthorizeAttribute>()?.Roles)))
            .ToDictionary(page => page.Template, page => page.Roles!, StringComparer.Ordinal);
        foreach (var role in RoleCode.OfPeople.Where(role => role is not Role.Beekeeper))
        {
            var actor = role is Role.Exporter ? await _world.ExporterAsync() : World.Person(role);
            var lines = await _world.Get<TodayQueries>().OfAsync(actor);
            lines.ShouldNotBeEmpty(role.ToString());
            lines.Select(line => line.Href).ShouldBeUnique();
            foreach (var line in lines)
                pages[line.Href.Split('?', '#')[0]].Split(',').ShouldContain(role.Code(), line.Href);
        }

        (await _world.Get<TodayQueries>().OfAsync(await _world.BeekeeperAsync())).ShouldBeEmpty("beekeepers have a page of their own");
    }

    [Theory]
    [InlineData("zh-CN", "其余都是零：", "今天没有等您处理的事")]
    [InlineData("en", "Nothing else waits: no ", "Nothing waits for you today")]
    public async Task The_page_says_the_number_leads_on_and_folds_what_is_zero(string culture, string folded, string nothing)
    {
        using var reader = Reader.Of(culture);
        var firm = await _world.ExporterAsync();
        AddAuthorization().SetAuthorized(firm.Name).SetRoles(firm.Role.Code()).SetClaims(
            new System.Security.Claims.Claim(ClaimTypes.NameIdentifier, firm.Account.Value.ToString()), new System.Security.Claims.Claim(ActorClaims.Firm, firm.Firm!.Value.Value.ToString()));
        var empty = await PageAsync();
        empty.Find(".empty h2").TextContent.ShouldBe(nothing);
        empty.FindAll(".today").ShouldBeEmpty();

        await _world.ApprovedSampleAsync(await LotOfAsync(firm));
        var page = await PageAsync();

        var link = page.Find(".today li a");
        link.GetAttribute("href").ShouldBe("/trace/lots?standing=Ready");
        link.QuerySelector("b")!.TextContent.ShouldBe("1");
        page.FindAll(".today li").Count.ShouldBe(1);
        page.Find("p.muted:not(.small)").TextContent.ShouldStartWith(folded);
        page.Find(".page-head").TextContent.ShouldContain(_world.Today.ToString(culture == "en" ? "d MMMM yyyy" : "yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_part_of_a_whole_is_quiet_when_the_whole_is_reached()
    {
        TodayLine Line(int count, int? of) => new(TodayText.SamplesToTake, count, "/lab/plans", Of: of);
        (Line(0, 4).IsQuiet, Line(3, 4).IsQuiet, Line(4, 4).IsQuiet, Line(0, 0).IsQuiet).ShouldBe((false, false, true, true));
        (Line(0, null).IsQuiet, Line(1, null).IsQuiet).ShouldBe((true, false));
    }

    /// <summary>What is counted is what is listed.</summary>
    private static int Both(int counted, int listed)
    {
        counted.ShouldBe(listed);
        return counted;
    }

    private SamplingQueries Sampling => _world.Get<SamplingQueries>();

    private async Task<TodayLine> LineAsync(Actor actor, string href) => (await _world.Get<TodayQueries>().OfAsync(actor)).Single(line => line.Href == href);

    private async Task<int> CountAsync(Actor actor, string href) => (await LineAsync(actor, href)).Count;

    private async Task<int> ListedAsync(SampleFilter filter, Actor actor) => (await _world.Get<SampleQueries>().ListAsync(filter, actor)).Total;

    private async Task<LotCode> LotOfAsync(Actor firm) => await _world.LotAsync(firm, await _world.ApiaryAsync(await _world.BeekeeperAsync()));

    private async Task<IRenderedComponent<TodayPage>> PageAsync()
    {
        var page = Render<TodayPage>();
        await page.WaitForElementAsync(".today, .empty");
        return page;
    }
}
