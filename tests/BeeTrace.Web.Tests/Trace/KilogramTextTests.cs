using BeeTrace.Web.Trace;

namespace BeeTrace.Web.Tests.Trace;

public sealed class KilogramTextTests
{
    [Theory]
    [InlineData("1250.5", "1250.5")]
    [InlineData(" 1,250.5 kg", "1250.5")]
    [InlineData("１２５０．５", "1250.5")]
    [InlineData("1250。5公斤", "1250.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("-3", "-3")]
    public void A_mass_is_read_as_people_type_it(string typed, string kilograms) =>
        KilogramText.Parse(typed).ShouldBe(decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1,5")]
    [InlineData("12,50")]
    [InlineData("1.250,5")]
    [InlineData("1 250")]
    [InlineData("12 t")]
    [InlineData("1e3")]
    [InlineData("")]
    [InlineData(null)]
    public void What_could_mean_two_masses_is_none(string? typed) => KilogramText.Parse(typed).ShouldBeNull();

    [Theory]
    [InlineData("1250.500000", "1,250.50")]
    [InlineData("120.000000", "120.00")]
    [InlineData("0.000001", "0.000001")]
    public void A_mass_is_shown_with_two_decimals_or_as_many_as_were_weighed(string kept, string shown) =>
        TraceText.Mass(decimal.Parse(kept, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(shown);
}
