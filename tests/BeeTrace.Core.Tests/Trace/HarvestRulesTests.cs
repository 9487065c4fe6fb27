using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;

namespace BeeTrace.Core.Tests.Trace;

public class HarvestRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly PlacementPeriod[] Stays = [new(new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 1))];
    private static readonly RecordHarvest Good = new(HarvestId.New(), ApiaryCode.Create("330122", 7), ProductCode.Honey, 35.5m, new DateOnly(2026, 5, 12));

    [Fact]
    public void A_plain_harvest_is_recorded_without_a_word()
    {
        var findings = HarvestRules.Check(Good, Stays, [], Today);
        (findings.IsAccepted, findings.Warnings.Count).ShouldBe((true, 0));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once() =>
        HarvestRules.Check(Good with { Product = null, MassKg = 0, HarvestedOn = new DateOnly(2026, 6, 1) }, Stays, [new("药", new DateOnly(2026, 5, 1), null, 0)], Today)
            .Refusals.Select(r => r.Code).ShouldBe([TraceRefusal.ProductMissing, TraceRefusal.MassNotPositive, TraceRefusal.HarvestOutsidePlacement, TraceRefusal.HarvestDuringTreatment]);

    [Fact]
    public void Each_blocking_medicine_says_when_it_ends()
    {
        var refusals = HarvestRules.Check(Good, Stays,
        [
            new("甲", new DateOnly(2026, 5, 1), null, 3),
            new("乙", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 11), 7),
            new("丙", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 20), null),
            new("丁", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2), 3),
        ], Today).Refusals;
        refusals.Select(r => (r.Code, r.Arguments[0], r.Arguments[1])).ShouldBe(
        [
            (TraceRefusal.HarvestDuringTreatment, "甲", new DateOnly(2026, 5, 1)),
            (TraceRefusal.HarvestInWithdrawal, "乙", new DateOnly(2026, 5, 18)),
            (TraceRefusal.HarvestBeforeTreatmentEnd, "丙", new DateOnly(2026, 5, 20)),
        ]);
    }

    [Fact]
    public void A_firm_may_record_with_a_reason_and_a_beekeeper_may_not_harvest_at_all()
    {
        TreatmentPeriod[] treated = [new("乙", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 11), 7)];
        var lot = new RecordLot(Good.Apiary, Good.Product, Good.MassKg, Good.HarvestedOn);
        var origin = new ApiaryAtHarvest(BeeSpecies.Mellifera, [(Stays[0], 60)], Treatments: treated);
        LotRules.Check(lot, origin, Today).Refusals.ShouldHaveSingleItem().Code.ShouldBe(TraceRefusal.HarvestInWithdrawal);
        LotRules.Check(lot with { Reason = "药残检测合格" }, origin, Today).IsAccepted.ShouldBeTrue();
        LotRules.Check(lot with { Reason = new string('因', 501) }, origin, Today).Refusals.ShouldHaveSingleItem().Code.ShouldBe(TraceRefusal.ReasonTooLong);
    }
}
