using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using CsCheck;

namespace BeeTrace.Core.Tests.Reports;

public sealed class ReportHandsTests
{
    private static readonly AccountId Analyst = AccountId.New();
    private static readonly AccountId Checker = AccountId.New();
    private static readonly AccountId Reviewer = AccountId.New();
    private static readonly AccountId Signatory = AccountId.New();

    private static readonly AccountId[] Few = [Analyst, Checker, Reviewer, Signatory];

    private static readonly Gen<AccountId> Person = Gen.Int[0, Few.Length - 1].Select(n => Few[n]);

    [Fact]
    public void Nobody_reviews_readings_they_entered_or_a_report_they_prepared()
    {
        Hands(preparer: Checker).CheckReview(Analyst).ShouldBeRefused(ReportRefusal.OwnWork);
        Hands(preparer: Checker).CheckReview(Checker).ShouldBeRefused(ReportRefusal.OwnWork);
        Hands().CheckReview(Reviewer).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Who_reviewed_signs_only_where_two_people_are_enough()
    {
        Hands().CheckSignature(FourEyes.ThreePersons, Reviewer).ShouldBeRefused(ReportRefusal.ThirdPersonNeeded);
        Hands().CheckSignature(FourEyes.ThreePersons, Checker).ShouldBeRefused(ReportRefusal.ThirdPersonNeeded);
        Hands().CheckSignature(FourEyes.TwoPersons, Reviewer).IsDone.ShouldBeTrue();
        Hands().CheckSignature(FourEyes.ThreePersons, Signatory).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData(FourEyes.TwoPersons)]
    [InlineData(FourEyes.ThreePersons)]
    public void Who_entered_a_reading_never_signs(FourEyes rule) =>
        Hands().CheckSignature(rule, Analyst).ShouldBeRefused(ReportRefusal.OwnWork);

    [Fact]
    public void Behind_a_signed_report_stand_as_many_people_as_the_rule_asks_for() =>
        Gen.Select(Gen.Enum<FourEyes>(), Person, Person, Person, Person).Sample(
            (rule, analyst, preparer, reviewer, signatory) =>
            {
                var hands = new ReportHands([analyst], reviewer, preparer, reviewer);
                if (!hands.CheckReview(reviewer).IsDone || !hands.CheckSignature(rule, signatory).IsDone)
                    return;
                AccountId[] people = [analyst, preparer, reviewer, signatory];
                people.Distinct().Count().ShouldBeGreaterThanOrEqualTo(rule == FourEyes.ThreePersons ? 3 : 2);
                signatory.ShouldNotBe(analyst);
            });

    private static ReportHands Hands(AccountId? preparer = null) => new([Analyst], Checker, preparer ?? Analyst, Reviewer);
}

internal static class RefusedFor
{
    public static void ShouldBeRefused(this Outcome outcome, string code) => outcome.Refusals.Select(refusal => refusal.Code).ShouldBe([code]);
}
