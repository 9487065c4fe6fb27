using System.Collections.Concurrent;

namespace BeeTrace.Web.Map;

/// <summary>
/// What of the map has changed since this process began to listen: one number that grows, and where it last grew. The
/// database names the tiles of zoom 6 that look different after a commit; tiles that were drawn before are drawn again.
/// </summary>
public sealed class MapVersion
{
    /// <summary>Zoom of the tiles that the database names.</summary>
    private const int RegionZoom = 6;

    /// <summary>Cells of 5 km reach this many tiles of zoom 14 beyond their own, fewer of the zooms before it.</summary>
    private const int Reach = 4;

    private readonly ConcurrentDictionary<(int X, int Y), long> _regions = new();
    private long _last;
    private long _anywhere;
    private long _everywhere;
    private long _nectar;

    /// <summary>False while nobody hears the database: nothing that was drawn before can be trusted then.</summary>
    public bool IsHeard { get; private set; }

    /// <summary>The database is heard from now on; what happened before it was is not known.</summary>
    public void Heard()
    {
        Changed("*");
        IsHeard = true;
    }

    public void Lost() => IsHeard = false;

    /// <summary>Takes what the database said: <c>*</c>, <c>nectar</c>, or tiles such as <c>53/26 53/27</c>.</summary>
    public void Changed(string places)
    {
        var now = Interlocked.Increment(ref _last);
        foreach (var place in places.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (place == "nectar")
            {
                Interlocked.Exchange(ref _nectar, now);
            }
            else
            {
                Interlocked.Exchange(ref _anywhere, now);
                if (place.Split('/') is [var x, var y] && int.TryParse(x, out var column) && int.TryParse(y, out var row))
                    _regions[(column, row)] = now;
                else
                    Interlocked.Exchange(ref _everywhere, now);
            }
        }
    }

    /// <summary>Grows when the tile may look different. Read it before drawing.</summary>
    public long Of(TileAddress tile)
    {
        // The colonies near a nectar source are drawn with it.
        if (tile.Layer == TileLayer.Nectar)
            return Math.Max(Interlocked.Read(ref _nectar), Interlocked.Read(ref _anywhere));
        if (tile.Z < RegionZoom)
            return Interlocked.Read(ref _anywhere);
        var version = Interlocked.Read(ref _everywhere);
        var shift = tile.Z - RegionZoom;
        var reach = tile.Z < MapDegrees.NearZoom ? 0 : Reach;
        for (var x = (tile.X - reach) >> shift; x <= (tile.X + reach) >> shift; x++)
        {
            for (var y = (tile.Y - reach) >> shift; y <= (tile.Y + reach) >> shift; y++)
                version = Math.Max(version, _regions.GetValueOrDefault((x, y)));
        }

        return version;
    }
}
