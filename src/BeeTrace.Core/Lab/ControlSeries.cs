namespace BeeTrace.Core.Lab;

/// <summary>What is measured again and again to see whether a method still does what it should (ISO/IEC 17025:2017 7.7.1).</summary>
public enum ControlKind
{
    /// <summary>质控样: a material whose mean and standard deviation are known.</summary>
    Material,

    /// <summary>平行样: the same sample twice; judged is the relative difference in per cent.</summary>
    Duplicate,

    /// <summary>加标: a known amount is added to a sample; judged is the recovery in per cent.</summary>
    Spike,

    /// <summary>空白: a sample without the analyte; judged is the reading itself.</summary>
    Blank,
}

/// <summary>Where the mean and the standard deviation of a control material come from.</summary>
public enum AssignedFrom
{
    /// <summary>证书: from its certificate or a proficiency test's report.</summary>
    Certificate,

    /// <summary>本室数据: from the laboratory's own first results, at least <see cref="Baseline.FewestResults"/>.</summary>
    OwnResults,
}

/// <summary>One control series 质控系列 of one analyte. Its limits are typed with their source; there are none in the code.</summary>
public sealed class ControlSeries
{
    public required ControlSeriesId Id { get; init; }

    /// <summary>What stands on the chart and in the address: capital letters, digits and dashes.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required ControlKind Kind { get; init; }

    public required string Analyte { get; init; }

    /// <summary>Unit of what is measured; differences and recoveries are in per cent.</summary>
    public required string Unit { get; init; }

    /// <summary>For a <see cref="ControlKind.Material"/>.</summary>
    public AssignedFrom? AssignedFrom { get; init; }

    /// <summary>Assigned mean; null for other kinds, and until the own results are enough.</summary>
    public decimal? Mean { get; set; }

    /// <summary>Assigned standard deviation, above zero.</summary>
    public decimal? Sd { get; set; }

    /// <summary>How many own results went into them; null for a certificate.</summary>
    public int? BaselineCount { get; set; }

    /// <summary>Lowest recovery in per cent of a <see cref="ControlKind.Spike"/>.</summary>
    public decimal? Low { get; init; }

    /// <summary>Highest recovery or difference in per cent; for a <see cref="ControlKind.Blank"/> the limit of detection, which a blank stays below.</summary>
    public decimal? High { get; init; }

    /// <summary>Where mean, standard deviation or limits stand: certificate number, method and clause, or the laboratory's own procedure.</summary>
    public required string Source { get; init; }

    public required AccountId StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>One result of a control series. It is never changed; a later one may take its place, with a reason.</summary>
public sealed class ControlResult
{
    public required ControlResultId Id { get; init; }

    public required ControlSeriesId SeriesId { get; init; }

    public required DateOnly MeasuredOn { get; init; }

    /// <summary>The reading; of a duplicate the first, of a spike the one before the addition.</summary>
    public required decimal First { get; init; }

    /// <summary>Of a duplicate the second reading, of a spike the one after the addition.</summary>
    public decimal? Second { get; init; }

    /// <summary>Of a spike the amount that was added, in the series' unit.</summary>
    public decimal? Added { get; init; }

    public required AccountId EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public ControlResultId? Supersedes { get; init; }

    /// <summary>Why it takes the place of another.</summary>
    public string? Reason { get; init; }
}
