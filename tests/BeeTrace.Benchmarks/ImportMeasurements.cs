using System.Diagnostics;
using System.Globalization;
using System.Text;
using BeeTrace.Core.Access;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Import;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Benchmarks;

/// <summary>
/// A million beekeepers from a CSV file, whole: read, checked against each other and the register, written with what is needed to take them back.
/// The baseline is a bare binary COPY of the same rows into the same table, with its indexes and constraints, by a superuser whom row security
/// does not ask.
/// </summary>
internal static class ImportMeasurements
{
    private const string County = "330122";

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
            await WriteAsync(file, 10_000, badEvery: 20);
            var refused = await OnEmptyAsync(cluster, "refused", (_, services) => RefuseAsync(services, file, 500));
            Say($"10,000 rows with 500 bad ones: every mistake named in {refused.TotalSeconds:0.00} s");
            await WriteAsync(file, rows);
            Say($"{rows:N0} rows, {new FileInfo(file).Length / 1024 / 1024} MB of CSV");
            var copy = await OnEmptyAsync(cluster, "copied", (database, _) => CopyAsync(database, rows));
            Say($"bare COPY {copy.TotalSeconds:0.0} s");
            var import = await OnEmptyAsync(cluster, "imported", (_, services) => ImportAsync(services, file, rows));
            Say($"import {import.TotalSeconds:0.0} s: {copy / import * 100:0} % of its speed");
            Process.GetCurrentProcess().Refresh();
            Say($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB");
        }
        finally
        {
            File.Delete(file);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> OnEmptyAsync(PrivateCluster cluster, string name, Func<TemporaryDatabase, IServiceProvider, Task> work)
    {
        await using var database = await cluster.CreateDatabaseAsync(name);
        await Migrator.MigrateAsync(database.OwnerConnectionString);
        var settings = new Settings("http://127.0.0.1:0", "/nonexistent", Demo: false, null, null, "https://beetrace.test");
        await using var services = new ServiceCollection().AddLogging()
            .AddBeeTrace(settings, new DataConnections(database.AppConnectionString, null)).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SeedService>().EnsureReferenceAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await work(database, services);
        return watch.Elapsed;
    }

    private static async Task ImportAsync(IServiceProvider services, string file, int rows)
    {
        var table = new ImportTable("beekeepers", "bench.csv", TableFile.OnDisk(file)) { Limits = TableLimits.Console };
        var done = await services.GetRequiredService<ImportService>().ImportAsync(table, Actor.System);
        if (done.Added != rows)
            throw new InvalidOperationException($"{done.Added} rows were added: {string.Join('\n', done.Errors.Take(3).Select(e => ImportText.Line("bench", e)))}");
    }

    private static async Task RefuseAsync(IServiceProvider services, string file, int bad)
    {
        var table = new ImportTable("beekeepers", "bench.csv", TableFile.OnDisk(file)) { Limits = TableLimits.Console };
        var done = await services.GetRequiredService<ImportService>().ImportAsync(table, Actor.System);
        if (done.Errors.Count != bad || done.Added != 0)
            throw new InvalidOperationException($"{done.Errors.Count} mistakes were found, {done.Added} rows added.");
    }

    private static async Task CopyAsync(TemporaryDatabase database, int rows)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy registry.beekeepers (id, licence_number, name_zh, name_en, kind, phone, address, county, licence_issued_on, licence_expires_on, state, shows_name)
            from stdin (format binary)
            """);
        for (var i = 0; i < rows; i++)
        {
            var row = RowOf(i);
            await copy.StartRowAsync();
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            foreach (var text in new[] { row.Licence, row.Name, row.NameEn, "Individual", row.Phone, row.Address, County })
                await copy.WriteAsync(text, NpgsqlDbType.Text);
            await copy.WriteAsync(row.Issued, NpgsqlDbType.Date);
            await copy.WriteAsync(row.Issued.AddYears(3), NpgsqlDbType.Date);
            await copy.WriteAsync("Confirmed", NpgsqlDbType.Text);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean);
        }

        await copy.CompleteAsync();
    }

    private static async Task WriteAsync(string file, int rows, int? badEvery = null)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteLineAsync("licence_no,name_zh,name_en,kind,phone,address,county,licence_issued");
        for (var i = 0; i < rows; i++)
        {
            var row = RowOf(i);
            if (badEvery is { } every && i % every == 0)
                row.Name = "";
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{row.Licence},{row.Name},{row.NameEn},Individual,{row.Phone},{row.Address},{County},{row.Issued:yyyy-MM-dd}"));
        }
    }

    /// <summary>Licence numbers in no order, as a province's counties bring them.</summary>
    private static (string Licence, string Name, string NameEn, string Phone, string Address, DateOnly Issued) RowOf(int i)
    {
        var mixed = (uint)i * 2654435761u;
        return (
            string.Create(CultureInfo.InvariantCulture, $"B-{mixed:0000000000}"), $"试验养蜂人{i}", $"Beekeeper {i}",
            string.Create(CultureInfo.InvariantCulture, $"1{mixed % 10_000_000_000:0000000000}"), $"浙江省桐庐县{i % 97}村{i % 31}号", new DateOnly(2024, 1, 1).AddDays(i % 700));
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
