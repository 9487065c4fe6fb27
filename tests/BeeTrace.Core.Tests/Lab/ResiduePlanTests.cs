using CsCheck;
using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class ResiduePlanTests
{
    [Theory]
    [InlineData(0.90, 29, 36)]
    [InlineData(0.95, 59, 72)]
    [InlineData(0.97, 99, 122)]
    [InlineData(0.98, 149, 183)]
    [InlineData(0.99, 299, 368)]
    [InlineData(0.995, 598, 736)]
    public void A_population_without_end_needs_what_the_closed_form_says(double rate, int oneSided, int twoSided)
    {
        ZeroFailures.SampleSize(rate).ShouldBe(oneSided);
        ZeroFailures.SampleSize(rate, 0.975).ShouldBe(twoSided);
        ResiduePlan.SampleSize(10_000_000, rate).ShouldBe(oneSided);
    }

    [Theory]
    [InlineData(150, 0.993333)]
    [InlineData(300, 0.983333)]
    [InlineData(500, 0.980000)]
    [InlineData(1000, 0.977000)]
    [InlineData(1500, 0.976666)]
    [InlineData(3000, 0.976000)]
    [InlineData(10000, 0.975500)]
    public void A_hundred_and_twenty_lots_show_what_they_show_and_no_more(int population, double rate)
    {
        ResiduePlan.SampleSize(population, rate).ShouldBeLessThanOrEqualTo(120);
        ResiduePlan.SampleSize(population, rate + (1.0 / population)).ShouldBeGreaterThan(120);
    }

    [Fact]
    public void The_sample_is_the_least_that_leaves_no_more_bad_lots_than_the_rate_allows() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Int[500, 999]).Sample((population, perMille) =>
        {
            var rate = perMille / 1000.0;
            var allowed = population * (1000 - perMille) / 1000;
            var n = ResiduePlan.SampleSize(population, rate);
            return FinitePopulation.LargestBadNotExcluded(population, n, 0) <= allowed
                && (n == 1 || FinitePopulation.LargestBadNotExcluded(population, n - 1, 0) > allowed);
        });

    [Theory]
    [InlineData("1", 10)]
    [InlineData("300", 10)]
    [InlineData("300.5", 20)]
    [InlineData("3000", 100)]
    [InlineData("3001", 101)]
    [InlineData("6000", 110)]
    public void Honey_for_surveillance_goes_by_tonnes(string tonnes, int samples) =>
        ResiduePlan.HoneyBySurveillance(decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(samples);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(20, 10)]
    [InlineData(21, 11)]
    [InlineData(30, 11)]
    [InlineData(31, 12)]
    public void Propolis_is_opened_by_the_half_and_then_by_the_ten(int pieces, int opened) => ResiduePlan.PropolisPieces(pieces).ShouldBe(opened);
}
