using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Tests.Registry;

public sealed class IdentityNumberTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    // The two examples that GB 11643-1999 itself gives.
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    public void The_standards_own_examples_have_their_check_character(string number) => IdentityNumber.CheckOf(number.AsSpan(0, 17)).ShouldBe(number[17]);

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("110105-19491231-002ｘ")]
    public void It_is_read_as_people_type_it(string typed)
    {
        var number = IdentityNumber.Parse(typed, Today);
        number.IsDone.ShouldBeTrue();
        number.Value.Text.ShouldBe("11010519491231002X");
        number.Value.Masked.ShouldBe("1101**********002X");
        number.Value.ToString().ShouldBe(number.Value.Masked);
    }

    [Theory]
    [InlineData("", OfficeRefusal.IdentityMalformed)]
    [InlineData("1101051949123100", OfficeRefusal.IdentityMalformed)]
    [InlineData("1101051949123100XX", OfficeRefusal.IdentityMalformed)]
    [InlineData("110105194912310021", OfficeRefusal.IdentityCheck)]
    [InlineData("110105194902300021", OfficeRefusal.IdentityBirthDay)]
    [InlineData("110105202612310021", OfficeRefusal.IdentityBirthDay)]
    public void What_is_none_is_refused_without_repeating_it(string typed, string code)
    {
        var refusal = IdentityNumber.Parse(typed, Today, "F").Refusals.Single();
        (refusal.Code, refusal.Field).ShouldBe((code, "F"));
        refusal.Arguments.ShouldBeEmpty();
    }

    [Fact]
    public void Every_single_wrong_digit_and_every_swap_of_neighbours_is_caught()
    {
        const string Number = "11010519900307391";
        var right = Number + IdentityNumber.CheckOf(Number);
        for (var i = 0; i < 17; i++)
        {
            foreach (var digit in "0123456789".Where(d => d != right[i]))
                IdentityNumber.Parse(right[..i] + digit + right[(i + 1)..], Today).IsDone.ShouldBeFalse();
            if (i < 16 && right[i] != right[i + 1])
                IdentityNumber.Parse(right[..i] + right[i + 1] + right[i] + right[(i + 2)..], Today).IsDone.ShouldBeFalse();
        }
    }
}
