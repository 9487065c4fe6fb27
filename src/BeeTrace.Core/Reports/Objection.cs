using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Reports;

/// <summary>What became of an objection.</summary>
public enum ObjectionState
{
    /// <summary>异议已提出: the department that ordered the sampling has to decide.</summary>
    Filed,

    /// <summary>受理复检: the retained portion is tested again.</summary>
    Accepted,

    /// <summary>不予受理: no re-test, the first result stands.</summary>
    Refused,

    /// <summary>维持: the re-test fails too.</summary>
    Upheld,

    /// <summary>改判: the re-test passes, and its verdict is the sample's.</summary>
    Overturned,
}

/// <summary>
/// A sampled firm's objection to a failing result, and the re-test (复检) that may follow. The re-test is final: its verdict takes the place of
/// the first one in the figures, both stay on record, and the sample counts once.
/// </summary>
public sealed class Objection
{
    public required ObjectionId Id { get; init; }

    public required ReportId ReportId { get; init; }

    /// <summary>The sample that failed first.</summary>
    public required SampleId SampleId { get; init; }

    public required FirmId FirmId { get; init; }

    public required ObjectionRegime Regime { get; init; }

    public required string Why { get; init; }

    public required AccountId FiledBy { get; init; }

    public required DateOnly FiledOn { get; init; }

    /// <summary>The last day to object by the working days that were known; public holidays may move it, so that a late objection is marked and not turned away.</summary>
    public required DateOnly Deadline { get; init; }

    public required ObjectionState State { get; set; }

    public AccountId? DecidedBy { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>Why no re-test is granted.</summary>
    public string? DecidedWhy { get; set; }

    /// <summary>The sample of the re-test.</summary>
    public SampleId? ReTestId { get; set; }

    public Verdict? FinalVerdict { get; set; }

    public AccountId? ConcludedBy { get; set; }

    public DateOnly? ConcludedOn { get; set; }

    /// <summary>Concurrency token: the second of two writers is told.</summary>
    public uint Version { get; init; }

    public bool IsLate => FiledOn > Deadline;
}

/// <summary>Who may object to what, and what a re-test decides.</summary>
public static class ObjectionRules
{
    /// <summary>
    /// A firm objects to a failing result of a sampling that an authority ordered, on the report in force. Refuses
    /// <see cref="ReportRefusal.StateNotAllowed"/>, <see cref="ReportRefusal.NoRightToObject"/> and <see cref="ReportRefusal.NothingToObjectTo"/>.
    /// </summary>
    public static Outcome CheckFiling(ReportState state, ObjectionRegime? regime, Verdict? verdict)
    {
        if (state != ReportState.Issued)
            return new Refusal(ReportRefusal.StateNotAllowed, null, state.Name(), ReportState.Issued.Name());
        if (regime is null)
            return new Refusal(ReportRefusal.NoRightToObject);
        return verdict?.IsFailed() == true ? Outcome.Done : new Refusal(ReportRefusal.NothingToObjectTo);
    }

    /// <summary>
    /// What the re-test decides: upheld where it fails, overturned where it passes. Refuses <see cref="ReportRefusal.ReTestDoesNotFit"/> for a sample
    /// that is no approved re-test of the same lot, and <see cref="ReportRefusal.ReTestOpen"/> for one without a clear verdict.
    /// </summary>
    public static Outcome<ObjectionState> Decide(Sample first, Sample reTest)
    {
        if (reTest.Basis != SamplingBasis.ReTest || reTest.LotId != first.LotId || reTest.Id == first.Id || reTest.Verdict is not { } verdict)
            return new Refusal(ReportRefusal.ReTestDoesNotFit, nameof(reTest), reTest.Code.ToString());
        if (verdict.IsInconclusive())
            return new Refusal(ReportRefusal.ReTestOpen, nameof(reTest), reTest.Code.ToString());
        return verdict.IsFailed() ? ObjectionState.Upheld : ObjectionState.Overturned;
    }

    /// <summary>Refuses a step that the objection's state does not allow.</summary>
    public static Outcome CheckStep(ObjectionState from, ObjectionState to) => (from, to) is
        (ObjectionState.Filed, ObjectionState.Accepted or ObjectionState.Refused) or (ObjectionState.Accepted, ObjectionState.Upheld or ObjectionState.Overturned)
        ? Outcome.Done
        : new Refusal(ReportRefusal.StateNotAllowed, null, from.Name(), to.Name());

    public static Bilingual Name(this ObjectionState state) => state switch
    {
        ObjectionState.Filed => new("异议待处理", "objection to be decided"),
        ObjectionState.Accepted => new("复检中", "being tested again"),
        ObjectionState.Refused => new("不予受理", "objection refused"),
        ObjectionState.Upheld => new("复检维持原结论", "upheld by the re-test"),
        ObjectionState.Overturned => new("复检改判", "overturned by the re-test"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
