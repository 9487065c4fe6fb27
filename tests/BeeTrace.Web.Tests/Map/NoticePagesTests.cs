using System.Net;
using System.Text.Json;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Notices and questions as a browser gets them.</summary>
public sealed class NoticePagesTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private World World => host.World;

    public ValueTask InitializeAsync()
    {
        World.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_beekeeper_reads_on_the_first_page_what_is_sprayed_when_how_far_and_whom_to_ask()
    {
        var beekeeper = await World.BeekeeperAsync();
        await World.ApiaryAtAsync(beekeeper, 25.001m, 112m, name: "窄溪一号");
        var issued = await World.NoticeAsync(World.ANotice() with { Area = "25, 112", Subject = "油菜 <b>噻虫嗪</b>" });
        using var reader = await host.SignedInAsync(await World.AccountAsync(Role.Beekeeper, beekeeper.Beekeeper));

        var kept = await PageAsync(reader, "empty");
        (await SeenAsync(issued)).ShouldBe(0, "a page that is fetched to be kept is on no screen");
        var shown = await PageAsync(reader, "document");
        var again = await PageAsync(reader, "document");

        (await SeenAsync(issued)).ShouldBe(1);
        foreach (var said in new[] { "Spraying near your bees", "窄溪一号: about 110 m", "油菜 &lt;b&gt;噻虫嗪&lt;/b&gt;", "王五 13800000000", issued.Code.ToString(), "close the hives" })
        {
            kept.ShouldContain(said);
            shown.ShouldContain(said);
            again.ShouldContain(said);
        }

        shown.ShouldContain(">new</b>");
        again.ShouldNotContain(">new</b>");
    }

    [Fact]
    public async Task The_map_is_told_of_spraying_by_everybody_and_of_a_disease_only_after_signing_in_and_only_by_its_cell()
    {
        var spraying = await World.NoticeAsync(World.ANotice() with { Area = "26.00123, 112.00456\n26.00123, 112.01\n26.01, 112.01" });
        var disease = await World.NoticeAsync(World.ANotice(NoticeKind.DiseaseAlert) with { Area = "26.20123, 112.20456", Subject = "美洲幼虫腐臭病" });
        using var anybody = host.Reader();
        using var county = await host.SignedInAsync(await World.AccountAsync(Role.County));
        using var firm = await host.SignedInAsync(await World.AccountAsync(Role.Exporter, firm: (await World.ExporterAsync()).Firm));

        var forAll = await FeaturesAsync(anybody);
        forAll[spraying.Code.ToString()].GetProperty("geometry").GetProperty("type").GetString().ShouldBe("Polygon");
        forAll.ShouldNotContainKey(disease.Code.ToString());
        forAll[spraying.Code.ToString()].GetRawText().ShouldNotContain("王五");
        var forFirm = (await FeaturesAsync(firm))[disease.Code.ToString()];
        forFirm.GetRawText().ShouldNotContain("112.20456");
        forFirm.GetProperty("properties").GetProperty("blurM").GetInt32().ShouldBe(5000);
        (await FeaturesAsync(county))[disease.Code.ToString()].GetRawText().ShouldContain("112.20456");
    }

    [Fact]
    public async Task The_list_as_a_file_holds_no_formula()
    {
        await World.ApiaryAtAsync(await World.BeekeeperAsync(), 27.001m, 112m, name: "=HYPERLINK(\"http://evil\")");
        using var county = await host.SignedInAsync(await World.AccountAsync(Role.County));

        using var response = await county.GetAsync(new Uri("/map/question.csv?area=27,112&datum=Wgs84&m=3000", UriKind.Relative));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("110,");
        lines[1].ShouldContain("\"'=HYPERLINK(\"\"http://evil\"\")\"");
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Analyst)]
    public async Task The_file_is_for_the_county(Role role)
    {
        using var reader = await host.SignedInAsync(await World.AccountAsync(role));

        using var response = await reader.GetAsync(new Uri("/map/question.csv?area=27,112&datum=Wgs84&m=3000", UriKind.Relative));

        response.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("A330122");
    }

    private async Task<int> SeenAsync(IssuedNotice issued) => (await World.Get<NoticeQueries>().FindAsync(issued.Code, World.County))!.Seen;

    private static async Task<string> PageAsync(HttpClient reader, string destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/keeper", UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var response = await reader.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<Dictionary<string, JsonElement>> FeaturesAsync(HttpClient reader)
    {
        using var json = JsonDocument.Parse(await reader.GetStringAsync(new Uri("/map/notices.geojson", UriKind.Relative)));
        return json.RootElement.GetProperty("features").EnumerateArray().ToDictionary(f => f.GetProperty("properties").GetProperty("code").GetString()!, f => f.Clone());
    }
}
