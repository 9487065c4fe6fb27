using System.Globalization;

namespace BeeTrace.Web.Registry;

/// <summary>Coordinates as they are read and copied: latitude first.</summary>
public static class Degrees
{
    /// <summary><c>29.7937, 119.6915</c> with that many decimals; two are about a kilometre, five about a metre.</summary>
    public static string Pair(decimal latitude, decimal longitude, int decimals)
    {
        var format = "0." + new string('0', decimals);
        return Math.Round(latitude, decimals).ToString(format, CultureInfo.InvariantCulture) + ", "
            + Math.Round(longitude, decimals).ToString(format, CultureInfo.InvariantCulture);
    }
}
