namespace BeeTrace.Core.Lab;

/// <summary>
/// When a sample is due and when it is late. Nothing is late where nobody promised a time: none and zero are no promise. What is done on the last day
/// is in time.
/// </summary>
public static class Turnaround
{
    /// <summary>The last day of the time that the laboratory has promised, counted from the day of receipt; null without a promise.</summary>
    /// <param name="receivedOn">The day of receipt; null before.</param>
    /// <param name="days">Calendar days; null or zero where none are promised.</param>
    public static DateOnly? DueOn(DateOnly? receivedOn, int? days) => receivedOn is { } day && days is > 0 ? day.AddDays(days.Value) : null;

    /// <summary>How many days a sample is over its time; zero where it is not late.</summary>
    /// <param name="dueOn">The last day in time; null where there is none.</param>
    /// <param name="endedOn">The day on which it was approved, rejected or cancelled; null while it is open.</param>
    /// <param name="today">Today in China.</param>
    public static int DaysLate(DateOnly? dueOn, DateOnly? endedOn, DateOnly today) =>
        dueOn is { } due ? Math.Max(0, (endedOn ?? today).DayNumber - due.DayNumber) : 0;

    /// <summary>True where a reading was entered after the time within which the method wants the sample tested.</summary>
    /// <param name="drawnAt">The moment of sampling.</param>
    /// <param name="holdingHours">The method's holding time; null or zero where it has none.</param>
    /// <param name="testedAt">The moment of the reading.</param>
    public static bool IsPastHolding(DateTimeOffset drawnAt, int? holdingHours, DateTimeOffset testedAt) =>
        holdingHours is > 0 && testedAt > drawnAt.AddHours(holdingHours.Value);
}
