namespace BeeTrace.Core.Lab;

/// <summary>Where a sample stands on its way through the county laboratory. Before it is drawn it is a lot on a plan's list (计划); after approval its report goes on.</summary>
public enum SampleStatus
{
    /// <summary>Taken and sealed, not yet in the laboratory.</summary>
    Drawn,

    /// <summary>运送中: handed over on its way to the laboratory.</summary>
    InTransit,

    /// <summary>Taken over by the laboratory, checked, and given its blind number (收样、验收、编号 are one deed at one desk).</summary>
    Received,

    /// <summary>已派样: an analyst is named for it.</summary>
    Assigned,

    /// <summary>An analyst works on it.</summary>
    Testing,

    /// <summary>All readings are entered; another person has to check them.</summary>
    RawRecorded,

    /// <summary>Checked and approved; readings are frozen.</summary>
    Approved,

    /// <summary>拒收: it cannot be tested as it came. An end.</summary>
    Rejected,

    /// <summary>取消: given up before there was a verdict. An end.</summary>
    Cancelled,
}

/// <summary>Why a sample is not accepted for testing (拒收原因).</summary>
public enum RejectionReason
{
    /// <summary>封样破损: the seal is broken.</summary>
    SealBroken,

    /// <summary>数量不足: too little for test and re-test portion.</summary>
    QuantityShort,

    /// <summary>温度超限: warmer on the way than the product allows.</summary>
    TemperatureExceeded,

    /// <summary>容器不当: not the container that the tests need.</summary>
    WrongContainer,

    /// <summary>标签不符: label and record contradict each other.</summary>
    LabelMismatch,

    /// <summary>超过保质期: past its shelf life.</summary>
    Expired,

    /// <summary>超过检测时限: past the time within which it has to be tested.</summary>
    PastHoldingTime,
}

/// <summary>Which steps a sample may take.</summary>
public static class SampleStatusRules
{
    /// <summary>The steps allowed from here; from <see cref="SampleStatus.RawRecorded"/> also back to the bench.</summary>
    public static IReadOnlyList<SampleStatus> Next(SampleStatus from) => from switch
    {
        SampleStatus.Drawn => [SampleStatus.InTransit, SampleStatus.Received, SampleStatus.Rejected, SampleStatus.Cancelled],
        SampleStatus.InTransit => [SampleStatus.Received, SampleStatus.Rejected, SampleStatus.Cancelled],
        SampleStatus.Received => [SampleStatus.Assigned, SampleStatus.Testing, SampleStatus.Rejected, SampleStatus.Cancelled],
        SampleStatus.Assigned => [SampleStatus.Assigned, SampleStatus.Testing, SampleStatus.Rejected, SampleStatus.Cancelled],
        SampleStatus.Testing => [SampleStatus.RawRecorded, SampleStatus.Cancelled],
        SampleStatus.RawRecorded => [SampleStatus.Approved, SampleStatus.Testing, SampleStatus.Cancelled],
        SampleStatus.Approved or SampleStatus.Rejected or SampleStatus.Cancelled => [],
        _ => throw new ArgumentOutOfRangeException(nameof(from), from, message: null),
    };

    /// <summary>True while an analyst may enter readings: the first one begins the testing.</summary>
    public static bool IsOnTheBench(this SampleStatus status) => status is SampleStatus.Received or SampleStatus.Assigned or SampleStatus.Testing;

    /// <summary>Refuses <see cref="LabRefusal.StatusNotAllowed"/> where the step is not in <see cref="Next"/>.</summary>
    public static Outcome Check(SampleStatus from, SampleStatus to) =>
        Next(from).Contains(to) ? Outcome.Done : new Refusal(LabRefusal.StatusNotAllowed, "status", from, to);
}

/// <summary>Four eyes: results are approved by a person who entered none of them (ISO/IEC 17025:2017 7.8.1.1 wants results reviewed and authorised before release; House rule: by somebody else).</summary>
public static class Approval
{
    /// <summary>
    /// May this person approve? Refuses <see cref="LabRefusal.StatusNotAllowed"/>, <see cref="LabRefusal.NothingRecorded"/>
    /// and <see cref="LabRefusal.SamePerson"/>, all at once where several hold.
    /// </summary>
    /// <param name="status">The sample's present status.</param>
    /// <param name="enteredBy">Everybody who entered a reading that still counts.</param>
    /// <param name="approver">Who wants to approve.</param>
    public static Outcome Check(SampleStatus status, IReadOnlyCollection<AccountId> enteredBy, AccountId approver)
    {
        var refusals = new List<Refusal>(SampleStatusRules.Check(status, SampleStatus.Approved).Refusals);
        if (enteredBy.Count == 0)
            refusals.Add(new Refusal(LabRefusal.NothingRecorded));
        if (enteredBy.Contains(approver))
            refusals.Add(new Refusal(LabRefusal.SamePerson));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>
    /// May this person judge an approved sample again? House rule: as for an approval, nobody who entered one of its readings. Refuses
    /// <see cref="LabRefusal.NotYetJudged"/> and <see cref="LabRefusal.SamePerson"/>.
    /// </summary>
    /// <param name="status">The sample's present status.</param>
    /// <param name="enteredBy">Everybody who entered a reading, superseded ones too.</param>
    /// <param name="judge">Who wants to judge.</param>
    public static Outcome CheckAgain(SampleStatus status, IReadOnlyCollection<AccountId> enteredBy, AccountId judge) =>
        status != SampleStatus.Approved ? new Refusal(LabRefusal.NotYetJudged)
        : enteredBy.Contains(judge) ? new Refusal(LabRefusal.SamePerson)
        : Outcome.Done;
}
