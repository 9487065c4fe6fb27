using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Import;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>A day of the county's office in the demo county: what waits, who is registered, firms, nectar sources, a table.</summary>
public sealed class OfficeTests(RunningProduct product, Browsers browsers)
{
    private const string Known = "330122-0001";
    private const string Doubled = "330122-0901";
    private const string Firm = "91330122MA9GHCXT03";

    [Fact]
    public async Task The_office_decides_looks_up_files_registers_and_imports()
    {
        await using var county = await browsers.SeatAsync(product, Language.Chinese);
        await county.SignInAsync(product.AccountOf(Role.County));
        await BeginAsync(county);
        await DecideAsync(county);
        await MergeAsync(county);
        await LookExactlyAsync(county);
        await FileAndEndABaseAsync(county);
        await RegisterASourceAsync(county);
        await ImportAndTakeBackAsync(county);
    }

    /// <summary>The day begins at what waits; a number leads to as many rows.</summary>
    private static async Task BeginAsync(Person county)
    {
        await county.Heading(RailText.Today).WaitForAsync();
        var line = county.Content.Locator(".today a[href$='state=Missing']");
        var owing = int.Parse(await line.Locator("b").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        owing.ShouldBeGreaterThan(0);
        await county.PageIsAccessibleAsync();

        await line.ClickAsync();
        await Assertions.Expect(county.Content.Locator("tbody").GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(owing);
        await county.PageIsAccessibleAsync();
    }

    private static async Task DecideAsync(Person county)
    {
        await county.Link(RailText.Queue).ClickAsync();
        await county.Link(Same(Doubled)).WaitForAsync();
        await county.PageIsAccessibleAsync();

        await county.Link(new($"{OfficeText.Compare.Zh} · {Doubled}", $"{OfficeText.Compare.En} · {Doubled}")).ClickAsync();
        await county.Heading(OfficeText.ThisEntry).WaitForAsync();
        await county.SeesAsync(OfficeText.Of(LikenessReason.SamePhone));
        await county.PageIsAccessibleAsync();

        await county.Button(OfficeText.KeepBoth).ClickAsync();
        await Assertions.Expect(county.Link(Same(Doubled))).ToHaveCountAsync(0);
    }

    private static async Task MergeAsync(Person county)
    {
        await county.Link(RailText.Beekeepers).ClickAsync();
        await county.Link(Same(Known)).WaitForAsync();
        await county.PageIsAccessibleAsync();

        await county.Link(Same(Doubled)).ClickAsync();
        await county.Button(OfficeText.LookForLikeness).ClickAsync();
        await county.Link(Same(Known)).WaitForAsync();
        await county.Button(OfficeText.MergeInto).ClickAsync();
        await county.Button(OfficeText.MergeInto).ClickAsync();
        await county.SeesAsync(RefusalText.Of(new Refusal(OfficeRefusal.ReasonMissing)));
        await county.PageIsAccessibleAsync();

        await county.Field(OfficeText.Reason).FillAsync("同一人登记了两次");
        await county.Button(OfficeText.MergeInto).ClickAsync();
        await county.SeesAsync(OfficeText.MergedIntoLine(Known));
    }

    private static async Task LookExactlyAsync(Person county)
    {
        await county.Link(RailText.Apiaries).ClickAsync();
        var first = county.Content.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First;
        var code = await first.InnerTextAsync();
        await county.PageIsAccessibleAsync();

        await first.ClickAsync();
        await county.Button(OfficeText.ShowExactly).ClickAsync();
        await county.Page.GetByRole(AriaRole.Region, new() { Name = county.Say(OfficeText.ExactHead), Exact = true }).WaitForAsync();
        await county.PageIsAccessibleAsync();

        await county.Link(RailText.Deeds).ClickAsync();
        var deed = county.Content.GetByRole(AriaRole.Row).Filter(new() { HasText = code }).Filter(new() { HasText = county.Say(AccessText.Deed(DeedCode.LocationRead)) });
        await Assertions.Expect(deed.First).ToBeVisibleAsync();
    }

    private static async Task FileAndEndABaseAsync(Person county)
    {
        await county.Link(RailText.Firms).ClickAsync();
        await county.Heading(RegistryText.Firms).WaitForAsync();
        await county.PageIsAccessibleAsync();
        await county.OpenAsync($"/registry/firms/{Firm}");

        await county.Link(OfficeText.FileBase).ClickAsync();
        await county.Field(OfficeText.FilingNumber).FillAsync("3301-JD-8801");
        await county.Field(OfficeText.BaseName).FillAsync("试办基地（示例）");
        await county.Field(OfficeText.Began).FillAsync("2026-01-05");
        await county.PageIsAccessibleAsync();
        await county.Button(OfficeText.Save).ClickAsync();

        var filed = county.Content.Locator(".stack").Filter(new() { HasText = "3301-JD-8801" });
        var end = filed.GetByRole(AriaRole.Button, new() { Name = county.Say(OfficeText.EndBase), Exact = true });
        await end.ClickAsync();
        await Assertions.Expect(filed).ToContainTextAsync(county.Say(OfficeText.EndBaseNote));
        await county.PageIsAccessibleAsync();
        await end.ClickAsync();
        await Assertions.Expect(end).ToHaveCountAsync(0);
    }

    private static async Task RegisterASourceAsync(Person county)
    {
        await county.Link(RailText.NectarSources).ClickAsync();
        await county.Link(OfficeText.NewSource).WaitForAsync();
        await county.PageIsAccessibleAsync();

        await county.Link(OfficeText.NewSource).ClickAsync();
        await county.Button(OfficeText.Save).WaitForAsync();
        await county.Field(OfficeText.PlantHead).SelectOptionAsync("Brassica napus");
        await county.Field(OfficeText.SourceName).FillAsync("江边油菜（示例）");
        await county.Field(OfficeText.Corners).FillAsync("29.7937, 119.6915");
        await county.Field(RegistryText.DatumLabel).SelectOptionAsync(nameof(Datum.Wgs84));
        await county.Field(OfficeText.BloomFrom).FillAsync("03-11");
        await county.Field(OfficeText.BloomTo).FillAsync("03-11");
        await county.Button(OfficeText.Save).ClickAsync();
        await county.IsRefusedAsync(county.Field(OfficeText.BloomTo), new Refusal(OfficeRefusal.BloomOfNoDays, null, "03-11"));
        await county.PageIsAccessibleAsync();

        await county.Field(OfficeText.BloomTo).FillAsync("04-20");
        await county.Button(OfficeText.Save).ClickAsync();
        await county.SeesAsync("江边油菜（示例）");
    }

    private static async Task ImportAndTakeBackAsync(Person county)
    {
        const string table = "养蜂证号,姓名,类型,电话,县代码,发证日期\n330122-8801,章小满,个人,0571-5550 8801,330122,2026/3/1\n330122-8802,方立春,蜂王,0571-5550 0121,330122,2026年3月2日\n";
        await county.Link(RailText.Import).ClickAsync();
        await county.Field(ImportText.File).WaitForAsync();
        await county.PageIsAccessibleAsync();
        await county.Field(ImportText.File).SetInputFilesAsync(
            new FilePayload { Name = "登记表.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });

        var kind = county.Field(ImportText.MendLabel(3, "类型"));
        await Assertions.Expect(kind).ToHaveValueAsync("蜂王");
        await county.PageIsAccessibleAsync();
        await kind.FillAsync("公司");
        await kind.PressAsync("Tab");
        await county.Button(ImportText.CheckAgain).ClickAsync();
        await county.Heading(ImportText.Likenesses).WaitForAsync();
        await county.PageIsAccessibleAsync();

        await county.Button(ImportText.Import(2)).ClickAsync();
        await county.SeesAsync(ImportText.DoneWaiting(1));
        await county.PageIsAccessibleAsync();
        await county.Link(ImportText.Past).ClickAsync();
        var run = county.Content.GetByRole(AriaRole.Row).Filter(new() { HasText = "登记表.csv" }).First;
        await run.GetByRole(AriaRole.Button, new() { Name = county.Say(ImportText.Undo) }).ClickAsync();
        await run.GetByRole(AriaRole.Button, new() { Name = county.Say(ImportText.UndoSure) }).ClickAsync();
        await county.SeesAsync(ImportText.UndoneSaid("登记表.csv"));
        await county.PageIsAccessibleAsync();
    }

    /// <summary>A code reads the same in both languages.</summary>
    private static Bilingual Same(string code) => new(code, code);
}
