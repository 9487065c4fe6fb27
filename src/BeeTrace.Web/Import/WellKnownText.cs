using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Import;

/// <summary>
/// A point or an area as maps and surveyors export it: <c>POINT(119.69 29.79)</c>, <c>POLYGON((119.6 29.7, 119.7 29.7, 119.7 29.8, 119.6 29.7))</c>
/// (ISO 19125), longitude first. Not a picture of a coast: a field or slope has a few corners.
/// </summary>
internal sealed record WellKnownText(bool IsArea, IReadOnlyList<IReadOnlyList<(decimal Longitude, decimal Latitude)>> Rings)
{
    /// <summary>House rule: a field drawn by hand has a few dozen.</summary>
    public const int MostCorners = 2_000;

    /// <summary>Longest text that can be one.</summary>
    public const int Longest = 60_000;

    public IEnumerable<(decimal Longitude, decimal Latitude)> Corners => Rings.SelectMany(ring => ring);

    /// <summary>GeoJSON geometry of the same, with each corner moved.</summary>
    public string ToGeoJson(Func<(decimal Longitude, decimal Latitude), (decimal Longitude, decimal Latitude)> move)
    {
        var json = new StringBuilder(IsArea ? """{"type":"Polygon","coordinates":[""" : """{"type":"Point","coordinates":""");
        for (var i = 0; i < Rings.Count; i++)
        {
            if (IsArea)
                json.Append(i > 0 ? ",[" : "[");
            for (var j = 0; j < Rings[i].Count; j++)
            {
                var (longitude, latitude) = move(Rings[i][j]);
                json.Append(CultureInfo.InvariantCulture, $"{(j > 0 ? "," : "")}[{longitude},{latitude}]");
            }

            if (IsArea)
                json.Append(']');
        }

        return json.Append(IsArea ? "]}" : "}").ToString();
    }

    /// <returns>The shape; its rings are closed where the text left them open.</returns>
    public static Outcome<WellKnownText> Parse(string text)
    {
        var plain = Keyboard.Narrow(text).Replace('，', ',').Trim().ToUpperInvariant();
        var open = plain.IndexOf('(', StringComparison.Ordinal);
        var word = open < 0 ? "" : plain[..open].Trim();
        var body = open < 0 ? "" : plain[(open + 1)..];
        if (!body.EndsWith(')') || word is not ("POINT" or "POLYGON"))
            return Unreadable(text);
        body = body[..^1].Trim();
        if (word == "POINT")
            return Corner(body) is { } point ? new WellKnownText(false, [[point]]) : Unreadable(text);

        var rings = new List<IReadOnlyList<(decimal, decimal)>>();
        var count = 0;
        foreach (var part in body.Split(')', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ring = part.TrimStart(',').Trim();
            if (!ring.StartsWith('('))
                return Unreadable(text);
            var corners = new List<(decimal, decimal)>();
            foreach (var corner in ring[1..].Split(','))
            {
                if (Corner(corner) is not { } read)
                    return Unreadable(text);
                corners.Add(read);
            }

            if (corners[0] != corners[^1])
                corners.Add(corners[0]);
            if (corners.Count < 4)
                return new Refusal(ImportRefusal.ShapeTooFewCorners);
            if ((count += corners.Count) > MostCorners)
                return new Refusal(ImportRefusal.ShapeTooManyCorners, null, MostCorners);
            rings.Add(corners);
        }

        return rings.Count > 0 ? new WellKnownText(true, rings) : Unreadable(text);
    }

    private static (decimal, decimal)? Corner(string text)
    {
        var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return numbers.Length == 2
            && decimal.TryParse(numbers[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var longitude)
            && decimal.TryParse(numbers[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var latitude)
            ? (Math.Round(longitude, 8), Math.Round(latitude, 8))
            : null;
    }

    private static Refusal Unreadable(string text) => new(ImportRefusal.ShapeUnreadable, null, text.Length > 60 ? text[..60] + "…" : text);
}
