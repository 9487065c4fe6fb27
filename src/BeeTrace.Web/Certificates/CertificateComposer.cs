using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Certificates;

/// <summary>Turns frozen facts into the words of the paper. The same content gives the same document.</summary>
public static class CertificateComposer
{
    public static CertificateDocument Compose(CertificateContent content, string json) => In(content.PrintedIn, new CertificateDocument
    {
        Kind = KindOf(content),
        Number = content.Number,
        IssuedOn = content.IssuedOn,
        Issuer = content.Demo ? new Bilingual(content.Issuer.Zh + "（演示）", content.Issuer.En + " (demo)") : content.Issuer,
        Title = TitleOf(content),
        Replaces = content.Replaces is { } replaced ? PaperText.Replaces(replaced) : null,
        Facts = FactsOf(content),
        Conclusion = content.BatchTest is { } tested ? Conclusion(tested) : null,
        PassRate = content.PassRate is { } rate ? Statement(rate) : null,
        Tables = content switch
        {
            { BatchTest: { } batch } => [Results(batch)],
            { PassRate: { Reports: { Count: > 0 } reports } passRate } => [ByProduct(passRate), Codes(PaperText.SampleList, passRate.Samples), Codes(PaperText.ReportList, reports)],
            { PassRate: { } passRate } => [ByProduct(passRate), Codes(PaperText.SampleList, passRate.Samples)],
            { Yearbook: { } yearbook } => [.. yearbook.Sections.Select(Section)],
            _ => [Lots(content.Consignment!), Origins(content.Consignment!)],
        },
        Statements = Statements(content),
        Signatory = new Bilingual(content.Signatory, content.Signatory),
        CheckAddress = content.CheckAddress,
        ContentJson = Encoding.UTF8.GetBytes(json),
    });

    /// <summary>What a certificate calls itself.</summary>
    public static Bilingual TitleOf(CertificateContent content) => content switch
    {
        { BatchTest: not null } => PaperText.BatchTestTitle,
        { PassRate: not null } => PaperText.PassRateTitle,
        { Yearbook: { } yearbook } => PaperText.YearbookTitle(yearbook.County.Name, yearbook.Year),
        _ => PaperText.ConsignmentTitle,
    };

    private static CertificateKind KindOf(CertificateContent content) => content switch
    {
        { BatchTest: not null } => CertificateKind.BatchTest,
        { PassRate: not null } => CertificateKind.PassRate,
        { Yearbook: not null } => CertificateKind.Yearbook,
        _ => CertificateKind.Consignment,
    };

    /// <summary>What a certificate is about, as label and text.</summary>
    public static IReadOnlyList<CertificateFact> FactsOf(CertificateContent content) => content switch
    {
        { BatchTest: { } batch } => Facts(batch, content),
        { PassRate: { } rate } => Facts(rate, content),
        { Yearbook: { } yearbook } => Facts(yearbook),
        _ => Facts(content.Consignment!, content),
    };

    /// <summary>What a yearbook is about, as label and text.</summary>
    public static IReadOnlyList<CertificateFact> Facts(YearbookContent y)
    {
        List<CertificateFact> facts =
        [
            new(PaperText.County, new Bilingual($"{y.County.Name.Zh}（{y.County.Code}）", $"{y.County.Name.En} ({y.County.Code})")),
            new(PaperText.Edition, new Bilingual($"{y.Year} 年，第 {y.Edition} 版", $"{y.Year}, edition {y.Edition}")),
            new(PaperText.AsOf, Same(y.AsOf.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm 'UTC+8'", CultureInfo.InvariantCulture))),
        ];
        if (y.Why is { } why)
            facts.Add(new CertificateFact(PaperText.Corrects, Same(why)));
        return facts;
    }

    private static CertificateTable Section(YearbookSection section) => new(
        section.Head,
        [new(PaperText.Figure, Share: 0.27), new(PaperText.OfTheYear, IsNumber: true, 0.19), new(PaperText.YearBefore, IsNumber: true, 0.17), new(PaperText.CountsOrSource, Share: 0.37)],
        [.. section.Lines.Select(line => (IReadOnlyList<CertificateCell>)[line.Label, line.Value, line.Before ?? Same("–"), line.From])]);

    /// <summary>In one language alone both sides of every text are that language's.</summary>
    private static CertificateDocument In(CertificateLanguage language, CertificateDocument document)
    {
        if (language is CertificateLanguage.Both)
            return document;
        return document with
        {
            Language = language,
            Issuer = Only(document.Issuer),
            Title = Only(document.Title),
            Replaces = document.Replaces is { } replaces ? Only(replaces) : null,
            Facts = [.. document.Facts.Select(f => new CertificateFact(Only(f.Label), Only(f.Value)))],
            Conclusion = document.Conclusion is { } c ? c with { Word = Only(c.Word), Sentence = Only(c.Sentence) } : null,
            PassRate = document.PassRate is { } p ? p with { Sentence = Only(p.Sentence) } : null,
            Tables =
            [
                .. document.Tables.Select(t => new CertificateTable(
                    Only(t.Caption),
                    [.. t.Columns.Select(column => column with { Heading = Only(column.Heading) })],
                    [.. t.Rows.Select(row => (IReadOnlyList<CertificateCell>)[.. row.Select(cell => cell with { Text = Only(cell.Text) })])])),
            ],
            Statements = [.. document.Statements.Select(Only)],
        };

        Bilingual Only(Bilingual text) => language is CertificateLanguage.Chinese ? new(text.Zh, text.Zh) : new(text.En, text.En);
    }

    /// <summary>What a consignment statement is about, as label and text.</summary>
    public static IReadOnlyList<CertificateFact> Facts(ConsignmentContent c, CertificateContent content) =>
    [
        new(PaperText.Exporter, Fictitious(c.Firm.Name, content)),
        new(PaperText.Destination, c.Destination.Name),
        new(PaperText.NetMass, Same(Kilograms(c.NetMassKg))),
        new(PaperText.Container, c.Container is { } container ? Same(container) : PaperText.NotKnownYet),
        new(PaperText.Seal, c.Seal is { } seal ? Same(seal) : PaperText.NotKnownYet),
    ];

    private static CertificateTable Lots(ConsignmentContent c) => new(
        PaperText.LotsInside,
        [
            new(PaperText.Lot, Share: 0.17), new(PaperText.Product, Share: 0.17), new(PaperText.NetMassKg, IsNumber: true, 0.13), new(PaperText.OfLotKg, IsNumber: true, 0.13),
            new(PaperText.Origin, Share: 0.2), new(PaperText.BatchCertificate, Share: 0.2),
        ],
        [
            .. c.Lines.Select(line => (IReadOnlyList<CertificateCell>)
            [
                line.Lot, line.Product.Name, Amount(line.NetMassKg), Amount(line.LotMassKg),
                new CertificateCell(new Bilingual($"{line.County.Name.Zh}，{SpeciesZh(line.Species)}", $"{line.County.Name.En}, {line.Species}")), line.Certificate,
            ]),
        ]);

    private static CertificateTable Origins(ConsignmentContent c) => new(
        PaperText.OriginShares,
        [new(PaperText.County), new(PaperText.NetMassKg, IsNumber: true), new(PaperText.SharePercent, IsNumber: true)],
        [.. c.Origins.Select(origin => (IReadOnlyList<CertificateCell>)[origin.County.Name, Amount(origin.NetMassKg), origin.Percent])]);

    private static string Amount(string kilograms) => Numerals.Amount(decimal.Parse(kilograms, CultureInfo.InvariantCulture), 3);

    private static string Kilograms(string kilograms) => Amount(kilograms) + " kg";

    /// <summary>What a batch test certificate is about, as label and text.</summary>
    public static IReadOnlyList<CertificateFact> Facts(BatchTestContent b, CertificateContent content)
    {
        List<CertificateFact> facts =
        [
            new(PaperText.For, Fictitious(b.Firm.Name, content)),
            new(PaperText.Lot, Same(b.Lot)),
            new(PaperText.Product, b.Product.Name),
            new(PaperText.NetMass, Same(Kilograms(b.LotMassKg))),
            new(PaperText.Harvested, Same(Day(b.HarvestedOn))),
            new(PaperText.Origin, new Bilingual($"{b.County.Name.Zh}，{SpeciesZh(b.Species)}", $"{b.County.Name.En}, {b.Species}")),
            new(PaperText.NectarSource, b.NectarSource is { } n ? Plant(n) : PaperText.NotDeclared),
            new(PaperText.Sample, Same(b.Sample)),
            new(PaperText.Basis, LabText.Of(Enum.Parse<SamplingBasis>(b.Basis))),
            new(PaperText.Dates, new Bilingual(
                $"抽样 {Day(b.DrawnOn)}，收样 {Day(b.ReceivedOn)}，批准 {Day(b.ApprovedOn)}",
                $"drawn {Day(b.DrawnOn)}, received {Day(b.ReceivedOn)}, approved {Day(b.ApprovedOn)}")),
            new(PaperText.JudgedUnder, new Bilingual($"{b.ProfileVersion}，判定规则 {b.Rule}", $"{b.ProfileVersion}, decision rule {b.Rule}")),
        ];
        if (b.Grade is { } grade)
            facts.Insert(3, new CertificateFact(PaperText.Grade, LabText.GradeName(grade)));
        return facts;
    }

    /// <summary>What a pass-rate certificate is about, as label and text.</summary>
    public static IReadOnlyList<CertificateFact> Facts(PassRateContent r, CertificateContent content) =>
    [
        new(PaperText.Subject, r.Firm is { } firm
            ? Fictitious(firm.Name, content)
            : new Bilingual($"{r.County.Name.Zh}全部受检企业（{r.Firms} 家）", $"All sampled firms of {r.County.Name.En} ({r.Firms})")),
        new(PaperText.Period, Same($"{Day(r.From)} – {Day(r.To)}")),
        new(PaperText.Basis, LabText.Of(Enum.Parse<SamplingBasis>(r.Basis))),
        new(PaperText.JudgedUnder, new Bilingual(
            $"{string.Join("、", r.Profiles)}，判定规则 {r.Rule}，共 {r.Analytes} 个项目",
            $"{string.Join(", ", r.Profiles)}, decision rule {r.Rule}, {r.Analytes} analytes in all")),
        new(PaperText.Excluded, r.Inconclusive + (r.Drawn - r.Judged - r.Inconclusive) == 0
            ? new Bilingual("无：抽取的批次全部判定", "none: every sample drawn was judged")
            : new Bilingual($"未定 {r.Inconclusive}，尚未批准 {r.Drawn - r.Judged - r.Inconclusive}", $"{r.Inconclusive} inconclusive, {r.Drawn - r.Judged - r.Inconclusive} not approved yet")),
        new(PaperText.AsOf, Same(r.AsOf.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm 'UTC+8'", CultureInfo.InvariantCulture))),
    ];

    private static CertificateConclusion Conclusion(BatchTestContent b)
    {
        var standards = b.Items.Select(i => i.Standard).OfType<Bilingual>().Distinct().ToList();
        return new CertificateConclusion(
            new Bilingual("所检项目合格", "Tested items pass"),
            new Bilingual(
                $"经检测，该样品所检项目符合{string.Join("、", standards.Select(s => s.Zh))}的要求。",
                $"The tested items of this sample comply with {string.Join(", ", standards.Select(s => s.En))}."),
            CertificateTone.Pass);
    }

    private static PassRateStatement Statement(PassRateContent r) => new(
        r.Passed, r.Judged, r.Inconclusive, r.Drawn,
        r.Bounds is { } b ? new PassRateInterval(Share(b.LowerOneSided), Share(b.LowerTwoSided), Share(b.UpperTwoSided)) : null,
        r.Bounds is { } bounds
            ? new Bilingual(
                $"抽检的 {r.Judged} 批次中 {r.Passed} 批次合格。以 95 % 的置信度，所抽总体的合格率不低于 {Percent(bounds.LowerOneSided)}（精确法，单侧）；双侧区间 {Interval(bounds)}。",
                $"{r.Passed} of {r.Judged} sampled batches passed. With 95 % confidence the pass rate of the sampled population is at least {Percent(bounds.LowerOneSided)} (exact, one-sided); two-sided interval {Interval(bounds)}.")
            : new Bilingual(
                $"{r.Judged} 批次中 {r.Passed} 批次合格。非随机抽样，不能推及总体，故不给出区间。",
                $"{r.Passed} of {r.Judged} batches passed. They were not drawn at random and stand for themselves alone; no interval is given."));

    private static CertificateTable Results(BatchTestContent b) => new(
        PaperText.Results,
        [
            new(PaperText.Analyte, Share: 0.24), new(PaperText.Reading, IsNumber: true, 0.27), new(PaperText.Limit, IsNumber: true, 0.14),
            new(PaperText.StandardAndMethod, Share: 0.24), new(PaperText.Verdict, Share: 0.11),
        ],
        [
            .. b.Items.Select(i => (IReadOnlyList<CertificateCell>)
            [
                i.Analyte.Name,
                i.Reading,
                i.Limit ?? Same("–"),
                Basis(i),
                new CertificateCell(DisplayText.Of(Enum.Parse<Verdict>(i.Verdict)), Tone(i.Verdict)),
            ]),
        ]);

    private static CertificateTable ByProduct(PassRateContent r) => new(
        PaperText.ByProduct,
        [
            new(PaperText.Product), new(PaperText.Drawn, true), new(PaperText.Judged, true), new(PaperText.Passed, true),
            new(PaperText.Open, true), new(PaperText.Interval, true),
        ],
        [
            .. r.ByProduct.Select(p => (IReadOnlyList<CertificateCell>)
            [
                p.Product.Name, Number(p.Drawn), Number(p.Judged), Number(p.Passed), Number(p.Inconclusive),
                p.Bounds is { } b ? Interval(b) : "–",
            ]),
        ]);

    /// <summary>Codes of samples or reports, five a row: the list that the statement stands on.</summary>
    private static CertificateTable Codes(Bilingual caption, IReadOnlyList<string> codes) => new(
        caption,
        [.. Enumerable.Range(0, 5).Select(_ => new CertificateColumn(Same("")))],
        [
            .. codes.Chunk(5).Select(row => (IReadOnlyList<CertificateCell>)
                [.. row.Concat(Enumerable.Repeat("", 5 - row.Length)).Select(code => (CertificateCell)code)]),
        ]);

    private static List<Bilingual> Statements(CertificateContent content)
    {
        var scope = content switch { { BatchTest: not null } => PaperText.BatchScope, { PassRate: not null } => PaperText.PassRateScope, { Yearbook: not null } => PaperText.YearbookScope, _ => PaperText.ConsignmentScope };
        List<Bilingual> statements = [scope, PaperText.HowToCheck];
        if (content.PassRate is { Firms: > 1 })
            statements.Insert(1, PaperText.Clustered);
        if (content.BatchTest is { } batch && batch.Items.Any(i => !i.LimitVerified))
            statements.Insert(1, PaperText.Unverified);
        if (content.Consignment is { } goods && goods.Lines.Where(l => l.Verdict is { } verdict && Enum.Parse<Verdict>(verdict).IsFailed()).Select(l => l.Lot).ToList() is { Count: > 0 } failing)
            statements.Insert(1, PaperText.FailsThere(string.Join(", ", failing), goods.Destination.Name));
        if (content.Demo)
            statements.Add(PaperText.Fictitious);
        return statements;
    }

    /// <summary>The standard that sets the limit, and under it the method; a star marks a limit of which no source was seen.</summary>
    private static CertificateCell Basis(BatchTestItem item)
    {
        if (item.Standard is not { } standard)
            return new CertificateCell(new Bilingual("–", item.Method ?? "–"));
        string[] under = [.. new[] { standard.En == standard.Zh ? null : standard.En, item.Method }.OfType<string>()];
        var first = standard.Zh + (item.LimitVerified ? "" : " *");
        return new CertificateCell(new Bilingual(first, under.Length == 0 ? first : string.Join(" · ", under)));
    }

    /// <summary>A plant with its Latin name; what is no plant, such as "multifloral", has none.</summary>
    private static Bilingual Plant(NamedCode plant) => plant.Code.Contains(' ', StringComparison.Ordinal)
        ? new Bilingual($"{plant.Name.Zh}（{plant.Code}）", $"{plant.Name.En} ({plant.Code})")
        : plant.Name;

    private static Bilingual Fictitious(Bilingual name, CertificateContent content) =>
        content.Demo ? new Bilingual(name.Zh + "（虚构）", name.En + " (fictitious)") : name;

    private static CertificateTone Tone(string verdict) => verdict switch
    {
        nameof(Verdict.Pass) => CertificateTone.Pass,
        nameof(Verdict.Fail) => CertificateTone.Fail,
        _ => CertificateTone.Open,
    };

    private static string SpeciesZh(string latin) => latin == "Apis cerana" ? "中华蜜蜂" : "西方蜜蜂";

    private static decimal Share(string share) => decimal.Parse(share, CultureInfo.InvariantCulture);

    private static string Percent(string share) => Numerals.Proportion((double)Share(share));

    private static string Interval(PassRateBounds b) => Numerals.Interval((double)Share(b.LowerTwoSided), (double)Share(b.UpperTwoSided));

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    private static Bilingual Same(string text) => new(text, text);
}
