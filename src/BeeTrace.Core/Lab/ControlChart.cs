namespace BeeTrace.Core.Lab;

/// <summary>
/// What a control chart says of a point. The names are Westgard's: how many points, beyond how many standard deviations
/// (Westgard, Barry, Hunt, Groth: Clinical Chemistry 27 (1981) 493–501).
/// </summary>
public enum ControlSignal
{
    /// <summary>1-2s: one point beyond 2 standard deviations. A warning, no rejection.</summary>
    OneTwoS,

    /// <summary>1-3s: one point beyond 3 standard deviations.</summary>
    OneThreeS,

    /// <summary>2-2s: two points one after the other beyond 2 standard deviations on the same side.</summary>
    TwoTwoS,

    /// <summary>R-4s: two points one after the other, one beyond +2 and one beyond −2 standard deviations.</summary>
    RFourS,

    /// <summary>4-1s: four points one after the other beyond 1 standard deviation on the same side.</summary>
    FourOneS,

    /// <summary>10x: ten points one after the other on the same side of the mean.</summary>
    TenX,

    /// <summary>Outside of the limits that were typed for a duplicate, spike or blank.</summary>
    OutsideLimits,
}

/// <summary>One point of a chart.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Judged">What is judged: the reading, the difference in per cent, the recovery in per cent.</param>
/// <param name="Z">Distance from the assigned mean in standard deviations; null where there is none.</param>
/// <param name="Signals">What the chart says of it; empty where all is well.</param>
public sealed record ControlPoint(int Number, decimal Judged, decimal? Z, IReadOnlyList<ControlSignal> Signals)
{
    /// <summary>True where the run is not to be reported: any signal but the warning.</summary>
    public bool IsRejected => Signals.Any(signal => signal != ControlSignal.OneTwoS);
}

/// <summary>Control charts: Levey and Jennings' for materials, limits for all others.</summary>
public static class ControlChart
{
    /// <summary>
    /// What is judged of a result: of a duplicate |a − b| as per cent of the mean of both, of a spike what was found of what was added in per
    /// cent, otherwise the reading.
    /// </summary>
    public static decimal Judged(ControlKind kind, ControlResult result) => kind switch
    {
        ControlKind.Duplicate => Math.Abs(result.First - result.Second!.Value) * 200 / (result.First + result.Second.Value),
        ControlKind.Spike => (result.Second!.Value - result.First) * 100 / result.Added!.Value,
        _ => result.First,
    };

    /// <summary>The points of a series in the order of its results, which are the ones that stand.</summary>
    public static IReadOnlyList<ControlPoint> Points(ControlSeries series, IReadOnlyList<ControlResult> results)
    {
        var judged = results.Select(result => Judged(series.Kind, result)).ToList();
        if (series.Kind != ControlKind.Material)
            return [.. judged.Select((value, i) => new ControlPoint(i + 1, value, null, IsOutside(series, value) ? [ControlSignal.OutsideLimits] : []))];
        if (series is not { Mean: { } mean, Sd: { } sd })
            return [.. judged.Select((value, i) => new ControlPoint(i + 1, value, null, []))];

        var z = judged.ConvertAll(value => (value - mean) / sd);
        // What the mean was made of cannot be judged by it.
        var before = series.BaselineCount ?? 0;
        return [.. judged.Select((value, i) => new ControlPoint(i + 1, value, z[i], i < before ? [] : Signals(z[before..(i + 1)])))];
    }

    /// <summary>What Westgard's rules say of the last of these points. A point on a line is not beyond it.</summary>
    /// <param name="z">Distances from the mean in standard deviations, the oldest first.</param>
    public static IReadOnlyList<ControlSignal> Signals(IReadOnlyList<decimal> z)
    {
        var signals = new List<ControlSignal>();
        if (Run(z, 1, beyond: 2))
            signals.Add(ControlSignal.OneTwoS);
        if (Run(z, 1, beyond: 3))
            signals.Add(ControlSignal.OneThreeS);
        if (Run(z, 2, beyond: 2))
            signals.Add(ControlSignal.TwoTwoS);
        if (z is [.., var one, var other] && Math.Min(one, other) < -2 && Math.Max(one, other) > 2)
            signals.Add(ControlSignal.RFourS);
        if (Run(z, 4, beyond: 1))
            signals.Add(ControlSignal.FourOneS);
        if (Run(z, 10, beyond: 0))
            signals.Add(ControlSignal.TenX);
        return signals;
    }

    private static bool Run(IReadOnlyList<decimal> z, int length, decimal beyond)
    {
        if (z.Count < length)
            return false;
        var last = z.Skip(z.Count - length).ToList();
        return last.TrueForAll(value => value > beyond) || last.TrueForAll(value => value < -beyond);
    }

    private static bool IsOutside(ControlSeries series, decimal value) => series.Kind switch
    {
        // A blank stays below the limit of detection.
        ControlKind.Blank => value >= series.High,
        _ => value > series.High || value < series.Low,
    };
}

/// <summary>Mean and standard deviation of a laboratory's own first results of a control material.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Sd">Sample standard deviation (divided by n − 1), above zero.</param>
/// <param name="Count">How many results.</param>
public sealed record Baseline(decimal Mean, decimal Sd, int Count)
{
    /// <summary>Fewest results. House rule: twenty, the number that laboratories commonly use for a first chart; from fewer the standard deviation is too loose to judge by.</summary>
    public const int FewestResults = 20;

    /// <summary>Refuses fewer results (<see cref="QualityRefusal.TooFewResults"/>), and results that are all the same (<see cref="QualityRefusal.SdNotPositive"/>).</summary>
    public static Outcome<Baseline> Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < FewestResults)
            return new Refusal(QualityRefusal.TooFewResults, null, values.Count, FewestResults);
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        // A root has no end in decimal digits; fifteen of them are more than a chart can show.
        var sd = (decimal)Math.Sqrt((double)variance);
        return sd > 0 ? new Baseline(mean, sd, values.Count) : new Refusal(QualityRefusal.SdNotPositive, "Sd");
    }
}
