using BeeTrace.Core.Lab;
using Shouldly;

namespace BeeTrace.Core.Tests.Lab;

public sealed class SamplingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Sampler = AccountId.New();

    private static readonly WriteRecord Official = new()
    {
        DrawnAt = Now.AddHours(-1), Stage = SamplingStage.Warehouse, Place = "桐庐县分水镇", LotSize = 1200m, LotSizeUnit = "kg", SampleG = 500m, ReTestG = 500m,
        Seal = "0001", ReTestSeal = "0002", SecondSampler = AccountId.New(), PartyName = "仓管员", PartySignature = PartySignature.Signed,
    };

    private static IReadOnlyList<(string Code, string? Field)> Refused(WriteRecord write, SamplingBasis basis = SamplingBasis.RandomSurveillance) =>
        [.. SamplingRules.Check(write, basis, Sampler, Now).Refusals.Select(refusal => (refusal.Code, refusal.Field))];

    [Fact]
    public void A_full_official_record_is_accepted() => Refused(Official).ShouldBeEmpty();

    [Fact]
    public void An_empty_record_says_everything_that_an_official_sample_needs()
    {
        var missing = Refused(new WriteRecord());
        missing.ShouldAllBe(refusal => refusal.Code == SamplingRefusal.FieldMissing);
        missing.Select(refusal => refusal.Field).ShouldBe(
            [
                nameof(WriteRecord.DrawnAt), nameof(WriteRecord.Stage), nameof(WriteRecord.Place), nameof(WriteRecord.LotSize), nameof(WriteRecord.LotSizeUnit),
                nameof(WriteRecord.SampleG), nameof(WriteRecord.ReTestG), nameof(WriteRecord.Seal), nameof(WriteRecord.ReTestSeal),
                nameof(WriteRecord.SecondSampler), nameof(WriteRecord.PartyName), nameof(WriteRecord.PartySignature),
            ]);
    }

    [Fact]
    public void What_a_client_brings_needs_neither_seals_nor_a_second_sampler_nor_a_re_test_portion() =>
        Refused(Official with { Seal = null, ReTestSeal = null, ReTestG = null, SecondSampler = null }, SamplingBasis.Entrusted).ShouldBeEmpty();

    [Fact]
    public void Both_samplers_are_two_people() =>
        Refused(Official with { SecondSampler = Sampler }).ShouldBe([(SamplingRefusal.SamplersAreOne, nameof(WriteRecord.SecondSampler))]);

    [Fact]
    public void Both_portions_have_seals_of_their_own() =>
        Refused(Official with { ReTestSeal = " 0001 " }).ShouldBe([(SamplingRefusal.SealsAreOne, nameof(WriteRecord.ReTestSeal))]);

    [Fact]
    public void A_party_that_refuses_to_sign_is_explained() =>
        Refused(Official with { PartySignature = PartySignature.Refused }).ShouldBe([(SamplingRefusal.FieldMissing, nameof(WriteRecord.RefusalNote))]);

    [Fact]
    public void Nothing_is_sampled_in_the_future() =>
        Refused(Official with { DrawnAt = Now.AddMinutes(1) }).ShouldBe([(LabRefusal.DrawnInFuture, nameof(WriteRecord.DrawnAt))]);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(300_001)]
    public void A_portion_weighs_something_and_can_be_carried(int grams) =>
        Refused(Official with { SampleG = grams }).ShouldBe([(SamplingRefusal.QuantityOutside, nameof(WriteRecord.SampleG))]);

    [Theory]
    [InlineData(-91, true)]
    [InlineData(-90, false)]
    [InlineData(70, false)]
    [InlineData(71, true)]
    public void A_temperature_is_one_that_a_sample_can_have(int degrees, bool isRefused) =>
        Refused(Official with { TemperatureC = degrees }).Any().ShouldBe(isRefused);

    [Fact]
    public void A_text_is_counted_in_characters_and_has_an_end()
    {
        Refused(Official with { Place = new string('山', SamplingRules.LongestText) }).ShouldBeEmpty();
        Refused(Official with { Place = new string('山', SamplingRules.LongestText + 1) }).ShouldBe([(SamplingRefusal.TextTooLong, nameof(WriteRecord.Place))]);
    }

    [Fact]
    public void Who_is_named_as_second_sampler_signs_once_and_nobody_else()
    {
        var second = AccountId.New();
        var record = Record(second);
        SamplingRules.CheckSecondSignature(record, AccountId.New()).Refusals.Single().Code.ShouldBe(SamplingRefusal.NotYoursToSign);
        SamplingRules.CheckSecondSignature(record, second).IsDone.ShouldBeTrue();
        record.SecondSignedAt = Now;
        SamplingRules.CheckSecondSignature(record, second).Refusals.Single().Code.ShouldBe(SamplingRefusal.NotYoursToSign);
    }

    private static SamplingRecord Record(AccountId second) => new()
    {
        SampleId = SampleId.New(), FirmId = FirmId.New(), DrawnAt = Now, Stage = SamplingStage.Plant, Place = "x", SampledUnit = "x", LotSize = 1m, LotSizeUnit = "kg", SampleG = 1m,
        SecondSampler = second, PartyName = "x", PartySignature = PartySignature.Signed, RecordedAt = Now,
    };
}
