using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Pdf;
using QRCoder;

namespace BeeTrace.Web.Certificates;

/// <summary>The typography of the house's papers: one typeface, hairlines, Chinese first and English under it in grey.</summary>
internal sealed class PaperStyle
{
    /// <summary>SHA-256 of the typeface that the certificates are set in; another file could draw other characters.</summary>
    internal const string RegularSha256 = "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16";

    /// <summary>SHA-256 of its bold companion.</summary>
    internal const string BoldSha256 = "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96";

    /// <summary>A4 between its margins, in points.</summary>
    internal const double LineWidth = 595.28 - (2 * Side);

    internal const double Side = 45;
    internal const double ColumnGap = 14;
    internal const string Chinese = "zh-CN";
    internal const string English = "en";

    internal static readonly Colour Ink = Colour.Of(0x211B11);
    internal static readonly Colour Muted = Colour.Of(0x6A6150);
    internal static readonly Colour Hairline = Colour.Of(0xE6DECD);
    internal static readonly Colour StrongLine = Colour.Of(0xCFC4AD);
    internal static readonly Colour Honey = Colour.Of(0x9A5B00);
    internal static readonly Colour PassGreen = Colour.Of(0x1C6A38);
    internal static readonly Colour FailRed = Colour.Of(0xA1251A);
    internal static readonly Colour OpenSlate = Colour.Of(0x44546A);

    private readonly TrueTypeFont _regular;
    private readonly TrueTypeFont _bold;

    internal PaperStyle(TrueTypeFont regular, TrueTypeFont bold)
    {
        _regular = regular;
        _bold = bold;
    }

    /// <summary>Loads the typeface that the build puts beside the program, in <c>fonts/</c>.</summary>
    /// <exception cref="InvalidDataException">A font file is not the one this version was made with.</exception>
    internal static PaperStyle Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fonts");
        return new(
            LoadFont(Path.Combine(folder, "NotoSansSC-Regular.ttf"), RegularSha256),
            LoadFont(Path.Combine(folder, "NotoSansSC-Bold.ttf"), BoldSha256));
    }

    /// <summary>The first character of a text that the typeface does not draw, or null when it draws all.</summary>
    internal Rune? FirstUnprintable(string text) => PrintableText.FirstUnprintable(text, _regular);

    /// <summary>What is on record as somebody wrote it; on paper a character that the typeface does not draw is a box.</summary>
    internal string Printable(string text)
    {
        while (FirstUnprintable(text) is { } rune)
            text = text.Replace(rune.ToString(), "□", StringComparison.Ordinal);
        return text;
    }

    /// <inheritdoc cref="Printable(string)"/>
    internal Bilingual Printable(Bilingual text) => new(Printable(text.Zh), Printable(text.En));

    /// <summary>A fact too long for the grid, such as the numbers of all underlying reports, stands by itself and may run over pages.</summary>
    internal static bool IsLong(CertificateFact fact) => fact.Value.Zh.Length > 120 || fact.Value.En.Length > 240;

    internal void AddLines(FlowLayout flow, Bilingual text)
    {
        var lines = Lines(text, 8.6, 8);
        for (int i = 0; i < lines.Length; i++)
            flow.Add(lines[i], keepWithNext: i + 1 < lines.Length);
    }

    internal static void AddFramed(FlowLayout flow, Block block)
    {
        flow.Space(18);
        flow.Add(new Rule(0.75, StrongLine), keepWithNext: true);
        flow.Space(13);
        flow.Add(block, keepWithNext: true);
        flow.Space(13);
        flow.Add(new Rule(0.75, StrongLine));
    }

    internal KeyValue Fact(CertificateFact fact) => new(
        Mixed(fact.Label, Regular(7.9, Muted), InEnglish(7.9)),
        new Stack(Lines(fact.Value, 9.75, 9)));

    internal Row Conclusion(CertificateConclusion conclusion) => new(
        new RowCell(
            new Stack(Lines(
                conclusion.Word,
                Bold(20, ColourOf(conclusion.Tone)) with { LineHeight = 1.3 },
                Bold(10, ColourOf(conclusion.Tone)) with { Language = English })),
            CellWidth.Fixed(122)) { VerticalAlignment = VerticalAlignment.Middle },
        new RowCell(
            new Stack(Lines(conclusion.Sentence, Bold(11), InEnglish(9))),
            CellWidth.Shared()) { VerticalAlignment = VerticalAlignment.Middle })
    { Gap = 24 };

    internal Table Results(CertificateTable table) => new(
        [.. table.Columns.Select(column => new TableColumn(
            Heading(column.Heading),
            column.IsNumber ? Alignment.Right : Alignment.Left,
            column.Share * (LineWidth - (ColumnGap * (table.Columns.Count - 1)))))],
        [.. table.Rows.Select(IReadOnlyList<Block> (row) => [.. row.Select(Cell)])],
        new TableStyle(StrongLine, Hairline, Thickness: 0.6, Padding: 3.6, Gap: ColumnGap))
    {
        Caption = Caption(table.Caption),
    };

    /// <summary>The heading of a part of the paper.</summary>
    internal Block Caption(Bilingual text) => text.Zh == text.En
        ? Text(text.Zh, Bold(9.4))
        : new Pair(Text(text.Zh, Bold(9.4)), Text(text.En, InEnglish(9)));

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

    /// <summary>Chinese, and English under it unless both are the same.</summary>
    internal Block[] Lines(Bilingual text, double size, double englishSize) => Lines(text, Regular(size), InEnglish(englishSize));

    /// <inheritdoc cref="Lines(Bilingual, double, double)"/>
    internal static Block[] Lines(Bilingual text, TextStyle chinese, TextStyle english) => text.Zh == text.En
        ? [Text(text.Zh, chinese)]
        : [Text(text.Zh, chinese), Text(text.En, english)];

    /// <summary>Chinese and English on one line.</summary>
    internal static Paragraph Mixed(Bilingual text, TextStyle chinese, TextStyle english) => text.Zh == text.En || text.En.Length == 0
        ? Text(text.Zh, chinese)
        : new Paragraph(new Span(text.Zh, chinese), new Span(" ", chinese), new Span(text.En, english));

    internal static Paragraph Text(string text, TextStyle style) => new(new Span(text, style));

    internal TextStyle Regular(double size, Colour? colour = null) => new(_regular, size, colour ?? Ink);

    internal TextStyle Bold(double size, Colour? colour = null) => new(_bold, size, colour ?? Ink);

    internal TextStyle InEnglish(double size) => new(_regular, size, Muted, English);

    /// <summary>A QR code. The white around it is its quiet zone (nothing is drawn there), so that the dark modules stand flush with the margin.</summary>
    internal static Drawing Qr(string address, double side)
    {
        const int quietZone = 4; // ISO/IEC 18004: four modules on every side; QRCoder's matrix brings them along.
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var size = rows.Count - (2 * quietZone);
        return new Drawing(side, $"QR: {address}", (page, box) => page.Modules(box, size, (row, column) => rows[row + quietZone][column + quietZone], Ink)) { Width = side };
    }

    internal static Colour ColourOf(CertificateTone tone) => tone switch
    {
        CertificateTone.Pass => PassGreen,
        CertificateTone.Fail => FailRed,
        CertificateTone.Open => OpenSlate,
        _ => Ink,
    };

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Lets a long code end its lines after every group, without a visible mark.</summary>
    internal static string Breakable(string code, int group) => string.Join('\u200B', code.Chunk(group).Select(chunk => new string(chunk)));

    private static TrueTypeFont LoadFont(string path, string sha256)
    {
        byte[] file = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA256.HashData(file)) != sha256)
            throw new InvalidDataException($"{path} is not the typeface this version was made with: run `npm ci --ignore-scripts` in src/BeeTrace.Web and build again.");
        return TrueTypeFont.Load(file);
    }
}
