using System.Diagnostics;
using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Map;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Benchmarks;

/// <summary>How long "who stands within 3 km of this field" takes among a million apiaries, with the deed that it leaves.</summary>
internal static class QuestionMeasurements
{
    private const int Questions = 400;

    /// <summary>The best of these tells what a question costs where others use the machine too; the first is what a person waits for.</summary>
    private const int Repeats = 3;

    /// <param name="folder">Keeps the filled cluster between runs.</param>
    public static async Task RunAsync(string folder)
    {
        await using var cluster = await NationalRegister.StartAsync(folder);
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        await using var source = NpgsqlDataSource.Create(cluster.AppConnectionString);
        options.UseNpgsql(source).UseSnakeCaseNamingConvention();
        var queries = new QuestionQueries(new Database(options.Options, TimeProvider.System));
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnectionString);
        await connection.OpenAsync();
        await using (var kept = new NpgsqlCommand("set beetrace.role = 'system'; select registry.settle_day(); analyze registry.current_places", connection) { CommandTimeout = 0 })
            await kept.ExecuteNonQueryAsync();
        foreach (var metres in new[] { NoticeRules.GroundSprayingM, NoticeRules.AerialSprayingM })
        {
            var places = await PlacesAsync(connection);
            await MeasureAsync(connection, places, metres);
            await MeasureAsync(queries, places, metres);
        }
    }

    /// <summary>The question alone, as the database answers it.</summary>
    private static async Task MeasureAsync(NpgsqlConnection connection, List<string> places, int metres)
    {
        var (first, best) = (new List<double>(), new List<double>());
        foreach (var place in places)
        {
            var (latitude, longitude) = (place.Split(',')[0], place.Split(',')[1]);
            await using var ask = new NpgsqlCommand("select count(*) from map.within($1, $2)", connection)
            {
                Parameters = { new() { Value = $$"""{"type":"Point","coordinates":[{{longitude}},{{latitude}}]}""" }, new() { Value = metres } },
            };
            var times = new List<double>();
            for (var i = 0; i < Repeats; i++)
            {
                var watch = Stopwatch.GetTimestamp();
                await ask.ExecuteScalarAsync();
                times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            }

            first.Add(times[0]);
            best.Add(times.Min());
        }

        Measure.Say(
            $"within {metres} m, in the database: first p50 {Measure.Part(first, 0.5):0.0}  p95 {Measure.Part(first, 0.95):0.0}, best of {Repeats} p50 {Measure.Part(best, 0.5):0.0}  p95 {Measure.Part(best, 0.95):0.0} ms (goal 5)");
    }

    /// <summary>The same as an officer asks it: transaction, names, telephones and the deed.</summary>
    private static async Task MeasureAsync(QuestionQueries queries, List<string> places, int metres)
    {
        var times = new List<double>();
        var found = 0;
        foreach (var place in places)
        {
            var officer = new Actor(AccountId.New(), "officer", Role.County, null, null);
            var watch = Stopwatch.GetTimestamp();
            found += (await queries.AskAsync(new PlaceQuestion(place, Datum.Wgs84, metres), officer)).Value.Near.Count;
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        times.RemoveAt(0);
        Measure.Say($"within {metres} m, with its deed: p50 {Measure.Part(times, 0.5):0.0}  p95 {Measure.Part(times, 0.95):0.0} ms; {(double)found / places.Count:0.0} apiaries found on average");
    }

    /// <summary>Fields beside apiaries picked by chance, so that full places are asked for more often.</summary>
    private static async Task<List<string>> PlacesAsync(NpgsqlConnection connection)
    {
        var places = new List<string>();
        await using var pick = new NpgsqlCommand(
            $"select latitude + 0.005, longitude + 0.005 from registry.placements tablesample system (1) repeatable (330122) limit {Questions}", connection);
        await using var rows = await pick.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            places.Add(string.Create(CultureInfo.InvariantCulture, $"{rows.GetDecimal(0)}, {rows.GetDecimal(1)}"));
        return places;
    }
}
