using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>Judging without storing, as other programs ask for it.</summary>
public sealed class JudgeEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Asked =
        """
        { "product": "HONEY", "nectarSource": "Robinia pseudoacacia", "species": "Apis mellifera", "grade": null, "sampledOn": "2026-05-20",
          "readings": [ { "analyte": "SUCROSE", "reading": "7.2", "unit": "g/100 g", "lod": null, "loq": "0.5", "uncertainty": null, "k": 2 } ],
          "markets": ["CN", "EU"], "rule": null }
        """;

    [Fact]
    public async Task One_reading_fails_in_one_market_and_passes_in_another_and_each_says_by_what()
    {
        var (status, json) = await AskAsync(Asked);

        status.ShouldBe(HttpStatusCode.OK);
        var markets = json.GetProperty("markets").EnumerateArray().ToList();
        markets.Select(m => m.GetProperty("market").GetString()).ShouldBe(["CN", "EU"]);
        var china = ItemOf(markets[0], "SUCROSE");
        (Text(markets[0], "verdict"), Text(china, "verdict"), Text(china, "limit"), Text(china, "standard"), Text(china, "rule"), Text(china, "judgedValue"), Text(china, "printedValue"))
            .ShouldBe(("Fail", "Fail", "≤ 5 g/100 g", "GB 14963-2011", "CN_FULL", "7.2", "7.2"));
        china.GetProperty("verified").GetBoolean().ShouldBeTrue();
        var europe = ItemOf(markets[1], "SUCROSE");
        (Text(europe, "verdict"), Text(europe, "limit")).ShouldBe(("Pass", "≤ 10 g/100 g"));
    }

    [Fact]
    public async Task What_the_market_asks_for_and_nobody_tested_is_incomplete_and_never_a_pass()
    {
        var (_, json) = await AskAsync(Asked.Replace("\"7.2\"", "\"4.2\""));
        var china = json.GetProperty("markets")[0];
        Text(ItemOf(china, "SUCROSE"), "verdict").ShouldBe("Pass");
        Text(ItemOf(china, "CHLORAMPHENICOL"), "verdict").ShouldBe("Incomplete");
        Text(china, "verdict").ShouldBe("Incomplete");
    }

    [Fact]
    public async Task Digits_stay_whether_they_come_as_a_number_or_as_a_text()
    {
        var (_, json) = await AskAsync(Asked.Replace("\"reading\": \"7.2\"", "\"reading\": 4.200").Replace("\"loq\": \"0.5\"", "\"loq\": 0.50"));
        Text(ItemOf(json.GetProperty("markets")[0], "SUCROSE"), "judgedValue").ShouldBe("4.200");
    }

    [Fact]
    public async Task A_plant_may_be_named_in_Chinese_and_the_answer_comes_in_the_readers_language()
    {
        var (_, json) = await AskAsync(Asked.Replace("Robinia pseudoacacia", "柑橘").Replace("[\"CN\", \"EU\"]", "[\"jp\"]"), language: "zh-CN");
        var market = json.GetProperty("markets")[0];
        Text(market, "market").ShouldBe("JP");
        Text(ItemOf(market, "SUCROSE"), "why")!.ShouldContain("只报告结果");
        ItemOf(market, "SUCROSE").GetProperty("limit").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_beside_its_field()
    {
        var (status, json) = await AskAsync(
            """
            { "product": "HONNEY", "nectarSource": "槐花蜜树", "species": "Bombus", "sampledOn": "20.5.2026",
              "readings": [ { "analyte": "SUCROSE", "reading": "1,5" }, { "analyte": "SUCROSE", "reading": "1.5.2" }, { "analyte": "HMF", "reading": "1", "unit": "CFU/g" },
                            { "analyte": "WINGS", "reading": "4" }, { "analyte": "LEAD", "reading": "ND" }, { "analyte": "ZINC", "reading": "1.5.2", "loq": "0,1" } ],
              "markets": ["XX"], "rule": "FAIR" }
            """);

        status.ShouldBe(HttpStatusCode.BadRequest);
        var errors = json.GetProperty("errors");
        errors.EnumerateObject().Select(field => field.Name).ShouldBe(
            ["product", "nectarSource", "species", "sampledOn", "rule", "readings[0].reading", "readings[1].reading", "readings[2].unit", "readings[3].analyte", "readings[4].lod", "readings[5].loq", "markets[0]"],
            ignoreOrder: true);
        errors.GetProperty("readings[0].reading")[0].GetString()!.ShouldContain("comma");
        errors.GetProperty("markets[0]")[0].GetString()!.ShouldContain("CN");
    }

    [Fact]
    public async Task Two_analytes_decide_together_and_a_declared_state_chooses_the_limit()
    {
        var (_, low) = await AskAsync(Enzymes("3.5", "12"));
        Text(ItemOf(low.GetProperty("markets")[0], "DIASTASE"), "verdict").ShouldBe("Pass", "3 DN suffice where HMF is at most 15 mg/kg");
        var (_, high) = await AskAsync(Enzymes("3.5", "22"));
        Text(ItemOf(high.GetProperty("markets")[0], "DIASTASE"), "verdict").ShouldBe("Fail");

        var (status, json) = await AskAsync(Enzymes("3.5", "12").Replace("\"markets\"", "\"states\": [\"Smoked\"], \"markets\""));
        status.ShouldBe(HttpStatusCode.BadRequest);
        json.GetProperty("errors").GetProperty("states[0]")[0].GetString()!.ShouldContain("Bakers");

        static string Enzymes(string diastase, string hmf) =>
            $$"""
            { "product": "HONEY", "species": "Apis mellifera", "sampledOn": "2026-05-20", "markets": ["EU"],
              "readings": [ { "analyte": "DIASTASE", "reading": "{{diastase}}" }, { "analyte": "HMF", "reading": "{{hmf}}" } ] }
            """;
    }

    [Fact]
    public async Task An_analyte_has_one_reading()
    {
        var (status, json) = await AskAsync(
            """{ "product": "HONEY", "readings": [ { "analyte": "SUCROSE", "reading": "1" }, { "analyte": "SUCROSE", "reading": "2" } ], "markets": ["CN"] }""");
        status.ShouldBe(HttpStatusCode.BadRequest);
        json.GetProperty("errors").TryGetProperty("readings[1].analyte", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"product\": ")]
    [InlineData("{ \"product\": \"HONEY\", \"readings\": [ { \"reading\": { } } ], \"markets\": [\"CN\"] }")]
    public async Task What_is_no_question_is_a_problem_and_no_fault_of_ours(string body)
    {
        var (status, json) = await AskAsync(body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        json.GetProperty("status").GetInt32().ShouldBe(400);
    }

    [Fact]
    public async Task Nothing_is_kept()
    {
        var before = await CountAsync();
        await AskAsync(Asked);
        (await CountAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(Role.Sampler, HttpStatusCode.OK)]
    [InlineData(Role.Analyst, HttpStatusCode.OK)]
    [InlineData(Role.Reviewer, HttpStatusCode.OK)]
    [InlineData(Role.Signatory, HttpStatusCode.OK)]
    public async Task Every_role_of_the_laboratory_may_ask(Role role, HttpStatusCode expected) =>
        (await AskAsync(Asked, role)).Status.ShouldBe(expected);

    [Fact]
    public async Task Nobody_else_may()
    {
        using var stranger = host.Reader();
        using var response = await stranger.PostAsync(new Uri("/api/v1/judge", UriKind.Relative), Json(Asked));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        // What is not yours and what is not there look the same.
        var firm = await host.World.AccountAsync(Role.Exporter, firm: (await host.World.ExporterAsync()).Firm);
        var token = (await host.World.CallAsync((AccountService s) => s.IssueTokenAsync(firm, host.World.Admin))).ShouldBeDone();
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var theirs = await stranger.PostAsync(new Uri("/api/v1/judge", UriKind.Relative), Json(Asked));
        theirs.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(long, long, long)> CountAsync() => await host.World.SeeAsync(host.World.County, async db => (
        await db.Readings.LongCountAsync(), await db.Evaluations.LongCountAsync(), await db.Samples.LongCountAsync()));

    private async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string body, Role role = Role.Analyst, string language = "en")
    {
        var account = await host.World.AccountAsync(role);
        var token = (await host.World.CallAsync((AccountService s) => s.IssueTokenAsync(account, host.World.Admin))).ShouldBeDone();
        using var program = host.Reader(language);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await program.PostAsync(new Uri("/api/v1/judge", UriKind.Relative), Json(body));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static JsonElement ItemOf(JsonElement market, string analyte) =>
        market.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("analyte").GetString() == analyte);

    private static string? Text(JsonElement of, string property) => of.GetProperty(property).GetString();
}
