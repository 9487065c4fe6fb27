namespace BeeTrace.Core.Lab;

/// <summary>
/// A pass rate: passed of judged, of one sampling basis and one panel at a time. Unless said otherwise of samples, each once
/// (<see cref="RateKind.Batch"/>); the other kinds count tests or firms and are never mixed with it.
/// </summary>
/// <remarks>
/// Counted are verdicts after re-test: a conditional pass passes, a conditional fail fails (<see cref="Verdicts.IsPassed"/>).
/// Bounds are exact (Clopper and Pearson 1934) at 95 %. <see cref="double"/> is right here: a probability is not a measured
/// quantity, and its error (below 1e-10) is far smaller than what sampling leaves open.
/// </remarks>
public sealed record PassRate
{
    /// <summary>Confidence of every bound here.</summary>
    public const double Confidence = 0.95;

    /// <summary>Name of the method, as figures state it.</summary>
    public const string Method = "Clopper-Pearson";

    /// <summary>
    /// House rule: below so many judged a public page shows counts and no rate, since a few samples point at single firms and a
    /// percentage of them says nothing.
    /// </summary>
    public const int LeastForPublicRate = 5;

    /// <param name="passed">Samples that passed.</param>
    /// <param name="judged">Samples that passed or failed.</param>
    /// <param name="inconclusive">Samples that could not be judged, needed input or were incomplete; not in the rate.</param>
    /// <param name="random">True where the samples were drawn at random from a population; otherwise there are counts but no bounds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more passed than were judged.</exception>
    public PassRate(int passed, int judged, int inconclusive, bool random = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passed);
        ArgumentOutOfRangeException.ThrowIfNegative(inconclusive);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, judged);
        (Passed, Judged, Inconclusive, Random) = (passed, judged, inconclusive, random);
    }

    /// <summary>Samples that passed.</summary>
    public int Passed { get; }

    /// <summary>Samples that passed or failed.</summary>
    public int Judged { get; }

    /// <summary>Samples left out of the rate, shown beside it.</summary>
    public int Inconclusive { get; }

    /// <summary>True where the sample stands for a population (<see cref="SamplingBases.IsRandom"/>).</summary>
    public bool Random { get; }

    /// <summary>Passed ÷ judged; null, never 0, when nothing was judged.</summary>
    public double? Rate => Judged == 0 ? null : (double)Passed / Judged;

    /// <summary>True where a public page may show the rate, not the counts alone.</summary>
    public bool ShowsRatePublicly => Judged >= LeastForPublicRate;

    /// <summary>Bounds by a method; null where nothing was judged or the samples stand for nothing but themselves.</summary>
    public RateBounds? BoundsBy(IntervalMethod method) => HasBounds ? RateBounds.Of(Passed, Judged, method) : null;

    /// <summary>Lower end of the two-sided 95 % interval.</summary>
    public double? LowerTwoSided => HasBounds ? ClopperPearson.TwoSided(Passed, Judged, Confidence).Lower : null;

    /// <summary>Upper end of the two-sided 95 % interval.</summary>
    public double? UpperTwoSided => HasBounds ? ClopperPearson.TwoSided(Passed, Judged, Confidence).Upper : null;

    /// <summary>"With 95 % confidence the pass rate is at least …".</summary>
    public double? LowerOneSided => HasBounds ? ClopperPearson.LowerOneSided(Passed, Judged, Confidence) : null;

    private bool HasBounds => Judged > 0 && Random;

    /// <summary>
    /// Counts verdicts of samples of one basis. A sample for which the market has no limit was not judged and is not inconclusive either.
    /// </summary>
    public static PassRate Of(IEnumerable<Verdict> verdicts, SamplingBasis basis)
    {
        int passed = 0, failed = 0, inconclusive = 0;
        foreach (var verdict in verdicts)
        {
            if (verdict.IsPassed())
                passed++;
            else if (verdict.IsFailed())
                failed++;
            else if (verdict != Verdict.NoLimit)
                inconclusive++;
        }

        return new PassRate(passed, passed + failed, inconclusive, basis.IsRandom());
    }
}
