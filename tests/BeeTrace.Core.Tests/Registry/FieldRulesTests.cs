using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class FieldRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    private static readonly ApiaryCode Apiary = ApiaryCode.Create("330122", 7);

    private static readonly RecordTreatment Good = new(TreatmentId.New(), Apiary)
    {
        Colonies = 40, Indication = "大蜂螨", Medicine = "氟胺氰菊酯条", Route = TreatmentRoute.Strip, StartedOn = new DateOnly(2026, 5, 1),
        EndedOn = new DateOnly(2026, 5, 10), IsWithdrawalKnown = true, WithdrawalDays = 0,
    };

    public static TheoryData<RecordTreatment, string, string> WrongTreatments => new()
    {
        { Good with { Colonies = null }, RegistryRefusal.ColoniesMissing, "Colonies" },
        { Good with { Colonies = 0 }, FieldRefusal.CountTooFew, "Colonies" },
        { Good with { Colonies = 2001 }, RegistryRefusal.ColoniesTooMany, "Colonies" },
        { Good with { Indication = " " }, FieldRefusal.IndicationMissing, "Indication" },
        { Good with { Medicine = null }, FieldRefusal.MedicineMissing, "Medicine" },
        { Good with { Medicine = new string('药', 121) }, FieldRefusal.TextTooLong, "Medicine" },
        { Good with { BatchNumber = new string('1', 61) }, FieldRefusal.TextTooLong, "BatchNumber" },
        { Good with { Remarks = new string('注', 501) }, FieldRefusal.TextTooLong, "Remarks" },
        { Good with { Route = (TreatmentRoute)9 }, FieldRefusal.RouteMissing, "Route" },
        { Good with { StartedOn = null }, FieldRefusal.DayMissing, "StartedOn" },
        { Good with { StartedOn = Today.AddDays(1), EndedOn = null }, FieldRefusal.DayInFuture, "StartedOn" },
        { Good with { EndedOn = new DateOnly(2026, 4, 30) }, FieldRefusal.EndsBeforeStart, "EndedOn" },
        { Good with { EndedOn = Today.AddDays(1) }, FieldRefusal.DayInFuture, "EndedOn" },
        { Good with { IsWithdrawalKnown = null }, FieldRefusal.WithdrawalMissing, "IsWithdrawalKnown" },
        { Good with { WithdrawalDays = null }, FieldRefusal.WithdrawalDaysMissing, "WithdrawalDays" },
        { Good with { IsWithdrawalKnown = false }, FieldRefusal.WithdrawalDaysUnwanted, "WithdrawalDays" },
        { Good with { WithdrawalDays = -1 }, FieldRefusal.WithdrawalDaysOutOfRange, "WithdrawalDays" },
        { Good with { WithdrawalDays = 366 }, FieldRefusal.WithdrawalDaysOutOfRange, "WithdrawalDays" },
    };

    [Fact]
    public void A_complete_treatment_is_taken_with_none_known_and_unknown_days()
    {
        TreatmentRules.Check(Good, Today).IsDone.ShouldBeTrue();
        TreatmentRules.Check(Good with { IsWithdrawalKnown = false, WithdrawalDays = null }, Today).IsDone.ShouldBeTrue();
        TreatmentRules.Check(Good with { EndedOn = null }, Today).IsDone.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(WrongTreatments))]
    public void One_slip_in_a_treatment_is_one_refusal_beside_its_field(RecordTreatment treatment, string code, string field)
    {
        var refusal = TreatmentRules.Check(treatment, Today).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Field).ShouldBe((code, field));
    }

    [Theory]
    [InlineData(null, RegistryRefusal.ColoniesMissing)]
    [InlineData(0, FieldRefusal.CountTooFew)]
    [InlineData(-4, FieldRefusal.CountTooFew)]
    [InlineData(1, null)]
    [InlineData(2000, null)]
    [InlineData(2001, RegistryRefusal.ColoniesTooMany)]
    public void A_count_is_a_number_of_colonies(int? colonies, string? refusal) =>
        CountRules.Check(new(ColonyCountId.New(), Apiary, Today, colonies), Today).Refusals.Select(r => r.Code).ShouldBe(refusal is null ? [] : [refusal]);

    [Fact]
    public void A_disease_that_is_not_in_the_list_is_told_in_words()
    {
        var report = new ReportDisease(DiseaseReportId.New(), Apiary, BeeDisease.Varroa, Today, null, null);
        DiseaseRules.Check(report, Today).IsDone.ShouldBeTrue();
        DiseaseRules.Check(report with { Disease = BeeDisease.Other }, Today).Refusals.ShouldHaveSingleItem().Code.ShouldBe(FieldRefusal.SignsMissing);
        DiseaseRules.Check(report with { Disease = null, On = null, Colonies = 0, Signs = new string('a', 2001) }, Today).Refusals.Select(r => r.Field)
            .ShouldBe(["Disease", "On", "Colonies", "Signs"]);
    }

    [Theory]
    [InlineData("2026-04-30", 7, HarvestClearance.Clear)]
    [InlineData("2026-05-01", 7, HarvestClearance.Blocked)]
    [InlineData("2026-05-16", 7, HarvestClearance.Blocked)]
    [InlineData("2026-05-17", 7, HarvestClearance.Clear)]
    [InlineData("2026-05-09", 0, HarvestClearance.Blocked)]
    [InlineData("2026-05-10", 0, HarvestClearance.Clear)]
    [InlineData("2026-05-09", null, HarvestClearance.Blocked)]
    [InlineData("2026-05-10", null, HarvestClearance.Unknown)]
    [InlineData("2027-05-10", null, HarvestClearance.Unknown)]
    [InlineData("2027-05-11", null, HarvestClearance.Clear)]
    public void A_treatment_stands_against_a_harvest_until_its_withdrawal_period_is_over(string day, int? withdrawal, HarvestClearance expected) =>
        Withdrawal.Of(new("药", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 10), withdrawal), DateOnly.Parse(day)).ShouldBe(expected);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(null)]
    public void A_treatment_that_goes_on_blocks_every_harvest_since(int? withdrawal)
    {
        var treatment = new TreatmentPeriod("药", new DateOnly(2026, 5, 1), null, withdrawal);
        Withdrawal.Of(treatment, new DateOnly(2026, 4, 30)).ShouldBe(HarvestClearance.Clear);
        Withdrawal.Of(treatment, new DateOnly(2030, 1, 1)).ShouldBe(HarvestClearance.Blocked);
        treatment.HarvestFrom.ShouldBeNull();
    }

    [Fact]
    public void The_earliest_harvest_day_is_the_first_that_is_not_blocked() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 60], Gen.Int[0, 365]).Sample((start, length, days) =>
        {
            var first = new DateOnly(2025, 1, 1).AddDays(start);
            var treatment = new TreatmentPeriod("药", first, first.AddDays(length), days);
            var from = treatment.HarvestFrom!.Value;
            Withdrawal.Of(treatment, from).ShouldBe(HarvestClearance.Clear);
            if (from > first)
                Withdrawal.Of(treatment, from.AddDays(-1)).ShouldBe(HarvestClearance.Blocked);
        });

    [Fact]
    public void The_gravest_treatment_is_told_first()
    {
        var found = Withdrawal.On(new DateOnly(2026, 5, 12),
        [
            new("不清楚", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2), null),
            new("过了", new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 2), 5),
            new("没过", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 10), 7),
        ]);
        found.Select(f => f.Treatment.Medicine).ShouldBe(["没过", "不清楚"]);
    }
}
