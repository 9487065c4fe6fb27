using System.Globalization;

namespace BeeTrace.Web.Shell.Display;

/// <summary>Numbers as readers of both languages see them: half-width digits, grouped by comma, a no-break space before the unit.</summary>
public static class Numerals
{
    private const string NoBreakSpace = "\u00A0";

    /// <summary>A count: <c>5,203</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A measured amount with the decimals it was given with, or with as many as asked for (half to even): <c>1,250.000</c>.</summary>
    public static string Amount(decimal amount, int? decimals = null)
    {
        var places = decimals ?? amount.Scale;
        return Math.Round(amount, places, MidpointRounding.ToEven).ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>An amount with its unit: <c>703.87 t</c>; a unit that is empty leaves the number alone.</summary>
    public static string Amount(decimal amount, string unit, int? decimals = null) =>
        unit.Length == 0 ? Amount(amount, decimals) : Amount(amount, decimals) + NoBreakSpace + unit;

    /// <summary>A percentage that is given as such: <c>57.42 %</c>.</summary>
    public static string Percent(decimal percent, int decimals = 2) => Amount(percent, "%", decimals);

    /// <summary>
    /// A proportion as a percentage with one decimal: <c>97.5 %</c>. Only 1 itself is written as 100 % and only 0 as 0 %;
    /// what would round there stops at 99.9 % and 0.1 %, for 9,999 of 10,000 is not all of them.
    /// </summary>
    public static string Proportion(double proportion) => proportion switch
    {
        >= 1 => "100" + NoBreakSpace + "%",
        <= 0 => "0" + NoBreakSpace + "%",
        _ => Math.Clamp(Math.Round(proportion * 100, 1, MidpointRounding.ToEven), 0.1, 99.9).ToString("0.0", CultureInfo.InvariantCulture) + NoBreakSpace + "%",
    };

    /// <summary>Two proportions as an interval: <c>97.0–100 %</c>.</summary>
    public static string Interval(double lower, double upper) => Proportion(lower)[..^2] + "–" + Proportion(upper);
}
