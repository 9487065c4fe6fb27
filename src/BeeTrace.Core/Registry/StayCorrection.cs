namespace BeeTrace.Core.Registry;

/// <summary>
/// A beekeeper corrects the newest stay of an apiary: what was mistyped becomes what is true, also a day of leaving that was wrong.
/// Nothing is sure yet: every field is as a form left it. <c>Until</c> is empty while it stands; <c>Why</c> is asked for once it has begun.
/// </summary>
public sealed record CorrectStay(
    PlacementCorrectionId Id, ApiaryCode Apiary, DateOnly? From, DateOnly? Until, decimal? Latitude, decimal? Longitude, Datum? Datum, int? Colonies, string? Plant,
    bool IsOutsideCountyConfirmed = false, bool IsShiftConfirmed = false, decimal? AccuracyM = null, string? PlaceName = null,
    string? QuarantineCertificate = null, string? Why = null);

/// <summary>A beekeeper takes back the newest stay, which never was: the stay before goes on. Nothing is sure yet.</summary>
public sealed record TakeBackStay(PlacementCorrectionId Id, ApiaryCode Apiary, string? Why);

/// <summary>
/// How far a stay may be corrected. House rules: no law speaks of it. The newest stay alone, for what came before it is history that others
/// have built on; and what was harvested keeps the stay it came from.
/// </summary>
public static class StayCorrectionRules
{
    /// <summary>Checks the days and the reason; the place is checked as for a new stay (<see cref="ApiaryRules"/>).</summary>
    /// <param name="correct">What was filled in.</param>
    /// <param name="stay">The days of the stay as registered.</param>
    /// <param name="before">The days of the stay before it; null for the first.</param>
    /// <param name="harvested">Days on which something was harvested there, by the beekeeper's records and by firms' lots.</param>
    /// <param name="today">The county's calendar day.</param>
    public static Outcome Check(CorrectStay correct, PlacementPeriod stay, PlacementPeriod? before, IReadOnlyCollection<DateOnly> harvested, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (correct.Until > today)
            refusals.Add(new(FieldRefusal.DayInFuture, nameof(correct.Until), today));
        else if (correct.Until <= correct.From)
            refusals.Add(new(FieldRefusal.LeftTooEarly, nameof(correct.Until), correct.From));
        if (correct.From is { } from)
        {
            // A stay that ended for this one gives way as far as its own first day; one that had ended before stays as it was.
            var earliest = before is not { } earlier ? (DateOnly?)null : earlier.Until == stay.From ? earlier.From.AddDays(1) : earlier.Until;
            if (from < earliest)
                refusals.Add(new(FieldRefusal.BeforeEarlierStay, nameof(correct.From), earliest));
            var corrected = new PlacementPeriod(from, correct.Until);
            if (harvested.Where(day => !corrected.Contains(day)).Order().Cast<DateOnly?>().FirstOrDefault() is { } lost)
                refusals.Add(new(FieldRefusal.HarvestOutside, lost < from ? nameof(correct.From) : nameof(correct.Until), lost));
        }

        refusals.AddRange(CheckWhy(correct.Why, stay, today));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>Checks that a stay can go.</summary>
    /// <param name="takeBack">What was filled in.</param>
    /// <param name="stay">The days of the stay as registered.</param>
    /// <param name="isOnly">It is the only stay of its apiary: with it the apiary was registered.</param>
    /// <param name="harvested">Days on which something was harvested there.</param>
    /// <param name="today">The county's calendar day.</param>
    public static Outcome Check(TakeBackStay takeBack, PlacementPeriod stay, bool isOnly, IReadOnlyCollection<DateOnly> harvested, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (isOnly)
            refusals.Add(new(FieldRefusal.OnlyStay));
        if (harvested.Count > 0)
            refusals.Add(new(FieldRefusal.HarvestedThere, null, harvested.Min()));
        refusals.AddRange(CheckWhy(takeBack.Why, stay, today));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>A plan may change without a reason; what has begun may not.</summary>
    private static IReadOnlyList<Refusal> CheckWhy(string? why, PlacementPeriod stay, DateOnly today) =>
        stay.From > today && string.IsNullOrWhiteSpace(why) ? [] : BeekeeperRules.CheckReason(why, nameof(CorrectStay.Why)).Refusals;
}
