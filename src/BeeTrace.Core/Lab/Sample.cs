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

    public required DateOnly DrawnOn { get; init; }

    public required AccountId DrawnBy { get; init; }

    public DateOnly? ReceivedOn { get; set; }

    public AccountId? ReceivedBy { get; set; }

    public required SampleStatus Status { get; set; }

    public AccountId? SubmittedBy { get; set; }

    /// <summary>Who approved: never one of those who entered a reading (ISO/IEC 17025:2017 7.8.1.1, four eyes).</summary>
    public AccountId? ApprovedBy { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The verdict under the county's own market; null until approved.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>Concurrency token: the second of two writers is told.</summary>
    public uint Version { get; init; }
}

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

/// <summary>A sample judged under one market profile on one day: a frozen copy of limits, rule and verdict. Never overwritten.</summary>
public sealed class Evaluation
{
    public required EvaluationId Id { get; init; }

    public required SampleId SampleId { get; init; }

    public required string Market { get; init; }

    public required string ProfileVersion { get; init; }

    public required DecisionRule Rule { get; init; }

    public required Verdict Verdict { get; init; }

    public required DateTimeOffset EvaluatedAt { get; init; }

    public required AccountId EvaluatedBy { get; init; }

    public List<EvaluationItem> Items { get; init; } = [];
}

/// <summary>One analyte of an <see cref="Evaluation"/>, with the limit as it read that day.</summary>
public sealed class EvaluationItem
{
    public required EvaluationId EvaluationId { get; init; }

    public required string Analyte { get; init; }

    public ReadingId? ReadingId { get; init; }

    public required string ReadingZh { get; init; }

    public required string ReadingEn { get; init; }

    public required string Unit { get; init; }

    public required Verdict Verdict { get; init; }

    public string? LimitZh { get; init; }

    public string? LimitEn { get; init; }

    public string? Standard { get; init; }

    public string? Clause { get; init; }

    public string? Method { get; init; }

    public required DecisionRule Rule { get; init; }

    /// <summary>The value that was compared, and the value as printed; they may differ (GB/T 8170-2008).</summary>
    public required string JudgedValue { get; init; }

    public required string PrintedValue { get; init; }

    /// <summary>False where no source of the limit was seen.</summary>
    public required bool Verified { get; init; }

    public string? WhyZh { get; init; }

    public string? WhyEn { get; init; }
}
