using System.Globalization;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>A line across a control chart.</summary>
/// <param name="At">Where it lies, as z or as what is judged.</param>
/// <param name="Name">What stands beside it.</param>
/// <param name="IsLimit">True for a line that is not to be crossed.</param>
public sealed record ControlLevel(decimal At, string Name, bool IsLimit);

/// <summary>The height of a control chart: in standard deviations for a material, in what is judged for all others.</summary>
public sealed record ControlAxis(decimal Bottom, decimal Top, IReadOnlyList<ControlLevel> Levels)
{
    /// <summary>Points beyond are drawn at the edge; their number stands beside them and in the table.</summary>
    private const decimal Edge = 4;

    public static ControlAxis Of(ControlSeries series, IReadOnlyList<ControlPoint> points)
    {
        if (series.Mean is not null)
        {
            return new ControlAxis(-Edge, Edge,
            [
                .. Enumerable.Range(-3, 7).Select(s => new ControlLevel(s, s == 0 ? "x̄" : s.ToString("+0;−0", CultureInfo.InvariantCulture) + " s", Math.Abs(s) == 3)),
            ]);
        }

        ControlLevel[] limits = [.. new[] { series.Low, series.High }.OfType<decimal>().Select(limit => new ControlLevel(limit, Numerals.Amount(limit), IsLimit: true))];
        decimal[] all = [.. points.Select(p => p.Judged), .. limits.Select(l => l.At), series.Kind is ControlKind.Blank or ControlKind.Duplicate ? 0 : points[0].Judged];
        var margin = Math.Max((all.Max() - all.Min()) / 10, 0.000001m);
        return new ControlAxis(all.Min() - margin, all.Max() + margin, limits);
    }

    /// <summary>0 at the bottom, 1 at the top.</summary>
    public double Place(decimal value) => (double)((Math.Clamp(value, Bottom, Top) - Bottom) / (Top - Bottom));
}
