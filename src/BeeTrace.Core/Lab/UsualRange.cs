namespace BeeTrace.Core.Lab;

/// <summary>What the laboratory has measured of one analyte in one product so far, in the analyte's unit. Only measured values; "not detected" is no number.</summary>
/// <param name="Count">Approved readings behind it.</param>
/// <param name="Least">The smallest of them.</param>
/// <param name="Most">The largest.</param>
public sealed record UsualRange(int Count, decimal Least, decimal Most);

/// <summary>Whether a number may be a slip of the hand. It asks; it never refuses what a person confirms.</summary>
public static class Plausibility
{
    /// <summary>House rule: fewer earlier readings say little about what is usual.</summary>
    public const int FewestReadings = 5;

    /// <summary>House rule: a decimal point that slipped makes ten times more or less.</summary>
    private const decimal Slip = 10m;

    /// <summary>
    /// Refuses a share above the whole (<see cref="LabRefusal.AboveTheWhole"/>), which nobody can confirm, and asks
    /// (<see cref="LabRefusal.OutOfRange"/>) where a number lies ten times outside of all that was measured before.
    /// </summary>
    public static Outcome Check(Reading reading, UsualRange? usual, bool confirmed)
    {
        if (reading.Value is not { } value)
            return Outcome.Done;
        var whole = Unit.GramPer100Gram.Convert(100m, reading.Unit);
        if (whole.IsDone && value > whole.Value)
            return new Refusal(LabRefusal.AboveTheWhole, "reading", reading.Text, reading.Unit.Code);
        if (confirmed || usual is not { Count: >= FewestReadings } || (value <= usual.Most * Slip && value >= usual.Least / Slip))
            return Outcome.Done;
        return new Refusal(LabRefusal.OutOfRange, "reading", reading.Text, usual.Least, usual.Most);
    }
}
