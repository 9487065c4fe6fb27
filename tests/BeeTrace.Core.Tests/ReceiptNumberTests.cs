using CsCheck;

namespace BeeTrace.Core.Tests;

public class ReceiptNumberTests
{
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", "K-0000-")]
    [InlineData("00000000-0000-0000-0000-0000000fffff", "K-ZZZZ-")]
    [InlineData("ffffffff-ffff-ffff-ffff-fffffff00001", "K-0001-")]
    public void The_last_twenty_bits_of_the_id_make_the_number(string id, string start) => ReceiptNumber.Of(Guid.Parse(id)).ToString().ShouldStartWith(start);

    [Fact]
    public void What_is_printed_is_read_again_however_it_is_typed() =>
        Gen.Guid.Sample(id =>
        {
            var number = ReceiptNumber.Of(id);
            ReceiptNumber.Parse(number.ToString()).Value.ShouldBe(number);
            ReceiptNumber.Parse(number.ToString().ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)).Value.ShouldBe(number);
        });

    [Fact]
    public void One_wrong_character_is_found() =>
        ReceiptNumber.Parse(ReceiptNumber.Of(Guid.Empty).ToString().Replace("K-0", "K-1", StringComparison.Ordinal)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(CodeRefusal.CheckCharacter);
}
