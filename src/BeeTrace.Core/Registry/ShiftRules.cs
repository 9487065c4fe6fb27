namespace BeeTrace.Core.Registry;

/// <summary>An earlier place that a new one would hit if its numbers were of another datum.</summary>
/// <param name="Since">First day of the earlier place.</param>
/// <param name="Datum">The datum in which the numbers would mean that place.</param>
public sealed record SuspectedShift(DateOnly Since, Datum Datum);

/// <summary>
/// Questions a place whose datum was probably chosen wrongly. Numbers of one place differ by some hundred metres between
/// datums and look equally likely; only what is known of the beekeeper tells them apart. House rule, as no law speaks of it.
/// </summary>
public static class ShiftRules
{
    /// <summary>As near as a second look at the same stand comes, with a phone's error.</summary>
    public const int SamePlaceM = 60;

    /// <summary>Nearer than this the datum makes no difference worth a question.</summary>
    public const int OtherPlaceM = 150;

    private const double MetresPerDegree = 111_195;

    private static readonly Datum[] Shifted = [Datum.Wgs84, Datum.Gcj02, Datum.Bd09];

    /// <summary>
    /// What makes the numbers suspect: read in another datum they mean an earlier place, read as given they miss it. Null where
    /// nothing does.
    /// </summary>
    /// <param name="latitude">Degrees north as entered.</param>
    /// <param name="longitude">Degrees east as entered.</param>
    /// <param name="datum">The datum that was chosen.</param>
    /// <param name="earlier">Where the same beekeeper's apiaries stood, in WGS-84, the newest first.</param>
    public static SuspectedShift? Find(decimal latitude, decimal longitude, Datum datum, IEnumerable<(GeoPoint Place, DateOnly Since)> earlier)
    {
        var given = GeoPoint.FromDatum(latitude, longitude, datum);
        var others = OtherReadings(latitude, longitude, datum);
        foreach (var (place, since) in earlier)
        {
            if (Metres(given, place) <= OtherPlaceM)
                continue;
            foreach (var other in others)
            {
                if (Metres(other.Place, place) <= SamePlaceM)
                    return new(since, other.Datum);
            }
        }

        return null;
    }

    /// <summary>The two places that the numbers would mean in the other datums; WGS-84 and CGCS2000 are taken as one.</summary>
    public static IReadOnlyList<(Datum Datum, GeoPoint Place)> OtherReadings(decimal latitude, decimal longitude, Datum datum) =>
    [
        .. Shifted.Where(other => other != datum && !(other == Datum.Wgs84 && datum == Datum.Cgcs2000))
            .Select(other => (other, GeoPoint.FromDatum(latitude, longitude, other))),
    ];

    /// <summary>Metres between places that are near each other; far ones are far enough however roughly they are measured.</summary>
    internal static double Metres(GeoPoint a, GeoPoint b)
    {
        var north = (double)(a.Latitude - b.Latitude) * MetresPerDegree;
        var east = (double)(a.Longitude - b.Longitude) * MetresPerDegree * Math.Cos((double)a.Latitude * Math.PI / 180);
        return Math.Sqrt(north * north + east * east);
    }
}
