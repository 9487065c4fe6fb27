using System.Collections.Concurrent;
using BeeTrace.Web.Data;
using Microsoft.Extensions.Caching.Memory;

namespace BeeTrace.Web.Map;

/// <summary>
/// Tiles that many people share, in this process: by address and degree, as long as nothing changed where they lie and the
/// day is the same. Whoever asks for a tile that is being drawn waits for it instead of drawing it twice.
/// </summary>
public sealed class TileCache(MapVersion version, TimeProvider clock) : IDisposable
{
    /// <summary>House rule: memory for tiles. A million apiaries over China fill some tens of thousands of small ones.</summary>
    private const long MostBytes = 96L * 1024 * 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<Key, Lazy<Task<Tile>>> _drawing = new();

    /// <summary>The kept tile, or null where it has to be drawn.</summary>
    public Tile? Find(TileAddress address, MapDegree degree) =>
        version.IsHeard && _kept.TryGetValue((address, degree), out Kept? kept) && kept!.Version == version.Of(address) && kept.Day == Today ? kept.Tile : null;

    /// <summary>The kept tile, or the one that <paramref name="draw"/> draws now.</summary>
    public async Task<Tile> GetAsync(TileAddress address, MapDegree degree, Func<Task<byte[]>> draw)
    {
        if (Find(address, degree) is { } found)
            return found;
        // Read before drawing: a change meanwhile makes the next who asks draw again.
        var key = new Key(address, degree, version.Of(address), Today, version.IsHeard);
        var drawing = _drawing.GetOrAdd(key, wanted => new Lazy<Task<Tile>>(() => DrawAsync(wanted, draw)));
        try
        {
            return await drawing.Value;
        }
        finally
        {
            _drawing.TryRemove(new(key, drawing));
        }
    }

    public void Dispose() => _kept.Dispose();

    private async Task<Tile> DrawAsync(Key key, Func<Task<byte[]>> draw)
    {
        var tile = Tile.Of(await draw(), isKept: true);
        if (key.IsHeard)
            _kept.Set((key.Address, key.Degree), new Kept(tile, key.Version, key.Day), new MemoryCacheEntryOptions { Size = tile.Size });
        return tile;
    }

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    private sealed record Kept(Tile Tile, long Version, DateOnly Day);

    private readonly record struct Key(TileAddress Address, MapDegree Degree, long Version, DateOnly Day, bool IsHeard);
}
