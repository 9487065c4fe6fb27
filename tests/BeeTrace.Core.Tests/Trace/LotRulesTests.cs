using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;

namespace BeeTrace.Core.Tests.Trace;

public class LotRulesTests
{
    private static readonly DateOnly Today = new(2018, 5, 20);
    private static readonly DateOnly Arrived = new(2018, 4, 10);
    private static readonly DateOnly Left = new(2018, 5, 15);

    private static readonly RecordLot Good = new(ApiaryCode.Create("330122", 7), ProductCode.Honey, 412.5m, new DateOnly(2018, 5, 2), "Astragalus sinicus");

    private static readonly ApiaryAtHarvest Apiary = new(
        BeeSpecies.Mellifera, [(new PlacementPeriod(Arrived, Left), 80)], Bloom: new BloomWindow(new(4, 10), new(5, 10)));

    [Fact]
    public void A_plain_harvest_is_recorded_without_a_word()
    {
        var findings = LotRules.Check(Good, Apiary, Today);
        findings.IsAccepted.ShouldBeTrue();
        findings.Outcome.IsDone.ShouldBeTrue();
        findings.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_form_is_told_everything_at_once() =>
        LotRules.Check(new(Good.Apiary, null, null, null), Apiary, Today).Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (TraceRefusal.ProductMissing, "Product"),
            (TraceRefusal.MassMissing, "MassKg"),
            (TraceRefusal.HarvestDayMissing, "HarvestedOn"),
        ]);

    public static TheoryData<RecordLot, string> Wrong => new()
    {
        { Good with { Product = "JAM" }, TraceRefusal.ProductUnknown },
        { Good with { MassKg = 0 }, TraceRefusal.MassNotPositive },
        { Good with { MassKg = -1 }, TraceRefusal.MassNotPositive },
        { Good with { MassKg = 100_000.000001m }, TraceRefusal.MassTooGreat },
        { Good with { MassKg = 0.0000001m }, TraceRefusal.MassTooFine },
        { Good with { HarvestedOn = Today.AddDays(1) }, TraceRefusal.HarvestDayInFuture },
        { Good with { HarvestedOn = Arrived.AddDays(-1) }, TraceRefusal.HarvestOutsidePlacement },
        { Good with { HarvestedOn = Left }, TraceRefusal.HarvestOutsidePlacement },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void One_slip_is_one_refusal(RecordLot lot, string code)
    {
        var findings = LotRules.Check(lot, Apiary, Today);
        findings.Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);
        findings.Outcome.IsDone.ShouldBeFalse();
        findings.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_milligram_is_the_finest_and_trailing_zeros_do_not_count()
    {
        LotRules.Check(Good with { MassKg = 0.000001m }, Apiary, Today).Refusals.ShouldBeEmpty();
        LotRules.Check(Good with { MassKg = 1.0000000000m }, Apiary, Today).Refusals.ShouldBeEmpty();
        LotRules.Check(Good with { MassKg = 100_000m }, Apiary, Today).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_lot_whose_place_is_in_doubt_is_refused() =>
        LotRules.Check(Good, Apiary with { Placements = [(new(Arrived, Left), 80), (new(Arrived), 10)] }, Today)
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe(TraceRefusal.HarvestInSeveralPlacements);

    [Theory]
    [InlineData(ProductCode.RoyalJelly)]
    [InlineData(ProductCode.RoyalJellyCell)]
    [InlineData(ProductCode.Pollen)]
    [InlineData(ProductCode.Propolis)]
    public void Apis_cerana_hardly_gives_it_but_it_is_recorded(string product)
    {
        var cerana = LotRules.Check(Good with { Product = product, MassKg = 1 }, Apiary with { Species = BeeSpecies.Cerana }, Today);
        cerana.IsAccepted.ShouldBeTrue();
        var warning = cerana.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe(TraceWarning.UnusualForSpecies);
        warning.Arguments.ShouldBe([product]);
        LotRules.Check(Good with { Product = product, MassKg = 1 }, Apiary, Today).Warnings.ShouldBeEmpty();
    }

    [Theory]
    // 80 colonies: honey 50 kg (mellifera), 15 kg (cerana); royal jelly 10 kg; propolis 0.2 kg
    [InlineData(ProductCode.Honey, BeeSpecies.Mellifera, 4000, false)]
    [InlineData(ProductCode.Honey, BeeSpecies.Mellifera, 4001, true)]
    [InlineData(ProductCode.Honey, BeeSpecies.Cerana, 1200, false)]
    [InlineData(ProductCode.Honey, BeeSpecies.Cerana, 1201, true)]
    [InlineData(ProductCode.RoyalJelly, BeeSpecies.Mellifera, 800, false)]
    [InlineData(ProductCode.RoyalJelly, BeeSpecies.Mellifera, 801, true)]
    [InlineData(ProductCode.Propolis, BeeSpecies.Mellifera, 17, true)]
    [InlineData(ProductCode.Beeswax, BeeSpecies.Mellifera, 99999, false)]
    public void A_harvest_beyond_what_colonies_give_is_questioned(string product, BeeSpecies species, int massKg, bool isQuestioned)
    {
        var findings = LotRules.Check(Good with { Product = product, MassKg = massKg }, Apiary with { Species = species }, Today);
        findings.IsAccepted.ShouldBeTrue();
        findings.Warnings.Select(w => w.Code).ShouldBe(isQuestioned ? [TraceWarning.HarvestImplausible] : []);
    }

    [Fact]
    public void The_years_earlier_lots_count_too()
    {
        var warning = LotRules.Check(Good with { MassKg = 500 }, Apiary with { HarvestedThisYearKg = 3600 }, Today).Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe(TraceWarning.HarvestImplausible);
        warning.Arguments.ShouldBe([4100m, 4000m, 80]);
    }

    [Fact]
    public void A_plant_out_of_bloom_is_questioned_after_a_fortnights_grace()
    {
        var standing = Apiary with { Placements = [(new(Arrived), 80)] };
        LotRules.Check(Good with { HarvestedOn = new(2018, 5, 24) }, standing, new(2018, 6, 30)).Warnings.ShouldBeEmpty();
        var warning = LotRules.Check(Good with { HarvestedOn = new(2018, 5, 25) }, standing, new(2018, 6, 30)).Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe(TraceWarning.OutOfBloom);
        warning.Arguments.ShouldBe([new DateOnly(2018, 5, 25), new MonthDay(4, 10), new MonthDay(5, 10)]);
    }
}
