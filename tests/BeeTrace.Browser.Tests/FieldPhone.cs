using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>
/// A phone with a browser of its own: what it keeps lies in a folder and outlives the browser, however that ends.
/// </summary>
public sealed class FieldPhone : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("beetrace-phone-").FullName;
    private readonly RunningProduct _product;
    private readonly IPlaywright _playwright;
    private readonly DemoAccount _account;
    private IBrowserContext? _context;

    private FieldPhone(RunningProduct product, IPlaywright playwright, DemoAccount account) => (_product, _playwright, _account) = (product, playwright, account);

    /// <summary>The open page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>The person who holds the phone.</summary>
    public Person Holder => new(Page, Language.Chinese);

    /// <summary>A phone in the hand of somebody of that role.</summary>
    public static async Task<FieldPhone> TakeAsync(RunningProduct product, Role holder = Role.Beekeeper)
    {
        var phone = new FieldPhone(product, await Playwright.CreateAsync(), product.AccountOf(holder));
        await phone.StartAsync();
        return phone;
    }

    /// <summary>Starts the browser anew on what it has kept; the line is there, and nobody is signed in.</summary>
    public async Task StartAsync()
    {
        _context = await _playwright.Chromium.LaunchPersistentContextAsync(_folder, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Browsers.Program,
            BaseURL = _product.Url,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            ReducedMotion = ReducedMotion.Reduce,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        _context.SetDefaultTimeout(30_000);
        Page = _context.Pages.Count > 0 ? _context.Pages[0] : await _context.NewPageAsync();
    }

    /// <summary>The browser's process dies as if the phone had been switched off.</summary>
    public async Task KillAsync()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _context!.Close += (_, _) => closed.TrySetResult();
        var id = ProcessId();
        using (var browser = System.Diagnostics.Process.GetProcessById(id))
        {
            browser.Kill();
            await browser.WaitForExitAsync();
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        // A dead browser leaves the mark by which it kept others from its folder.
        foreach (var mark in Directory.EnumerateFiles(_folder, "Singleton*"))
            File.Delete(mark);
    }

    public Task CutLineAsync() => _context!.SetOfflineAsync(true);

    public Task MendLineAsync() => _context!.SetOfflineAsync(false);

    /// <summary>Closes the tab and opens a new one.</summary>
    public async Task CloseTabAsync()
    {
        var next = await _context!.NewPageAsync();
        await Page.CloseAsync();
        Page = next;
    }

    /// <summary>Opens a page, by the door where it stands in the way.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        if (!Page.Url.Contains("/sign-in", StringComparison.Ordinal))
            return;
        await Holder.SendSignInAsync(_account.Email, _account.Password);
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Waits until the script has read what the phone keeps.</summary>
    public Task ReadyAsync() => Assertions.Expect(Line).ToHaveAttributeAsync("data-ready", "true");

    /// <summary>Waits until the phone says that all that is typed is kept.</summary>
    public Task DraftIsKeptAsync() => Assertions.Expect(Line).ToHaveAttributeAsync("data-draft", "kept");

    /// <summary>The line about draft and outbox.</summary>
    public ILocator Line => Page.Locator("#field-line");

    /// <summary>Waits until the service worker keeps this page, so that it opens without a line.</summary>
    public Task PageIsKeptAsync(string path) => Page.WaitForFunctionAsync(
        // A promise counts as true before it is kept, so that its outcome is left where the next look finds it.
        """
        path => {
          caches.match(path).then(found => { window.keptPath = found && navigator.serviceWorker.controller ? path : null; });
          return window.keptPath === path;
        }
        """,
        path);

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        _playwright.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The browser's own process, known by the folder that only this phone has.</summary>
    private int ProcessId() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Where(name => CommandLineOf(name!) is { } line && line.Contains($"--user-data-dir={_folder}\0", StringComparison.Ordinal) && !line.Contains("--type=", StringComparison.Ordinal))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).First();

    /// <summary>Null for a process that ended while we looked.</summary>
    private static string? CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return null;
        }
    }
}
