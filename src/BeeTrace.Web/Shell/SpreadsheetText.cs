using BeeTrace.Core;

namespace BeeTrace.Web.Shell;

/// <summary>Texts as spreadsheets show and never run them, both ways.</summary>
public static class SpreadsheetText
{
    /// <summary>
    /// What begins like a formula gets an apostrophe before it, which spreadsheets read as "this is text". So does what would be mistaken for such a
    /// text on its way back.
    /// </summary>
    public static string Harmless(string text) => BeginsLikeFormula(text) ? "'" + text : text;

    /// <summary>What <see cref="Harmless"/> was given.</summary>
    public static string Original(string text) => text.StartsWith('\'') && BeginsLikeFormula(text) ? text[1..] : text;

    private static bool BeginsLikeFormula(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return first.Length > 0 && Keyboard.Narrow(first[0]) is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
    }
}
