namespace BeeTrace.Core.Trace;

/// <summary>
/// A lot that may not be used or sold (扣留): since a sample of it failed, or since an officer said so. It ends when an officer
/// releases it, with a reason; what was held once stays on record.
/// </summary>
public sealed class LotHold
{
    public required LotHoldId Id { get; init; }

    public required LotId LotId { get; init; }

    /// <summary>Owner of the lot, repeated here so that the database can decide who sees the row.</summary>
    public required FirmId FirmId { get; init; }

    /// <summary>The failing sample; null where an officer holds the lot for another reason.</summary>
    public SampleId? SampleId { get; init; }

    /// <summary>An officer's reason, for the firm to read; null where the failing sample says it.</summary>
    public string? Reason { get; init; }

    public required AccountId HeldBy { get; init; }

    public required DateTimeOffset HeldAt { get; init; }

    public AccountId? ReleasedBy { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public string? ReleaseReason { get; set; }
}
