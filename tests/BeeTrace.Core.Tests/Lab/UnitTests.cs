using System.Globalization;
using BeeTrace.Core.Lab;
using CsCheck;

namespace BeeTrace.Core.Tests.Lab;

public sealed class UnitTests
{
    [Theory]
    [InlineData("μg/kg", "µg/kg")]
    [InlineData("µg/kg", "µg/kg")]
    [InlineData("ug/kg", "µg/kg")]
    [InlineData("ppb", "µg/kg")]
    [InlineData("ppm", "mg/kg")]
    [InlineData("MG/KG", "mg/kg")]
    [InlineData("g/100g", "g/100 g")]
    [InlineData("％", "%")]
    [InlineData("ｍｇ／ｋｇ", "mg/kg")]
    [InlineData("cfu/g", "CFU/g")]
    [InlineData("mL/(g.h)", "mL/(g·h)")]
    [InlineData("/25g", "per 25 g")]
    [InlineData("", "none")]
    [InlineData("—", "none")]
    public void A_unit_is_read_as_people_write_it(string text, string code) => Unit.Parse(text).Value.Code.ShouldBe(code);

    [Fact]
    public void Every_unit_reads_its_own_print() => Unit.All.ShouldAllBe(unit => Unit.Parse(unit.Code).Value == unit);

    [Fact]
    public void An_unknown_unit_is_refused() => Unit.Parse("furlong").Refusals.Single().Code.ShouldBe(LabRefusal.UnitUnknown);

    [Theory]
    [InlineData("0.420", "mg/kg", "µg/kg", "420")]
    [InlineData("420", "µg/kg", "mg/kg", "0.420")]
    [InlineData("5", "g/100 g", "%", "5")]
    [InlineData("1", "%", "mg/kg", "10000")]
    [InlineData("0.01", "mg/kg", "ppb", "10")]
    [InlineData("30", "mL/100 g", "mL/kg", "300")]
    [InlineData("50", "meq/kg", "mL/kg", "50")]
    [InlineData("8", "DN", "mL/(g·h)", "8")]
    [InlineData("0.3", "MPN/g", "MPN/100 g", "30")]
    [InlineData("-24.30", "‰", "‰", "-24.30")]
    public void A_conversion_moves_the_decimal_point_and_keeps_the_digits(string value, string from, string to, string expected) =>
        Unit.Parse(from).Value.Convert(decimal.Parse(value, CultureInfo.InvariantCulture), Unit.Parse(to).Value).Value
            .ToString(CultureInfo.InvariantCulture).ShouldBe(expected);

    [Fact]
    public void Colonies_do_not_become_milligrams() =>
        Unit.ColonyPerGram.Convert(1m, Unit.MilligramPerKilogram).Refusals.Single().Code.ShouldBe(LabRefusal.UnitsDiffer);

    [Fact]
    public void A_conversion_that_would_lose_a_digit_is_refused() =>
        Unit.MicrogramPerKilogram.Convert(0.1234567890123456789012345678m, Unit.Percent).Refusals.Single().Code.ShouldBe(LabRefusal.NotExact);

    [Fact]
    public void A_conversion_that_would_overflow_is_refused() =>
        Unit.Percent.Convert(decimal.MaxValue, Unit.MicrogramPerKilogram).Refusals.Single().Code.ShouldBe(LabRefusal.NotExact);

    [Fact]
    public void There_and_back_is_the_same_amount()
    {
        var pairs = Unit.All.SelectMany(from => Unit.All.Where(to => to.Dimension == from.Dimension).Select(to => (from, to))).ToList();
        Gen.Select(Gen.Int[0, pairs.Count - 1], Gen.Int[-1_000_000, 1_000_000], Gen.Byte[0, 6]).Sample((pair, digits, scale) =>
        {
            var (from, to) = pairs[pair];
            var value = new decimal(Math.Abs(digits), 0, 0, digits < 0, scale);
            to.Convert(from.Convert(value, to).Value, from).Value.ShouldBe(value);
        });
    }
}
