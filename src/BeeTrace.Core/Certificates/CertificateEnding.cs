namespace BeeTrace.Core.Certificates;

/// <summary>How a certificate ends. Both are for good: a paper that was withdrawn does not come back, a new one is issued.</summary>
public enum EndingDeed
{
    /// <summary>撤销: taken back, with nothing in its place.</summary>
    Withdrawn,

    /// <summary>替换: a newer one says what this one should have said.</summary>
    Replaced,
}

/// <summary>Why a certificate ended, in words that every reader understands in both languages; a note may add to it.</summary>
public enum EndReason
{
    /// <summary>Something on the paper is wrong that is no result: a name, a mass, a date.</summary>
    WrongOnPaper,

    /// <summary>A result it rests on no longer holds.</summary>
    ResultChanged,

    /// <summary>The firm or the goods are not those it was meant for.</summary>
    WrongGoods,

    /// <summary>The lot was recalled or stopped.</summary>
    LotStopped,

    /// <summary>The firm asked for it: it was never used.</summary>
    NotUsed,

    /// <summary>The paper or its code is misused.</summary>
    Misused,

    /// <summary>The figures were counted again.</summary>
    CountedAgain,
}

/// <summary>
/// The end of a certificate, said beside it: the paper and its row never change. The statement is canonical JSON, and the log
/// holds its hash.
/// </summary>
public sealed class CertificateEnding
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 400;

    public required CertificateId CertificateId { get; init; }

    public required EndingDeed Deed { get; init; }

    public required EndReason Reason { get; init; }

    /// <summary>More to the reason, in the signatory's own words; public.</summary>
    public string? Note { get; init; }

    /// <summary>Day in China (UTC+8).</summary>
    public required DateOnly EndedOn { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required AccountId EndedBy { get; init; }

    /// <summary>What stands in its place; of <see cref="EndingDeed.Replaced"/> only.</summary>
    public CertificateId? SuccessorId { get; init; }

    /// <summary>Canonical JSON (RFC 8785) of all this.</summary>
    public required string Statement { get; init; }

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Statement"/>, lower-case hex.</summary>
    public required string StatementSha256 { get; init; }
}

/// <summary>What of a lot travels with a consignment statement.</summary>
public sealed class ConsignmentLot
{
    public required CertificateId CertificateId { get; init; }

    public required LotId LotId { get; init; }

    /// <summary>The batch test certificate that speaks for the lot.</summary>
    public required CertificateId BatchCertificateId { get; init; }

    /// <summary>Net mass that leaves, in kilograms.</summary>
    public required decimal NetKg { get; init; }
}
