using System.Globalization;
using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class BloomWindowTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<MonthDay> AnyMonthDay = Day.Select(day => new MonthDay(day.Month, day.Day));

    [Theory]
    [MemberData(nameof(Golden.Rows), "Registry/blooms.csv", MemberType = typeof(Golden))]
    public void A_plant_blooms_in_its_window(string from, string to, string day, string tolerance, string inBloom)
    {
        MonthDay.TryParse(from, out var first).ShouldBeTrue();
        MonthDay.TryParse(to, out var last).ShouldBeTrue();
        new BloomWindow(first, last)
            .Contains(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(tolerance, CultureInfo.InvariantCulture))
            .ShouldBe(bool.Parse(inBloom));
    }

    [Fact]
    public void Without_tolerance_only_month_and_day_count() => Gen.Select(AnyMonthDay, AnyMonthDay, Day).Sample((from, to, day) =>
    {
        // 29 February is another rule's affair.
        if (from == new MonthDay(2, 29) || to == new MonthDay(2, 29))
            return;
        var date = new MonthDay(day.Month, day.Day);
        var expected = from <= to ? from <= date && date <= to : from <= date || date <= to;
        new BloomWindow(from, to).Contains(day).ShouldBe(expected);
    });

    [Fact]
    public void A_wider_tolerance_never_takes_a_day_away() => Gen.Select(AnyMonthDay, AnyMonthDay, Day, Gen.Int[0, 400]).Sample((from, to, day, tolerance) =>
    {
        var window = new BloomWindow(from, to);
        if (window.Contains(day, tolerance))
            window.Contains(day, tolerance + 1).ShouldBeTrue();
    });

    [Theory]
    [InlineData("02-30")]
    [InlineData("13-01")]
    [InlineData("4-10")]
    [InlineData("")]
    [InlineData(null)]
    public void A_date_that_is_in_no_year_is_none(string? text) => MonthDay.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_month_and_day_prints_as_it_is_read()
    {
        MonthDay.TryParse("02-29", out var leap).ShouldBeTrue();
        leap.ToString().ShouldBe("02-29");
        leap.In(2019).ShouldBe(new DateOnly(2019, 2, 28));
        Should.Throw<ArgumentOutOfRangeException>(() => new MonthDay(2, 30));
    }
}
