using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;

namespace BeeTrace.Web.Trade;

/// <summary>A figure as a picture that stands alone, in the reader's language: the years, and under them the months of the year asked for.</summary>
internal static class FigurePicture
{
    private const double Side = 24;
    private const double LineHeight = 20;
    private const double Gap = 26;

    /// <summary>At least so wide, so that the sentences have room.</summary>
    private const double Narrowest = 760;

    private const string Ink = "#211b11", Muted = "#6a6150", Ground = "#fbf8f1";

    /// <summary>The picture as SVG 1.1.</summary>
    /// <param name="sheet">What it tells.</param>
    /// <param name="notes">Sentences about the data as a whole, such as that it is invented.</param>
    public static string Svg(FigureSheet sheet, IReadOnlyList<Bilingual> notes)
    {
        var figure = sheet.Figure;
        var series = new List<(Bilingual Said, Bilingual Key, AmountPicture Picture)>();
        if (sheet.Years.Any(y => y.Amount is not null))
            series.Add((FiguresText.OverYears, FiguresText.OverYearsKey, new([.. sheet.Years.Select(y => (y.Year.ToString(CultureInfo.InvariantCulture), y.Amount))])));
        if (figure.ByMonth.Any(m => m.Amount is not null))
            series.Add((new($"{FiguresText.ByMonth.Zh}，{figure.Year}", $"{FiguresText.ByMonth.En}, {figure.Year}"), FiguresText.OverMonthsKey, new([.. figure.ByMonth.Select(m => (m.Code[5..], m.Amount))])));

        var title = $"{sheet.County} · {FiguresText.ExportsOf(figure)}";
        var width = series.Select(s => s.Picture.Width + (2 * Side)).Append(Narrowest).Max();
        var y = Side + LineHeight;
        var body = new StringBuilder();
        Write(title, 17, Ink, "600");
        Write(figure.Amount is { } amount ? $"{Numerals.Amount(amount, FiguresText.UnitOf(figure).ToString(), 2)} · {FiguresText.ShareLine(figure)}" : FiguresText.ShareLine(figure).ToString(), 13, Ink, "600");
        foreach (var line in Lines(figure.Text.ToString(), width))
            Write(line, 12, Muted, "400");
        foreach (var (said, _, picture) in series)
        {
            y += Gap - LineHeight;
            Write($"{said} · {FiguresText.UnitOf(figure)}", 13, Ink, "600");
            body.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Side:0.#} {y - LineHeight + 4:0.#})\">{picture.Shapes(isAlone: true)}</g>\n");
            y += AmountPicture.Height;
        }

        IReadOnlyList<Bilingual> under = [.. series.Select(s => s.Key), .. sheet.Statements, .. notes];
        foreach (var line in under.SelectMany(u => Lines(u.ToString(), width)))
            Write(line, 12, Muted, "400");

        var language = Bilingual.LanguageOf(CultureInfo.CurrentUICulture) == Language.Chinese ? "zh-CN" : "en";
        var (w, h) = (width.ToString("0.#", CultureInfo.InvariantCulture), (y + Side - LineHeight).ToString("0.#", CultureInfo.InvariantCulture));
        var described = string.Join(". ", series.Select(s => $"{s.Said}: {s.Picture.Words}").Prepend(figure.Text.ToString()));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xml:lang="{language}" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-labelledby="title desc" font-family="system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif">
            <title id="title">{Escaped(title)}</title>
            <desc id="desc">{Escaped(described)}</desc>
            <rect width="{w}" height="{h}" fill="{Ground}"/>
            {body}</svg>

            """.ReplaceLineEndings("\n");

        void Write(string text, int size, string colour, string weight)
        {
            body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Side:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{Escaped(text)}</text>\n");
            y += LineHeight;
        }
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    /// <summary>Breaks a sentence where its estimated width runs out: a Han character is as wide as the letters are high, a Latin one about half of it.</summary>
    private static IEnumerable<string> Lines(string text, double width)
    {
        const double Size = 12;
        var room = width - (2 * Side);
        var line = new StringBuilder();
        double used = 0;
        foreach (var word in Pieces(text))
        {
            var wide = word.Sum(c => c > '\u2E7F' ? Size : Size * 0.56);
            if (used + wide > room && line.Length > 0)
            {
                yield return line.ToString().Trim();
                line.Clear();
                used = 0;
            }

            line.Append(word);
            used += wide;
        }

        if (line.Length > 0)
            yield return line.ToString().Trim();
    }

    /// <summary>Pieces that stay together: words with the space after them, and each Han character with the punctuation after it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var breaks = text[i - 1] == ' ' || (text[i] > '\u2E7F' && !"，。、；：）」”".Contains(text[i], StringComparison.Ordinal)) || (text[i - 1] > '\u2E7F' && text[i] <= '\u2E7F');
            if (!breaks)
                continue;
            yield return text[start..i];
            start = i;
        }

        yield return text[start..];
    }
}
