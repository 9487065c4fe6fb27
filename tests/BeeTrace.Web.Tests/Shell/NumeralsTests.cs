using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Tests.Shell;

public sealed class NumeralsTests
{
    [Theory]
    [InlineData(0.9753445989, "97.5 %")]
    [InlineData(0.9697270274, "97.0 %")]
    [InlineData(0.99979, "99.9 %")]
    [InlineData(1.0, "100 %")]
    [InlineData(0.0002, "0.1 %")]
    [InlineData(0.0, "0 %")]
    public void A_proportion_is_never_rounded_to_all_or_nothing(double proportion, string text) =>
        Numerals.Proportion(proportion).Replace('\u00A0', ' ').ShouldBe(text);

    [Fact]
    public void An_interval_says_percent_once() => Numerals.Interval(0.9697, 1).ShouldBe("97.0–100\u00A0%");

    [Theory]
    [InlineData("1250.000", null, "1,250.000")]
    [InlineData("703.87", null, "703.87")]
    [InlineData("1225.835", 2, "1,225.84")]
    [InlineData("1225.825", 2, "1,225.82")]
    [InlineData("0", null, "0")]
    public void An_amount_keeps_the_decimals_it_was_measured_with(string amount, int? decimals, string text) =>
        Numerals.Amount(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), decimals).ShouldBe(text);

    [Fact]
    public void A_unit_does_not_leave_its_number() => Numerals.Amount(703.87m, "t").ShouldBe("703.87\u00A0t");

    [Theory]
    [InlineData(0.9697, 0.95)]
    [InlineData(0.941, 0.9)]
    [InlineData(0.86, 0.8)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.1, 0.0)]
    public void An_axis_begins_at_the_highest_round_place_that_shows_everything(double lowest, double start)
    {
        var axis = RateAxis.For(lowest);
        axis.Start.ShouldBe(start);
        axis.Ticks[0].ShouldBe(start);
        axis.Ticks[^1].ShouldBe(1);
        axis.Place(lowest).ShouldBeInRange(0, 1);
        axis.Place(1).ShouldBe(1);
    }
}
