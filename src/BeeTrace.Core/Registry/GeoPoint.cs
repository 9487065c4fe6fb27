namespace BeeTrace.Core.Registry;

/// <summary>In which system a pair of coordinates is meant. The same place has numbers up to 1 km apart in them.</summary>
public enum Datum
{
    /// <summary>WGS-84 (EPSG:4326): GPS, a phone's raw fix, OpenStreetMap. What BeeTrace stores.</summary>
    Wgs84,

    /// <summary>CGCS2000 (EPSG:4490): Chinese surveying. Within about 1 m of WGS-84, taken as equal.</summary>
    Cgcs2000,

    /// <summary>GCJ-02: AMap, Tencent, Apple in China. Shifted by some hundred metres.</summary>
    Gcj02,

    /// <summary>BD-09: Baidu. A further offset on GCJ-02.</summary>
    Bd09,
}

/// <summary>The datums' names for people.</summary>
public static class DatumNames
{
    public static Bilingual Name(this Datum datum) => datum switch
    {
        Datum.Wgs84 => new("手机定位（WGS-84）", "a phone or GPS (WGS-84)"),
        Datum.Cgcs2000 => new("国家大地坐标（CGCS2000）", "survey papers (CGCS2000)"),
        Datum.Gcj02 => new("高德、腾讯地图（GCJ-02）", "AMap or Tencent Maps (GCJ-02)"),
        Datum.Bd09 => new("百度地图（BD-09）", "Baidu Maps (BD-09)"),
        _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, message: null),
    };
}

/// <summary>A place on Earth in WGS-84, in degrees. Latitude first, as people say it; GeoJSON and PostGIS want longitude first.</summary>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
public readonly record struct GeoPoint(decimal Latitude, decimal Longitude)
{
    /// <summary>Digits kept after a conversion: 1e-8° is about one millimetre.</summary>
    private const int Digits = 8;

    /// <summary>
    /// House rule: a rough box that no place in China lies outside of, with its islands (3.8° to 53.6° north, 73.4° to 135.1° east). It finds slips
    /// of the finger and is no border.
    /// </summary>
    public bool IsInChina => Latitude is >= 3 and <= 54 && Longitude is >= 73 and <= 136;

    /// <summary>The WGS-84 place of coordinates given in another system. To convert twice moves the point again.</summary>
    public static GeoPoint FromDatum(decimal latitude, decimal longitude, Datum datum)
    {
        if (datum is Datum.Wgs84 or Datum.Cgcs2000)
            return new(latitude, longitude);
        var (lat, lon) = datum switch
        {
            Datum.Gcj02 => ChineseDatum.FromGcj02((double)latitude, (double)longitude),
            Datum.Bd09 => ChineseDatum.FromBd09((double)latitude, (double)longitude),
            _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, message: null),
        };
        return new(Rounded(lat), Rounded(lon));
    }

    /// <summary>This place's coordinates in another system, for display on a map that asks for it.</summary>
    public (decimal Latitude, decimal Longitude) ToDatum(Datum datum)
    {
        if (datum is Datum.Wgs84 or Datum.Cgcs2000)
            return (Latitude, Longitude);
        var (lat, lon) = datum switch
        {
            Datum.Gcj02 => ChineseDatum.ToGcj02((double)Latitude, (double)Longitude),
            Datum.Bd09 => ChineseDatum.ToBd09((double)Latitude, (double)Longitude),
            _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, message: null),
        };
        return (Rounded(lat), Rounded(lon));
    }

    private static decimal Rounded(double degrees) => Math.Round((decimal)degrees, Digits);
}
