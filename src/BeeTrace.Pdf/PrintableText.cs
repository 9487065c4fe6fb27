using System.Globalization;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// Brings text into the one form that is printed, measured and found again: Unicode NFC, no look-alike radicals, no
/// control characters.
/// </summary>
public static class PrintableText
{
    internal const int NoBreakSpace = 0x00A0;
    internal const int ZeroWidthSpace = 0x200B;
    internal const int WordJoiner = 0x2060;

    /// <summary>
    /// The characters of <paramref name="text"/> after NFC. The line feed stays (it ends a line), so do the zero-width
    /// space (a line may end here) and the word joiner (a line may not end here). The narrow no-break space, which the
    /// typeface lacks, becomes the no-break space.
    /// </summary>
    /// <exception cref="UnprintableCharacterException">The text holds a radical, a control character or a broken surrogate pair.</exception>
    public static IReadOnlyList<Rune> Prepare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runes = new List<Rune>(text.Length);
        // Checked before NFC, which refuses broken surrogates with an exception that does not name them.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == Rune.ReplacementChar.Value)
                throw new UnprintableCharacterException(rune, UnprintableReason.NotText);
        }

        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
            runes.Add(Check(rune));
        return runes;
    }

    /// <summary>The first character that a typeface cannot print exactly as it is, or null when it can print all of the text.</summary>
    public static Rune? FirstUnprintable(string text, TrueTypeFont font)
    {
        ArgumentNullException.ThrowIfNull(font);
        try
        {
            foreach (var rune in Prepare(text))
            {
                bool isDrawn = rune.Value is not ('\n' or ZeroWidthSpace or WordJoiner);
                if (isDrawn && font.GlyphOf(rune) == 0)
                    return rune;
            }

            return null;
        }
        catch (UnprintableCharacterException refused)
        {
            return refused.Character;
        }
    }

    private static Rune Check(Rune rune)
    {
        switch (rune.Value)
        {
            case '\n' or ZeroWidthSpace or WordJoiner:
                return rune;
            case 0x202F or 0x2007:
                return new Rune(NoBreakSpace);
            case >= 0x2E80 and <= 0x2FDF:
                throw new UnprintableCharacterException(rune, UnprintableReason.Radical);
        }

        return rune.Value >= 0x80 || rune.Value < 0x20
            ? Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                    throw new UnprintableCharacterException(rune, UnprintableReason.NotText),
                _ => rune,
            }
            : rune;
    }
}
