using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Tests.Registry;

public class ApplicationRulesTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);

    private static readonly ApplyAsBeekeeper Sound = new(
        BeekeeperApplicationId.New(), "试验养蜂人", BeekeeperKind.Individual, "138 0000 0000", null, "330122", null, null, false, null);

    [Fact]
    public void Name_kind_phone_and_county_are_enough() => ApplicationRules.Check(Sound, Today).IsDone.ShouldBeTrue();

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_beside_its_field()
    {
        var refusals = ApplicationRules.Check(Sound with { Name = " ", Kind = null, Phone = null, County = "", Email = "nobody" }, Today).Refusals;
        refusals.Select(r => (r.Field, r.Code)).ShouldBe(
            [
                ("Name", OfficeRefusal.BeekeeperNameMissing), ("Phone", OfficeRefusal.PhoneMissing), ("Kind", OfficeRefusal.BeekeeperKindMissing),
                ("County", OfficeRefusal.CountyMissing), ("Email", AccessRefusal.AddressUnreadable),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("a@example.org", true)]
    [InlineData("养蜂@例子.中国", true)]
    [InlineData("a@b", false)]
    [InlineData("a@@example.org", false)]
    [InlineData("@example.org", false)]
    [InlineData("a b@example.org", false)]
    [InlineData("a@example.", false)]
    public void An_address_has_one_at_and_a_dotted_host(string email, bool isSound) =>
        ApplicationRules.Check(Sound with { Email = email }, Today).IsDone.ShouldBe(isSound);

    [Fact]
    public void Firms_have_no_identity_number() =>
        ApplicationRules.Check(Sound with { Kind = BeekeeperKind.Cooperative, IdentityNumber = "11010519491231002X" }, Today)
            .Refusals.Single().Code.ShouldBe(OfficeRefusal.IdentityOfPersonsOnly);

    [Theory]
    [InlineData("138 0000-0000", "13800000000")]
    [InlineData("１３８００００００００", "13800000000")]
    [InlineData("+86 138 0000 0000", "8613800000000")]
    public void A_phone_number_is_signed_in_with_by_its_digits(string phone, string digits) => ApplicationRules.SignInNumber(phone).ShouldBe(digits);
}
