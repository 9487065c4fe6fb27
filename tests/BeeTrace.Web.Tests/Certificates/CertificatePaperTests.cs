using System.Text;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Pdf;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Tests.Certificates;

public class CertificatePaperTests
{
    private static readonly CertificatePaper Paper = CertificatePaper.Load();

    [Fact]
    public void Everything_the_certificate_says_can_be_found_on_paper()
    {
        var certificate = SampleCertificates.BatchTest();
        string paper = Squeezed(TextOf(Paper.Render(certificate)));

        var said = new List<Bilingual> { certificate.Issuer, certificate.Title, certificate.Signatory, certificate.Conclusion!.Word, certificate.Conclusion.Sentence };
        said.AddRange(certificate.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }));
        said.AddRange(certificate.Statements);
        said.AddRange(certificate.Tables.SelectMany(table => table.Rows.SelectMany(row => row.Select(cell => cell.Text))));
        said.ShouldAllBe(text => paper.Contains(Squeezed(text.Zh), StringComparison.Ordinal) && paper.Contains(Squeezed(text.En), StringComparison.Ordinal));
        paper.ShouldContain(certificate.Number);
        paper.ShouldContain(certificate.ContentSha256);
        paper.ShouldContain(certificate.CheckAddress);
        paper.ShouldContain("2018-06-04");
    }

    [Fact]
    public void Thirty_items_take_two_pages_and_each_bears_number_hash_and_count()
    {
        var certificate = SampleCertificates.BatchTest();
        using var document = UglyToad.PdfPig.PdfDocument.Open(Paper.Render(certificate));

        document.NumberOfPages.ShouldBe(2);
        foreach (var page in document.GetPages())
        {
            page.Text.ShouldContain(certificate.Number);
            page.Text.ShouldContain(certificate.ContentSha256[..4]);
            page.Text.ShouldContain($"第 {page.Number} 页，共 2 页");
            page.Text.ShouldContain($"Page {page.Number} of 2");
            page.Text.ShouldContain("检测项目");
        }
    }

    [Fact]
    public void A_pass_rate_shows_its_count_and_never_a_lone_hundred_per_cent()
    {
        string paper = TextOf(Paper.Render(SampleCertificates.PassRate()));

        paper.ShouldContain("120 / 120");
        paper.ShouldContain("97.0 – 100 %");
        // The axis ends at 100 %; every other "100 %" is the end of a range.
        Regex.Count(paper, @"(?<!– )\b100 %", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
    }

    [Fact]
    public void Without_random_sampling_there_is_a_count_and_no_interval()
    {
        var sample = SampleCertificates.PassRate();
        var certificate = sample with
        {
            PassRate = sample.PassRate! with { Interval = null, Sentence = new("送检 120 批，合格 120 批。", "Of 120 batches submitted 120 passed.") },
            Tables = [],
        };

        string paper = TextOf(Paper.Render(certificate));

        paper.ShouldContain("120 / 120");
        paper.ShouldNotContain("100 %");
    }

    [Theory]
    [InlineData(5, 8, "0.244864", "0.914766", "24.5 – 91.5 %", "0 %")]
    [InlineData(29, 30, "0.827831", "0.999156", "82.8 – 99.9 %", "80 %")]
    [InlineData(8, 8, "0.630583", "1", "63.1 – 100 %", "50 %")]
    [InlineData(2238, 2279, "0.975673", "0.987060", "97.6 – 98.7 %", "90 %")]
    [InlineData(99999, 100000, "0.999944", "0.99999975", "99.9 – 99.9 %", "90 %")]
    public void The_axis_begins_below_the_interval(int passed, int judged, string lower, string upper, string range, string axisStart)
    {
        var sample = SampleCertificates.PassRate();
        var interval = new PassRateInterval(Decimal(lower), Decimal(lower), Decimal(upper));
        var certificate = sample with { PassRate = new(passed, judged, 0, judged, interval, new("见图", "See the picture")), Tables = [] };

        string paper = TextOf(Paper.Render(certificate));

        paper.ShouldContain(range);
        paper.ShouldContain(axisStart);

        static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_same_certificate_gives_the_same_bytes_on_every_thread()
    {
        var files = Enumerable.Range(0, 8).AsParallel().Select(_ => Paper.Render(SampleCertificates.PassRate())).ToArray();

        foreach (byte[] file in files)
            file.ShouldBe(files[0]);
    }

    [Fact]
    public void A_certificate_stays_small()
    {
        Paper.Render(SampleCertificates.BatchTest()).Length.ShouldBeLessThan(150 * 1024);
        Paper.Render(SampleCertificates.PassRate()).Length.ShouldBeLessThan(80 * 1024);
    }

    [Fact]
    public void The_content_is_attached_as_it_was_hashed()
    {
        var certificate = SampleCertificates.PassRate();
        using var document = UglyToad.PdfPig.PdfDocument.Open(Paper.Render(certificate));

        document.Advanced.TryGetEmbeddedFiles(out var files).ShouldBeTrue();
        files.ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(certificate.ContentJson.ToArray());
    }

    [Fact]
    public void Hundreds_of_underlying_reports_run_over_pages_and_none_is_lost()
    {
        var sample = SampleCertificates.PassRate();
        string[] numbers = [.. Enumerable.Range(1, 1200).Select(i => $"BT-2018-{i:0000}-K")];
        string list = string.Join('、', numbers);
        var certificate = sample with { Facts = [.. sample.Facts, new(new("所依据的检测报告", "Underlying reports"), new(list, list))] };

        using var document = UglyToad.PdfPig.PdfDocument.Open(Paper.Render(certificate));

        document.NumberOfPages.ShouldBeGreaterThan(2);
        string paper = string.Concat(document.GetPages().Select(page => page.Text));
        numbers.ShouldAllBe(number => paper.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_the_margins()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(Paper.Render(SampleCertificates.BatchTest()));

        foreach (var letter in document.GetPages().SelectMany(page => page.Letters).Where(letter => !string.IsNullOrWhiteSpace(letter.Value)))
        {
            letter.StartBaseLine.X.ShouldBeGreaterThan(38);
            letter.BoundingBox.Right.ShouldBeLessThan(595.3 - 45 + 0.5);
        }
    }

    [Fact]
    public void No_mark_of_accreditation_and_no_seal_is_imitated()
    {
        string paper = TextOf(Paper.Render(SampleCertificates.BatchTest())) + TextOf(Paper.Render(SampleCertificates.PassRate()));

        foreach (string mark in new[] { "CMA", "CNAS", "专用章", "ILAC" })
            paper.ShouldNotContain(mark, Case.Sensitive);
    }

    [Theory]
    [InlineData("㐀𬭚", null)]
    [InlineData("沈之衡 (fictitious) — “名”", null)]
    [InlineData("蜂🐝", "🐝")]
    [InlineData("\u2F47", "\u2F47")]
    public void A_form_learns_which_character_no_certificate_could_bear(string text, string? unprintable) =>
        (Paper.FirstUnprintable(text)?.ToString()).ShouldBe(unprintable);

    [Fact]
    public void A_name_that_cannot_be_printed_stops_the_certificate() =>
        Should.Throw<UnprintableCharacterException>(() => Paper.Render(SampleCertificates.PassRate() with { Signatory = new("🐝", "Bee") }));

    private static string TextOf(byte[] file)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }

    /// <summary>Without blanks, since lines may end at them.</summary>
    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
