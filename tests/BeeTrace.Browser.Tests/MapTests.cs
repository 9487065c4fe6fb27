using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Map;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>The one map as people see it: drawn, chosen from by hand, and read as a list where nothing is drawn.</summary>
public sealed class MapTests(RunningProduct product, Browsers browsers)
{
    public static TheoryData<int, bool> Views
    {
        get
        {
            var views = new TheoryData<int, bool>();
            foreach (var zoom in new[] { 3, 6, 10, 14 })
            {
                views.Add(zoom, false);
                views.Add(zoom, true);
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_map_is_drawn(int zoom, bool dark)
    {
        await using var stranger = await browsers.SeatAsync(product, Language.Chinese, dark: dark);
        var screen = new MapScreen(stranger);
        var at = await screen.FullestCellAsync();
        await screen.OpenAsync(at, zoom);

        (await screen.ColoursAsync()).ShouldBeGreaterThan(4, "water, land and circles with their numbers");
        (await screen.PixelsOfAsync(dark ? "#f2b24e" : "#f0a92e")).ShouldBeGreaterThan(20, "the amber of the circles' edge");
        await stranger.PageIsAccessibleAsync();
        screen.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_clicked_shows_a_card_with_the_way_to_the_list()
    {
        await using var stranger = await browsers.SeatAsync(product, Language.English);
        var screen = new MapScreen(stranger);
        await screen.OpenAsync(await screen.FullestCellAsync(), 12);

        await screen.Map.ClickAsync();
        await Assertions.Expect(screen.Card).ToBeVisibleAsync();
        await Assertions.Expect(screen.Card.GetByRole(AriaRole.Heading)).ToContainTextAsync("apiar");
        await Assertions.Expect(screen.Card).ToContainTextAsync(stranger.Say(MapText.CellOf(5000)));
        await stranger.PageIsAccessibleAsync();
        await stranger.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(screen.Card).ToBeHiddenAsync();

        await screen.Map.ClickAsync();
        await screen.Card.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(screen.Apiaries.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync(new Regex("A330122-"));
        screen.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_with_a_keyboard_reads_the_same_in_the_list()
    {
        await using var stranger = await browsers.SeatAsync(product, Language.English, scripts: false);
        var screen = new MapScreen(stranger);
        await stranger.OpenAsync("/map");
        await Assertions.Expect(screen.Map).ToBeHiddenAsync();

        // From the whole country into the county, three zooms a step, until apiaries have codes.
        for (var steps = 0; steps < 3; steps++)
        {
            var way = screen.Apiaries.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First;
            await way.FocusAsync();
            await Task.WhenAll(stranger.Page.WaitForURLAsync(new Regex($"zoom={(steps + 2) * 3}")), stranger.Page.Keyboard.PressAsync("Enter"));
        }

        await stranger.Link(MapText.Nearer).ClickAsync();
        await Assertions.Expect(screen.Apiaries.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync(new Regex("A330122-"));
        await Assertions.Expect(screen.List).ToContainTextAsync(stranger.Say(MapText.Privacy(5000)));
    }

    [Fact]
    public async Task The_map_itself_is_walked_by_keys_and_says_what_lies_at_the_cross()
    {
        await using var stranger = await browsers.SeatAsync(product, Language.English);
        var screen = new MapScreen(stranger);
        await screen.OpenAsync(await screen.FullestCellAsync(), 12);
        var canvas = screen.Map.Locator("canvas");
        await canvas.FocusAsync();
        await Assertions.Expect(canvas).ToHaveAccessibleDescriptionAsync(new Regex("list says the same"));

        await stranger.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Card.GetByRole(AriaRole.Heading)).ToContainTextAsync("apiar");
        await stranger.PageIsAccessibleAsync();
        await stranger.Page.Keyboard.PressAsync("Escape");
        await canvas.FocusAsync();
        await stranger.Page.Keyboard.PressAsync("+");
        await Assertions.Expect(screen.Desk).ToHaveAttributeAsync("data-idle", new Regex("zoom=13"));
        var at = await screen.Desk.GetAttributeAsync("data-idle");
        await stranger.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(screen.Desk).Not.ToHaveAttributeAsync("data-idle", at!);
        screen.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_month_of_the_slider_goes_with_the_way_to_the_list()
    {
        await using var stranger = await browsers.SeatAsync(product, Language.English);
        var screen = new MapScreen(stranger);
        await screen.OpenAsync("29.84,119.65", 10);

        await stranger.Page.Locator("#map-month").FillAsync("3");
        await screen.DrawnAsync();
        await stranger.Link(MapText.ToList).ClickAsync();
        await stranger.Page.WaitForURLAsync(new Regex("month=3"));
        await Assertions.Expect(screen.List).ToContainTextAsync("Nectar sources in bloom in March in this part");
        screen.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_county_officer_sees_places_and_how_far_their_bees_fly()
    {
        await using var officer = await browsers.SeatAsync(product, Language.Chinese);
        await officer.SignInAsync(product.AccountOf(Role.County));
        var screen = new MapScreen(officer);
        await screen.OpenAsync(await screen.FullestCellAsync(), 11);
        var before = await screen.PixelsOfAsync("#f0a92e");

        await officer.Page.GetByLabel(officer.Say(MapText.Forage), new() { Exact = true }).CheckAsync();
        await screen.DrawnAsync();
        // Circles are drawn after the places have been seen.
        await Assertions.Expect(screen.Desk).ToHaveAttributeAsync("data-forage", new Regex("[1-9]"));
        await screen.DrawnAsync();
        (await screen.PixelsOfAsync("#f0a92e")).ShouldBeGreaterThan(before);
        screen.Faults.ShouldBeEmpty();
    }
}
