using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Web.Import;

/// <summary>
/// Where apiaries stand and stood, known by apiary and first day. A table may say that an open stay has ended; nothing else of a stored stay
/// changes. Whoever brings one need not be allowed to read the exact places that are stored: functions of the database compare them. A place outside
/// the county of registration is asked about, and one whose datum looks wrong.
/// </summary>
internal sealed class PlacementTable : StagedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("apiary", false, new("蜂场编号", "Apiary code"), "编号", "蜂场代码", "蜂场号", "code", "蜂场"),
        new("from", false, new("到达日期", "From"), "进场日期", "开始日期", "到达", "起"),
        new("until", true, new("离开日期", "Until"), "离场日期", "结束日期", "离开", "止"),
        new("latitude", false, new("纬度", "Latitude"), "北纬", "lat"),
        new("longitude", false, new("经度", "Longitude"), "东经", "lon", "lng"),
        new("datum", false, new("坐标系", "Datum"), "坐标系统", "坐标来源", "crs"),
        new("accuracy_m", true, new("精度", "Accuracy (m)"), "定位精度", "accuracy"),
        new("colonies", false, new("群数", "Colonies"), "蜂群数", "箱数"),
        new("plant", false, new("蜜源", "Plant"), "蜜源植物", "植物"),
        new("place_name", true, new("地点", "Place"), "地名", "村", "放蜂地点"),
        new("quarantine_certificate", true, new("检疫证号", "Quarantine certificate"), "检疫证", "检疫证明"),
    ];

    /// <summary>House rule: so many rows are held against each other in a moment, even where all of them are one beekeeper's.</summary>
    private const int MostComparedRows = 5_000;

    private static readonly Dictionary<string, string> ColumnOfField = new(StringComparer.Ordinal)
    {
        [nameof(RegisterApiary.Latitude)] = "latitude",
        [nameof(RegisterApiary.Longitude)] = "longitude",
        [nameof(RegisterApiary.Datum)] = "datum",
        [nameof(RegisterApiary.Colonies)] = "colonies",
        [nameof(RegisterApiary.Plant)] = "plant",
        [nameof(RegisterApiary.From)] = "from",
    };

    private HashSet<string> _plants = [];
    private Dictionary<string, Bilingual> _counties = [];
    private DateOnly _today;

    protected override IReadOnlyList<StagedColumn> Staged { get; } =
    [
        new("apiary", NpgsqlDbType.Text),
        new("from", NpgsqlDbType.Date),
        new("until", NpgsqlDbType.Date),
        new("latitude", NpgsqlDbType.Numeric),
        new("longitude", NpgsqlDbType.Numeric),
        new("datum", NpgsqlDbType.Text),
        new("accuracy_m", NpgsqlDbType.Numeric),
        new("colonies", NpgsqlDbType.Integer),
        new("plant", NpgsqlDbType.Text),
        new("place_name", NpgsqlDbType.Text),
        new("quarantine_certificate", NpgsqlDbType.Text),
        new("north", NpgsqlDbType.Numeric),
        new("east", NpgsqlDbType.Numeric),
        new("datum_1", NpgsqlDbType.Text),
        new("north_1", NpgsqlDbType.Double),
        new("east_1", NpgsqlDbType.Double),
        new("datum_2", NpgsqlDbType.Text),
        new("north_2", NpgsqlDbType.Double),
        new("east_2", NpgsqlDbType.Double),
    ];

    protected override (string Expression, string Column) Key => ("(s.apiary || ' ' || s.\"from\")", "from");

    protected override async Task PrepareAsync(StagedImport import, CancellationToken cancel)
    {
        _plants = await TableImport.KeysAsync(import.Db.Plants.Select(p => p.LatinName), cancel);
        _counties = await import.Db.Counties.ToDictionaryAsync(c => c.Code, c => new Bilingual(c.NameZh, c.NameEn), cancel);
        _today = import.Today;
    }

    protected override async Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel)
    {
        var (apiary, from, until) = (row.Code<ApiaryCode>("apiary"), row.Day("from"), row.Day("until"));
        var (latitude, longitude, datum) = (row.Degrees("latitude"), row.Degrees("longitude"), row.Choice<Datum>("datum"));
        var (accuracy, colonies, plant) = (row.Decimal("accuracy_m", decimals: 1), row.Whole("colonies", int.MinValue, int.MaxValue), row.Reference("plant", _plants, RegistryTables.Plant));
        var (place, certificate) = (row.Text("place_name", 80), row.Text("quarantine_certificate", 40));

        // What the rules say of name, kind and species was said of the apiary itself. Bees that follow the flow stand outside the county, hence no box.
        var read = new RegisterApiary("-", BeeSpecies.Mellifera, ApiaryKind.Fixed, colonies, latitude, longitude, datum, from, plant, IsOutsideCountyConfirmed: true);
        row.Refuse(ApiaryRules.Check(read, _today, county: null).Refusals, ColumnOfField);
        if (from is { } first && until <= first)
            row.Refuse("until", new Refusal(RegistryRefusal.PlacementEndsBeforeItBegins, null, first, until!));
        if (!row.IsSound)
            return;

        var point = GeoPoint.FromDatum(latitude!.Value, longitude!.Value, datum);
        if (!point.IsInChina)
        {
            row.Refuse("latitude", ImportRefusal.OutsideCountry);
            return;
        }

        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(row.At, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
        await WriteAsync(copy, apiary.ToString(), cancel);
        await WriteAsync(copy, from, NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, until, NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, latitude, NpgsqlDbType.Numeric, cancel);
        await WriteAsync(copy, longitude, NpgsqlDbType.Numeric, cancel);
        await WriteAsync(copy, Enum.GetName(datum), cancel);
        await WriteAsync(copy, accuracy, NpgsqlDbType.Numeric, cancel);
        await copy.WriteAsync(colonies, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, plant, cancel);
        await WriteAsync(copy, place, cancel);
        await WriteAsync(copy, certificate, cancel);
        await copy.WriteAsync(point.Latitude, NpgsqlDbType.Numeric, cancel);
        await copy.WriteAsync(point.Longitude, NpgsqlDbType.Numeric, cancel);
        foreach (var (other, elsewhere) in ShiftRules.OtherReadings(latitude.Value, longitude.Value, datum))
        {
            await WriteAsync(copy, Enum.GetName(other), cancel);
            await copy.WriteAsync((double)elsewhere.Latitude, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync((double)elsewhere.Longitude, NpgsqlDbType.Double, cancel);
        }
    }

    protected override async Task CheckSetsAsync(StagedImport import, CancellationToken cancel)
    {
        await RefuseUnknownAsync(import, "apiary", "registry.apiaries", "t.code = s.apiary", RegistryTables.ApiaryName, cancel);
        await import.ExecuteAsync(
            """
            create temp table import_known on commit drop as
            select (array[k.number])[1] as number, k.id, s.apiary || ' ' || s."from" as key, k.differs,
                case when k.ends then jsonb_build_object('until', jsonb_build_array(null, s.until)) end as changes
            from (select array_agg(number) as numbers, array_agg(apiary) as apiaries, array_agg("from") as days, array_agg(until) as untils,
                    array_agg(latitude) as latitudes, array_agg(longitude) as longitudes, array_agg(datum) as datums, array_agg(accuracy_m) as accuracies,
                    array_agg(colonies) as colonies, array_agg(plant) as plants, array_agg(place_name) as places, array_agg(quarantine_certificate) as certificates
                from import_rows group by number / 50000) b
            cross join lateral import.known_placements(b.numbers, b.apiaries, b.days, b.untils, b.latitudes, b.longitudes, b.datums, b.accuracies, b.colonies,
                b.plants, b.places, b.certificates) k
            join import_rows s on s.number = k.number
            """, cancel);
        await import.EachAsync(
            $"select k.number, c.name, k.key from import_known k cross join lateral unnest(k.differs) c (name) order by 1, 2 limit {ErrorList.Most}",
            found => import.Refuse(found.GetInt32(0), found.GetString(1), new Refusal(ImportRefusal.ExistsDifferently, null, found.GetString(2))), cancel);
        await import.ExecuteAsync("analyze import_known", cancel);
        await CheckStaysAsync(import, cancel);
        await AskAboutCountiesAsync(import, cancel);
        await AskAboutShiftsAsync(import, cancel);
    }

    public override async Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel)
    {
        // Open stays end before new ones begin: the constraint looks at every statement.
        await import.ExecuteAsync(
            """
            select import.end_placements(array_agg(k.id order by k.number), array_agg(s.until order by k.number))
            from import_known k join import_rows s on s.number = k.number where k.changes is not null
            """, cancel);
        await import.ExecuteAsync(
            """
            insert into registry.placements (id, apiary_id, beekeeper_id, from_day, until_day, latitude, longitude, entered_latitude, entered_longitude, entered_datum,
                accuracy_m, colonies, plant, place_name, quarantine_certificate)
            select s.id, a.id, a.beekeeper_id, s."from", s.until, s.north, s.east, s.latitude, s.longitude, s.datum, s.accuracy_m, s.colonies, s.plant, s.place_name,
                s.quarantine_certificate
            from import_rows s join registry.apiaries a on a.code = s.apiary where not exists (select from import_known k where k.number = s.number)
            """, cancel);
        await NoteRowsAsync(import, run, cancel);
    }

    /// <summary>One group of colonies is in one place at a time, in the file and with what is stored.</summary>
    private static Task CheckStaysAsync(StagedImport import, CancellationToken cancel) => import.EachAsync(
        $"""
        with stored as materialized (
            select p.* from import.stays_of(array(select distinct apiary from import_rows)) p
        ), stays as materialized (
            select s.number, s.apiary, s."from" as from_day, coalesce(s.until, (select p.until_day from stored p where p.code = s.apiary and p.from_day = s."from")) as until_day
            from import_rows s
            union all
            select null, p.code, p.from_day, p.until_day from stored p
            where not exists (select from import_rows s where s.apiary = p.code and s."from" = p.from_day)
        ), crossed as (
            select distinct c.apiary from (
                select apiary, from_day,
                    max(coalesce(until_day, 'infinity')) over (partition by apiary order by from_day rows between unbounded preceding and 1 preceding) as reach
                from stays) c
            where c.from_day < c.reach
        )
        select f.number, o.from_day, o.until_day from crossed c
        join stays f on f.apiary = c.apiary and f.number is not null
        join stays o on o.apiary = c.apiary and (o.number is null or o.number < f.number) and (o.from_day, o.number) is distinct from (f.from_day, f.number)
            and f.from_day <> o.from_day
            and (f.until_day is null or o.from_day < f.until_day) and (o.until_day is null or f.from_day < o.until_day)
        order by f.number, o.from_day limit {ErrorList.Most}
        """,
        found => import.Refuse(found.GetInt32(0), "from", found.IsDBNull(2)
            ? new Refusal(RegistryRefusal.PlacementStillOpen, null, found.GetFieldValue<DateOnly>(1))
            : new Refusal(RegistryRefusal.PlacementOverlaps, null, found.GetFieldValue<DateOnly>(1), found.GetFieldValue<DateOnly>(2))), cancel);

    /// <summary>What stands outside the county of its registration may follow the flow, or somebody typed a wrong digit.</summary>
    private Task AskAboutCountiesAsync(StagedImport import, CancellationToken cancel) => import.EachAsync(
        $"""
        select s.number, c.code::text from import_rows s join registry.apiaries a on a.code = s.apiary join registry.counties c on c.code = a.county
        where not (s.north between c.latitude_min and c.latitude_max and s.east between c.longitude_min and c.longitude_max)
            and not exists (select from import_known k where k.number = s.number)
        order by s.number limit {ErrorList.Most}
        """,
        found => import.Ask(found.GetInt32(0), "latitude", new Refusal(RegistryRefusal.OutsideCounty, null, _counties[found.GetString(1)])), cancel);

    /// <summary>
    /// Numbers that would mean another stay of the same beekeeper in another datum (<see cref="ShiftRules"/>): a stored one, or an earlier one of the file
    /// while it is not too long. Where the stored one lies is not told.
    /// </summary>
    private static async Task AskAboutShiftsAsync(StagedImport import, CancellationToken cancel)
    {
        await import.ExecuteAsync("create temp table import_shifted (number integer, since date, datum text) on commit drop", cancel);
        await import.ExecuteAsync(
            """
            insert into import_shifted
            select f.number, f.since, f.datum
            from (select array_agg(number) as numbers, array_agg(apiary) as apiaries, array_agg(north::float8) as norths, array_agg(east::float8) as easts,
                    array_agg(datum_1) as datums_1, array_agg(north_1) as norths_1, array_agg(east_1) as easts_1,
                    array_agg(datum_2) as datums_2, array_agg(north_2) as norths_2, array_agg(east_2) as easts_2
                from import_rows s where not exists (select from import_known k where k.number = s.number) group by number / 50000) b
            cross join lateral import.shifted_placements(b.numbers, b.apiaries, b.norths, b.easts, b.datums_1, b.norths_1, b.easts_1, b.datums_2, b.norths_2, b.easts_2, $1, $2) f
            """, cancel, ShiftRules.SamePlaceM, ShiftRules.OtherPlaceM);
        if (import.RowCount <= MostComparedRows)
        {
            await import.ExecuteAsync(
                """
                insert into import_shifted
                select s.number, o."from", case when import.metres(s.north_1, s.east_1, o.north::float8, o.east::float8) <= $1 then s.datum_1 else s.datum_2 end
                from import_rows s join registry.apiaries a on a.code = s.apiary
                join registry.apiaries theirs on theirs.beekeeper_id = a.beekeeper_id
                join import_rows o on o.apiary = theirs.code and o."from" < s."from"
                where not exists (select from import_known k where k.number = s.number)
                    and import.metres(s.north::float8, s.east::float8, o.north::float8, o.east::float8) > $2
                    and least(import.metres(s.north_1, s.east_1, o.north::float8, o.east::float8), import.metres(s.north_2, s.east_2, o.north::float8, o.east::float8)) <= $1
                """, cancel, ShiftRules.SamePlaceM, ShiftRules.OtherPlaceM);
        }

        await import.EachAsync(
            $"select distinct on (number) number, since, datum from import_shifted order by number, since desc limit {ErrorList.Most}",
            found => import.Ask(found.GetInt32(0), "datum", new Refusal(ImportRefusal.LooksShifted, null, Enum.Parse<Datum>(found.GetString(2)).Name(), found.GetFieldValue<DateOnly>(1))), cancel);
    }
}
