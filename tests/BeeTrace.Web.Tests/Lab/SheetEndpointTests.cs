using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>What the bench sends over HTTP: from its own page, by the analyst who typed it, and never half understood.</summary>
public sealed class SheetEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_row_is_answered_cell_by_cell()
    {
        var (client, account, sample) = await AtTheBenchAsync();

        var (status, json) = await SendAsync(client, account, sample, Cell("SUCROSE", "4.2"), Cell("HMF", "1,5"));

        status.ShouldBe(HttpStatusCode.OK);
        json.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("state").GetString()).ShouldBe(["saved", "refused"]);
        json.GetProperty("cells")[0].GetProperty("stands").GetProperty("text").GetString().ShouldBe("4.2");
        json.GetProperty("markets")[0].GetProperty("items").GetProperty("SUCROSE").GetProperty("rule").GetString().ShouldBe("CN_FULL");
    }

    [Fact]
    public async Task One_identity_for_two_cells_is_no_row()
    {
        var (client, account, sample) = await AtTheBenchAsync();
        var cell = Cell("SUCROSE", "4.2");

        var (status, json) = await SendAsync(client, account, sample, cell, cell);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        json.GetProperty("sentences")[0].GetString()!.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task A_reason_longer_than_is_kept_is_refused_in_words()
    {
        var (client, account, sample) = await AtTheBenchAsync();
        var first = Cell("SUCROSE", "4.2");
        await SendAsync(client, account, sample, first);

        var (_, json) = await SendAsync(client, account, sample, Cell("SUCROSE", "4.3") with { Supersedes = first.Id, Reason = new string('x', LabReason.Longest + 1) });

        json.GetProperty("cells")[0].GetProperty("state").GetString().ShouldBe("refused");
        json.GetProperty("cells")[0].GetProperty("sentences")[0].GetString()!.ShouldContain("400");
    }

    [Fact]
    public async Task Only_our_page_and_only_its_own_analyst_sends()
    {
        var (client, account, sample) = await AtTheBenchAsync();
        (await SendAsync(client, account with { Id = Guid.NewGuid() }, sample, Cell("SUCROSE", "4.2"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        client.DefaultRequestHeaders.Remove("X-BeeTrace-Outbox");
        (await SendAsync(client, account, sample, Cell("SUCROSE", "4.2"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var reviewer = await host.SignedInAsync(await host.World.AccountAsync(Role.Reviewer));
        reviewer.DefaultRequestHeaders.Add("X-BeeTrace-Outbox", "1");
        (await SendAsync(reviewer, account, sample, Cell("SUCROSE", "4.2"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_sample_is_known_at_the_bench_by_its_blind_number_alone()
    {
        var (client, account, _) = await AtTheBenchAsync();
        var code = await host.World.SampleAsync(await host.World.LotAsync());
        using var response = await client.PostAsJsonAsync(
            new Uri("/lab/sheet/rows", UriKind.Relative), new { account = account.Id, sample = code.ToString(), markets = new[] { "CN" }, cells = new[] { Cell("SUCROSE", "4.2") } });
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await client.GetStringAsync(new Uri("/lab/sheet/HONEY/data?markets=CN", UriKind.Relative))).ShouldNotContain(code.ToString());
    }

    private async Task<(HttpClient Client, Analyst Account, BlindCode Sample)> AtTheBenchAsync()
    {
        var account = await host.World.AccountAsync(Role.Analyst);
        var client = await host.SignedInAsync(account);
        client.DefaultRequestHeaders.Add("X-BeeTrace-Outbox", "1");
        return (client, new Analyst(account.Id), await host.World.BlindAsync(await host.World.SampleAsync(await host.World.LotAsync())));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(HttpClient client, Analyst account, BlindCode sample, params SentCell[] cells)
    {
        using var response = await client.PostAsJsonAsync(
            new Uri("/lab/sheet/rows", UriKind.Relative), new { account = account.Id, sample = sample.ToString(), markets = new[] { "CN" }, cells });
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static SentCell Cell(string analyte, string text) => new(Guid.NewGuid(), analyte, text);

    private sealed record Analyst(Guid Id);

    private sealed record SentCell(Guid Id, string Analyte, string Text, Guid? Supersedes = null, string? Reason = null, bool Sure = false);
}
