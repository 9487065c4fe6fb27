using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Reports;
using BeeTrace.Pdf;
using BeeTrace.Web.Certificates;
using static BeeTrace.Web.Certificates.PaperStyle;

namespace BeeTrace.Web.Reports;

/// <summary>
/// Draws a <see cref="ReportDocument"/> on A4: number and "page x of y" on every page, a clear end. It bears no mark and no seal, neither drawn
/// nor imitated. One instance serves all threads.
/// </summary>
public sealed class ReportPaper
{
    private readonly PaperStyle _style;

    internal ReportPaper(PaperStyle style) => _style = style;

    /// <summary>The first character of a text that the paper cannot show, or null when it can show all.</summary>
    public Rune? FirstUnprintable(string text) => _style.FirstUnprintable(text);

    /// <summary>The report as a PDF; the same document gives the same bytes.</summary>
    /// <exception cref="UnprintableCharacterException">A text holds a character that the typeface does not draw; see <see cref="FirstUnprintable"/>.</exception>
    /// <exception cref="InvalidOperationException">The report has no day of issue.</exception>
    public byte[] Render(ReportDocument report)
    {
        var issuedOn = report.IssuedOn ?? throw new InvalidOperationException("Only an issued report is put on paper.");
        var pdf = new PdfDocument(new DocumentProperties(
            $"{Joined(report.Title)} {report.Number}",
            report.Languages == ReportLanguages.English ? English : Chinese,
            new DateTimeOffset(issuedOn, TimeOnly.MinValue, TimeSpan.FromHours(8)))
        {
            Author = Joined(report.Laboratory),
            Subject = report.Number,
            Producer = "蜂迹 BeeTrace",
        });
        pdf.Attach(new Attachment("report.json", "application/json", report.ContentJson, Joined(report.Say(new("报告内容", "Content of the report")))));

        var flow = new FlowLayout(pdf, PageSetup.A4(side: Side, top: 42, topOfNextPages: 84, bottom: 62) with
        {
            Head = number => number.Page == 1 ? null : RunningHead(report),
            HeadTop = 42,
            Foot = number => Foot(report, number),
            FootRise = 46,
        });
        Fill(flow, report, issuedOn);
        flow.Finish();
        return PdfFile.Write(pdf);
    }

    private void Fill(FlowLayout flow, ReportDocument report, DateOnly issuedOn)
    {
        flow.Add(Letterhead(report, issuedOn));
        flow.Space(10);
        flow.Add(new Rule(0.75, StrongLine));
        flow.Space(18);
        flow.Add(Title(report));
        if (report.Replaces is { } replaces)
        {
            flow.Space(8);
            _style.AddLines(flow, replaces);
        }

        foreach (var section in report.Sections)
            AddSection(flow, section);
        AddFramed(flow, _style.Conclusion(report.Conclusion));
        foreach (var table in report.Tables)
        {
            flow.Space(18);
            flow.Add(_style.Results(table));
        }

        flow.Space(14);
        foreach (var statement in report.Statements)
        {
            _style.AddLines(flow, statement);
            flow.Space(5);
        }

        flow.Space(10);
        flow.Add(Signatures(report), keepWithNext: true);
        flow.Space(10);
        flow.Add(Mixed(report.Say(ReportPaperText.End), _style.Regular(7.9, Muted), _style.InEnglish(7.9)) with { Alignment = Alignment.Centre });
    }

    private void AddSection(FlowLayout flow, ReportSection section)
    {
        flow.Space(14);
        flow.Add(_style.Caption(section.Caption), keepWithNext: true);
        flow.Space(4);
        flow.Add(new KeyValueGrid([.. section.Facts.Where(fact => !IsLong(fact)).Select(_style.Fact)]));
        foreach (var fact in section.Facts.Where(IsLong))
        {
            flow.Space(7);
            flow.Add(Mixed(fact.Label, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), keepWithNext: true);
            _style.AddLines(flow, fact.Value);
        }
    }

    private Row Letterhead(ReportDocument report, DateOnly issuedOn) => new(
        new RowCell(new Stack(Lines(report.Laboratory, _style.Bold(9.8), _style.InEnglish(9))), CellWidth.Shared()),
        new RowCell(
            new Stack(
                Text(report.Number, _style.Bold(11.5)),
                Mixed(report.Say(new($"签发 {Day(issuedOn)}", $"Issued {Day(issuedOn)}")), _style.Regular(9, Muted), _style.InEnglish(9))),
            CellWidth.Fixed(210))
        { Alignment = Alignment.Right })
    { Gap = 20 };

    private Stack Title(ReportDocument report)
    {
        var chinese = Text(report.Title.Zh, _style.Bold(20, Honey) with { LineHeight = 1.35 }) with { Tag = "H1" };
        return report.Title.Zh == report.Title.En
            ? new Stack(chinese)
            : new Stack(chinese, Text(report.Title.En, _style.Bold(12, Honey) with { Language = English }));
    }

    private Row Signatures(ReportDocument report) => new([.. report.Signatures.Select(Signature)]) { Gap = 20 };

    private RowCell Signature(ReportSigned signed) => new(
        new Stack(
            new Rule(0.6, StrongLine),
            new Stack(
                Mixed(signed.As, _style.Regular(7.9, Muted), _style.InEnglish(7.9)),
                Text(signed.Name ?? "–", _style.Bold(9)),
                Text(signed.On ?? "–", _style.Regular(8.4)))) { Gap = 4 },
        CellWidth.Shared());

    private Stack RunningHead(ReportDocument report) => new(
        new Row(
            new RowCell(Mixed(report.Title, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Shared()),
            new RowCell(Text(report.Number, _style.Bold(7.9, Muted)), CellWidth.Fixed(120)) { Alignment = Alignment.Right }),
        new Rule(0.75, StrongLine))
    { Gap = 5 };

    private Stack Foot(ReportDocument report, PageNumber number)
    {
        var hash = report.ContentSha256;
        var page = report.Say(new(number.InChinese, number.InEnglish));
        return new Stack(
            new Rule(0.75, StrongLine),
            new Row(
                new RowCell(Text($"蜂迹 BeeTrace · {report.Number} · SHA-256 {hash[..4]}…{hash[^4..]}", _style.Regular(7.9, Muted)), CellWidth.Shared()),
                new RowCell(Mixed(page, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Fixed(170)) { Alignment = Alignment.Right }))
        { Gap = 5 };
    }

    private static string Joined(Bilingual text) => text.Zh == text.En ? text.Zh : $"{text.Zh} {text.En}";
}
