namespace BeeTrace.Core.Trade;

/// <summary>
/// The whole that a printed quantity and its printed share imply together. Both were rounded before they were printed, so
/// the whole is known only as an interval; a stored total outside of it contradicts the pair.
/// </summary>
/// <param name="Central">Quantity ÷ share, as printed.</param>
/// <param name="Low">Least whole from which rounding makes the pair.</param>
/// <param name="High">Greatest whole from which rounding makes the pair.</param>
public readonly record struct ImpliedTotal(decimal Central, decimal Low, decimal High)
{
    /// <summary>The total implied by a pair whose numbers carry the decimals they were printed with (<c>703.87m</c>, <c>57.42m</c>).</summary>
    public static ImpliedTotal From(decimal quantity, decimal sharePercent) =>
        From(quantity, quantity.Scale, sharePercent, sharePercent.Scale);

    /// <summary>The total implied by a pair; for numbers from a database, which pads decimals that nobody printed.</summary>
    /// <param name="quantity">The part, greater than zero.</param>
    /// <param name="quantityDecimals">Decimals with which it was printed.</param>
    /// <param name="sharePercent">Its share, above 0 to 100 per cent.</param>
    /// <param name="shareDecimals">Decimals with which it was printed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is so small that rounding may have made it from nothing, or no share.</exception>
    public static ImpliedTotal From(decimal quantity, int quantityDecimals, decimal sharePercent, int shareDecimals)
    {
        var quantityHalf = HalfUnit(quantityDecimals);
        var shareHalf = HalfUnit(shareDecimals);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(quantity, quantityHalf);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(sharePercent, shareHalf);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sharePercent, 100);
        return new(
            quantity / sharePercent * 100,
            // A part is never more than its whole, however its share was rounded.
            (quantity - quantityHalf) / Math.Min(sharePercent + shareHalf, 100) * 100,
            (quantity + quantityHalf) / (sharePercent - shareHalf) * 100);
    }

    /// <summary>True when no rounding makes the pair from this total: it "does not reproduce the stated share".</summary>
    public bool Contradicts(decimal total) => total < Low || total > High;

    /// <summary>Half of the last printed digit: 0.005 for two decimals.</summary>
    internal static decimal HalfUnit(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
            unit /= 10;
        return unit / 2;
    }
}
