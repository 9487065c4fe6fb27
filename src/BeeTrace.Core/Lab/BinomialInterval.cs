namespace BeeTrace.Core.Lab;

/// <summary>Lower and upper end of a confidence interval for a proportion, each between 0 and 1.</summary>
public readonly record struct ProportionInterval(double Lower, double Upper);

/// <summary>
/// Exact confidence bounds for a proportion: its coverage is never below the stated confidence (Clopper and Pearson,
/// Biometrika 26 (1934) 404). The default of BeeTrace. The Wald interval is deliberately missing: at 120 of 120 it claims 100–100 %.
/// </summary>
public static class ClopperPearson
{
    /// <summary>Two-sided interval, half the risk in each tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ <paramref name="successes"/> ≤ <paramref name="trials"/>, no trials, or a confidence outside (0, 1).</exception>
    public static ProportionInterval TwoSided(int successes, int trials, double confidence = 0.95)
    {
        Proportion.Check(successes, trials, confidence);
        var tail = (1 - confidence) / 2;
        return new ProportionInterval(Lower(successes, trials, tail), Upper(successes, trials, tail));
    }

    /// <summary>"At least": the whole risk in the lower tail.</summary>
    /// <inheritdoc cref="TwoSided" path="/exception" />
    public static double LowerOneSided(int successes, int trials, double confidence = 0.95)
    {
        Proportion.Check(successes, trials, confidence);
        return Lower(successes, trials, 1 - confidence);
    }

    /// <summary>"At most": the whole risk in the upper tail.</summary>
    /// <inheritdoc cref="TwoSided" path="/exception" />
    public static double UpperOneSided(int successes, int trials, double confidence = 0.95)
    {
        Proportion.Check(successes, trials, confidence);
        return Upper(successes, trials, 1 - confidence);
    }

    // P(X ≥ x | p) = I_p(x, n − x + 1); the bound is where that tail equals the risk. All or none have closed forms.
    private static double Lower(int x, int n, double tail) =>
        x == 0 ? 0
        : x == n ? Math.Exp(Math.Log(tail) / n)
        : RegularisedBeta.Inverse(tail, x, n - x + 1);

    // By symmetry: the upper bound for successes is one less the lower bound for failures.
    private static double Upper(int x, int n, double tail) => 1 - Lower(n - x, n, tail);
}

/// <summary>
/// Wilson's score interval without continuity correction (J. Am. Stat. Assoc. 22 (1927) 209): narrower than the exact one,
/// its coverage is the stated confidence on average only.
/// </summary>
public static class Wilson
{
    /// <summary>Two-sided interval, half the risk in each tail.</summary>
    /// <inheritdoc cref="ClopperPearson.TwoSided" path="/exception" />
    public static ProportionInterval TwoSided(int successes, int trials, double confidence = 0.95)
    {
        Proportion.Check(successes, trials, confidence);
        return Score(successes, trials, -NormalDistribution.Quantile((1 - confidence) / 2));
    }

    /// <summary>"At least": the whole risk in the lower tail.</summary>
    /// <inheritdoc cref="ClopperPearson.TwoSided" path="/exception" />
    public static double LowerOneSided(int successes, int trials, double confidence = 0.95)
    {
        Proportion.Check(successes, trials, confidence);
        return Score(successes, trials, -NormalDistribution.Quantile(1 - confidence)).Lower;
    }

    /// <summary>"At most": the whole risk in the upper tail.</summary>
    /// <inheritdoc cref="ClopperPearson.TwoSided" path="/exception" />
    public static double UpperOneSided(int successes, int trials, double confidence = 0.95)
    {
        Proportion.Check(successes, trials, confidence);
        return Score(successes, trials, -NormalDistribution.Quantile(1 - confidence)).Upper;
    }

    private static ProportionInterval Score(int x, int n, double z)
    {
        var square = z * z;
        var centre = x + (square / 2);
        var reach = z * Math.Sqrt(((double)x * (n - x) / n) + (square / 4));
        var size = n + square;
        return new ProportionInterval(x == 0 ? 0 : (centre - reach) / size, x == n ? 1 : (centre + reach) / size);
    }
}

/// <summary>Plans that end with no failure at all.</summary>
public static class ZeroFailures
{
    /// <summary>
    /// The least number of random samples, all passing, that shows a pass rate of at least <paramref name="rate"/>:
    /// the least n with rateⁿ ≤ 1 − confidence. 95 % at 95 % confidence needs 59.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Rate or confidence outside (0, 1).</exception>
    public static int SampleSize(double rate, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        return (int)Math.Ceiling(Math.Log(1 - confidence) / Math.Log(rate));
    }
}

/// <summary>Checks that every interval shares.</summary>
file static class Proportion
{
    internal static void Check(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
    }
}
