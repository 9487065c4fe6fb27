using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class LaboratoryTests
{
    private static readonly ChangeLaboratory Right = new("检验中心", "Testing centre", "某路 1 号", "1 Some Road", null, null, null, null, [], FourEyes.ThreePersons);

    [Fact]
    public void A_laboratory_says_its_name_and_address_in_both_languages_and_how_many_people_sign() =>
        LaboratoryRules.Check(Right with { NameEn = " ", AddressZh = null, FourEyes = null }).Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (LabRefusal.LaboratoryFactMissing, nameof(ChangeLaboratory.NameEn)),
            (LabRefusal.LaboratoryFactMissing, nameof(ChangeLaboratory.AddressZh)),
            (LabRefusal.LaboratoryFactMissing, nameof(ChangeLaboratory.FourEyes)),
        ]);

    [Fact]
    public void A_scope_stands_beside_a_number_only()
    {
        LaboratoryRules.Check(Right with { Scope = ["MOISTURE"] }).Refusals.Select(r => r.Code).ShouldBe([LabRefusal.ScopeWithoutNumber]);
        LaboratoryRules.Check(Right with { Scope = ["MOISTURE"], CnasNumber = "L0000" }).IsDone.ShouldBeTrue();
        LaboratoryRules.Check(Right).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_text_that_no_paper_could_hold_is_refused() =>
        LaboratoryRules.Check(Right with { Phone = new string('1', 41) }).Refusals.Select(r => r.Code).ShouldBe([LabRefusal.LaboratoryTextTooLong]);
}
