using Bunit;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>What each person is offered beside a drawn lot and a frozen list, and the page of sample sizes.</summary>
public sealed class PlanComponentsTests : BunitContext, IClassFixture<World>
{
    private readonly World _world;

    public PlanComponentsTests(World world)
    {
        _world = world;
        Services.AddSingleton<TimeProvider>(world.Clock);
        Services.AddSingleton(world.Get<SamplingPlanService>());
    }

    [Fact]
    public async Task A_sampler_goes_from_a_drawn_lot_to_its_sample_and_the_county_may_replace_it()
    {
        using var reader = Reader.Of("en");
        var (firm, _) = await _world.LotsOfMayAsync(3);
        var plan = await _world.DrawnPlanAsync(firm, 1);
        var sheet = (await _world.Get<SamplingPlanQueries>().FindAsync(plan, _world.Sampler))!;

        Picks(sheet, _world.Sampler).Find("a.btn").GetAttribute("href").ShouldBe($"/sampler/samples/new?of={sheet.Picks[0].Lot}&basis=RandomSurveillance&task={plan}");
        Picks(sheet, _world.Analyst).FindAll(".btn").ShouldBeEmpty();
        var officers = Picks(sheet, _world.County);
        await officers.Find("button").ClickAsync();
        await officers.Find("#why").ChangeAsync("sold last week");
        await officers.Find("form").SubmitAsync();

        var after = (await _world.Get<SamplingPlanQueries>().FindAsync(plan, _world.Sampler))!;
        after.Picks.Count.ShouldBe(2);
        Picks(after, _world.Sampler).Markup.ShouldSatisfyAllConditions(m => m.ShouldContain("replaced: used up or sold"), m => m.ShouldContain("in place of no. 1"));
    }

    [Fact]
    public async Task Two_people_enter_the_value_and_the_second_is_told_that_the_lots_are_drawn()
    {
        using var reader = Reader.Of("en");
        var (firm, _) = await _world.LotsOfMayAsync(3);
        var plan = await _world.PlanAsync(firm, 1);
        await _world.FrozenAsync(plan);
        (await RevealAsync(plan, _world.County)).FindAll("form").ShouldBeEmpty("the day has not come");
        _world.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var (actor, told) in new[] { (_world.County, "Another person has to enter it too"), (_world.Reviewer, "the lots are drawn") })
        {
            var form = await RevealAsync(plan, actor);
            await form.Find("#value-1").ChangeAsync("03 08 112");
            await form.Find("#source-1").ChangeAsync("https://lottery.test");
            await form.Find("form").SubmitAsync();
            form.Find("[role=status]").TextContent.ShouldContain(told);
        }
    }

    [Fact]
    public void The_page_of_sizes_tells_that_packages_are_not_residues_and_what_the_table_says()
    {
        using var reader = Reader.Of("en");
        var page = Render<SizesPage>();
        page.Markup.ShouldContain("samples for residues are not drawn this way");
        page.Markup.ShouldContain("has not been compared with the standard");

        page.Find("#lot-size").Input("1000");
        page.Find("#population").Input("1000");

        page.Markup.ShouldContain("Look at 80 units: accept with at most 5 nonconforming, reject from 6 on");
        page.FindAll("tbody tr")[1].QuerySelectorAll("td")[0].TextContent.ShouldBe($"{ResiduePlan.SampleSize(1000, 0.95)}");
    }

    private IRenderedComponent<PickTable> Picks(PlanSheet sheet, Actor actor) => Render<PickTable>(p => p.Add(t => t.Plan, sheet).Add(t => t.Actor, actor));

    private async Task<IRenderedComponent<RevealForm>> RevealAsync(Core.PlanCode plan, Actor actor)
    {
        var sheet = (await _world.Get<SamplingPlanQueries>().FindAsync(plan, actor))!;
        var entries = await _world.Get<SamplingPlanQueries>().EntriesAsync(plan, actor);
        return Render<RevealForm>(p => p.Add(f => f.Plan, plan).Add(f => f.List, sheet.Lists[0]).Add(f => f.Entries, entries).Add(f => f.Actor, actor));
    }
}
