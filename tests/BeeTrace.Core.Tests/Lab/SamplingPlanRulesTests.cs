using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class SamplingPlanRulesTests
{
    private static readonly FirmId Firm = FirmId.New();
    private static readonly PlannedStratum Honey = new("HONEY", null, null, null, 4, 6, SamplingStage.Plant, 30);

    [Fact]
    public void A_plan_of_strata_that_share_no_lot_is_one() =>
        Check(Honey, Honey with { FirstMonth = 7, LastMonth = 9 }, Honey with { Product = "RJ_FRESH" }).ShouldBeEmpty();

    [Fact]
    public void Counties_side_by_side_and_firms_side_by_side_share_no_lot() =>
        Check(
            Honey with { County = "330122" }, Honey with { County = "330182" },
            Honey with { Firm = Firm, FirmCounty = "330109" }, Honey with { Firm = FirmId.New(), FirmCounty = "330109" }).ShouldBeEmpty();

    [Fact]
    public void Strata_that_could_hold_the_same_lot_are_refused()
    {
        Check(Honey, Honey with { FirstMonth = 6, LastMonth = 8 }).ShouldBe([PlanRefusal.StrataOverlap]);
        Check(Honey, Honey with { County = "330122" }).ShouldBe([PlanRefusal.StrataOverlap]);
        Check(Honey with { County = "330122" }, Honey with { Firm = Firm, FirmCounty = "330122" }).ShouldBe([PlanRefusal.StrataOverlap]);
    }

    [Fact]
    public void The_register_does_not_know_the_stage_so_that_it_parts_no_strata() =>
        Check(Honey, Honey with { Stage = SamplingStage.Shop }).ShouldBe([PlanRefusal.StrataOverlap]);

    [Fact]
    public void Every_reason_is_told_at_once() =>
        Check(
            Honey with { Planned = 0 }, Honey with { Product = "RJ_FRESH", FirstMonth = 9, LastMonth = 3 },
            Honey with { Product = "POLLEN", Firm = Firm, FirmCounty = "330122", County = "330122" })
            .ShouldBe([PlanRefusal.PlannedOutside, PlanRefusal.SeasonBackward, PlanRefusal.FirmAndCounty]);

    [Fact]
    public void An_empty_plan_is_none() => Check().ShouldBe([PlanRefusal.NoStratum]);

    [Theory]
    [InlineData(SamplingBasis.RandomSurveillance, true)]
    [InlineData(SamplingBasis.RoutineMonitoring, true)]
    [InlineData(SamplingBasis.RiskMonitoring, true)]
    [InlineData(SamplingBasis.Targeted, false)]
    [InlineData(SamplingBasis.Entrusted, false)]
    [InlineData(SamplingBasis.SelfCheck, false)]
    [InlineData(SamplingBasis.ExportBatch, false)]
    [InlineData(SamplingBasis.Complaint, false)]
    [InlineData(SamplingBasis.ReTest, false)]
    [InlineData(SamplingBasis.ProficiencyTest, false)]
    public void The_county_plans_what_it_may_draw_by_lot(SamplingBasis basis, bool planned) =>
        SamplingPlanRules.Check(2026, basis, [Honey]).IsDone.ShouldBe(planned);

    [Fact]
    public void A_list_is_frozen_when_the_season_is_over_and_only_once()
    {
        var stratum = Stratum();

        SamplingPlanRules.CheckFreezing(2024, stratum, new DateOnly(2024, 2, 29)).Refusals.Single().Code.ShouldBe(PlanRefusal.SeasonNotOver);
        SamplingPlanRules.CheckFreezing(2024, stratum, new DateOnly(2024, 3, 1)).IsDone.ShouldBeTrue();
        stratum.ListId = FrozenListId.New();
        SamplingPlanRules.CheckFreezing(2024, stratum, new DateOnly(2024, 3, 1)).Refusals.Single().Code.ShouldBe(PlanRefusal.FrozenBefore);
    }

    [Fact]
    public void A_value_of_today_or_of_few_digits_or_without_a_name_is_not_announced()
    {
        var today = new DateOnly(2026, 7, 1);

        SamplingPlanRules.CheckAnnouncement("first prize", 14, today.AddDays(1), today).IsDone.ShouldBeTrue();
        SamplingPlanRules.CheckAnnouncement(" ", 5, today, today).Refusals.Select(r => r.Code)
            .ShouldBe([PlanRefusal.ValueNameMissing, PlanRefusal.DigitsOutside, PlanRefusal.ValueDayNotAhead]);
    }

    private static Stratum Stratum() => new()
    {
        PlanId = SamplingPlanId.New(),
        Number = 1,
        Product = "HONEY",
        FirstMonth = 1,
        LastMonth = 2,
        Stage = SamplingStage.Plant,
        Planned = 3,
    };

    private static IEnumerable<string> Check(params PlannedStratum[] strata) =>
        SamplingPlanRules.Check(2026, SamplingBasis.RandomSurveillance, strata).Refusals.Select(refusal => refusal.Code);
}
