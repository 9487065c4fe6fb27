using System.Globalization;

namespace BeeTrace.Core.Lab;

/// <summary>
/// Rounding of results, GB/T 8170-2008: half goes to the even digit (四舍六入五成双), once and never in steps. On
/// <see cref="decimal"/> only, because in binary 0.35 is not 0.35 and the half would be lost.
/// </summary>
public static class Rounding
{
    /// <summary>
    /// Rounds to decimal places; negative places round to tens (-1), hundreds (-2), thousands (-3).
    /// <c>ToPlaces(2500, -3)</c> is 2000, <c>ToPlaces(3500, -3)</c> is 4000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 28 places either way.</exception>
    public static decimal ToPlaces(decimal value, int places)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 28);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, -28);
        if (places >= 0)
            return Math.Round(value, places, MidpointRounding.ToEven);

        var step = 1m;
        for (var i = places; i < 0; i++)
            step *= 10m;
        // The remainder decides, not value / step: a division may itself round and make a false half.
        var remainder = value % step;
        var floor = value - remainder;
        var half = step / 2m;
        var size = Math.Abs(remainder);
        var up = size > half || (size == half && floor / step % 2m != 0m);
        return decimal.Truncate(up ? floor + (Math.Sign(remainder) * step) : floor);
    }

    /// <summary>Rounds to significant figures: <c>ToFigures(1738, 2)</c> is 1700, <c>ToFigures(0.03651, 2)</c> is 0.037.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one figure.</exception>
    public static decimal ToFigures(decimal value, int figures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(figures, 1);
        return value == 0m ? 0m : ToPlaces(value, Math.Min(PlacesOf(value, figures), 28));
    }

    /// <summary>The decimal places at which a value shows so many significant figures; negative for large values.</summary>
    internal static int PlacesOf(decimal value, int figures)
    {
        if (value == 0m)
            return 0;
        var leading = 0;
        for (var rest = Math.Abs(value); rest >= 10m; rest /= 10m)
            leading++;
        for (var rest = Math.Abs(value); rest < 1m; rest *= 10m)
            leading--;
        return figures - 1 - leading;
    }

    /// <summary>Rounded and written with exactly so many decimal places, zeros included (1.050 → "1.0").</summary>
    public static string Print(decimal value, int places)
    {
        var rounded = ToPlaces(value, places);
        return rounded.ToString("F" + Math.Max(places, 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
