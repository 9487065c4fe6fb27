namespace BeeTrace.Core.Lab;

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

    /// <summary>Why the sample was judged again; null for the evaluation that approval froze.</summary>
    public string? Why { get; init; }

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
