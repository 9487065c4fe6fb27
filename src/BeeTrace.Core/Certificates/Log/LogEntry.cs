using System.Text.Json;
using System.Text.Json.Nodes;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>What an entry says happened to a certificate.</summary>
public static class LogDeed
{
    /// <summary>签发: the certificate was issued.</summary>
    public const string Issued = "issued";

    /// <summary>撤销: the certificate was taken back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>替换: a newer certificate stands in its place.</summary>
    public const string Replaced = "replaced";
}

/// <summary>
/// One entry of the log. It holds hashes only: whoever has a certificate can find it, and whoever has the log learns nothing
/// of any beekeeper, firm or sample.
/// </summary>
public sealed record LogEntry
{
    /// <summary>Names what an entry looks like, so that a later kind of entry can never be taken for one of these.</summary>
    public const string Format = "beetrace-log-1";

    private LogEntry(string deed, string contentSha256, string? statementSha256)
    {
        Deed = deed;
        ContentSha256 = contentSha256;
        StatementSha256 = statementSha256;
    }

    /// <summary>One of <see cref="LogDeed"/>.</summary>
    public string Deed { get; }

    /// <summary>SHA-256 of the certificate's canonical content (<see cref="Certificate.ContentSha256"/>).</summary>
    public string ContentSha256 { get; }

    /// <summary>SHA-256 of the canonical statement that says why and since when; null for an issue, which states itself.</summary>
    public string? StatementSha256 { get; }

    /// <summary>The entry's hash in the tree.</summary>
    public LogHash Leaf => MerkleTree.LeafHash(ToBytes());

    /// <summary>The entry for a certificate that is issued.</summary>
    /// <exception cref="ArgumentException">Not a SHA-256 in lower-case hex.</exception>
    public static LogEntry Issued(string contentSha256) => new(LogDeed.Issued, Sha256(contentSha256, nameof(contentSha256)), null);

    /// <summary>The entry for a certificate that is <see cref="LogDeed.Withdrawn"/> or <see cref="LogDeed.Replaced"/>.</summary>
    /// <exception cref="ArgumentException">Another deed, or not a SHA-256 in lower-case hex.</exception>
    public static LogEntry Ended(string deed, string contentSha256, string statementSha256) => deed is LogDeed.Withdrawn or LogDeed.Replaced
        ? new(deed, Sha256(contentSha256, nameof(contentSha256)), Sha256(statementSha256, nameof(statementSha256)))
        : throw new ArgumentException($"“{deed}” ends no certificate.", nameof(deed));

    /// <summary>The entry as canonical JSON (<see cref="CanonicalJson"/>) in UTF-8: what the leaf is the hash of.</summary>
    public byte[] ToBytes()
    {
        var content = new JsonObject { ["content"] = ContentSha256, ["deed"] = Deed, ["format"] = Format };
        if (StatementSha256 is not null)
            content["statement"] = StatementSha256;
        return LogSyntax.Utf8.GetBytes(CanonicalJson.Write(content).Value);
    }

    /// <summary>Reads an entry, and nothing that <see cref="ToBytes"/> would not write.</summary>
    public static Outcome<LogEntry> Parse(ReadOnlyMemory<byte> bytes)
    {
        const int LongestEntry = 512;
        if (bytes.Length > LongestEntry || Read(bytes) is not { } entry || !entry.ToBytes().AsSpan().SequenceEqual(bytes.Span))
            return new Refusal(LogRefusal.EntryMalformed);
        return entry;
    }

    private static LogEntry? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind != JsonValueKind.Object || Text(document, "content") is not { } content || !LogSyntax.IsSha256Hex(content))
                return null;
            return (Text(document, "deed"), Text(document, "statement")) switch
            {
                (LogDeed.Issued, null) => Issued(content),
                ((LogDeed.Withdrawn or LogDeed.Replaced) and var deed, { } statement) when LogSyntax.IsSha256Hex(statement) => Ended(deed, content, statement),
                _ => null,
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text with half a character, which the reader throws on.
            return null;
        }
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Sha256(string hex, string parameter) =>
        LogSyntax.IsSha256Hex(hex) ? hex : throw new ArgumentException("A SHA-256 has 64 lower-case hexadecimal digits.", parameter);
}
