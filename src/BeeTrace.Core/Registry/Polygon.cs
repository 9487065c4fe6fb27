using System.Globalization;
using System.Text;

namespace BeeTrace.Core.Registry;

/// <summary>
/// A place or an area on the ground as a person gives it: one point where only its middle is known, or the corners of its edge in
/// the order in which one walks round it. The edge never crosses itself and the first corner is not repeated at the end.
/// </summary>
public sealed class Polygon
{
    /// <summary>House rule: more corners than any field has; a file with more is something else.</summary>
    public const int MostCorners = 300;

    /// <summary>House rule: a field or a slope, not a county. Degrees of latitude or longitude from edge to edge.</summary>
    public const decimal MostDegrees = 0.5m;

    /// <summary>Web Mercator, on which everything is searched, ends here.</summary>
    private const decimal MostNorth = 85m;

    private Polygon(IReadOnlyList<GeoPoint> corners) => Corners = corners;

    /// <summary>One point, or three and more corners, on WGS-84.</summary>
    public IReadOnlyList<GeoPoint> Corners { get; }

    public bool IsPoint => Corners.Count == 1;

    /// <summary>The same as GeoJSON geometry: Point, or Polygon whose ring is closed and runs against the clock (RFC 7946).</summary>
    public string Geojson => GeojsonOf(Corners);

    /// <summary>
    /// What the corners enclose, in mu with two decimals; null for a point. On a sphere of equal area (radius 6,371,007 m) with the sides
    /// straight in longitude and sine of latitude: for a field within a thousandth of the ellipsoid's answer.
    /// </summary>
    public decimal? AreaMu
    {
        get
        {
            if (IsPoint)
                return null;
            const double Radius = 6_371_007.2;
            const double Degree = Math.PI / 180;
            var sum = 0d;
            for (var i = 0; i < Corners.Count; i++)
            {
                var (here, next) = (Corners[i], Corners[(i + 1) % Corners.Count]);
                sum += (double)(next.Longitude - here.Longitude) * Degree * (Math.Sin((double)here.Latitude * Degree) + Math.Sin((double)next.Latitude * Degree));
            }

            var squareMetres = (decimal)(Math.Abs(sum) / 2 * Radius * Radius);
            return Math.Round(Area.Mu(squareMetres / 10_000m), 2);
        }
    }

    /// <summary>The same geometry from corners in any system, for what was entered.</summary>
    public static string GeojsonOf(IReadOnlyList<GeoPoint> corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        if (corners is [var point])
            return $$"""{"type":"Point","coordinates":{{Position(point)}}}""";
        var ring = TwiceSigned(corners) < 0 ? corners.Reverse() : corners;
        var text = new StringBuilder("""{"type":"Polygon","coordinates":[[""");
        foreach (var corner in ring.Append(ring.First()))
            text.Append(Position(corner)).Append(',');
        text.Length--;
        return text.Append("]]}").ToString();
    }

    /// <summary>
    /// Reads one point or the corners of an edge, one a line, in any form of <see cref="CoordinateText"/>.
    /// A last corner that repeats the first is left out.
    /// </summary>
    /// <param name="text">What was typed or pasted.</param>
    /// <param name="datum">The system of the numbers.</param>
    /// <param name="field">The input it stands in, for the refusal.</param>
    public static Outcome<Polygon> Parse(string? text, Datum datum, string? field = null)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
            return new Refusal(RegistryRefusal.CoordinateMissing, field);
        if (lines.Length > MostCorners + 1)
            return new Refusal(RegistryRefusal.AreaTooManyCorners, field, MostCorners, lines.Length);
        var corners = new List<GeoPoint>(lines.Length);
        foreach (var line in lines)
        {
            var typed = CoordinateText.Parse(line, field);
            if (!typed.IsDone)
                return Outcome<Polygon>.Refused(typed.Refusals);
            corners.Add(typed.Value.In(datum));
        }

        return Create(corners, field);
    }

    /// <summary>
    /// The area within these corners. Refused: no corner or two of them, an edge that crosses or touches itself (corners on one
    /// line do), more than <see cref="MostDegrees"/> from edge to edge, a place beyond the map.
    /// </summary>
    public static Outcome<Polygon> Create(IReadOnlyList<GeoPoint> corners, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(corners);
        var open = corners.Count > 1 && corners[0] == corners[^1] ? [.. corners.SkipLast(1)] : corners.ToArray();
        if (open.Length == 0)
            return new Refusal(RegistryRefusal.CoordinateMissing, field);
        if (Array.Find(open, c => Math.Abs(c.Latitude) > MostNorth) is { } beyond && Math.Abs(beyond.Latitude) > MostNorth)
            return new Refusal(RegistryRefusal.CoordinateOutOfRange, field, beyond.Latitude, (int)MostNorth);
        if (open.Length == 1)
            return new Polygon(open);
        if (open.Length == 2)
            return new Refusal(RegistryRefusal.AreaTwoCorners, field);
        if (open.Length > MostCorners)
            return new Refusal(RegistryRefusal.AreaTooManyCorners, field, MostCorners, open.Length);
        if (Span(open, c => c.Latitude) > MostDegrees || Span(open, c => c.Longitude) > MostDegrees)
            return new Refusal(RegistryRefusal.AreaTooLarge, field, MostDegrees);
        if (Crossing(open) is var (first, second))
            return new Refusal(RegistryRefusal.AreaCrossesItself, field, first + 1, second + 1);
        return new Polygon(open);
    }

    private static decimal Span(GeoPoint[] corners, Func<GeoPoint, decimal> of) => corners.Max(of) - corners.Min(of);

    /// <summary>Twice the area in square degrees, positive where the corners run against the clock.</summary>
    private static decimal TwiceSigned(IReadOnlyList<GeoPoint> c)
    {
        var sum = 0m;
        for (var i = 0; i < c.Count; i++)
        {
            var next = c[(i + 1) % c.Count];
            sum += (c[i].Longitude * next.Latitude) - (next.Longitude * c[i].Latitude);
        }

        return sum;
    }

    /// <summary>Two sides that meet although they are not neighbours, or fold back on each other; by their numbers from 0.</summary>
    private static (int First, int Second)? Crossing(GeoPoint[] c)
    {
        for (var i = 0; i < c.Length; i++)
        {
            if (c[i] == c[(i + 1) % c.Length])
                return (i, (i + 1) % c.Length);
            // Neighbours share a corner; they must not run back over each other.
            var (start, corner, end) = (c[i], c[(i + 1) % c.Length], c[(i + 2) % c.Length]);
            if (Turn(start, corner, end) == 0 && Along(start, corner, end) < 0)
                return (i, (i + 1) % c.Length);
            for (var j = i + 2; j < c.Length; j++)
            {
                if ((j + 1) % c.Length != i && Meet(c[i], c[i + 1], c[j], c[(j + 1) % c.Length]))
                    return (i, j);
            }
        }

        return null;
    }

    private static bool Meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d)
    {
        var (c1, d1) = (Math.Sign(Turn(a, b, c)), Math.Sign(Turn(a, b, d)));
        var (a1, b1) = (Math.Sign(Turn(c, d, a)), Math.Sign(Turn(c, d, b)));
        if (c1 * d1 < 0 && a1 * b1 < 0)
            return true;
        return (c1 == 0 && Within(a, b, c)) || (d1 == 0 && Within(a, b, d)) || (a1 == 0 && Within(c, d, a)) || (b1 == 0 && Within(c, d, b));
    }

    /// <summary>Positive where one turns left at b on the way from a to c, 0 where the three lie on one line.</summary>
    private static decimal Turn(GeoPoint a, GeoPoint b, GeoPoint c) =>
        ((b.Longitude - a.Longitude) * (c.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (c.Longitude - a.Longitude));

    /// <summary>Negative where the way from b to c runs back towards a.</summary>
    private static decimal Along(GeoPoint a, GeoPoint b, GeoPoint c) =>
        ((b.Longitude - a.Longitude) * (c.Longitude - b.Longitude)) + ((b.Latitude - a.Latitude) * (c.Latitude - b.Latitude));

    private static bool Within(GeoPoint a, GeoPoint b, GeoPoint on) =>
        Math.Min(a.Longitude, b.Longitude) <= on.Longitude && on.Longitude <= Math.Max(a.Longitude, b.Longitude)
        && Math.Min(a.Latitude, b.Latitude) <= on.Latitude && on.Latitude <= Math.Max(a.Latitude, b.Latitude);

    private static string Position(GeoPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"[{point.Longitude:0.########},{point.Latitude:0.########}]");
}
