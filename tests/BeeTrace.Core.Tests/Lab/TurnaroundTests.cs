using BeeTrace.Core.Lab;
using Shouldly;

namespace BeeTrace.Core.Tests.Lab;

public sealed class TurnaroundTests
{
    private static readonly DateOnly Received = new(2026, 6, 1);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Zero_turnaround_is_no_promise_and_nothing_is_late(int? days)
    {
        Turnaround.DueOn(Received, days).ShouldBeNull();
        Turnaround.DaysLate(Turnaround.DueOn(Received, days), null, new DateOnly(2030, 1, 1)).ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-06-21", 0)]
    [InlineData("2026-06-22", 1)]
    [InlineData("2026-07-01", 10)]
    public void A_sample_is_late_from_the_day_after_its_last_one(string today, int late) =>
        Turnaround.DaysLate(Turnaround.DueOn(Received, 20), null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(late);

    [Fact]
    public void What_was_done_in_time_stays_in_time() =>
        Turnaround.DaysLate(Turnaround.DueOn(Received, 20), new DateOnly(2026, 6, 21), new DateOnly(2026, 12, 1)).ShouldBe(0);

    [Fact]
    public void What_is_not_received_is_not_due() => Turnaround.DueOn(null, 20).ShouldBeNull();

    [Fact]
    public void A_holding_time_is_kept_to_its_last_moment()
    {
        var drawn = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        Turnaround.IsPastHolding(drawn, 24, drawn.AddHours(24)).ShouldBeFalse();
        Turnaround.IsPastHolding(drawn, 24, drawn.AddHours(24).AddTicks(1)).ShouldBeTrue();
        Turnaround.IsPastHolding(drawn, 0, drawn.AddYears(1)).ShouldBeFalse("no hours are no time");
        Turnaround.IsPastHolding(drawn, null, drawn.AddYears(1)).ShouldBeFalse();
    }
}
