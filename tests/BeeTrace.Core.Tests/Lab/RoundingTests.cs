using System.Globalization;
using BeeTrace.Core.Lab;
using CsCheck;

namespace BeeTrace.Core.Tests.Lab;

public sealed class RoundingTests
{
    [Theory] // GB/T 8170-2008
    [InlineData("12.1498", 1, "12.1")]
    [InlineData("10.5002", 0, "11")]
    [InlineData("0.35", 1, "0.4")]
    [InlineData("1.050", 1, "1.0")]
    [InlineData("-0.0365", 3, "-0.036")]
    [InlineData("8.53459", 2, "8.53")]
    [InlineData("69.04", 1, "69.0")]
    [InlineData("69.05", 1, "69.0")]
    [InlineData("69.15", 1, "69.2")]
    [InlineData("69.0500000000000000000001", 1, "69.1")]
    [InlineData("5", 2, "5.00")]
    [InlineData("2500", -3, "2000")]
    [InlineData("3500", -3, "4000")]
    [InlineData("-2500", -3, "-2000")]
    [InlineData("-3500", -3, "-4000")]
    [InlineData("2500.001", -3, "3000")]
    [InlineData("2499.999", -3, "2000")]
    [InlineData("499", -3, "0")]
    public void Half_goes_to_the_even_digit(string value, int places, string expected) =>
        Rounding.Print(decimal.Parse(value, CultureInfo.InvariantCulture), places).ShouldBe(expected);

    [Theory]
    [InlineData("1738", 2, "1700")]
    [InlineData("0.03651", 2, "0.037")]
    [InlineData("0.0365", 2, "0.036")]
    [InlineData("99.6", 2, "100")]
    [InlineData("0", 3, "0")]
    public void Significant_figures_count_from_the_first_digit_that_is_not_zero(string value, int figures, string expected) =>
        Rounding.ToFigures(decimal.Parse(value, CultureInfo.InvariantCulture), figures).ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public void Rounding_is_odd_and_never_further_than_half_a_step() =>
        Gen.Select(Gen.Int, Gen.Byte[0, 8], Gen.Int[-4, 6]).Sample((digits, scale, places) =>
        {
            var value = new decimal((int)Math.Min(Math.Abs((long)digits), int.MaxValue), 0, 0, isNegative: false, scale);
            var half = 0.5m;
            for (var i = 0; i < Math.Abs(places); i++)
                half = places > 0 ? half / 10m : half * 10m;
            var rounded = Rounding.ToPlaces(value, places);
            rounded.ShouldBe(-Rounding.ToPlaces(-value, places));
            Math.Abs(rounded - value).ShouldBeLessThanOrEqualTo(half);
            (rounded % (2m * half)).ShouldBe(0m);
        });
}
