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
/// <param name="ReplacedCertificate">A certificate in whose place another stands.</param>
/// <param name="Samples">A sample in each state of work.</param>
/// <param name="Bench">The same as its analyst knows them: by their blind numbers.</param>
public sealed record DemoCounty(string CertifiedLot, byte[] Pdf, string ReplacedCertificate, IReadOnlyDictionary<SampleStatus, string> Samples, IReadOnlyDictionary<SampleStatus, string> Bench)
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
                var bench = await BenchAsync(product, browsers);
                return new DemoCounty(lot, pdf, await ReplacedAsync(product, http), await SamplesAsync(product, browsers, Role.Reviewer), bench);
            }
        }

        throw new InvalidOperationException("No demo certificate speaks of a lot.");
    }

    /// <summary>Named by its successor, the newest pass rate.</summary>
    private static async Task<string> ReplacedAsync(RunningProduct product, HttpClient http)
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/api/v1/certificates/{product.NewestPassRate}", UriKind.Relative)));
        return json.RootElement.GetProperty("content").GetProperty("replaces").GetString()!;
    }

    /// <summary>One sample a state, as its analyst knows it. None of the demo's is submitted: the analyst does that.</summary>
    private static async Task<IReadOnlyDictionary<SampleStatus, string>> BenchAsync(RunningProduct product, Browsers browsers)
    {
        await using var analyst = await browsers.SeatAsync(product, Language.English);
        await analyst.SignInAsync(product.AccountOf(Role.Analyst));
        if (await CodesAsync(analyst, SampleStatus.RawRecorded) is [] && await CodesAsync(analyst, SampleStatus.Testing) is [.., var complete])
        {
            await analyst.OpenAsync($"/lab/samples/{complete}");
            await analyst.Button(LabText.Submit).ClickAsync();
            await analyst.SeesAsync(LabText.Of(SampleStatus.RawRecorded));
        }

        return await SamplesAsync(product, browsers, Role.Analyst);
    }

    /// <summary>One sample a state, as far as there is one.</summary>
    private static async Task<IReadOnlyDictionary<SampleStatus, string>> SamplesAsync(RunningProduct product, Browsers browsers, Role reader)
    {
        await using var person = await browsers.SeatAsync(product, Language.English);
        await person.SignInAsync(product.AccountOf(reader));
        var samples = new Dictionary<SampleStatus, string>();
        foreach (var status in Enum.GetValues<SampleStatus>())
        {
            if (await CodesAsync(person, status) is [var first, ..])
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
