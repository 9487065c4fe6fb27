using System.Globalization;
using BeeTrace.Core.Trade;

namespace BeeTrace.Core.Tests.Trade;

public class YearOnYearTests
{
    private static readonly ShareDefinition RoyalJelly2018 = ShareDefinition.ForYear(
        "RJ", ShareBasis.DeclaredMass, ShareFlow.Export, ShareAttribution.ExporterRegistration, 2018, "t");

    [Theory]
    [InlineData("620.20", "708.64", "-12.48")]
    [InlineData("815.7", "727.7", "12.09")]
    [InlineData("0", "5", "-100")]
    [InlineData("5", "5", "0")]
    [InlineData("1.00125", "1", "0.12")]
    [InlineData("1.00375", "1", "0.38")]
    [InlineData("-1", "4", "-125")]
    public void A_change_is_per_cent_of_the_year_before(string now, string before, string percent)
    {
        var change = Change.Of(Number(now), Number(before));
        change.Percent.ShouldBe(Number(percent));
        change.Reasons.ShouldBeEmpty();
        change.IsPartial.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "zero", "零")]
    [InlineData(-1, "negative", "负")]
    public void Of_nothing_there_is_no_percentage_and_the_reason_is_told(int before, string en, string zh)
    {
        var change = Change.Of(5, before, isPartial: true);
        change.Percent.ShouldBeNull();
        change.IsPartial.ShouldBeTrue();
        var reason = change.Reasons.ShouldHaveSingleItem();
        reason.En.ShouldContain(en);
        reason.Zh.ShouldContain(zh);
    }

    [Fact]
    public void Figures_of_one_definition_a_year_apart_are_compared() =>
        Change.Of(703.87m, RoyalJelly2018, 700m, RoyalJelly2018 with { From = new(2017, 1, 1), To = new(2017, 12, 31) }).Percent.ShouldBe(0.55m);

    [Fact]
    public void Figures_of_two_definitions_are_not_compared()
    {
        var before = RoyalJelly2018.YearBefore();
        Change.Of(2, RoyalJelly2018, 1, before with { Basis = ShareBasis.FreshEquivalent }).Reasons.ShouldHaveSingleItem().En.ShouldContain("basis differs");
        Change.Of(2, RoyalJelly2018, 1, RoyalJelly2018).Reasons.ShouldHaveSingleItem().En.ShouldBe("period differs: 2017, 2018");
        Change.Of(2, RoyalJelly2018, 0, before with { Unit = "kg" }).Reasons.Count.ShouldBe(2);
    }

    [Fact]
    public void The_end_of_February_stays_the_end_of_February()
    {
        var leap = RoyalJelly2018 with { From = new(2021, 2, 1), To = new(2021, 2, 28) };
        leap.YearBefore().To.ShouldBe(new(2020, 2, 29));
        leap.YearBefore().YearBefore().To.ShouldBe(new(2019, 2, 28));
        leap.YearBefore().From.ShouldBe(new(2020, 2, 1));
    }

    [Fact]
    public void A_period_that_is_over_is_compared_whole()
    {
        var comparison = YearOnYear.Of(FigurePeriod.OfYear(2018), new(2019, 1, 1))!;
        comparison.ShouldBe(new(FigurePeriod.OfYear(2018), FigurePeriod.OfYear(2017), IsPartial: false));
        comparison.Describe().ShouldBe(new("2018年与 2017年相比", "2018 compared with 2017"));
        comparison.Change(112, 100).ShouldSatisfyAllConditions(c => c.Percent.ShouldBe(12), c => c.IsPartial.ShouldBeFalse());
    }

    [Fact]
    public void A_period_that_runs_is_compared_by_its_finished_months_and_says_so()
    {
        var comparison = YearOnYear.Of(FigurePeriod.OfYear(2022), new(2022, 12, 5))!;
        comparison.Now.ToString().ShouldBe("2022-01..2022-11");
        comparison.Before.ToString().ShouldBe("2021-01..2021-11");
        comparison.Change(620.20m, 708.64m).ShouldSatisfyAllConditions(c => c.Percent.ShouldBe(-12.48m), c => c.IsPartial.ShouldBeTrue());
        comparison.Describe().ShouldSatisfyAllConditions(
            d => d.En.ShouldBe("January to November 2022 compared with January to November 2021; the period is not over, only finished months are compared"),
            d => d.Zh.ShouldBe("2022 年 1—11 月与 2021 年 1—11 月相比；期间未结束，只比较已结束的月份"));
    }

    [Fact]
    public void Of_a_period_without_a_finished_month_nothing_is_compared()
    {
        YearOnYear.Of(FigurePeriod.OfYear(2022), new(2022, 1, 31)).ShouldBeNull();
        YearOnYear.Of(FigurePeriod.OfYear(2022), new(2021, 5, 1)).ShouldBeNull();
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
