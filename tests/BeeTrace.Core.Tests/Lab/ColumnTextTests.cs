using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class ColumnTextTests
{
    [Theory]
    [InlineData("420", "µg/kg", "0.420")]
    [InlineData("<0.5", "ng/g", "<0.0005")]
    [InlineData("ND(<100)", "ppb", "ND(<0.100)")]
    [InlineData("未检出(<100)", "µg/kg", "未检出(<0.100)")]
    [InlineData("ND", "µg/kg", "ND")]
    [InlineData("1,5", "µg/kg", "1,5")]
    [InlineData("420", null, "420")]
    [InlineData("420 µg/kg", "", "0.420")]
    public void A_unit_in_a_column_of_its_own_holds_for_every_number_of_the_result(string typed, string? unit, string expected) =>
        ColumnText.In(Unit.MilligramPerKilogram, typed, unit).Value.ShouldBe(expected);

    [Theory]
    [InlineData("stones", LabRefusal.UnitUnknown)]
    [InlineData("CFU/g", LabRefusal.UnitsDiffer)]
    public void A_unit_that_measures_nothing_of_the_kind_is_refused_whatever_the_result(string unit, string code) =>
        ColumnText.In(Unit.MilligramPerKilogram, "ND", unit).Refusals.Single().Code.ShouldBe(code);
}
