namespace BeeTrace.Web.Shell.Display;

/// <summary>An axis of amounts from zero to a round number above the largest: one, two, four, five or eight times a power of ten, so that its middle is round too.</summary>
/// <param name="End">Where it ends, above zero.</param>
public readonly record struct AmountAxis(decimal End)
{
    private static readonly decimal[] Round = [1, 2, 4, 5, 8, 10];

    /// <summary>The axis on which all of these can be seen; null is no amount.</summary>
    public static AmountAxis For(IEnumerable<decimal?> amounts)
    {
        var most = amounts.Max() ?? 0;
        if (most <= 0)
            return new(1);
        var power = 1m;
        while (power * 10 <= most)
            power *= 10;
        while (power > most)
            power /= 10;
        return new(power * Round.First(round => most <= power * round));
    }

    /// <summary>Its beginning, middle and end.</summary>
    public IReadOnlyList<decimal> Ticks => [0, End / 2, End];

    /// <summary>Decimals of an amount written beside its dot: none where the axis is long.</summary>
    public int Decimals => End >= 100 ? 0 : 1;

    /// <summary>Where an amount lies: 0 at the beginning, 1 at the end.</summary>
    public double Place(decimal amount) => (double)(amount / End);
}
