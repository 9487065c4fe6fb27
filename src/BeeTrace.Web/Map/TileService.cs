using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>Vector tiles: what all of a degree share, and what only one person may see.</summary>
public sealed class TileService(Database database, TileCache cache, Basemap basemap)
{
    /// <summary>A tile that can be had without asking the database; null where it has to be drawn.</summary>
    public Tile? Find(TileAddress address, Actor actor) => IsShared(address, actor) ? cache.Find(address, actor.Degree()) : null;

    /// <summary>True where the answer is the same for everybody of the actor's degree.</summary>
    public static bool IsShared(TileAddress address, Actor actor) =>
        address.Layer == TileLayer.Nectar ? !actor.IsOfficer() : address.Z < MapDegrees.NearZoom || !actor.SeesSomeExactly();

    /// <summary>
    /// Somebody looks at a tile. Refuses nothing, but shows each no more than their degree. Recorded: the exact places of others
    /// that are in it (<see cref="DeedCode.LocationRead"/>, by the database in the same breath).
    /// </summary>
    public async Task<Tile> DrawAsync(TileAddress address, Actor actor, CancellationToken cancel = default)
    {
        if (IsShared(address, actor))
            return await SharedAsync(address, actor.Degree());
        if (address.Layer == TileLayer.Nectar)
            return Tile.Of(await NectarAsync(address, actor, cancel), isKept: false);
        var exact = await ExactAsync(address, actor, cancel);
        // Officers see every place exactly and need no cells; where they are too many, the cells stand for them.
        if (actor.IsOfficer() && exact is not null)
            return Tile.Of(exact, isKept: false);
        var rough = await SharedAsync(address, actor.Degree());
        // A vector tile is a sequence of layers: two tiles in a row are one with the layers of both.
        return exact is null or [] ? rough : Tile.Of([.. rough.Bytes, .. exact], isKept: false);
    }

    private Task<Tile> SharedAsync(TileAddress address, MapDegree degree) =>
        // Drawn for all who wait for it, so nobody's going away ends it.
        cache.GetAsync(address, degree, () => address.Layer == TileLayer.Nectar ? NectarAsync(address, degree.Anyone(), default) : RoughAsync(address, degree.Anyone()));

    private async Task<byte[]> RoughAsync(TileAddress at, Actor anyone)
    {
        await using var work = await database.OpenAsync(anyone);
        return await work.Db.Database.SqlQuery<byte[]>($"select map.rough_tile({at.Z}, {at.X}, {at.Y}, {basemap.Datum.ToString()}) as \"Value\"").SingleAsync();
    }

    private async Task<byte[]> NectarAsync(TileAddress at, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Database.SqlQuery<byte[]>($"select map.nectar_tile({at.Z}, {at.X}, {at.Y}, {basemap.Datum.ToString()}) as \"Value\"").SingleAsync(cancel);
    }

    /// <summary>Null where they are too many for one tile.</summary>
    private async Task<byte[]?> ExactAsync(TileAddress at, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var tile = await work.Db.Database.SqlQuery<byte[]?>($"select map.exact_tile({at.Z}, {at.X}, {at.Y}, {basemap.Datum.ToString()}) as \"Value\"").SingleAsync(cancel);
        await work.CommitAsync(cancel);
        return tile;
    }
}
