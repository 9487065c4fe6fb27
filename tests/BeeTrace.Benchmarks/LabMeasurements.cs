using System.Diagnostics;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BeeTrace.Benchmarks;

/// <summary>
/// A laboratory after many years, all of it invented: samples with ten readings each, 28 firms. Saving at the bench, finding a sample, and
/// pass rates against a count of the samples themselves.
/// </summary>
internal static class LabMeasurements
{
    private const int Rounds = 40;
    private static readonly string[] Markets = ["CN", "EU", "JP"];
    private static readonly Actor Analyst = new(AccountId.New(), "analyst", Role.Analyst);
    private static readonly Actor Reviewer = new(AccountId.New(), "reviewer", Role.Reviewer);
    private static readonly Actor Sampler = new(AccountId.New(), "sampler", Role.Sampler);

    /// <summary>Counties, years and samples of what is invented.</summary>
    private sealed record Invented(int Samples, DateOnly From, int Days, string[] Counties)
    {
        public static Invented Laboratory(int samples) => new(samples, new DateOnly(2017, 1, 1), 3600, ["330122"]);

        /// <summary>Twelve years and five counties, ten readings a sample.</summary>
        public static Invented Readings(int readings) => new(readings / 10, new DateOnly(2015, 1, 1), 4300, ["330122", "330127", "330182", "330109", "330102"]);
    }

    public static Task RunAsync(int samples) => OnAsync(Invented.Laboratory(samples), async (services, super, invented) =>
    {
        await SearchAsync(services.GetRequiredService<SampleQueries>());
        await DrawAsync(services.GetRequiredService<SampleService>(), super);
        await EnterAsync(services, super);
        await RatesAsync(services.GetRequiredService<PassRateQueries>(), super, invented);
    });

    /// <summary>The figures alone, over as many readings as are asked for.</summary>
    public static Task RunRatesAsync(int readings) => OnAsync(
        Invented.Readings(readings), (services, super, invented) => RatesAsync(services.GetRequiredService<PassRateQueries>(), super, invented));

    private static async Task OnAsync(Invented invented, Func<ServiceProvider, NpgsqlConnection, Invented, Task> measure)
    {
        var folder = $"/var/tmp/beetrace-bench-{Guid.NewGuid():N}";
        try
        {
            await using var cluster = await PrivateCluster.StartAsync(new PrivateClusterSettings
            {
                Home = Path.Combine(folder, "home"), FallbackFolder = Path.Combine(folder, "fallback"), Durable = true, MaxConnections = 20,
            });
            await using var database = await cluster.CreateDatabaseAsync("laboratory");
            await Migrator.MigrateAsync(database.OwnerConnectionString);
            var settings = new Settings("http://127.0.0.1:0", "/nonexistent", Demo: false, null, null, "https://beetrace.test");
            await using var services = new ServiceCollection().AddLogging()
                .AddBeeTrace(settings, new DataConnections(database.AppConnectionString, null)).BuildServiceProvider();
            await using (var scope = services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<SeedService>().EnsureReferenceAsync(CancellationToken.None);
            await using var super = new NpgsqlConnection(database.SuperuserConnectionString);
            await super.OpenAsync();
            await Measure.TimeAsync($"filled with {invented.Samples} samples of ten readings", () => FillAsync(super, invented));
            await measure(services, super, invented);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(NpgsqlConnection super, Invented invented)
    {
        var (samples, from, days, counties) = invented;
        // Codes bear a check character, which SQL does not know.
        await RunAsync(super, "create temporary table c (n integer, sample text, lot text)");
        await using (var copy = await super.BeginBinaryImportAsync("copy c from stdin (format binary)"))
        {
            for (var n = 1; n <= samples; n++)
            {
                var year = from.AddDays((int)((long)n * days / samples)).Year;
                await copy.StartRowAsync();
                await copy.WriteAsync(n);
                await copy.WriteAsync(SampleCode.Create(year, 1 + (n % 90_000)).ToString());
                await copy.WriteAsync(LotCode.Create(year, 1 + (n % 90_000)).ToString());
            }

            await copy.CompleteAsync();
        }

        await RunAsync(super,
        $"""
        set session_replication_role = replica;
        create temporary table f as select gen_random_uuid() as id, n from generate_series(1, 28) n;
        insert into registry.firms (id, credit_code, name_zh, name_en, kind, county)
            select id, lpad(n::text, 18, '9'), '试验蜂业' || n || '号有限公司', 'Bench Firm ' || n, 'Processing', '330122' from f;
        create temporary table s as
            select gen_random_uuid() as id, gen_random_uuid() as lot, n, date '{from:yyyy-MM-dd}' + (n::bigint * {days} / {samples})::integer as day, (string_to_array('{string.Join(',', counties)}', ','))[1 + n % {counties.Length}] as county,
                   (array['HONEY', 'RJ_FRESH', 'RJ_POWDER'])[1 + n % 3] as product, case when n % 97 = 0 then 'Fail' else 'Pass' end as verdict,
                   (select id from f where f.n = 1 + s.n % 28) as firm
            from generate_series(1, {samples}) s (n);
        insert into trace.lots (id, code, firm_id, apiary_id, placement_id, beekeeper_id, product, mass_kg, harvested_on, species, recorded_at)
            select s.lot, c.lot, firm, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), product, 10, day, 'Mellifera', day from s join c using (n);
        insert into lab.samples (id, code, lot_id, firm_id, product, county, basis, drawn_on, drawn_by, received_on, status, verdict)
            select id, c.sample, s.lot, firm, product, county, 'RandomSurveillance', day, gen_random_uuid(), day, 'Approved', verdict from s join c using (n);
        insert into lab.readings (id, sample_id, analyte, text, kind, value, unit, entered_by, entered_at)
            select gen_random_uuid(), s.id, a.code, '1.5', 'Numeric', 1.5, a.unit, gen_random_uuid(), s.day
            from s cross join (select code, unit from lab.analytes order by sort limit 10) a;
        insert into lab.evaluations (id, sample_id, market, profile_version, rule, verdict, evaluated_at, evaluated_by)
            select id, id, 'CN', 'CN-2020.1', 'CnFull', verdict, day, gen_random_uuid() from s;
        insert into lab.evaluation_items (evaluation_id, analyte, reading_zh, reading_en, unit, verdict, rule, judged_value, printed_value, verified)
            select s.id, a.code, '1.5', '1.5', a.unit, s.verdict, 'CnFull', '1.5', '1.5', true from s cross join (select code, unit from lab.analytes order by sort limit 10) a;
        select lab.recount_rates();
        set session_replication_role = origin;
        analyze;
        """);
    }

    private static async Task SearchAsync(SampleQueries queries)
    {
        SampleFilter[] filters =
        [
            new(), new(Text: "蜂业7号"), new(Text: "Firm 12"), new(Text: "S20-0"), new(Text: "蜂王浆"), new(Text: "L19-04"), new(Text: "no such"), new(Year: 2021), new(Product: "HONEY"),
            new(Verdict: Verdict.Fail), new(Analyte: "SUCROSE"), new(Verdict: Verdict.Fail, Product: "RJ_FRESH", Text: "3号"), new(Page: 400), new(Status: SampleStatus.Testing),
        ];
        var all = new List<double>();
        foreach (var filter in filters)
        {
            await queries.ListAsync(filter, Reviewer);
            var times = new List<double>();
            for (var round = 0; round < 7; round++)
                times.Add(await MillisecondsAsync(() => queries.ListAsync(filter, Reviewer)));
            all.AddRange(times);
            Measure.Say($"search {filter.Text ?? filter.Product ?? filter.Analyte ?? filter.Verdict?.ToString() ?? filter.Year?.ToString() ?? filter.Status?.ToString() ?? $"page {filter.Page}"}: median {Measure.Part(times, 0.5):0.0} ms");
        }

        Measure.Say($"search in all: p95 {Measure.Part(all, 0.95):0.0} ms");
    }

    /// <summary>Ten samples drawn one after the other, each with its number and its deed, as a sampler at a store does.</summary>
    private static async Task DrawAsync(SampleService samples, NpgsqlConnection super)
    {
        var lots = new List<string>();
        await using (var read = new NpgsqlCommand("select code from trace.lots order by code limit 10", super))
        await using (var reader = await read.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                lots.Add(reader.GetString(0));
        }

        var today = ChinaTime.DayOf(TimeProvider.System.GetUtcNow());
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await MillisecondsAsync(async () =>
            {
                foreach (var lot in lots)
                    _ = (await samples.DrawAsync(new DrawSample(SampleId.New(), lot, SamplingBasis.Targeted, null, today), Sampler)).Value;
            }));
        }

        Measure.Say($"{lots.Count} samples drawn: p50 {Measure.Part(times, 0.5):0} ms, p95 {Measure.Part(times, 0.95):0} ms");
    }

    /// <summary>Saved, judged under three markets, deeds and all; the baseline is as many bare inserts in one transaction.</summary>
    private static async Task EnterAsync(IServiceProvider services, NpgsqlConnection super)
    {
        await RunAsync(super,
            """
            set session_replication_role = replica;
            insert into lab.analytes (code, name_zh, name_en, unit, decimals, nature, sort, source_mark)
                select 'BENCH_' || n, '试验项目' || n, 'Bench ' || n, 'mg/kg', 2, 'Measured', 5000 + n, 'K' from generate_series(1, 184) n;
            insert into lab.samples (id, code, lot_id, firm_id, product, county, basis, drawn_on, drawn_by, received_on, status)
                select gen_random_uuid(), 'S26-' || lpad((99000 + s.rank)::text, 5, '0') || '-0', lot_id, firm_id, product, county, basis, drawn_on, drawn_by, received_on, 'Received'
                from (select s.*, row_number() over () as rank from lab.samples s where product = 'HONEY' order by drawn_on desc limit 200) s;
            """);
        await RunAsync(super, "set session_replication_role = origin; analyze lab.samples");
        // Codes bear a check character, which SQL does not know.
        var codes = Enumerable.Range(99001, 200).Select(n => SampleCode.Create(2026, n)).ToList();
        foreach (var (index, code) in codes.Index())
            await RunAsync(super, $"set session_replication_role = replica; update lab.samples set code = '{code}' where code = 'S26-{99001 + index:00000}-0'; set session_replication_role = origin");

        var sheet = services.GetRequiredService<SheetService>();
        foreach (var count in new[] { 50, 184 })
        {
            var times = new List<double>();
            foreach (var code in codes.Skip(count == 50 ? 0 : 100).Take(Rounds))
            {
                var cells = Enumerable.Range(1, count).Select(n => new EnterCell(ReadingId.New(), $"BENCH_{n}", "0.42")).ToList();
                times.Add(await MillisecondsAsync(async () =>
                {
                    var answer = (await sheet.EnterAsync(new EnterRow(code, cells), Markets, Analyst)).Value;
                    if (answer.Cells.Any(cell => !cell.IsSaved) || answer.Markets.Count != Markets.Length)
                        throw new InvalidOperationException("Not every cell was saved and judged.");
                }));
            }

            var bare = new List<double>();
            await RunAsync(super, "create table if not exists public.bare (like lab.readings including indexes)");
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(await MillisecondsAsync(() => RunAsync(super,
                    $"""
                    insert into public.bare (id, sample_id, analyte, text, kind, value, unit, entered_by, entered_at)
                    select gen_random_uuid(), gen_random_uuid(), 'A' || n, '0.42', 'Numeric', 0.42, 'mg/kg', gen_random_uuid(), now() from generate_series(1, {count}) n
                    """)));
            }

            Measure.Say($"{count} readings at the bench: p50 {Measure.Part(times, 0.5):0} ms, p95 {Measure.Part(times, 0.95):0} ms; {count} bare inserts p50 {Measure.Part(bare, 0.5):0.0} ms");
        }
    }

    private static async Task RatesAsync(PassRateQueries queries, NpgsqlConnection super, Invented invented)
    {
        var times = new List<double>();
        var (broken, counted) = (new List<double>(), new List<double>());
        for (var year = invented.From.Year; year <= invented.From.AddDays(invented.Days).Year; year++)
        {
            foreach (var product in new[] { null, "HONEY", "RJ" })
            {
                foreach (var county in invented.Counties)
                {
                    var scope = PassRateScope.OfYear(year) with { Product = product, County = county };
                    foreach (var kind in Enum.GetValues<RateKind>())
                        times.Add(await MillisecondsAsync(() => queries.CountAsync(scope, kind, Actor.Public)));
                    var days = new PassRateScope(new DateOnly(year, 3, 10), new DateOnly(year, 11, 20)) with { Product = product, County = county };
                    broken.Add(await MillisecondsAsync(() => queries.CountAsync(days, RateKind.Batch, Actor.Public)));
                }
            }

            counted.Add(await MillisecondsAsync(() => RunAsync(super,
                $"select i.verdict, count(*) from lab.samples s join lab.evaluations e on e.sample_id = s.id join lab.evaluation_items i on i.evaluation_id = e.id where s.drawn_on between '{year}-01-01' and '{year}-12-31' group by 1")));
        }

        Measure.Say($"pass rates, year x product x county x kind: p50 {Measure.Part(times, 0.5):0.0} ms, p95 {Measure.Part(times, 0.95):0.0} ms; 10 March to 20 November p95 {Measure.Part(broken, 0.95):0.0} ms; a year's tests counted from the rows p50 {Measure.Part(counted, 0.5):0.0} ms");
    }

    private static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync();
    }
}
