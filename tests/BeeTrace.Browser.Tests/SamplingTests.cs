using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Lab;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>A sampler in a store without a line: the record is written, kept, and arrives once.</summary>
public sealed class SamplingTests(RunningProduct product, Browsers browsers)
{
    [Fact]
    public async Task A_record_that_is_written_without_a_line_outlives_the_browser_and_arrives_once()
    {
        var (lot, before) = await ALotAsync();
        await using var phone = await FieldPhone.TakeAsync(product, Role.Sampler);
        await phone.OpenAsync("/sampler");
        await phone.ReadyAsync();
        await phone.PageIsKeptAsync("/sampler/samples/new");
        await phone.PageIsKeptAsync("/sampler/outbox");

        await phone.CutLineAsync();
        await phone.Page.GotoAsync("/sampler/samples/new");
        await phone.ReadyAsync();
        var form = new SamplingForm(phone.Holder);
        await form.FillAsync(lot, "OFF-");
        await phone.DraftIsKeptAsync();
        await phone.KillAsync();
        await phone.StartAsync();
        await phone.OpenAsync("/sampler/samples/new");
        await phone.ReadyAsync();
        form = new SamplingForm(phone.Holder);
        await Assertions.Expect(form.Input("Seal")).ToHaveValueAsync("OFF-1");
        await phone.CutLineAsync();
        await form.Send.ClickAsync();
        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条待发送");
        await phone.Holder.PageIsAccessibleAsync();

        await phone.MendLineAsync();
        await phone.OpenAsync("/sampler");
        await phone.ReadyAsync();
        await phone.OpenAsync("/sampler/outbox");
        await Assertions.Expect(phone.Holder.Content).ToContainTextAsync(phone.Holder.Say(Web.Registry.FieldText.StateArrived));
        await phone.OpenAsync("/sampler");
        await Assertions.Expect(phone.Holder.Content.GetByText("S26-").First).ToBeVisibleAsync();
        await phone.OpenAsync($"/lab/samples?q={lot}");
        await Assertions.Expect(phone.Holder.Content.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(before + 1);
    }

    /// <summary>A lot, and how many samples there are of it.</summary>
    private async Task<(LotCode Lot, int Samples)> ALotAsync()
    {
        await using var officer = await browsers.SeatAsync(product, Language.English);
        await officer.SignInAsync(product.AccountOf(Role.County));
        await officer.OpenAsync("/trace/lots");
        var lot = LotCode.Parse((await officer.Content.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.InnerTextAsync()).Trim()).Value;
        await officer.OpenAsync($"/lab/samples?q={lot}");
        await officer.Heading(LabText.Samples).WaitForAsync();
        await Assertions.Expect(officer.Content.Locator(".waiting")).ToHaveCountAsync(0);
        return (lot, await officer.Content.GetByRole(AriaRole.Rowheader).CountAsync());
    }
}
