namespace BeeTrace.Core.Lab;

/// <summary>Which of several findings speaks for all.</summary>
internal static class Findings
{
    /// <summary>The strictest; of equal ones a law before a contract, then the tighter limit, then the first. Null where there is none.</summary>
    internal static Finding? Strictest(IEnumerable<Finding> findings)
    {
        Finding? strictest = null;
        foreach (var finding in findings)
        {
            if (strictest is null || Compare(finding, strictest) < 0)
                strictest = finding;
        }

        return strictest;
    }

    /// <summary>The mildest; of equal ones the wider limit, then the first.</summary>
    internal static Finding Mildest(IEnumerable<Finding> findings)
    {
        Finding? mildest = null;
        foreach (var finding in findings)
        {
            if (mildest is null || CompareWidth(finding, mildest) > 0)
                mildest = finding;
        }

        return mildest!;
    }

    internal static Verdict Stricter(Verdict one, Verdict other) => one.Strictness() <= other.Strictness() ? one : other;

    private static int Compare(Finding one, Finding other)
    {
        var byVerdict = one.Verdict.Strictness().CompareTo(other.Verdict.Strictness());
        if (byVerdict != 0)
            return byVerdict;
        // A broken law is named before a broken contract.
        var byContract = IsBrokenContract(one).CompareTo(IsBrokenContract(other));
        return byContract != 0 ? byContract : Tightness(one.Limit).CompareTo(Tightness(other.Limit));
    }

    private static int CompareWidth(Finding one, Finding other)
    {
        var byVerdict = one.Verdict.Strictness().CompareTo(other.Verdict.Strictness());
        return byVerdict != 0 ? byVerdict : Tightness(one.Limit).CompareTo(Tightness(other.Limit));
    }

    private static bool IsBrokenContract(Finding finding) => finding.Verdict.IsFailed() && finding.Limit.Kind == LimitKind.ContractValue;

    // The smaller, the tighter; in the dimension's base unit, so that mg/kg and µg/kg compare.
    private static decimal Tightness(Limit limit)
    {
        var unit = Unit.Parse(limit.Unit);
        var size = unit.IsDone ? unit.Value.Size : 1m;
        return limit.Comparator switch
        {
            Comparator.AtMost or Comparator.LessThan => (limit.High ?? 0m) * size,
            Comparator.AtLeast or Comparator.MoreThan => -(limit.Low ?? 0m) * size,
            Comparator.Within => ((limit.High ?? 0m) - (limit.Low ?? 0m)) * size,
            _ => decimal.MinValue,
        };
    }
}
