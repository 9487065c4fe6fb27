using System.Text.Json;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Gallery;

/// <summary>What of the demo data the gallery has to know by name.</summary>
/// <param name="CertifiedLot">A lot with a certificate.</param>
/// <param name="Pdf">That certificate's bytes.</param>
/// <param name="Samples">A sample in each state of work that the demo data holds.</param>
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
                return new DemoCounty(lot, pdf, await SamplesAsync(product, browsers));
            }
        }

        throw new InvalidOperationException("No demo certificate speaks of a lot.");
    }

    private static async Task<IReadOnlyDictionary<SampleStatus, string>> SamplesAsync(RunningProduct product, Browsers browsers)
    {
        await using var reviewer = await browsers.SeatAsync(product, Language.English);
        await reviewer.SignInAsync(product.AccountOf(Role.Reviewer));
        var samples = new Dictionary<SampleStatus, string>();
        foreach (var status in Enum.GetValues<SampleStatus>())
        {
            await reviewer.OpenAsync($"/lab/samples?status={status}");
            await reviewer.Content.GetByRole(AriaRole.Searchbox).WaitForAsync();
            await Assertions.Expect(reviewer.Content.Locator(".waiting")).ToHaveCountAsync(0);
            var codes = reviewer.Content.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link);
            if (await codes.CountAsync() > 0)
                samples[status] = (await codes.First.InnerTextAsync()).Trim();
        }

        return samples;
    }
}
