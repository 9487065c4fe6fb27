using BeeTrace.Core;

namespace BeeTrace.Verifier;

/// <summary>The result of a check.</summary>
/// <remarks>What does not hold still says what it claims to be, so that its holder can be told which paper is meant; nothing of that is to be believed.</remarks>
/// <param name="Finding">Where the check came to.</param>
/// <param name="Number">The certificate's number as its content says; null when the check did not come that far.</param>
/// <param name="ContentSha256">SHA-256 of the attached content in lower-case hex; null when the check did not come that far.</param>
/// <param name="SignedAt">When the issuer says to have signed; null for bare content, which bears no such signature.</param>
/// <param name="LogIndex">Where the proof says that the certificate stands in the log, from 0.</param>
/// <param name="LogSize">How many entries the log had by the proof's checkpoint.</param>
/// <param name="Reasons">What was found, as sentences: the reason why it does not hold, or all that was shown.</param>
public sealed record PaperVerdict(
    PaperFinding Finding,
    string? Number,
    string? ContentSha256,
    DateTimeOffset? SignedAt,
    long? LogIndex,
    long? LogSize,
    IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>True when everything was checked and found right.</summary>
    public bool Holds => Finding == PaperFinding.Holds;

    /// <summary>When the signature existed by the word of a time-stamp authority; null without a time-stamp.</summary>
    public DateTimeOffset? TimestampedAt { get; init; }

    /// <summary>The signer as the certificate names him (X.500); null before he is known.</summary>
    public string? Signer { get; init; }

    /// <summary>What an offline check can never say.</summary>
    public static Bilingual LaterEndUnknown { get; } = new(
        "离线检查看不到证书后来是否被撤销或替换；请在签发机构的查验页面上再查一次编号。",
        "Offline it cannot be seen whether the certificate was withdrawn or replaced later; ask the issuer’s check page for its number.");

    internal static PaperVerdict Of(PaperFinding finding) => new(finding, null, null, null, null, null, [finding.Sentence()]);
}
