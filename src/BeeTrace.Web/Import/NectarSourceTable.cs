using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Web.Import;

/// <summary>
/// Nectar sources, known by their code, or by county, plant and name where the table knows no codes; those are then given. A table does not
/// change a stored one: a source that has moved or been felled is closed and entered anew.
/// </summary>
internal sealed class NectarSourceTable : StagedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("code", true, new("蜜源地编号", "Code"), "编号"),
        new("plant", false, new("植物", "Plant"), "蜜源", "蜜源植物"),
        new("name", false, new("名称", "Name"), "地名", "蜜源地"),
        new("county", false, new("县代码", "County code"), "县区代码", "行政区划代码", "区划代码", "县"),
        new("datum", false, new("坐标系", "Datum"), "坐标系统", "坐标来源", "crs"),
        new("geometry", false, new("范围", "Geometry"), "位置", "坐标", "wkt", "形状"),
        new("area_mu", true, new("面积", "Area (mu)"), "亩数", "area"),
        new("bloom_from", false, new("始花期", "Bloom from"), "花期始", "开花", "花期起"),
        new("bloom_to", false, new("终花期", "Bloom to"), "花期终", "谢花", "花期止"),
    ];

    private readonly UsedSerials _serials = new();
    private HashSet<string> _plants = [];
    private Dictionary<string, CountyBox?> _counties = [];
    private HashSet<string> _countyCodes = [];
    private StagedImport? _import;

    protected override IReadOnlyList<StagedColumn> Staged { get; } =
    [
        new("code", NpgsqlDbType.Text),
        new("plant", NpgsqlDbType.Text, "t.plant"),
        new("name", NpgsqlDbType.Text, "t.name"),
        new("county", NpgsqlDbType.Text, "t.county"),
        new("datum", NpgsqlDbType.Text, "t.entered_datum"),
        new("geometry", NpgsqlDbType.Text, "t.entered_geojson"),
        new("area_mu", NpgsqlDbType.Numeric, "t.area_mu"),
        new("bloom_from", NpgsqlDbType.Text, "t.bloom_from"),
        new("bloom_to", NpgsqlDbType.Text, "t.bloom_to"),
        new("geojson", NpgsqlDbType.Text),
    ];

    protected override (string Expression, string Column) Key => ("coalesce(s.code, left(s.county || ' ' || s.name || ' ' || s.plant, 200))", "name");

    protected override async Task PrepareAsync(StagedImport import, CancellationToken cancel)
    {
        _plants = await TableImport.KeysAsync(import.Db.Plants.Select(p => p.LatinName), cancel);
        _counties = (await import.Db.Counties.AsNoTracking().ToListAsync(cancel)).ToDictionary(c => c.Code, Registry.ApiaryService.BoxOf);
        _countyCodes = [.. _counties.Keys];
        _import = import;
    }

    protected override async Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel)
    {
        var code = row.Peek("code") is null ? default : row.Code<NectarSourceCode>("code");
        var (plant, name) = (row.RequiredReference("plant", _plants, RegistryTables.Plant), row.RequiredText("name", 80));
        var county = row.RequiredReference("county", _countyCodes, RegistryTables.County);
        var (datum, area) = (row.Choice<Datum>("datum"), row.Peek("area_mu") is null ? (decimal?)null : row.PositiveAmount("area_mu", decimals: 2));
        var (from, to) = (row.DayOfYear("bloom_from"), row.DayOfYear("bloom_to"));
        if (row.IsSound && from == to)
            row.Refuse("bloom_to", ImportRefusal.BloomWithoutDays);
        var text = row.RequiredText("geometry", WellKnownText.Longest);
        if (text.Length == 0 || Shape(row, text, datum) is not var (entered, shape) || !row.IsSound)
            return;

        if (_counties[county] is { } box && !box.Contains(shape.Corners[0]))
            _import!.Ask(row.At, "geometry", new Refusal(RegistryRefusal.OutsideCounty, null, box.Name));
        if (code != default)
            _serials.Note($"N{code.County}", code.Serial);
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(row.At, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
        await WriteAsync(copy, code == default ? null : code.ToString(), cancel);
        await WriteAsync(copy, plant, cancel);
        await WriteAsync(copy, name, cancel);
        await WriteAsync(copy, county, cancel);
        await WriteAsync(copy, Enum.GetName(datum), cancel);
        await WriteAsync(copy, Polygon.GeojsonOf(entered), cancel);
        await WriteAsync(copy, area, NpgsqlDbType.Numeric, cancel);
        await WriteAsync(copy, from.ToString(), cancel);
        await WriteAsync(copy, to.ToString(), cancel);
        await WriteAsync(copy, shape.Geojson, cancel);
    }

    protected override Task CheckSetsAsync(StagedImport import, CancellationToken cancel) =>
        FindKnownAsync(
            import, "registry.nectar_sources",
            "t.code = s.code or (s.code is null and t.county = s.county and t.name = s.name and t.plant = s.plant and t.closed_on is null)", cancel);

    public override async Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel)
    {
        await _serials.RaiseAsync(import.Db, cancel);
        await GiveCodesAsync(import, cancel);
        await import.ExecuteAsync(
            """
            insert into registry.nectar_sources (id, code, plant, name, county, geojson, entered_geojson, entered_datum, area_mu, bloom_from, bloom_to, registered_by, registered_on)
            select s.id, s.code, s.plant, s.name, s.county, s.geojson, s.geometry, s.datum, coalesce(s.area_mu, case when st_area(g.shape) > 0 then round((st_area(g.shape) * 15 / 10000)::numeric, 2) end),
                s.bloom_from, s.bloom_to, access.actor_account(), $1
            from import_rows s cross join lateral (select st_geomfromgeojson(s.geojson)::geography as shape) g
            where not exists (select from import_known k where k.number = s.number)
            """, cancel, import.Today);
        await NoteRowsAsync(import, run, cancel);
    }

    /// <summary>The corners as they were entered, and the place or area that they are.</summary>
    private static (IReadOnlyList<GeoPoint> Entered, Polygon Area)? Shape(TableRow row, string text, Datum datum)
    {
        var read = WellKnownText.Parse(text);
        if (!read.IsDone)
        {
            row.Refuse("geometry", read.Refusals[0]);
            return null;
        }

        var corners = new List<GeoPoint>(read.Value.Count);
        foreach (var (longitude, latitude) in read.Value)
        {
            var typed = CoordinateText.Of(latitude, longitude);
            if (!typed.IsDone)
                row.Refuse("geometry", typed.Refusals[0]);
            else if (typed.Value.In(datum) is var corner && !corner.IsInChina)
                row.Refuse("geometry", ImportRefusal.OutsideCountry);
            else
            {
                corners.Add(corner);
                continue;
            }

            return null;
        }

        var area = Polygon.Create(corners);
        if (!area.IsDone)
        {
            row.Refuse("geometry", area.Refusals[0]);
            return null;
        }

        // The ring is closed again when it is written.
        var open = read.Value.Count > 1 && read.Value[0] == read.Value[^1] ? read.Value.SkipLast(1) : read.Value;
        return ([.. open.Select(corner => new GeoPoint(corner.Latitude, corner.Longitude))], area.Value);
    }

    /// <summary>The next numbers of each county for sources that brought none.</summary>
    private static async Task GiveCodesAsync(StagedImport import, CancellationToken cancel)
    {
        var wanting = new List<(int Row, string County)>();
        await import.EachAsync(
            "select s.number, s.county from import_rows s where s.code is null and not exists (select from import_known k where k.number = s.number) order by 1",
            found => wanting.Add((found.GetInt32(0), found.GetString(1))), cancel);
        var (rows, codes) = (new List<int>(), new List<string>());
        foreach (var (row, county) in wanting)
        {
            rows.Add(row);
            codes.Add(NectarSourceCode.Create(county, await Serials.NextAsync(import.Db, $"N{county}", cancel)).ToString());
        }

        await import.ExecuteAsync(
            "update import_rows s set code = g.code from unnest($1::integer[], $2::text[]) g (number, code) where s.number = g.number", cancel, rows.ToArray(), codes.ToArray());
    }
}
