namespace BeeTrace.Core.Trade;

/// <summary>
/// Which figures of a year before a period is compared with (同比). While a period still runs, only its finished months are compared, with the
/// same months of the year before, and the comparison says so.
/// </summary>
/// <param name="Now">The months whose figure stands for the period.</param>
/// <param name="Before">The same months one year before.</param>
/// <param name="IsPartial">True when these are not all months of the period, because it is not over.</param>
public sealed record YearOnYear(FigurePeriod Now, FigurePeriod Before, bool IsPartial)
{
    /// <summary>What to compare for a period; null when not one of its months is over.</summary>
    /// <param name="period">The period that was asked for.</param>
    /// <param name="today">Today in the county.</param>
    public static YearOnYear? Of(FigurePeriod period, DateOnly today) => period.PartOver(today) is { } over
        ? new(over, over.SamePeriodYearBefore, IsPartial: over != period)
        : null;

    /// <summary>The change between the figures of the two, which mean the same in all but their year.</summary>
    /// <param name="now">The figure of <see cref="Now"/>.</param>
    /// <param name="before">The figure of <see cref="Before"/>, as it stands revised today.</param>
    public Change Change(decimal now, decimal before) => Trade.Change.Of(now, before, IsPartial);

    /// <summary>What is compared with what, to stand beside the change.</summary>
    public Bilingual Describe()
    {
        var (now, before) = (Now.Describe(), Before.Describe());
        return IsPartial
            ? new($"{now.Zh}与 {before.Zh}相比；期间未结束，只比较已结束的月份", $"{now.En} compared with {before.En}; the period is not over, only finished months are compared")
            : new($"{now.Zh}与 {before.Zh}相比", $"{now.En} compared with {before.En}");
    }
}
