using System.Globalization;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Tests.Data;
using Npgsql;

namespace BeeTrace.Web.Tests.Map;

/// <summary>
/// Every table that the app may read and every function that it may call, of whichever feature and whoever adds the next: nobody gets
/// out of them where the planted apiary stands, but its beekeeper, and, against a deed in the same transaction, who may know.
/// </summary>
public sealed class PrivacyInTheDatabaseTests(PlantedCounty county) : IClassFixture<PlantedCounty>
{
    private const string Schemas = "('access', 'registry', 'trace', 'lab', 'certificates', 'trade', 'map', 'import')";

    private const int DeepestTile = 14;

    /// <summary>Most ways in which one function is called for one person.</summary>
    private const int MostCalls = 120;

    [Fact]
    public async Task No_table_tells_the_place_to_anybody_but_its_beekeeper()
    {
        var tables = await TablesAsync();
        tables.Count.ShouldBeGreaterThan(40);
        var leaks = new List<string>();
        foreach (var (name, actor, _, tooMuch) in county.Everybody())
        {
            await using var session = await OpenAsync(actor);
            foreach (var table in tables)
            {
                if (county.Place.FindIn(await AnswerAsync(session, $"select row_to_json(t)::text from {table} t"), tooMuch) is { } leak)
                    leaks.Add($"{name} reads {table}: {leak}");
            }
        }

        leaks.ShouldBeEmpty();
        await using var owner = await OpenAsync(county.Owner);
        county.Place.FindIn(await AnswerAsync(owner, "select row_to_json(t)::text from registry.placements t"), andKilometre: false)
            .ShouldNotBeNull("its beekeeper does know the place, so the search finds what is there");
    }

    [Fact]
    public async Task No_function_tells_the_place_without_right_and_deed()
    {
        var functions = await FunctionsAsync();
        functions.Count.ShouldBeGreaterThan(15);
        var leaks = new List<string>();
        var exact = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, actor, mayKnow, tooMuch) in county.Everybody())
        {
            foreach (var function in functions)
            {
                if (await FirstLeakAsync(function, actor, mayKnow, tooMuch) is not { } found)
                    continue;
                if (found.IsWithRightAndDeed)
                    exact.Add(function.Name);
                else
                    leaks.Add($"{name} calls {function.Name}({string.Join(", ", found.Arguments)}): {found.What}");
            }
        }

        leaks.ShouldBeEmpty();
        exact.ShouldContain("registry.exact_places", "officers do get the exact place here, so the calls reach what is there");
        exact.ShouldContain("map.exact_tile");
    }

    /// <summary>A function of the catalogue that answers something.</summary>
    private sealed record Function(string Name, bool IsTile, IReadOnlyList<(string Name, string Type)> Arguments);

    /// <summary>The first answer that tells the place; one without right or deed goes before those with both.</summary>
    private async Task<(bool IsWithRightAndDeed, object[] Arguments, string What)?> FirstLeakAsync(Function function, Actor actor, bool mayKnow, bool tooMuch)
    {
        (bool, object[], string)? allowed = null;
        var session = await OpenAsync(actor);
        try
        {
            foreach (var arguments in Calls(function))
            {
                await session.MarkAsync();
                try
                {
                    if (await FindAsync(session, function, arguments, tooMuch) is { } told)
                    {
                        if (!mayKnow || await session.CountAsync(
                            "access.deeds where deed = 'location-read' and actor_id = $1 and new::text like '%' || $2 || '%'",
                            actor.Account.Value, county.Apiary.ToString()) == 0)
                            return (false, arguments, told);
                        allowed = (true, arguments, told);
                    }

                    await session.GoBackAsync();
                }
                catch (PostgresException e)
                {
                    // What a refusal says is told, too. Some errors break the line, so that another session goes on.
                    await session.DisposeAsync();
                    session = await OpenAsync(actor);
                    if (county.Place.FindIn($"{e.MessageText}\n{e.Detail}\n{e.Hint}\n{e.Where}", tooMuch) is { } told)
                        return (false, arguments, told);
                }
            }
        }
        finally
        {
            await session.DisposeAsync();
        }

        return allowed;
    }

    private async Task<string?> FindAsync(AppSession session, Function function, object[] arguments, bool tooMuch)
    {
        var places = string.Join(", ", function.Arguments.Select((a, i) => $"${i + 1}::{a.Type}"));
        if (!function.IsTile)
            return county.Place.FindIn(await AnswerAsync(session, $"select to_json(f)::text from {function.Name}({places}) f", arguments), tooMuch);
        int Of(string name) => (int)arguments[function.Arguments.ToList().FindIndex(a => a.Name == name)];
        return await session.AskAsync($"select {function.Name}({places})", arguments) is byte[] tile
            ? county.Place.FindIn(tile, Of("z"), Of("x"), Of("y"), tooMuch)
            : null;
    }

    private static async Task<string> AnswerAsync(AppSession session, string sql, params object[] arguments) =>
        string.Join('\n', (await session.ListAsync(sql, arguments)).Select(row => Convert.ToString(row, CultureInfo.InvariantCulture)));

    /// <summary>The ways in which a function is called: each argument with all that could mean the planted apiary.</summary>
    private IEnumerable<object[]> Calls(Function function)
    {
        if (function.Arguments.Select(a => a.Name).Intersect(["z", "x", "y"]).Count() == 3)
        {
            return county.Place.Tiles(DeepestTile).SelectMany(t => Product(function.Arguments.Select(a =>
                a.Name switch { "z" => [t.Z], "x" => [t.X], "y" => [t.Y], _ => Values(a) })));
        }

        return Product(function.Arguments.Select(Values)).Take(MostCalls);
    }

    private object[] Values((string Name, string Type) argument) => (argument.Name, argument.Type) switch
    {
        ("datum", _) => ["Wgs84", "Gcj02"],
        ("latitude" or "lat", "double precision") => [(double)county.Place.Latitude + 0.004],
        ("longitude" or "lon", "double precision") => [(double)county.Place.Longitude + 0.004],
        ("west", _) => [(double)county.Place.Longitude - 0.05],
        ("east", _) => [(double)county.Place.Longitude + 0.05],
        ("south", _) => [(double)county.Place.Latitude - 0.05],
        ("north", _) when argument.Type == "double precision" => [(double)county.Place.Latitude + 0.05],
        ("skip", _) => [0],
        ("take", _) => [200],
        ("zoom", _) => [9],
        (_, "text" or "character varying") =>
        [
            county.Apiary.ToString(), county.Notice.ToString(), county.Lot.ToString(), county.Certificate.ToString(), county.Nectar.ToString(), World.CountyCode,
            """{"type":"Point","coordinates":[119.66,29.77]}""", "330122", "溪边", "%", "",
        ],
        (_, "text[]" or "character varying[]") => [new[] { county.Apiary.ToString() }],
        (_, "uuid") => [.. county.Ids.Cast<object>()],
        (_, "uuid[]") => [county.Ids],
        (_, "integer" or "bigint" or "smallint") => [5000, 1000, 10, 2026],
        (_, "double precision" or "numeric" or "real") => [3000.0],
        (_, "boolean") => [true, false],
        (_, "date") => [county.World.Today, county.World.Today.AddDays(10)],
        (_, "timestamp with time zone") => [county.World.Clock.GetUtcNow().UtcDateTime],
        (_, "geometry") => ["SRID=3857;POLYGON((13310000 3470000,13330000 3470000,13330000 3490000,13310000 3490000,13310000 3470000))"],
        (_, "integer[]" or "bigint[]") => [new[] { 1, 2 }],
        (_, "date[]") => [new[] { county.World.Today }],
        (_, "numeric[]") => [new[] { 29.77m }],
        (_, "double precision[]") => [new[] { (double)county.Place.Latitude + 0.004 }],
        (_, "bytea") => [Array.Empty<byte>()],
        (_, "bytea[]") => [new[] { Array.Empty<byte>() }],
        (_, "json" or "jsonb") => ["{}"],
        _ => throw new InvalidOperationException($"Say here what to give an argument such as {argument.Name} {argument.Type}, so that the function is called."),
    };

    private static IEnumerable<object[]> Product(IEnumerable<object[]> choices) =>
        choices.Aggregate<object[], IEnumerable<object[]>>([[]], (begun, next) => begun.SelectMany(b => next.Select(n => (object[])[.. b, n])));

    private async Task<List<string>> TablesAsync()
    {
        await using var catalogue = await AppSession.OpenAsync(county.World.Store.SuperuserConnectionString, null);
        return [.. (await catalogue.ListAsync(
            $"""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in {Schemas} and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege('beetrace_app', c.oid, 'select') order by 1
            """)).Cast<string>()];
    }

    /// <summary>All that the app may call and that reads tables: what is immutable reads none, and what answers nothing tells nothing.</summary>
    private async Task<List<Function>> FunctionsAsync()
    {
        await using var catalogue = await AppSession.OpenAsync(county.World.Store.SuperuserConnectionString, null);
        var rows = await catalogue.ListAsync(
            $"""
            select n.nspname || '.' || p.proname || '|' || (p.prorettype = 'bytea'::regtype)::text || '|'
                || coalesce((select string_agg(coalesce(p.proargnames[i], '') || ' ' || format_type(p.proargtypes[i - 1], null), ';' order by i) from generate_series(1, p.pronargs) i), '')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in {Schemas} and has_function_privilege('beetrace_app', p.oid, 'execute') and p.provolatile <> 'i'
                and p.prorettype not in ('trigger'::regtype, 'void'::regtype) and p.prokind = 'f' order by 1
            """);
        return [.. rows.Cast<string>().Select(row => row.Split('|')).Select(parts => new Function(
            parts[0], parts[1] == "true",
            [.. parts[2].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split(' ', 2)).Select(a => (a[0], a[1]))]))];
    }

    /// <summary>Plain SQL as the app for this person, with the name and the clock that the host tells.</summary>
    private async Task<AppSession> OpenAsync(Actor actor)
    {
        var session = await AppSession.OpenAsync(county.World.Store.AppConnectionString, actor);
        await session.AskAsync(
            "select set_config('beetrace.name', $1, true), set_config('beetrace.now', $2, true)",
            actor.Name, county.World.Clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        return session;
    }
}
