using System.Globalization;
using System.Text;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Pdf;

namespace BeeTrace.Verifier;

/// <summary>What a certificate's PDF carries beside its pages.</summary>
public static class PaperAttachment
{
    /// <summary>The canonical content; its SHA-256 is what the log knows.</summary>
    public const string Content = "certificate.json";

    /// <summary>The content as a verifiable credential, for programs; covered by the PDF's signature and not read here.</summary>
    public const string Credential = "conformity-credential.json";

    /// <summary>The proof that the content is in the log (<see cref="LogProof"/>).</summary>
    public const string Proof = "log-proof.txt";
}

/// <summary>
/// Checks a certificate with nothing but itself and keys that were trusted before: no network, no database, no clock. Safe
/// for any bytes; an expected "no" is a verdict, never an exception.
/// </summary>
public sealed class PaperCheck(TrustedKeys keys)
{
    /// <summary>House rule: a certificate has some 100 KB; a file above 5 MiB is none and is not read.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    private const int LongestNumber = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks a PDF as it was given out.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="later">A checkpoint of the same log that is known from elsewhere; null to compare with none.</param>
    public PaperVerdict Check(ReadOnlyMemory<byte> file, KnownTree? later = null)
    {
        if (file.Length > LargestFile)
            return PaperVerdict.Of(PaperFinding.TooLarge);
        var signature = PdfSignatureCheck.Check(file, keys.Authorities, keys.TimestampAuthorities is { Count: > 0 } clocks ? clocks : null);
        var verdict = signature.Finding == PdfFinding.Signed ? Attached(file, later) : PaperVerdict.Of(PaperFindings.Of(signature.Finding));
        if (verdict.Holds)
            verdict = verdict with { Reasons = [Words.Signed(signature.Signer?.Subject), .. verdict.Reasons] };
        return verdict with { SignedAt = signature.SignedAt, TimestampedAt = signature.TimestampedAt, Signer = signature.Signer?.Subject };
    }

    /// <summary>Checks bare content with its proof, as they were saved from a paper or from the issuer. Who signed a PDF is not known then; the log's signature is.</summary>
    /// <param name="content">The bytes of <see cref="PaperAttachment.Content"/>.</param>
    /// <param name="proof">The bytes of <see cref="PaperAttachment.Proof"/>.</param>
    /// <param name="later">As in <see cref="Check"/>.</param>
    public PaperVerdict CheckContent(ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> proof, KnownTree? later = null)
    {
        if (content.Length > LargestFile || proof.Length > LargestFile)
            return PaperVerdict.Of(PaperFinding.TooLarge);
        var canonical = CanonicalJson.Parse(content);
        if (!canonical.IsDone || !Utf8.GetBytes(canonical.Value).AsSpan().SequenceEqual(content.Span))
            return PaperVerdict.Of(PaperFinding.ContentNotCanonical);
        var sha256 = CanonicalJson.Sha256Hex(canonical.Value);
        if (NumberOf(canonical.Value) is not { } number)
            return PaperVerdict.Of(PaperFinding.NumberMissing) with { ContentSha256 = sha256 };

        var claim = new PaperVerdict(PaperFinding.ProofMalformed, number, sha256, null, null, null, [PaperFinding.ProofMalformed.Sentence()]);
        return TextOf(proof) is { } text && LogProof.Parse(text) is { IsDone: true } read ? Logged(claim, read.Value, later) : claim;
    }

    private PaperVerdict Attached(ReadOnlyMemory<byte> file, KnownTree? later) =>
        PdfAttachments.Read(file) is { } attachments
        && attachments.TryGetValue(PaperAttachment.Content, out var content)
        && attachments.TryGetValue(PaperAttachment.Proof, out var proof)
        && attachments.ContainsKey(PaperAttachment.Credential)
            ? CheckContent(content, proof, later)
            : PaperVerdict.Of(PaperFinding.AttachmentMissing);

    private PaperVerdict Logged(PaperVerdict claim, LogProof proof, KnownTree? later)
    {
        PaperVerdict No(PaperFinding finding) => claim with { Finding = finding, Reasons = [finding.Sentence()] };

        var finding = keys.Believe(proof.Checkpoint, out var tree);
        if (tree is not null)
            claim = claim with { LogIndex = proof.Index, LogSize = tree.Size };
        if (finding != PaperFinding.Holds || tree is null)
            return No(finding);
        var leaf = LogEntry.Issued(claim.ContentSha256!).Leaf;
        if (!MerkleTree.VerifyInclusion(leaf, proof.Index, tree.Size, proof.Hashes, tree.Root))
            return No(PaperFinding.NotInLog);
        if (later?.Compare(tree) is { } compared and not PaperFinding.Holds)
            return No(compared);
        return claim with
        {
            Finding = PaperFinding.Holds,
            Reasons = [Words.Content(claim.ContentSha256!), Words.Logged(tree.Origin, proof.Index, tree.Size), .. later is null ? [] : new[] { Words.Compared(later.Checkpoint.Size) }, PaperVerdict.LaterEndUnknown],
        };
    }

    private static string? NumberOf(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        return document.RootElement is { ValueKind: JsonValueKind.Object } content && content.TryGetProperty("number", out var number)
            && number.ValueKind == JsonValueKind.String && number.GetString() is { Length: > 0 and <= LongestNumber } text && !text.Any(char.IsControl)
                ? text : null;
    }

    private static string? TextOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static class Words
    {
        public static Bilingual Signed(string? signer) => new($"签名覆盖整个文件，签名者可信：{signer}。", $"The signature covers the whole file, and its signer is trusted: {signer}.");

        public static Bilingual Content(string sha256) => new($"附带的内容是规范的，SHA-256 为 {sha256}。", $"The attached content is canonical; its SHA-256 is {sha256}.");

        public static Bilingual Logged(string origin, long index, long size) => new(
            string.Create(CultureInfo.InvariantCulture, $"内容登记在日志 {origin} 的第 {index} 号位置（从 0 数起），当时日志共有 {size} 条。"),
            string.Create(CultureInfo.InvariantCulture, $"The content stands in the log {origin} at index {index} (counted from 0), of {size} entries at that time."));

        public static Bilingual Compared(long size) => new(
            string.Create(CultureInfo.InvariantCulture, $"它与给出的 {size} 条日志的检查点属于同一历史。"),
            string.Create(CultureInfo.InvariantCulture, $"It is of one history with the given checkpoint of {size} entries."));
    }
}
