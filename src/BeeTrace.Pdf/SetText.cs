using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// A paragraph's text with every character measured, ready to be broken into lines of any width. Full-width marks are
/// closed up as a typesetter would: two marks in a row share the blank between them, and at either end of a line
/// the blank half of a mark hangs outside the measure (CLREQ, 3.1.6 "compression of punctuation").
/// </summary>
internal sealed class SetText
{
    private const string WideOpening = "（《〈「『【〔［｛“‘";
    private const string WideClosing = "，。、；：）》〉」』】〕］｝”’";

    /// <summary>Signs that Chinese typefaces draw on a whole em though they stand among Latin letters.</summary>
    private const string LooseSigns = "≤≥±≈≠×÷";

    private const int SideBearing = 70;
    private const double WholeEm = 1000;
    private const double HalfEm = 500;

    private readonly List<Glyph> _glyphs = [];
    private readonly bool[] _mayEndAfter;

    public SetText(PdfDocument document, IReadOnlyList<Span> spans)
    {
        var characters = new List<Rune>();
        var spanOf = new List<int>();
        for (int s = 0; s < spans.Count; s++)
        {
            foreach (var rune in PrintableText.Prepare(spans[s].Text))
            {
                characters.Add(rune);
                spanOf.Add(s);
            }
        }

        _mayEndAfter = LineBreaking.Find(characters);
        for (int i = 0; i < characters.Count; i++)
        {
            var style = spans[spanOf[i]].Style;
            _glyphs.Add(Measure(document, characters, i, style, spanOf[i]));
        }

        CloseUpMarks();
        MinimumHeight = spans.Count == 0 ? 0 : spans.Max(span => span.Style.Size * span.Style.LineHeight);
    }

    /// <summary>Height of a line that holds nothing taller than the tallest style.</summary>
    public double MinimumHeight { get; }

    /// <summary>Width of the longest line when only line feeds end lines, in points.</summary>
    public double NaturalWidth => Break(double.PositiveInfinity).Select(line => line.Width).DefaultIfEmpty(0).Max();

    /// <summary>Width of the widest piece that may not be broken, in points.</summary>
    public double MinimumWidth
    {
        get
        {
            double widest = 0, piece = 0;
            for (int i = 0; i < _glyphs.Count; i++)
            {
                var glyph = _glyphs[i];
                if (glyph.Kind is not GlyphKind.Space)
                    piece += glyph.Width;
                widest = Math.Max(widest, piece);
                if (_mayEndAfter[i] || glyph.Kind is GlyphKind.LineFeed)
                    piece = 0;
                else if (glyph.Kind is GlyphKind.Space)
                    piece += glyph.Width;
            }

            return widest;
        }
    }

    /// <summary>
    /// Breaks the text into lines no wider than <paramref name="width"/>; a longer single word is broken where it must.
    /// A last line of one short word is given company, where the number of lines stays the same.
    /// </summary>
    public List<TextLine> Break(double width)
    {
        const double shortest = 1 / 8.0, step = 0.03, narrowest = 0.8;
        var lines = BreakGreedily(width);
        if (lines.Count < 2 || lines[^1].Width >= width * shortest)
            return lines;
        for (double share = 1 - step; share >= narrowest; share -= step)
        {
            var evener = BreakGreedily(width * share);
            if (evener.Count > lines.Count)
                break;
            if (evener[^1].Width >= width * shortest)
                return evener;
        }

        return lines;
    }

    private List<TextLine> BreakGreedily(double width)
    {
        const double rounding = 0.001;
        var lines = new List<TextLine>();
        int start = 0;
        while (start < _glyphs.Count)
        {
            double x = -LeadOf(start);
            int lastBreak = -1;
            int end = start;
            bool fed = false;
            for (; end < _glyphs.Count; end++)
            {
                var glyph = _glyphs[end];
                if (glyph.Kind is GlyphKind.LineFeed)
                {
                    fed = true;
                    break;
                }

                double overhang = glyph.Kind is GlyphKind.Space ? glyph.Width : TrailOf(end);
                if (x + glyph.Width - overhang > width + rounding && end > start)
                    break;
                x += glyph.Width;
                if (_mayEndAfter[end])
                    lastBreak = end;
            }

            int stop = end == _glyphs.Count || fed ? end : lastBreak >= 0 ? lastBreak + 1 : EmergencyBreak(start, end);
            lines.Add(Line(start, stop));
            start = fed ? stop + 1 : stop;
        }

        return lines;
    }

    private TextLine Line(int start, int stop)
    {
        int inked = stop;
        while (inked > start && _glyphs[inked - 1].Kind is GlyphKind.Space or GlyphKind.Invisible)
            inked--;
        double lead = inked > start ? LeadOf(start) : 0;
        double width = -lead;
        for (int i = start; i < inked; i++)
            width += _glyphs[i].Width;
        if (inked > start)
            width -= TrailOf(inked - 1);
        return new TextLine(_glyphs.GetRange(start, stop - start), Math.Max(0, width), lead, MinimumHeight);
    }

    /// <summary>A word wider than the column is broken after a slash, else another mark in its later half, else where the column ends.</summary>
    private int EmergencyBreak(int start, int end)
    {
        foreach (string marks in (ReadOnlySpan<string>)["/?&", "-._="])
        {
            for (int i = end - 1; i > start + (end - start) / 2; i--)
            {
                var character = _glyphs[i].Character;
                if (character.IsBmp && marks.Contains((char)character.Value, StringComparison.Ordinal))
                    return i + 1;
            }
        }

        return Math.Max(end, start + 1);
    }

    /// <summary>Blank at the left of an opening mark, which hangs outside when the mark begins a line.</summary>
    private double LeadOf(int i) => _glyphs[i] is { Before: 0 } glyph && IsWide(glyph, WideOpening) ? glyph.Style.Size * HalfEm / 1000 : 0;

    /// <summary>Blank at the right of a closing mark, which hangs outside when the mark ends a line.</summary>
    private double TrailOf(int i) => _glyphs[i] is { After: 0 } glyph && IsWide(glyph, WideClosing) ? glyph.Style.Size * HalfEm / 1000 : 0;

    private void CloseUpMarks()
    {
        for (int i = 0; i + 1 < _glyphs.Count; i++)
        {
            Glyph here = _glyphs[i], next = _glyphs[i + 1];
            if (IsWide(here, WideClosing) && (IsWide(next, WideClosing) || IsWide(next, WideOpening)))
                _glyphs[i] = here with { After = -HalfEm };
            else if (IsWide(here, WideOpening) && IsWide(next, WideOpening))
                _glyphs[i + 1] = next with { Before = -HalfEm };
        }
    }

    private static bool IsWide(Glyph glyph, string set) =>
        glyph.Advance == WholeEm && glyph.Character.IsBmp && set.Contains((char)glyph.Character.Value, StringComparison.Ordinal);

    private static Glyph Measure(PdfDocument document, List<Rune> characters, int i, TextStyle style, int span)
    {
        var character = characters[i];
        if (character.Value == '\n')
            return new Glyph(GlyphKind.LineFeed, character, style, span);
        if (character.Value is PrintableText.ZeroWidthSpace or PrintableText.WordJoiner)
            return new Glyph(GlyphKind.Invisible, character, style, span);
        var subset = document.SubsetOf(style.Font);
        ushort cid = subset.CidOf(character);
        var glyph = new Glyph(character.Value == ' ' ? GlyphKind.Space : GlyphKind.Ink, character, style, span)
        {
            Subset = subset,
            Cid = cid,
            Advance = subset.AdvanceOf(cid),
        };
        if (glyph.Advance != WholeEm || !StandsAmongLatin(characters, i, style))
            return glyph;
        var (left, right) = style.Font.InkOf(subset.GlyphOf(cid));
        return glyph with { Before = SideBearing - left, After = right + SideBearing - WholeEm };
    }

    /// <summary>
    /// Chinese typefaces draw ‘ ’ “ ” · … on a whole em. In English text, and beside Latin letters, they take the room of
    /// their ink instead.
    /// </summary>
    private static bool StandsAmongLatin(List<Rune> characters, int i, TextStyle style)
    {
        int c = characters[i].Value;
        if (c <= 0xFFFF && LooseSigns.Contains((char)c, StringComparison.Ordinal))
            return true;
        if (c is not ('‘' or '’' or '“' or '”' or '·' or '…'))
            return false;
        if (style.Language is { } language && !language.StartsWith("zh", StringComparison.Ordinal))
            return true;
        return c is '·' or '…' && i > 0 && characters[i - 1].Value < 0x80 && i + 1 < characters.Count && characters[i + 1].Value < 0x80;
    }
}

internal enum GlyphKind
{
    Ink,
    Space,
    Invisible,
    LineFeed,
}

/// <summary>One measured character. Advances and adjustments are in thousandths of the em.</summary>
internal readonly record struct Glyph(GlyphKind Kind, Rune Character, TextStyle Style, int Span)
{
    public FontSubset? Subset { get; init; }

    public ushort Cid { get; init; }

    public double Advance { get; init; }

    /// <summary>Room added before the glyph; negative closes up.</summary>
    public double Before { get; init; }

    /// <summary>Room added after the glyph; negative closes up.</summary>
    public double After { get; init; }

    /// <summary>Width in points.</summary>
    public double Width => (Before + Advance + After) * Style.Size / 1000;
}

/// <summary>One line of set text.</summary>
/// <param name="Glyphs">Its characters; spaces at the end stay, so that extracted words keep apart.</param>
/// <param name="Width">Width of the ink side to side in points, without blanks that hang outside.</param>
/// <param name="Lead">How far the line begins left of its measure, so that an opening mark's ink stands flush.</param>
/// <param name="MinimumHeight">Height of the paragraph's lines.</param>
internal sealed record TextLine(List<Glyph> Glyphs, double Width, double Lead, double MinimumHeight)
{
    public double Height => MinimumHeight;

    /// <summary>Distance from the top of the line to the baseline: the em box of the largest character stands in the middle.</summary>
    public double Baseline
    {
        get
        {
            TextStyle? largest = null;
            foreach (var glyph in Glyphs)
            {
                if (largest is null || glyph.Style.Size > largest.Size)
                    largest = glyph.Style;
            }

            if (largest is null)
                return Height;
            double ascent = largest.Size * largest.Font.Ascent / largest.Font.UnitsPerEm;
            double descent = largest.Size * largest.Font.Descent / largest.Font.UnitsPerEm;
            return (Height - (ascent - descent)) / 2 + ascent;
        }
    }
}
