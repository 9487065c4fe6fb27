using System.Net;
using System.Text.RegularExpressions;
using BeeTrace.Web.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Tests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace BeeTrace.Web.Tests.Http;

/// <summary>The real host with Kestrel on a free port, on the database of a <see cref="World"/>.</summary>
public sealed partial class RunningHost(DatabaseServer server) : IAsyncLifetime
{
    private WebApplication? _app;

    public World World { get; } = new(server);

    public Uri Address { get; private set; } = null!;

    /// <summary>A service of the running host itself.</summary>
    public T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        _app = Host.Build(new Settings("http://127.0.0.1:0", World.Home, Demo: false, null, null, "http://beetrace.test"), World.Connections);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await World.DisposeAsync();
    }

    /// <summary>Every address of the host that can be read, with its places for arguments.</summary>
    public IReadOnlyList<RoutePattern> Addresses =>
    [
        .. _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } verbs || verbs.HttpMethods.Contains("GET"))
            .Select(e => e.RoutePattern),
    ];

    /// <summary>A reader with cookies of their own, who follows no redirect by themselves.</summary>
    public HttpClient Reader(string language = "en") => Reader(Address, language);

    internal static HttpClient Reader(Uri address, string language = "en")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>The same after the form at the door.</summary>
    public async Task<HttpClient> SignedInAsync(Account account)
    {
        var reader = Reader();
        (await SignInAsync(reader, account.Email!, World.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return reader;
    }

    internal static async Task<HttpResponseMessage> SignInAsync(HttpClient reader, string email, string password)
    {
        var (handler, token) = await FormAsync(reader, "/sign-in");
        return await reader.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(
            [new("_handler", handler), new("__RequestVerificationToken", token), new("Typed.Email", email), new("Typed.Password", password)]));
    }

    /// <summary>The hidden fields of the page's own form: which one it is, and the proof that it was ours.</summary>
    internal static async Task<(string Handler, string Token)> FormAsync(HttpClient reader, string address)
    {
        var html = await reader.GetStringAsync(new Uri(address, UriKind.Relative));
        var handler = Handler().Match(html);
        var token = Token().Match(html[handler.Index..]);
        handler.Success.ShouldBeTrue($"no form at {address}");
        token.Success.ShouldBeTrue($"no antiforgery token at {address}");
        return (handler.Groups[1].Value, token.Groups[1].Value);
    }

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
