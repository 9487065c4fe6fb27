using System.Globalization;
using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Browser.Tests;

/// <summary>From a stranger on a phone to a beekeeper with an apiary, with the county's officer in between.</summary>
public sealed class JoinTests(RunningProduct product, Browsers browsers)
{
    private static readonly DateOnly Today = ChinaTime.DayOf(TimeProvider.System.GetUtcNow());

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_stranger_applies_an_officer_accepts_and_the_phone_number_signs_in(Language language)
    {
        var number = Random.Shared.Next(1000, 9999);
        var (name, phone, password) = ($"试验申请人{number}", $"139 5550 {number}", $"rape field {number} in bloom");
        await using var stranger = await browsers.SeatAsync(product, language);
        await stranger.Page.SetViewportSizeAsync(360, 740);
        await stranger.OpenAsync("/sign-in");
        await stranger.Link(AccessText.Apply).ClickAsync();
        await stranger.Field(ApplicationText.Name).FillAsync(name);
        await stranger.Button(ApplicationText.Send).ClickAsync();
        await stranger.IsRefusedAsync(stranger.Field(OfficeText.Phone), new Refusal(OfficeRefusal.PhoneMissing));
        await stranger.PageIsAccessibleAsync();
        await stranger.Choice(ApplicationText.Kind, BeekeeperKind.Individual.Name()).CheckAsync();
        await stranger.Field(OfficeText.Phone).FillAsync(phone);
        await stranger.Field(AccessText.Password).FillAsync(password);
        await stranger.Button(ApplicationText.Send).ClickAsync();
        await stranger.Heading(ApplicationText.Of(RegistrationState.Waiting)).WaitForAsync();
        await stranger.PageIsAccessibleAsync();
        var state = new Uri(stranger.Page.Url).AbsolutePath;

        await using (var officer = await browsers.SeatAsync(product, language))
        {
            await officer.SignInAsync(product.AccountOf(Role.County));
            await officer.OpenAsync("/registry/queue");
            await officer.Heading(new Bilingual(name, name)).WaitForAsync();
            await officer.PageIsAccessibleAsync();
            var card = officer.Page.Locator("div.side-by-side", new() { HasText = name });
            await card.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = officer.Say(ApplicationText.Accept) }).ClickAsync();
            await card.GetByLabel(officer.Say(OfficeText.LicenceNumber)).FillAsync($"330122-9{number}");
            await card.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = officer.Say(ApplicationText.Accept) }).ClickAsync();
            await Microsoft.Playwright.Assertions.Expect(card).ToHaveCountAsync(0);
        }

        await stranger.OpenAsync(state);
        await stranger.Heading(ApplicationText.Of(RegistrationState.Confirmed)).WaitForAsync();
        await stranger.Content.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = stranger.Say(ShellText.SignIn) }).ClickAsync();
        await stranger.SendSignInAsync(phone.Replace(" ", "", StringComparison.Ordinal), password);
        await stranger.SeesAsync($"330122-9{number}");
        await stranger.SeesAsync(Days.InWords(new Licence("", Today).Expires));
        await stranger.OpenAsync(ApiaryForm.Address);
        var form = new ApiaryForm(stranger);
        await form.FillRestAsync(Today.AddDays(-1));
        await form.Name.FillAsync(string.Create(CultureInfo.InvariantCulture, $"第一场{number}"));
        await form.ChooseDatumAsync(Datum.Wgs84);
        await form.Colonies.FillAsync("30");
        await form.Send.ClickAsync();
        await form.CodeAsync();
    }
}
