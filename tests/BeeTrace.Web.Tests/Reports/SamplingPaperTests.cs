using System.Net;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Reports;
using BeeTrace.Web.Tests.Http;
using ZXing.Common;
using ZXing.OneD;

namespace BeeTrace.Web.Tests.Reports;

/// <summary>Sampling records and labels on paper: scanners read them, and only those who may.</summary>
public sealed class SamplingPaperTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const int QuietZone = 10; // ISO/IEC 15417: ten modules on either side.

    [Theory]
    [InlineData("S26-00014-8")]
    [InlineData("B-7K3M2-QX9T4-5")]
    public void A_label_reads_back_what_it_says(string code)
    {
        var bars = SamplingPaper.Code128(code);
        var line = new BitArray(bars.Length + (2 * QuietZone));
        for (var i = 0; i < bars.Length; i++)
            line[i + QuietZone] = bars[i];

        new Code128Reader().decodeRow(0, line, null).ShouldNotBeNull().Text.ShouldBe(code);
    }

    [Fact]
    public async Task Labels_are_for_staff_and_the_blind_one_for_those_who_neither_draw_nor_test()
    {
        var code = await host.World.SampleAsync(await host.World.LotAsync());
        foreach (var (role, labels, blind) in new[]
        {
            (Role.Sampler, HttpStatusCode.OK, HttpStatusCode.NotFound), (Role.Analyst, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (Role.Reviewer, HttpStatusCode.OK, HttpStatusCode.OK), (Role.Auditor, HttpStatusCode.OK, HttpStatusCode.NotFound),
        })
        {
            using var client = await host.SignedInAsync(await host.World.AccountAsync(role));
            (await client.GetAsync(new Uri($"/lab/samples/{code}/labels.pdf", UriKind.Relative))).StatusCode.ShouldBe(labels, $"{role}");
            (await client.GetAsync(new Uri($"/lab/samples/{code}/blind-label.pdf", UriKind.Relative))).StatusCode.ShouldBe(blind, $"{role}");
            (await client.GetAsync(new Uri($"/lab/samples/{code}/record.pdf", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it came without a record");
        }
    }

    [Fact]
    public async Task The_blind_label_names_neither_the_sample_nor_its_lot()
    {
        var lot = await host.World.LotAsync();
        var code = await host.World.SampleAsync(lot);
        using var client = await host.SignedInAsync(await host.World.AccountAsync(Role.Reviewer));

        var pdf = Encoding.Latin1.GetString(await client.GetByteArrayAsync(new Uri($"/lab/samples/{code}/blind-label.pdf", UriKind.Relative)));

        pdf.ShouldStartWith("%PDF-");
        pdf.ShouldNotContain(code.ToString());
        pdf.ShouldNotContain(lot.ToString());
        ((await host.World.Get<SampleQueries>().FindAsync(code, host.World.Reviewer))!.Sample.BlindCode!.Value.ToString()).ShouldStartWith("B-");
    }
}
