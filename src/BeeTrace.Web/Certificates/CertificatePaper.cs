using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Pdf;
using static BeeTrace.Web.Certificates.PaperStyle;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// Draws a <see cref="CertificateDocument"/> on A4: one typographic table, hairlines, Chinese first and English under it
/// in grey. It bears no CMA or CNAS mark and no seal, and no percentage without its count and bounds. One instance
/// serves all threads.
/// </summary>
public sealed class CertificatePaper
{
    private readonly PaperStyle _style;

    internal CertificatePaper(PaperStyle style) => _style = style;

    /// <inheritdoc cref="PaperStyle.Load()"/>
    public static CertificatePaper Load() => new(PaperStyle.Load());

    /// <summary>
    /// The first character of a text that the paper cannot show, or null when it can show all. Forms ask this before a
    /// name is kept that no certificate could bear.
    /// </summary>
    public Rune? FirstUnprintable(string text) => _style.FirstUnprintable(text);

    /// <summary>The certificate as a PDF, not signed yet; the same document gives the same bytes.</summary>
    /// <param name="certificate">What it says; its content is attached as <c>certificate.json</c>.</param>
    /// <param name="more">What else is attached.</param>
    /// <exception cref="UnprintableCharacterException">A text holds a character that the typeface does not draw; see <see cref="FirstUnprintable"/>.</exception>
    public byte[] Render(CertificateDocument certificate, params IReadOnlyList<Attachment> more)
    {
        var pdf = new PdfDocument(new DocumentProperties(
            $"{Joined(certificate.Title)} {certificate.Number}",
            certificate.Language is CertificateLanguage.English ? English : Chinese,
            new DateTimeOffset(certificate.IssuedOn, TimeOnly.MinValue, TimeSpan.FromHours(8)))
        {
            Author = Joined(certificate.Issuer),
            Subject = certificate.CheckAddress,
            Producer = "蜂迹 BeeTrace",
        });
        pdf.Attach(new Attachment("certificate.json", "application/json", certificate.ContentJson, "证书内容 Content of the certificate"));
        foreach (var attachment in more)
            pdf.Attach(attachment);

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

    /// <summary>A copy that must not pass for the paper itself: words across every page, in an appended section; the bytes before it stay.</summary>
    public byte[] Stamp(ReadOnlyMemory<byte> pdf, Bilingual word, Bilingual note, DateTimeOffset at)
    {
        StampLine Line(string text, double size) => new(text, _style.Bold(size, FailRed));
        return PdfStamp.Apply(pdf, [Line(word.Zh, 64), Line(word.En, 40), Line(note.Zh, 15), Line(note.En, 13)], at);
    }

    private static string Joined(Bilingual text) => text.Zh == text.En ? text.Zh : $"{text.Zh} {text.En}";

    /// <summary>Words of the paper itself, in the languages that it is printed in.</summary>
    private static Bilingual In(CertificateDocument certificate, string zh, string en) => certificate.Language switch
    {
        CertificateLanguage.Chinese => new(zh, zh),
        CertificateLanguage.English => new(en, en),
        _ => new(zh, en),
    };

    private static Bilingual In(CertificateDocument certificate, Bilingual text) => In(certificate, text.Zh, text.En);

    private void Fill(FlowLayout flow, CertificateDocument certificate)
    {
        flow.Add(Letterhead(certificate));
        flow.Space(10);
        flow.Add(new Rule(0.75, StrongLine));
        flow.Space(20);
        flow.Add(TitleAndCode(certificate));
        if (certificate.Replaces is { } replaces)
        {
            flow.Space(8);
            _style.AddLines(flow, replaces);
        }

        flow.Space(14);
        flow.Add(new KeyValueGrid([.. certificate.Facts.Where(fact => !IsLong(fact)).Select(_style.Fact)]));

        if (certificate.PassRate is { } passRate)
            AddFramed(flow, PassRate(certificate, passRate));
        if (certificate.Conclusion is { } conclusion)
            AddFramed(flow, _style.Conclusion(conclusion));

        foreach (var table in certificate.Tables)
        {
            flow.Space(18);
            flow.Add(_style.Results(table));
        }

        foreach (var fact in certificate.Facts.Where(IsLong))
        {
            flow.Space(16);
            flow.Add(_style.Caption(fact.Label), keepWithNext: true);
            _style.AddLines(flow, fact.Value);
        }

        flow.Space(14);
        foreach (var statement in certificate.Statements)
        {
            _style.AddLines(flow, statement);
            flow.Space(5);
        }

        flow.Space(8);
        flow.Add(Signature(certificate), keepWithNext: true);
        flow.Space(8);
        flow.Add(Mixed(In(certificate, "以下空白", "End of certificate"), _style.Regular(7.9, Muted), _style.InEnglish(7.9)) with { Alignment = Alignment.Centre });
    }

    private Row Letterhead(CertificateDocument certificate) => new(
        new RowCell(new Stack(Lines(certificate.Issuer, _style.Bold(9.8), _style.InEnglish(9))), CellWidth.Shared()),
        new RowCell(
            new Stack(
                Text(certificate.Number, _style.Bold(11.5)),
                certificate.Language is CertificateLanguage.Both
                    ? Mixed(new Bilingual("签发", $"Issued {Day(certificate.IssuedOn)}"), _style.Regular(9, Muted), _style.InEnglish(9))
                    : Text($"{In(certificate, "签发", "Issued").Zh} {Day(certificate.IssuedOn)}", _style.Regular(9, Muted))),
            CellWidth.Fixed(190))
        { Alignment = Alignment.Right })
    { Gap = 20 };

    private Row TitleAndCode(CertificateDocument certificate) => new(
        new RowCell(
            new Stack(
                [
                    Text(certificate.Title.Zh, _style.Bold(20, Honey) with { LineHeight = 1.35 }) with { Tag = "H1" },
                    .. certificate.Language is CertificateLanguage.Both ? [Text(certificate.Title.En, _style.Bold(12, Honey) with { Language = English })] : (Block[])[],
                ]),
            CellWidth.Shared()),
        new RowCell(
            Qr(certificate.CheckAddress, 78),
            CellWidth.Fixed(84)) { Alignment = Alignment.Right })
    { Gap = 24 };

    private Row PassRate(CertificateDocument certificate, PassRateStatement statement)
    {
        List<Block> evidence = [.. Lines(statement.Sentence, _style.Bold(11), _style.InEnglish(9))];
        if (statement is { Interval: { } interval, Judged: > 0 })
            evidence.Add(IntervalPicture(certificate, statement, interval));
        var drawn = In(certificate, $"抽取 {Number(statement.Drawn)}，未定 {Number(statement.Inconclusive)}", $"{Number(statement.Drawn)} drawn, {Number(statement.Inconclusive)} inconclusive");
        return new Row(
            new RowCell(
                new Stack(
                    [
                        new Paragraph(
                            new Span(Number(statement.Passed), _style.Bold(31) with { LineHeight = 1.2 }),
                            new Span($" / {Number(statement.Judged)}", _style.Bold(13))),
                        Mixed(In(certificate, "批次合格", "batches passed"), _style.Regular(9), _style.InEnglish(9)),
                        .. Lines(drawn, _style.Regular(7.9, Muted), _style.InEnglish(7.9)),
                    ]),
                CellWidth.Fixed(122)) { VerticalAlignment = VerticalAlignment.Middle },
            new RowCell(new Stack(evidence), CellWidth.Shared()) { VerticalAlignment = VerticalAlignment.Middle })
        { Gap = 24 };
    }

    /// <summary>The rate of the sample as a dot on its interval; the axis begins at 90, 80, 50 or 0 %, below the interval.</summary>
    private Drawing IntervalPicture(CertificateDocument certificate, PassRateStatement statement, PassRateInterval interval)
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
            var label = _style.Regular(7.5, Muted);

            page.Text(Math.Min((interval1 + interval2) / 2, right - 30), line - 8, range, _style.Bold(8, PassGreen), Alignment.Centre);
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
            var key = In(certificate, "圆点：样本；线段：双侧 95 % 置信区间 ", "dot: the sample; line: two-sided 95 % interval");
            double x = box.X;
            x += page.Text(x, axis + 24, key.Zh, _style.Regular(7.2, Muted));
            if (key.Zh != key.En)
                page.Text(x + 3, axis + 24, key.En, _style.InEnglish(7.2));
        });
    }

    private Row Signature(CertificateDocument certificate)
    {
        var signed = In(certificate, PaperText.ElectronicallySigned);
        return new Row(
            Column(
                1.25,
                In(certificate, "授权签字人", "Authorised signatory"),
                [.. Lines(certificate.Signatory, _style.Bold(9), _style.InEnglish(8.4)), Mixed(signed, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), Mixed(In(certificate, PaperText.ProofInside), _style.Regular(7.9, Muted), _style.InEnglish(7.9))]),
            Column(1.2, In(certificate, "内容摘要", "Content SHA-256"), [Text(Breakable(certificate.ContentSha256, 16), _style.Regular(7.4))]),
            Column(
                1.2,
                In(certificate, "核验", "Check: scan the code or open"),
                [new Paragraph(new Span(certificate.CheckAddress, _style.Regular(7.9, Honey)) { Link = certificate.CheckAddress })]))
        { Gap = 20 };

        RowCell Column(double share, Bilingual label, IReadOnlyList<Block> lines) => new(
            new Stack(
                new Rule(0.6, StrongLine),
                new Stack([Mixed(label, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), .. lines])) { Gap = 4 },
            CellWidth.Shared(share));
    }

    private Stack RunningHead(CertificateDocument certificate) => new(
        new Row(
            new RowCell(Mixed(certificate.Title, _style.Regular(7.9, Muted), _style.InEnglish(7.9)), CellWidth.Shared()),
            new RowCell(Text(certificate.Number, _style.Bold(7.9, Muted)), CellWidth.Fixed(120)) { Alignment = Alignment.Right }),
        new Rule(0.75, StrongLine))
    { Gap = 5 };

    private Stack Foot(CertificateDocument certificate, PageNumber number)
    {
        string hash = certificate.ContentSha256;
        return new Stack(
            new Rule(0.75, StrongLine),
            new Row(
                new RowCell(Text($"蜂迹 BeeTrace · {certificate.Number} · SHA-256 {hash[..4]}…{hash[^4..]}", _style.Regular(7.9, Muted)), CellWidth.Shared()),
                new RowCell(
                    certificate.Language switch
                    {
                        CertificateLanguage.Chinese => Text(number.InChinese, _style.Regular(7.9, Muted)),
                        CertificateLanguage.English => Text(number.InEnglish, _style.Regular(7.9, Muted)),
                        _ => new Paragraph(new Span($"{number.InChinese} · ", _style.Regular(7.9, Muted)), new Span(number.InEnglish, _style.InEnglish(7.9))),
                    },
                    CellWidth.Fixed(170)) { Alignment = Alignment.Right }))
        { Gap = 5 };
    }

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

}
