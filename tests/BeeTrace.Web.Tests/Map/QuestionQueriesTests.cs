using System.Globalization;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;

namespace BeeTrace.Web.Tests.Map;

public sealed class QuestionQueriesTests(World world) : IClassFixture<World>
{
    private const double EarthM = 6_371_008.8;

    private QuestionQueries Queries => world.Get<QuestionQueries>();

    [Theory]
    [InlineData(1, 103)]
    [InlineData(29.8, 119.7)]
    [InlineData(53.4, 123.5)]
    public async Task Everybody_within_the_distance_is_found_and_nobody_beyond_it(double latitude, double longitude)
    {
        // On a ring of directions, from well inside to well outside of 3 km; half a percent is what a sphere differs from the spheroid.
        var beekeeper = await world.BeekeeperAsync();
        var placed = new List<(string Code, double Metres)>();
        for (var i = 0; i < 48; i++)
        {
            var (metres, bearing) = (2700 + (i * 13 % 48 * 12.5), i * Math.PI / 24);
            var (north, east) = (metres * Math.Cos(bearing) / EarthM, metres * Math.Sin(bearing) / EarthM / Math.Cos(latitude * Math.PI / 180));
            var (lat, lon) = (latitude + (north * 180 / Math.PI), longitude + (east * 180 / Math.PI));
            placed.Add(((await world.ApiaryAtAsync(beekeeper, Math.Round((decimal)lat, 7), Math.Round((decimal)lon, 7))).ToString(), metres));
        }

        var near = (await Queries.AskAsync(At(latitude, longitude, 3000), world.County)).Value.Near;

        var found = near.ToDictionary(n => n.Code, n => n.DistanceM);
        placed.Count(p => p.Metres < 2980).ShouldBeGreaterThan(10);
        placed.Count(p => p.Metres > 3020).ShouldBeGreaterThan(10);
        placed.Where(p => p.Metres < 2980 && !found.ContainsKey(p.Code)).ShouldBeEmpty();
        placed.Where(p => p.Metres > 3020 && found.ContainsKey(p.Code)).ShouldBeEmpty();
        placed.Where(p => found.TryGetValue(p.Code, out var metres) && Math.Abs(metres - p.Metres) > (p.Metres * 0.007) + 10).ShouldBeEmpty();
        near.Select(n => n.DistanceM).ShouldBeInOrder();
        near.ShouldAllBe(n => n.DistanceM % 10 == 0 && !n.Counts && n.Colonies == 60);
    }

    [Fact]
    public async Task An_answer_is_an_exact_view_and_leaves_the_deed_once_a_person_and_day()
    {
        var apiary = await world.ApiaryAtAsync(await world.BeekeeperAsync(), 40.001m, 110);
        var asking = World.Person(Role.County);

        (await Queries.AskAsync(At(40, 110, 3000), asking)).Value.Near.ShouldHaveSingleItem().Code.ShouldBe(apiary.ToString());
        (await Queries.AskAsync(At(40, 110, 5000), asking)).IsDone.ShouldBeTrue();
        (await Queries.AskAsync(At(45, 110, 5000), asking)).Value.Near.ShouldBeEmpty();

        var deed = (await world.DeedsOfAsync("question")).Where(d => d.ActorId == asking.Account).ShouldHaveSingleItem();
        deed.Deed.ShouldBe(DeedCode.LocationRead);
        deed.New!.ShouldContain(apiary.ToString());
    }

    [Fact]
    public async Task Only_the_county_asks()
    {
        foreach (var actor in new[] { world.Auditor, world.Admin, world.Analyst, await world.BeekeeperAsync(), await world.ExporterAsync(), Actor.Public })
            (await Queries.AskAsync(At(29.8, 119.7, 3000), actor)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(AccessRefusal.NotYourRole, actor.Role.Code());
    }

    [Theory]
    [InlineData("", "Wgs84", 3000, RegistryRefusal.CoordinateMissing)]
    [InlineData("29.8, 119.7", null, 3000, RegistryRefusal.DatumMissing)]
    [InlineData("29.8, 119.7", "Wgs84", 99, MapRefusal.RadiusOutOfRange)]
    [InlineData("29.8, 119.7", "Wgs84", 20001, MapRefusal.RadiusOutOfRange)]
    [InlineData("29.8, 119.7", "Wgs84", null, MapRefusal.RadiusOutOfRange)]
    public async Task What_cannot_be_asked_is_refused(string area, string? datum, int? metres, string refusal) =>
        (await Queries.AskAsync(QuestionEndpoints.Read(area, datum, metres?.ToString(CultureInfo.InvariantCulture)), world.County))
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe(refusal);

    private static PlaceQuestion At(double latitude, double longitude, int metres) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}"), Datum.Wgs84, metres);
}
