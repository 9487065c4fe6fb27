using System.Text;

namespace BeeTrace.Pdf.Tests;

public class UnprintableTests
{
    [Theory]
    [InlineData(0x2F47, UnprintableReason.Radical)]
    [InlineData(0x2E80, UnprintableReason.Radical)]
    [InlineData(0x2FDF, UnprintableReason.Radical)]
    [InlineData(0x0905, UnprintableReason.NotInFont)]
    [InlineData(0x1F41D, UnprintableReason.NotInFont)]
    [InlineData(0x0007, UnprintableReason.NotText)]
    [InlineData(0x202E, UnprintableReason.NotText)]
    [InlineData(0xFFFD, UnprintableReason.NotText)]
    public void What_cannot_be_printed_as_it_is_stops_the_document_and_is_named(int code, UnprintableReason reason)
    {
        var character = new Rune(code);

        var refusal = Should.Throw<UnprintableCharacterException>(() => Paper.Of(flow => flow.Add(Paper.Text($"蜂{character}农"))));

        refusal.Character.ShouldBe(character);
        refusal.Reason.ShouldBe(reason);
        refusal.Message.ShouldContain($"U+{code:X4}");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Should.Throw<UnprintableCharacterException>(() => PrintableText.Prepare("蜂\uD86D农")).Reason.ShouldBe(UnprintableReason.NotText);

    [Fact]
    public void The_narrow_no_break_space_prints_as_a_no_break_space() =>
        string.Concat(PrintableText.Prepare("5\u202Fkg")).ShouldBe("5\u00A0kg");
}
