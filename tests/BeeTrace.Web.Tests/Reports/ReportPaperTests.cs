using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Reports;

namespace BeeTrace.Web.Tests.Reports;

public sealed class ReportPaperTests
{
    private static readonly ReportPaper Paper = new(PaperStyle.Load());

    [Fact]
    public void Everything_the_report_says_can_be_found_on_paper()
    {
        var report = Document(Content());
        var paper = Squeezed(TextOf(Paper.Render(report)));

        var said = new List<Bilingual> { report.Title, report.Laboratory, report.Conclusion.Word, report.Conclusion.Sentence, ReportPaperText.End };
        said.AddRange(report.Sections.SelectMany(s => s.Facts.SelectMany(f => new[] { f.Label, f.Value }).Append(s.Caption)));
        said.AddRange(report.Tables.SelectMany(t => t.Rows.SelectMany(row => row.Select(cell => cell.Text)).Append(t.Caption)));
        said.AddRange(report.Statements);
        said.AddRange(report.Signatures.SelectMany(s => new[] { s.As, new Bilingual(s.Name!, s.On!) }));
        said.Where(text => !paper.Contains(Squeezed(text.Zh), StringComparison.Ordinal) || !paper.Contains(Squeezed(text.En), StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Number_and_count_of_pages_stand_on_every_page_and_the_end_on_the_last()
    {
        var content = Content(items: 40);
        using var document = UglyToad.PdfPig.PdfDocument.Open(Paper.Render(Document(content)));

        document.NumberOfPages.ShouldBeGreaterThan(1);
        foreach (var page in document.GetPages())
        {
            page.Text.ShouldContain(content.Number);
            page.Text.ShouldContain($"第 {page.Number} 页，共 {document.NumberOfPages} 页");
            page.Text.ShouldContain($"Page {page.Number} of {document.NumberOfPages}");
            page.Text.Contains("End of report", StringComparison.Ordinal).ShouldBe(page.Number == document.NumberOfPages);
        }
    }

    [Fact]
    public void Without_a_number_there_is_no_word_of_accreditation_no_flag_and_no_seal()
    {
        var paper = TextOf(Paper.Render(Document(Content())));

        foreach (var mark in new[] { "CMA", "CNAS", "ILAC", "专用章", "认可", " *" })
            paper.ShouldNotContain(mark, Case.Sensitive);
    }

    [Fact]
    public void With_a_number_items_outside_its_scope_are_flagged_and_the_number_is_in_words()
    {
        var content = Content();
        var market = content.Markets[0];
        content = content with
        {
            Laboratory = content.Laboratory with { CmaNumber = "000000000000" },
            Markets = [market with { Items = [market.Items[0], market.Items[1] with { InScope = false }] }],
        };
        var paper = TextOf(Paper.Render(Document(content)));

        paper.ShouldContain("000000000000");
        paper.ShouldContain(market.Items[1].Analyte.Name.Zh + " *");
        paper.ShouldNotContain(market.Items[0].Analyte.Name.Zh + " *");
        paper.ShouldContain(ReportPaperText.OutsideScope.Zh);

        var nothingInside = content with { Markets = [market with { Items = [.. market.Items.Select(i => i with { InScope = false })] }] };
        TextOf(Paper.Render(Document(nothingInside))).ShouldNotContain("000000000000");
    }

    [Theory]
    [InlineData(ReportLanguages.Chinese, "检验报告", "Test report")]
    [InlineData(ReportLanguages.English, "Test report", "检验报告")]
    public void A_report_in_one_language_says_nothing_in_the_other(ReportLanguages languages, string said, string unsaid)
    {
        var paper = TextOf(Paper.Render(Document(Content() with { Languages = languages.ToString() })));

        paper.ShouldContain(said);
        paper.ShouldNotContain(unsaid);
        paper.ShouldNotContain(languages == ReportLanguages.Chinese ? "complies" : "符合");
    }

    [Fact]
    public void The_conclusion_covers_the_tested_items_alone()
    {
        var market = Content().Markets[0];
        Conclusion(market).Sentence.Zh.ShouldBe("经抽样检验，所检项目符合GB 14963-2011的要求。");
        Conclusion(market).Tone.ShouldBe(CertificateTone.Pass);

        var failed = market with { Items = [market.Items[0], market.Items[1] with { Verdict = nameof(Verdict.Fail) }], NotTested = [new("LEAD", new("铅", "lead"))] };
        Conclusion(failed).Sentence.En.ShouldBe(
            "Of the sample drawn, analyte 1 does not comply with GB 14963-2011; the other judged items comply with GB 14963-2011; not tested, though the profile asks for it: lead.");
        Conclusion(failed).Tone.ShouldBe(CertificateTone.Fail);

        var open = market with { Items = [market.Items[0] with { Verdict = nameof(Verdict.CannotJudge) }] };
        Conclusion(open).Word.Zh.ShouldBe("不作结论");
        Conclusion(market with { Items = [market.Items[0] with { Verdict = nameof(Verdict.NoLimit), Limit = null, Standard = null }] }).Tone.ShouldBe(CertificateTone.Open);
    }

    [Fact]
    public void The_period_to_object_is_that_of_the_law_and_a_submitted_sample_has_none()
    {
        Document(Content()).Statements.ShouldContain(s => s.Zh.Contains("五个工作日", StringComparison.Ordinal));
        Document(Content() with { Regime = nameof(ObjectionRegime.Food) }).Statements.ShouldContain(s => s.En.Contains("7 working days", StringComparison.Ordinal));
        var submitted = Content();
        submitted = submitted with { Regime = null, Sample = submitted.Sample with { Basis = nameof(SamplingBasis.Entrusted) } };
        Document(submitted).Statements.ShouldContain(ReportPaperText.SubmittedSample);
        Document(submitted).Statements.ShouldNotContain(s => s.Zh.Contains("工作日", StringComparison.Ordinal));
    }

    [Fact]
    public void Demo_data_says_that_nothing_on_it_is_real() =>
        TextOf(Paper.Render(Document(Content() with { Demo = true }))).ShouldSatisfyAllConditions(
            text => text.ShouldContain("（虚构）"), text => text.ShouldContain("（演示）"), text => text.ShouldContain("fictitious"));

    [Fact]
    public void The_content_is_attached_as_it_was_hashed_and_the_same_report_gives_the_same_bytes()
    {
        var report = Document(Content());
        var file = Paper.Render(report);
        using var document = UglyToad.PdfPig.PdfDocument.Open(file);

        document.Advanced.TryGetEmbeddedFiles(out var files).ShouldBeTrue();
        files.ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(report.ContentJson.ToArray());
        Paper.Render(report).ShouldBe(file);
    }

    private static CertificateConclusion Conclusion(ReportMarket market) => ReportConclusion.Of(market, isDrawn: true);

    private static ReportDocument Document(ReportContent content) => ReportComposer.Compose(content, content.ToCanonicalJson());

    private static ReportContent Content(int items = 2) => new()
    {
        Number = ReportNumber.Create(2026, 17).ToString(),
        Languages = nameof(ReportLanguages.Both),
        Demo = false,
        Laboratory = new(new("试验检测中心", "Test Laboratory"), new("试验路 1 号", "1 Test Road"), "0571-00000000", "311500", null, null),
        Client = "CLIENT-7",
        SampledUnit = new("91330122MA9GHCXT03", new("某蜂业公司", "Some Apiculture")),
        SampledUnitAddress = "ADDRESS-7",
        Producer = "PRODUCER-7",
        Sample = new ReportSample
        {
            Code = SampleCode.Create(2026, 931).ToString(), Lot = LotCode.Create(2026, 931).ToString(), Product = new("HONEY", new("蜂蜜", "Honey")), LotMassKg = "120.500",
            HarvestedOn = new(2026, 6, 1), Basis = nameof(SamplingBasis.RandomSurveillance), DrawnBy = "SAMPLER-7", DrawnOn = new(2026, 6, 3), ReceivedOn = new(2026, 6, 4),
        },
        TestedFrom = new(2026, 6, 5),
        TestedTo = new(2026, 6, 9),
        Markets =
        [
            new ReportMarket
            {
                Market = new("CN", new("中国", "China")), ProfileVersion = "CN-2020.1", Rule = "CN_FULL", Verdict = nameof(Verdict.Pass),
                Standards = [new(new("GB 14963-2011", "GB 14963-2011"), new("食品安全国家标准 蜂蜜", "National food safety standard: honey"))],
                Items = [.. Enumerable.Range(0, items).Select(Item)], NotTested = [],
            },
        ],
        Regime = nameof(ObjectionRegime.AgriculturalProduct),
        Prepared = new("PREPARER-7", new(2026, 6, 10)),
        Reviewed = new("REVIEWER-7", new(2026, 6, 11)),
        Approved = new("SIGNATORY-7", new(2026, 6, 12)),
        IssuedOn = new(2026, 6, 12),
    };

    private static ReportItem Item(int n) => new()
    {
        Analyte = new($"A{n}", new($"项目甲{n}", $"analyte {n}")), Unit = "µg/kg", Result = new("未检出（检出限 0.1 µg/kg）", "Not detected (LOD 0.1 µg/kg)"), Lod = "0.1",
        Uncertainty = n == 1 ? "0.02" : null, Limit = new("≤ 5 µg/kg", "≤ 5 µg/kg"), Standard = new("GB 14963-2011", "GB 14963-2011"), Method = "GB/T 18932.19-2003",
        Verdict = nameof(Verdict.Pass), LimitVerified = n != 1, InScope = true,
    };

    private static string TextOf(byte[] file)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }

    /// <summary>Without blanks, since lines may end at them.</summary>
    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
