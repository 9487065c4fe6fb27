using System.Text.Json;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Gallery;

/// <summary>What of the demo data the gallery has to know by name.</summary>
/// <param name="CertifiedLot">A lot with a certificate.</param>
/// <param name="Pdf">That certificate's bytes.</param>
/// <param name="Samples">A sample in each state of work.</param>
public sealed record DemoCounty(string CertifiedLot, byte[] Pdf, IReadOnlyDictionary<SampleStatus, string> Samples)
{
    public static async Task<DemoCounty> ReadAsync(RunningProduct product, Browsers browsers)
    {
        using var http = new HttpClient { BaseAddress = new Uri(product.Url) };
        foreach (var number in product.Certificates.Values)
        {
            using var json = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/api/v1/certificates/{number}", UriKind.Relative)));
            if (Regex.Match(json.RootElement.GetRawText(), "L[0-9]{2}-[0-9]{5}-[0-9A-Z]") is { Success: true, Value: var lot })
            {
                var pdf = await http.GetByteArrayAsync(new Uri($"/c/{number}.pdf", UriKind.Relative));
                return new DemoCounty(lot, pdf, await SamplesAsync(product, browsers, lot));
            }
        }

        throw new InvalidOperationException("No demo certificate speaks of a lot.");
    }

    /// <summary>One sample a state. What the demo data has none of is made by those whose work it is.</summary>
    private static async Task<IReadOnlyDictionary<SampleStatus, string>> SamplesAsync(RunningProduct product, Browsers browsers, string lot)
    {
        await using var sampler = await browsers.SeatAsync(product, Language.English);
        await sampler.SignInAsync(product.AccountOf(Role.Sampler));
        if (await CodesAsync(sampler, SampleStatus.Drawn) is [])
        {
            await sampler.OpenAsync($"/lab/samples/new?lot={lot}");
            await sampler.Button(LabText.SaveDraw).ClickAsync();
            await sampler.Button(LabText.Receive).WaitForAsync();
        }

        if (await CodesAsync(sampler, SampleStatus.RawRecorded) is [] && await CodesAsync(sampler, SampleStatus.Testing) is [.., var complete])
        {
            await using var analyst = await browsers.SeatAsync(product, Language.English);
            await analyst.SignInAsync(product.AccountOf(Role.Analyst));
            await analyst.OpenAsync($"/lab/samples/{complete}");
            await analyst.Button(LabText.Submit).ClickAsync();
            await analyst.SeesAsync(LabText.Of(SampleStatus.RawRecorded));
        }

        var samples = new Dictionary<SampleStatus, string>();
        foreach (var status in Enum.GetValues<SampleStatus>())
        {
            // Few samples are rejected or cancelled: the demo has none.
            if (await CodesAsync(sampler, status) is [var first, ..])
                samples[status] = first;
        }

        return samples;
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(Person reader, SampleStatus status)
    {
        await reader.OpenAsync($"/lab/samples?status={status}");
        await reader.Heading(LabText.Samples).WaitForAsync();
        await Assertions.Expect(reader.Content.Locator(".waiting")).ToHaveCountAsync(0);
        return await reader.Content.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).AllInnerTextsAsync();
    }
}
