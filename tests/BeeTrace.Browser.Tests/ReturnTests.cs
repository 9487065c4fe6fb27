using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Trade;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>A firm is reminded of its yearly return, slips on the unit, mends it and files; an officer sends it back once and accepts it. By keyboard.</summary>
public sealed class ReturnTests(RunningProduct product, Browsers browsers)
{
    private const string Firm = "91330122MA975U1U0D";
    private const string Reason = "please name the partner";

    [Fact]
    public async Task A_firm_files_in_Chinese_and_an_officer_accepts_in_English()
    {
        var year = DateTimeOffset.UtcNow.AddHours(8).Year - 1;
        await using var firm = await browsers.SeatAsync(product, Language.Chinese);
        await firm.SignInAsync(product.AccountOf(Role.Exporter));
        await using var county = await browsers.SeatAsync(product, Language.English);
        await county.SignInAsync(product.AccountOf(Role.County));

        await FileAsync(firm, year);
        await SendBackAsync(county, year);
        await MendAsync(firm, year);
        await AcceptAsync(county, year);
    }

    private static async Task FileAsync(Person firm, int year)
    {
        await Person.PressAsync(firm.Link(RailText.OwnReturn));
        await firm.SeesAsync(ReturnText.Owed(year));
        await firm.PageIsAccessibleAsync();
        await Person.PressAsync(firm.Link(ReturnText.WriteOwed(year)).First);
        await firm.Button(ReturnText.File).WaitForAsync();

        // Yuan, where ten thousand yuan are asked for: of 2019 the register knows 13,939.
        await firm.TypeAsync(ReturnText.Sales, "139390000");
        await firm.SeesAsync(ReturnText.InYuan(1_393_900_000_000m));
        await firm.TypeAsync(ReturnText.Output, "14,573");
        await firm.TypeAsync(ReturnText.Employees, "118");
        await firm.Field(ReturnText.Line(ReturnText.Product, 1)).SelectOptionAsync("HONEY");
        await firm.TypeAsync(ReturnText.Line(ReturnText.OutputKg, 1), "880000");
        await Person.PressAsync(firm.Button(ReturnText.File));
        await firm.IsRefusedAsync(
            firm.Field(ReturnText.Sales), new ReturnQuestion(ReturnRefusal.TenThousandfold, nameof(WriteReturn.SalesCny), 1_393_900_000_000m, 2019, 139_390_000m).ToRefusal());
        await Assertions.Expect(firm.Field(ReturnText.Confirm)).ToBeVisibleAsync();
        await firm.PageIsAccessibleAsync();

        await firm.TypeAsync(ReturnText.Sales, "13939.5");
        await Person.PressAsync(firm.Button(ReturnText.SaveDraft));
        await firm.SeesAsync(ReturnText.DraftSaved);
        await Person.PressAsync(firm.Button(ReturnText.File));
        await firm.SeesAsync(ReturnText.CountyNext);
        await firm.PageIsAccessibleAsync();
    }

    private static async Task SendBackAsync(Person county, int year)
    {
        await Person.PressAsync(county.Link(RailText.Returns));
        await county.Heading(ReturnText.Returns).WaitForAsync();
        await county.OpenAsync($"/trade/returns?year={year}&state=Filed&q={Firm}");
        var row = county.Content.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link);
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await county.PageIsAccessibleAsync();
        await Person.PressAsync(row);
        await county.Heading(ReturnText.Differences).WaitForAsync();
        await county.SeesAsync("13,939.5");
        await county.PageIsAccessibleAsync();

        await Person.PressAsync(county.Button(ReturnText.SendBack));
        await county.Field(ReturnText.Reason).WaitForAsync();
        await Person.PressAsync(county.Button(ReturnText.SendBack));
        await county.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.ReasonMissing)));
        await county.PageIsAccessibleAsync();
        await county.TypeAsync(ReturnText.Reason, Reason);
        await Person.PressAsync(county.Button(ReturnText.SendBack));
        await county.SeesAsync(ReturnText.SentBackBecause(Reason));
    }

    private static async Task MendAsync(Person firm, int year)
    {
        await firm.OpenAsync($"/trade/returns/{Firm}/{year}");
        await firm.SeesAsync(ReturnText.SentBackBecause(Reason));
        await Assertions.Expect(firm.Field(ReturnText.Sales)).ToHaveValueAsync("13939.5");
        await firm.TypeAsync(ReturnText.Line(ReturnText.Partner, 1), "示例大学");
        await firm.Field(ReturnText.Line(ReturnText.PartnerKindHead, 1)).SelectOptionAsync(nameof(PartnerKind.University));
        await firm.TypeAsync(ReturnText.Line(ReturnText.Interns, 1), "40");
        await Person.PressAsync(firm.Button(ReturnText.File));
        await firm.SeesAsync(ReturnText.CountyNext);
    }

    private static async Task AcceptAsync(Person county, int year)
    {
        await county.OpenAsync($"/trade/returns/{Firm}/{year}");
        await Person.PressAsync(county.Button(ReturnText.Accept));
        await county.SeesAsync(ReturnText.AcceptNote);
        await Person.PressAsync(county.Button(ReturnText.Accept));
        await county.SeesAsync(ReturnState.Accepted.Name());
        await Assertions.Expect(county.Button(ReturnText.Accept)).ToHaveCountAsync(0);
        await county.PageIsAccessibleAsync();

        await county.OpenAsync($"/registry/firms?year={year}");
        await Assertions.Expect(county.Content.GetByRole(AriaRole.Row).Filter(new() { HasText = Firm })).ToContainTextAsync("13,939.5");
    }
}
