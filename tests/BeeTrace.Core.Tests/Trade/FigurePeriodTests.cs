using System.Globalization;
using BeeTrace.Core.Trade;
using CsCheck;

namespace BeeTrace.Core.Tests.Trade;

public class FigurePeriodTests
{
    private static readonly Gen<FigurePeriod> Any =
        from year in Gen.Int[1990, 2060]
        from month in Gen.Int[1, 12]
        from more in Gen.OneOf(Gen.Const(0), Gen.Const(2), Gen.Const(11), Gen.Int[0, 40])
        select FigurePeriod.OfMonths(year, month, year + (month - 1 + more) / 12, (month - 1 + more) % 12 + 1);

    [Theory]
    [InlineData("2018", "2018-01-01", "2018-12-31", "2017")]
    [InlineData("2018-Q2", "2018-04-01", "2018-06-30", "2017-Q2")]
    [InlineData("2018-Q4", "2018-10-01", "2018-12-31", "2017-Q4")]
    [InlineData("2018-05", "2018-05-01", "2018-05-31", "2017-05")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29", "2019-02")]
    [InlineData("2021-02", "2021-02-01", "2021-02-28", "2020-02")]
    [InlineData("2022-01..2022-11", "2022-01-01", "2022-11-30", "2021-01..2021-11")]
    [InlineData("2021-11..2022-02", "2021-11-01", "2022-02-28", "2020-11..2021-02")]
    public void A_word_is_a_period_with_days_and_a_year_before(string word, string from, string to, string before)
    {
        var period = FigurePeriod.Parse(word)!;
        period.ToString().ShouldBe(word);
        period.From.ShouldBe(Day(from));
        period.To.ShouldBe(Day(to));
        period.SamePeriodYearBefore.ToString().ShouldBe(before);
        FigurePeriod.OfDays(Day(from), Day(to)).ShouldBe(period);
    }

    [Theory]
    [InlineData("2018-01..2018-12", "2018")]
    [InlineData("2018-04..2018-06", "2018-Q2")]
    [InlineData("2018-05..2018-05", "2018-05")]
    [InlineData("2018-q1", "2018-Q1")]
    [InlineData("2018-04..2019-03", "2018-04..2019-03")]
    [InlineData("2018-05..2018-07", "2018-05..2018-07")]
    public void The_same_months_are_the_same_period(string word, string canonical) => FigurePeriod.Parse(word).ShouldBe(FigurePeriod.Parse(canonical));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("18")]
    [InlineData("1849")]
    [InlineData("2101")]
    [InlineData("2018-Q5")]
    [InlineData("2018-Q0")]
    [InlineData("2018-00")]
    [InlineData("2018-13")]
    [InlineData("2018-5")]
    [InlineData("2018/05")]
    [InlineData("2018-05-01")]
    [InlineData("2022-11..2022-01")]
    [InlineData("2022-Q1..2022-Q2")]
    [InlineData("2021..2022")]
    [InlineData("2022-01..")]
    [InlineData("2022-01..2022-02..2022-03")]
    [InlineData("+201")]
    [InlineData(" 2018")]
    public void What_is_no_period_is_none(string? word)
    {
        FigurePeriod.Parse(word).ShouldBeNull();
        FigurePeriod.TryParse(word, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2018-01-02", "2018-12-31")]
    [InlineData("2018-01-01", "2018-12-30")]
    [InlineData("2018-02-01", "2018-01-31")]
    [InlineData("0001-01-01", "9999-12-31")]
    public void Days_that_are_not_whole_months_are_no_period(string from, string to) => FigurePeriod.OfDays(Day(from), Day(to)).ShouldBeNull();

    [Theory]
    [InlineData("2018", "2018年", "2018")]
    [InlineData("2018-Q2", "2018 年第 2 季度", "quarter 2 of 2018")]
    [InlineData("2018-05", "2018 年 5 月", "May 2018")]
    [InlineData("2022-01..2022-11", "2022 年 1—11 月", "January to November 2022")]
    [InlineData("2021-11..2022-02", "2021 年 11 月至 2022 年 2 月", "November 2021 to February 2022")]
    public void A_period_is_named_for_people(string word, string zh, string en) => FigurePeriod.Parse(word)!.Describe().ShouldBe(new(zh, en));

    [Theory]
    [InlineData("2018", "2018-12-31", false, "2018-01..2018-11")]
    [InlineData("2018", "2019-01-01", true, "2018")]
    [InlineData("2018", "2018-02-01", false, "2018-01")]
    [InlineData("2018", "2018-01-31", false, null)]
    [InlineData("2018", "2017-06-30", false, null)]
    [InlineData("2018-Q2", "2018-06-30", false, "2018-04..2018-05")]
    [InlineData("2018-Q2", "2018-07-01", true, "2018-Q2")]
    [InlineData("2018-05", "2018-05-31", false, null)]
    [InlineData("2021-11..2022-02", "2022-02-28", false, "2021-11..2022-01")]
    public void Of_a_period_that_runs_the_finished_months_are_over(string word, string today, bool isOver, string? partOver)
    {
        var period = FigurePeriod.Parse(word)!;
        period.IsOver(Day(today)).ShouldBe(isOver);
        period.PartOver(Day(today))?.ToString().ShouldBe(partOver);
        (period.PartOver(Day(today)) is null).ShouldBe(partOver is null);
    }

    [Fact]
    public void A_printed_period_reads_back_as_itself() => Any.Sample(period =>
    {
        FigurePeriod.Parse(period.ToString()).ShouldBe(period);
        FigurePeriod.OfDays(period.From, period.To).ShouldBe(period);
    });

    [Fact]
    public void The_part_that_is_over_is_over_and_nothing_more_is() => Gen.Select(Any, Gen.Int[0, 30_000]).Sample((period, days) =>
    {
        var today = new DateOnly(1989, 1, 1).AddDays(days);
        if (period.PartOver(today) is not { } over)
            period.From.AddMonths(1).ShouldBeGreaterThan(today);
        else
        {
            over.IsOver(today).ShouldBeTrue();
            over.From.ShouldBe(period.From);
            if (over != period)
                over.To.AddDays(1).AddMonths(1).ShouldBeGreaterThan(today);
        }
    });

    [Fact]
    public void A_period_that_cannot_be_is_a_bug_of_the_caller()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => FigurePeriod.OfYear(1949));
        Should.Throw<ArgumentOutOfRangeException>(() => FigurePeriod.OfQuarter(2018, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => FigurePeriod.OfMonth(2018, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => FigurePeriod.OfMonths(2018, 5, 2018, 4));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
