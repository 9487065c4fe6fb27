using BeeTrace.Core;
using BeeTrace.Core.Access;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Gallery;

/// <summary>
/// Saves every page and document as a picture under <c>artifacts/gallery/</c>, for people to look at; runs when asked for
/// (<c>./test.sh gallery</c>).
/// </summary>
public sealed class GalleryTests(RunningProduct product, Browsers browsers)
{
    private const int DocumentDotsPerInch = 110;

    private static readonly int[] Widths = [360, 768, 1280];

    /// <summary>True when pictures were asked for.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable("BEETRACE_GALLERY") == "1";

    /// <summary>Only the pages whose name contains this, for looking at one page again; everything where it is not set.</summary>
    private static string Wanted => Environment.GetEnvironmentVariable("BEETRACE_GALLERY_PAGES") ?? "";

    [Fact(Skip = "Pictures are taken when BEETRACE_GALLERY=1", SkipUnless = nameof(IsAsked))]
    public async Task Every_page_and_every_document_is_saved_as_a_picture()
    {
        var folder = Path.Combine(RunningProduct.RepositoryRoot(), "artifacts", "gallery");
        Directory.CreateDirectory(Path.Combine(folder, "pictures"));
        var county = await DemoCounty.ReadAsync(product, browsers);
        var pages = GalleryPages.All(product, county).Where(page => Wanted.Split(',').Any(part => page.Name.Contains(part, StringComparison.Ordinal))).ToList();
        pages.ShouldNotBeEmpty();
        var index = new GalleryIndex();

        foreach (var role in pages.Select(page => page.Who).Distinct())
        {
            var session = await SessionAsync(role);
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var dark in new[] { false, true })
                {
                    await using var person = await browsers.SeatAsync(product, language, dark: dark, session: session);
                    foreach (var page in pages.Where(page => page.Who == role))
                        await TakeAsync(person, page, language, dark, folder, index);
                }
            }
        }

        foreach (var (kind, number) in product.Certificates)
            await DrawAsync(kind, $"/c/{number}.pdf", folder, index);
        await DrawAsync("figures", "/figures/exports.pdf?count=rj-mass&period=2018", folder, index);
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), index.ToHtml());
        index.TooWide.ShouldBeEmpty("No page is wider than its screen.");
        Directory.EnumerateFiles(folder, "*.png").Count().ShouldBeGreaterThanOrEqualTo(pages.Count * Widths.Length * 4);
    }

    private async Task<StoredSession?> SessionAsync(Role role)
    {
        if (role == Role.Public)
            return null;
        await using var person = await browsers.SeatAsync(product, Language.English);
        await person.SignInAsync(product.AccountOf(role));
        return await person.SessionAsync();
    }

    private static async Task TakeAsync(Person person, GalleryPage page, Language language, bool dark, string folder, GalleryIndex index)
    {
        await person.Page.SetViewportSizeAsync(Widths[^1], 800);
        await person.OpenAsync(page.Address);
        if (page.Then is not null)
            await page.Then(person);
        await person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await Assertions.Expect(person.Page.Locator(".waiting")).ToHaveCountAsync(0);

        foreach (var width in Widths.Reverse())
        {
            await person.Page.SetViewportSizeAsync(width, 800);
            // A map draws itself anew for each width.
            if (await person.Page.Locator("#map-desk").CountAsync() > 0)
                await Assertions.Expect(person.Page.Locator("#map-desk")).ToHaveAttributeAsync("data-idle", new System.Text.RegularExpressions.Regex("^at="));
            var file = $"{page.Name}.{Person.CultureOf(language)}.{(dark ? "dark" : "light")}.{width}.png";
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            index.Add(page.Name, file);
            if (await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                index.TooWide.Add(file);
        }

        if (GalleryPages.Pictures.FirstOrDefault(picture => picture.Page == page.Name && picture.Language == language) is { File: { } name } && !dark)
        {
            await person.Page.SetViewportSizeAsync(Widths[^1], 800);
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "pictures", $"{name}.png") });
        }
    }

    private async Task DrawAsync(string kind, string address, string folder, GalleryIndex index)
    {
        using var http = new HttpClient { BaseAddress = new Uri(product.Url) };
        var pdf = Path.Combine(folder, $"{kind}.pdf");
        await File.WriteAllBytesAsync(pdf, await http.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
        await PaperTools.DrawAsync(pdf, Path.Combine(folder, $"paper-{kind}"), DocumentDotsPerInch);
        foreach (var file in Directory.EnumerateFiles(folder, $"paper-{kind}-*.png").Order(StringComparer.Ordinal))
            index.Add($"paper-{kind}", Path.GetFileName(file));
        if (kind == GalleryPages.PicturedPaper.Kind)
            File.Copy(Path.Combine(folder, $"paper-{kind}-1.png"), Path.Combine(folder, "pictures", $"{GalleryPages.PicturedPaper.File}.png"), overwrite: true);
    }
}
