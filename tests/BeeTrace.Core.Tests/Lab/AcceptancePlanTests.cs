using System.Globalization;
using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class AcceptancePlanTests
{
    public static IEnumerable<TheoryDataRow<int, string, string, int, int>> Cells => Tests.Golden.Named("Lab/acceptance-plans.csv")
        .Select(row => new TheoryDataRow<int, string, string, int, int>(Number(row["lot_size"]), row["aql"], row["n"], Number(row["ac"]), Number(row["re"])));

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_of_the_table_is_the_standards(int lotSize, string aql, string n, int accept, int reject)
    {
        var plan = AcceptancePlan.For(lotSize, Aql(aql)).ShouldNotBeNull();

        (plan.SampleSize, plan.Accept, plan.Reject).ShouldBe((n == "all" ? lotSize : Number(n), accept, reject));
        (plan.Letter is null).ShouldBe(n == "all");
    }

    [Fact]
    public void The_table_is_covered_in_full() =>
        Cells.Select(cell => (cell.Data.Item1, cell.Data.Item2)).Distinct().Count().ShouldBeGreaterThanOrEqualTo(11 * 4 * 2);

    [Theory]
    [InlineData(1)]
    [InlineData(10001)]
    public void Outside_of_the_table_nothing_is_invented(int lotSize) =>
        AcceptancePlan.For(lotSize, AcceptableQualityLimit.Aql25).ShouldBeNull();

    [Theory]
    [InlineData(14, AcceptableQualityLimit.Aql10, 'E')]
    [InlineData(100, AcceptableQualityLimit.Aql10, 'E')]
    [InlineData(30, AcceptableQualityLimit.Aql25, 'C')]
    [InlineData(16, AcceptableQualityLimit.Aql65, 'D')]
    public void An_arrow_brings_the_letter_of_the_plan_it_leads_to(int lotSize, AcceptableQualityLimit aql, char letter) =>
        AcceptancePlan.For(lotSize, aql)!.Letter.ShouldBe(letter);

    private static AcceptableQualityLimit Aql(string text) => Enum.GetValues<AcceptableQualityLimit>().Single(aql => AcceptancePlan.Print(aql) == text);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
