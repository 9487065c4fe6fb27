namespace BeeTrace.Core.Registry;

/// <summary>
/// The days on which colonies stand in one place: from the first day, included, until the day they leave, not
/// included, so that a move from one place to the next leaves neither a gap nor a day in both.
/// </summary>
/// <param name="From">The day the colonies arrive.</param>
/// <param name="Until">The day they leave; null while they are there.</param>
public readonly record struct PlacementPeriod(DateOnly From, DateOnly? Until = null)
{
    /// <summary>True on the days on which the colonies stand there.</summary>
    public bool Contains(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>True when both hold some day.</summary>
    public bool Overlaps(PlacementPeriod other) => (Until is null || other.From < Until) && (other.Until is null || From < other.Until);
}

/// <summary>Which placements can stand side by side. One group of colonies is in one place at a time.</summary>
public static class PlacementRules
{
    /// <summary>Checks a new placement against the others of the same group of colonies.</summary>
    public static Outcome Check(PlacementPeriod candidate, IEnumerable<PlacementPeriod> others, string field = "From")
    {
        if (candidate.Until is { } end && end <= candidate.From)
            return new Refusal(RegistryRefusal.PlacementEndsBeforeItBegins, field, candidate.From, end);

        Refusal[] overlaps = [.. others.Where(candidate.Overlaps).Select(other => other.Until is { } until
            ? new Refusal(RegistryRefusal.PlacementOverlaps, field, other.From, until)
            : new Refusal(RegistryRefusal.PlacementStillOpen, field, other.From))];
        return overlaps.Length == 0 ? Outcome.Done : Outcome.Refused(overlaps);
    }

    /// <summary>The placement on that day; null when the colonies stood nowhere that is known.</summary>
    public static PlacementPeriod? On(DateOnly day, IEnumerable<PlacementPeriod> placements)
    {
        foreach (var placement in placements)
        {
            if (placement.Contains(day))
                return placement;
        }

        return null;
    }
}
