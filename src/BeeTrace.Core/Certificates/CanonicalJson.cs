using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BeeTrace.Core.Certificates;

/// <summary>
/// A certificate's content as the one text that everybody arrives at who writes the same facts as JSON (RFC 8785, JCS), so that
/// its SHA-256 can be recomputed in any language in twenty years' time.
/// </summary>
/// <remarks>
/// Stricter than RFC 8785 in one point: numbers are whole, at most 2⁵³ − 1 either way, and written without point or
/// exponent. Measured things are texts (<c>"42.80"</c>) in our content: a binary fraction would not keep what the laboratory wrote.
/// </remarks>
public static class CanonicalJson
{
    private const long LargestWhole = 9_007_199_254_740_991;

    /// <summary>The canonical text of content made in code.</summary>
    public static Outcome<string> Write(JsonNode? content) => Write(JsonSerializer.SerializeToElement(content));

    /// <summary>The canonical text of content read from a file.</summary>
    public static Outcome<string> Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Write(document.RootElement);
        }
        catch (JsonException)
        {
            return new Refusal(CertificateRefusal.NotJson);
        }
    }

    /// <summary>The canonical text of content.</summary>
    public static Outcome<string> Write(JsonElement content)
    {
        var text = new StringBuilder();
        return Append(text, content, "") is { } refusal ? refusal : text.ToString();
    }

    /// <summary>SHA-256 of a canonical text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string Sha256Hex(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static Refusal? Append(StringBuilder text, JsonElement value, string pointer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return AppendObject(text, value, pointer);
            case JsonValueKind.Array:
                return AppendArray(text, value, pointer);
            case JsonValueKind.String:
                return AppendText(text, value, pointer);
            case JsonValueKind.Number:
                return AppendNumber(text, value, pointer);
            case JsonValueKind.True:
                text.Append("true");
                return null;
            case JsonValueKind.False:
                text.Append("false");
                return null;
            case JsonValueKind.Null:
                text.Append("null");
                return null;
            default:
                throw new ArgumentException("An element without a value.", nameof(value));
        }
    }

    private static Refusal? AppendObject(StringBuilder text, JsonElement value, string pointer)
    {
        // RFC 8785 3.2.3: names are sorted by their UTF-16 code units, which is what an ordinal comparison does.
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
                return new(CertificateRefusal.TextBroken, null, pointer);
            if (!members.TryAdd(name, member.Value))
                return new(CertificateRefusal.NameTwice, null, Below(pointer, name));
        }

        text.Append('{');
        var separator = "";
        foreach (var (name, member) in members)
        {
            text.Append(separator);
            AppendQuoted(text, name);
            text.Append(':');
            if (Append(text, member, Below(pointer, name)) is { } refusal)
                return refusal;
            separator = ",";
        }

        text.Append('}');
        return null;
    }

    private static Refusal? AppendArray(StringBuilder text, JsonElement value, string pointer)
    {
        text.Append('[');
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (index > 0)
                text.Append(',');
            if (Append(text, item, Below(pointer, index.ToString(CultureInfo.InvariantCulture))) is { } refusal)
                return refusal;
            index++;
        }

        text.Append(']');
        return null;
    }

    private static Refusal? AppendText(StringBuilder text, JsonElement value, string pointer)
    {
        if (TextOf(value) is not { } content)
            return new(CertificateRefusal.TextBroken, null, pointer);
        AppendQuoted(text, content);
        return null;
    }

    private static Refusal? AppendNumber(StringBuilder text, JsonElement value, string pointer)
    {
        var raw = value.GetRawText();
        if (!long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) || whole is < -LargestWhole or > LargestWhole)
            return new(CertificateRefusal.NumberNotWhole, null, pointer, raw);
        // Printed from the value, as -0 is 0 (ECMAScript's Number::toString, RFC 8785 3.2.2.3).
        text.Append(whole.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    /// <summary>RFC 8785 3.2.2.2: only quote, backslash and control characters are escaped, each in its one shortest way.</summary>
    private static void AppendQuoted(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var character in content)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private static string Below(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The text; null when it holds half a surrogate pair, which no UTF-8 can carry and the reader throws on.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
