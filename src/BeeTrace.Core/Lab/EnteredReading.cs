namespace BeeTrace.Core.Lab;

/// <summary>
/// A reading as one person entered it. It is never changed: a correction is a new one that supersedes it, with a reason.
/// </summary>
public sealed class EnteredReading
{
    public required ReadingId Id { get; init; }

    public required SampleId SampleId { get; init; }

    public required string Analyte { get; init; }

    /// <summary>What was typed, digits kept (<c>0.420</c>, <c>&lt;0.1</c>, <c>ND</c>, <c>未检出</c>).</summary>
    public required string Text { get; init; }

    public required ReadingKind Kind { get; init; }

    /// <summary>The number where there is one; null for "not detected", never 0.</summary>
    public decimal? Value { get; init; }

    public required string Unit { get; init; }

    /// <summary>Limit of detection of the method for this analyte and matrix, in <see cref="Unit"/>.</summary>
    public decimal? Lod { get; init; }

    /// <summary>Limit of quantification, in <see cref="Unit"/>.</summary>
    public decimal? Loq { get; init; }

    /// <summary>Expanded uncertainty (k = 2), in <see cref="Unit"/>.</summary>
    public decimal? Uncertainty { get; init; }

    /// <summary>Method standard, such as <c>GB/T 18932.19</c>.</summary>
    public string? Method { get; init; }

    public required AccountId EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public ReadingId? Supersedes { get; init; }

    /// <summary>Why it supersedes.</summary>
    public string? Reason { get; init; }
}
