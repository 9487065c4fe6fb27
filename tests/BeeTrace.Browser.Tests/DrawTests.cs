using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>A field is drawn on a map beside the text that says the same.</summary>
public sealed partial class DrawTests(RunningProduct product, Browsers browsers)
{
    private static string InDays(int days) => DateOnly.FromDateTime(DateTime.UtcNow.AddDays(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_officer_draws_a_field_mends_it_and_warns_round_it()
    {
        await using var officer = await browsers.SeatAsync(product, Language.English);
        await officer.SignInAsync(product.AccountOf(Role.County));
        var board = new DrawBoard(officer, NoticeText.Area, NoticeText.DatumLabel);
        await officer.OpenAsync("/map/notices/new");
        await officer.Field(NoticeText.Kind).SelectOptionAsync(nameof(NoticeKind.GroundSpraying));
        await board.OpenFarAwayAsync();

        await board.TapAsync(0.4f, 0.6f);
        await Assertions.Expect(board.Text).ToHaveValueAsync(OnePoint());
        await Assertions.Expect(board.Datum).ToHaveValueAsync(nameof(Datum.Wgs84));
        await board.TapAsync(0.6f, 0.6f);
        await board.TapAsync(0.5f, 0.3f);
        await board.CornersAsync(3);
        await board.TapAsync(0.55f, 0.4f);
        await board.CornersAsync(4);
        await officer.Button(DrawText.Undo).ClickAsync();
        await board.CornersAsync(3);
        // The first corner again ends the edge; what is tapped then is no corner.
        await board.TapAsync(0.4f, 0.6f);
        await officer.SeesAsync(DrawText.Closed);
        await board.TapAsync(0.2f, 0.2f);
        await board.CornersAsync(3);
        await officer.PageIsAccessibleAsync();

        var drawn = await board.Text.InputValueAsync();
        await board.DragCornerAsync(2, 0.52f, 0.25f);
        await Assertions.Expect(board.Text).Not.ToHaveValueAsync(drawn);
        drawn = await board.Text.InputValueAsync();

        await officer.Field(NoticeText.From).FillAsync(InDays(9));
        await officer.Field(NoticeText.To).FillAsync(InDays(9));
        await officer.Field(NoticeText.Subject).FillAsync("drawn by hand");
        await officer.Field(NoticeText.Contact).FillAsync("Wang 13800000000");
        await officer.Button(NoticeText.Preview).ClickAsync();
        await officer.Button(NoticeText.Issue).ClickAsync();
        await officer.Page.WaitForURLAsync(new Regex("/map/notices/W"));
        await officer.SeesAsync("drawn by hand");

        var first = drawn.Split('\n')[0].Split(", ");
        var told = await (await officer.Page.APIRequest.GetAsync("/map/notices.geojson")).TextAsync();
        told.ShouldContain($"[{first[1].TrimEnd('0')},{first[0].TrimEnd('0')}]");
        board.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_draws_and_keys_draw_too()
    {
        await using var officer = await browsers.SeatAsync(product, Language.Chinese);
        await officer.SignInAsync(product.AccountOf(Role.County));
        var board = new DrawBoard(officer, NoticeText.Area, NoticeText.DatumLabel);
        await officer.OpenAsync("/map/question");
        await board.Text.FillAsync("29.80, 119.70\n29.80, 119.71\n29.81, 119.71");
        await board.Datum.SelectOptionAsync(nameof(Datum.Gcj02));
        await board.OpenAsync();
        await board.CornersAsync(3);
        await officer.SeesAsync(DrawText.Closed);
        await Assertions.Expect(board.Datum).ToHaveValueAsync(nameof(Datum.Gcj02));

        await officer.Button(DrawText.Clear).ClickAsync();
        await Assertions.Expect(board.Text).ToHaveValueAsync("");
        await board.CornersAsync(0);
        for (var corner = 0; corner < 3; corner++)
        {
            await board.Canvas.FocusAsync();
            await officer.Page.Keyboard.PressAsync(corner % 2 == 0 ? "ArrowRight" : "ArrowDown");
            await officer.Button(DrawText.Here).FocusAsync();
            await officer.Page.Keyboard.PressAsync("Enter");
            await board.CornersAsync(corner + 1);
        }

        // Drawn in the numbers of the map, and the form says so.
        await Assertions.Expect(board.Datum).ToHaveValueAsync(nameof(Datum.Wgs84));
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = officer.Say(NoticeText.Notices), Exact = true }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator("canvas")).ToHaveCountAsync(0);
        board.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_walks_round_the_field_needs_no_map_to_know_where_it_is()
    {
        await using var grower = await browsers.SeatAsync(product, Language.English);
        var board = new DrawBoard(grower, NoticeText.Area, NoticeText.DatumLabel);
        await grower.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await grower.OpenAsync("/map/announce");
        await board.OpenAsync();

        (float Latitude, float Longitude)[] walk = [(29.75f, 119.75f), (29.75f, 119.765625f), (29.765625f, 119.765625f)];
        foreach (var (index, (latitude, longitude)) in walk.Index())
        {
            await grower.Page.Context.SetGeolocationAsync(new Geolocation { Latitude = latitude, Longitude = longitude, Accuracy = 5 });
            await grower.Button(DrawText.Stand).ClickAsync();
            await board.CornersAsync(index + 1);
        }

        await Assertions.Expect(board.Text).ToHaveValueAsync("29.750000, 119.750000\n29.750000, 119.765625\n29.765625, 119.765625");
        await Assertions.Expect(board.Datum).ToHaveValueAsync(nameof(Datum.Wgs84));
        board.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_grower_draws_on_the_plain_page_and_reads_what_became_of_it()
    {
        await using var grower = await browsers.SeatAsync(product, Language.English);
        var board = new DrawBoard(grower, NoticeText.Area, NoticeText.DatumLabel);
        await grower.OpenAsync("/map");
        await grower.Link(AnnouncementText.Link).ClickAsync();
        await grower.Choice(AnnouncementText.KindLabel, AnnouncementText.Of(NoticeKind.GroundSpraying)).CheckAsync();
        await board.OpenFarAwayAsync();
        await board.TapAsync(0.5f, 0.5f);
        await Assertions.Expect(board.Datum).ToHaveValueAsync(nameof(Datum.Wgs84));
        await grower.Field(NoticeText.From).FillAsync(InDays(9));
        await grower.Field(NoticeText.To).FillAsync(InDays(10));
        await grower.Field(AnnouncementText.SubjectLabel).FillAsync("oilseed rape");
        await grower.Field(AnnouncementText.NameLabel).FillAsync("Wang");
        await grower.Field(AnnouncementText.PhoneLabel).FillAsync("13800000000");
        await grower.PageIsAccessibleAsync();
        await grower.Button(AnnouncementText.Send).ClickAsync();
        await grower.Page.WaitForURLAsync(new Regex("/map/announce/[0-9a-f-]{36}$"));
        await grower.SeesAsync(AnnouncementText.Waits);
        await grower.PageIsAccessibleAsync();
        var address = grower.Page.Url;

        await using var officer = await browsers.SeatAsync(product, Language.English);
        await officer.SignInAsync(product.AccountOf(Role.County));
        await officer.OpenAsync("/map/notices");
        var card = officer.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "oilseed rape" }).First;
        await officer.PageIsAccessibleAsync();
        await card.GetByRole(AriaRole.Link, new() { Name = officer.Say(AnnouncementText.MakeNotice) }).ClickAsync();
        await Assertions.Expect(officer.Field(NoticeText.Contact)).ToHaveValueAsync("Wang 13800000000");
        await officer.Button(NoticeText.Preview).ClickAsync();
        await officer.Button(NoticeText.Issue).ClickAsync();
        await officer.Page.WaitForURLAsync(new Regex("/map/notices/W"));

        await grower.OpenAsync(address);
        await grower.SeesAsync("The county has issued notice W");
        board.Faults.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\d+\.\d{6}, \d+\.\d{6}$")]
    private static partial Regex OnePoint();
}
