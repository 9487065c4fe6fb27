using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class LaboratoryTests
{
    private static readonly ChangeLaboratory Right = new("检验中心", "Testing centre", "某路 1 号", "1 Some Road", null, null, null, null, FourEyes.ThreePersons);

    [Fact]
    public void A_laboratory_says_its_name_and_address_in_both_languages_and_how_many_people_sign() =>
        LaboratoryRules.Check(Right with { NameEn = " ", AddressZh = null, FourEyes = null }).Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (LabRefusal.LaboratoryFactMissing, nameof(ChangeLaboratory.NameEn)),
            (LabRefusal.LaboratoryFactMissing, nameof(ChangeLaboratory.AddressZh)),
            (LabRefusal.LaboratoryFactMissing, nameof(ChangeLaboratory.FourEyes)),
        ]);

    [Theory]
    [InlineData(null, null, false, false, true)]
    [InlineData("2026-1", null, true, false, true)]
    [InlineData("2026-1", null, false, true, false)]
    [InlineData(null, "L0000", false, true, true)]
    [InlineData("2026-1", "L0000", false, true, true)]
    [InlineData("2026-1", "L0000", false, false, false)]
    public void A_result_is_inside_the_scope_of_a_number_when_its_method_is(string? cma, string? cnas, bool methodCma, bool methodCnas, bool isInside)
    {
        var laboratory = new LaboratoryVersion
        {
            Id = LaboratoryVersionId.New(), County = "330122", NameZh = "检验中心", NameEn = "Testing centre", AddressZh = "某路 1 号", AddressEn = "1 Some Road",
            CmaNumber = cma, CnasNumber = cnas, FourEyes = FourEyes.TwoPersons, ValidFrom = new DateOnly(2026, 1, 1), RecordedBy = AccountId.New(), RecordedAt = DateTimeOffset.UnixEpoch,
        };
        var method = new Method
        {
            Id = MethodId.New(), Product = "HONEY", Analyte = "HMF", Code = "GB/T 18932.18", AccreditedCma = methodCma, AccreditedCnas = methodCnas, Source = "scope 2026",
            ValidFrom = new DateOnly(2026, 1, 1), EnteredBy = AccountId.New(), EnteredAt = DateTimeOffset.UnixEpoch,
        };
        laboratory.Covers(method).ShouldBe(isInside);
        laboratory.Covers(null).ShouldBe(!laboratory.HasNumber, "a method that nobody registered is in no scope");
    }

    [Fact]
    public void A_text_that_no_paper_could_hold_is_refused() =>
        LaboratoryRules.Check(Right with { Phone = new string('1', 41) }).Refusals.Select(r => r.Code).ShouldBe([LabRefusal.LaboratoryTextTooLong]);
}
