using System.Diagnostics;
using System.Globalization;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Import;
using BeeTrace.Web.Trade;
using DuckDB.NET.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using static BeeTrace.Benchmarks.Measure;

namespace BeeTrace.Benchmarks;

/// <summary>
/// Twenty years of 500 firms' declarations: figures from the sums that the database keeps, figures asked ad hoc, and a table of them taken in.
/// Baselines: DuckDB on the same rows in the same run; a bare binary COPY into the same table without its triggers.
/// </summary>
internal static class TradeMeasurements
{
    private const int Firms = 500;
    private static readonly string[] Products = ["HONEY", "RJ_FRESH", "RJ_POWDER", "POLLEN", "BEESWAX"];
    private static readonly string[] Destinations = ["JP", "DE", "US", "FR", "AU", "KR", "GB", "ES", "CA", "IT", "SA", "SG", "TH", "BE", "PL", "NL", "CH", "MY", "VN", "AE"];

    public static async Task RunAsync(int rows)
    {
        var folder = $"/var/tmp/beetrace-bench-{Guid.NewGuid():N}";
        var file = Path.Combine(Path.GetTempPath(), $"beetrace-bench-{Guid.NewGuid():N}.csv");
        try
        {
            await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings
            {
                Home = Path.Combine(folder, "home"), FallbackFolder = Path.Combine(folder, "fallback"), Durable = true, MaxConnections = 20,
            });
            await FiguresAsync(cluster, rows);
            await ImportAsync(cluster, file, rows / 5);
        }
        finally
        {
            File.Delete(file);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FiguresAsync(PrivateCluster cluster, int rows)
    {
        await using var database = await cluster.CreateDatabaseAsync("figures");
        await using var services = await ServicesAsync(database);
        await TimeAsync($"{rows:N0} declarations, sums kept", () => CopyAsync(database, rows, withTriggers: true, firstYear: 2007));
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        Fill(duck, rows);
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync(connection, "select set_config('beetrace.role', 'county', true), set_config('beetrace.account', '00000000-0000-0000-0000-000000000001', true)");

        var chance = new Random(7);
        string Year() => (2007 + chance.Next(20)).ToString(CultureInfo.InvariantCulture);
        string Product() => Products[chance.Next(Products.Length)];
        string Destination() => Destinations[chance.Next(Destinations.Length)];
        await CompareAsync("year x product x destination", connection, duck,
            () => (Year(), Product(), Destination()),
            q => $"select sum(net_kg), sum(value_usd) from trade.export_years where year = {q.Item1} and product = '{q.Item2}' and destination = '{q.Item3}'",
            q => $"select sum(net_kg), sum(value_usd) from declarations where year(declared_on) = {q.Item1} and product = '{q.Item2}' and destination = '{q.Item3}'");
        await CompareAsync("table of a year, product by destination", connection, duck,
            () => Year(),
            y => $"select product, destination, sum(net_kg), sum(value_usd) from trade.export_years where year = {y} group by 1, 2",
            y => $"select product, destination, sum(net_kg), sum(value_usd) from declarations where year(declared_on) = {y} group by 1, 2");
        await CompareAsync("ad hoc: product, days, one source place", connection, duck,
            () => (Year(), Product()),
            q => $"select destination, sum(net_kg), sum(value_usd) from trade.declarations where product = '{q.Item2}' and declared_on between '{q.Item1}-03-10' and '{q.Item1}-09-20' and source_place = '330182' and superseded_by is null and not is_void group by 1",
            q => $"select destination, sum(net_kg), sum(value_usd) from declarations where product = '{q.Item2}' and declared_on between '{q.Item1}-03-10' and '{q.Item1}-09-20' and source_place = '330182' group by 1");
        await transaction.RollbackAsync();

        var exports = services.GetRequiredService<ExportQueries>();
        foreach (var (name, actor) in new[] { ("officer", Actor.System), ("public", Actor.Public) })
        {
            var watch = Stopwatch.StartNew();
            await exports.FigureAsync(ExportQueries.MassOf("RJ"), FigurePeriod.OfYear(2015), actor);
            var first = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            await exports.FigureAsync(ExportQueries.MassOf("RJ"), FigurePeriod.OfYear(2015), actor);
            Say($"whole figure with tables, {name}: first {first:0} ms, then {watch.Elapsed.TotalMilliseconds:0} ms");
        }
    }

    private static async Task ImportAsync(PrivateCluster cluster, string file, int rows)
    {
        await WriteAsync(file, rows);
        TimeSpan copy, import;
        await using (var database = await cluster.CreateDatabaseAsync("copied"))
        {
            await using var services = await ServicesAsync(database);
            copy = await TimeAsync($"bare COPY of {rows:N0}", () => CopyAsync(database, rows, withTriggers: false, firstYear: 2022));
        }

        await using (var database = await cluster.CreateDatabaseAsync("imported"))
        {
            await using var services = await ServicesAsync(database);
            import = await TimeAsync($"import of {rows:N0}", async () =>
            {
                var done = await services.GetRequiredService<ImportService>().ImportAsync(new ImportTable("declarations", "bench.csv", TableFile.OnDisk(file)) { Limits = TableLimits.Console }, Actor.System);
                if (done.Added != rows)
                    throw new InvalidOperationException($"{done.Added} rows were added: {string.Join('\n', done.Errors.Take(3).Select(e => ImportText.Line("bench", e)))}");
            });
        }

        Say($"import at {copy / import:0.00} of the COPY");
    }

    private static async Task CompareAsync<T>(string what, NpgsqlConnection postgres, DuckDBConnection duck, Func<T> question, Func<T, string> ours, Func<T, string> theirs)
    {
        const int Times = 60;
        var (mine, other) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times + 5; i++)
        {
            var q = question();
            var watch = Stopwatch.StartNew();
            var (count, sum) = await SumAsync(postgres, ours(q));
            var spent = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var (duckCount, duckSum) = Sum(duck, theirs(q));
            if (i >= 5)
            {
                mine.Add(spent);
                other.Add(watch.Elapsed.TotalMilliseconds);
            }

            if (count != duckCount || sum != duckSum)
                throw new InvalidOperationException($"{what}: {sum} of {count} rows, DuckDB {duckSum} of {duckCount}.");
        }

        Say($"{what}: p50 {Part(mine, 0.5):0.00} ms, p95 {Part(mine, 0.95):0.00} ms; DuckDB p50 {Part(other, 0.5):0.00} ms: {Part(other, 0.5) / Part(mine, 0.5):0.0} x");
    }

    private static async Task<(int, decimal)> SumAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var (count, sum) = (0, 0m);
        while (await reader.ReadAsync())
        {
            count++;
            sum += await reader.IsDBNullAsync(reader.FieldCount - 2) ? 0 : reader.GetDecimal(reader.FieldCount - 2);
        }

        return (count, sum);
    }

    private static (int, decimal) Sum(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var (count, sum) = (0, 0m);
        while (reader.Read())
        {
            count++;
            sum += reader.IsDBNull(reader.FieldCount - 2) ? 0 : Convert.ToDecimal(reader.GetValue(reader.FieldCount - 2), CultureInfo.InvariantCulture);
        }

        return (count, sum);
    }

    private static async Task<ServiceProvider> ServicesAsync(TemporaryDatabase database)
    {
        await Migrator.MigrateAsync(database.OwnerConnectionString);
        var settings = new Settings("http://127.0.0.1:0", "/nonexistent", Demo: false, null, null, "https://beetrace.test");
        var services = new ServiceCollection().AddLogging().AddBeeTrace(settings, new DataConnections(database.AppConnectionString, null)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedService>().EnsureReferenceAsync(CancellationToken.None);
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        for (var firm = 0; firm < Firms; firm++)
            await RunAsync(connection, $"insert into registry.firms (id, credit_code, name_zh, name_en, kind, county) values ('{FirmOf(firm)}', '{CreditOf(firm)}', '企业 {firm}', 'Firm {firm}', 'Processing', '330122')");
        return services;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task CopyAsync(TemporaryDatabase database, int rows, bool withTriggers, int firstYear)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString + ";Command Timeout=900");
        await connection.OpenAsync();
        if (!withTriggers)
            await RunAsync(connection, "alter table trade.declarations disable trigger user");
        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            copy trade.declarations (id, number, item, version, firm_id, declared_on, product, hs_code, destination, trade_mode, registered_place, source_place, net_kg, value_usd, is_void, recorded_by, recorded_at)
            from stdin (format binary)
            """))
        {
            copy.Timeout = TimeSpan.FromMinutes(15);
            foreach (var row in RowsOf(rows, firstYear))
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                await copy.WriteAsync(row.Number, NpgsqlDbType.Text);
                await copy.WriteAsync(1, NpgsqlDbType.Integer);
                await copy.WriteAsync(1, NpgsqlDbType.Integer);
                await copy.WriteAsync(FirmOf(row.Firm), NpgsqlDbType.Uuid);
                await copy.WriteAsync(row.Day, NpgsqlDbType.Date);
                foreach (var text in new[] { row.Product, HsOf(row.Product), row.Destination, "General", "330122", row.Source })
                    await copy.WriteAsync(text, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Kg, NpgsqlDbType.Numeric);
                await copy.WriteAsync(row.Usd, NpgsqlDbType.Numeric);
                await copy.WriteAsync(false, NpgsqlDbType.Boolean);
                await copy.WriteAsync(Guid.Empty, NpgsqlDbType.Uuid);
                await copy.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
            }

            await copy.CompleteAsync();
        }

        await RunAsync(connection, "analyze trade.declarations, trade.export_years, trade.export_firm_months, trade.export_firm_years");
    }

    private static void Fill(DuckDBConnection duck, int rows)
    {
        using (var create = duck.CreateCommand())
        {
            create.CommandText = "create table declarations (declared_on date, product varchar, destination varchar, source_place varchar, net_kg decimal(18, 6), value_usd decimal(18, 2))";
            create.ExecuteNonQuery();
        }

        using var appender = duck.CreateAppender("declarations");
        foreach (var row in RowsOf(rows, 2007))
            appender.CreateRow().AppendValue(row.Day).AppendValue(row.Product).AppendValue(row.Destination).AppendValue(row.Source).AppendValue(row.Kg).AppendValue(row.Usd).EndRow();
    }

    private static async Task WriteAsync(string file, int rows)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("declaration,item,firm_uscc,declared_on,product,hs_code,destination,trade_mode,registered_place,source_place,net_kg,value_usd");
        foreach (var r in RowsOf(rows, 2022))
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{r.Number},1,{CreditOf(r.Firm)},{r.Day:yyyy-MM-dd},{r.Product},{HsOf(r.Product)},{r.Destination},General,330122,{r.Source},{r.Kg},{r.Usd}"));
    }

    /// <summary>The same rows for the same number: a firm sends two of the products to five of the destinations.</summary>
    private static IEnumerable<Row> RowsOf(int rows, int firstYear)
    {
        var chance = new Random(20261128);
        var days = new DateOnly(2026, 10, 31).DayNumber - new DateOnly(firstYear, 1, 1).DayNumber;
        for (var i = 0; i < rows; i++)
        {
            var firm = chance.Next(Firms);
            var product = Products[(firm + (chance.Next(3) == 0 ? 1 : 0)) % Products.Length];
            var destination = Destinations[(firm + chance.Next(5)) % Destinations.Length];
            var kg = chance.Next(1, 200_000) / 10m;
            yield return new Row(
                $"{i + 1:D18}", firm, new DateOnly(firstYear, 1, 1).AddDays(chance.Next(days)), product, destination, chance.Next(8) == 0 ? "330182" : "330122", kg, Math.Round(kg * 3.1m, 2));
        }
    }

    private static string HsOf(string product) => product switch
    {
        "HONEY" => "0409000000",
        "RJ_FRESH" => "0410902100",
        "RJ_POWDER" => "0410902200",
        "POLLEN" => "0410902300",
        _ => "1521901000",
    };

    private static Guid FirmOf(int firm) => new(firm + 1, 0, 0, new byte[8]);

    private static string CreditOf(int firm) => $"BENCH{firm:D13}";

    private sealed record Row(string Number, int Firm, DateOnly Day, string Product, string Destination, string Source, decimal Kg, decimal Usd);
}
