using System.Net;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell.Display;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>Signing in and the beekeeper's pages over HTTP, as a browser without scripts sends them.</summary>
public sealed partial class KeeperPagesTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Host.Build(new Settings("http://127.0.0.1:0", "/nonexistent", Demo: false, null, null, "http://beetrace.test"), world.Connections);
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_wrong_password_is_refused_in_the_readers_language_and_the_address_stays()
    {
        using var browser = Open("en");
        var html = await SignInAsync(browser, "nobody@beetrace.test", "wrong");
        html.ShouldContain("E-mail (or phone number) and password do not fit.");
        html.ShouldContain("value=\"nobody@beetrace.test\"");
        html.ShouldNotContain("value=\"wrong\"");
    }

    [Theory]
    [InlineData("/keeper/apiaries/new", "/keeper/apiaries/new")]
    [InlineData("//evil.test/", "/keeper")]
    [InlineData("https://evil.test/", "/keeper")]
    public async Task Signing_in_leads_where_one_was_going_but_never_out_of_the_house(string asked, string led)
    {
        var (account, _) = await KeeperAsync();
        using var browser = Open("zh-CN");
        await SignInAsync(browser, account.Email!, World.Password, asked);
        browser.At.ShouldBe(led);
    }

    [Fact]
    public async Task Wrong_input_is_refused_beside_the_field_and_nothing_typed_is_lost()
    {
        var (account, _) = await KeeperAsync();
        using var browser = Open("zh-CN");
        await SignInAsync(browser, account.Email!, World.Password);
        var form = await browser.FormAsync("/keeper/apiaries/new");

        var html = await browser.SendAsync("/keeper/apiaries/new", form, Filled(colonies: "０", place: "河边 <b>", from: "2026-13-40"));

        html.ShouldContain("群数至少为 1，现在填的是 0。");
        html.ShouldContain("“河边 &lt;b&gt;”读不成坐标。");
        html.ShouldContain("value=\"河边 &lt;b&gt;\"");
        html.ShouldContain("value=\"０\"");
        html.ShouldContain("value=\"2026-13-40\"");
        html.ShouldContain("value=\"溪边 &amp; 林下\"");
        html.ShouldMatch("id=\"Colonies\"[^>]*aria-describedby=\"Colonies-wrong\"[^>]*aria-invalid=\"true\"");
        html.ShouldContain("href=\"/keeper/apiaries/new#Colonies\"");
        html.ShouldMatch("value=\"Bd09\"[^>]*checked");
        html.ShouldContain(form.Fields["Typed.Id"]);
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_saves_one_apiary_and_says_its_code()
    {
        var (account, beekeeper) = await KeeperAsync();
        using var browser = Open("en");
        await SignInAsync(browser, account.Email!, World.Password);
        var form = await browser.FormAsync("/keeper/apiaries/new");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendAsync("/keeper/apiaries/new", form, Filled())));

        var apiary = (await world.SeeAsync(beekeeper, db => db.Apiaries.AsNoTracking().ToListAsync())).ShouldHaveSingleItem();
        apiary.Name.ShouldBe("溪边 & 林下");
        answers.ShouldAllBe(html => html.Contains($"Registered. The apiary’s code is {apiary.Code}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_outside_the_county_is_asked_about_and_taken_when_confirmed()
    {
        var (account, beekeeper) = await KeeperAsync();
        using var browser = Open("en");
        await SignInAsync(browser, account.Email!, World.Password);
        var form = await browser.FormAsync("/keeper/apiaries/new");
        form.Html.ShouldMatch("id=\"Ask-OutsideCounty\"[^>]*hidden");

        var asked = await browser.SendAsync("/keeper/apiaries/new", form, Filled(place: "31.2304, 121.4737"));
        asked.ShouldContain("This place lies outside");
        asked.ShouldNotMatch("id=\"Ask-OutsideCounty\"[^>]*hidden");

        await browser.SendAsync("/keeper/apiaries/new", form, [.. Filled(place: "31.2304, 121.4737"), KeyValuePair.Create("Typed.OutsideCounty", "true")]);
        browser.At.ShouldStartWith("/keeper?receipt=");
        (await world.SeeAsync(beekeeper, db => db.Apiaries.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_move_ends_one_stay_and_begins_the_next()
    {
        var (account, beekeeper) = await KeeperAsync();
        var code = await world.ApiaryAsync(beekeeper, new DateOnly(2026, 3, 1));
        using var browser = Open("en");
        await SignInAsync(browser, account.Email!, World.Password);
        var form = await browser.FormAsync($"/keeper/apiaries/{code}/move");

        var refused = await browser.SendAsync($"/keeper/apiaries/{code}/move", form, Filled(from: "2026-03-01"));
        refused.ShouldContain("The colonies have been where they are since 2026-03-01 and cannot leave on 2026-03-01.");
        var html = await browser.SendAsync($"/keeper/apiaries/{code}/move", form, Filled(from: "2026-04-01"));

        html.ShouldContain($"The move of apiary {code} is registered.");
        var stays = await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().OrderBy(p => p.From).ToListAsync());
        stays.Select(stay => (stay.From, stay.Until)).ShouldBe([(new(2026, 3, 1), new DateOnly(2026, 4, 1)), (new(2026, 4, 1), null)]);
    }

    [Fact]
    public async Task A_correction_opens_with_what_is_registered_and_changes_what_was_mistyped()
    {
        var (account, beekeeper) = await KeeperAsync();
        var code = await world.ApiaryAsync(beekeeper, new DateOnly(2026, 3, 1));
        using var browser = Open("en");
        await SignInAsync(browser, account.Email!, World.Password);
        var form = await browser.FormAsync($"/keeper/apiaries/{code}/correct");
        form.Html.ShouldContain("value=\"29.8, 119.7\"");
        form.Html.ShouldContain("value=\"2026-03-01\"");
        form.Html.ShouldMatch("value=\"Wgs84\"[^>]*checked");

        var silent = await browser.SendAsync($"/keeper/apiaries/{code}/correct", form, Filled(from: "2026-03-05"));
        silent.ShouldContain("Please give a reason");
        var html = await browser.SendAsync($"/keeper/apiaries/{code}/correct", form, [.. Filled(from: "2026-03-05"), new("Typed.Why", "typed the wrong day")]);

        html.ShouldContain($"The stay of apiary {code} is corrected.");
        (await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().SingleAsync())).From.ShouldBe(new DateOnly(2026, 3, 5));
    }

    [Fact]
    public async Task An_announced_move_stands_beside_where_the_bees_are_and_is_taken_back()
    {
        var (account, beekeeper) = await KeeperAsync();
        var code = await world.ApiaryAsync(beekeeper, new DateOnly(2026, 3, 1));
        using var browser = Open("en");
        await SignInAsync(browser, account.Email!, World.Password);
        // The host's clock is the real one.
        var day = ChinaTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5);
        await browser.SendAsync($"/keeper/apiaries/{code}/move", await browser.FormAsync($"/keeper/apiaries/{code}/move"), Filled(from: Days.Short(day)));
        var home = await browser.FormAsync("/keeper");
        home.Html.ShouldContain("1 March 2026");
        home.Html.ShouldContain("Will arrive");
        home.Html.ShouldContain(Days.InWords(day).En);

        var address = $"/keeper/apiaries/{code}/take-back";
        var html = await browser.SendAsync(address, await browser.FormAsync(address), []);

        html.ShouldContain($"The stay of apiary {code} is taken back.");
        html.ShouldNotContain(Days.InWords(day).En);
        var stay = await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().SingleAsync());
        (stay.From, stay.Until).ShouldBe((new(2026, 3, 1), null));
    }

    [Fact]
    public async Task A_stranger_applies_without_scripts_and_reads_what_became_of_it()
    {
        using var browser = Open("en");
        var form = await browser.FormAsync("/keeper/join");
        KeyValuePair<string, string>[] wrong = [new("Typed.Name", "<b>"), new("Typed.Phone", "none"), new("Typed.County", World.CountyCode), new("Password", "short")];
        var refused = await browser.SendAsync("/keeper/join", form, wrong);
        refused.ShouldContain("value=\"&lt;b&gt;\"");
        refused.ShouldContain("“none” does not look like a phone number.");
        refused.ShouldContain("href=\"/keeper/join#Kind\"");
        refused.ShouldNotContain("value=\"short\"");

        KeyValuePair<string, string>[] right =
        [
            new("Typed.Name", "试验申请人"), new("Typed.Kind", "Individual"), new("Typed.Phone", "139 1111 2222"), new("Typed.County", World.CountyCode), new("Password", World.Password),
        ];
        foreach (var _ in Enumerable.Range(0, 2))
            (await browser.SendAsync("/keeper/join", form, right)).ShouldContain("Received; the county office will call");

        var id = new BeekeeperApplicationId(Guid.Parse(browser.At["/keeper/join/".Length..]));
        (await world.SeeAsync(world.County, db => db.BeekeeperApplications.CountAsync(a => a.Phone == "139 1111 2222"))).ShouldBe(1);
        (await world.Get<ApplicationService>().RefuseAsync(id, "不在本县", world.County)).ShouldBeDone();
        (await browser.FormAsync(browser.At)).Html.ShouldContain("不在本县");
        (await browser.StatusAsync($"/keeper/join/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_apiary_of_somebody_else_looks_like_none()
    {
        var (account, _) = await KeeperAsync();
        var others = await world.ApiaryAsync(await world.BeekeeperAsync());
        using var browser = Open("en");
        await SignInAsync(browser, account.Email!, World.Password);
        (await browser.StatusAsync($"/keeper/apiaries/{others}/move")).ShouldBe(HttpStatusCode.NotFound);
        (await browser.StatusAsync("/keeper/apiaries/nonsense/move")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(Account Account, Actor Beekeeper)> KeeperAsync()
    {
        var beekeeper = await world.BeekeeperAsync();
        return (await world.AccountAsync(Role.Beekeeper, beekeeper.Beekeeper), beekeeper);
    }

    private static KeyValuePair<string, string>[] Filled(string colonies = "86", string place = "29.7937, 119.6915", string from = "2026-03-02") =>
    [
        new("Typed.Name", "溪边 & 林下"), new("Typed.Species", "Mellifera"), new("Typed.Kind", "Temporary"), new("Typed.Place", place),
        new("Typed.Datum", "Bd09"), new("Typed.Plant", World.Rape), new("Typed.From", from), new("Typed.Colonies", colonies),
    ];

    private static async Task<string> SignInAsync(Browser browser, string email, string password, string? returnUrl = null)
    {
        var address = returnUrl is null ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";
        return await browser.SendAsync(address, await browser.FormAsync(address), [new("Typed.Email", email), new("Typed.Password", password)]);
    }

    private Browser Open(string language) => new(new Uri(_app.Urls.First()), language);

    /// <summary>A form as it came: its page and its hidden fields.</summary>
    private sealed record Form(string Html, IReadOnlyDictionary<string, string> Fields);

    /// <summary>Keeps cookies, follows redirects, runs no script.</summary>
    private sealed partial class Browser : IDisposable
    {
        private readonly HttpClient _client;

        public Browser(Uri home, string language)
        {
            _client = new HttpClient { BaseAddress = home };
            _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        }

        /// <summary>Where the last answer came from.</summary>
        public string At { get; private set; } = "";

        public async Task<Form> FormAsync(string address)
        {
            var html = await _client.GetStringAsync(address);
            var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
            return new(html, Hidden().Matches(main).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal));
        }

        public async Task<string> SendAsync(string address, Form form, IEnumerable<KeyValuePair<string, string>> typed)
        {
            using var content = new FormUrlEncodedContent([.. form.Fields, .. typed]);
            using var answer = await _client.PostAsync(address, content);
            At = answer.RequestMessage!.RequestUri!.PathAndQuery;
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await answer.Content.ReadAsStringAsync();
        }

        public async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await _client.GetAsync(address);
            return answer.StatusCode;
        }

        public void Dispose() => _client.Dispose();

        [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Hidden();
    }
}
