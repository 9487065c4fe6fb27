namespace BeeTrace.Core.Trade;

/// <summary>By how much a figure differs from that of the same period a year before, or the reasons why that is no number.</summary>
/// <param name="Percent">Per cent of the figure before, to two decimals, half to even; 12.09 is more, −100 is nothing left; null where it cannot be said.</param>
/// <param name="IsPartial">True when only the finished months of a period that still runs were compared; to be shown with the number.</param>
/// <param name="Reasons">Why there is no number; empty when there is.</param>
public sealed record Change(decimal? Percent, bool IsPartial, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>The change between two figures that mean the same in all but their year.</summary>
    /// <param name="now">The figure.</param>
    /// <param name="before">The figure a year before.</param>
    /// <param name="isPartial">True when both are of a part of the period.</param>
    public static Change Of(decimal now, decimal before, bool isPartial = false) => Of(now, before, isPartial, []);

    /// <summary>The change between two figures, if they mean the same in all but their year.</summary>
    /// <param name="now">The figure.</param>
    /// <param name="nowMeans">What it counts.</param>
    /// <param name="before">The figure a year before.</param>
    /// <param name="beforeMeans">What that counts; must be the same in every point, for the same days of the year before.</param>
    /// <param name="isPartial">True when both are of a part of the period.</param>
    public static Change Of(decimal now, ShareDefinition nowMeans, decimal before, ShareDefinition beforeMeans, bool isPartial = false) =>
        Of(now, before, isPartial, nowMeans.YearBefore().DifferencesFrom(beforeMeans));

    private static Change Of(decimal now, decimal before, bool isPartial, IReadOnlyList<Bilingual> differences)
    {
        List<Bilingual> reasons = [.. differences];
        if (before == 0)
            reasons.Add(new("上年同期为零，无法计算增减百分比", "the figure a year before is zero, of which no percentage can be taken"));
        else if (before < 0)
            reasons.Add(new("上年同期为负数，无法计算增减百分比", "the figure a year before is negative, of which no percentage can be taken"));
        return reasons.Count == 0
            ? new(Math.Round((now - before) / before * 100, Share.Decimals, MidpointRounding.ToEven), isPartial, [])
            : new(null, isPartial, reasons);
    }
}
