using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The form of a sampling record on a phone.</summary>
public sealed class SamplingForm(Person sampler)
{
    public ILocator Send => sampler.Button(SamplingText.Save);

    public ILocator Input(string id) => sampler.Page.Locator($"#{id}");

    /// <summary>All that an official record needs.</summary>
    public async Task FillAsync(LotCode lot, string seals, string? grade = null)
    {
        await Input("LotCode").FillAsync(lot.ToString());
        await Input("Basis").SelectOptionAsync(nameof(SamplingBasis.RandomSurveillance));
        if (grade is not null)
            await Input("Grade").SelectOptionAsync(grade);
        await Input("DrawnTime").FillAsync("00:01");
        await Input("Stage").SelectOptionAsync(nameof(SamplingStage.Plant));
        await Input("Address").FillAsync("桐庐县分水镇一号车间");
        await Input("LotSize").FillAsync("125.5");
        await Input("SampleG").FillAsync("100");
        await Input("Seal").FillAsync(seals + "1");
        await Input("ReTestG").FillAsync("100");
        await Input("ReTestSeal").FillAsync(seals + "2");
        await Input("SecondSampler").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Input("PartyName").FillAsync("仓管员");
        await sampler.Choice(SamplingText.PartySigned, SamplingText.Of(PartySignature.Signed)).CheckAsync();
    }

    /// <summary>The sample's number once the record has arrived.</summary>
    public async Task<SampleCode> CodeAsync()
    {
        await sampler.Page.WaitForURLAsync(url => url.Contains("/sampler/samples/S", StringComparison.Ordinal));
        return SampleCode.Parse(new Uri(sampler.Page.Url).AbsolutePath.Split('/')[^1]).Value;
    }
}
