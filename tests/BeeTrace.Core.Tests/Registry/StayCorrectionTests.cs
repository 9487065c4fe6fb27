using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Tests.Registry;

public class StayCorrectionTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);
    private static readonly PlacementPeriod Stay = new(new(2026, 5, 1));
    private static readonly PlacementPeriod Before = new(new(2026, 4, 1), new(2026, 5, 1));

    private static CorrectStay A(DateOnly? from = null, DateOnly? until = null, string? why = "抄错") =>
        new(PlacementCorrectionId.New(), default, from ?? Stay.From, until, 29.8m, 119.7m, Datum.Wgs84, 40, "Robinia pseudoacacia", Why: why);

    [Fact]
    public void A_stay_may_begin_earlier_as_far_as_the_one_before_leaves_a_day()
    {
        StayCorrectionRules.Check(A(from: Before.From.AddDays(1)), Stay, Before, [], Today).IsDone.ShouldBeTrue();
        var refusal = StayCorrectionRules.Check(A(from: Before.From), Stay, Before, [], Today).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Field).ShouldBe((FieldRefusal.BeforeEarlierStay, "From"));
        refusal.Arguments.ShouldBe([Before.From.AddDays(1)]);
    }

    [Fact]
    public void A_stay_that_had_ended_for_itself_does_not_give_way()
    {
        var left = Before with { Until = new DateOnly(2026, 4, 20) };
        StayCorrectionRules.Check(A(from: new(2026, 4, 20)), Stay, left, [], Today).IsDone.ShouldBeTrue();
        StayCorrectionRules.Check(A(from: new(2026, 4, 19)), Stay, left, [], Today).Refusals.Single().Code.ShouldBe(FieldRefusal.BeforeEarlierStay);
    }

    [Fact]
    public void The_first_stay_may_begin_on_any_day() =>
        StayCorrectionRules.Check(A(from: new(2020, 1, 1)), Stay, null, [], Today).IsDone.ShouldBeTrue();

    [Fact]
    public void What_was_harvested_keeps_its_stay()
    {
        DateOnly[] harvested = [new(2026, 5, 10), new(2026, 5, 4)];
        StayCorrectionRules.Check(A(from: new(2026, 5, 4), until: new(2026, 5, 11)), Stay, Before, harvested, Today).IsDone.ShouldBeTrue();

        var late = StayCorrectionRules.Check(A(from: new(2026, 5, 5)), Stay, Before, harvested, Today).Refusals.Single();
        (late.Code, late.Field).ShouldBe((FieldRefusal.HarvestOutside, "From"));
        late.Arguments.ShouldBe([new DateOnly(2026, 5, 4)]);

        var gone = StayCorrectionRules.Check(A(until: new(2026, 5, 10)), Stay, Before, harvested, Today).Refusals.Single();
        (gone.Code, gone.Field).ShouldBe((FieldRefusal.HarvestOutside, "Until"));
        gone.Arguments.ShouldBe([new DateOnly(2026, 5, 10)]);
    }

    [Fact]
    public void Leaving_is_neither_to_come_nor_before_arriving()
    {
        StayCorrectionRules.Check(A(until: Today), Stay, Before, [], Today).IsDone.ShouldBeTrue();
        StayCorrectionRules.Check(A(until: Today.AddDays(1)), Stay, Before, [], Today).Refusals.Single().Code.ShouldBe(FieldRefusal.DayInFuture);
        StayCorrectionRules.Check(A(until: Stay.From), Stay, Before, [], Today).Refusals.Single().Code.ShouldBe(FieldRefusal.LeftTooEarly);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Only_what_has_not_begun_changes_without_a_reason(int daysAhead, bool mayBeSilent)
    {
        var stay = new PlacementPeriod(Today.AddDays(daysAhead));
        StayCorrectionRules.Check(A(from: stay.From, why: " "), stay, null, [], Today).IsDone.ShouldBe(mayBeSilent);
        StayCorrectionRules.Check(new TakeBackStay(PlacementCorrectionId.New(), default, null), stay, false, [], Today).IsDone.ShouldBe(mayBeSilent);
    }

    [Fact]
    public void A_stay_goes_unless_it_is_the_only_one_or_something_was_harvested()
    {
        var takeBack = new TakeBackStay(PlacementCorrectionId.New(), default, "没去成");
        StayCorrectionRules.Check(takeBack, Stay, isOnly: false, [], Today).IsDone.ShouldBeTrue();
        var refusals = StayCorrectionRules.Check(takeBack, Stay, isOnly: true, [new(2026, 5, 6), new(2026, 5, 3)], Today).Refusals;
        refusals.Select(r => r.Code).ShouldBe([FieldRefusal.OnlyStay, FieldRefusal.HarvestedThere]);
        refusals[1].Arguments.ShouldBe([new DateOnly(2026, 5, 3)]);
    }
}
