using System.Globalization;
using System.Net.Http.Json;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Where the operator's base map has the national shift, list, picture and what is drawn speak of the same ground.</summary>
public sealed class ShiftedBasemapTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        world.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        _app = Host.Build(
            new Settings("http://127.0.0.1:0", "/nonexistent", Demo: false, null, null, "http://beetrace.test") { Basemap = Basemap.Read("https://tiles.example.org/{z}/{x}/{y}.png", "Gcj02", "GS(2026)1") },
            world.Connections);
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_drawn_is_said_to_be_in_the_datum_of_the_map_and_its_pictures_may_be_fetched()
    {
        using var anybody = RunningHost.Reader(new Uri(_app.Urls.Single()));

        using var answer = await anybody.GetAsync(new Uri("/map/announce", UriKind.Relative));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("data-map-datum=\"Gcj02\"");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("img-src 'self' https://tiles.example.org");
        using var body = new StringContent("29.8, 119.7");
        using var corners = await anybody.PostAsync(new Uri("/map/corners?datum=Wgs84", UriKind.Relative), body);
        var (latitude, longitude) = new GeoPoint(29.8m, 119.7m).ToDatum(Datum.Gcj02);
        (await corners.Content.ReadFromJsonAsync<decimal[][]>())!.ShouldHaveSingleItem().ShouldBe([longitude, latitude]);
    }

    [Fact]
    public async Task The_list_speaks_of_the_part_that_the_map_shows_and_leads_back_to_it()
    {
        var notice = await world.NoticeAsync(world.ANotice() with { Area = "29.8, 119.7" });
        using var anybody = RunningHost.Reader(new Uri(_app.Urls.Single()));
        var (latitude, longitude) = new GeoPoint(29.8m, 119.7m).ToDatum(Datum.Gcj02);
        var at = string.Create(CultureInfo.InvariantCulture, $"{latitude:0.0000},{longitude:0.0000}");

        var page = await anybody.GetStringAsync(new Uri($"/map?at={at}&zoom=14", UriKind.Relative));

        page.ShouldContain($"data-at=\"{at}\"");
        page.ShouldContain(notice.Code.ToString());
        page.ShouldContain("29.80, 119.70");
        page.ShouldContain($"href=\"/map?at={at}&amp;zoom=12#map-desk\"");
    }
}
