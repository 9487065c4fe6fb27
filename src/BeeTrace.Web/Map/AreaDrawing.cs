using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Map;

/// <summary>A field between its text and the map on which it is drawn.</summary>
public static class AreaDrawing
{
    /// <summary>
    /// The corners of a text, one a line, as a map in the datum <paramref name="drawn"/> has them: longitude and latitude. A field in the making
    /// has them too, one that crosses itself as well; null where a line is no place, or nobody said in which system the numbers are.
    /// </summary>
    public static decimal[][]? CornersOf(string text, Datum? datum, Datum drawn)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (datum is not { } typed || lines.Length > Polygon.MostCorners + 1)
            return null;
        var corners = new List<decimal[]>(lines.Length);
        foreach (var line in lines)
        {
            if (CoordinateText.Parse(line) is not { IsDone: true } read)
                return null;
            var (latitude, longitude) = read.Value.In(typed).ToDatum(drawn);
            corners.Add([longitude, latitude]);
        }

        if (corners.Count > 1 && corners[0].SequenceEqual(corners[^1]))
            corners.RemoveAt(corners.Count - 1);
        return [.. corners];
    }
}
