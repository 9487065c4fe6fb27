namespace BeeTrace.Core.Lab;

/// <summary>
/// How many samples for residues: by what they have to show when none of them fails, or by a rule of a standard. Not
/// <see cref="AcceptancePlan"/>, which counts packages.
/// </summary>
public static class ResiduePlan
{
    /// <summary>Source of <see cref="HoneyBySurveillance"/>; replaced since by Regulations (EU) 2022/1644 and 2022/1646, and not compared with the official text (trust mark K).</summary>
    public const string SurveillanceSource = "Directive 96/23/EC, Annex IV (replaced)";

    /// <summary>Source of <see cref="PropolisPieces"/>, seen in an excerpt (trust mark S).</summary>
    public const string PropolisSource = "SB/T 10096-92";

    /// <summary>Rates that people ask for, with 95 % confidence each.</summary>
    public static IReadOnlyList<double> Rates { get; } = [0.90, 0.95, 0.97, 0.98, 0.99, 0.995];

    /// <summary>
    /// The least number of samples drawn at random from <paramref name="population"/> lots, all passing, that shows with the wanted confidence
    /// a pass rate of at least <paramref name="rate"/> among these lots. Exact (hypergeometric), so never more than there are lots; for a
    /// large population it comes to <see cref="ZeroFailures.SampleSize"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No lot, or rate or confidence outside of (0, 1).</exception>
    public static int SampleSize(int population, double rate, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        var (low, high) = (1, Math.Min(population, ZeroFailures.SampleSize(rate, confidence)));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Shows(population, middle, rate, confidence))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>
    /// Honey for a surveillance plan: 10 samples for each 300 t of the first 3000 t, then one for each 300 t more. House rule: begun 300 t count,
    /// so that rounding never asks for fewer than the rule.
    /// </summary>
    /// <param name="tonnes">A year's production in tonnes.</param>
    public static int HoneyBySurveillance(decimal tonnes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tonnes);
        var parts = (int)decimal.Ceiling(tonnes / 300);
        return (10 * Math.Min(parts, 10)) + Math.Max(parts - 10, 0);
    }

    /// <summary>Propolis pieces to open: at least half of up to 20, above that one more for each 10 more. House rule: a begun ten counts, as above.</summary>
    public static int PropolisPieces(int pieces)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        return pieces <= 20 ? (pieces + 1) / 2 : 10 + ((pieces - 20 + 9) / 10);
    }

    /// <summary>Does a sample without a failure leave so few bad lots possible that the rate holds?</summary>
    private static bool Shows(int population, int drawn, double rate, double confidence) =>
        population - FinitePopulation.LargestBadNotExcluded(population, drawn, 0, confidence) >= Math.Ceiling((rate * population) - 1e-9);
}
