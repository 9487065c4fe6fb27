namespace BeeTrace.Core.Registry;

/// <summary>As much of a treatment as decides over a harvest.</summary>
/// <param name="Medicine">Name of the medicine.</param>
/// <param name="StartedOn">First day of treatment.</param>
/// <param name="EndedOn">Last day of treatment; null while it goes on.</param>
/// <param name="WithdrawalDays">Days after the end without harvest; 0 is none, null is not known.</param>
public sealed record TreatmentPeriod(string Medicine, DateOnly StartedOn, DateOnly? EndedOn, int? WithdrawalDays)
{
    /// <summary>
    /// First day on which a harvest is allowed again: that many days after the last day of treatment; with 0 days the last day itself.
    /// Null while the treatment goes on, or where the withdrawal period is not known.
    /// </summary>
    public DateOnly? HarvestFrom => EndedOn is { } end && WithdrawalDays is { } days ? end.AddDays(days) : null;
}

/// <summary>What treatments say of a harvest on one day.</summary>
public enum HarvestClearance
{
    /// <summary>Nothing stands in the way.</summary>
    Clear,

    /// <summary>A medicine was given whose withdrawal period is not known: a warning, for 0 days and unknown are not the same.</summary>
    Unknown,

    /// <summary>Treatment or withdrawal period is not over: the harvest is refused.</summary>
    Blocked,
}

/// <summary>No harvest during treatment and withdrawal period (house reading of the beekeeping record duties, domain clause 4.4).</summary>
public static class Withdrawal
{
    /// <summary>
    /// What one treatment says of a harvest. House rule: an unknown withdrawal period warns for a year after the treatment
    /// ended, and is no news after that.
    /// </summary>
    public static HarvestClearance Of(TreatmentPeriod treatment, DateOnly harvest)
    {
        if (harvest < treatment.StartedOn)
            return HarvestClearance.Clear;
        if (treatment.EndedOn is not { } end || harvest < end)
            return HarvestClearance.Blocked;
        if (treatment.WithdrawalDays is { } days)
            return harvest < end.AddDays(days) ? HarvestClearance.Blocked : HarvestClearance.Clear;
        return harvest <= end.AddYears(1) ? HarvestClearance.Unknown : HarvestClearance.Clear;
    }

    /// <summary>The treatments that matter to a harvest on that day, the gravest first.</summary>
    public static IReadOnlyList<(TreatmentPeriod Treatment, HarvestClearance Clearance)> On(DateOnly harvest, IEnumerable<TreatmentPeriod> treatments) =>
    [
        .. treatments.Select(treatment => (treatment, Of(treatment, harvest)))
            .Where(found => found.Item2 != HarvestClearance.Clear)
            .OrderByDescending(found => found.Item2),
    ];
}
