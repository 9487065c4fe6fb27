using System.Globalization;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>Why a character cannot be printed.</summary>
public enum UnprintableReason
{
    /// <summary>The typeface has no drawing for it. A box in its place would be a lie on a certificate.</summary>
    NotInFont,

    /// <summary>It only looks like a Chinese character (Kangxi and CJK radicals, U+2E80 to U+2FDF): nobody who searches for the word would find it.</summary>
    Radical,

    /// <summary>It is a control or formatting character, half of a surrogate pair, or U+FFFD, which stands for a character lost earlier.</summary>
    NotText,
}

/// <summary>
/// A text holds a character that cannot be put on paper exactly as it is. Thrown instead of printing a box, because a
/// beekeeper's name with a hole in it is worse than no certificate.
/// </summary>
public sealed class UnprintableCharacterException : Exception
{
    public UnprintableCharacterException(Rune character, UnprintableReason reason, string? fontName = null)
        : base(Describe(character, reason, fontName))
    {
        Character = character;
        Reason = reason;
    }

    /// <summary>The character that cannot be printed.</summary>
    public Rune Character { get; }

    /// <summary>Why not.</summary>
    public UnprintableReason Reason { get; }

    private static string Describe(Rune character, UnprintableReason reason, string? fontName)
    {
        string shown = Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            ? ""
            : $" '{character}'";
        string name = $"U+{character.Value.ToString("X4", CultureInfo.InvariantCulture)}{shown}";
        return reason switch
        {
            UnprintableReason.NotInFont => $"The typeface {fontName} has no glyph for {name}.",
            UnprintableReason.Radical => $"{name} is a radical, not a character; write the character it looks like.",
            _ => $"{name} is not printable text.",
        };
    }
}
