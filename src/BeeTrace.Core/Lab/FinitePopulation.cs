namespace BeeTrace.Core.Lab;

/// <summary>
/// What a sample says of a population that is not much larger than itself, drawn without replacement (hypergeometric): with every
/// lot drawn nothing is left to doubt. For populations far larger than the sample it comes to the exact binomial bound.
/// </summary>
public static class FinitePopulation
{
    /// <summary>
    /// The largest number of bad lots in <paramref name="population"/> that finding at most <paramref name="bad"/> bad ones among
    /// <paramref name="drawn"/> does not exclude. None bad among 120 of 1000: 23.
    /// </summary>
    /// <param name="population">Lots there are.</param>
    /// <param name="drawn">Lots drawn at random, none twice.</param>
    /// <param name="bad">Bad ones among those drawn.</param>
    /// <param name="confidence">One-sided confidence.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ bad ≤ drawn ≤ population, nothing drawn, or a confidence outside (0, 1).</exception>
    public static int LargestBadNotExcluded(int population, int drawn, int bad, double confidence = PassRate.Confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drawn, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, population);
        ArgumentOutOfRangeException.ThrowIfNegative(bad);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bad, drawn);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        // The chance to find so few falls with every further bad lot: halve the range until it is one.
        var (least, most) = (bad, population - drawn + bad);
        while (least < most)
        {
            var middle = least + ((most - least + 1) / 2);
            if (ChanceOfAtMost(bad, population, drawn, middle) > 1 - confidence)
                least = middle;
            else
                most = middle - 1;
        }

        return least;
    }

    /// <summary>"With 95 % confidence at least this part of the population passes."</summary>
    /// <inheritdoc cref="LargestBadNotExcluded" path="/param" />
    /// <inheritdoc cref="LargestBadNotExcluded" path="/exception" />
    public static double LowestPassRate(int population, int drawn, int bad, double confidence = PassRate.Confidence) =>
        1 - ((double)LargestBadNotExcluded(population, drawn, bad, confidence) / population);

    private static double ChanceOfAtMost(int found, int population, int drawn, int bad)
    {
        var chance = 0.0;
        for (var k = Math.Max(0, drawn - (population - bad)); k <= Math.Min(found, bad); k++)
            chance += Math.Exp(LogChoose(bad, k) + LogChoose(population - bad, drawn - k) - LogChoose(population, drawn));
        return chance;
    }

    private static double LogChoose(int n, int k) =>
        RegularisedBeta.LogGamma(n + 1.0) - RegularisedBeta.LogGamma(k + 1.0) - RegularisedBeta.LogGamma(n - k + 1.0);
}
