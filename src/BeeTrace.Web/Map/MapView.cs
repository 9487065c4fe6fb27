using System.Globalization;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Map;

/// <summary>What part of the world the reader looks at: the middle and the zoom of Web Mercator, as they stand in the address.</summary>
/// <param name="Latitude">Degrees north of the middle.</param>
/// <param name="Longitude">Degrees east of the middle.</param>
/// <param name="Zoom">0 shows the world in 512 pixels; each step doubles it.</param>
public readonly record struct MapView(double Latitude, double Longitude, double Zoom)
{
    private const double ClosestZoom = 16;

    /// <summary>The size of the window that the list speaks of, in pixels: about that of the map on a desk.</summary>
    private const double Width = 1024;

    private const double Height = 640;

    private const double Side = 512;

    /// <summary>All of China.</summary>
    public static MapView Country { get; } = new(36, 104, 3);

    /// <summary>The datum of the base map, in which addresses name the middle: so the picture and the list speak of the same part.</summary>
    public Datum Datum { get; init; }

    /// <summary>The month whose bloom is shown, 1 to 12, or 0 for the whole year; null where the address names none.</summary>
    public int? Month { get; init; }

    /// <summary>The middle as the address has it: <c>29.7900,119.6900</c>.</summary>
    public string At
    {
        get
        {
            var (latitude, longitude) = new GeoPoint((decimal)Latitude, (decimal)Longitude).ToDatum(Datum);
            return string.Create(CultureInfo.InvariantCulture, $"{latitude:0.0000},{longitude:0.0000}");
        }
    }

    /// <summary>True where cells give way to apiaries.</summary>
    public bool IsNear => Zoom >= MapDegrees.NearZoom;

    /// <summary>The kept zoom whose cells stand for this view.</summary>
    public int GridZoom => (int)Math.Clamp(Math.Floor(Zoom), 0, MapDegrees.NearZoom - 1);

    private double Degrees => 360 / Math.Pow(2, Zoom) / Side;

    /// <summary>West, south, east and north of the window, in degrees.</summary>
    public (double West, double South, double East, double North) Box
    {
        get
        {
            var across = Width / 2 * Degrees;
            var up = Height / 2 * Degrees * Math.Cos(Latitude * Math.PI / 180);
            return (Longitude - across, Latitude - up, Longitude + across, Latitude + up);
        }
    }

    /// <summary>The view of an address, such as <c>?at=29.79,119.69&amp;zoom=10&amp;month=3</c>; the country where it names none.</summary>
    public static MapView Read(string? at, string? zoom, string? month = null, Datum datum = Datum.Wgs84)
    {
        var view = ReadPlace(at, datum) is { } place ? new MapView(place.Latitude, place.Longitude, ReadZoom(zoom) ?? MapDegrees.NearZoom) : Country;
        return view with { Datum = datum, Month = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked <= 12 ? asked : null };
    }

    /// <summary>Latitude and longitude, as the map shows them on its base map's datum, as a place on WGS-84.</summary>
    public static (double Latitude, double Longitude)? ReadPlace(string? at, Datum datum = Datum.Wgs84)
    {
        if (at?.Split(',') is not [var north, var east]
            || !decimal.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !decimal.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || latitude is < -85 or > 85 || longitude is < -180 or > 180)
        {
            return null;
        }

        var place = GeoPoint.FromDatum(latitude, longitude, datum);
        return ((double)place.Latitude, (double)place.Longitude);
    }

    /// <summary>A zoom that there is; null for anything else.</summary>
    public static double? ReadZoom(string? zoom) =>
        double.TryParse(zoom, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Math.Clamp(number, 0, ClosestZoom) : null;

    /// <summary>The same place seen from so many zooms nearer or, where negative, farther.</summary>
    public MapView Nearer(double steps) => this with { Zoom = Math.Clamp(Zoom + steps, 2, ClosestZoom) };

    /// <summary>Another place from so near, with all else the same.</summary>
    public MapView To(double latitude, double longitude, double zoom) => this with { Latitude = latitude, Longitude = longitude, Zoom = zoom };

    /// <summary>The box of the kept cell in which a place lies.</summary>
    public static (double West, double South, double East, double North) CellAround(double latitude, double longitude, int zoom)
    {
        var cells = Math.Pow(2, zoom + 3);
        var column = Math.Floor((longitude + 180) / 360 * cells);
        var row = Math.Floor((1 - Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / Math.PI) / 2 * cells);
        // A hair inside, so that the middle of a neighbour on the edge stays out.
        const double hair = 1e-9;
        return (column / cells * 360 - 180 + hair, North(row + 1) + hair, (column + 1) / cells * 360 - 180 - hair, North(row) - hair);

        double North(double of) => Math.Atan(Math.Sinh(Math.PI * (1 - 2 * of / cells))) * 180 / Math.PI;
    }

    /// <summary>The part of an address that leads here: <c>at=29.7900,119.6900&amp;zoom=10</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at={At}&zoom={Zoom:0.##}") + (Month is { } month ? $"&month={month}" : "");
}
