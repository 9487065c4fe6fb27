using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Pdf;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;
using ZXing.OneD;
using static BeeTrace.Web.Certificates.PaperStyle;

namespace BeeTrace.Web.Reports;

/// <summary>A sampling record on A4 for those who sign it by hand, and the labels of its portions. One instance serves all threads.</summary>
public sealed class SamplingPaper
{
    /// <summary>A label of 70 × 40 mm, in points.</summary>
    private const double LabelWidth = 198.43;
    private const double LabelHeight = 113.39;

    /// <summary>The narrowest bar of the Code 128, in points: 0.25 mm, which hand scanners read (ISO/IEC 15417 leaves it to the application).</summary>
    private const double Bar = 0.71;

    private const double LabelQr = 56;

    private readonly PaperStyle _style;

    internal SamplingPaper(PaperStyle style) => _style = style;

    /// <summary>The sampling record with its chain of custody so far.</summary>
    /// <param name="sheet">A sample with its record.</param>
    /// <param name="address">Where the sample's page stands, for the QR code.</param>
    /// <param name="note">A sentence below the signatures, such as that the data is invented; null for none.</param>
    /// <exception cref="InvalidOperationException">The sample has no record.</exception>
    public byte[] Record(SampledSheet sheet, string address, Bilingual? note = null)
    {
        var record = sheet.Record ?? throw new InvalidOperationException("The sample has no sampling record.");
        var code = sheet.Sample.Code.ToString();
        var pdf = new PdfDocument(new DocumentProperties($"{SamplingText.Record.Zh} {SamplingText.Record.En} {code}", Chinese, record.RecordedAt)
        {
            Subject = code, Producer = "蜂迹 BeeTrace",
        });
        var flow = new FlowLayout(pdf, PageSetup.A4(side: Side, top: 42, topOfNextPages: 60, bottom: 62) with
        {
            Foot = number => Foot(code, number), FootRise = 46,
        });
        flow.Add(new Row(
            new RowCell(
                new Stack(
                    Text(SamplingText.Record.Zh, _style.Bold(20, Honey) with { LineHeight = 1.35 }) with { Tag = "H1" },
                    Text(SamplingText.Record.En, _style.Bold(12, Honey) with { Language = English }),
                    Text(code, _style.Bold(11.5))) { Gap = 3 },
                CellWidth.Shared()),
            new RowCell(Qr(address, 78), CellWidth.Fixed(84)) { Alignment = Alignment.Right }) { Gap = 24 });
        foreach (var group in SamplingFacts.Of(sheet))
        {
            if (group.Facts.Count == 0)
                continue;
            flow.Space(14);
            flow.Add(_style.Caption(group.Caption), keepWithNext: true);
            flow.Space(4);
            flow.Add(new KeyValueGrid([.. group.Facts.Select(Fact)]) { Columns = 3, RowGap = 7 });
        }

        flow.Space(34);
        flow.Add(new Row([.. new[] { SamplingText.FirstSampler, SamplingText.Second, SamplingPaperText.PartySign }.Select(SignHere)]) { Gap = 20 });
        flow.Space(8);
        _style.AddLines(flow, SamplingPaperText.Copies);
        if (note is { } said)
            _style.AddLines(flow, said);
        flow.Space(16);
        flow.Add(Custody(sheet));
        flow.Finish();
        return PdfFile.Write(pdf);
    }

    /// <summary>A label for each portion, or one for the bench with nothing but the blind number.</summary>
    /// <param name="labels">What stands on each, one label a page.</param>
    public byte[] Labels(IReadOnlyList<SampleLabel> labels)
    {
        var pdf = new PdfDocument(new DocumentProperties($"{SamplingPaperText.Labels.Zh} {SamplingPaperText.Labels.En}", Chinese, labels[0].MadeAt) { Producer = "蜂迹 BeeTrace" });
        var flow = new FlowLayout(pdf, new PageSetup(LabelWidth, LabelHeight, 8, 8, 8, 8, 4));
        // A label fills more than half of its page, so that each begins a page of its own.
        foreach (var label in labels)
            flow.Add(Label(label));

        flow.Finish();
        return PdfFile.Write(pdf);
    }

    /// <summary>The modules of a Code 128 symbol (ISO/IEC 15417), true for a bar; without its quiet zones.</summary>
    internal static bool[] Code128(string text) => new Code128Writer().encode(text);

    private Stack Label(SampleLabel label) => new(
        new Row(
            new RowCell(
                new Stack(
                    Text(label.Code, _style.Bold(11.5)),
                    Text(label.Title.Zh, _style.Bold(8)),
                    Text(label.Title.En, _style.InEnglish(7)),
                    Text(label.Line, _style.Regular(7))) { Gap = 1.5 },
                CellWidth.Shared()),
            new RowCell(Qr(label.Address, LabelQr), CellWidth.Fixed(LabelQr)) { Alignment = Alignment.Right }) { Gap = 6 },
        Bars(label.Code))
    { Gap = 5 };

    private static Drawing Bars(string code)
    {
        var bars = Code128(code);
        return new Drawing(30, $"Code 128: {code}", (page, box) =>
        {
            for (var from = 0; from < bars.Length; from++)
            {
                if (!bars[from])
                    continue;
                var to = from;
                while (to + 1 < bars.Length && bars[to + 1])
                    to++;
                page.Rectangle(box with { X = box.X + (from * Bar), Width = (to - from + 1) * Bar }, Ink);
                from = to;
            }
        }) { Width = bars.Length * Bar };
    }

    private Pdf.KeyValue Fact(SamplingFact fact) =>
        new(Mixed(fact.Label, _style.Regular(7.6, Muted), _style.InEnglish(7.6)), new Stack(_style.Lines(_style.Printable(fact.Value), 9, 8.4)));

    private Table Custody(SampledSheet sheet) => new(
        [.. new[] { SamplingText.At, SamplingText.Portion, SamplingText.StepHead, SamplingText.FromTo, SamplingText.SealHead, SamplingText.SignedBy }.Select(head => new TableColumn(Head(head)))],
        [.. sheet.Custody.Select(IReadOnlyList<Block> (step) =>
        [
            Cell(Days.Moment(step.At)), Cell(SamplingText.Of(step.Portion)), Cell(SamplingText.Of(step.Step)), Cell($"{step.From ?? "–"} → {step.To}"), Cell(step.SealAfter ?? "–"),
            Cell(sheet.People.GetValueOrDefault(step.SignedBy, "–")),
        ])],
        new TableStyle(StrongLine, Hairline, Thickness: 0.6, Padding: 3.6, Gap: 10))
    {
        Caption = _style.Caption(SamplingText.Custody),
    };

    private Stack Head(Bilingual text) => new(Text(text.Zh, _style.Bold(8, Muted)), Text(text.En, _style.InEnglish(7.4)));

    private Stack Cell(Bilingual text) => new(_style.Lines(text, 8.6, 7.8));

    private Paragraph Cell(string text) => Text(_style.Printable(text), _style.Regular(8.6));

    private RowCell SignHere(Bilingual who) => new(new Stack(new Rule(0.6, StrongLine), Mixed(who, _style.Regular(7.9, Muted), _style.InEnglish(7.9))) { Gap = 4 }, CellWidth.Shared());

    private Stack Foot(string code, PageNumber number) => new(
        new Rule(0.75, StrongLine),
        new Row(
            new RowCell(Text($"蜂迹 BeeTrace · {code}", _style.Regular(7.9, Muted)), CellWidth.Shared()),
            new RowCell(Mixed(new Bilingual(number.InChinese, number.InEnglish), _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Fixed(170)) { Alignment = Alignment.Right }))
    { Gap = 5 };
}

/// <summary>What stands on a label.</summary>
/// <param name="Code">The number under which the portion goes, also as Code 128.</param>
/// <param name="Title">Portion and product.</param>
/// <param name="Line">One more line: the day, the seal.</param>
/// <param name="Address">Where its page stands, as QR code.</param>
/// <param name="MadeAt">When the sample was recorded, so that the same label has the same bytes.</param>
public sealed record SampleLabel(string Code, Bilingual Title, string Line, string Address, DateTimeOffset MadeAt);

/// <summary>Words that stand on these papers alone.</summary>
internal static class SamplingPaperText
{
    public static Bilingual Labels => new("样品标签", "Sample labels");
    public static Bilingual PartySign => new("被抽样单位（签字或盖章）", "Sampled party (signature or stamp)");
    public static Bilingual Copies => new("一式两份：检测中心、被抽样单位各执一份。", "Two copies: one for the laboratory, one for the sampled party.");
    public static Bilingual ForBench => new("盲样", "For the bench");
}
