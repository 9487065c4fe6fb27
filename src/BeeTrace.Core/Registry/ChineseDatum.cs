namespace BeeTrace.Core.Registry;

/// <summary>The published form of the GCJ-02 shift and of Baidu's offset on it, in degrees.</summary>
/// <remarks>
/// The only rules of Core that count in <c>double</c>: sines and roots have no decimal form, and an error of 1e-13° is far
/// below the millimetre that is kept. The constants are those of the public algorithm and mean nothing else.
/// </remarks>
internal static class ChineseDatum
{
    /// <summary>Semi-major axis of the Krasovsky ellipsoid in metres.</summary>
    private const double Axis = 6378245.0;

    /// <summary>Its squared eccentricity.</summary>
    private const double EccentricitySquared = 0.00669342162296594323;

    /// <summary>Well below the 1e-7° (one centimetre) that is promised.</summary>
    private const double Precision = 1e-10;

    /// <summary>A dozen rounds do; the bound is for points on the box's edge, where the shift jumps and nothing converges.</summary>
    private const int MostRounds = 40;

    private const double BaiduAngle = Math.PI * 3000.0 / 180.0;

    internal static (double Lat, double Lon) ToGcj02(double lat, double lon)
    {
        if (!IsShifted(lat, lon))
            return (lat, lon);
        var x = lon - 105.0;
        var y = lat - 35.0;
        var (sin, cos) = Math.SinCos(lat * Math.PI / 180.0);
        var magic = 1 - EccentricitySquared * sin * sin;
        var north = NorthShift(x, y) * 180.0 / (Axis * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic)) * Math.PI);
        var east = EastShift(x, y) * 180.0 / (Axis / Math.Sqrt(magic) * cos * Math.PI);
        return (lat + north, lon + east);
    }

    internal static (double Lat, double Lon) FromGcj02(double lat, double lon) => Inverse(ToGcj02, lat, lon);

    internal static (double Lat, double Lon) ToBd09(double lat, double lon)
    {
        if (!IsShifted(lat, lon))
            return (lat, lon);
        var (y, x) = ToGcj02(lat, lon);
        var radius = Math.Sqrt(x * x + y * y) + 0.00002 * Math.Sin(y * BaiduAngle);
        var angle = Math.Atan2(y, x) + 0.000003 * Math.Cos(x * BaiduAngle);
        return (radius * Math.Sin(angle) + 0.006, radius * Math.Cos(angle) + 0.0065);
    }

    internal static (double Lat, double Lon) FromBd09(double lat, double lon) => Inverse(ToBd09, lat, lon);

    /// <summary>The box in which the public algorithm shifts; elsewhere map firms give WGS-84.</summary>
    private static bool IsShifted(double lat, double lon) => lon is >= 72.004 and <= 137.8347 && lat is >= 0.8293 and <= 55.8271;

    /// <summary>The shift has no closed inverse: guess, shift the guess, move it by what is missing.</summary>
    private static (double Lat, double Lon) Inverse(Func<double, double, (double Lat, double Lon)> shift, double lat, double lon)
    {
        var guess = (Lat: lat, Lon: lon);
        for (var round = 0; round < MostRounds; round++)
        {
            var reached = shift(guess.Lat, guess.Lon);
            var missing = (Lat: lat - reached.Lat, Lon: lon - reached.Lon);
            if (Math.Abs(missing.Lat) < Precision && Math.Abs(missing.Lon) < Precision)
                break;
            guess = (guess.Lat + missing.Lat, guess.Lon + missing.Lon);
        }

        return guess;
    }

    private static double NorthShift(double x, double y) =>
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x))
        + Wave(x, (20.0, 6.0), (20.0, 2.0))
        + Wave(y, (20.0, 1.0), (40.0, 1.0 / 3.0))
        + Wave(y, (160.0, 1.0 / 12.0), (320.0, 1.0 / 30.0));

    private static double EastShift(double x, double y) =>
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x))
        + Wave(x, (20.0, 6.0), (20.0, 2.0))
        + Wave(x, (20.0, 1.0), (40.0, 1.0 / 3.0))
        + Wave(x, (150.0, 1.0 / 12.0), (300.0, 1.0 / 30.0));

    private static double Wave(double at, (double Height, double Turns) first, (double Height, double Turns) second) =>
        (first.Height * Math.Sin(first.Turns * at * Math.PI) + second.Height * Math.Sin(second.Turns * at * Math.PI)) * 2.0 / 3.0;
}
