using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;

namespace BeeTrace.Core.Tests.Reports;

public sealed class ObjectionRulesTests
{
    [Theory]
    [InlineData(Verdict.Fail, ObjectionState.Upheld)]
    [InlineData(Verdict.Pass, ObjectionState.Overturned)]
    public void The_verdict_of_the_re_test_decides(Verdict reTest, ObjectionState state)
    {
        var first = Sample(LotId.New(), SamplingBasis.RandomSurveillance, Verdict.Fail);

        ObjectionRules.Decide(first, Sample(first.LotId, SamplingBasis.ReTest, reTest)).Value.ShouldBe(state);
    }

    [Fact]
    public void Only_an_approved_re_test_of_the_same_lot_with_a_clear_verdict_decides()
    {
        var first = Sample(LotId.New(), SamplingBasis.RandomSurveillance, Verdict.Fail);
        string? Refused(Sample reTest) => ObjectionRules.Decide(first, reTest).Refusals.SingleOrDefault()?.Code;

        Refused(first).ShouldBe(ReportRefusal.ReTestDoesNotFit);
        Refused(Sample(first.LotId, SamplingBasis.Targeted, Verdict.Pass)).ShouldBe(ReportRefusal.ReTestDoesNotFit);
        Refused(Sample(LotId.New(), SamplingBasis.ReTest, Verdict.Pass)).ShouldBe(ReportRefusal.ReTestDoesNotFit);
        Refused(Sample(first.LotId, SamplingBasis.ReTest, null)).ShouldBe(ReportRefusal.ReTestDoesNotFit);
        Refused(Sample(first.LotId, SamplingBasis.ReTest, Verdict.CannotJudge)).ShouldBe(ReportRefusal.ReTestOpen);
    }

    [Fact]
    public void A_failing_result_of_an_ordered_sampling_may_be_objected_to_while_its_report_is_in_force()
    {
        ObjectionRules.CheckFiling(ReportState.Issued, ObjectionRegime.Food, Verdict.Fail).IsDone.ShouldBeTrue();
        ObjectionRules.CheckFiling(ReportState.Superseded, ObjectionRegime.Food, Verdict.Fail).ShouldBeRefused(ReportRefusal.StateNotAllowed);
        ObjectionRules.CheckFiling(ReportState.Issued, null, Verdict.Fail).ShouldBeRefused(ReportRefusal.NoRightToObject);
        ObjectionRules.CheckFiling(ReportState.Issued, ObjectionRegime.Food, Verdict.Pass).ShouldBeRefused(ReportRefusal.NothingToObjectTo);
    }

    [Fact]
    public void An_objection_is_decided_once_and_concluded_only_where_a_re_test_was_granted()
    {
        (ObjectionState From, ObjectionState To)[] allowed =
        [
            (ObjectionState.Filed, ObjectionState.Accepted), (ObjectionState.Filed, ObjectionState.Refused),
            (ObjectionState.Accepted, ObjectionState.Upheld), (ObjectionState.Accepted, ObjectionState.Overturned),
        ];
        foreach (var from in Enum.GetValues<ObjectionState>())
        {
            foreach (var to in Enum.GetValues<ObjectionState>())
                ObjectionRules.CheckStep(from, to).IsDone.ShouldBe(allowed.Contains((from, to)), $"{from} to {to}");
        }
    }

    private static Sample Sample(LotId lot, SamplingBasis basis, Verdict? verdict) => new()
    {
        Id = SampleId.New(), Code = SampleCode.Create(2026, 1), LotId = lot, FirmId = FirmId.New(), Product = "HONEY", County = "330122", Basis = basis,
        DrawnOn = new(2026, 6, 3), DrawnBy = AccountId.New(), Status = verdict is null ? SampleStatus.Testing : SampleStatus.Approved, Verdict = verdict,
    };
}
