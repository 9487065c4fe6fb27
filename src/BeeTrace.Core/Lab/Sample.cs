namespace BeeTrace.Core.Lab;

/// <summary>
/// One sampled unit of inspection (抽样批次): drawn from a lot, received, tested, judged once. Bulletins count these.
/// </summary>
public sealed class Sample
{
    public required SampleId Id { get; init; }

    public required SampleCode Code { get; init; }

    public required LotId LotId { get; init; }

    /// <summary>Owner of the lot, repeated here so that the database can decide who sees the row.</summary>
    public required FirmId FirmId { get; init; }

    public required string Product { get; init; }

    /// <summary>County of the sampled firm, for figures by county.</summary>
    public required string County { get; init; }

    public required SamplingBasis Basis { get; init; }

    /// <summary>Declared grade where the product standard has grades; null when none is declared.</summary>
    public string? Grade { get; init; }

    /// <summary>What the honey is declared to be, where a market has other limits for it.</summary>
    public DeclaredState[] States { get; init; } = [];

    public required DateOnly DrawnOn { get; init; }

    public required AccountId DrawnBy { get; init; }

    public DateOnly? ReceivedOn { get; set; }

    public AccountId? ReceivedBy { get; set; }

    /// <summary>The number it bears at the bench; null until the laboratory has it.</summary>
    public BlindCode? BlindCode { get; set; }

    /// <summary>The analyst who is to test it; null where nobody was named.</summary>
    public AccountId? AssignedTo { get; set; }

    public required SampleStatus Status { get; set; }

    public AccountId? SubmittedBy { get; set; }

    /// <summary>Who approved: never one of those who entered a reading (ISO/IEC 17025:2017 7.8.1.1, four eyes).</summary>
    public AccountId? ApprovedBy { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Why it was rejected; null unless it was.</summary>
    public RejectionReason? Rejection { get; set; }

    /// <summary>What was said when it was rejected or cancelled.</summary>
    public string? EndedWhy { get; set; }

    /// <summary>The verdict under the county's own market; null until approved.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>Concurrency token: the second of two writers is told.</summary>
    public uint Version { get; init; }
}
