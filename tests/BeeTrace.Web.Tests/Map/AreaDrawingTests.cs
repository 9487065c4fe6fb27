using System.Net;
using System.Text.Json;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Map;

/// <summary>What somebody typed, as the map has it on which it is drawn.</summary>
public sealed class AreaDrawingTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public void Corners_are_drawn_however_they_are_written_and_the_first_is_not_repeated() =>
        AreaDrawing.CornersOf("北纬29°48′ 东经119°42′\n29.80，119.71\n\n29.81, 119.71\n29.8, 119.7", Datum.Wgs84, Datum.Wgs84)
            .ShouldBe([[119.7m, 29.8m], [119.71m, 29.80m], [119.71m, 29.81m]]);

    [Fact]
    public void A_field_in_the_making_is_drawn_too() =>
        AreaDrawing.CornersOf("29.80, 119.70\n29.81, 119.71", Datum.Wgs84, Datum.Wgs84)!.Length.ShouldBe(2, "two corners are refused as a field and drawn all the same");

    [Fact]
    public void What_was_read_from_another_map_lies_where_it_lies_on_this_one()
    {
        var (latitude, longitude) = new GeoPoint(29.8m, 119.7m).ToDatum(Datum.Gcj02);

        var shifted = AreaDrawing.CornersOf("29.8, 119.7", Datum.Wgs84, Datum.Gcj02)![0];
        shifted.ShouldBe([longitude, latitude]);
        var back = AreaDrawing.CornersOf($"{latitude}, {longitude}", Datum.Gcj02, Datum.Wgs84)![0];
        Math.Abs(back[0] - 119.7m).ShouldBeLessThan(0.000_001m);
        Math.Abs(back[1] - 29.8m).ShouldBeLessThan(0.000_001m);
    }

    [Theory]
    [InlineData("by the river", Datum.Wgs84)]
    [InlineData("29.8, 119.7\nnowhere", Datum.Wgs84)]
    [InlineData("29.8, 119.7", null)]
    public void What_cannot_be_read_is_not_drawn_somewhere(string text, Datum? datum) => AreaDrawing.CornersOf(text, datum, Datum.Wgs84).ShouldBeNull();

    [Fact]
    public async Task A_browser_asks_with_the_text_itself()
    {
        using var anybody = host.Reader();

        using var told = await AskAsync(anybody, "29.8, 119.7\n29.8, 119.71\n29.81, 119.71", "Wgs84");
        using var nothing = await AskAsync(anybody, "by the river", "Wgs84");
        using var tooMuch = await AskAsync(anybody, new string('\n', 60_000), "Wgs84");

        JsonSerializer.Deserialize<decimal[][]>(await told.Content.ReadAsStringAsync()).ShouldBe([[119.7m, 29.8m], [119.71m, 29.8m], [119.71m, 29.81m]]);
        nothing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        tooMuch.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient reader, string text, string datum)
    {
        using var body = new StringContent(text);
        return await reader.PostAsync(new Uri($"/map/corners?datum={datum}", UriKind.Relative), body);
    }
}
