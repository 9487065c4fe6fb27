using System.Globalization;
using BeeTrace.Core.Reports;
using CsCheck;

namespace BeeTrace.Core.Tests.Reports;

public sealed class ObjectionRegimeTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 20_000].Select(n => new DateOnly(2000, 1, 1).AddDays(n));

    [Theory]
    [MemberData(nameof(Golden.Rows), "Reports/deadlines.csv", MemberType = typeof(Golden))]
    public void A_firm_has_until_the_last_working_day_of_its_law(string regime, string received, string deadline, string holidays) =>
        Enum.Parse<ObjectionRegime>(regime).Deadline(Day(received), holidays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day).ToHashSet())
            .ShouldBe(Day(deadline));

    [Fact]
    public void A_deadline_is_a_working_day_and_holds_as_many_as_were_counted() =>
        Gen.Select(AnyDay, Gen.Int[1, 30], AnyDay.Array[0, 20]).Sample((from, count, free) =>
        {
            var holidays = free.ToHashSet();
            var end = WorkingDays.After(from, count, holidays);
            WorkingDays.IsWorkingDay(end, holidays).ShouldBeTrue();
            Enumerable.Range(1, end.DayNumber - from.DayNumber).Count(n => WorkingDays.IsWorkingDay(from.AddDays(n), holidays)).ShouldBe(count);
        });

    [Fact]
    public void A_holiday_never_shortens_a_period() =>
        Gen.Select(AnyDay, Gen.Int[1, 30], AnyDay.Array[0, 20]).Sample((from, count, free) =>
            WorkingDays.After(from, count, free.ToHashSet()).ShouldBeGreaterThanOrEqualTo(WorkingDays.After(from, count, new HashSet<DateOnly>())));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
