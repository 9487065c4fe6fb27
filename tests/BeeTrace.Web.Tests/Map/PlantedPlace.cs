using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Tests.Map;

/// <summary>
/// A place that nobody may learn, and how to find it in whatever somebody was told: as degrees, as metres of Web Mercator, as degrees
/// and minutes, on any datum, in tiles. Chosen so that it lies well away from the middle and the corners of its cells of 5 km and 1 km.
/// </summary>
internal sealed partial class PlantedPlace
{
    /// <summary>Nearer than this is the place itself, whatever the last digits say.</summary>
    private const double NearM = 150;

    /// <summary>The tile's own grid is coarser than what would be told.</summary>
    private const int FirstTellingZoom = 6;

    private const double DegreeM = 111_195;

    private readonly List<(string What, double Latitude, double Longitude)> _secrets = [];

    public PlantedPlace(decimal latitude, decimal longitude, string name, (double Latitude, double Longitude) kilometreCell)
    {
        (Latitude, Longitude, Name, KilometreCell) = (latitude, longitude, name, kilometreCell);
        var point = new GeoPoint(latitude, longitude);
        foreach (var datum in new[] { Datum.Wgs84, Datum.Gcj02, Datum.Bd09 })
        {
            var (lat, lon) = point.ToDatum(datum);
            _secrets.Add((datum.ToString(), (double)lat, (double)lon));
        }
    }

    public decimal Latitude { get; }

    public decimal Longitude { get; }

    /// <summary>What people call the place: as exact as its coordinates.</summary>
    public string Name { get; }

    /// <summary>Middle of its cell of 1 km, which is for firms, laboratory and officers.</summary>
    public (double Latitude, double Longitude) KilometreCell { get; }

    /// <summary>Where a text tells the place; null where it does not.</summary>
    /// <param name="text">Anything: a page, a row as JSON, a file, an error.</param>
    /// <param name="andKilometre">The cell of 1 km would be too much, too.</param>
    public string? FindIn(string text, bool andKilometre)
    {
        if (text.Contains(Name, StringComparison.Ordinal))
            return $"the place's name: {Around(text, text.IndexOf(Name, StringComparison.Ordinal))}";
        var secrets = andKilometre ? _secrets.Append(("cell of 1 km", KilometreCell.Latitude, KilometreCell.Longitude)) : _secrets;
        var numbers = Numbers().Matches(text).Select(m => (m.Index, Number: double.Parse(m.Value, CultureInfo.InvariantCulture)))
            .Concat(Minutes().Matches(text).Select(m => (m.Index, Number: Of(m.Groups[1]) + (Of(m.Groups[2]) / 60) + (Of(m.Groups[3]) / 3600)))).ToList();
        foreach (var (what, latitude, longitude) in secrets)
        {
            var near = what == "cell of 1 km" ? 5 : NearM;
            foreach (var (index, number) in numbers)
            {
                // A longitude alone tells nothing, and numbers of all kinds come near one; both together do.
                if (Math.Abs(number - latitude) * DegreeM < near
                    && numbers.Any(n => Math.Abs(n.Index - index) < 400 && Math.Abs(n.Number - longitude) * DegreeM * Math.Cos(latitude * Math.PI / 180) < near))
                    return $"{what} in degrees: {Around(text, index)}";
                var (east, north) = Mercator(latitude, longitude);
                if (Math.Abs(number - north) < near && numbers.Any(n => Math.Abs(n.Index - index) < 400 && Math.Abs(n.Number - east) < near))
                    return $"{what} in metres: {Around(text, index)}";
            }
        }

        return null;
    }

    /// <summary>Where a tile tells the place.</summary>
    public string? FindIn(byte[] tile, int z, int x, int y, bool andKilometre)
    {
        var features = VectorTile.Read(tile, z, x, y);
        if (FindIn(string.Join('\n', features.SelectMany(f => f.Properties.Values).OfType<string>()), andKilometre) is { } told)
            return told;
        if (z < FirstTellingZoom)
            return null;
        // One step of a tile's own grid, on the ground at most.
        var step = 40_075_016.685578488 / (1 << z) / 4096;
        var secrets = andKilometre && z >= 9 ? _secrets.Append(("cell of 1 km", KilometreCell.Latitude, KilometreCell.Longitude)).ToList() : _secrets;
        foreach (var feature in features)
        {
            foreach (var (latitude, longitude) in feature.Corners)
            {
                foreach (var (what, lat, lon) in secrets)
                {
                    if (Away(latitude, longitude, lat, lon) < (what == "cell of 1 km" ? step : Math.Max(NearM, step)))
                        return $"{what} in layer {feature.Layer} of {z}/{x}/{y}: {latitude:0.00000}, {longitude:0.00000}";
                }
            }
        }

        return null;
    }

    /// <summary>The tiles that cover the place.</summary>
    public IEnumerable<(int Z, int X, int Y)> Tiles(int most)
    {
        var (east, north) = Mercator((double)Latitude, (double)Longitude);
        const double Half = 20_037_508.342789244;
        for (var z = 0; z <= most; z++)
            yield return (z, (int)((east + Half) / (2 * Half) * (1 << z)), (int)((Half - north) / (2 * Half) * (1 << z)));
    }

    public static double Away(double latitude, double longitude, double lat, double lon)
    {
        var (north, east) = ((latitude - lat) * DegreeM, (longitude - lon) * DegreeM * Math.Cos(lat * Math.PI / 180));
        return Math.Sqrt((north * north) + (east * east));
    }

    private static (double East, double North) Mercator(double latitude, double longitude) =>
        (longitude * 6_378_137 * Math.PI / 180, Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360))) * 6_378_137);

    private static string Around(string text, int index) => text[Math.Max(0, index - 80)..Math.Min(text.Length, index + 80)].ReplaceLineEndings(" ");

    private static double Of(Group group) => double.TryParse(group.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<![\w.])[0-9]{2,8}(?:\.[0-9]+)?(?![\w])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"([0-9]{1,3})\s*(?:°|度)\s*([0-9]{1,2}(?:\.[0-9]+)?)\s*(?:'|′|分|&#39;|&#x27;)?\s*([0-9]{1,2}(?:\.[0-9]+)?)?")]
    private static partial Regex Minutes();
}
