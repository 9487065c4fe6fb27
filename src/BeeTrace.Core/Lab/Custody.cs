namespace BeeTrace.Core.Lab;

/// <summary>The two parts into which a sample is split at the spot.</summary>
public enum SamplePortion
{
    /// <summary>检样: goes to the bench.</summary>
    Test,

    /// <summary>备样: kept sealed for a re-test.</summary>
    ReTest,
}

/// <summary>What happened to a portion.</summary>
public enum CustodyStep
{
    /// <summary>封样: split off and sealed at the spot.</summary>
    Sealed,

    /// <summary>交接: handed on.</summary>
    HandedOver,

    /// <summary>收样: taken over by the laboratory.</summary>
    Received,

    /// <summary>入库: put into its store.</summary>
    Stored,

    /// <summary>领样: given to the analyst, who opens it.</summary>
    Issued,

    /// <summary>处置: used up or disposed of. An end.</summary>
    Disposed,
}

/// <summary>
/// One step of a portion from hand to hand (chain of custody, 样品流转记录). Steps are only ever added: a mistake is mended by a further step that
/// says so.
/// </summary>
public sealed class CustodyEvent
{
    public required CustodyEventId Id { get; init; }

    public required SampleId SampleId { get; init; }

    public required SamplePortion Portion { get; init; }

    public required CustodyStep Step { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who gave it, by name; null where nobody did.</summary>
    public string? From { get; init; }

    /// <summary>Who has it now, by name.</summary>
    public required string To { get; init; }

    /// <summary>Where it is now: a place, a refrigerator, a shelf.</summary>
    public string? Place { get; init; }

    /// <summary>The seal it came with.</summary>
    public string? SealBefore { get; init; }

    /// <summary>The seal it goes on with; null where it is open.</summary>
    public string? SealAfter { get; init; }

    /// <summary>Null where nobody looked.</summary>
    public bool? SealIntact { get; init; }

    /// <summary>Degrees Celsius.</summary>
    public decimal? TemperatureC { get; init; }

    /// <summary>Grams.</summary>
    public decimal? QuantityG { get; init; }

    public string? Reason { get; init; }

    /// <summary>The account under which the step was signed.</summary>
    public required AccountId SignedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Somebody hands a portion on, stores it, opens it, or disposes of it.</summary>
public sealed record MovePortion(
    CustodyEventId Id, SamplePortion Portion, CustodyStep Step, string? To, string? Place, string? SealAfter, bool? SealIntact, decimal? TemperatureC,
    decimal? QuantityG, string? Reason);

/// <summary>What may follow what in a chain of custody.</summary>
public static class Custody
{
    /// <summary>
    /// Refuses a portion that is gone, a step before the last one or in the future, a seal that is broken or replaced without a reason, and the end of a
    /// re-test portion before its time.
    /// </summary>
    /// <param name="last">The portion's last step; null where it was never taken.</param>
    /// <param name="move">The step.</param>
    /// <param name="at">The moment of the step.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="keptUntil">The last day on which a re-test portion has to be kept; null where nothing obliges.</param>
    public static Outcome Check(CustodyEvent? last, MovePortion move, DateTimeOffset at, DateTimeOffset now, DateOnly? keptUntil)
    {
        if (last is null or { Step: CustodyStep.Disposed } || move.Step is CustodyStep.Sealed or CustodyStep.Received)
            return new Refusal(SamplingRefusal.PortionGone, nameof(move.Portion));
        List<Refusal> refusals = [];
        if (at > now)
            refusals.Add(new(SamplingRefusal.CustodyInFuture));
        if (at < last.At)
            refusals.Add(new(SamplingRefusal.CustodyOutOfOrder, null, last.At));
        if (string.IsNullOrWhiteSpace(move.To) && move.Step is not CustodyStep.Disposed)
            refusals.Add(new(SamplingRefusal.FieldMissing, nameof(move.To)));
        if (string.IsNullOrWhiteSpace(move.Place) && move.Step is CustodyStep.Stored)
            refusals.Add(new(SamplingRefusal.FieldMissing, nameof(move.Place)));
        foreach (var (text, field) in new[] { (move.To, nameof(move.To)), (move.Place, nameof(move.Place)), (move.Reason, nameof(move.Reason)) })
        {
            if (text?.Trim().EnumerateRunes().Count() > SamplingRules.LongestText)
                refusals.Add(new(SamplingRefusal.TextTooLong, field, SamplingRules.LongestText));
        }

        if (move.SealAfter?.Trim().EnumerateRunes().Count() > SamplingRules.LongestSeal)
            refusals.Add(new(SamplingRefusal.TextTooLong, nameof(move.SealAfter), SamplingRules.LongestSeal));
        if (SamplingRules.CheckTemperature(move.TemperatureC, nameof(move.TemperatureC)) is { } impossible)
            refusals.Add(impossible);
        if (move.QuantityG is < 0 or > SamplingRules.LargestPortionG)
            refusals.Add(new(SamplingRefusal.QuantityOutside, nameof(move.QuantityG), SamplingRules.LargestPortionG));
        var isExplained = !string.IsNullOrWhiteSpace(move.Reason);
        if (!isExplained && (move.SealIntact is false || move.Step is not (CustodyStep.Disposed or CustodyStep.Issued) && !SameSeal(last.SealAfter, move.SealAfter)))
            refusals.Add(new(SamplingRefusal.SealUnexplained, nameof(move.Reason)));
        if (!isExplained && move.Step is CustodyStep.Disposed)
            refusals.Add(new(SamplingRefusal.FieldMissing, nameof(move.Reason)));
        if (move is { Step: CustodyStep.Disposed, Portion: SamplePortion.ReTest } && keptUntil is { } until && ChinaDay(at) <= until)
            refusals.Add(new(SamplingRefusal.KeptUntil, nameof(move.Step), until));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>
    /// The last day on which the re-test portion is kept: three months after approval where the sample passed, six otherwise (SAMR Order 15 of 2019, not
    /// compared with its official text). Before approval it is kept without an end.
    /// </summary>
    public static DateOnly KeptUntil(DateOnly? approvedOn, Verdict? verdict) => approvedOn is { } day
        ? day.AddMonths(verdict is Verdict.Pass ? MonthsAfterPass : MonthsOtherwise)
        : DateOnly.MaxValue;

    private const int MonthsAfterPass = 3;
    private const int MonthsOtherwise = 6;

    private static bool SameSeal(string? before, string? after) => string.Equals(Plain(before), Plain(after), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? seal) => seal?.Trim() ?? "";

    private static DateOnly ChinaDay(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
