namespace BeeTrace.Core.Lab;

/// <summary>What a Chinese or an English keyboard leaves in a cell, brought to one alphabet.</summary>
internal static class TypedText
{
    /// <summary>
    /// Full-width letters, digits and signs become ASCII, the minus sign becomes a hyphen, both micro signs become
    /// <c>µ</c> (U+00B5), surrounding blanks go. Written out rather than Unicode NFKC, which would also turn ² into 2.
    /// </summary>
    internal static string Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                    '\u3000' or '\u00A0' or '\u202F' or '\u2009' => ' ',
                    '\u2212' => '-',
                    '\u03BC' => '\u00B5',
                    '\u3008' => '<',
                    '\u3009' => '>',
                    '\u3002' => '.',
                    var other => other,
                };
            }
        }).Trim();
    }
}
