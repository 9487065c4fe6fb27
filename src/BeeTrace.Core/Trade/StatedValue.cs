using System.Globalization;

namespace BeeTrace.Core.Trade;

/// <summary>A claim's number with what rounding leaves open: least and greatest value from which it can have been printed, in the basic unit of its kind.</summary>
/// <param name="Kind">The basic unit: <c>kg</c>, <c>USD</c>, <c>CNY</c>, <c>%</c>, or what is counted.</param>
/// <param name="Factor">Basic units in one printed unit.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
internal readonly record struct StatedValue(string Kind, decimal Factor, decimal Low, decimal High)
{
    internal static StatedValue Of(Claim claim)
    {
        var (kind, factor) = claim.Unit switch
        {
            "kg" => ("kg", 1m),
            "t" => ("kg", 1_000m),
            "10000 t" => ("kg", 10_000_000m),
            "million USD" => ("USD", 1_000_000m),
            "100 million USD" => ("USD", 100_000_000m),
            "million CNY" => ("CNY", 1_000_000m),
            _ => (claim.Unit, 1m),
        };

        // What is counted one by one was not rounded, nor was a rank.
        var isCounted = claim.Measure == ClaimMeasure.Rank || (claim.Decimals == 0 && kind is not ("kg" or "USD" or "CNY" or "%"));
        var half = isCounted ? 0 : ImpliedTotal.HalfUnit(claim.Decimals);
        return new(kind, factor, (claim.Value - half) * factor, (claim.Value + half) * factor);
    }

    /// <summary>True when the two cannot be one number, whichever way they were rounded.</summary>
    internal bool Excludes(StatedValue other) => Low > other.High || High < other.Low;

    /// <summary>The number as printed, with its unit.</summary>
    internal static Bilingual Text(Claim claim) => Text(claim.Value, claim.Decimals, claim.Unit);

    internal static Bilingual Text(decimal value, int decimals, string unit)
    {
        var number = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return unit switch
        {
            "kg" => new($"{number} 千克", $"{number} kg"),
            "t" => new($"{number} 吨", $"{number} t"),
            "10000 t" => new($"{number} 万吨", $"{number} × 10,000 t"),
            "USD" => new($"{number} 美元", $"USD {number}"),
            "million USD" => new($"{number} 百万美元", $"USD {number} million"),
            "100 million USD" => new($"{number} 亿美元", $"USD {number} × 100 million"),
            "CNY" => new($"{number} 元", $"CNY {number}"),
            "million CNY" => new($"{number} 百万元", $"CNY {number} million"),
            "%" => new($"{number} %", $"{number} %"),
            _ => new(number, number),
        };
    }
}
