using System.Net;
using BeeTrace.Web.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BeeTrace.Web.Tests.Shell;

/// <summary>The shell over HTTP, without data: headers, languages, themes and status pages.</summary>
public sealed class ShellPipelineTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ShellSetup).Assembly.GetName().Name, EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddShell(demoNotice: true);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        _app = builder.Build();
        _app.UseShell();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseAntiforgery();
        _app.MapShell();
        _app.MapGet("/api/breaks", string () => throw new InvalidOperationException("broken on purpose"));
        _app.MapGet("/breaks", string () => throw new InvalidOperationException("broken on purpose"));
        _app.MapPost("/posts", string () => throw new BadHttpRequestException("the form is stale"));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN", "没有这一页")]
    [InlineData("en-GB", "There is no such page")]
    [InlineData("sw", "没有这一页")]
    public async Task An_unknown_address_is_a_page_in_the_readers_language(string accepted, string words)
    {
        var (status, html) = await GetAsync("/nowhere", ("Accept-Language", accepted));
        status.ShouldBe(HttpStatusCode.NotFound);
        html.ShouldContain(words);
        html.ShouldContain(accepted == "en-GB" ? "lang=\"en" : "lang=\"zh-CN\"");
    }

    [Fact]
    public async Task A_static_page_carries_no_script_and_no_inline_style()
    {
        var (_, html) = await GetAsync("/not-found");
        html.ShouldContain("<main");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("MudBlazor");
        html.ShouldNotContain("<style");
        html.ShouldNotContain(" style=\"");
    }

    [Fact]
    public async Task Chinese_is_written_as_Chinese()
    {
        var (_, html) = await GetAsync("/not-found");
        html.ShouldContain("没有这一页");
        html.ShouldNotMatch("&#x[4-9][0-9A-F]{3};");
    }

    [Fact]
    public async Task A_static_page_may_be_framed_by_nobody_and_runs_nothing_inline()
    {
        using var response = await _client.GetAsync("/not-found", TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldBe(SecurityHeaders.StaticPolicy);
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
    }

    [Fact]
    public async Task Pages_are_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/not-found");
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(4096);
    }

    [Theory]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/breaks", HttpStatusCode.InternalServerError)]
    public async Task Below_api_errors_are_problem_details(string address, HttpStatusCode status)
    {
        using var response = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("on purpose");
    }

    [Fact]
    public async Task A_fault_is_a_page_with_a_reference_and_without_the_fault()
    {
        var (status, html) = await GetAsync("/breaks", ("Accept-Language", "en"));
        status.ShouldBe(HttpStatusCode.InternalServerError);
        html.ShouldContain("This page could not be opened");
        html.ShouldContain("Reference");
        html.ShouldNotContain("on purpose");
    }

    [Fact]
    public async Task A_stale_form_is_refused_and_not_a_fault()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/posts");
        request.Headers.Add("Accept-Language", "en");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This could not be accepted");
    }

    [Theory]
    [InlineData("/language?culture=en&returnUrl=%2Ffigures%3Fyear%3D2018", "/figures?year=2018", "bt-language=c%3Den%7Cuic%3Den")]
    [InlineData("/language?culture=en&returnUrl=%2F%2Felsewhere.example", "/", "bt-language=c%3Den%7Cuic%3Den")]
    [InlineData("/language?culture=xx&returnUrl=%2Fcheck", "/check", null)]
    [InlineData("/theme?to=dark&returnUrl=%2Fcheck", "/check", "bt-theme=dark")]
    [InlineData("/theme?to=pink&returnUrl=https%3A%2F%2Felsewhere.example", "/", "bt-theme=;")]
    public async Task A_preference_is_kept_and_leads_back_to_this_site(string address, string back, string? cookie)
    {
        using var response = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location?.OriginalString.ShouldBe(back);
        if (cookie is null)
        {
            response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
        else
        {
            response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith(cookie);
        }
    }

    [Theory]
    [InlineData("bt-theme=dark", "data-theme=\"dark\"")]
    [InlineData("bt-theme=light", "data-theme=\"light\"")]
    public async Task The_chosen_theme_is_in_the_page(string cookie, string attribute) =>
        (await GetAsync("/not-found", ("Cookie", cookie))).Html.ShouldContain(attribute);

    [Fact]
    public async Task Without_a_choice_the_system_decides() => (await GetAsync("/not-found", ("Cookie", "bt-theme=x"))).Html.ShouldNotContain("data-theme");

    [Fact]
    public async Task The_language_of_the_cookie_goes_before_the_browsers()
    {
        var (_, html) = await GetAsync("/not-found", ("Accept-Language", "zh-CN"), ("Cookie", "bt-language=c%3Den%7Cuic%3Den"));
        html.ShouldContain("There is no such page");
    }

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
