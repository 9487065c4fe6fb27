using System.Globalization;
using System.Net;
using System.Text;

namespace BeeTrace.Web.Shell.Display;

/// <summary>
/// Amounts over time as SVG: a dot for each, joined where they follow each other, and a gap where there is none. A page colours it by its
/// stylesheet; a file brings its colours along, written into the shapes.
/// </summary>
/// <param name="points">In the order of time; null where nothing is known or told.</param>
public sealed class AmountPicture(IReadOnlyList<(string Label, decimal? Amount)> points)
{
    /// <summary>Height in pixels.</summary>
    public const double Height = 190;

    private const double Left = 64, Top = 26, Span = 128;

    /// <summary>So many points have room for their amounts beside them.</summary>
    private const int MostWithAmounts = 12;

    /// <summary>The light tokens of the look, for pictures that stand alone.</summary>
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["axis"] = "stroke=\"#cfc4ad\"",
        ["guide"] = "stroke=\"#e6decd\"",
        ["range"] = "stroke=\"#1c6a38\"",
        ["dot"] = "fill=\"#1c6a38\" stroke=\"#fbf8f1\" stroke-width=\"2\"",
        [""] = "fill=\"#6a6150\" font-size=\"12\"",
        ["said"] = "fill=\"#211b11\" font-size=\"12\" font-weight=\"600\"",
    };

    private readonly AmountAxis _axis = AmountAxis.For(points.Select(p => p.Amount));

    /// <summary>Width in pixels.</summary>
    public double Width => Left + (Step * points.Count);

    /// <summary>What the picture says to those who do not see it.</summary>
    public string Words => string.Join(", ", points.Select(p => $"{p.Label} {(p.Amount is { } amount ? Numerals.Amount(amount, 2) : "–")}"));

    private double Step => points.Count > 8 ? 62 : 84;

    /// <summary>The shapes without the picture's frame.</summary>
    /// <param name="isAlone">True for a file, which has no stylesheet.</param>
    public string Shapes(bool isAlone)
    {
        var svg = new StringBuilder();
        foreach (var tick in _axis.Ticks)
        {
            Line(tick == 0 ? "axis" : "guide", Left, Y(tick), Width, Y(tick), "");
            Write(Left - 8, Y(tick) + 4, Numerals.Amount(tick), "", "end");
        }

        for (var i = 0; i < points.Count; i++)
        {
            var (label, told) = points[i];
            if (told is { } amount)
            {
                if (i > 0 && points[i - 1].Amount is { } before)
                    Line("range", X(i - 1), Y(before), X(i), Y(amount), " stroke-width=\"2\"");
                svg.Append(CultureInfo.InvariantCulture, $"<circle {Look("dot", isAlone)} cx=\"{X(i):0.#}\" cy=\"{Y(amount):0.#}\" r=\"5\"/>");
                if (points.Count <= MostWithAmounts)
                    Write(X(i), Y(amount) - 10, Numerals.Amount(amount, _axis.Decimals), "", "middle");
            }

            Write(X(i), Top + Span + 28, label, "said", "middle");
        }

        return svg.ToString();

        void Line(string look, double x1, double y1, double x2, double y2, string more) =>
            svg.Append(CultureInfo.InvariantCulture, $"<line {Look(look, isAlone)} x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"{more}/>");

        void Write(double x, double y, string text, string look, string anchor) =>
            svg.Append(CultureInfo.InvariantCulture, $"<text {Look(look, isAlone)} x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>");
    }

    private static string Look(string look, bool isAlone) => isAlone ? Colours[look] : look.Length == 0 ? "" : $"class=\"{look}\"";

    private double X(int index) => Left + (Step * (index + 0.5));

    private double Y(decimal amount) => Top + (Span * (1 - _axis.Place(amount)));
}
