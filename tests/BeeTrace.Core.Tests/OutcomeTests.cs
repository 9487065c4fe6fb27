using System.Globalization;

namespace BeeTrace.Core.Tests;

public class OutcomeTests
{
    private static readonly Refusal No = new("test.no", "Field", 1, "two");

    [Fact]
    public void What_was_done_has_its_value_and_no_refusal()
    {
        Outcome<int> outcome = 7;
        outcome.ShouldSatisfyAllConditions(o => o.IsDone.ShouldBeTrue(), o => o.Value.ShouldBe(7), o => o.Refusals.ShouldBeEmpty());
        Outcome.Done.IsDone.ShouldBeTrue();
    }

    [Fact]
    public void What_was_refused_has_every_reason_and_no_value()
    {
        var outcome = Outcome<int>.Refused(No, No with { Field = null });
        outcome.IsDone.ShouldBeFalse();
        outcome.Refusals.Count.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => outcome.Value).Message.ShouldContain("test.no");
        ((Outcome)No).Refusals.ShouldHaveSingleItem().ShouldBeSameAs(No);
    }

    [Theory]
    [InlineData("zh-CN", "蜂蜜")]
    [InlineData("zh-Hant-TW", "蜂蜜")]
    [InlineData("en-GB", "honey")]
    [InlineData("de-DE", "honey")]
    public void A_text_speaks_Chinese_to_Chinese_readers_and_English_to_all_others(string culture, string text)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            new Bilingual("蜂蜜", "honey").ToString().ShouldBe(text);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
