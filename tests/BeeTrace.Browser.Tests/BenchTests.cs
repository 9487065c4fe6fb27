using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>The bench by keyboard alone, on a slow line and on none.</summary>
public sealed class BenchTests(RunningProduct product, Browsers browsers)
{
    private const int RoundTrip = 200;

    [Fact]
    public async Task Eight_keys_a_second_on_a_slow_line_and_nothing_is_lost()
    {
        await using var analyst = await AtTheBenchAsync(Language.English);
        var page = analyst.Page;
        await page.RouteAsync("**/lab/sheet/rows", async route =>
        {
            await Task.Delay(RoundTrip);
            await route.ContinueAsync();
        });
        var columns = await ColumnsAsync(page);
        var (moisture, sugars) = (Array.IndexOf(columns, "SORBIC_ACID"), Array.IndexOf(columns, "PLATE_COUNT"));
        moisture.ShouldBeGreaterThanOrEqualTo(0, "the demo's honey is tested for it");
        await Cell(page, 0, moisture).FocusAsync();

        // Down one column and up the other, 125 ms a key.
        await TypeAsync(page, "<0.005", "Enter", "Escape", "ArrowUp");
        await Cell(page, 0, sugars).FocusAsync();
        await TypeAsync(page, "240", "F2", "End", "Backspace", "5", "Tab");
        await SavedAsync(page);

        await page.ReloadAsync();
        await ReadyAsync(page);
        (await Cell(page, 0, moisture).InputValueAsync()).ShouldBe("<0.005");
        (await Cell(page, 0, sugars).InputValueAsync()).ShouldBe("245");
        await analyst.PageIsAccessibleAsync();
    }

    [Fact]
    public async Task What_is_typed_without_a_line_outlives_the_page_and_arrives_when_the_line_is_back()
    {
        await using var analyst = await AtTheBenchAsync(Language.Chinese);
        var page = analyst.Page;
        var column = Array.IndexOf(await ColumnsAsync(page), "MOULDS");
        var cell = Cell(page, 0, column);
        await cell.FocusAsync();
        await page.Context.SetOfflineAsync(true);
        await TypeAsync(page, "12", "Enter");
        await Assertions.Expect(page.Locator("[data-is=line]")).ToContainTextAsync("没有连接");

        // The computer is switched off and on again, still without a line for what is sent.
        await page.Context.SetOfflineAsync(false);
        await page.RouteAsync("**/lab/sheet/rows", route => route.AbortAsync());
        await page.ReloadAsync();
        await ReadyAsync(page);
        (await cell.InputValueAsync()).ShouldBe("12");
        await page.UnrouteAsync("**/lab/sheet/rows");
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await SavedAsync(page);

        await page.ReloadAsync();
        await ReadyAsync(page);
        (await cell.InputValueAsync()).ShouldBe("12");
        (await DraftsAsync(page)).ShouldBe(0);
    }

    [Fact]
    public async Task On_a_phone_what_is_typed_comes_before_what_it_means()
    {
        await using var analyst = await AtTheBenchAsync(Language.English);
        await analyst.Page.SetViewportSizeAsync(360, 740);
        await analyst.Page.ReloadAsync();
        await ReadyAsync(analyst.Page);
        await Assertions.Expect(analyst.Page.Locator(".bench tbody tr").First.Locator("td").First.Locator("input")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reading_entered_by_mistake_is_withdrawn_with_a_reason()
    {
        await using var analyst = await AtTheBenchAsync(Language.English);
        var page = analyst.Page;
        var column = Array.IndexOf(await ColumnsAsync(page), "PLATE_COUNT");
        await Cell(page, 1, column).FocusAsync();
        await TypeAsync(page, "240", "Enter");
        await SavedAsync(page);
        await Cell(page, 1, column).FocusAsync();
        await page.Locator("[data-is=deeds] button").ClickAsync();
        await page.Locator("#bench-reason").FillAsync("wrong row");
        await page.Keyboard.PressAsync("Enter");
        await SavedAsync(page);

        await page.ReloadAsync();
        await ReadyAsync(page);
        (await Cell(page, 1, column).InputValueAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_file_of_an_instrument_is_checked_told_whole_and_entered()
    {
        await using var analyst = await AtTheBenchAsync(Language.English);
        var page = analyst.Page;
        var samples = await page.Locator(".bench tbody th a").AllInnerTextsAsync();
        await analyst.Link(SheetText.FromFile).ClickAsync();
        await BringAsync($"sample,analyte,value,unit\n{samples[1]},COUMAPHOS,\"1,5\",µg/kg\n{samples[1]},WINGS,4,\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("comma");
        await analyst.PageIsAccessibleAsync();
        (await page.RunAndWaitForDownloadAsync(() => analyst.Link(BenchFileText.DownloadWrong).ClickAsync())).SuggestedFilename.ShouldBe("wrong-cells.csv");

        await BringAsync($"sample,analyte,value,unit\n{samples[1]},PH,3.9,\n");
        await analyst.Field(BenchFileText.Accept).CheckAsync();
        await analyst.Button(BenchFileText.Enter(1)).ClickAsync();
        await analyst.SeesAsync(BenchFileText.Done(1));

        async Task BringAsync(string text)
        {
            // The field is there a moment before its script listens to it.
            await page.WaitForFunctionAsync("() => document.querySelector('#file')?._blazorInputFileNextFileId !== undefined");
            await analyst.Field(BenchFileText.File).SetInputFilesAsync(
                new FilePayload { Name = "series.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        }
    }

    [Fact]
    public async Task A_block_is_pasted_refused_where_it_cannot_be_read_and_filled_down()
    {
        await using var analyst = await AtTheBenchAsync(Language.English);
        var page = analyst.Page;
        var columns = await ColumnsAsync(page);
        var (first, second) = (Array.IndexOf(columns, "METRONIDAZOLE"), Array.IndexOf(columns, "DIMETRIDAZOLE"));
        second.ShouldBe(first + 1);
        await Cell(page, 0, first).FocusAsync();
        await page.EvaluateAsync(
            """
            text => { const data = new DataTransfer(); data.setData('text/plain', text);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }
            """, "ND\t1,5");
        await SavedAsync(page);

        (await Cell(page, 0, first).InputValueAsync()).ShouldBe("ND");
        (await Cell(page, 0, second).InputValueAsync()).ShouldBe("1,5", "what was typed stays on the screen");
        await Assertions.Expect(Cell(page, 0, second)).ToHaveAttributeAsync("aria-invalid", "true");
        await Cell(page, 0, second).FocusAsync();
        await Assertions.Expect(page.Locator("[data-is=why]")).ToContainTextAsync("comma");
        await TypeAsync(page, "Escape", "<LOQ", "Enter");
        await SavedAsync(page);

        // A saved reading is corrected with a reason only.
        await Cell(page, 0, first).FocusAsync();
        await TypeAsync(page, "1.42", "Enter");
        await Cell(page, 0, first).FocusAsync();
        await page.Locator("#bench-reason").FillAsync("re-integrated");
        await page.Keyboard.PressAsync("Enter");
        await SavedAsync(page);
        await Assertions.Expect(page.Locator("[data-is=grounds]")).ToContainTextAsync("CN_FULL");
        await Assertions.Expect(page.Locator("td.bad").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".bench-grid tbody tr").First.Locator("td").First.Locator(".chip.fail")).ToBeVisibleAsync();
        await analyst.PageIsAccessibleAsync();
    }

    private async Task<Person> AtTheBenchAsync(Language language)
    {
        var analyst = await browsers.SeatAsync(product, language);
        await analyst.SignInAsync(product.AccountOf(Role.Analyst));
        await analyst.OpenAsync("/lab/sheet?product=HONEY");
        await ReadyAsync(analyst.Page);
        return analyst;
    }

    private static Task ReadyAsync(IPage page) => page.Locator(".bench input.cell").First.WaitForAsync();

    private static ILocator Cell(IPage page, int row, int column) => page.Locator($".bench input[data-r='{row}'][data-c='{column}']");

    private static Task<string[]> ColumnsAsync(IPage page) => page.EvaluateAsync<string[]>("() => document.querySelector('.bench').bench.columns.map(c => c.analyte)");

    private static async Task<int> DraftsAsync(IPage page) => (await page.EvaluateAsync<JsonElement>("() => document.querySelector('.bench').bench.drafts.count()")).GetInt32();

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".bench[data-line=saved]")).ToHaveCountAsync(1);

    /// <summary>Keys as a quick analyst types them: texts letter by letter, names of keys as keys.</summary>
    private static async Task TypeAsync(IPage page, params string[] what)
    {
        foreach (var text in what)
        {
            if (text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1]) || text == "F2")
                await page.Keyboard.PressAsync(text, new() { Delay = 60 });
            else
                await page.Keyboard.TypeAsync(text, new() { Delay = 125 });
        }
    }
}
