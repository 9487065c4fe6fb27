using Bunit;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>What each person is offered to do next with a sample, and what comes of it.</summary>
public sealed class SampleActionsTests : BunitContext, IClassFixture<World>
{
    private readonly World _world;
    private int _done;

    public SampleActionsTests(World world)
    {
        _world = world;
        Services.AddSingleton<TimeProvider>(world.Clock);
        Services.AddSingleton(world.Get<SampleService>());
        Services.AddSingleton(world.Get<ApprovalService>());
    }

    [Fact]
    public async Task Who_entered_a_reading_is_told_why_another_person_approves()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SubmittedSampleAsync(await _world.LotAsync());
        var actions = await ActionsAsync(code, _world.Analyst);
        actions.FindAll("button").ShouldBeEmpty();
        actions.Markup.ShouldContain("nobody approves their own readings");
    }

    [Fact]
    public async Task A_reviewer_approves_and_the_verdict_is_frozen()
    {
        using var reader = Reader.Of("zh-CN");
        var code = await _world.SubmittedSampleAsync(await _world.LotAsync(), ("CHLORAMPHENICOL", "0.42"));
        var actions = await ActionsAsync(code, _world.Reviewer);
        await actions.Find("button.main").ClickAsync();

        await actions.WaitForAssertionAsync(() => _done.ShouldBe(1));
        var sheet = await SheetAsync(code, _world.Auditor);
        sheet.Sample.Status.ShouldBe(SampleStatus.Approved);
        sheet.Frozen!.Verdict.ShouldBe(Verdict.Fail);
        var frozen = Render<FrozenVerdict>(p => p.Add(f => f.Sheet, sheet).Add(f => f.Evaluation, sheet.Frozen));
        frozen.Find(".verdict.fail").TextContent.ShouldSatisfyAllConditions(
            text => text.ShouldContain("不合格"), text => text.ShouldContain("CN-2020.1"), text => text.ShouldContain("CN_FULL"));
        var line = frozen.FindAll("tbody tr").Single(row => row.TextContent.Contains("CHLORAMPHENICOL", StringComparison.Ordinal)).TextContent;
        line.ShouldContain("0.42");
        line.ShouldContain("MARA Announcement 250");
        line.ShouldContain("不得检出");
    }

    [Fact]
    public async Task A_return_without_a_reason_is_refused_beside_the_field()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SubmittedSampleAsync(await _world.LotAsync());
        var actions = await ActionsAsync(code, _world.Signatory);
        await actions.FindAll("button").Single(button => button.TextContent == "Return to the bench").ClickAsync();
        await actions.Find("form").SubmitAsync();
        await actions.WaitForAssertionAsync(() => actions.Find(".wrong").TextContent.ShouldNotBeNullOrWhiteSpace());
        actions.Find("#reason").GetAttribute("aria-invalid").ShouldBe("true");

        await actions.Find("#reason").ChangeAsync("10-HDA has no LOD");
        await actions.Find("form").SubmitAsync();
        await actions.WaitForAssertionAsync(() => _done.ShouldBe(1));
        (await SheetAsync(code, _world.Analyst)).Sample.Status.ShouldBe(SampleStatus.Testing);
    }

    [Fact]
    public async Task A_sheet_with_an_unsaved_line_is_not_submitted()
    {
        using var reader = Reader.Of("en");
        var code = await _world.SampleAsync(await _world.LotAsync());
        await _world.ReadingAsync(code, "SUCROSE", "2.1");
        var actions = await ActionsAsync(code, _world.Analyst, openLines: 1);
        await actions.Find("button.main").ClickAsync();

        await actions.WaitForAssertionAsync(() => actions.Find(".wrong").TextContent.ShouldContain("not saved"));
        (await SheetAsync(code, _world.Analyst)).Sample.Status.ShouldBe(SampleStatus.Testing);
        _done.ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Sampler, true)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Reviewer, true)]
    [InlineData(Role.County, false)]
    public async Task A_drawn_sample_is_received_by_those_who_do_not_test_it(Role role, bool offered)
    {
        using var reader = Reader.Of("en");
        var code = await _world.DrawnSampleAsync(await _world.LotAsync());
        (await ActionsAsync(code, World.Person(role))).FindAll("#received").Count.ShouldBe(offered ? 1 : 0);
    }

    private async Task<IRenderedComponent<SampleActions>> ActionsAsync(SampleCode code, Actor actor, int openLines = 0)
    {
        var sheet = await SheetAsync(code, actor);
        return Render<SampleActions>(parameters => parameters
            .Add(a => a.Sheet, sheet)
            .Add(a => a.Actor, actor)
            .Add(a => a.SaveOpenLines, () => Task.FromResult(openLines))
            .Add(a => a.OnDone, () => _done++));
    }

    private async Task<SampleSheet> SheetAsync(SampleCode code, Actor actor) => (await _world.Get<SampleQueries>().FindAsync(code, actor))!;
}
