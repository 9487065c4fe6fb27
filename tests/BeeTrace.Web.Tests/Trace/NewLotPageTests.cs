using System.Security.Claims;
using Bunit;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Tests.Shell;
using BeeTrace.Web.Trace;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Trace;

/// <summary>A firm records a lot: nothing typed is lost, two clicks make one lot, oddities are said afterwards.</summary>
public sealed class NewLotPageTests : BunitContext, IClassFixture<World>
{
    private readonly World _world;

    public NewLotPageTests(World world)
    {
        _world = world;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(world.Get<LotService>());
        Services.AddSingleton(world.Get<LotQueries>());
        Services.AddSingleton(world.Get<RegistryQueries>());
        Services.AddScoped<CurrentActor>();
    }

    [Fact]
    public async Task What_is_refused_stays_typed_with_the_reason_beside_it()
    {
        using var reader = Reader.Of("en");
        var page = await PageAsync(await _world.ExporterAsync());
        page.Find("#mass").Change("1,5");
        page.Find("form").Submit();

        await page.WaitForAssertionAsync(() => page.Find("#mass-wrong").TextContent.ShouldContain("1,5"));
        page.Find("#mass").GetAttribute("value").ShouldBe("1,5");
        page.Find("#mass").GetAttribute("aria-describedby")!.ShouldContain("mass-wrong");
        foreach (var field in new[] { "apiary", "product", "harvested" })
            page.Find($"#{field}").GetAttribute("aria-invalid").ShouldBe("true", field);
        page.Find("#plant").HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public async Task Two_clicks_record_one_lot_and_lead_to_it()
    {
        using var reader = Reader.Of("zh-CN");
        var exporter = await _world.ExporterAsync();
        var page = await PageAsync(exporter);
        await FillAsync(page, "120.5");
        await Task.WhenAll(page.Find("form").SubmitAsync(), page.Find("form").SubmitAsync());

        await page.WaitForAssertionAsync(() => Services.GetRequiredService<NavigationManager>().Uri.ShouldContain("/trace/lots/L26-"));
        (await _world.Get<LotQueries>().ListAsync(null, 1, exporter)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_lot_that_looks_odd_is_recorded_and_the_oddity_is_said()
    {
        using var reader = Reader.Of("en");
        var exporter = await _world.ExporterAsync();
        var page = await PageAsync(exporter);
        await FillAsync(page, "90,000");
        page.Find("form").Submit();

        await page.WaitForAssertionAsync(() => page.Find(".notice").TextContent.ShouldContain("90,000"));
        (await _world.Get<LotQueries>().ListAsync(null, 1, exporter)).Rows.ShouldHaveSingleItem().MassKg.ShouldBe(90_000m);
        page.Find("a.btn.main").GetAttribute("href")!.ShouldStartWith("/trace/lots/L26-");
    }

    private async Task FillAsync(IRenderedComponent<NewLotPage> page, string mass)
    {
        var apiary = await _world.ApiaryAsync(await _world.BeekeeperAsync());
        page.Find("#apiary").Change(apiary.ToString().ToLowerInvariant().Replace('-', ' '));
        page.Find("#product").Change("HONEY");
        page.Find("#mass").Change(mass);
        page.Find("#harvested").Change(_world.Today.AddDays(-2).ToString("yyyy-MM-dd"));
    }

    private async Task<IRenderedComponent<NewLotPage>> PageAsync(Actor actor)
    {
        var authorization = AddAuthorization().SetAuthorized(actor.Name).SetRoles(actor.Role.Code());
        authorization.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, actor.Account.Value.ToString()), new Claim(ActorClaims.Firm, actor.Firm!.Value.Value.ToString()));
        var page = Render<NewLotPage>();
        await page.WaitForElementAsync("#apiary");
        return page;
    }
}
