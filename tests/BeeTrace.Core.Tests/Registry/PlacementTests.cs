using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class PlacementTests
{
    private static readonly DateOnly March = new(2018, 3, 1);
    private static readonly DateOnly April = new(2018, 4, 1);
    private static readonly DateOnly May = new(2018, 5, 1);

    private static readonly Gen<PlacementPeriod> Period =
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 30], Gen.Bool, (from, days, isOpen) =>
            new PlacementPeriod(March.AddDays(from), isOpen ? null : March.AddDays(from + days)));

    [Fact]
    public void The_day_of_a_move_belongs_to_the_new_place_only()
    {
        var (old, next) = (new PlacementPeriod(March, April), new PlacementPeriod(April));
        old.Contains(March).ShouldBeTrue();
        old.Contains(April).ShouldBeFalse();
        next.Contains(April).ShouldBeTrue();
        old.Overlaps(next).ShouldBeFalse();
        PlacementRules.Check(next, [old]).IsDone.ShouldBeTrue();
        PlacementRules.On(April, [old, next]).ShouldBe(next);
        PlacementRules.On(March.AddDays(-1), [old, next]).ShouldBeNull();
    }

    [Fact]
    public void Colonies_cannot_stand_in_two_places()
    {
        var refusals = PlacementRules.Check(new(April), [new(March, May), new(May)], "Begin").Refusals;
        refusals.Select(r => r.Code).ShouldBe([RegistryRefusal.PlacementOverlaps, RegistryRefusal.PlacementStillOpen]);
        refusals[0].Arguments.ShouldBe([March, May]);
        refusals[1].Arguments.ShouldBe([May]);
        refusals.ShouldAllBe(r => r.Field == "Begin");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_placement_ends_after_it_begins(int days) =>
        PlacementRules.Check(new(March, March.AddDays(days)), []).Refusals.Single().Code.ShouldBe(RegistryRefusal.PlacementEndsBeforeItBegins);

    [Fact]
    public void Two_placements_overlap_exactly_when_some_day_lies_in_both() => Gen.Select(Period, Period).Sample((one, other) =>
    {
        var shared = Enumerable.Range(0, 200).Any(day => one.Contains(March.AddDays(day)) && other.Contains(March.AddDays(day)));
        one.Overlaps(other).ShouldBe(shared);
        other.Overlaps(one).ShouldBe(shared);
    });
}
