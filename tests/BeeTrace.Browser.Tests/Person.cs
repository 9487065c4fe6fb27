using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Web.Access;
using BeeTrace.Web.Shell;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>
/// Somebody at a browser, who finds things as people do: by what they are and what they are called in the person's language.
/// The names come from the product's own texts, so that a test says what happens and not how it is worded.
/// </summary>
public sealed class Person(IPage page, Language language) : IAsyncDisposable
{
    /// <summary>Success criteria that every page must meet.</summary>
    private static readonly List<string> Criteria = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What is open in front of the person.</summary>
    public IPage Page => page;

    /// <summary>What the page is made of, below the frame around every page.</summary>
    public ILocator Content => page.GetByRole(AriaRole.Main);

    /// <summary>The tag of a language in <c>Accept-Language</c>.</summary>
    public static string CultureOf(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>A text as this person reads it.</summary>
    public string Say(Bilingual text) => text.In(language);

    /// <summary>Opens an address and yields its status.</summary>
    public async Task<int> OpenAsync(string address) => (await page.GotoAsync(address))!.Status;

    public ILocator Button(Bilingual name) => page.GetByRole(AriaRole.Button, new() { Name = Say(name), Exact = true });

    public ILocator Link(Bilingual name) => page.GetByRole(AriaRole.Link, new() { Name = Say(name), Exact = true });

    public ILocator Heading(Bilingual name) => page.GetByRole(AriaRole.Heading, new() { Name = Say(name), Exact = true });

    public ILocator Field(Bilingual label) => page.GetByLabel(Say(label), new() { Exact = true });

    /// <summary>One of several answers to a question.</summary>
    public ILocator Choice(Bilingual question, Bilingual answer) => page
        .GetByRole(AriaRole.Radiogroup, new() { Name = Say(question), Exact = true })
        .GetByRole(AriaRole.Radio, new() { Name = Say(answer), Exact = true });

    /// <summary>Signs in with the form of the product; ends where the person's work begins.</summary>
    public async Task SignInAsync(DemoAccount account)
    {
        await OpenAsync("/sign-in");
        await SendSignInAsync(account.Email, account.Password);
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Fills in and sends the form of the sign-in page that is open.</summary>
    public async Task SendSignInAsync(string email, string password)
    {
        await Field(AccessText.EmailOrPhone).FillAsync(email);
        await Field(AccessText.Password).FillAsync(password);
        await Button(ShellText.SignIn).ClickAsync();
    }

    /// <summary>Presses a button or follows a link with the keyboard.</summary>
    public static async Task PressAsync(ILocator target)
    {
        await target.FocusAsync();
        await target.PressAsync("Enter");
    }

    /// <summary>Types over what stands in a field, with the keyboard.</summary>
    public async Task TypeAsync(Bilingual label, string text)
    {
        var field = Field(label);
        await field.FocusAsync();
        await field.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The page must show a text; waits for it.</summary>
    public Task SeesAsync(Bilingual text) => SeesAsync(Say(text));

    /// <inheritdoc cref="SeesAsync(Bilingual)"/>
    public Task SeesAsync(string text) => Assertions.Expect(Content).ToContainTextAsync(text);

    /// <summary>An input must say that it is wrong, and why: beside itself, and to those who only hear it.</summary>
    public async Task IsRefusedAsync(ILocator input, Refusal reason)
    {
        await Assertions.Expect(input).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(input).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(Say(RefusalText.Of(reason)))));
    }

    /// <summary>No page may break what axe can see of WCAG 2.2 A and AA.</summary>
    public async Task PageIsAccessibleAsync()
    {
        // A staff page gets its title a moment after its content.
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("."));
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Criteria } });
        result.Violations
            .Select(v => $"{page.Url}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}")
            .ShouldBeEmpty();
    }

    /// <summary>What this browser remembers, for another one.</summary>
    public async Task<StoredSession> SessionAsync() => new(await page.Context.StorageStateAsync());

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
