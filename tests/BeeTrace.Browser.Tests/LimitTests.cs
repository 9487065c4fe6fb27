using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>A limit changes by two persons who use nothing but the keyboard.</summary>
public sealed class LimitTests(RunningProduct product, Browsers browsers)
{
    private const string Address = "/lab/limits?market=NZ";
    private const string Reason = "a newer edition";

    [Fact]
    public async Task One_proposes_another_accepts_and_nothing_typed_is_lost_on_the_way()
    {
        await using (var signatory = await browsers.SeatAsync(product, Language.English))
        {
            await signatory.SignInAsync(product.AccountOf(Role.Signatory));
            await ProposeAsync(signatory);
        }

        await using var county = await browsers.SeatAsync(product, Language.Chinese);
        await county.SignInAsync(product.AccountOf(Role.County));
        await AcceptAsync(county);
    }

    private static async Task ProposeAsync(Person signatory)
    {
        await signatory.OpenAsync(Address);
        await Person.PressAsync(signatory.Content.GetByRole(AriaRole.Link, new() { Name = signatory.Say(LimitProposalText.Propose) }).First);
        await signatory.Field(LimitProposalText.Edition).WaitForAsync();
        await signatory.TypeAsync(LimitProposalText.High, "0,05");
        await signatory.TypeAsync(LimitProposalText.Edition, "2029");
        await signatory.TypeAsync(LimitProposalText.ClauseLabel, "Schedule 1");
        await signatory.Field(LimitProposalText.From).FillAsync("2029-07-01");
        await signatory.TypeAsync(LimitProposalText.SourceLabel, "https://standards.test/2029");
        await signatory.Field(LimitProposalText.TrustLabel).SelectOptionAsync(nameof(SourceTrust.OfficialText));
        await signatory.Content.Locator("#limit-reason").FillAsync(Reason);
        await Person.PressAsync(signatory.Button(LimitProposalText.Send));

        await signatory.IsRefusedAsync(signatory.Field(LimitProposalText.High), new Refusal(LabRefusal.CommaInNumber, null, "0,05"));
        await Assertions.Expect(signatory.Field(LimitProposalText.ClauseLabel)).ToHaveValueAsync("Schedule 1");
        await signatory.PageIsAccessibleAsync();

        await signatory.TypeAsync(LimitProposalText.High, "0.050");
        await Person.PressAsync(signatory.Button(LimitProposalText.Send));
        await signatory.SeesAsync(LimitProposalText.AnotherDecides);
        await Assertions.Expect(signatory.Button(LimitProposalText.Accept)).ToHaveCountAsync(0);
        await signatory.PageIsAccessibleAsync();
    }

    private static async Task AcceptAsync(Person county)
    {
        await county.OpenAsync(Address);
        var box = county.Content.GetByRole(AriaRole.Article).Filter(new() { HasText = Reason });
        await Assertions.Expect(box).ToContainTextAsync("≤ 0.1 mg/kg");
        await Assertions.Expect(box).ToContainTextAsync("≤ 0.050 mg/kg");
        await Person.PressAsync(box.GetByRole(AriaRole.Button, new() { Name = county.Say(LimitProposalText.Decline), Exact = true }));
        await Assertions.Expect(box.GetByRole(AriaRole.Alert)).Not.ToBeEmptyAsync();
        await county.PageIsAccessibleAsync();

        await Person.PressAsync(box.GetByRole(AriaRole.Button, new() { Name = county.Say(LimitProposalText.Accept), Exact = true }));
        await Assertions.Expect(box).ToHaveCountAsync(0);
        await Assertions.Expect(county.Content.GetByRole(AriaRole.Row).Filter(new() { HasText = "≤ 0.050 mg/kg" })).ToContainTextAsync("2029-07-01");
        await Assertions.Expect(county.Content.GetByRole(AriaRole.Row).Filter(new() { HasText = "≤ 0.1 mg/kg" })).ToContainTextAsync("2029-06-30");
    }
}
