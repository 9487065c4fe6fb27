using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Map;

/// <summary>The list under the map says what the map says, to each reader what that reader may know.</summary>
public sealed class MapListTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private World World => host.World;

    public ValueTask InitializeAsync()
    {
        World.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Notices_that_reach_into_the_part_are_listed_and_others_are_not()
    {
        var here = await World.NoticeAsync(World.ANotice() with { Area = "31.0, 112.0", Subject = "油菜 <b>" });
        var there = await World.NoticeAsync(World.ANotice() with { Area = "33.0, 112.0" });
        using var anybody = host.Reader();

        var page = await PageAsync(anybody, "at=31.0,112.0&zoom=11");

        page.ShouldContain($"Notices that reach into this part: 1");
        page.ShouldContain(here.Code.ToString());
        page.ShouldContain("油菜 &lt;b&gt;");
        page.ShouldContain("within 3,000 m");
        page.ShouldContain("31.00, 112.00");
        page.ShouldNotContain(there.Code.ToString());
        page.ShouldNotContain("王五");
        page.ShouldNotContain($"href=\"/map/notices/{here.Code}\"");
    }

    [Fact]
    public async Task A_disease_is_listed_by_its_cell_and_only_after_signing_in()
    {
        var disease = await World.NoticeAsync(World.ANotice(NoticeKind.DiseaseAlert) with { Area = "31.50123, 112.50456", Subject = "美洲幼虫腐臭病" });
        using var anybody = host.Reader();
        using var firm = await host.SignedInAsync(await World.AccountAsync(Role.Exporter, firm: (await World.ExporterAsync()).Firm));
        using var county = await host.SignedInAsync(await World.AccountAsync(Role.County));
        const string At = "at=31.5,112.5&zoom=10";

        (await PageAsync(anybody, At)).ShouldNotContain(disease.Code.ToString());
        var blurred = await PageAsync(firm, At);
        blurred.ShouldContain(disease.Code.ToString());
        blurred.ShouldContain("a cell of 5 km");
        blurred.ShouldNotContain("31.501");
        var row = (await World.Get<MapQueries>().NoticesAsync(MapView.Read("31.5,112.5", "10"), 1, await World.ExporterAsync())).Rows.Single(r => r.Code == disease.Code.ToString());
        (row.BlurM, Math.Abs(row.Latitude - 31.50123) > 0.0005).ShouldBe((5000, true));
        (await PageAsync(county, At)).ShouldContain($"href=\"/map/notices/{disease.Code}\"");
    }

    [Fact]
    public async Task Smaller_and_smaller_parts_do_not_find_a_disease()
    {
        await World.NoticeAsync(World.ANotice(NoticeKind.DiseaseAlert) with { Area = "32.50123, 112.50456", RadiusM = 100 });
        var beekeeper = await World.BeekeeperAsync();
        var queries = World.Get<MapQueries>();
        var cell = (await queries.NoticesAsync(MapView.Read("32.5,112.5", "10"), 1, beekeeper)).Rows.ShouldHaveSingleItem();

        // Round the middle of the cell it is listed, wherever in the cell it may be, and far from the cell it is not.
        (await queries.NoticesAsync(new MapView(cell.Latitude, cell.Longitude, 16), 1, beekeeper)).Total.ShouldBe(1);
        (await queries.NoticesAsync(new MapView(cell.Latitude, cell.Longitude + 0.08, 16), 1, beekeeper)).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("02-20", "04-10", 3, true)]
    [InlineData("02-20", "04-10", 5, false)]
    [InlineData("02-20", "04-10", 0, true)]
    [InlineData("11-20", "01-10", 12, true)]
    [InlineData("11-20", "01-10", 1, true)]
    [InlineData("11-20", "01-10", 6, false)]
    [InlineData("04-30", "05-01", 4, true)]
    public async Task Nectar_sources_are_listed_in_the_months_of_their_bloom(string from, string to, int month, bool listed)
    {
        var code = await World.NectarSourceAsync("""{"type":"Point","coordinates":[113.5,33.5]}""", from: from, to: to);
        using var anybody = host.Reader();

        var page = await PageAsync(anybody, $"at=33.5,113.5&zoom=12&month={month}");

        page.Contains(code.ToString(), StringComparison.Ordinal).ShouldBe(listed);
        page.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"<option value=\"{month}\" selected"));
        // The month stays on the way on.
        page.ShouldContain($"zoom=14&amp;month={month}#list");
    }

    [Fact]
    public async Task Without_a_month_what_blooms_now_is_listed()
    {
        var (now, later) = (World.Today.ToString("MM-dd", CultureInfo.InvariantCulture), World.Today.AddMonths(4).ToString("MM-dd", CultureInfo.InvariantCulture));
        var blooming = await World.NectarSourceAsync("""{"type":"Point","coordinates":[114.5,34.5]}""", from: now, to: now);
        var other = await World.NectarSourceAsync("""{"type":"Point","coordinates":[114.5,34.5]}""", from: later, to: later);
        using var anybody = host.Reader();

        var page = await PageAsync(anybody, "at=34.5,114.5&zoom=12");

        page.ShouldContain(blooming.ToString());
        page.ShouldNotContain(other.ToString());
    }

    [Fact]
    public async Task Codes_lead_to_pages_for_those_who_have_them()
    {
        var keeper = await World.BeekeeperAsync();
        var own = await World.StandingAsync(keeper, 35.5m, 115.5m);
        var others = await World.StandingAsync(await World.BeekeeperAsync(), 35.5m, 115.5m);
        var nectar = await World.NectarSourceAsync("""{"type":"Point","coordinates":[115.5,35.5]}""");
        using var anybody = host.Reader();
        using var beekeeper = await host.SignedInAsync(await World.AccountAsync(Role.Beekeeper, keeper.Beekeeper));
        using var auditor = await host.SignedInAsync(await World.AccountAsync(Role.Auditor));
        const string At = "at=35.5,115.5&zoom=11&month=0";

        var strangers = await PageAsync(anybody, At);
        strangers.ShouldContain(own.ToString());
        foreach (var way in new[] { $"/registry/apiaries/{own}", $"/registry/nectar-sources?q={nectar}", "href=\"/keeper\"" })
            strangers.ShouldNotContain(way);
        var keepers = ListOf(await PageAsync(beekeeper, At));
        keepers.Split("href=\"/keeper\"").Length.ShouldBe(2, "one way, from the own apiary");
        keepers.ShouldContain("your own");
        keepers.ShouldNotContain($"/registry/apiaries/{others}");
        var officers = await PageAsync(auditor, At);
        foreach (var way in new[] { $"/registry/apiaries/{own}", $"/registry/apiaries/{others}", $"/registry/nectar-sources?q={nectar}" })
            officers.ShouldContain($"href=\"{way}\"");
    }

    [Fact]
    public async Task Every_row_leads_to_the_map_without_a_script()
    {
        var code = await World.StandingAsync(await World.BeekeeperAsync(), 36.5m, 116.5m);
        using var anybody = host.Reader();

        var page = await PageAsync(anybody, "at=36.5,116.5&zoom=11");

        page.ShouldMatch($"<a href=\"/map\\?at=36\\.[0-9]{{4}},116\\.[0-9]{{4}}&amp;zoom=12#map-desk\" aria-label=\"Show on the map · {code}\">Show on the map</a>");
        page.ShouldContain("href=\"/map?at=36.5000,116.5000&amp;zoom=11#list\">Skip to the list</a>");
    }

    [Fact]
    public void On_a_shifted_base_map_the_list_speaks_of_the_part_that_is_seen()
    {
        var (latitude, longitude) = new GeoPoint(29.8m, 119.7m).ToDatum(Datum.Gcj02);
        var at = string.Create(CultureInfo.InvariantCulture, $"{latitude:0.0000},{longitude:0.0000}");

        var view = MapView.Read(at, "16", null, Datum.Gcj02);

        // Four decimals are eleven metres; the shift is some hundred.
        Math.Abs(view.Latitude - 29.8).ShouldBeLessThan(0.0001);
        Math.Abs(view.Longitude - 119.7).ShouldBeLessThan(0.0001);
        view.At.ShouldBe(at);
        view.ToString().ShouldBe($"at={at}&zoom=16");
        view.To(29.8, 119.7, 12).ToString().ShouldBe($"at={at}&zoom=12");
        Math.Abs(MapView.Read(at, "16").Longitude - 119.7).ShouldBeGreaterThan(0.003, "the same numbers on an unshifted map are another place");
    }

    [Theory]
    [InlineData("13")]
    [InlineData("-1")]
    [InlineData("May")]
    [InlineData(null)]
    public void A_month_that_there_is_not_is_none(string? month) => MapView.Read(null, null, month).Month.ShouldBeNull();

    private static async Task<string> PageAsync(HttpClient reader, string query) => await reader.GetStringAsync(new Uri($"/map?{query}", UriKind.Relative));

    private static string ListOf(string page) => page[page.IndexOf("id=\"list\"", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
}
