namespace BeeTrace.Core.Lab;

/// <summary>What a control series and its results must be.</summary>
public static class ControlRules
{
    /// <summary>Longest code of a series.</summary>
    public const int LongestCode = 30;

    /// <summary>Refuses a series without what its kind needs, every reason at once.</summary>
    /// <param name="series">What somebody wants to start; its source may be blank.</param>
    public static Outcome Check(ControlSeries series)
    {
        var refusals = new List<Refusal>();
        if (series.Code.Length is < 2 or > LongestCode || !series.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            refusals.Add(new Refusal(QualityRefusal.CodeMalformed, nameof(series.Code)));
        if (string.IsNullOrWhiteSpace(series.Name))
            refusals.Add(new Refusal(QualityRefusal.NameMissing, nameof(series.Name)));
        if (string.IsNullOrWhiteSpace(series.Source))
            refusals.Add(new Refusal(QualityRefusal.SourceMissing, nameof(series.Source)));
        refusals.AddRange(series.Kind == ControlKind.Material ? CheckAssigned(series) : CheckLimits(series));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>Refuses a result that lacks a number of its kind, or cannot be divided by.</summary>
    public static Outcome Check(ControlKind kind, decimal? first, decimal? second, decimal? added, DateOnly measuredOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (first is null)
            refusals.Add(new Refusal(QualityRefusal.NumberMissing, nameof(ControlResult.First)));
        if (second is null && kind is ControlKind.Duplicate or ControlKind.Spike)
            refusals.Add(new Refusal(QualityRefusal.NumberMissing, nameof(ControlResult.Second)));
        if (added is null && kind is ControlKind.Spike)
            refusals.Add(new Refusal(QualityRefusal.NumberMissing, nameof(ControlResult.Added)));
        if (kind is ControlKind.Spike && added <= 0)
            refusals.Add(new Refusal(QualityRefusal.NumberNotPositive, nameof(ControlResult.Added)));
        if (kind is ControlKind.Duplicate && first + second <= 0)
            refusals.Add(new Refusal(QualityRefusal.NumberNotPositive, nameof(ControlResult.Second)));
        if (measuredOn > today)
            refusals.Add(new Refusal(QualityRefusal.MeasuredInFuture, nameof(ControlResult.MeasuredOn)));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    private static IEnumerable<Refusal> CheckAssigned(ControlSeries series)
    {
        if (series.AssignedFrom != AssignedFrom.Certificate)
            yield break;
        if (series.Mean is null)
            yield return new Refusal(QualityRefusal.AssignedMissing, nameof(series.Mean));
        if (series.Sd is null)
            yield return new Refusal(QualityRefusal.AssignedMissing, nameof(series.Sd));
        if (series.Sd <= 0)
            yield return new Refusal(QualityRefusal.SdNotPositive, nameof(series.Sd));
    }

    private static IEnumerable<Refusal> CheckLimits(ControlSeries series)
    {
        if (series.High is null)
            yield return new Refusal(QualityRefusal.LimitMissing, nameof(series.High));
        if (series.Low is null && series.Kind == ControlKind.Spike)
            yield return new Refusal(QualityRefusal.LimitMissing, nameof(series.Low));
        if (series.High <= 0 || series.Low >= series.High)
            yield return new Refusal(QualityRefusal.LimitsSwapped, nameof(series.High));
    }
}
