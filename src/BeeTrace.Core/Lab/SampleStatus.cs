namespace BeeTrace.Core.Lab;

/// <summary>Where a sample stands on its way through the county laboratory.</summary>
public enum SampleStatus
{
    /// <summary>Taken and sealed, not yet in the laboratory.</summary>
    Drawn,

    /// <summary>Taken over by the laboratory.</summary>
    Received,

    /// <summary>An analyst works on it.</summary>
    Testing,

    /// <summary>All readings are entered; another person has to check them.</summary>
    RawRecorded,

    /// <summary>Checked and approved; readings are frozen.</summary>
    Approved,
}

/// <summary>Which steps a sample may take.</summary>
public static class SampleStatusRules
{
    /// <summary>The steps allowed from here; from <see cref="SampleStatus.RawRecorded"/> also back to the bench.</summary>
    public static IReadOnlyList<SampleStatus> Next(SampleStatus from) => from switch
    {
        SampleStatus.Drawn => [SampleStatus.Received],
        SampleStatus.Received => [SampleStatus.Testing],
        SampleStatus.Testing => [SampleStatus.RawRecorded],
        SampleStatus.RawRecorded => [SampleStatus.Approved, SampleStatus.Testing],
        SampleStatus.Approved => [],
        _ => throw new ArgumentOutOfRangeException(nameof(from), from, message: null),
    };

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
}
