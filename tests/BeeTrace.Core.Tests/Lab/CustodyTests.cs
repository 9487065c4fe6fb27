using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using Shouldly;

namespace BeeTrace.Core.Tests.Lab;

public sealed class CustodyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    private static CustodyEvent Last(CustodyStep step = CustodyStep.Sealed, string? seal = "0001", SamplePortion portion = SamplePortion.Test) => new()
    {
        Id = CustodyEventId.New(), SampleId = SampleId.New(), Portion = portion, Step = step, At = Now.AddHours(-2), To = "sampler", SealAfter = seal,
        SignedBy = AccountId.New(), RecordedAt = Now.AddHours(-2),
    };

    private static MovePortion Move(CustodyStep step = CustodyStep.HandedOver, string? to = "carrier", string? place = null, string? seal = "0001", bool? intact = null, string? reason = null, SamplePortion portion = SamplePortion.Test) =>
        new(CustodyEventId.New(), portion, step, to, place, seal, intact, null, null, reason);

    private static string[] Refused(CustodyEvent? last, MovePortion move, DateTimeOffset? at = null, DateOnly? keptUntil = null) =>
        [.. Custody.Check(last, move, at ?? Now, Now, keptUntil).Refusals.Select(refusal => refusal.Code)];

    [Fact]
    public void A_portion_goes_on_under_its_seal() => Refused(Last(), Move()).ShouldBeEmpty();

    [Fact]
    public void What_was_never_taken_or_is_gone_goes_nowhere()
    {
        Refused(null, Move()).ShouldBe([SamplingRefusal.PortionGone]);
        Refused(Last(CustodyStep.Disposed), Move()).ShouldBe([SamplingRefusal.PortionGone]);
    }

    [Fact]
    public void A_step_is_neither_before_the_last_one_nor_to_come()
    {
        Refused(Last(), Move(), at: Now.AddHours(-3)).ShouldBe([SamplingRefusal.CustodyOutOfOrder]);
        Refused(Last(), Move(), at: Now.AddSeconds(1)).ShouldBe([SamplingRefusal.CustodyInFuture]);
        Refused(Last(), Move(), at: Now.AddHours(-2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_seal_that_is_broken_or_another_one_is_explained()
    {
        Refused(Last(), Move(intact: false)).ShouldBe([SamplingRefusal.SealUnexplained]);
        Refused(Last(), Move(seal: "0007")).ShouldBe([SamplingRefusal.SealUnexplained]);
        Refused(Last(), Move(seal: null)).ShouldBe([SamplingRefusal.SealUnexplained]);
        Refused(Last(), Move(seal: "0007", reason: "opened to take a part")).ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_has_it_and_a_store_is_a_place()
    {
        Refused(Last(), Move(to: " ")).ShouldBe([SamplingRefusal.FieldMissing]);
        Refused(Last(), Move(CustodyStep.Stored)).ShouldBe([SamplingRefusal.FieldMissing]);
        Refused(Last(), Move(CustodyStep.Stored, place: "refrigerator 2")).ShouldBeEmpty();
    }

    [Fact]
    public void The_end_of_a_portion_is_explained() => Refused(Last(), Move(CustodyStep.Disposed, to: null)).ShouldBe([SamplingRefusal.FieldMissing]);

    [Fact]
    public void A_re_test_portion_is_kept_to_the_end_of_its_last_day()
    {
        var last = Last(CustodyStep.Stored, portion: SamplePortion.ReTest);
        var end = Move(CustodyStep.Disposed, to: null, reason: "time is over", portion: SamplePortion.ReTest);
        Refused(last, end, keptUntil: new DateOnly(2026, 6, 15)).ShouldBe([SamplingRefusal.KeptUntil]);
        Refused(last, end, keptUntil: new DateOnly(2026, 6, 14)).ShouldBeEmpty();
        Refused(Last(), Move(CustodyStep.Disposed, to: null, reason: "used up"), keptUntil: DateOnly.MaxValue).ShouldBeEmpty("the test portion is used up");
    }

    [Fact]
    public void It_is_kept_three_months_after_a_pass_six_otherwise_and_without_an_end_before()
    {
        Custody.KeptUntil(new DateOnly(2026, 11, 30), Verdict.Pass).ShouldBe(new DateOnly(2027, 2, 28));
        Custody.KeptUntil(new DateOnly(2026, 6, 15), Verdict.Fail).ShouldBe(new DateOnly(2026, 12, 15));
        Custody.KeptUntil(new DateOnly(2026, 6, 15), Verdict.Incomplete).ShouldBe(new DateOnly(2026, 12, 15));
        Custody.KeptUntil(null, null).ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public void Only_an_analyst_is_blind_and_only_until_there_is_a_verdict()
    {
        Blind.Hides(Role.Analyst, SampleStatus.Testing).ShouldBeTrue();
        Blind.Hides(Role.Analyst, SampleStatus.RawRecorded).ShouldBeTrue();
        Blind.Hides(Role.Analyst, SampleStatus.Approved).ShouldBeFalse();
        Blind.Hides(Role.Reviewer, SampleStatus.Testing).ShouldBeFalse();
    }

    [Fact]
    public void Every_refusal_is_in_the_list_once() => SamplingRefusal.All.ShouldBe(
        [.. typeof(SamplingRefusal).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)]);
}
