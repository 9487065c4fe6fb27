namespace BeeTrace.Web.Map;

/// <summary>What a vector tile shows.</summary>
public enum TileLayer
{
    Apiaries,
    Nectar,
}

/// <summary>One tile of the world in Web Mercator: <c>/tiles/apiaries/10/853/421.mvt</c>.</summary>
public readonly record struct TileAddress(TileLayer Layer, int Z, int X, int Y)
{
    /// <summary>The closest zoom that is drawn; browsers enlarge from there.</summary>
    public const int Closest = 14;

    /// <summary>The tile of these words of an address; null where there is none.</summary>
    public static TileAddress? Find(string layer, int z, int x, int y) =>
        (layer is "apiaries" or "nectar") && z is >= 0 and <= Closest && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z
            ? new TileAddress(layer == "apiaries" ? TileLayer.Apiaries : TileLayer.Nectar, z, x, y)
            : null;
}
