using System.Globalization;
using System.Text;
using BeeTrace.Core;

namespace BeeTrace.Verifier;

/// <summary>Verdicts as a table for spreadsheets: RFC 4180, in UTF-8 with the mark by which they recognise it.</summary>
internal static class VerdictTable
{
    private static readonly string[] Columns = ["file", "holds", "finding", "number", "content_sha256", "signed_at", "timestamped_at", "log_index", "log_size", "reason"];

    /// <summary>The bytes of the file.</summary>
    public static byte[] Of(IEnumerable<(string File, PaperVerdict Verdict)> rows, Language language)
    {
        var text = new StringBuilder();
        Append(text, Columns);
        foreach (var (file, verdict) in rows)
        {
            Append(
                text,
                file, verdict.Holds ? "yes" : "no", verdict.Finding.Code(), verdict.Number, verdict.ContentSha256, Moment(verdict.SignedAt), Moment(verdict.TimestampedAt),
                verdict.LogIndex?.ToString(CultureInfo.InvariantCulture), verdict.LogSize?.ToString(CultureInfo.InvariantCulture),
                verdict.Finding.Sentence().In(language));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, params IReadOnlyList<string?> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <summary>
    /// A field. File names and numbers come from strangers: what a spreadsheet would take for a formula gets an apostrophe in front, so that it stays a text.
    /// </summary>
    private static string Field(string? content)
    {
        if (string.IsNullOrEmpty(content))
            return "";
        if (content.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || content[0] is '\t' or '\r' or '\n')
            content = $"'{content}";
        return content.AsSpan().ContainsAny(",\"\r\n") || char.IsWhiteSpace(content[0]) || char.IsWhiteSpace(content[^1])
            ? $"\"{content.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : content;
    }
}
