namespace BeeTrace.Core.Trade;

/// <summary>
/// How few hands a trade lies in, from what each firm (or each destination) has of it. The numbers say how the amounts are spread, not
/// whether anybody uses his weight.
/// </summary>
/// <remarks>
/// None can be said of nothing, nor of a negative amount, which is a correction and not a firm's trade: null. Amounts may be kilograms or
/// money up to some 10¹³ in all.
/// </remarks>
public static class Concentration
{
    /// <summary>How many of the largest are counted together in <see cref="LargestThree"/>.</summary>
    public const int Largest = 3;

    /// <summary>
    /// What the three largest have together (CR3), per cent to two decimals, half to even: 100 where there are three or fewer, 3 × 100 / n
    /// where n have the same.
    /// </summary>
    /// <param name="amounts">What each has.</param>
    public static decimal? LargestThree(IReadOnlyCollection<decimal> amounts) => TotalOf(amounts) is { } total
        ? Math.Round(amounts.OrderDescending().Take(Largest).Sum() / total * 100, Share.Decimals, MidpointRounding.ToEven)
        : null;

    /// <summary>
    /// The Herfindahl–Hirschman index: the sum of the squared shares in per cent, without decimals, half to even. 10,000 is one firm that
    /// has all; n firms of one size have 10,000 / n, and no n firms have less. Read backwards, 10,000 / index is how many firms of one size
    /// would make the same market.
    /// </summary>
    /// <param name="amounts">What each has.</param>
    public static int? HerfindahlHirschman(IReadOnlyCollection<decimal> amounts) => TotalOf(amounts) is { } total
        ? (int)Math.Round(amounts.Sum(amount => amount * amount) / (total * total) * 10_000, MidpointRounding.ToEven)
        : null;

    /// <summary>The rank of one amount among others, 1 for the greatest; who has the same shares the better rank, and the next is as many lower.</summary>
    /// <param name="amount">The amount; whether it is among the others makes no difference.</param>
    /// <param name="amounts">What each has.</param>
    public static int RankOf(decimal amount, IEnumerable<decimal> amounts) => 1 + amounts.Count(other => other > amount);

    private static decimal? TotalOf(IReadOnlyCollection<decimal> amounts) =>
        amounts.Sum() is var total && total > 0 && amounts.All(amount => amount >= 0) ? total : null;
}
