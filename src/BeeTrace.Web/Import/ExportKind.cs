using BeeTrace.Core;
using BeeTrace.Core.Access;

namespace BeeTrace.Web.Import;

/// <summary>A table that can be taken out.</summary>
/// <param name="Code">The word in its address.</param>
/// <param name="Sql">
/// Its rows under the actor's own row security. The first columns, as many as there are <paramref name="Columns"/>, make the table; behind them may stand
/// <c>geojson</c>, the geometry on WGS-84.
/// </param>
/// <param name="TellsExactPlaces">Leaves a deed before the first row.</param>
internal sealed record ExportKind(string Code, IReadOnlyList<string> Columns, string Sql, bool TellsExactPlaces = false)
{
    /// <summary>Who takes tables out; what each then finds in them the database decides.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.County, Role.Auditor, Role.Admin, Role.Exporter, Role.Beekeeper];

    public static IReadOnlyList<ExportKind> All { get; } =
    [
        // Identity numbers do not leave by a table.
        new("beekeepers", [.. Names(BeekeeperTable.Columns).Where(name => name != BeekeeperTable.IdentityColumn)],
            """
            select licence_number, name_zh, name_en, kind, phone, address, county, licence_issued_on
            from registry.beekeepers where state in ('Waiting', 'Confirmed') order by licence_number
            """),
        new("apiaries", Names(ApiaryTable.Columns),
            """
            select a.code, b.licence_number, a.name, a.kind, case a.species when 'Cerana' then 'Apis cerana' else 'Apis mellifera' end, a.county, a.registered_on
            from registry.apiaries a left join registry.beekeepers b on b.id = a.beekeeper_id where a.state in ('Waiting', 'Confirmed') order by a.code
            """),
        new("placements", Names(PlacementTable.Columns),
            """
            select apiary, "from", until, latitude, longitude, datum, accuracy_m, colonies, plant, place_name, quarantine_certificate,
                jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(east, north))::text as geojson
            from import.export_placements()
            """, TellsExactPlaces: true),
        new("places", ["apiary", "species", "county", "plant", "since", "colonies", "latitude", "longitude", "degree"],
            """
            select apiary, species, county, plant, since, colonies, round(north::numeric, 7), round(east::numeric, 7), degree,
                jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(round(east::numeric, 7), round(north::numeric, 7)))::text as geojson
            from import.export_places()
            """, TellsExactPlaces: true),
        new("nectar-sources", Names(NectarSourceTable.Columns),
            """
            select code, plant, name, county, entered_datum, st_astext(st_geomfromgeojson(entered_geojson)), area_mu, bloom_from, bloom_to, geojson
            from registry.nectar_sources where closed_on is null order by code
            """),
    ];

    private static string[] Names(IReadOnlyList<ImportColumn> columns) => [.. columns.Select(c => c.Name)];
}
