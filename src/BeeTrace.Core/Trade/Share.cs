namespace BeeTrace.Core.Trade;

/// <summary>A part of a whole in per cent, or the reasons why there is none.</summary>
/// <param name="Percent">Per cent to two decimals, rounded half to even (GB/T 8170-2008 3.2); null where part and whole cannot be compared.</param>
/// <param name="Reasons">Why there is no number; empty when there is.</param>
public sealed record Share(decimal? Percent, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>Decimals of a percentage. The shares of a table need not add up to 100.00 and are not forced to.</summary>
    public const int Decimals = 2;

    /// <summary>The share of a part in a whole.</summary>
    /// <param name="numerator">The part.</param>
    /// <param name="numeratorMeans">What the part counts.</param>
    /// <param name="denominator">The whole.</param>
    /// <param name="denominatorMeans">What the whole counts; must be the same in every point.</param>
    public static Share Of(decimal numerator, ShareDefinition numeratorMeans, decimal denominator, ShareDefinition denominatorMeans)
    {
        List<Bilingual> reasons = [.. numeratorMeans.DifferencesFrom(denominatorMeans)];
        if (denominator <= 0)
            reasons.Add(new("总量不大于零", "the whole is not greater than zero"));
        else if (numerator < 0)
            reasons.Add(new("部分为负数", "the part is negative"));
        else if (reasons.Count == 0 && numerator > denominator)
            reasons.Add(new("部分大于总量，两者的口径必有不同", "the part is greater than the whole, so they cannot mean the same"));
        return reasons.Count == 0
            ? new(Math.Round(numerator / denominator * 100, Decimals, MidpointRounding.ToEven), [])
            : new(null, reasons);
    }
}
