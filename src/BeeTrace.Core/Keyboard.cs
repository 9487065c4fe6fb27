using System.Globalization;

namespace BeeTrace.Core;

/// <summary>What keyboards do to machine text: full-width characters, many kinds of dash and space.</summary>
public static class Keyboard
{
    /// <summary>The ASCII character for a full-width one (U+FF01 to U+FF5E), any other as it is.</summary>
    public static char Narrow(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u3000' => ' ',
        _ => character,
    };

    /// <summary>The same of every character of a text.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Narrow(source[i]);
    });

    /// <summary>A space or a mark that nobody sees (a scanner's byte order mark, a zero-width space of a web page).</summary>
    internal static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    /// <summary>A hyphen, dash or minus of any length.</summary>
    internal static bool IsDash(char character) =>
        character is '_' or '\u2212' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;
}
