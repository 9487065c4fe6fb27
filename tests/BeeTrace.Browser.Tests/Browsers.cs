using BeeTrace.Browser.Tests;
using BeeTrace.Core;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace BeeTrace.Browser.Tests;

/// <summary>One Chromium for all tests; each person gets a context of their own, as on a machine of their own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private const float LongestWaitMs = 30_000;

    /// <summary>
    /// The browser without windows where it is installed: it opens a page in two thirds of the time. Itself, not the script that starts it,
    /// which would outlive a kill.
    /// </summary>
    public static string Program { get; } = Path.Exists(Shell) ? Shell : "/usr/bin/chromium";

    private const string Shell = "/usr/lib/chromium/chromium-headless-shell";

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        Assertions.SetDefaultExpectTimeout(LongestWaitMs);
    }

    /// <summary>Somebody sits down at a browser that speaks their language; nobody is signed in.</summary>
    public async Task<Person> SeatAsync(
        RunningProduct product, Language language, bool scripts = true, bool dark = false, StoredSession? session = null)
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = product.Url,
            Locale = Person.CultureOf(language),
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            StorageState = session?.State,
        });
        context.SetDefaultTimeout(LongestWaitMs);
        return new Person(await context.NewPageAsync(), language);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>What a browser remembers of somebody who signed in.</summary>
public sealed record StoredSession(string State);
