using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>One POST a record, over HTTP: once, however often it is sent; for whom it was written, and for nobody else.</summary>
public sealed class FieldEndpointsTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task An_entry_that_is_sent_twenty_times_at_once_arrives_once_and_has_one_receipt()
    {
        var phone = await PhoneAsync();
        var fields = Count(phone, 57);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => phone.SendAsync("count", fields)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Select(answer => answer.Json.ToString()).Distinct().Count().ShouldBe(1);
        var json = answers[0].Json;
        json.GetProperty("state").GetString().ShouldBe("arrived");
        json.GetProperty("receipt").GetString().ShouldBe(ReceiptNumber.Of(Guid.Parse(fields["Id"])).ToString());
        json.GetProperty("subject").GetString().ShouldBe(phone.Apiary.ToString());
        (await host.World.SeeAsync(phone.Beekeeper, db => db.ColonyCounts.CountAsync())).ShouldBe(1);
        (await host.World.SeeAsync(phone.Beekeeper, db => db.FieldEntries.CountAsync())).ShouldBe(1);
        (await host.World.DeedsOfAsync(phone.Apiary.ToString())).Count(d => d.Deed == DeedCode.ColoniesCounted).ShouldBe(1);
    }

    [Fact]
    public async Task Every_form_of_the_outbox_arrives_once_when_it_is_sent_twice()
    {
        var phone = await PhoneAsync();
        var apiary = phone.Apiary.ToString();
        var today = Day(0);
        (string Kind, Dictionary<string, string> Fields)[] entries =
        [
            ("apiary", new() { ["Name"] = "山背场", ["Species"] = "Cerana", ["Kind"] = "Fixed", ["Place"] = "29.85, 119.65", ["Datum"] = "Bd09", ["Plant"] = World.Rape, ["From"] = today, ["Colonies"] = "20" }),
            ("count", new() { ["Apiary"] = apiary, ["On"] = today, ["Colonies"] = "５８群" }),
            ("treatment", new() { ["Apiary"] = apiary, ["Medicine"] = "甲酸", ["Indication"] = "小蜂螨", ["Colonies"] = "58", ["Route"] = "Fumigation", ["StartedOn"] = Day(-9), ["EndedOn"] = Day(-8), ["IsWithdrawalKnown"] = "yes", ["WithdrawalDays"] = "0" }),
            ("harvest", new() { ["Apiary"] = apiary, ["Product"] = "HONEY", ["MassKg"] = "1,250.5 公斤", ["HarvestedOn"] = Day(-2), ["Plant"] = "" }),
            ("disease", new() { ["Apiary"] = apiary, ["Disease"] = "Varroa", ["On"] = today, ["Colonies"] = "", ["Signs"] = "" }),
            ("move", new() { ["Apiary"] = apiary, ["Place"] = "29.91, 119.62", ["Datum"] = "Wgs84", ["Plant"] = World.Rape, ["From"] = Day(-1), ["Colonies"] = "58", ["Seen"] = await phone.SeenAsync() }),
            ("leave", new() { ["Apiary"] = apiary, ["On"] = today }),
            ("close", new() { ["Apiary"] = apiary, ["On"] = today }),
        ];
        foreach (var (kind, fields) in entries)
        {
            fields["Id"] = Guid.NewGuid().ToString();
            var first = await phone.SendAsync(kind, fields);
            first.Status.ShouldBe(HttpStatusCode.OK, $"{kind}: {first.Json}");
            var second = await phone.SendAsync(kind, fields);
            second.Status.ShouldBe(HttpStatusCode.OK);
            second.Json.GetProperty("receipt").GetString().ShouldBe(first.Json.GetProperty("receipt").GetString());
            second.Json.GetProperty("subject").GetString().ShouldBe(first.Json.GetProperty("subject").GetString());
        }

        var counts = await host.World.SeeAsync(phone.Beekeeper, async db => (
            await db.Apiaries.CountAsync(), await db.ColonyCounts.CountAsync(), await db.Treatments.CountAsync(), await db.Harvests.CountAsync(),
            await db.DiseaseReports.CountAsync(), await db.Placements.CountAsync(), await db.FieldEntries.CountAsync()));
        counts.ShouldBe((2, 1, 1, 1, 1, 3, entries.Length));
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_refused()
    {
        var phone = await PhoneAsync();
        var fields = Count(phone, 57);
        (await phone.SendAsync("count", fields)).Status.ShouldBe(HttpStatusCode.OK);

        fields["Colonies"] = "58";
        var (status, json) = await phone.SendAsync("count", fields);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        json.GetProperty("errors")[0].GetProperty("sentence").GetString()!.ShouldContain("another content");
        (await host.World.SeeAsync(phone.Beekeeper, db => db.ColonyCounts.Select(c => c.Colonies).SingleAsync())).ShouldBe(57);
    }

    [Fact]
    public async Task Somebody_elses_id_neither_breaks_nor_tells_anything()
    {
        var (first, second) = (await PhoneAsync(), await PhoneAsync());
        var fields = Count(first, 57);
        (await first.SendAsync("count", fields)).Status.ShouldBe(HttpStatusCode.OK);

        var stolen = Count(second, 57);
        stolen["Id"] = fields["Id"];
        var (status, json) = await second.SendAsync("count", stolen);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        json.ToString().ShouldNotContain(first.Apiary.ToString());
    }

    [Fact]
    public async Task What_is_wrong_is_told_field_by_field_in_the_readers_language_and_may_be_mended_under_the_same_id()
    {
        var phone = await PhoneAsync("zh-CN");
        var fields = Count(phone, 0);
        fields["On"] = "昨天";

        var (status, json) = await phone.SendAsync("count", fields);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        json.GetProperty("state").GetString().ShouldBe("mend");
        json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("field").GetString(), e.GetProperty("sentence").GetString())).ShouldBe(
            [("Colonies", "群数至少为 1。若只是撤离，请用「离开」。"), ("On", "“昨天”读不成日期。请写成 2026-05-20。")]);
        (await host.World.SeeAsync(phone.Beekeeper, db => db.FieldEntries.CountAsync())).ShouldBe(0);
        (fields["Colonies"], fields["On"]) = ("57", Day(0));
        (await phone.SendAsync("count", fields)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_question_of_the_form_is_asked_with_the_refusal()
    {
        var phone = await PhoneAsync();
        var (_, json) = await phone.SendAsync("apiary", new()
        {
            ["Id"] = Guid.NewGuid().ToString(), ["Name"] = "外县场", ["Species"] = "Mellifera", ["Kind"] = "Temporary", ["Place"] = "31.2304, 121.4737", ["Datum"] = "Wgs84",
            ["Plant"] = World.Rape, ["From"] = Day(0), ["Colonies"] = "20",
        });
        var error = json.GetProperty("errors").EnumerateArray().Single();
        (error.GetProperty("field").GetString(), error.GetProperty("ask").GetString()).ShouldBe(("Place", "OutsideCounty"));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_so_and_nothing_is_saved()
    {
        var phone = await PhoneAsync();
        var stranger = phone with { Client = host.Reader() };
        var (status, json) = await stranger.SendAsync("count", Count(phone, 57));
        (status, json.GetProperty("state").GetString()).ShouldBe((HttpStatusCode.Unauthorized, "signed-out"));
        (await host.World.SeeAsync(phone.Beekeeper, db => db.ColonyCounts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_entry_of_another_account_is_not_sent_under_this_one()
    {
        var (writer, sender) = (await PhoneAsync(), await PhoneAsync());
        var borrowed = sender with { Account = writer.Account };
        var (status, json) = await borrowed.SendAsync("count", Count(sender, 57));
        (status, json.GetProperty("state").GetString()).ShouldBe((HttpStatusCode.Forbidden, "other-account"));
        (await host.World.SeeAsync(sender.Beekeeper, db => db.ColonyCounts.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("1", "https://evil.test", null)]
    [InlineData("1", null, "cross-site")]
    public async Task Another_site_cannot_send(string? header, string? origin, string? site)
    {
        var phone = await PhoneAsync();
        using var request = phone.Request("count", Count(phone, 57), header);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await phone.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("count", """{"account":"?","fields":[1]}""")]
    [InlineData("count", """{"account":"?","fields":{"Id":5}}""")]
    [InlineData("count", """{"account":"?","fields":{"Id":"no id"}}""")]
    [InlineData("nothing", """{"account":"?","fields":{"Id":"0190f5a0-0000-7000-8000-000000000001"}}""")]
    public async Task What_cannot_be_read_is_refused_as_such(string kind, string body)
    {
        var phone = await PhoneAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/keeper/entries/{kind}") { Content = new StringContent(body.Replace("?", phone.Account), null, "application/json") };
        request.Headers.Add(FieldEndpoints.Header, "1");
        using var answer = await phone.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_no_entry_at_all_is_refused_as_such()
    {
        var phone = await PhoneAsync();
        foreach (var body in new[] { "not json", "[]", "null", new string(' ', 100_000) + "{}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/keeper/entries/count") { Content = new StringContent(body, null, "application/json") };
            request.Headers.Add(FieldEndpoints.Header, "1");
            using var answer = await phone.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, body.Trim());
        }
    }

    [Fact]
    public async Task A_move_that_was_written_while_another_was_registered_keeps_both_and_saves_neither_twice()
    {
        var phone = await PhoneAsync();
        var seen = await phone.SeenAsync();
        (await phone.SendAsync("move", Move(phone, seen, Day(-5), "29.81, 119.71"))).Status.ShouldBe(HttpStatusCode.OK);
        var late = Move(phone, seen, Day(-3), "29.82, 119.72");

        var answers = new[] { await phone.SendAsync("move", late), await phone.SendAsync("move", late) };

        foreach (var (status, json) in answers)
        {
            status.ShouldBe(HttpStatusCode.Conflict);
            json.GetProperty("state").GetString().ShouldBe("conflict");
            json.GetProperty("yours").ToString().ShouldContain("29.82000, 119.72000");
            json.GetProperty("theirs").ToString().ShouldContain("29.81000, 119.71000");
        }

        var (stays, kept) = await host.World.SeeAsync(phone.Beekeeper, async db => (await db.Placements.CountAsync(), await db.FieldEntries.AsNoTracking().SingleAsync(e => e.State == FieldEntryState.InConflict)));
        stays.ShouldBe(2);
        kept.Versions!.ShouldContain("29.81");
        var deed = (await host.World.DeedsOfAsync(phone.Apiary.ToString())).Where(d => d.Deed == DeedCode.EntryInConflict).ShouldHaveSingleItem();
        (deed.Old + deed.New).ShouldNotContain("29.8", Case.Sensitive, "a place is not told to everybody who reads deeds");
        (await host.World.SeeAsync(host.World.County, db => db.FieldEntries.CountAsync())).ShouldBe(0);

        var chosen = Move(phone, answers[0].Json.GetProperty("seen").GetString()!, Day(-3), "29.82, 119.72");
        (await phone.SendAsync("move", chosen)).Status.ShouldBe(HttpStatusCode.OK);
        (await phone.SeenAsync()).ShouldBe(chosen["Id"]);
    }

    [Fact]
    public async Task Own_data_are_handed_out_in_full_and_to_their_beekeeper_alone()
    {
        var (phone, other) = (await PhoneAsync(), await PhoneAsync());
        (await phone.SendAsync("count", Count(phone, 57))).Status.ShouldBe(HttpStatusCode.OK);

        var json = await phone.Client.GetFromJsonAsync<JsonElement>("/keeper/export.json");

        json.GetProperty("apiaries").EnumerateArray().Single().GetProperty("code").GetString().ShouldBe(phone.Apiary.ToString());
        json.GetProperty("placements").EnumerateArray().Single().GetProperty("latitude").GetDecimal().ShouldBe(29.8m);
        json.GetProperty("colonyCounts").EnumerateArray().Single().GetProperty("colonies").GetInt32().ShouldBe(57);
        json.GetProperty("entries").GetArrayLength().ShouldBe(1);
        (await other.Client.GetStringAsync("/keeper/export.json")).ShouldNotContain(phone.Apiary.ToString());
        using var exporter = await host.SignedInAsync(await host.World.AccountAsync(Role.Exporter, firm: (await host.World.ExporterAsync()).Firm));
        (await exporter.GetAsync(new Uri("/keeper/export.json", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_picture_is_asked_for_anew_each_time_and_on_a_shared_phone_not_shown_to_the_next_person()
    {
        var (phone, other) = (await PhoneAsync(), await PhoneAsync());
        var id = PhotoId.New();
        (await host.World.Get<PhotoService>().KeepAsync(id, phone.Apiary, Pictures.Jpeg(40, 30), phone.Beekeeper)).ShouldBeDone();
        var address = new Uri($"/keeper/apiaries/{phone.Apiary}/photos/{id.Value}", UriKind.Relative);

        using var first = await phone.Client.GetAsync(address);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        (await AskAgainAsync(phone.Client)).ShouldBe(HttpStatusCode.NotModified);
        (await AskAgainAsync(other.Client)).ShouldBe(HttpStatusCode.NotFound);

        async Task<HttpStatusCode> AskAgainAsync(HttpClient client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_loop_that_sends_without_end_is_told_to_come_later_as_JSON_and_nobody_else_is_kept_out()
    {
        var (phone, other) = (await PhoneAsync(), await PhoneAsync());
        (HttpStatusCode Status, JsonElement Json) answer;
        var sent = 0;
        do
        {
            answer = await phone.SendAsync("nothing", []);
            sent++;
        }
        while (answer.Status != HttpStatusCode.TooManyRequests && sent < 1000);

        sent.ShouldBeGreaterThan(200, "a week without a line is a hundred entries");
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Json.GetProperty("state").GetString().ShouldBe("later", "anything but arrived, mend and conflict leaves the entry waiting");
        (await other.SendAsync("count", Count(other, 57))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/sw.js")]
    [InlineData("/keeper/offline")]
    public async Task The_worker_and_its_last_resort_are_served_to_anybody(string address)
    {
        using var stranger = host.Reader();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero).ShouldBe(TimeSpan.Zero, "a new worker must be found");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    [Fact]
    public async Task The_script_is_small_and_says_nothing_itself()
    {
        using var stranger = host.Reader();
        var script = await stranger.GetByteArrayAsync(new Uri("/field.js", UriKind.Relative));
        script.Length.ShouldBeInRange(4096, 15 * 1024);
        foreach (var name in new[] { "/field.js", "/outbox.js", "/photo.js", "/sw.js" })
            (await stranger.GetStringAsync(new Uri(name, UriKind.Relative))).ShouldNotMatch("[\\u4e00-\\u9fff]", $"{name}: words come from the page");
    }

    private static Dictionary<string, string> Count(Phone phone, int colonies) => new()
    {
        ["Id"] = Guid.NewGuid().ToString(), ["Apiary"] = phone.Apiary.ToString(), ["On"] = Day(0), ["Colonies"] = $"{colonies}",
    };

    private static Dictionary<string, string> Move(Phone phone, string seen, string from, string place) => new()
    {
        ["Id"] = Guid.NewGuid().ToString(), ["Apiary"] = phone.Apiary.ToString(), ["Place"] = place, ["Datum"] = "Wgs84", ["Plant"] = World.Rape, ["From"] = from,
        ["Colonies"] = "57", ["Seen"] = seen,
    };

    /// <summary>The host runs by the real clock.</summary>
    private static string Day(int after) => Web.Data.ChinaTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(after).ToString("yyyy-MM-dd");

    private async Task<Phone> PhoneAsync(string language = "en")
    {
        var beekeeper = await host.World.BeekeeperAsync();
        var account = await host.World.AccountAsync(Role.Beekeeper, beekeeper.Beekeeper);
        var client = await host.SignedInAsync(account);
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new Phone(client, account.Id.ToString(), beekeeper, await host.World.ApiaryAsync(beekeeper, new DateOnly(2026, 3, 1)), host);
    }

    private sealed record Phone(HttpClient Client, string Account, Actor Beekeeper, ApiaryCode Apiary, RunningHost Host)
    {
        public HttpRequestMessage Request(string kind, Dictionary<string, string> fields, string? header = "1")
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/keeper/entries/{kind}") { Content = JsonContent.Create(new { account = Account, fields }) };
            if (header is not null)
                request.Headers.Add(FieldEndpoints.Header, header);
            return request;
        }

        public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(string kind, Dictionary<string, string> fields)
        {
            using var request = Request(kind, fields);
            using var answer = await Client.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }

        /// <summary>What a form of the move would say it saw.</summary>
        public async Task<string> SeenAsync() =>
            (await Host.World.SeeAsync(Beekeeper, db => db.Placements.Where(p => p.Until == null).Select(p => p.Id).SingleAsync())).Value.ToString();
    }
}
