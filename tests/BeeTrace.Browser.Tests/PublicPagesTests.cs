using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Public;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>What anybody may open: the figures with what bounds them, the check, the way in; light, and without scripts.</summary>
public sealed class PublicPagesTests(RunningProduct product, Browsers browsers)
{
    private const int MostBytes = 60 * 1024;

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task The_home_page_shows_three_figures_with_what_bounds_them(Language language)
    {
        await using var stranger = await browsers.SeatAsync(product, language);
        (await stranger.OpenAsync("/")).ShouldBe(200);

        await stranger.Heading(HomeText.Head).WaitForAsync();
        var figures = stranger.Page.GetByRole(AriaRole.Region, new() { Name = stranger.Say(HomeText.FiguresOf(await LatestYearAsync(stranger))), Exact = true });
        await Assertions.Expect(figures.Locator(".big")).ToHaveCountAsync(3);
        await Assertions.Expect(figures.Locator(".bound")).ToHaveCountAsync(3);
        await Assertions.Expect(figures.GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
        await stranger.PageIsAccessibleAsync();
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task The_figures_of_2018_come_with_bound_definition_and_source(Language language)
    {
        await using var stranger = await browsers.SeatAsync(product, language);
        (await stranger.OpenAsync("/figures?year=2018")).ShouldBe(200);

        var passRate = stranger.Content.Locator("#pass-rate");
        foreach (var text in new[] { "120", stranger.Say(FiguresText.OfBatchesPassed(120)), "97.5\u00A0%" })
            await Assertions.Expect(passRate).ToContainTextAsync(text);
        var exports = stranger.Content.Locator("#exports");
        foreach (var text in new[] { "703.87", stranger.Say(FiguresText.ShareOfNation(57.42m)), "1,225.83", stranger.Say(FiguresText.Definition), stranger.Say(FiguresText.DerivedHead) })
            await Assertions.Expect(exports).ToContainTextAsync(text);
        await stranger.PageIsAccessibleAsync();
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_number_that_was_never_issued_is_said_to_be_unknown(Language language)
    {
        await using var stranger = await browsers.SeatAsync(product, language);
        var number = CertificateNumber.Create(2018, "ZZZZZZZZ").ToString();
        (await stranger.OpenAsync($"/c/{number}")).ShouldBe(404);
        await stranger.Heading(CertificateText.Title(CertificateState.Unknown)).WaitForAsync();
        await stranger.SeesAsync(number);
        await stranger.PageIsAccessibleAsync();
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_mistyped_number_is_refused_beside_the_field(Language language)
    {
        await using var stranger = await browsers.SeatAsync(product, language);
        await stranger.OpenAsync("/check");
        await stranger.PageIsAccessibleAsync();
        var field = stranger.Field(CheckText.ByNumber);
        await field.FillAsync("BT-2018-7K3M");
        await stranger.Button(CheckText.Button).ClickAsync();
        await stranger.IsRefusedAsync(field, CertificateNumber.Parse("BT-2018-7K3M").Refusals[0]);
        await Assertions.Expect(field).ToHaveValueAsync("BT-2018-7K3M");
        await stranger.PageIsAccessibleAsync();
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public async Task A_wrong_password_is_answered_by_one_sentence(Language language)
    {
        await using var stranger = await browsers.SeatAsync(product, language);
        await stranger.OpenAsync("/sign-in");
        await stranger.PageIsAccessibleAsync();
        await stranger.SendSignInAsync("nobody@example.org", "not the password");
        await stranger.SeesAsync(RefusalText.Of(new Refusal(AccessRefusal.SignInWrong)));
        await stranger.PageIsAccessibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/check")]
    [InlineData("/figures")]
    [InlineData("/sign-in")]
    public async Task A_public_page_is_light_and_opens_no_connection_that_stays(string address)
    {
        await using var stranger = await browsers.SeatAsync(product, Language.Chinese);
        var requests = new List<IRequest>();
        var sockets = 0;
        stranger.Page.RequestFinished += (_, request) => requests.Add(request);
        stranger.Page.WebSocket += (_, _) => sockets++;
        (await stranger.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle }))!.Status.ShouldBe(200);

        requests.ShouldNotBeEmpty();
        // The check page has one script, which fetches what it checks with only when there is a file to check.
        requests.Count(request => request.ResourceType == "script").ShouldBe(address == "/check" ? 1 : 0);
        sockets.ShouldBe(0);
        var bytes = 0;
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        bytes.ShouldBeInRange(1, MostBytes);
    }

    [Fact]
    public async Task A_certificate_can_be_checked_with_scripts_off()
    {
        await using var stranger = await browsers.SeatAsync(product, Language.Chinese, scripts: false);
        var number = product.Certificates.Values.First();
        await stranger.OpenAsync("/check");
        await stranger.Field(CheckText.ByNumber).FillAsync(number.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal));
        await stranger.Button(CheckText.Button).ClickAsync();
        await stranger.Heading(CertificateText.Title(CertificateState.Valid)).WaitForAsync();

        using var http = new HttpClient { BaseAddress = new Uri(product.Url) };
        var pdf = await http.GetByteArrayAsync(new Uri($"/c/{number}.pdf", UriKind.Relative));
        await stranger.OpenAsync("/check");
        await stranger.Field(CheckText.FileLabel).SetInputFilesAsync(new FilePayload { Name = "paper.pdf", MimeType = "application/pdf", Buffer = pdf });
        await stranger.Button(CheckText.FileButton).ClickAsync();
        await stranger.Heading(CertificateText.Title(CertificateState.Valid)).WaitForAsync();
    }

    [Fact]
    public async Task An_apiary_can_be_registered_with_scripts_off()
    {
        await using var keeper = await browsers.SeatAsync(product, Language.Chinese, scripts: false);
        await keeper.SignInAsync(product.AccountOf(Role.Beekeeper));
        await keeper.OpenAsync(ApiaryForm.Address);
        var form = new ApiaryForm(keeper);
        await form.FillRestAsync(ChinaTime.DayOf(TimeProvider.System.GetUtcNow()));
        await form.Name.FillAsync("无脚本场");
        await form.ChooseDatumAsync(Datum.Wgs84);
        await form.Colonies.FillAsync("六十");
        await form.Send.ClickAsync();
        await keeper.IsRefusedAsync(form.Colonies, new Refusal(RegistryRefusal.ColoniesMissing));
        await Assertions.Expect(form.Name).ToHaveValueAsync("无脚本场");
        await Assertions.Expect(form.Colonies).ToHaveValueAsync("六十");
        await form.Colonies.FillAsync("60");
        await form.Send.ClickAsync();
        await form.CodeAsync();
    }

    /// <summary>The year that the home page is about: the latest that the figures' page opens with.</summary>
    private static async Task<int> LatestYearAsync(Person reader)
    {
        var href = await reader.Content.GetByRole(AriaRole.Link).Filter(new() { HasText = reader.Say(HomeText.AllYears) }).GetAttributeAsync("href");
        return int.Parse(new Uri(new Uri("http://local"), href).Query.Split('=')[^1]);
    }
}
