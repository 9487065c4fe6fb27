namespace BeeTrace.Core.Lab;

/// <summary>Why quality control is refused. Each code is the key of a sentence; its arguments are listed in order.</summary>
public static class QualityRefusal
{
    /// <summary>The code is no code of a series. Field <c>Code</c>. No arguments.</summary>
    public const string CodeMalformed = "lab.quality-code-malformed";

    /// <summary>Another series has the code. Field <c>Code</c>. Arguments: the code.</summary>
    public const string CodeTaken = "lab.quality-code-taken";

    /// <summary>The series has no name. Field <c>Name</c>. No arguments.</summary>
    public const string NameMissing = "lab.quality-name-missing";

    /// <summary>A mean, standard deviation or limit without a source. Field <c>Source</c>. No arguments.</summary>
    public const string SourceMissing = "lab.quality-source-missing";

    /// <summary>Mean or standard deviation is missing. Field <c>Mean</c> or <c>Sd</c>. No arguments.</summary>
    public const string AssignedMissing = "lab.quality-assigned-missing";

    /// <summary>The standard deviation is not above zero. Field <c>Sd</c>. No arguments.</summary>
    public const string SdNotPositive = "lab.quality-sd-not-positive";

    /// <summary>The kind of series needs a limit. Field <c>Low</c> or <c>High</c>. No arguments.</summary>
    public const string LimitMissing = "lab.quality-limit-missing";

    /// <summary>The lower limit is not below the upper one, or a limit is not above zero. Field <c>High</c>. No arguments.</summary>
    public const string LimitsSwapped = "lab.quality-limits-swapped";

    /// <summary>No such series. Arguments: the code.</summary>
    public const string SeriesUnknown = "lab.quality-series-unknown";

    /// <summary>A number of the result is missing. Field <c>First</c>, <c>Second</c> or <c>Added</c>. No arguments.</summary>
    public const string NumberMissing = "lab.quality-number-missing";

    /// <summary>A number cannot be what it says: an amount added of zero or less, or two results whose mean is not above zero. Field <c>Second</c> or <c>Added</c>. No arguments.</summary>
    public const string NumberNotPositive = "lab.quality-number-not-positive";

    /// <summary>The day of measuring is still to come. Field <c>MeasuredOn</c>. No arguments.</summary>
    public const string MeasuredInFuture = "lab.quality-measured-in-future";

    /// <summary>The result to be corrected is not there or was corrected before. No arguments.</summary>
    public const string ResultUnknown = "lab.quality-result-unknown";

    /// <summary>A correction needs a reason. Field <c>Reason</c>. No arguments.</summary>
    public const string ReasonMissing = "lab.quality-reason-missing";

    /// <summary>Too few results for a mean and standard deviation of one's own. Arguments: how many there are, how many are needed.</summary>
    public const string TooFewResults = "lab.quality-too-few-results";

    /// <summary>The series has its mean and standard deviation, or is of a kind that has none. No arguments.</summary>
    public const string NothingToAssign = "lab.quality-nothing-to-assign";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CodeMalformed, CodeTaken, NameMissing, SourceMissing, AssignedMissing, SdNotPositive, LimitMissing, LimitsSwapped, SeriesUnknown, NumberMissing,
        NumberNotPositive, MeasuredInFuture, ResultUnknown, ReasonMissing, TooFewResults, NothingToAssign,
    ];
}
