using System.Globalization;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>Text strings and dates (ISO 32000-1, 7.9.2.2 and 7.9.4), written and read.</summary>
internal static class PdfText
{
    /// <summary>A text string: ASCII in brackets, anything else as UTF-16 in hexadecimal.</summary>
    public static string Of(string text)
    {
        bool isPlain = text.All(c => c is >= ' ' and < '\x7F' and not ('(' or ')' or '\\'));
        return isPlain ? $"({text})" : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
    }

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date with its offset from UTC, to the second.</summary>
    public static string Of(DateTimeOffset date)
    {
        char sign = date.Offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(D:{date:yyyyMMddHHmmss}{sign}{Math.Abs(date.Offset.Hours):00}'{Math.Abs(date.Offset.Minutes):00}')");
    }

    /// <summary>The characters of a text string: UTF-16 or UTF-8 where the string says so, else one character a byte.</summary>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>A date that is given to the second with its offset from UTC, or null.</summary>
    public static DateTimeOffset? ReadDate(ReadOnlySpan<byte> bytes)
    {
        const int toTheSecond = 16;
        string text = Encoding.Latin1.GetString(bytes);
        if (text.Length is <= toTheSecond or > 24 || !text.StartsWith("D:", StringComparison.Ordinal))
            return null;
        string offset = text[toTheSecond..].Replace("'", "", StringComparison.Ordinal);
        if (offset == "Z")
            offset = "+0000";
        if (offset.Length == 3)
            offset += "00";
        if (offset.Length != 5)
            return null;
        // The pattern of an offset wants its colon.
        return DateTimeOffset.TryParseExact(
            text[2..toTheSecond] + offset.Insert(3, ":"), "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }
}
