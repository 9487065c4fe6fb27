using Npgsql;

namespace BeeTrace.Web.Tests.Map;

/// <summary>
/// What the map should be drawn from, counted anew from the history of placements and compared with what is kept. Written
/// apart from the SQL that keeps it, so that the two cannot be wrong together.
/// </summary>
internal static class Recount
{
    private const double HalfWorld = 20037508.342789244;

    /// <summary>Compares kept places and cells with a fresh count on <paramref name="today"/>; yields how many stand.</summary>
    public static async Task<int> ShouldAgreeAsync(string superuser, DateOnly today)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        // One snapshot for all of it, while others go on writing.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var expected = await ExpectedAsync(connection, today);
        var kept = await KeptAsync(connection);

        kept.Keys.Except(expected.Keys).ShouldBeEmpty("nobody is kept who does not stand");
        expected.Keys.Except(kept.Keys).ShouldBeEmpty("everybody who stands is kept");
        foreach (var (apiary, place) in expected)
        {
            var found = kept[apiary];
            (found with { X = 0, Y = 0 }).ShouldBe(place with { X = 0, Y = 0 });
            found.X.ShouldBe(place.X, 1e-6);
            found.Y.ShouldBe(place.Y, 1e-6);
        }

        var cells = await CellsAsync(connection);
        cells.ShouldBe(Cells(kept.Values), ignoreOrder: true);
        return expected.Count;
    }

    /// <summary>The centre of a cell of so many metres around a place, in Web Mercator.</summary>
    public static (double X, double Y) CellCentre(double latitude, double longitude, int metres)
    {
        var rows = metres / 110574.0;
        var row = Math.Floor(latitude / rows);
        var poleward = Math.Max(Math.Abs(row * rows), Math.Abs((row + 1) * rows));
        var columns = metres / (111319.49 * Math.Cos(poleward * Math.PI / 180));
        var middle = (row + 0.5) * rows * Math.PI / 180;
        return ((Math.Floor(longitude / columns) + 0.5) * columns / 180 * HalfWorld, Math.Log(Math.Tan(Math.PI / 4 + middle / 2)) / Math.PI * HalfWorld);
    }

    private static async Task<Dictionary<Guid, Stand>> ExpectedAsync(NpgsqlConnection connection, DateOnly today)
    {
        var keepers = (await RowsAsync(connection, "select id, state from registry.beekeepers", r => (Id: r.GetGuid(0), State: r.GetString(1)))).ToDictionary(r => r.Id, r => r.State);
        var apiaries = await RowsAsync(connection, "select id, beekeeper_id, state, deregistered_on from registry.apiaries",
            r => (Id: r.GetGuid(0), Keeper: r.GetGuid(1), State: r.GetString(2), Closed: r.IsDBNull(3) ? (DateOnly?)null : r.GetFieldValue<DateOnly>(3)));
        var stays = (await RowsAsync(connection, "select id, apiary_id, from_day, until_day, colonies, latitude::float8, longitude::float8 from registry.placements",
            r => (Id: r.GetGuid(0), Apiary: r.GetGuid(1), From: r.GetFieldValue<DateOnly>(2), Until: r.IsDBNull(3) ? DateOnly.MaxValue : r.GetFieldValue<DateOnly>(3),
                Colonies: r.GetInt32(4), Latitude: r.GetDouble(5), Longitude: r.GetDouble(6)))).ToLookup(r => r.Apiary);
        var counts = (await RowsAsync(connection, "select apiary_id, on_day, colonies, recorded_at, id::text from registry.colony_counts",
            r => (Apiary: r.GetGuid(0), On: r.GetFieldValue<DateOnly>(1), Colonies: r.GetInt32(2), At: r.GetFieldValue<DateTimeOffset>(3), Id: r.GetString(4)))).ToLookup(r => r.Apiary);

        string[] living = ["Waiting", "Confirmed"];
        var standing = new Dictionary<Guid, Stand>();
        foreach (var apiary in apiaries.Where(a => living.Contains(a.State) && living.Contains(keepers[a.Keeper]) && !(a.Closed <= today)))
        {
            foreach (var stay in stays[apiary.Id].Where(s => s.From <= today && today < s.Until))
            {
                var counted = counts[apiary.Id].Where(c => c.On >= stay.From && c.On <= today)
                    .OrderBy(c => c.On).ThenBy(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => (int?)c.Colonies).LastOrDefault();
                var (x, y) = CellCentre(stay.Latitude, stay.Longitude, 5000);
                standing.Add(apiary.Id, new Stand(stay.Id, counted ?? stay.Colonies, apiary.State == "Confirmed" && keepers[apiary.Keeper] == "Confirmed", x, y));
            }
        }

        return standing;
    }

    private static async Task<Dictionary<Guid, Stand>> KeptAsync(NpgsqlConnection connection) =>
        (await RowsAsync(connection, "select apiary_id, placement_id, colonies, counts, public.st_x(cell_5km), public.st_y(cell_5km) from registry.current_places",
            r => (Id: r.GetGuid(0), Stand: new Stand(r.GetGuid(1), r.GetInt32(2), r.GetBoolean(3), r.GetDouble(4), r.GetDouble(5))))).ToDictionary(r => r.Id, r => r.Stand);

    private static Task<List<Cell>> CellsAsync(NpgsqlConnection connection) => RowsAsync(
        connection,
        """
        select z, tx, ty, cell, sum(n)::bigint, sum(colonies)::bigint, sum(sx)::bigint, sum(sy)::bigint
        from (select * from registry.grid union all select * from registry.grid_changes) g
        group by z, tx, ty, cell having sum(n) <> 0 or sum(colonies) <> 0 or sum(sx) <> 0 or sum(sy) <> 0
        """,
        r => new Cell(r.GetInt16(0), r.GetInt32(1), r.GetInt32(2), r.GetInt16(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7)));

    private static List<Cell> Cells(IEnumerable<Stand> standing) =>
    [
        .. from place in standing
           where place.Counts
           from zoom in Enumerable.Range(0, 11)
           let across = 1 << (zoom + 3)
           let column = (int)Math.Floor((place.X + HalfWorld) / (2 * HalfWorld) * across)
           let row = (int)Math.Floor((HalfWorld - place.Y) / (2 * HalfWorld) * across)
           group place by (zoom, column, row) into cell
           select new Cell(
               cell.Key.zoom, cell.Key.column / 8, cell.Key.row / 8, cell.Key.row % 8 * 8 + cell.Key.column % 8,
               cell.Count(), cell.Sum(p => (long)p.Colonies), cell.Sum(p => (long)Math.Round(p.X)), cell.Sum(p => (long)Math.Round(p.Y))),
    ];

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    private sealed record Stand(Guid Placement, int Colonies, bool Counts, double X, double Y);

    private sealed record Cell(int Z, int Tx, int Ty, int At, long N, long Colonies, long Sx, long Sy);
}
