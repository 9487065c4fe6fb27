using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Where apiaries stand today and what the map is drawn from, kept by triggers beside the history of placements.</summary>
public sealed class GridTests(World world) : IClassFixture<World>
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private string Superuser => world.Store.SuperuserConnectionString;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_history_what_is_kept_is_what_a_recount_finds(int seed)
    {
        var history = new History(world, new Random(seed));
        var most = 0;
        for (var step = 1; step <= 200; step++)
        {
            await history.StepAsync();
            if (step % 20 == 0)
                most = Math.Max(most, await Recount.ShouldAgreeAsync(Superuser, world.Today));
        }

        most.ShouldBeGreaterThan(5, "somebody stands, so that agreeing means something");
        history.Kinds.ShouldBe(History.AllKinds, "every kind of change happened");

        await AskAsync("select registry.fold_grid()");
        (await AskAsync("select count(*) from registry.grid_changes")).ShouldBe(0L);
        await Recount.ShouldAgreeAsync(Superuser, world.Today);
        (await AskAsync("select count(*) from registry.grid where n <= 0")).ShouldBe(0L, "empty cells are swept");
        await AskAsync("with now as (select set_config('beetrace.now', $1, false)) select registry.rebuild_places() from now", world.Clock.GetUtcNow().UtcDateTime.ToString("O"));
        await Recount.ShouldAgreeAsync(Superuser, world.Today);
    }

    [Fact]
    public async Task People_who_move_at_once_between_the_same_places_do_not_wait_for_each_other_for_ever()
    {
        var moved = await Task.WhenAll(Enumerable.Range(0, 8).Select(async who =>
        {
            var beekeeper = await world.BeekeeperAsync();
            var code = await world.StandingAsync(beekeeper, 29.7m, 119.5m, colonies: 10 + who);
            for (var times = 0; times < 12; times++)
            {
                // A stay ends and another begins in one transaction, here and there by turns, each pair of people the other way round.
                var here = (times + who) % 2 == 0;
                await world.ChangeAsync(async db =>
                {
                    var apiary = await db.Apiaries.SingleAsync(a => a.Code == code);
                    var last = await db.Placements.Where(p => p.ApiaryId == apiary.Id && p.Until == null).SingleAsync();
                    last.Until = last.From.AddDays(1);
                    await db.SaveChangesAsync();
                    db.Placements.Add(History.Stay(apiary, last.From.AddDays(1), null, here ? 29.7m : 24.5m, here ? 119.5m : 102.7m, 20));
                });
            }

            return code;
        })).WaitAsync(LongestWait);

        moved.Distinct().Count().ShouldBe(8);
        await Recount.ShouldAgreeAsync(Superuser, world.Today);
    }

    [Fact]
    public async Task Who_counts_while_the_county_confirms_does_not_put_back_what_was()
    {
        var beekeeper = await world.BeekeeperAsync();
        var code = await world.ApiaryAsync(beekeeper);

        await using (var confirming = await world.Get<Database>().OpenAsync(Actor.System))
        {
            await confirming.Db.Apiaries.Where(a => a.Code == code).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, RegistrationState.Confirmed));
            var counting = Task.Run(() => world.ChangeAsync(async db => db.ColonyCounts.Add(History.Count(await db.Apiaries.SingleAsync(a => a.Code == code), world.Today, 77, world.Clock.GetUtcNow()))));
            await SomebodyWaitsAsync(counting);
            (await confirming.CommitAsync()).ShouldBeDone();
            await counting.WaitAsync(LongestWait);
        }

        await Recount.ShouldAgreeAsync(Superuser, world.Today);
        (await AskAsync("select colonies from registry.current_places where code = $1 and counts", code.ToString())).ShouldBe(77);
    }

    [Fact]
    public async Task An_apiary_registered_while_its_beekeeper_is_confirmed_counts()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ChangeAsync(db => db.Beekeepers.Where(b => b.Id == beekeeper.Beekeeper).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, RegistrationState.Waiting)));

        await using (var confirming = await world.Get<Database>().OpenAsync(Actor.System))
        {
            await confirming.Db.Beekeepers.Where(b => b.Id == beekeeper.Beekeeper).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, RegistrationState.Confirmed));
            var registering = Task.Run(() => world.StandingAsync(beekeeper, 29.9m, 119.4m));
            await SomebodyWaitsAsync(registering);
            (await confirming.CommitAsync()).ShouldBeDone();
            await registering.WaitAsync(LongestWait);
        }

        await Recount.ShouldAgreeAsync(Superuser, world.Today);
    }

    [Fact]
    public async Task What_waits_for_the_county_is_not_counted_and_what_is_confirmed_is_there_at_once()
    {
        var beekeeper = await world.BeekeeperAsync();
        var register = world.AnApiary() with { Latitude = 45.75m, Longitude = 126.6m, IsOutsideCountyConfirmed = true };
        var code = (await world.Get<BeeTrace.Web.Registry.ApiaryService>().RegisterAsync(ApiaryId.New(), register, beekeeper)).ShouldBeDone();
        (await CellsNearAsync(45.75, 126.6)).ShouldBe(0);

        await world.ChangeAsync(db => db.Apiaries.Where(a => a.Code == code).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, RegistrationState.Confirmed)));
        (await CellsNearAsync(45.75, 126.6)).ShouldBe(1);

        await world.MoveAsync(code, beekeeper, 43.8m, 87.6m);
        (await CellsNearAsync(45.75, 126.6)).ShouldBe(0);
        (await CellsNearAsync(43.8, 87.6)).ShouldBe(1);

        async Task<long> CellsNearAsync(double latitude, double longitude)
        {
            await using var stranger = await AppSession.OpenAsync(world.Store.AppConnectionString, Actor.Public);
            return await stranger.CountAsync("map.cells_in(10, $2 - 0.2, $1 - 0.2, $2 + 0.2, $1 + 0.2, 0, 100)", latitude, longitude);
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(5000)]
    public async Task A_cell_is_never_smaller_than_it_says_and_holds_what_lies_in_it(int metres)
    {
        var random = new Random(metres);
        for (var tries = 0; tries < 400; tries++)
        {
            var latitude = random.NextDouble() * 140 - 70;
            var longitude = random.NextDouble() * 358 - 179;
            await using var session = await AppSession.OpenAsync(Superuser, null);
            var smallest = (double)(await session.AskAsync(
                """
                select least(
                    st_distance(st_makepoint(st_xmin(b), st_ymin(b))::geography, st_makepoint(st_xmax(b), st_ymin(b))::geography),
                    st_distance(st_makepoint(st_xmin(b), st_ymax(b))::geography, st_makepoint(st_xmax(b), st_ymax(b))::geography),
                    st_distance(st_makepoint(st_xmin(b), st_ymin(b))::geography, st_makepoint(st_xmin(b), st_ymax(b))::geography))
                from (select st_transform(registry.cell_box(registry.cell_centre($1, $2, $3), $3), 4326) as b) cell
                where st_contains(b, st_setsrid(st_makepoint($2, $1), 4326))
                """,
                latitude, longitude, metres))!;
            // A chord along the ground is a little shorter than the parallel that it cuts: under a millimetre in 5 km.
            smallest.ShouldBeGreaterThan(metres - 0.01, $"{latitude}, {longitude}");

            var (x, y) = Recount.CellCentre(latitude, longitude, metres);
            ((double)(await session.AskAsync("select st_distance(registry.cell_centre($1, $2, $3), st_setsrid(st_makepoint($4, $5), 3857))", latitude, longitude, metres, x, y))!)
                .ShouldBeLessThan(1e-6);
        }
    }

    private async Task<object?> AskAsync(string sql, params object[] arguments)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Until somebody in this database waits for a lock.</summary>
    private async Task SomebodyWaitsAsync(Task other)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while ((long)(await AskAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))! == 0)
        {
            other.IsCompleted.ShouldBeFalse("it went through without waiting");
            TimeProvider.System.GetElapsedTime(deadline).ShouldBeLessThan(LongestWait);
        }
    }
}
