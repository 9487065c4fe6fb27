using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Tests.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Reports;

/// <summary>What each person is offered to do next with a report, and why not.</summary>
public sealed class ReportActionsTests : BunitContext, IClassFixture<World>
{
    private readonly World _world;
    private int _done;

    public ReportActionsTests(World world)
    {
        _world = world;
        Services.AddSingleton(world.Get<ReportService>());
    }

    [Fact]
    public async Task Who_prepared_it_is_told_that_another_person_reviews_and_the_reviewer_does()
    {
        using var reader = Reader.Of("en");
        var number = await _world.PreparedReportAsync(await _world.ApprovedSampleAsync(await _world.LotAsync()));
        (await ActionsAsync(number, _world.Analyst with { Role = Role.Reviewer })).Markup.ShouldContain("another person reviews it");

        var actions = await ActionsAsync(number, _world.OtherReviewer);
        await actions.Find("button.main").ClickAsync();

        await actions.WaitForAssertionAsync(() => _done.ShouldBe(1));
        (await StateAsync(number)).ShouldBe(ReportState.Reviewed);
    }

    [Fact]
    public async Task A_signatory_who_checked_is_told_why_another_signs()
    {
        using var reader = Reader.Of("en");
        var number = await _world.PreparedReportAsync(await _world.ApprovedSampleAsync(await _world.LotAsync()));
        (await _world.StepAsync(number, _world.OtherReviewer, (s, v) => s.ReviewAsync(number, v, _world.OtherReviewer))).ShouldBeDone();

        (await ActionsAsync(number, _world.Reviewer with { Role = Role.Signatory })).Markup.ShouldContain("three people here; another signatory signs it");
        (await ActionsAsync(number, _world.Signatory)).Find("button.main").TextContent.ShouldBe("Sign");
    }

    [Fact]
    public async Task A_firm_downloads_and_is_offered_nothing_else()
    {
        using var reader = Reader.Of("zh-CN");
        var firm = await _world.ExporterAsync();
        var lot = await _world.LotAsync(firm, await _world.ApiaryAsync(await _world.BeekeeperAsync()));
        var number = await _world.IssuedReportAsync(await _world.ApprovedSampleAsync(lot));

        var actions = await ActionsAsync(number, firm);

        actions.FindAll("button").ShouldBeEmpty();
        actions.FindAll("a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/lab/reports/{number}.pdf");
    }

    private async Task<IRenderedComponent<ReportActions>> ActionsAsync(ReportNumber number, Actor actor)
    {
        var sheet = (await _world.Get<ReportQueries>().FindAsync(number, actor)).ShouldNotBeNull();
        return Render<ReportActions>(p => p.Add(a => a.Sheet, sheet).Add(a => a.Actor, actor).Add(a => a.OnDone, () => _done++));
    }

    private async Task<ReportState> StateAsync(ReportNumber number) => (await _world.Get<ReportQueries>().FindAsync(number, _world.Auditor))!.Report.State;
}
