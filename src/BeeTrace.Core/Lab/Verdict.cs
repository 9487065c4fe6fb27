namespace BeeTrace.Core.Lab;

/// <summary>What is said of a reading, or of a sample, against the limits of one market.</summary>
public enum Verdict
{
    /// <summary>The tested items meet the cited limits; nothing is said of items not tested.</summary>
    Pass,

    /// <summary>Meets the limit, but not by more than the uncertainty (non-binary rule only).</summary>
    ConditionalPass,

    /// <summary>Misses the limit, but not by more than the uncertainty (non-binary rule only).</summary>
    ConditionalFail,

    /// <summary>Does not meet a limit.</summary>
    Fail,

    /// <summary>The reading cannot decide, for example because the limit of detection is above the limit.</summary>
    CannotJudge,

    /// <summary>A fact is missing that decides which limit applies, for example the nectar source.</summary>
    NeedsInput,

    /// <summary>The market has no limit: reported, not judged. Not a pass.</summary>
    NoLimit,

    /// <summary>The market requires an analyte that was not tested.</summary>
    Incomplete,
}

/// <summary>How verdicts add up.</summary>
public static class Verdicts
{
    // Strictest first; the first one found is the sample's verdict.
    private static readonly Verdict[] ByStrictness =
    [
        Verdict.Fail, Verdict.ConditionalFail, Verdict.CannotJudge, Verdict.NeedsInput, Verdict.Incomplete,
        Verdict.ConditionalPass, Verdict.Pass, Verdict.NoLimit,
    ];

    private static readonly int[] Ranks = [.. Enum.GetValues<Verdict>().Select(verdict => Array.IndexOf(ByStrictness, verdict))];

    /// <summary>Counts as passed in a pass rate. House rule: a conditional pass is a pass with a larger risk (ILAC-G8:09/2019), so it counts.</summary>
    public static bool IsPassed(this Verdict verdict) => verdict is Verdict.Pass or Verdict.ConditionalPass;

    /// <summary>Counts as failed in a pass rate.</summary>
    public static bool IsFailed(this Verdict verdict) => verdict is Verdict.Fail or Verdict.ConditionalFail;

    /// <summary>Neither passed nor failed: left out of the denominator and shown beside it.</summary>
    public static bool IsInconclusive(this Verdict verdict) => !verdict.IsPassed() && !verdict.IsFailed();

    /// <summary>
    /// The verdict on a sample: fail if any item fails; else undecided if any item is; else pass. Items without a limit do
    /// not count unless there are only such items, or none.
    /// </summary>
    public static Verdict Together(IEnumerable<Verdict> items) =>
        items.DefaultIfEmpty(Verdict.NoLimit).MinBy(Strictness);

    /// <summary>0 for the strictest verdict, growing towards the mildest.</summary>
    internal static int Strictness(this Verdict verdict) => Ranks[(int)verdict];
}
