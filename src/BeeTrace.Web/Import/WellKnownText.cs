using System.Globalization;
using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>
/// A point or the edge of an area as maps and surveyors export it: <c>POINT(119.69 29.79)</c>, <c>POLYGON((119.6 29.7, 119.7 29.7, 119.7 29.8, 119.6 29.7))</c>
/// (ISO 19125), longitude first. An area with holes is none of ours.
/// </summary>
internal static class WellKnownText
{
    /// <summary>Longest text that can be one.</summary>
    public const int Longest = 30_000;

    /// <returns>One corner, or those of the edge in their order, in whatever system they are meant.</returns>
    public static Outcome<IReadOnlyList<(decimal Longitude, decimal Latitude)>> Parse(string text)
    {
        var plain = Keyboard.Narrow(text).Trim().ToUpperInvariant();
        var open = plain.IndexOf('(', StringComparison.Ordinal);
        var word = open < 0 ? "" : plain[..open].Trim();
        if (!plain.EndsWith(')') || word is not ("POINT" or "POLYGON"))
            return Unreadable(text);
        var body = plain[(open + 1)..^1].Trim();
        if (word == "POLYGON")
        {
            if (!body.StartsWith('(') || !body.EndsWith(')'))
                return Unreadable(text);
            body = body[1..^1];
        }

        var corners = new List<(decimal, decimal)>();
        foreach (var part in body.Split(','))
        {
            if (Corner(part) is not { } corner)
                return Unreadable(text);
            corners.Add(corner);
        }

        return word == "POINT" && corners.Count > 1 ? Unreadable(text) : corners;
    }

    private static (decimal, decimal)? Corner(string text)
    {
        var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return numbers.Length == 2
            && decimal.TryParse(numbers[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var longitude)
            && decimal.TryParse(numbers[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var latitude)
            ? (Plain(longitude), Plain(latitude))
            : null;
    }

    /// <summary>Eight decimals, without zeros at their end: what comes back from another program is the same number in the same words.</summary>
    private static decimal Plain(decimal degrees) => Math.Round(degrees, 8) / 1.000000000000000000000000m;

    private static Refusal Unreadable(string text) => new(ImportRefusal.ShapeUnreadable, null, text.Length > 60 ? text[..60] + "…" : text);
}
