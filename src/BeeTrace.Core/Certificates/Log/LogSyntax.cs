using System.Globalization;
using System.Text;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>The few spellings that checkpoints, notes, keys and proofs share. Each has one canonical form; every other is refused.</summary>
internal static class LogSyntax
{
    /// <summary>House rule: no origin and no key's name is longer. C2SP tlog-cosignature gives a cosigner's name 255 bytes.</summary>
    public const int LongestName = 255;

    /// <summary>UTF-8 that throws on what is no text, instead of putting question marks into it.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Base64 (RFC 4648 section 4) with its padding, no white space and no bits left over.</summary>
    public static bool TryBase64(ReadOnlySpan<char> text, Span<byte> bytes, out int count)
    {
        if (!Convert.TryFromBase64Chars(text, bytes, out count))
            return false;
        // Only the text that the bytes would be written as counts: the reader above passes over white space and stray bits.
        Span<char> again = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        return Convert.TryToBase64Chars(bytes[..count], again, out var written) && written == text.Length && again.SequenceEqual(text);
    }

    /// <inheritdoc cref="TryBase64(ReadOnlySpan{char}, Span{byte}, out int)"/>
    public static byte[]? Base64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return TryBase64(text, bytes, out var count) ? bytes[..count] : null;
    }

    /// <summary>A count in decimal digits, without sign and leading zeros.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');

    /// <summary>A name of a log or a key: not empty, without Unicode spaces, control characters and plus signs (C2SP signed-note).</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > LongestName)
            return false;
        foreach (var character in name)
        {
            if (character == '+' || char.IsWhiteSpace(character) || char.IsControl(character))
                return false;
        }

        return IsText(name) && Utf8.GetByteCount(name) <= LongestName;
    }

    /// <summary>True when UTF-8 can carry the text: no half surrogate pair.</summary>
    public static bool IsText(ReadOnlySpan<char> text)
    {
        for (var rest = text; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var taken) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[taken..];
        }

        return true;
    }

    /// <summary>SHA-256 in 64 lower-case hexadecimal digits.</summary>
    public static bool IsSha256Hex(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}
