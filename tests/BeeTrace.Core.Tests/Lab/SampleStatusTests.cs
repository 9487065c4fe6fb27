using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

public sealed class SampleStatusTests
{
    [Fact]
    public void A_sample_goes_forward_step_by_step_and_back_only_from_the_check_to_the_bench()
    {
        (SampleStatus From, SampleStatus To)[] allowed =
        [
            (SampleStatus.Drawn, SampleStatus.InTransit),
            (SampleStatus.Drawn, SampleStatus.Received),
            (SampleStatus.InTransit, SampleStatus.Received),
            (SampleStatus.Received, SampleStatus.Assigned),
            (SampleStatus.Assigned, SampleStatus.Assigned),
            (SampleStatus.Assigned, SampleStatus.Testing),
            (SampleStatus.Received, SampleStatus.Testing),
            (SampleStatus.Testing, SampleStatus.RawRecorded),
            (SampleStatus.RawRecorded, SampleStatus.Approved),
            (SampleStatus.RawRecorded, SampleStatus.Testing),
            (SampleStatus.Drawn, SampleStatus.Rejected),
            (SampleStatus.InTransit, SampleStatus.Rejected),
            (SampleStatus.Received, SampleStatus.Rejected),
            (SampleStatus.Assigned, SampleStatus.Rejected),
            (SampleStatus.Drawn, SampleStatus.Cancelled),
            (SampleStatus.InTransit, SampleStatus.Cancelled),
            (SampleStatus.Received, SampleStatus.Cancelled),
            (SampleStatus.Assigned, SampleStatus.Cancelled),
            (SampleStatus.Testing, SampleStatus.Cancelled),
            (SampleStatus.RawRecorded, SampleStatus.Cancelled),
        ];
        foreach (var from in Enum.GetValues<SampleStatus>())
        {
            foreach (var to in Enum.GetValues<SampleStatus>())
                SampleStatusRules.Check(from, to).IsDone.ShouldBe(allowed.Contains((from, to)), $"{from} to {to}");
        }
    }

    [Fact]
    public void Who_entered_a_reading_cannot_approve_the_sample()
    {
        var analyst = AccountId.New();

        Approval.Check(SampleStatus.RawRecorded, [AccountId.New(), analyst], analyst).Refusals.Single().Code.ShouldBe(LabRefusal.SamePerson);
        Approval.Check(SampleStatus.RawRecorded, [analyst], AccountId.New()).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_sample_without_readings_or_not_yet_recorded_cannot_be_approved() =>
        Approval.Check(SampleStatus.Testing, [], AccountId.New()).Refusals.Select(refusal => refusal.Code)
            .ShouldBe([LabRefusal.StatusNotAllowed, LabRefusal.NothingRecorded]);

    [Fact]
    public void Every_decision_rule_reads_its_own_code_and_has_a_statement()
    {
        foreach (var rule in Enum.GetValues<DecisionRule>())
        {
            DecisionRules.Parse(rule.Code()).Value.ShouldBe(rule);
            rule.Statement().Zh.ShouldNotBeEmpty();
            rule.Statement().En.ShouldNotBeEmpty();
        }

        DecisionRules.Parse("MAYBE").Refusals.Single().Code.ShouldBe(LabRefusal.RuleUnknown);
    }

    [Fact]
    public void The_strictest_verdict_is_the_samples()
    {
        Verdicts.Together([Verdict.Pass, Verdict.NoLimit]).ShouldBe(Verdict.Pass);
        Verdicts.Together([Verdict.Pass, Verdict.ConditionalPass]).ShouldBe(Verdict.ConditionalPass);
        Verdicts.Together([Verdict.Incomplete, Verdict.ConditionalPass]).ShouldBe(Verdict.Incomplete);
        Verdicts.Together([Verdict.NeedsInput, Verdict.CannotJudge, Verdict.Fail]).ShouldBe(Verdict.Fail);
        Verdicts.Together([]).ShouldBe(Verdict.NoLimit);
    }
}
