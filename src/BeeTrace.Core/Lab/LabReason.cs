namespace BeeTrace.Core.Lab;

/// <summary>Why something in the laboratory was corrected, sent back or ended, in a person's words.</summary>
public static class LabReason
{
    /// <summary>House rule: a sentence or two; the record of deeds is no place for a letter.</summary>
    public const int Longest = 400;

    /// <summary>Refuses <see cref="LabRefusal.ReasonMissing"/> and <see cref="LabRefusal.ReasonTooLong"/>.</summary>
    public static Outcome Check(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal(LabRefusal.ReasonMissing, field)
        : reason.Trim().Length > Longest ? new Refusal(LabRefusal.ReasonTooLong, field, Longest)
        : Outcome.Done;
}
