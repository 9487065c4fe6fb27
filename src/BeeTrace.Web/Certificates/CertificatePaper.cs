using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Pdf;
using QRCoder;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// Draws a <see cref="CertificateDocument"/> on A4: one typographic table, hairlines, Chinese first and English under it
/// in grey. It bears no CMA or CNAS mark and no seal, and no percentage without its count and bounds. One instance
/// serves all threads.
/// </summary>
public sealed class CertificatePaper
{
    /// <summary>SHA-256 of the typeface that the certificates are set in; another file could draw other characters.</summary>
    public const string RegularSha256 = "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16";

    /// <summary>SHA-256 of its bold companion.</summary>
    public const string BoldSha256 = "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96";

    /// <summary>A4 between its margins, in points.</summary>
    private const double LineWidth = 595.28 - (2 * Side);

    private const double Side = 45;
    private const double ColumnGap = 14;
    private const string Chinese = "zh-CN";
    private const string English = "en";

    private static readonly Colour Ink = Colour.Of(0x211B11);
    private static readonly Colour Muted = Colour.Of(0x6A6150);
    private static readonly Colour Hairline = Colour.Of(0xE6DECD);
    private static readonly Colour StrongLine = Colour.Of(0xCFC4AD);
    private static readonly Colour Honey = Colour.Of(0x9A5B00);
    private static readonly Colour PassGreen = Colour.Of(0x1C6A38);
    private static readonly Colour FailRed = Colour.Of(0xA1251A);
    private static readonly Colour OpenSlate = Colour.Of(0x44546A);

    private readonly TrueTypeFont _regular;
    private readonly TrueTypeFont _bold;

    public CertificatePaper(TrueTypeFont regular, TrueTypeFont bold)
    {
        _regular = regular;
        _bold = bold;
    }

    /// <summary>Loads the typeface that the build puts beside the program, in <c>fonts/</c>.</summary>
    /// <exception cref="InvalidDataException">A font file is not the one this version was made with.</exception>
    public static CertificatePaper Load() => Load(Path.Combine(AppContext.BaseDirectory, "fonts"));

    /// <inheritdoc cref="Load()"/>
    public static CertificatePaper Load(string fontFolder) => new(
        LoadFont(Path.Combine(fontFolder, "NotoSansSC-Regular.ttf"), RegularSha256),
        LoadFont(Path.Combine(fontFolder, "NotoSansSC-Bold.ttf"), BoldSha256));

    /// <summary>
    /// The first character of a text that the paper cannot show, or null when it can show all. Forms ask this before a
    /// name is kept that no certificate could bear.
    /// </summary>
    public Rune? FirstUnprintable(string text) => PrintableText.FirstUnprintable(text, _regular);

    /// <summary>The certificate as a PDF; the same document gives the same bytes.</summary>
    /// <exception cref="UnprintableCharacterException">A text holds a character that the typeface does not draw; see <see cref="FirstUnprintable"/>.</exception>
    public byte[] Render(CertificateDocument certificate)
    {
        var pdf = new PdfDocument(new DocumentProperties(
            $"{certificate.Title.Zh} {certificate.Title.En} {certificate.Number}",
            Chinese,
            new DateTimeOffset(certificate.IssuedOn, TimeOnly.MinValue, TimeSpan.FromHours(8)))
        {
            Author = $"{certificate.Issuer.Zh} {certificate.Issuer.En}",
            Subject = certificate.CheckAddress,
            Producer = "蜂迹 BeeTrace",
        });
        pdf.Attach(new Attachment("certificate.json", "application/json", certificate.ContentJson, "证书内容 Content of the certificate"));

        var flow = new FlowLayout(pdf, PageSetup.A4(side: Side, top: 42, topOfNextPages: 84, bottom: 62) with
        {
            Head = number => number.Page == 1 ? null : RunningHead(certificate),
            HeadTop = 42,
            Foot = number => Foot(certificate, number),
            FootRise = 46,
        });
        Fill(flow, certificate);
        flow.Finish();
        return PdfFile.Write(pdf);
    }

    private static TrueTypeFont LoadFont(string path, string sha256)
    {
        byte[] file = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(file)) != sha256)
            throw new InvalidDataException($"{path} is not the typeface this version was made with: run `npm ci --ignore-scripts` in src/BeeTrace.Web and build again.");
        return TrueTypeFont.Load(file);
    }

    private void Fill(FlowLayout flow, CertificateDocument certificate)
    {
        flow.Add(Letterhead(certificate));
        flow.Space(10);
        flow.Add(new Rule(0.75, StrongLine));
        flow.Space(20);
        flow.Add(TitleAndCode(certificate));
        flow.Space(14);
        flow.Add(new KeyValueGrid([.. certificate.Facts.Where(fact => !IsLong(fact)).Select(Fact)]));

        if (certificate.PassRate is { } passRate)
            AddFramed(flow, PassRate(passRate));
        if (certificate.Conclusion is { } conclusion)
            AddFramed(flow, Conclusion(conclusion));

        foreach (var table in certificate.Tables)
        {
            flow.Space(18);
            flow.Add(Results(table));
        }

        foreach (var fact in certificate.Facts.Where(IsLong))
        {
            flow.Space(16);
            flow.Add(new Pair(Text(fact.Label.Zh, Bold(9.4)), Text(fact.Label.En, InEnglish(9))), keepWithNext: true);
            AddLines(flow, fact.Value);
        }

        flow.Space(14);
        foreach (var statement in certificate.Statements)
        {
            AddLines(flow, statement);
            flow.Space(5);
        }

        flow.Space(8);
        flow.Add(Signature(certificate), keepWithNext: true);
        flow.Space(8);
        flow.Add(Mixed(new Bilingual("以下空白", "End of certificate"), Regular(7.9, Muted), InEnglish(7.9)) with { Alignment = Alignment.Centre });
    }

    /// <summary>A fact too long for the grid, such as the numbers of all underlying reports, stands by itself and may run over pages.</summary>
    private static bool IsLong(CertificateFact fact) => fact.Value.Zh.Length > 120 || fact.Value.En.Length > 240;

    private void AddLines(FlowLayout flow, Bilingual text)
    {
        var lines = Lines(text, 8.6, 8);
        for (int i = 0; i < lines.Length; i++)
            flow.Add(lines[i], keepWithNext: i + 1 < lines.Length);
    }

    private static void AddFramed(FlowLayout flow, Block block)
    {
        flow.Space(18);
        flow.Add(new Rule(0.75, StrongLine), keepWithNext: true);
        flow.Space(13);
        flow.Add(block, keepWithNext: true);
        flow.Space(13);
        flow.Add(new Rule(0.75, StrongLine));
    }

    private Row Letterhead(CertificateDocument certificate) => new(
        new RowCell(new Stack(Text(certificate.Issuer.Zh, Bold(9.8)), Text(certificate.Issuer.En, InEnglish(9))), CellWidth.Shared()),
        new RowCell(
            new Stack(
                Text(certificate.Number, Bold(11.5)),
                Mixed(new Bilingual("签发", $"Issued {Day(certificate.IssuedOn)}"), Regular(9, Muted), InEnglish(9))),
            CellWidth.Fixed(190))
        { Alignment = Alignment.Right })
    { Gap = 20 };

    private Row TitleAndCode(CertificateDocument certificate) => new(
        new RowCell(
            new Stack(
                Text(certificate.Title.Zh, Bold(20, Honey) with { LineHeight = 1.35 }) with { Tag = "H1" },
                Text(certificate.Title.En, Bold(12, Honey) with { Language = English })),
            CellWidth.Shared()),
        new RowCell(
            Code(certificate.CheckAddress),
            CellWidth.Fixed(84)) { Alignment = Alignment.Right })
    { Gap = 24 };

    /// <summary>The QR code. The white around it is its quiet zone (nothing is drawn there), so that the dark modules stand flush with the margin.</summary>
    private static Drawing Code(string address)
    {
        const double side = 78;
        const int quietZone = 4; // ISO/IEC 18004: four modules on every side; QRCoder's matrix brings them along.
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        int size = rows.Count - 2 * quietZone;
        return new Drawing(side, $"QR: {address}", (page, box) =>
            page.Modules(box, size, (row, column) => rows[row + quietZone][column + quietZone], Ink)) { Width = side };
    }

    private KeyValue Fact(CertificateFact fact) => new(
        Mixed(fact.Label, Regular(7.9, Muted), InEnglish(7.9)),
        new Stack(Lines(fact.Value, 9.75, 9)));

    private Row PassRate(PassRateStatement statement)
    {
        var evidence = new List<Block>
        {
            Text(statement.Sentence.Zh, Bold(11)),
            Text(statement.Sentence.En, InEnglish(9)),
        };
        if (statement is { Interval: { } interval, Judged: > 0 })
            evidence.Add(IntervalPicture(statement, interval));
        return new Row(
            new RowCell(
                new Stack(
                    new Paragraph(
                        new Span(Number(statement.Passed), Bold(31) with { LineHeight = 1.2 }),
                        new Span($" / {Number(statement.Judged)}", Bold(13))),
                    Mixed(new Bilingual("批次合格", "batches passed"), Regular(9), InEnglish(9)),
                    Mixed(
                        new Bilingual($"抽取 {Number(statement.Drawn)}，未定 {Number(statement.Inconclusive)}", ""),
                        Regular(7.9, Muted),
                        InEnglish(7.9)),
                    Text($"{Number(statement.Drawn)} drawn, {Number(statement.Inconclusive)} inconclusive", InEnglish(7.9))),
                CellWidth.Fixed(122)) { VerticalAlignment = VerticalAlignment.Middle },
            new RowCell(new Stack(evidence), CellWidth.Shared()) { VerticalAlignment = VerticalAlignment.Middle })
        { Gap = 24 };
    }

    /// <summary>The rate of the sample as a dot on its interval; the axis begins at 90, 80, 50 or 0 %, below the interval.</summary>
    private Drawing IntervalPicture(PassRateStatement statement, PassRateInterval interval)
    {
        decimal axisStart = interval.LowerTwoSided switch { >= 0.9m => 0.9m, >= 0.8m => 0.8m, >= 0.5m => 0.5m, _ => 0m };
        decimal rate = (decimal)statement.Passed / statement.Judged;
        string range = $"{Percent(interval.LowerTwoSided)} – {Percent(interval.UpperTwoSided)} %";
        string words = $"{Number(statement.Passed)} of {Number(statement.Judged)} judged batches passed; exact two-sided 95 % interval {range}; "
            + $"exact one-sided lower bound {Percent(interval.LowerOneSided)} %.";
        return new Drawing(58, words, (page, box) =>
        {
            double left = box.X + 3, right = box.Right - 3;
            double At(decimal share) => left + (right - left) * (double)((share - axisStart) / (1 - axisStart));
            double interval1 = At(interval.LowerTwoSided), interval2 = At(interval.UpperTwoSided);
            double line = box.Y + 22, axis = box.Y + 30;
            var label = Regular(7.5, Muted);

            page.Text(Math.Min((interval1 + interval2) / 2, right - 30), line - 8, range, Bold(8, PassGreen), Alignment.Centre);
            page.Line(interval1, line, interval2, line, 2.25, PassGreen);
            page.Line(interval1, line - 4.5, interval1, line + 4.5, 1.5, PassGreen);
            if (interval.UpperTwoSided < 1)
                page.Line(interval2, line - 4.5, interval2, line + 4.5, 1.5, PassGreen);
            page.Circle(At(rate), line, 3.75, PassGreen);

            page.Line(left, axis, right, axis, 0.75, StrongLine);
            foreach (decimal tick in (ReadOnlySpan<decimal>)[axisStart, (1 + axisStart) / 2, 1])
                page.Line(At(tick), axis, At(tick), axis + 3, 0.75, StrongLine);
            page.Text(left - 3, axis + 11, $"{Percent(axisStart)} %", label);
            page.Text((left + right) / 2, axis + 11, $"{Percent((1 + axisStart) / 2)} %", label, Alignment.Centre);
            page.Text(right + 3, axis + 11, "100 %", label, Alignment.Right);
            double x = box.X;
            x += page.Text(x, axis + 24, "圆点：样本；线段：双侧 95 % 置信区间 ", Regular(7.2, Muted));
            page.Text(x + 3, axis + 24, "dot: the sample; line: two-sided 95 % interval", InEnglish(7.2));
        });
    }

    private Row Conclusion(CertificateConclusion conclusion) => new(
        new RowCell(
            new Stack(
                Text(conclusion.Word.Zh, Bold(20, ColourOf(conclusion.Tone)) with { LineHeight = 1.3 }),
                Text(conclusion.Word.En, Bold(10, ColourOf(conclusion.Tone)) with { Language = English })),
            CellWidth.Fixed(122)) { VerticalAlignment = VerticalAlignment.Middle },
        new RowCell(
            new Stack(Text(conclusion.Sentence.Zh, Bold(11)), Text(conclusion.Sentence.En, InEnglish(9))),
            CellWidth.Shared()) { VerticalAlignment = VerticalAlignment.Middle })
    { Gap = 24 };

    private Table Results(CertificateTable table) => new(
        [.. table.Columns.Select(column => new TableColumn(
            Heading(column.Heading),
            column.IsNumber ? Alignment.Right : Alignment.Left,
            column.Share * (LineWidth - (ColumnGap * (table.Columns.Count - 1)))))],
        [.. table.Rows.Select(IReadOnlyList<Block> (row) => [.. row.Select(Cell)])],
        new TableStyle(StrongLine, Hairline, Thickness: 0.6, Padding: 3.6, Gap: ColumnGap))
    {
        Caption = new Pair(Text(table.Caption.Zh, Bold(9.4)), Text(table.Caption.En, InEnglish(9))),
    };

    private Block Heading(Bilingual heading) => heading.Zh == heading.En
        ? Text(heading.Zh, Bold(8.2, Muted) with { LineHeight = 1.35 })
        : new Stack(
            Text(heading.Zh, Bold(8.2, Muted) with { LineHeight = 1.35 }),
            Text(heading.En, InEnglish(7.5) with { LineHeight = 1.35 }));

    private Block Cell(CertificateCell cell)
    {
        var style = cell.Tone == CertificateTone.Plain ? Regular(9) : Bold(9, ColourOf(cell.Tone));
        var first = Text(cell.Text.Zh, style with { LineHeight = 1.4 });
        return cell.Text.Zh == cell.Text.En ? first : new Pair(first, Text(cell.Text.En, InEnglish(8) with { LineHeight = 1.4 }));
    }

    private Row Signature(CertificateDocument certificate)
    {
        return new Row(
            Column(
                1.25,
                new Bilingual("授权签字人", "Authorised signatory"),
                certificate.Signatory.Zh == certificate.Signatory.En
                    ? Text(certificate.Signatory.Zh, Bold(9))
                    : new Stack(Text(certificate.Signatory.Zh, Bold(9)), Text(certificate.Signatory.En, InEnglish(8.4)))),
            Column(1.2, new Bilingual("内容摘要", "Content SHA-256"), Text(Breakable(certificate.ContentSha256, 16), Regular(7.4))),
            Column(1.2, new Bilingual("核验", "Check: scan the code or open"), new Paragraph(new Span(certificate.CheckAddress, Regular(7.9, Honey)) { Link = certificate.CheckAddress })))
        { Gap = 20 };

        RowCell Column(double share, Bilingual label, params IReadOnlyList<Block> lines) => new(
            new Stack(
                new Rule(0.6, StrongLine),
                new Stack([Mixed(label, Regular(7.9, Muted), InEnglish(7.9)), .. lines])) { Gap = 4 },
            CellWidth.Shared(share));
    }

    private Stack RunningHead(CertificateDocument certificate) => new(
        new Row(
            new RowCell(new Pair(Text(certificate.Title.Zh, Regular(7.9, Muted)), Text(certificate.Title.En, InEnglish(7.9))), CellWidth.Shared()),
            new RowCell(Text(certificate.Number, Bold(7.9, Muted)), CellWidth.Fixed(120)) { Alignment = Alignment.Right }),
        new Rule(0.75, StrongLine))
    { Gap = 5 };

    private Stack Foot(CertificateDocument certificate, PageNumber number)
    {
        string hash = certificate.ContentSha256;
        return new Stack(
            new Rule(0.75, StrongLine),
            new Row(
                new RowCell(Text($"蜂迹 BeeTrace · {certificate.Number} · SHA-256 {hash[..4]}…{hash[^4..]}", Regular(7.9, Muted)), CellWidth.Shared()),
                new RowCell(
                    new Paragraph(new Span($"{number.InChinese} · ", Regular(7.9, Muted)), new Span(number.InEnglish, InEnglish(7.9))),
                    CellWidth.Fixed(170)) { Alignment = Alignment.Right }))
        { Gap = 5 };
    }

    /// <summary>Chinese, and English under it unless both are the same.</summary>
    private Block[] Lines(Bilingual text, double size, double englishSize) => text.Zh == text.En
        ? [Text(text.Zh, Regular(size))]
        : [Text(text.Zh, Regular(size)), Text(text.En, InEnglish(englishSize))];

    /// <summary>Chinese and English on one line.</summary>
    private static Paragraph Mixed(Bilingual text, TextStyle chinese, TextStyle english) => text.Zh == text.En || text.En.Length == 0
        ? Text(text.Zh, chinese)
        : new Paragraph(new Span(text.Zh, chinese), new Span(" ", chinese), new Span(text.En, english));

    private static Paragraph Text(string text, TextStyle style) => new(new Span(text, style));

    private TextStyle Regular(double size, Colour? colour = null) => new(_regular, size, colour ?? Ink);

    private TextStyle Bold(double size, Colour? colour = null) => new(_bold, size, colour ?? Ink);

    private TextStyle InEnglish(double size) => new(_regular, size, Muted, English);

    private static Colour ColourOf(CertificateTone tone) => tone switch
    {
        CertificateTone.Pass => PassGreen,
        CertificateTone.Fail => FailRed,
        CertificateTone.Open => OpenSlate,
        _ => Ink,
    };

    /// <summary>A share in percent with one decimal. Only an exact whole prints as 100 and only an exact nothing as 0.</summary>
    private static string Percent(decimal share)
    {
        decimal percent = Math.Round(share * 100, 1, MidpointRounding.AwayFromZero);
        if (percent == 100 && share < 1)
            percent = 99.9m;
        if (percent == 0 && share > 0)
            percent = 0.1m;
        return percent is 0 or 100 || percent == decimal.Truncate(percent) && share * 100 == percent
            ? percent.ToString("0", CultureInfo.InvariantCulture)
            : percent.ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Lets a long code end its lines after every group, without a visible mark.</summary>
    private static string Breakable(string code, int group) => string.Join('\u200B', code.Chunk(group).Select(chunk => new string(chunk)));
}
