using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>A cell of the map seen from afar.</summary>
/// <param name="Latitude">The middle of what stands in it, from cells of 5 km.</param>
public sealed record CellRow(long N, long Colonies, double Latitude, double Longitude);

/// <summary>An apiary as roughly as the reader may know.</summary>
/// <param name="Latitude">Degrees north of the middle of its cell.</param>
/// <param name="SizeM">Side of that cell in metres.</param>
public sealed record PlaceRow(
    string Code, BeeSpecies Species, int Colonies, Bilingual? Plant, string? Latin, DateOnly Since, Bilingual County, bool Waiting, bool Own, double Latitude, double Longitude, int SizeM);

/// <summary>An apiary with its exact place, for those who may know it.</summary>
public sealed record ExactRow(
    string Code, string Name, BeeSpecies Species, int Colonies, Bilingual? Plant, string? Latin, DateOnly Since, Bilingual County, bool Waiting, bool Own, decimal Latitude, decimal Longitude, string? PlaceName);

/// <summary>A nectar source with what stands around it.</summary>
/// <param name="ColoniesNear">Colonies within 3 km, reckoned from places as exact as the reader may know.</param>
/// <param name="SizeM">Side of the cells it was reckoned from; 0 where from exact places.</param>
public sealed record NectarRow(
    string Code, string Name, Bilingual Plant, string Latin, bool Toxic, Bilingual County, decimal? AreaMu, BloomWindow Bloom, double Latitude, double Longitude, long ColoniesNear, int SizeM)
{
    /// <summary>Colonies within 3 km ÷ mu of source; null where the area is not known. An indicator, no more (<c>House rule:</c> overlap).</summary>
    public decimal? ColoniesPerMu => AreaMu is > 0 ? ColoniesNear / AreaMu : null;
}

/// <summary>A notice in the list beside the map, as exactly as the map tells it.</summary>
/// <param name="BlurM">0 where the place is the middle of the field; the size of the cell where it is not.</param>
public sealed record NoticePlace(
    string Code, NoticeKind Kind, DateOnly FromDay, DateOnly ToDay, string Subject, int RadiusM, int BlurM, double Latitude, double Longitude);

/// <summary>One page of the list beside the map.</summary>
public sealed record MapPart<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>What a card tells; one of them.</summary>
/// <param name="View">Where the list shows it.</param>
/// <param name="IsForOfficer">Codes lead to the pages of the office.</param>
public sealed record CardContent(
    MapView View, bool IsForOfficer, CellRow? Cell = null, ExactRow? Apiary = null, MapPart<PlaceRow>? Places = null, NectarRow? Nectar = null);

/// <summary>Reads the map as lists and cards. The database decides how exact each row is.</summary>
public sealed class MapQueries(Database database, Basemap basemap)
{
    /// <summary>Rows on a page of the list.</summary>
    public const int PageSize = 25;

    private const int OnACard = 8;

    /// <summary>The fullest cells of a view from afar.</summary>
    public async Task<MapPart<CellRow>> CellsAsync(MapView view, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await CellsAsync(work, view.GridZoom, view.Box, page, cancel);
    }

    /// <summary>The apiaries of a view from near, by code.</summary>
    public async Task<MapPart<PlaceRow>> PlacesAsync(MapView view, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await PlacesAsync(work, view.Box, (page - 1) * PageSize, PageSize, cancel);
    }

    /// <summary>The nectar sources of a view that bloom in a month, 1 to 12, or in any (0), the largest first.</summary>
    public async Task<MapPart<NectarRow>> NectarAsync(MapView view, int month, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await NectarAsync(work, view.Box, month, null, (page - 1) * PageSize, PageSize, cancel);
    }

    /// <summary>The current and coming notices that reach into a view, the next days first.</summary>
    public async Task<MapPart<NoticePlace>> NoticesAsync(MapView view, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var box = view.Box;
        var rows = await work.Db.Database.SqlQuery<NoticeFound>(
            $"select * from map.notices_in({box.West}, {box.South}, {box.East}, {box.North}, {(page - 1) * PageSize}, {PageSize})").ToListAsync(cancel);
        return new MapPart<NoticePlace>(
            rows.ConvertAll(r => new NoticePlace(r.Code, Enum.Parse<NoticeKind>(r.Kind), r.FromDay, r.ToDay, r.Subject, r.RadiusM, r.BlurM, r.Latitude, r.Longitude)),
            (int)(rows.FirstOrDefault()?.Notices ?? 0));
    }

    /// <summary>
    /// What was clicked: an apiary or a nectar source by code, or the cell at a place of the map. Null where there is nothing that
    /// the actor may see. Recorded: the exact place of somebody else's apiary (<see cref="DeedCode.LocationRead"/>, by the database).
    /// </summary>
    public async Task<CardContent?> CardAsync(string layer, string? code, string? at, string? zoom, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var officer = actor.IsOfficer();
        if (layer == "nectar" && code is not null)
        {
            var source = (await NectarAsync(work, default, 0, code, 0, 1, cancel)).Rows is [var only, ..] ? only : null;
            return source is null ? null : new CardContent(Around(source.Latitude, source.Longitude, 13), officer, Nectar: source);
        }

        if (layer != "apiaries")
            return null;
        if (code is not null)
        {
            var apiary = await ExactAsync(work, code, cancel);
            await work.CommitAsync(cancel);
            return apiary is null ? null : new CardContent(Around((double)apiary.Latitude, (double)apiary.Longitude, 13), officer, Apiary: apiary);
        }

        if (MapView.ReadPlace(at, basemap.Datum) is not { } place || MapView.ReadZoom(zoom) is not { } seen)
            return null;
        var view = Around(place.Latitude, place.Longitude, seen);
        if (!view.IsNear)
        {
            var cell = (await CellsAsync(work, view.GridZoom, MapView.CellAround(place.Latitude, place.Longitude, view.GridZoom), 1, cancel)).Rows is [var fullest, ..] ? fullest : null;
            return cell is null ? null : new CardContent(Around(cell.Latitude, cell.Longitude, seen).Nearer(3), officer, Cell: cell);
        }

        var middle = await work.Db.Database.SqlQuery<Middle>(
            $"""
            select public.st_y(c) as latitude, public.st_x(c) as longitude
            from (select public.st_transform(registry.cell_centre({place.Latitude}, {place.Longitude}, registry.cell_size_m()), 4326) as c) cell
            """).SingleAsync(cancel);
        // The centre of exactly one cell lies in a box so small.
        const double near = 1e-4;
        var there = await PlacesAsync(work, (middle.Longitude - near, middle.Latitude - near, middle.Longitude + near, middle.Latitude + near), 0, OnACard, cancel);
        return there.Total == 0 ? null : new CardContent(Around(middle.Latitude, middle.Longitude, Math.Max(seen, 12)), officer, Places: there);
    }

    private MapView Around(double latitude, double longitude, double zoom) => new(latitude, longitude, zoom) { Datum = basemap.Datum };

    /// <summary>West, south, east and north of all counties of the register, where a map opens that has nothing to show yet; China where no county has a box.</summary>
    public async Task<(decimal West, decimal South, decimal East, decimal North)> HomeAsync(CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var boxes = await work.Db.Counties.AsNoTracking().Where(c => c.LatitudeMin != null && c.LatitudeMax != null && c.LongitudeMin != null && c.LongitudeMax != null).ToListAsync(cancel);
        return boxes.Count == 0
            ? (73, 18, 135, 54)
            : (boxes.Min(c => c.LongitudeMin!.Value), boxes.Min(c => c.LatitudeMin!.Value), boxes.Max(c => c.LongitudeMax!.Value), boxes.Max(c => c.LatitudeMax!.Value));
    }

    private static async Task<MapPart<CellRow>> CellsAsync(Work work, int zoom, (double West, double South, double East, double North) box, int page, CancellationToken cancel)
    {
        var rows = await work.Db.Database.SqlQuery<CellFound>(
            $"select * from map.cells_in({zoom}, {box.West}, {box.South}, {box.East}, {box.North}, {(page - 1) * PageSize}, {PageSize})").ToListAsync(cancel);
        return new MapPart<CellRow>(rows.ConvertAll(r => new CellRow(r.N, r.Colonies, r.Latitude, r.Longitude)), (int)(rows.FirstOrDefault()?.Cells ?? 0));
    }

    private static async Task<MapPart<PlaceRow>> PlacesAsync(Work work, (double West, double South, double East, double North) box, int skip, int take, CancellationToken cancel)
    {
        var rows = await work.Db.Database.SqlQuery<PlaceFound>(
            $"select * from map.places_in({box.West}, {box.South}, {box.East}, {box.North}, {skip}, {take})").ToListAsync(cancel);
        var (plants, counties) = await NamesAsync(work.Db, rows.Select(r => r.Plant), rows.Select(r => r.County), cancel);
        return new MapPart<PlaceRow>(
            rows.ConvertAll(r => new PlaceRow(
                r.Code, Enum.Parse<BeeSpecies>(r.Species), r.Colonies, r.Plant is null ? null : plants[r.Plant], r.Plant, r.Since, counties[r.County], r.Waiting, r.Own, r.Latitude, r.Longitude, r.SizeM)),
            (int)(rows.FirstOrDefault()?.Apiaries ?? 0));
    }

    private static async Task<MapPart<NectarRow>> NectarAsync(
        Work work, (double West, double South, double East, double North) box, int month, string? code, int skip, int take, CancellationToken cancel)
    {
        var rows = await work.Db.Database.SqlQuery<NectarFound>(
            $"select * from map.nectar_in({box.West}, {box.South}, {box.East}, {box.North}, {month}, {code}, {skip}, {take})").ToListAsync(cancel);
        var (_, counties) = await NamesAsync(work.Db, [], rows.Select(r => r.County), cancel);
        return new MapPart<NectarRow>(
            rows.ConvertAll(r => new NectarRow(
                r.Code, r.Name, new Bilingual(r.NameZh, r.NameEn), r.Plant, r.Toxic, counties[r.County], r.AreaMu, Window(r.BloomFrom, r.BloomTo), r.Latitude, r.Longitude, r.ColoniesNear, r.SizeM)),
            (int)(rows.FirstOrDefault()?.Sources ?? 0));
    }

    private static async Task<ExactRow?> ExactAsync(Work work, string code, CancellationToken cancel)
    {
        if ((await work.Db.Database.SqlQuery<ExactFound>($"select * from map.exact_apiary({code})").ToListAsync(cancel)).FirstOrDefault() is not { } r)
            return null;
        var (plants, counties) = await NamesAsync(work.Db, [r.Plant], [r.County], cancel);
        return new ExactRow(
            r.Code, r.Name, Enum.Parse<BeeSpecies>(r.Species), r.Colonies, r.Plant is null ? null : plants[r.Plant], r.Plant, r.Since, counties[r.County], r.Waiting, r.Own, r.Latitude, r.Longitude, r.PlaceName);
    }

    private static async Task<(Dictionary<string, Bilingual> Plants, Dictionary<string, Bilingual> Counties)> NamesAsync(
        BeeTraceDb db, IEnumerable<string?> plants, IEnumerable<string> counties, CancellationToken cancel)
    {
        var latin = plants.OfType<string>().Distinct().ToList();
        var codes = counties.Distinct().ToList();
        return (
            latin.Count == 0 ? [] : await db.Plants.AsNoTracking().Where(p => latin.Contains(p.LatinName)).ToDictionaryAsync(p => p.LatinName, p => p.Name, cancel),
            await db.Counties.AsNoTracking().Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => c.Name, cancel));
    }

    private static BloomWindow Window(string from, string to) => MonthDay.TryParse(from, out var first) && MonthDay.TryParse(to, out var last)
        ? new BloomWindow(first, last)
        : throw new InvalidOperationException($"'{from}' to '{to}' is no bloom window.");

    private sealed record CellFound(long N, long Colonies, double Latitude, double Longitude, long Cells);

    private sealed record PlaceFound(
        string Code, string Species, int Colonies, string? Plant, DateOnly Since, string County, bool Waiting, bool Own, double Latitude, double Longitude, int SizeM, long Apiaries);

    private sealed record NoticeFound(
        string Code, string Kind, DateOnly FromDay, DateOnly ToDay, string Subject, int RadiusM, int BlurM, double Latitude, double Longitude, long Notices);

    private sealed record NectarFound(
        string Code, string Name, string Plant, string NameZh, string NameEn, bool Toxic, string County, decimal? AreaMu, string BloomFrom, string BloomTo,
        double Latitude, double Longitude, long ColoniesNear, int SizeM, long Sources);

    private sealed record ExactFound(
        string Code, string Name, string Species, int Colonies, string? Plant, DateOnly Since, string County, bool Waiting, bool Own, decimal Latitude, decimal Longitude, string? PlaceName);

    private sealed record Middle(double Latitude, double Longitude);
}
