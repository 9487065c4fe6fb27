using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Map;

/// <summary>
/// The operator's own base map. Without one the map shows land and coast: Natural Earth has no provinces of China, and its
/// borders are not the official ones; a published map of China needs an approved base map with a review number (审图号).
/// </summary>
/// <param name="Tiles"><c>BEETRACE_BASEMAP</c>: address of raster tiles with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>.</param>
/// <param name="Datum"><c>BEETRACE_BASEMAP_DATUM</c>: the datum its pictures are in, <c>Wgs84</c> or <c>Gcj02</c>; what BeeTrace draws is shifted to fit.</param>
/// <param name="Attribution"><c>BEETRACE_BASEMAP_ATTRIBUTION</c>: whose map it is, with its review number; plain text.</param>
public sealed record Basemap(string? Tiles, Datum Datum, string? Attribution)
{
    private static readonly string[] Parts = ["{z}", "{x}", "{y}"];

    /// <summary>Land and coast only.</summary>
    public static Basemap None { get; } = new(null, Datum.Wgs84, null);

    /// <summary>Scheme, host and port of the tiles, to be allowed on the map's page; null for one's own.</summary>
    public string? Origin => Uri.TryCreate(Tiles?.Replace('{', '0').Replace('}', '0'), UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>Reads the operator's settings.</summary>
    /// <exception cref="FormatException">The address or the datum cannot be used; the message says how to mend it.</exception>
    public static Basemap Read(string? tiles, string? datum, string? attribution)
    {
        if (string.IsNullOrWhiteSpace(tiles))
            return None;
        if (!Parts.All(part => tiles.Contains(part, StringComparison.Ordinal)) || tiles.Any(c => c is ' ' or ';' or ',' or '\'' or '"')
            || !(tiles.StartsWith("https://", StringComparison.Ordinal) || tiles.StartsWith("http://", StringComparison.Ordinal) || tiles.StartsWith('/')))
        {
            throw new FormatException("BEETRACE_BASEMAP is the address of map tiles with {z}, {x} and {y} in it, such as https://tiles.example.org/{z}/{x}/{y}.png.");
        }

        return string.IsNullOrWhiteSpace(datum) ? new Basemap(tiles, Datum.Wgs84, attribution)
            : datum is nameof(Datum.Wgs84) or nameof(Datum.Gcj02) ? new Basemap(tiles, Enum.Parse<Datum>(datum), attribution)
            : throw new FormatException($"BEETRACE_BASEMAP_DATUM is Wgs84 or Gcj02, not '{datum}'.");
    }
}
