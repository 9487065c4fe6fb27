using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Map;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Map;

/// <summary>A grower's announcement over HTTP, as a browser without scripts sends it.</summary>
public sealed partial class AnnouncementPagesTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private const string Form = "/map/announce";

    private World World => host.World;

    public ValueTask InitializeAsync()
    {
        World.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_map_leads_to_the_form()
    {
        using var grower = host.Reader();
        (await grower.GetStringAsync(new Uri("/map", UriKind.Relative))).ShouldContain($"href=\"{Form}\"");
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_is_one_announcement_and_its_page_says_that_it_waits()
    {
        using var grower = host.Reader();
        var hidden = await HiddenAsync(grower);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(grower, hidden, Filled())));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
        var address = answers.Select(a => a.Headers.Location!.ToString()).Distinct().ShouldHaveSingleItem();
        var kept = (await World.Get<AnnouncementQueries>().FindAsync(new AnnouncementId(Guid.Parse(address.Split('/')[^1])), World.County))!;
        kept.ShouldSatisfyAllConditions(
            a => a.Subject.ShouldBe("油菜 <b>噻虫嗪</b>"), a => a.Contact.ShouldBe("王五 13800000000"), a => a.Area.ShouldBe("29.80, 119.70\n29.80, 119.71\n29.81, 119.71"));
        (await World.SeeAsync(World.County, db => db.Announcements.CountAsync(a => a.Subject == kept.Subject))).ShouldBe(1);
        using var page = await grower.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldContain("it waits for the county");
    }

    [Fact]
    public async Task Wrong_input_is_refused_beside_the_field_and_nothing_typed_is_lost()
    {
        using var grower = host.Reader();
        var hidden = await HiddenAsync(grower);

        using var answer = await SendAsync(grower, hidden, [
            new("Typed.Kind", "AerialSpraying"), new("Typed.Area", "河边 <b>"), new("Typed.Datum", "Gcj02"), new("Typed.From", "2026-13-40"), new("Typed.To", Day(1)),
            new("Typed.Subject", "油菜 <i>"), new("Typed.Name", ""), new("Typed.Phone", "12")]);
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldMatch("<textarea id=\"Area\" name=\"Typed.Area\"[^>]*aria-invalid=\"true\"[^>]*>\\s*河边 &lt;b&gt;");
        html.ShouldContain("value=\"2026-13-40\"");
        html.ShouldMatch("<textarea id=\"Subject\"[^>]*>油菜 &lt;i&gt;");
        html.ShouldMatch("value=\"AerialSpraying\"[^>]*checked");
        html.ShouldMatch("<option value=\"Gcj02\" selected");
        html.ShouldContain(hidden.Single(h => h.Key == "Typed.Id").Value);
        foreach (var said in new[] { "Please say who sprays", "does not look like a phone number" })
            html.ShouldContain(said);
        foreach (var field in new[] { "Area", "From", "Name", "Phone" })
        {
            html.ShouldContain($"href=\"{Form}#{field}\"");
            html.ShouldMatch($"id=\"{field}\"[^>]*aria-describedby=\"{field}-wrong");
        }
    }

    [Fact]
    public async Task A_late_flight_is_asked_about_and_taken_when_confirmed()
    {
        using var grower = host.Reader();
        var hidden = await HiddenAsync(grower);
        KeyValuePair<string, string>[] late = [.. Filled().Where(f => f.Key is not ("Typed.Kind" or "Typed.From" or "Typed.Subject")),
            new("Typed.Kind", "AerialSpraying"), new("Typed.From", Day(1)), new("Typed.Subject", "水稻")];

        using var asked = await SendAsync(grower, hidden, late);
        (await asked.Content.ReadAsStringAsync()).ShouldContain("name=\"Typed.Late\"");
        using var taken = await SendAsync(grower, hidden, [.. late, new("Typed.Late", "true")]);

        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_page_of_an_announcement_never_tells_who_is_near()
    {
        var beekeeper = await World.BeekeeperAsync();
        var apiary = await World.ApiaryAtAsync(beekeeper, 26.001m, 112m, name: "窄溪一号");
        var id = await World.AnnouncementAsync(World.AnAnnouncement() with { Area = "26, 112" });
        using var grower = host.Reader();

        var before = await grower.GetStringAsync(new Uri($"{Form}/{id.Value}", UriKind.Relative));
        var issued = await World.NoticeAsync(World.ANotice() with { Area = "26, 112", Announcement = id });
        var after = await grower.GetStringAsync(new Uri($"{Form}/{id.Value}", UriKind.Relative));

        issued.Beekeepers.ShouldBe(1);
        after.ShouldContain($"The county has issued notice {issued.Code}");
        foreach (var page in new[] { before, after })
        {
            foreach (var told in new[] { apiary.ToString(), "窄溪一号", "26.001", "112.0", "apiaries within", "1 beekeeper" })
                page.ShouldNotContain(told);
        }

        // With somebody near and with nobody near the page is the same but for the code.
        var alone = await World.AnnouncementAsync(World.AnAnnouncement() with { Area = "36, 112" });
        var lonely = await World.NoticeAsync(World.ANotice() with { Area = "36, 112", Announcement = alone });
        var other = await grower.GetStringAsync(new Uri($"{Form}/{alone.Value}", UriKind.Relative));
        Told(other, lonely.Code, alone).ShouldBe(Told(after, issued.Code, id));
    }

    [Fact]
    public async Task Why_no_notice_was_issued_stands_on_its_page()
    {
        var id = await World.AnnouncementAsync();
        (await World.Get<AnnouncementService>().RefuseAsync(id, "不是 <b>蜜源", World.County)).ShouldBeDone();
        using var grower = host.Reader();

        (await grower.GetStringAsync(new Uri($"{Form}/{id.Value}", UriKind.Relative))).ShouldContain("The county has issued no notice: 不是 &lt;b&gt;蜜源");
    }

    [Theory]
    [InlineData("00000000-0000-7000-8000-000000000009")]
    [InlineData("nonsense")]
    public async Task An_address_that_nobody_was_given_is_no_page(string id)
    {
        using var grower = host.Reader();
        using var answer = await grower.GetAsync(new Uri($"{Form}/{id}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private KeyValuePair<string, string>[] Filled() =>
    [
        new("Typed.Kind", "GroundSpraying"), new("Typed.Area", "29.80, 119.70\r\n29.80, 119.71\r\n29.81, 119.71"), new("Typed.Datum", "Wgs84"), new("Typed.From", Day(10)), new("Typed.To", Day(11)),
        new("Typed.Subject", "油菜 <b>噻虫嗪</b>"), new("Typed.Name", "王五"), new("Typed.Phone", "13800000000"),
    ];

    private string Day(int fromToday) => World.Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient grower, IEnumerable<KeyValuePair<string, string>> hidden, IEnumerable<KeyValuePair<string, string>> typed)
    {
        using var content = new FormUrlEncodedContent(hidden.Concat(typed));
        return await grower.PostAsync(new Uri(Form, UriKind.Relative), content);
    }

    private static async Task<List<KeyValuePair<string, string>>> HiddenAsync(HttpClient grower)
    {
        var html = await grower.GetStringAsync(new Uri(Form, UriKind.Relative));
        return [.. Hidden().Matches(InMain(html)).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))];
    }

    private static string Told(string html, NoticeCode code, AnnouncementId id) =>
        InMain(html).Replace(code.ToString(), "W", StringComparison.Ordinal).Replace(id.Value.ToString(), "id", StringComparison.Ordinal)
            .Replace(ReceiptNumber.Of(id.Value).ToString(), "K", StringComparison.Ordinal);

    private static string InMain(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"\s*/>""")]
    private static partial Regex Hidden();
}
