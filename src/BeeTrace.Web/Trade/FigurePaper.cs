using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Pdf;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;
using static BeeTrace.Web.Certificates.PaperStyle;

namespace BeeTrace.Web.Trade;

/// <summary>
/// An export figure as a bilingual report on A4: the number with its share, what it stands on, its years and its parts. It bears no number and
/// no code to scan, since it is no certificate. One instance serves all threads.
/// </summary>
public sealed class FigurePaper
{
    private readonly PaperStyle _style;

    internal FigurePaper(PaperStyle style) => _style = style;

    /// <summary>The report as a PDF; the same figure printed at the same moment gives the same bytes.</summary>
    /// <param name="sheet">What it tells.</param>
    /// <param name="printedAt">The moment of printing.</param>
    /// <param name="notes">Sentences about the data as a whole, such as that it is invented.</param>
    public byte[] Render(FigureSheet sheet, DateTimeOffset printedAt, IReadOnlyList<Bilingual> notes)
    {
        var title = _style.Printable(FiguresText.ExportsOf(sheet.Figure));
        var pdf = new PdfDocument(new DocumentProperties(Joined(title), Chinese, printedAt.ToOffset(ChinaTime.Offset))
        {
            Author = Joined(_style.Printable(sheet.County)), Subject = Joined(FigureFileText.Title), Producer = "蜂迹 BeeTrace",
        });
        var printed = Day(ChinaTime.DayOf(printedAt));
        var flow = new FlowLayout(pdf, PageSetup.A4(side: Side, top: 42, topOfNextPages: 84, bottom: 62) with
        {
            Head = number => number.Page == 1 ? null : RunningHead(title, sheet.County),
            HeadTop = 42,
            Foot = number => Foot(printed, number),
            FootRise = 46,
        });
        Fill(flow, sheet, title, printed, notes);
        flow.Finish();
        return PdfFile.Write(pdf);
    }

    private void Fill(FlowLayout flow, FigureSheet sheet, Bilingual title, string printed, IReadOnlyList<Bilingual> notes)
    {
        var figure = sheet.Figure;
        flow.Add(Letterhead(sheet.County, printed));
        flow.Space(10);
        flow.Add(new Rule(0.75, StrongLine));
        flow.Space(18);
        flow.Add(new Stack(
            Text(title.Zh, _style.Bold(20, Honey) with { LineHeight = 1.35 }) with { Tag = "H1" },
            Text(title.En, _style.Bold(12, Honey) with { Language = English })));
        foreach (var note in notes)
        {
            flow.Space(8);
            _style.AddLines(flow, note);
        }

        AddFramed(flow, Number(figure));
        // The share stands beside the number.
        foreach (var (label, value) in sheet.Facts.Where(fact => fact.Label != FigureFileText.Share))
        {
            flow.Space(10);
            flow.Add(_style.Caption(label), keepWithNext: true);
            _style.AddLines(flow, _style.Printable(value));
        }

        if (Years(sheet) is { } years)
        {
            flow.Space(18);
            flow.Add(years, keepWithNext: true);
        }

        foreach (var table in Tables(sheet))
        {
            flow.Space(18);
            flow.Add(_style.Results(table));
        }

        flow.Space(14);
        foreach (var statement in sheet.Statements.Prepend(FiguresText.Rounded))
        {
            _style.AddLines(flow, statement);
            flow.Space(5);
        }

        flow.Space(8);
        flow.Add(Mixed(FigureFileText.End, _style.Regular(7.9, Muted), _style.InEnglish(7.9)) with { Alignment = Alignment.Centre });
    }

    private Row Letterhead(Bilingual county, string printed) => new(
        new RowCell(new Stack(Lines(_style.Printable(county), _style.Bold(9.8), _style.InEnglish(9))), CellWidth.Shared()),
        new RowCell(
            new Stack(
                Mixed(FigureFileText.Title, _style.Bold(11.5), _style.InEnglish(9)),
                Mixed(new(FigureFileText.PrintedOn.Zh, $"{FigureFileText.PrintedOn.En} {printed}"), _style.Regular(9, Muted), _style.InEnglish(9))),
            CellWidth.Fixed(190))
        { Alignment = Alignment.Right })
    { Gap = 20 };

    /// <summary>The number, its unit and its share; where it is withheld the word stands there.</summary>
    private Row Number(ExportFigure figure)
    {
        var unit = FiguresText.UnitOf(figure);
        Block[] number = figure.Amount is { } amount
            ? [Text(Numerals.Amount(amount, 2), _style.Bold(amount < 1_000_000 ? 27 : 17) with { LineHeight = 1.2 }), Mixed(unit, _style.Regular(9), _style.InEnglish(9))]
            : Lines(FiguresText.Withheld, _style.Bold(20) with { LineHeight = 1.3 }, _style.InEnglish(10));
        return new Row(
            new RowCell(new Stack(number), CellWidth.Fixed(150)) { VerticalAlignment = VerticalAlignment.Middle },
            new RowCell(new Stack(Lines(_style.Printable(FiguresText.ShareLine(figure)), _style.Bold(11), _style.InEnglish(9))), CellWidth.Shared()) { VerticalAlignment = VerticalAlignment.Middle })
        { Gap = 24 };
    }

    private IEnumerable<CertificateTable> Tables(FigureSheet sheet)
    {
        var figure = sheet.Figure;
        var head = FiguresText.UnitOf(figure);
        if (sheet.Years.Count > 0)
        {
            var known = sheet.ByYear.Select(y => y.Year).ToHashSet();
            yield return new CertificateTable(
                FiguresText.OverYears, [new(FiguresText.Year, Share: 0.5), new(head, IsNumber: true, Share: 0.5)],
                [.. sheet.Years.Select(y => (IReadOnlyList<CertificateCell>)[
                    y.Year.ToString(CultureInfo.InvariantCulture), known.Contains(y.Year) ? FigureSheet.Say(y.Amount) : FigureFileText.NotRecorded])]);
        }

        (Bilingual Caption, Bilingual Head, IReadOnlyList<FigureLine> Lines)[] parts =
        [
            (FiguresText.ByProduct, FiguresText.Product, figure.ByProduct), (FiguresText.ByDestination, FiguresText.Destination, figure.ByDestination), (FiguresText.ByMonth, FiguresText.Month, figure.ByMonth),
        ];
        foreach (var (caption, of, lines) in parts.Where(p => p.Lines.Count > 0))
        {
            var hasPrices = lines.Any(l => l.UsdPerKg is not null);
            yield return new CertificateTable(
                caption,
                [
                    new(of, Share: hasPrices ? 0.4 : 0.5), new(head, IsNumber: true, Share: hasPrices ? 0.22 : 0.28), new(FiguresText.SharePercent, IsNumber: true, Share: hasPrices ? 0.18 : 0.22),
                    .. hasPrices ? [new(FiguresText.UnitPrice, IsNumber: true, Share: 0.2)] : (CertificateColumn[])[],
                ],
                [
                    .. lines.Select(l => Cells(_style.Printable(l.Name), l.Amount, figure.Amount, l.UsdPerKg, hasPrices)),
                    Cells(FiguresText.Total, figure.Amount, null, null, hasPrices),
                ]);
        }
    }

    private static IReadOnlyList<CertificateCell> Cells(Bilingual name, decimal? amount, decimal? whole, decimal? price, bool hasPrices) =>
    [
        name, FigureSheet.Say(amount), amount is { } part && whole is > 0 and { } of ? Numerals.Amount(Math.Round(part / of * 100, 2, MidpointRounding.ToEven), 2) : "–",
        .. hasPrices ? [price is { } usd ? Numerals.Amount(usd, 2) : "–"] : (CertificateCell[])[],
    ];

    /// <summary>The years as dots joined where they follow each other; null where none is told.</summary>
    private Drawing? Years(FigureSheet sheet)
    {
        var years = sheet.Years;
        if (years.All(y => y.Amount is null))
            return null;
        var axis = AmountAxis.For(years.Select(y => y.Amount));
        var words = string.Join(", ", years.Select(y => $"{y.Year} {(y.Amount is { } amount ? Numerals.Amount(amount, 2) : "–")}"));
        return new Drawing(120, words, (page, box) =>
        {
            const double Left = 64, Top = 16, Span = 78;
            var step = (box.Width - Left) / years.Count;
            double X(int index) => box.X + Left + (step * (index + 0.5));
            double Y(decimal amount) => box.Y + Top + (Span * (1 - axis.Place(amount)));
            var label = _style.Regular(7.5, Muted);
            foreach (var tick in axis.Ticks)
            {
                page.Line(box.X + Left, Y(tick), box.Right, Y(tick), 0.6, tick == 0 ? StrongLine : Hairline);
                page.Text(box.X + Left - 6, Y(tick) + 2.5, Numerals.Amount(tick), label, Alignment.Right);
            }

            foreach (var (index, year) in years.Index())
            {
                page.Text(X(index), box.Y + Top + Span + 14, year.Year.ToString(CultureInfo.InvariantCulture), _style.Bold(7.5), Alignment.Centre);
                if (year.Amount is not { } amount)
                    continue;
                if (index > 0 && years[index - 1].Amount is { } before)
                    page.Line(X(index - 1), Y(before), X(index), Y(amount), 1.2, PassGreen);
                page.Circle(X(index), Y(amount), 3, PassGreen);
                page.Text(X(index), Y(amount) - 6, Numerals.Amount(amount, axis.Decimals), label, Alignment.Centre);
            }
        });
    }

    private Stack RunningHead(Bilingual title, Bilingual county) => new(
        new Row(
            new RowCell(Mixed(title, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Shared()),
            new RowCell(Mixed(_style.Printable(county), _style.Bold(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Fixed(170)) { Alignment = Alignment.Right }),
        new Rule(0.75, StrongLine))
    { Gap = 5 };

    private Stack Foot(string printed, PageNumber number) => new(
        new Rule(0.75, StrongLine),
        new Row(
            new RowCell(Mixed(new($"蜂迹 BeeTrace · {FigureFileText.PrintedOn.Zh}", $"{FigureFileText.PrintedOn.En} {printed}"), _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Shared()),
            new RowCell(Mixed(new Bilingual(number.InChinese, number.InEnglish), _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Fixed(170)) { Alignment = Alignment.Right }))
    { Gap = 5 };

    private static string Joined(Bilingual text) => text.Zh == text.En ? text.Zh : $"{text.Zh} {text.En}";
}
