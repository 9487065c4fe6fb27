using System.Globalization;

namespace BeeTrace.Web.Shell.Display;

/// <summary>
/// An axis of proportions that ends at 1 and begins at the highest round place that still shows everything: a rate is a
/// dot with its interval, and from zero the interval of a good year would be too small to see.
/// </summary>
/// <param name="Start">Where it begins, 0 to 0.95.</param>
public readonly record struct RateAxis(double Start)
{
    private static readonly double[] Starts = [0.95, 0.9, 0.8, 0.5];

    /// <summary>The axis on which the lowest of these bounds can be seen.</summary>
    public static RateAxis For(double lowest) => new(Starts.FirstOrDefault(start => start <= lowest));

    /// <summary>Round places: both ends and, between them, steps that people count in.</summary>
    public IReadOnlyList<double> Ticks => Start switch
    {
        0.95 => [0.95, 0.96, 0.97, 0.98, 0.99, 1],
        0.9 => [0.9, 0.92, 0.94, 0.96, 0.98, 1],
        0.8 => [0.8, 0.85, 0.9, 0.95, 1],
        0.5 => [0.5, 0.6, 0.7, 0.8, 0.9, 1],
        _ => [0, 0.25, 0.5, 0.75, 1],
    };

    /// <summary>Where a proportion lies on the axis: 0 at its beginning, 1 at its end.</summary>
    public double Place(double proportion) => Math.Clamp((proportion - Start) / (1 - Start), 0, 1);

    /// <summary>A tick's label in whole percent; the last one says so.</summary>
    public static string Label(double tick) =>
        Math.Round(tick * 100).ToString("0", CultureInfo.InvariantCulture) + (tick == 1 ? "\u00A0%" : "");
}
