using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

public sealed class ApiaryServiceTests(World world) : IClassFixture<World>
{
    private ApiaryService Service => world.Get<ApiaryService>();

    [Fact]
    public async Task An_empty_form_is_told_everything_at_once_field_by_field()
    {
        var beekeeper = await world.BeekeeperAsync();
        var empty = new RegisterApiary(null, null, null, null, null, null, null, null, null);

        var outcome = await Service.RegisterAsync(ApiaryId.New(), empty, beekeeper);

        outcome.Refusals.Select(r => r.Field).Distinct().ShouldBe(
            ["Name", "Species", "Kind", "Colonies", "Latitude", "Longitude", "Datum", "From", "Plant"], ignoreOrder: true);
        (await ApiariesOfAsync(beekeeper)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_rules_and_data_refuse_is_told_together()
    {
        var form = world.AnApiary() with { Colonies = 0, Latitude = 31m, Plant = "Planta nulla" };

        var outcome = await Service.RegisterAsync(ApiaryId.New(), form, await world.BeekeeperAsync());

        outcome.Refusals.Select(r => (r.Code, r.Field)).ShouldBe(
            [
                (RegistryRefusal.ColoniesTooFew, "Colonies"),
                (RegistryRefusal.OutsideCounty, "Latitude"),
                (RegistryRefusal.PlantUnknown, "Plant"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_registered_apiary_stands_where_it_was_said_and_both_deeds_are_recorded()
    {
        var beekeeper = await world.BeekeeperAsync();

        var code = (await Service.RegisterAsync(ApiaryId.New(), world.AnApiary() with { Datum = Datum.Gcj02 }, beekeeper)).ShouldBeDone();

        code.ToString().ShouldStartWith($"A{World.CountyCode}-");
        var place = await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().SingleAsync());
        (place.EnteredLatitude, place.EnteredLongitude, place.EnteredDatum).ShouldBe((29.8m, 119.7m, Datum.Gcj02));
        place.Latitude.ShouldNotBe(29.8m, "GCJ-02 is shifted against WGS-84");
        place.Until.ShouldBeNull();
        var deeds = await world.DeedsOfAsync(code.ToString());
        deeds.Select(d => d.Deed).ShouldBe([DeedCode.ApiaryRegistered, DeedCode.PlacementBegun], ignoreOrder: true);
        deeds.ShouldAllBe(d => d.ActorId == beekeeper.Account && d.ActorRole == Role.Beekeeper && d.ActorName == beekeeper.Name);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_apiary()
    {
        var beekeeper = await world.BeekeeperAsync();
        var id = ApiaryId.New();

        var first = (await Service.RegisterAsync(id, world.AnApiary(), beekeeper)).ShouldBeDone();
        var second = (await Service.RegisterAsync(id, world.AnApiary(), beekeeper)).ShouldBeDone();

        second.ShouldBe(first);
        (await ApiariesOfAsync(beekeeper)).ShouldBe([first]);
        (await world.DeedsOfAsync(first.ToString())).Count(d => d.Deed == DeedCode.ApiaryRegistered).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_sent_by_many_clicks_at_once_is_one_apiary()
    {
        var beekeeper = await world.BeekeeperAsync();
        var id = ApiaryId.New();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.RegisterAsync(id, world.AnApiary(), beekeeper)));

        outcomes.Select(o => o.ShouldBeDone()).Distinct().Count().ShouldBe(1);
        (await ApiariesOfAsync(beekeeper)).Count.ShouldBe(1);
        (await world.DeedsOfAsync(outcomes[0].Value.ToString())).Count(d => d.Deed == DeedCode.ApiaryRegistered).ShouldBe(1);
    }

    [Fact]
    public async Task Two_apiaries_registered_at_once_get_two_codes()
    {
        var beekeeper = await world.BeekeeperAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.RegisterAsync(ApiaryId.New(), world.AnApiary(), beekeeper)));

        outcomes.Select(o => o.ShouldBeDone()).Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public async Task Only_a_beekeeper_registers()
    {
        foreach (var actor in new[] { await world.ExporterAsync(), world.County, world.Analyst, Actor.Public, World.Person(Role.Beekeeper) })
        {
            (await Service.RegisterAsync(ApiaryId.New(), world.AnApiary(), actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        }
    }

    [Fact]
    public async Task A_move_ends_the_old_stay_on_the_day_the_new_one_begins()
    {
        var beekeeper = await world.BeekeeperAsync();
        var apiary = await world.ApiaryAsync(beekeeper);

        (await Service.MoveAsync(Move(apiary, new DateOnly(2026, 4, 10)), beekeeper)).ShouldBeDone();

        var stays = await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().OrderBy(p => p.From).ToListAsync());
        stays.Select(p => (p.From, p.Until)).ShouldBe([(new(2026, 3, 1), new DateOnly(2026, 4, 10)), (new(2026, 4, 10), null)]);
        (await world.DeedsOfAsync(apiary.ToString())).Select(d => d.Deed)
            .ShouldBe([DeedCode.ApiaryRegistered, DeedCode.PlacementBegun, DeedCode.PlacementEnded, DeedCode.PlacementBegun], ignoreOrder: true);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-02-01")]
    public async Task A_move_on_or_before_the_day_it_came_is_refused(string day)
    {
        var beekeeper = await world.BeekeeperAsync();
        var apiary = await world.ApiaryAsync(beekeeper);

        var outcome = await Service.MoveAsync(Move(apiary, DateOnly.Parse(day)), beekeeper);

        outcome.ShouldBeRefused(RegistryRefusal.PlacementEndsBeforeItBegins).Field.ShouldBe("From");
    }

    [Fact]
    public async Task Anothers_apiary_looks_like_one_that_is_not_there()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());

        (await Service.MoveAsync(Move(apiary, new DateOnly(2026, 4, 10)), await world.BeekeeperAsync())).ShouldBeRefused(RegistryRefusal.ApiaryUnknown);
    }

    [Fact]
    public async Task Of_two_moves_to_two_places_on_one_day_the_second_is_refused()
    {
        var beekeeper = await world.BeekeeperAsync();
        var apiary = await world.ApiaryAsync(beekeeper);
        var day = new DateOnly(2026, 4, 10);

        var outcomes = await Task.WhenAll(Service.MoveAsync(Move(apiary, day), beekeeper), Service.MoveAsync(Move(apiary, day) with { Latitude = 29.9m }, beekeeper));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Single(o => !o.IsDone).ShouldBeRefused(RegistryRefusal.PlacementEndsBeforeItBegins);
        (await world.SeeAsync(beekeeper, db => db.Placements.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_move_sent_twice_is_one_move()
    {
        var beekeeper = await world.BeekeeperAsync();
        var move = Move(await world.ApiaryAsync(beekeeper), new DateOnly(2026, 4, 10));

        var outcomes = await Task.WhenAll(Service.MoveAsync(move, beekeeper), Service.MoveAsync(move, beekeeper));

        outcomes.ShouldAllBe(o => o.IsDone && o.Value == move.Id);
        (await world.SeeAsync(beekeeper, db => db.Placements.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Two_places_on_one_day_are_refused_by_the_database_itself()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAsync(beekeeper);
        await using var work = await world.Get<Database>().OpenAsync(beekeeper);
        var stands = await work.Db.Placements.AsNoTracking().SingleAsync();
        work.Db.Placements.Add(new Placement
        {
            Id = PlacementId.New(), ApiaryId = stands.ApiaryId, BeekeeperId = stands.BeekeeperId, From = stands.From.AddDays(10),
            Latitude = 29.9m, Longitude = 119.7m, EnteredLatitude = 29.9m, EnteredLongitude = 119.7m, EnteredDatum = Datum.Wgs84, Colonies = 5,
        });

        (await work.CommitAsync()).ShouldBeRefused(RegistryRefusal.PlacementElsewhere).Field.ShouldBe("From");
    }

    private static MoveApiary Move(ApiaryCode apiary, DateOnly from) =>
        new(PlacementId.New(), apiary, from, 29.85m, 119.6m, Datum.Wgs84, 55, World.Citrus);

    private Task<List<ApiaryCode>> ApiariesOfAsync(Actor beekeeper) => world.SeeAsync(beekeeper, db => db.Apiaries.Select(a => a.Code).ToListAsync());
}
