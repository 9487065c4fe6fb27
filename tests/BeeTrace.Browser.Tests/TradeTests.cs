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
        await Person.PressAsync(firm.Link(RailText.Consignments));
        await firm.Heading(ConsignmentText.Head).WaitForAsync();
        await Person.PressAsync(firm.Link(ConsignmentText.New).First);
        await firm.Button(ConsignmentText.SaveDraft).WaitForAsync();
        await Person.PressAsync(firm.Button(ConsignmentText.SaveDraft));
        await firm.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.CountryUnknown, null, "")));
        await firm.Field(ConsignmentText.Destination).SelectOptionAsync("JP");
        var kilograms = firm.Content.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Textbox).First;
        await kilograms.FocusAsync();
        await firm.Page.Keyboard.TypeAsync("1.5");
        await firm.PageIsAccessibleAsync();
        await Person.PressAsync(firm.Button(ConsignmentText.SaveDraft));
        await firm.SeesAsync(ConsignmentText.Saved);

        await firm.TypeAsync(ConsignmentText.DeclarationNumber, "12");
        await firm.Field(ConsignmentText.DeclaredOn).FillAsync($"{year}-10-08");
        var dollars = firm.Content.GetByRole(AriaRole.Table).Last.GetByRole(AriaRole.Spinbutton).Nth(1);
        await dollars.FocusAsync();
        await firm.Page.Keyboard.TypeAsync("12000");
        await Person.PressAsync(firm.Button(ConsignmentText.Declare));
        await firm.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.NumberMalformed, null, "12")));
        await firm.TypeAsync(ConsignmentText.DeclarationNumber, number);
        await firm.PageIsAccessibleAsync();
        await Person.PressAsync(firm.Button(ConsignmentText.Declare));
        await firm.Link(new Bilingual(number, number)).WaitForAsync();
        await Person.PressAsync(firm.Button(ConsignmentText.Ship));
        await firm.Field(ConsignmentText.ShippedOn).WaitForAsync();
        await Person.PressAsync(firm.Button(ConsignmentText.Ship));
        await firm.Button(ConsignmentText.Close).WaitForAsync();
    }

    private static async Task CorrectAsync(Person firm, string number)
    {
        await Person.PressAsync(firm.Link(new Bilingual(number, number)));
        await firm.Heading(DeclarationText.Of(number)).WaitForAsync();
        await Person.PressAsync(firm.Content.Locator("summary"));
        await firm.TypeAsync(ConsignmentText.Usd, "9000");
        await Person.PressAsync(firm.Button(DeclarationText.Correct));
        await firm.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.ReasonMissing)));
        await firm.TypeAsync(DeclarationText.Why, "invoice amended");
        await firm.PageIsAccessibleAsync();
        await Person.PressAsync(firm.Button(DeclarationText.Correct));
        await firm.SeesAsync(DeclarationText.Corrected);
        await firm.SeesAsync(DeclarationText.Superseded);
    }

    private static async Task PublishAsync(Person county, int year)
    {
        await county.OpenAsync($"/trade/yearbooks?year={year}");
        await Person.PressAsync(county.Button(new Bilingual($"{YearbookText.Publish.Zh} · {year}", $"{YearbookText.Publish.En} · {year}")));
        await county.SeesAsync(YearbookText.Edition(1));
        await county.PageIsAccessibleAsync();
    }

    private static async Task PublishAgainAsync(Person county, int year)
    {
        await county.OpenAsync($"/trade/yearbooks?year={year}");
        var again = county.Button(new Bilingual($"{YearbookText.PublishAgain.Zh} · {year}", $"{YearbookText.PublishAgain.En} · {year}"));
        await Person.PressAsync(again);
        await county.SeesAsync(RefusalText.Of(new Refusal(TradeRefusal.ReasonMissing)));
        await county.TypeAsync(YearbookText.Why, "one invoice was amended");
        await Person.PressAsync(again);
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
}
