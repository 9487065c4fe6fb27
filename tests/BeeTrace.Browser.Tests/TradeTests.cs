using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Trade;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>A firm declares a consignment and corrects it, the county's figure follows both times, and the yearbook is published and corrected. By keyboard.</summary>
public sealed class TradeTests(RunningProduct product, Browsers browsers)
{
    [Theory]
    [InlineData(Language.Chinese, 2025)]
    [InlineData(Language.English, 2022)]
    public async Task From_a_consignment_to_the_yearbook(Language language, int year)
    {
        await using var firm = await browsers.SeatAsync(product, language);
        await firm.SignInAsync(product.AccountOf(Role.Exporter));
        await using var county = await browsers.SeatAsync(product, language);
        await county.SignInAsync(product.AccountOf(Role.County));

        var before = await FigureAsync(county, year);
        var number = $"9999{year}{DateTime.UtcNow:MMddHHmmss}";
        await DeclareAsync(firm, year, number);
        (await FigureAsync(county, year)).ShouldBe(before + 12_000);
        await PublishAsync(county, year);
        await CorrectAsync(firm, number);
        (await FigureAsync(county, year)).ShouldBe(before + 9_000);
        await PublishAgainAsync(county, year);
    }

    private static async Task DeclareAsync(Person firm, int year, string number)
    {
        await PressAsync(firm.Link(RailText.Consignments));
        await firm.Heading(ConsignmentText.Head).WaitForAsync();
        await PressAsync(firm.Link(ConsignmentText.New).First);
        await firm.Button(ConsignmentText.SaveDraft).WaitForAsync();
        await PressAsync(firm.Button(ConsignmentText.SaveDraft));
        await firm.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.CountryUnknown, null, "")));
        await firm.Field(ConsignmentText.Destination).SelectOptionAsync("JP");
        var kilograms = firm.Content.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Textbox).First;
        await kilograms.FocusAsync();
        await firm.Page.Keyboard.TypeAsync("1.5");
        await firm.PageIsAccessibleAsync();
        await PressAsync(firm.Button(ConsignmentText.SaveDraft));
        await firm.SeesAsync(ConsignmentText.Saved);

        await TypeAsync(firm, ConsignmentText.DeclarationNumber, "12");
        await firm.Field(ConsignmentText.DeclaredOn).FillAsync($"{year}-10-08");
        var dollars = firm.Content.GetByRole(AriaRole.Table).Last.GetByRole(AriaRole.Spinbutton).Nth(1);
        await dollars.FocusAsync();
        await firm.Page.Keyboard.TypeAsync("12000");
        await PressAsync(firm.Button(ConsignmentText.Declare));
        await firm.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.NumberMalformed, null, "12")));
        await TypeAsync(firm, ConsignmentText.DeclarationNumber, number);
        await firm.PageIsAccessibleAsync();
        await PressAsync(firm.Button(ConsignmentText.Declare));
        await firm.Link(new Bilingual(number, number)).WaitForAsync();
        await PressAsync(firm.Button(ConsignmentText.Ship));
        await firm.Button(ConsignmentText.Close).WaitForAsync();
    }

    private static async Task CorrectAsync(Person firm, string number)
    {
        await PressAsync(firm.Link(new Bilingual(number, number)));
        await firm.Heading(DeclarationText.Of(number)).WaitForAsync();
        await PressAsync(firm.Content.Locator("summary"));
        await TypeAsync(firm, ConsignmentText.Usd, "9000");
        await PressAsync(firm.Button(DeclarationText.Correct));
        await firm.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.ReasonMissing)));
        await TypeAsync(firm, DeclarationText.Why, "invoice amended");
        await firm.PageIsAccessibleAsync();
        await PressAsync(firm.Button(DeclarationText.Correct));
        await firm.SeesAsync(DeclarationText.Corrected);
        await firm.SeesAsync(DeclarationText.Superseded);
    }

    private static async Task PublishAsync(Person county, int year)
    {
        await county.OpenAsync($"/trade/yearbooks?year={year}");
        await PressAsync(county.Button(new Bilingual($"{YearbookText.Publish.Zh} · {year}", $"{YearbookText.Publish.En} · {year}")));
        await county.SeesAsync(YearbookText.Edition(1));
        await county.PageIsAccessibleAsync();
    }

    private static async Task PublishAgainAsync(Person county, int year)
    {
        await county.OpenAsync($"/trade/yearbooks?year={year}");
        var again = county.Button(new Bilingual($"{YearbookText.PublishAgain.Zh} · {year}", $"{YearbookText.PublishAgain.En} · {year}"));
        await PressAsync(again);
        await county.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.ReasonMissing)));
        await TypeAsync(county, YearbookText.Why, "one invoice was amended");
        await PressAsync(again);
        await county.SeesAsync(YearbookText.Edition(2));
        await county.OpenAsync($"/figures/yearbook?year={year}");
        await county.SeesAsync(YearbookText.Replaced);
        await county.SeesAsync("one invoice was amended");
        await county.PageIsAccessibleAsync();
    }

    /// <summary>The value of the year's exports as an officer sees it.</summary>
    private static async Task<decimal> FigureAsync(Person county, int year)
    {
        await county.OpenAsync($"/figures?year={year}&count=all-value");
        var shown = await county.Content.Locator("#exports .figure .big").First.InnerTextAsync();
        return decimal.Parse(Regex.Match(shown, "[0-9][0-9,]*\\.[0-9]{2}").Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static async Task PressAsync(ILocator target)
    {
        await target.FocusAsync();
        await target.PressAsync("Enter");
    }

    private static async Task TypeAsync(Person person, Bilingual label, string text)
    {
        var field = person.Field(label);
        await field.FocusAsync();
        await field.PressAsync("Control+A");
        await person.Page.Keyboard.TypeAsync(text);
    }
}
