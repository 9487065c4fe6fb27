using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;

namespace BeeTrace.Web.Tests.Http;

/// <summary>What programs and browsers get from the real host over the wire.</summary>
public sealed class HttpTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string UnknownNumber = CertificateNumber.Create(2018, "7K3M2QX9").ToString();

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task A_load_balancer_learns_that_all_is_well(string address, string word)
    {
        var (response, text) = await GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe(word);
    }

    [Theory]
    [InlineData("zh-CN", "lang=\"zh-CN\"", "没有签发过这个编号")]
    [InlineData("en", "lang=\"en\"", "No certificate bears this number")]
    public async Task A_number_that_was_never_issued_is_a_page_with_status_404(string language, string declared, string words)
    {
        var (response, html) = await GetAsync($"/c/{UnknownNumber}", language);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        html.ShouldContain(declared);
        html.ShouldContain(words);
        html.ShouldContain(UnknownNumber);
    }

    [Fact]
    public async Task A_certificate_is_valid_byte_for_byte_and_altered_by_one()
    {
        var number = await host.World.CertificateAsync(await host.World.ApprovedSampleAsync(await host.World.LotAsync()));
        using var reader = host.Reader();

        var (page, html) = await GetAsync($"/c/{number}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("This certificate is valid");
        var pdf = await reader.GetByteArrayAsync(new Uri($"/c/{number}.pdf", UriKind.Relative));
        (await StateAsync(pdf)).ShouldBe("valid");
        // Somewhere in the middle, where a number could stand.
        pdf[pdf.Length / 2] ^= 1;
        (await StateAsync(pdf)).ShouldNotBe("valid");
        (await StateAsync([1, 2, 3])).ShouldBe("unreadable");
        (await JsonAsync($"/api/v1/certificates/{number.ToString().ToLowerInvariant()}")).GetProperty("state").GetString().ShouldBe("valid");

        async Task<string?> StateAsync(byte[] file)
        {
            using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
            using var response = await reader.PostAsync(new Uri("/api/v1/check", UriKind.Relative), body);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("state").GetString();
        }
    }

    [Theory]
    [InlineData("/api/v1/certificates/{0}")]
    [InlineData("/api/v1/certificates/nonsense")]
    [InlineData("/api/v1/nowhere")]
    public async Task The_api_says_404_as_a_problem(string address)
    {
        var (response, text) = await GetAsync(string.Format(address, UnknownNumber));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ShouldBeProblem(response, text, 404);
    }

    [Theory]
    [InlineData("/api/v1/figures/pass-rate?from=2018-12-31&to=2018-01-01")]
    [InlineData("/api/v1/figures/pass-rate?from=2018-01-01&to=2018-12-31&basis=Guess")]
    [InlineData("/api/v1/figures/pass-rate?from=yesterday&to=2018-12-31")]
    [InlineData("/api/v1/figures/pass-rate?from=2018-01-01&to=2018-12-31&kind=lot")]
    [InlineData("/api/v1/figures/pass-rate?from=2018-01-01&to=2018-12-31&method=wald")]
    [InlineData("/api/v1/figures/pass-rate?from=2018-01-01&to=2018-12-31&method=1")]
    [InlineData("/api/v1/figures/pass-rate")]
    [InlineData("/api/v1/figures/exports?year=MMXVIII")]
    public async Task The_api_says_a_wrong_question_as_a_problem(string address)
    {
        var (response, text) = await GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldBeProblem(response, text, 400);
    }

    [Fact]
    public async Task A_pass_rate_of_nothing_is_null_and_never_zero()
    {
        var json = await JsonAsync("/api/v1/figures/pass-rate?from=1999-01-01&to=1999-12-31");

        json.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["from", "to", "passed", "judged", "inconclusive", "rate", "method", "confidence", "lowerTwoSided", "upperTwoSided", "lowerOneSided"]);
        json.GetProperty("judged").GetInt32().ShouldBe(0);
        foreach (var name in new[] { "rate", "lowerTwoSided", "upperTwoSided", "lowerOneSided" })
            json.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
        json.GetProperty("method").GetString().ShouldBe("Clopper-Pearson");
        json.GetProperty("confidence").GetDouble().ShouldBe(0.95);
    }

    [Fact]
    public async Task A_pass_rate_counts_approved_samples_with_exact_bounds()
    {
        const string Address = "/api/v1/figures/pass-rate?from=2026-01-01&to=2026-12-31&product=HONEY";
        // Other tests of this class may have approved a sample before.
        var before = await JsonAsync(Address);
        var lot = await host.World.LotAsync();
        for (var i = 0; i < 3; i++)
            await host.World.ApprovedSampleAsync(lot);
        await host.World.ApprovedSampleAsync(lot, ("SUCROSE", "9"));
        await host.World.SubmittedSampleAsync(lot);

        var json = await JsonAsync(Address);

        var (passed, judged) = (Count(before, "passed") + 3, Count(before, "judged") + 4);
        (Count(json, "passed"), Count(json, "judged")).ShouldBe((passed, judged));
        json.GetProperty("rate").GetDouble().ShouldBe((double)passed / judged, 1e-12);
        var exact = ClopperPearson.TwoSided(passed, judged, 0.95);
        json.GetProperty("lowerTwoSided").GetDouble().ShouldBe(exact.Lower, 1e-9);
        json.GetProperty("upperTwoSided").GetDouble().ShouldBe(exact.Upper, 1e-9);

        static int Count(JsonElement json, string name) => json.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("batch", "clopper-pearson", "Clopper-Pearson")]
    [InlineData("item", "wilson", "Wilson")]
    [InlineData("firm", "Wilson", "Wilson")]
    public async Task A_pass_rate_of_another_kind_or_method_has_the_same_form(string kind, string method, string named)
    {
        await host.World.ApprovedSampleAsync(await host.World.LotAsync());

        var json = await JsonAsync($"/api/v1/figures/pass-rate?from=2026-01-01&to=2026-12-31&product=HONEY&kind={kind}&method={method}");

        json.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["from", "to", "passed", "judged", "inconclusive", "rate", "method", "confidence", "lowerTwoSided", "upperTwoSided", "lowerOneSided"]);
        json.GetProperty("method").GetString().ShouldBe(named);
        var (passed, judged) = (json.GetProperty("passed").GetInt32(), json.GetProperty("judged").GetInt32());
        var bounds = new PassRate(passed, judged, 0).BoundsBy(named == "Wilson" ? IntervalMethod.Wilson : IntervalMethod.ClopperPearson)!;
        json.GetProperty("lowerTwoSided").GetDouble().ShouldBe(bounds.TwoSided.Lower, 1e-9);
        json.GetProperty("lowerOneSided").GetDouble().ShouldBe(bounds.LowerOneSided, 1e-9);
    }

    [Fact]
    public async Task Figures_lead_to_the_samples_behind_them_whoever_may_see_those_and_nobody_else()
    {
        await host.World.ApprovedSampleAsync(await host.World.LotAsync());
        const string Behind = "/lab/samples?year=2026&amp;basis=RandomSurveillance";

        var seen = await PageAsync(await host.World.AccountAsync(Role.Auditor));
        seen.ShouldContain($"href=\"{Behind}\"");
        seen.ShouldContain($"href=\"{Behind}&amp;product=HONEY\"");
        var firm = (await host.World.ExporterAsync()).Firm;
        (await PageAsync(await host.World.AccountAsync(Role.Exporter, firm: firm))).ShouldNotContain("/lab/samples?");
        var (_, text) = await GetAsync("/figures?year=2026");
        text.ShouldContain("Three pass rates");
        text.ShouldNotContain("/lab/samples");
        text.ShouldNotContain("behind these rates");

        async Task<string> PageAsync(Account account)
        {
            using var reader = await host.SignedInAsync(account);
            return await reader.GetStringAsync(new Uri("/figures?year=2026", UriKind.Relative));
        }
    }

    [Fact]
    public async Task The_share_of_a_year_without_a_national_figure_is_null()
    {
        var json = await JsonAsync("/api/v1/figures/exports?year=1999");

        json.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["year", "period", "unit", "definition", "tonnes", "nationalTonnes", "sharePercent", "shareReasons", "nationalSource", "nationalLow", "nationalHigh", "byProduct", "byDestination"]);
        json.GetProperty("tonnes").GetDecimal().ShouldBe(0);
        json.GetProperty("sharePercent").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("/trace/lots")]
    [InlineData("/lab/samples")]
    [InlineData("/keeper")]
    [InlineData("/access/deeds")]
    [InlineData("/certificates")]
    [InlineData("/registry/apiaries")]
    public async Task A_stranger_is_led_to_the_door_and_back(string address)
    {
        var (response, _) = await GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe($"/sign-in?returnUrl={Uri.EscapeDataString(address)}");
    }

    [Theory]
    [InlineData("/trace/lots")]
    [InlineData("/access/deeds")]
    [InlineData("/keeper")]
    [InlineData("/nowhere")]
    public async Task What_is_not_yours_and_what_is_not_there_look_the_same(string address)
    {
        using var analyst = await host.SignedInAsync(await host.World.AccountAsync(Role.Analyst));

        using var response = await analyst.GetAsync(new Uri(address, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("There is no such page");
    }

    [Fact]
    public async Task Who_signed_in_opens_the_own_pages_and_is_out_after_signing_out()
    {
        using var analyst = await host.SignedInAsync(await host.World.AccountAsync(Role.Analyst));

        (await analyst.GetAsync(new Uri("/lab/samples", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await analyst.PostAsync(new Uri("/sign-out", UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a form of another site signs nobody out");
        (await analyst.GetAsync(new Uri("/lab/samples", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_stays_at_the_door()
    {
        var account = await host.World.AccountAsync(Role.Analyst);
        using var reader = host.Reader();

        using var response = await RunningHost.SignInAsync(reader, account.Email!, "wrong password");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
        response.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).Where(c => c.StartsWith("beetrace=", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        var account = await host.World.AccountAsync(Role.Analyst);
        using var reader = host.Reader();

        using var response = await RunningHost.SignInAsync(reader, account.Email!, World.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("beetrace=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task A_form_without_its_proof_is_refused()
    {
        using var reader = host.Reader();

        using var response = await reader.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("Typed.Email", "a@b.c"), new("Typed.Password", "x")]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_token_opens_the_api_and_a_wrong_one_nothing()
    {
        var account = await host.World.AccountAsync(Role.County);
        var token = (await host.World.CallAsync((AccountService s) => s.IssueTokenAsync(account, host.World.Admin))).ShouldBeDone();
        using var program = host.Reader();

        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await program.GetAsync(new Uri("/registry/apiaries", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token + "0");
        (await program.GetAsync(new Uri("/registry/apiaries", UriKind.Relative))).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/check")]
    [InlineData("/figures")]
    [InlineData("/sign-in")]
    public async Task A_public_page_keeps_to_itself_and_opens_no_circuit(string address)
    {
        var (response, html) = await GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldNotContain("blazor.web");
        html.ShouldNotContain("MudBlazor");
        html.ShouldNotContain("<script>");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe-inline");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.Contains("Server").ShouldBeFalse("nobody needs to know the server's make");
    }

    [Fact]
    public async Task Style_sheets_are_served_from_the_build_output_too()
    {
        var (_, html) = await GetAsync("/");
        var link = System.Text.RegularExpressions.Regex.Match(html, "href=\"(/?site[^\"]*\\.css)\"");
        link.Success.ShouldBeTrue();

        var (response, css) = await GetAsync("/" + link.Groups[1].Value.TrimStart('/'));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        css.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var json = await JsonAsync("/openapi/v1.json");

        var paths = json.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        paths.ShouldContain("/api/v1/figures/pass-rate");
        paths.ShouldContain("/api/v1/figures/exports");
        paths.ShouldContain("/api/v1/certificates/{number}");
        paths.ShouldContain("/api/v1/check");
        paths.ShouldAllBe(p => p.StartsWith("/api/v1/"));
    }

    private static void ShouldBeProblem(HttpResponseMessage response, string text, int status)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32().ShouldBe(status);
    }

    private async Task<(HttpResponseMessage Response, string Text)> GetAsync(string address, string language = "en")
    {
        using var reader = host.Reader(language);
        var response = await reader.GetAsync(new Uri(address, UriKind.Relative));
        return (response, await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> JsonAsync(string address)
    {
        var (response, text) = await GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
