using BeeTrace.Core.Registry;
using CsCheck;

namespace BeeTrace.Core.Tests.Registry;

public class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [MemberData(nameof(Golden.Rows), "Registry/credit-codes.csv", MemberType = typeof(Golden))]
    public void A_credit_code_is_read_and_proved(string typed, string canonical, string refusal)
    {
        var outcome = UnifiedSocialCreditCode.Parse(typed, "Code");
        if (refusal.Length == 0)
            outcome.Value.ToString().ShouldBe(canonical);
        else
            outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe(refusal);
    }

    [Fact]
    public void A_credit_code_tells_its_region() =>
        UnifiedSocialCreditCode.Parse("91330100799655058B").Value.Region.ShouldBe("330100");

    [Fact]
    public void Every_wrong_character_and_every_swap_is_caught() =>
        Gen.Select(Gen.String[Gen.Char[Alphabet], 2, 2], Gen.Int[100000, 999999], Gen.String[Gen.Char[Alphabet], 9, 9]).Sample((head, region, body) =>
        {
            var first = $"{head}{region}{body}";
            var code = first + UnifiedSocialCreditCode.CheckOf(first);
            UnifiedSocialCreditCode.TryParse(code, out var parsed).ShouldBeTrue();
            parsed.ToString().ShouldBe(code);
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var wrong in Alphabet.Where(c => c != code[i]))
                    UnifiedSocialCreditCode.TryParse($"{code[..i]}{wrong}{code[(i + 1)..]}", out _).ShouldBeFalse();
                if (i + 1 < code.Length && code[i] != code[i + 1])
                    UnifiedSocialCreditCode.TryParse($"{code[..i]}{code[i + 1]}{code[i]}{code[(i + 2)..]}", out _).ShouldBeFalse();
            }
        });
}
