using System.Globalization;
using BeeTrace.Core.Lab;
using CsCheck;

namespace BeeTrace.Core.Tests.Lab;

public sealed class PassRateTests
{
    private static readonly Golden Table = new("Lab/intervals.csv");

    public static TheoryData<string> Cases => Table.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_interval_is_that_of_the_table_to_six_decimals(string name)
    {
        var row = Table[name];
        var (x, n) = ((int)row.Number("successes")!, (int)row.Number("trials")!);
        var exact = ClopperPearson.TwoSided(x, n);
        var score = Wilson.TwoSided(x, n);

        var computed = new Dictionary<string, double>
        {
            ["rate"] = new PassRate(x, n, 0).Rate!.Value,
            ["cp_lower_two"] = exact.Lower,
            ["cp_upper_two"] = exact.Upper,
            ["cp_lower_one"] = ClopperPearson.LowerOneSided(x, n),
            ["cp_upper_one"] = ClopperPearson.UpperOneSided(x, n),
            ["wilson_lower_two"] = score.Lower,
            ["wilson_upper_two"] = score.Upper,
            ["wilson_lower_one"] = Wilson.LowerOneSided(x, n),
            ["wilson_upper_one"] = Wilson.UpperOneSided(x, n),
        };
        foreach (var (column, value) in computed)
        {
            if (row[column] is { } expected)
                value.ToString("F6", CultureInfo.InvariantCulture).ShouldBe(expected, column);
        }
    }

    [Fact]
    public void All_of_120_passed_is_at_least_97_percent_two_sided_and_97_and_a_half_one_sided()
    {
        var rate = new PassRate(120, 120, 0);

        rate.Rate.ShouldBe(1.0);
        rate.LowerTwoSided!.Value.ShouldBe(0.9697270274, 5e-11);
        rate.UpperTwoSided.ShouldBe(1.0);
        rate.LowerOneSided!.Value.ShouldBe(0.9753445989, 5e-11);
    }

    [Fact]
    public void Nothing_judged_has_no_rate_and_no_bounds()
    {
        var rate = new PassRate(0, 0, 7);

        rate.Rate.ShouldBeNull();
        rate.LowerTwoSided.ShouldBeNull();
        rate.UpperTwoSided.ShouldBeNull();
        rate.LowerOneSided.ShouldBeNull();
    }

    [Theory]
    [InlineData(SamplingBasis.RandomSurveillance, true)]
    [InlineData(SamplingBasis.RoutineMonitoring, true)]
    [InlineData(SamplingBasis.RiskMonitoring, false)]
    [InlineData(SamplingBasis.Targeted, false)]
    [InlineData(SamplingBasis.Entrusted, false)]
    [InlineData(SamplingBasis.SelfCheck, false)]
    [InlineData(SamplingBasis.ExportBatch, false)]
    [InlineData(SamplingBasis.Complaint, false)]
    public void Only_random_samples_carry_an_interval(SamplingBasis basis, bool carries)
    {
        var rate = PassRate.Of([Verdict.Pass, Verdict.Fail], basis);

        rate.Rate.ShouldBe(0.5);
        (rate.LowerTwoSided is not null).ShouldBe(carries);
        (rate.UpperTwoSided is not null).ShouldBe(carries);
        (rate.LowerOneSided is not null).ShouldBe(carries);
    }

    [Fact]
    public void Undecided_samples_stand_beside_the_rate_and_samples_without_a_limit_nowhere()
    {
        var rate = PassRate.Of(Enum.GetValues<Verdict>(), SamplingBasis.RandomSurveillance);

        (rate.Passed, rate.Judged, rate.Inconclusive).ShouldBe((2, 4, 3));
    }

    [Fact]
    public void A_proficiency_test_and_a_re_test_are_never_counted() =>
        Enum.GetValues<SamplingBasis>().Where(basis => !basis.InStatistics()).ShouldBe([SamplingBasis.ReTest, SamplingBasis.ProficiencyTest]);

    [Fact]
    public void More_passed_than_judged_is_a_bug() => Should.Throw<ArgumentOutOfRangeException>(() => new PassRate(3, 2, 0));

    [Theory] // x = n: (α/2)^(1/n)
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(120)]
    [InlineData(2279)]
    [InlineData(1_000_000)]
    public void The_beta_inverse_agrees_with_the_closed_forms(int n)
    {
        ClopperPearson.TwoSided(n, n).Lower.ShouldBe(Math.Pow(0.025, 1.0 / n), 1e-12);
        ClopperPearson.TwoSided(0, n).Upper.ShouldBe(1 - Math.Pow(0.025, 1.0 / n), 1e-12);
        RegularisedBeta.Inverse(0.025, n, 1).ShouldBe(Math.Pow(0.025, 1.0 / n), 1e-12);
        RegularisedBeta.Inverse(0.025, 1, n).ShouldBe(1 - Math.Pow(0.975, 1.0 / n), 1e-12);
    }

    [Theory]
    [InlineData(2238, 2279)]
    [InlineData(1, 1_000_000)]
    [InlineData(500_000, 1_000_000)]
    [InlineData(999_999, 1_000_000)]
    [InlineData(17, 40)]
    public void A_bound_leaves_exactly_its_risk_in_the_tail(int x, int n)
    {
        var (lower, upper) = (ClopperPearson.TwoSided(x, n).Lower, ClopperPearson.TwoSided(x, n).Upper);

        lower.ShouldBeLessThan((double)x / n);
        upper.ShouldBeGreaterThan((double)x / n);
        RegularisedBeta.Value(lower, x, n - x + 1).ShouldBe(0.025, 1e-8);
        RegularisedBeta.Value(upper, x + 1, n - x).ShouldBe(0.975, 1e-8);
    }

    [Fact]
    public void The_incomplete_beta_is_the_binomial_tail()
    {
        // Summed term by term, which small n allow.
        const int n = 25;
        foreach (var p in new[] { 0.01, 0.2, 0.5, 0.83 })
        {
            for (var x = 1; x <= n; x++)
            {
                double term = Math.Pow(1 - p, n), below = 0;
                for (var k = 0; k < x; k++)
                {
                    below += term;
                    term *= p / (1 - p) * (n - k) / (k + 1);
                }

                RegularisedBeta.Value(p, x, n - x + 1).ShouldBe(1 - below, 1e-12);
            }
        }
    }

    [Fact]
    public void Log_gamma_is_the_log_of_factorials()
    {
        var sum = 0.0;
        for (var n = 1; n <= 170; n++)
        {
            RegularisedBeta.LogGamma(n).ShouldBe(sum, 1e-12 * Math.Max(1, sum));
            sum += Math.Log(n);
        }

        RegularisedBeta.LogGamma(0.5).ShouldBe(Math.Log(Math.PI) / 2, 1e-13);
    }

    [Theory]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.95, 1.6448536269514715)]
    [InlineData(0.5, 0)]
    [InlineData(0.025, -1.9599639845400536)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Normal_quantiles_are_exact(double p, double z) => NormalDistribution.Quantile(p).ShouldBe(z, 1e-14);

    [Fact]
    public void Bounds_enclose_the_rate_mirror_each_other_and_widen_with_confidence() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[0, 5000]).Sample((n, x) =>
        {
            x %= n + 1;
            foreach (var interval in (Func<int, double, ProportionInterval>[])[(k, c) => ClopperPearson.TwoSided(k, n, c), (k, c) => Wilson.TwoSided(k, n, c)])
            {
                var ninety = interval(x, 0.90);
                var ninetyNine = interval(x, 0.99);
                var mirrored = interval(n - x, 0.90);
                ninety.Lower.ShouldBeInRange(ninetyNine.Lower, (double)x / n);
                ninety.Upper.ShouldBeInRange((double)x / n, ninetyNine.Upper);
                mirrored.Lower.ShouldBe(1 - ninety.Upper, 1e-12);
            }
        });

    [Theory]
    [InlineData(0.90, 29, 36)]
    [InlineData(0.95, 59, 72)]
    [InlineData(0.97, 99, 122)]
    [InlineData(0.98, 149, 183)]
    [InlineData(0.99, 299, 368)]
    [InlineData(0.995, 598, 736)]
    public void So_many_samples_without_a_failure_show_a_rate(double rate, int at95, int at97AndAHalf)
    {
        ZeroFailures.SampleSize(rate).ShouldBe(at95);
        ZeroFailures.SampleSize(rate, 0.975).ShouldBe(at97AndAHalf);
    }

    [Theory]
    [InlineData(150, 1)]
    [InlineData(300, 5)]
    [InlineData(500, 10)]
    [InlineData(1000, 23)]
    [InlineData(1500, 35)]
    [InlineData(3000, 72)]
    [InlineData(10000, 245)]
    [InlineData(120, 0)]
    public void Drawing_120_good_lots_does_not_exclude_so_many_bad_ones(int lots, int bad) =>
        FinitePopulation.LargestBadNotExcluded(lots, 120, 0).ShouldBe(bad);

    [Theory] // Pass rates of the same table, to six decimals.
    [InlineData(150, "0.993333")]
    [InlineData(300, "0.983333")]
    [InlineData(500, "0.980000")]
    [InlineData(1000, "0.977000")]
    [InlineData(1500, "0.976667")]
    [InlineData(3000, "0.976000")]
    [InlineData(10000, "0.975500")]
    [InlineData(120, "1.000000")]
    public void Drawing_120_good_lots_shows_such_a_pass_rate(int lots, string rate) =>
        FinitePopulation.LowestPassRate(lots, 120, 0).ToString("F6", CultureInfo.InvariantCulture).ShouldBe(rate);

    [Fact]
    public void The_bound_of_a_small_population_is_that_of_counting_every_draw()
    {
        const int population = 18;
        for (var drawn = 1; drawn <= population; drawn++)
        {
            for (var bad = 0; bad <= drawn; bad++)
            {
                var counted = Enumerable.Range(bad, population - drawn + 1)
                    .Last(d => Enumerable.Range(0, bad + 1).Sum(k => Choose(d, k) * Choose(population - d, drawn - k)) > 0.05m * Choose(population, drawn));
                FinitePopulation.LargestBadNotExcluded(population, drawn, bad).ShouldBe(counted, $"{bad} of {drawn}");
            }
        }
    }

    [Fact]
    public void A_population_far_larger_than_the_sample_has_the_exact_binomial_bound()
    {
        foreach (var bad in new[] { 0, 1, 2, 7 })
            FinitePopulation.LowestPassRate(2_000_000, 120, bad).ShouldBe(ClopperPearson.LowerOneSided(120 - bad, 120), 1e-5);
    }

    [Fact]
    public void Knowing_a_population_never_says_less_than_not_knowing_it_by_a_whole_lot() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 10], Gen.Int[0, 3000]).Sample((drawn, bad, more) =>
        {
            bad = Math.Min(bad, drawn);
            var lowest = FinitePopulation.LowestPassRate(drawn + more, drawn, bad);
            lowest.ShouldBeLessThanOrEqualTo((double)(drawn + more - bad) / (drawn + more));
            // Drawing without replacement scatters less, so that nearly all bad is a little less unlikely: by less than one lot, and never where none is bad.
            var slack = bad == 0 ? 1e-9 : 1.0 / (drawn + more);
            lowest.ShouldBeGreaterThanOrEqualTo(ClopperPearson.LowerOneSided(drawn - bad, drawn) - slack);
        });

    [Fact]
    public void More_bad_ones_than_drawn_or_more_drawn_than_there_are_is_a_bug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => FinitePopulation.LargestBadNotExcluded(10, 3, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => FinitePopulation.LargestBadNotExcluded(2, 3, 0));
    }

    [Fact]
    public void Wilson_stands_beside_the_exact_bounds_where_it_is_asked_for()
    {
        var rate = new PassRate(119, 120, 0);

        var exact = rate.BoundsBy(IntervalMethod.ClopperPearson).ShouldNotBeNull();
        (exact.TwoSided.Lower, exact.TwoSided.Upper, exact.LowerOneSided).ShouldBe((rate.LowerTwoSided!.Value, rate.UpperTwoSided!.Value, rate.LowerOneSided!.Value));
        var score = rate.BoundsBy(IntervalMethod.Wilson).ShouldNotBeNull();
        score.TwoSided.Lower.ShouldBe(0.954304, 5e-7);
        score.TwoSided.Upper.ShouldBe(0.998527, 5e-7);
        score.LowerOneSided.ShouldBe(0.963513, 5e-7);
        (exact.Method.Name(), score.Method.Name()).ShouldBe(("Clopper-Pearson", "Wilson"));
        new PassRate(119, 120, 0, random: false).BoundsBy(IntervalMethod.Wilson).ShouldBeNull();
        new PassRate(0, 0, 3).BoundsBy(IntervalMethod.Wilson).ShouldBeNull();
    }

    [Fact]
    public void Below_five_judged_a_public_page_shows_counts_only()
    {
        new PassRate(4, 4, 9).ShowsRatePublicly.ShouldBeFalse();
        new PassRate(5, 5, 0).ShowsRatePublicly.ShouldBeTrue();
    }

    [Fact]
    public void Years_are_compared_only_on_the_same_panel_and_version()
    {
        RateGround Honey(string version, params string[] panel) => new("HONEY", version, panel);
        var old = Honey("CN-2018.1", "ZINC", "SUCROSE");

        RateGround.WhyNotComparable([old], [Honey("CN-2018.1", "SUCROSE", "ZINC")]).ShouldBeNull();
        RateGround.WhyNotComparable([old], [Honey("CN-2019.1", "ZINC", "SUCROSE")]).ShouldNotBeNull().En.ShouldContain("CN-2018.1 and CN-2019.1");
        RateGround.WhyNotComparable([old], [Honey("CN-2018.1", "ZINC", "SUCROSE", "AOZ")]).ShouldNotBeNull().En.ShouldContain("panels");
        RateGround.WhyNotComparable([old], [old with { Product = "POLLEN" }]).ShouldNotBeNull().En.ShouldContain("Different products");
        RateGround.WhyNotComparable([old], []).ShouldBeNull();
    }

    private static decimal Choose(int n, int k)
    {
        if (k < 0 || k > n)
            return 0m;
        var ways = 1m;
        for (var i = 1; i <= k; i++)
            ways = ways * (n - k + i) / i;
        return ways;
    }
}
