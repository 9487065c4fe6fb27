using System.Globalization;
using BeeTrace.Core.Trade;
using CsCheck;

namespace BeeTrace.Core.Tests.Trade;

public class ConcentrationTests
{
    private static readonly Gen<decimal[]> Amounts = Gen.Int[0, 1_000_000_000].Select(n => n / 1000m).Array[1, 40].Where(a => a.Sum() > 0);

    [Theory]
    // 50 + 30 + 10 of 100; 2500 + 900 + 100 + 100
    [InlineData("50 30 10 10", "90.00", 3600)]
    [InlineData("5", "100", 10000)]
    [InlineData("5 5", "100", 5000)]
    [InlineData("1 1 1", "100", 3333)]
    [InlineData("1 1 1 1 1 1 1", "42.86", 1429)]
    [InlineData("10 0 0 0", "100", 10000)]
    // 703.87 t of 1225.83 t and the rest by one: 57.42 % and 42.58 %
    [InlineData("703.87 521.96", "100", 5110)]
    [InlineData("1 1 1 157", "99.38", 9630)]
    [InlineData("0.000001 0.000001 0.000001 0.000001", "75", 2500)]
    public void Few_hands_are_a_number(string amounts, string largestThree, int index)
    {
        Concentration.LargestThree(Read(amounts)).ShouldBe(decimal.Parse(largestThree, CultureInfo.InvariantCulture));
        Concentration.HerfindahlHirschman(Read(amounts)).ShouldBe(index);
    }

    [Fact]
    public void Halves_go_to_the_even_number()
    {
        // Three of 1 in 1600 together: 3 / 1600 = 0.1875 %.
        Concentration.LargestThree([1, 1, 1, .. Enumerable.Repeat(1m, 1597)]).ShouldBe(0.19m);
        // 5 / 4000 = 0.125 %, half way.
        Concentration.LargestThree([3, 1, 1, .. Enumerable.Repeat(1m, 3995)]).ShouldBe(0.12m);
        // Shares of 0.5 % and 99.5 %: 0.25 + 9900.25 = 9900.5, half way.
        Concentration.HerfindahlHirschman([1, 199]).ShouldBe(9900);
        // 1.5 % and 98.5 %: 2.25 + 9702.25 = 9704.5.
        Concentration.HerfindahlHirschman([3, 197]).ShouldBe(9704);
        // 2.5 % and 97.5 %: 6.25 + 9506.25 = 9512.5; 3.5 % and 96.5 %: 12.25 + 9312.25 = 9324.5.
        Concentration.HerfindahlHirschman([5, 195]).ShouldBe(9512);
        // 12.5 %, 25 % and 62.5 %: 156.25 + 625 + 3906.25 = 4687.5.
        Concentration.HerfindahlHirschman([1, 2, 5]).ShouldBe(4688);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 0")]
    [InlineData("10 -1")]
    [InlineData("-1")]
    public void Of_nothing_and_of_less_than_nothing_there_is_none(string amounts)
    {
        Concentration.LargestThree(Read(amounts)).ShouldBeNull();
        Concentration.HerfindahlHirschman(Read(amounts)).ShouldBeNull();
    }

    [Theory]
    [InlineData("703.87", 1)]
    [InlineData("50", 2)]
    [InlineData("49", 4)]
    [InlineData("0", 5)]
    public void Who_has_the_same_shares_the_better_rank(string amount, int rank) =>
        Concentration.RankOf(decimal.Parse(amount, CultureInfo.InvariantCulture), [50, 703.87m, 49, 50]).ShouldBe(rank);

    [Fact]
    public void The_index_lies_between_the_even_market_and_the_monopoly() => Amounts.Sample(amounts =>
        Concentration.HerfindahlHirschman(amounts)!.Value.ShouldBeInRange((int)Math.Round(10_000m / amounts.Length, MidpointRounding.ToEven), 10_000));

    [Fact]
    public void Three_of_many_have_at_least_their_number_of_parts() => Amounts.Sample(amounts =>
        Concentration.LargestThree(amounts)!.Value.ShouldBeInRange(Math.Round(100m * Math.Min(3, amounts.Length) / amounts.Length, 2, MidpointRounding.ToEven), 100));

    [Fact]
    public void The_unit_makes_no_difference() => Amounts.Sample(amounts =>
    {
        decimal[] grams = [.. amounts.Select(a => a * 1000)];
        Concentration.HerfindahlHirschman(grams).ShouldBe(Concentration.HerfindahlHirschman(amounts));
        Concentration.LargestThree(grams).ShouldBe(Concentration.LargestThree(amounts));
    });

    private static decimal[] Read(string amounts) =>
        [.. amounts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => decimal.Parse(text, CultureInfo.InvariantCulture))];
}
