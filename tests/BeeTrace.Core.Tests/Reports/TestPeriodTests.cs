using BeeTrace.Core.Reports;

namespace BeeTrace.Core.Tests.Reports;

public sealed class TestPeriodTests
{
    private static readonly DateOnly Received = new(2026, 6, 4);
    private static readonly DateOnly Approved = new(2026, 6, 12);

    [Fact]
    public void A_sample_was_tested_from_the_first_reading_to_the_last() =>
        TestPeriod.Of(Received, Approved, [new(2026, 6, 9), new(2026, 6, 5)]).ShouldBe(new TestPeriod(new(2026, 6, 5), new(2026, 6, 9)));

    [Fact]
    public void Readings_that_came_by_table_later_were_tested_by_the_day_of_approval() =>
        TestPeriod.Of(Received, Approved, [new(2026, 11, 28)]).ShouldBe(new TestPeriod(Approved, Approved));

    [Fact]
    public void Nothing_is_tested_before_it_is_received()
    {
        TestPeriod.Of(Received, Approved, [new(2026, 6, 1), new(2026, 6, 5)]).From.ShouldBe(Received);
        TestPeriod.Of(null, Approved, [new(2026, 6, 1)]).From.ShouldBe(new DateOnly(2026, 6, 1));
        TestPeriod.Of(Received, Approved, []).ShouldBe(new TestPeriod(Received, Approved));
    }
}
