namespace BeeTrace.Core.Trade;

/// <summary>
/// Royal jelly as the fresh mass that it is or was (折鲜重量). Fresh jelly is two thirds water, so that a ton of freeze-dried powder was about three tons; a
/// plain sum of both says neither what was made nor what was sold.
/// </summary>
public static class FreshEquivalent
{
    /// <summary>Tons of fresh jelly in a ton of powder. House rule: three, as the trade reckons; the true number goes with the water of each lot.</summary>
    public const decimal FreshInPowder = 3;

    /// <summary>The fresh mass of both together, in the unit that both are given in.</summary>
    /// <param name="fresh">Fresh royal jelly.</param>
    /// <param name="powder">Freeze-dried powder.</param>
    public static decimal Of(decimal fresh, decimal powder) => fresh + FreshInPowder * powder;
}
