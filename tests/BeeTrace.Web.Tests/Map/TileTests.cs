using System.Globalization;
using System.Net;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Tests.Data;
using BeeTrace.Web.Tests.Http;
using Npgsql;

namespace BeeTrace.Web.Tests.Map;

/// <summary>What is in the tiles, cards and lists of the map for whom, from the real host; places planted to be recognised.</summary>
public sealed class TileTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const double MetresOfADegree = 111_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private World World => host.World;

    /// <summary>Zooms at which people look, far and near.</summary>
    public static TheoryData<int> Zooms => [3, 5, 8, 9, 10, 11, 12, 13, 14];

    [Theory]
    [MemberData(nameof(Zooms))]
    public async Task The_public_finds_cells_of_5_km_at_every_zoom_and_never_a_place(int zoom)
    {
        var (place, _, _) = await PlantAsync(zoom, 31.123456m, 103.5 + zoom * 0.2);
        using var stranger = host.Reader();

        var features = (await AroundAsync(stranger, "apiaries", zoom, place)).Where(f => f.Layer == "apiaries").ToList();

        features.Count.ShouldBeGreaterThan(0, "it is on the map");
        features.ShouldAllBe(f => f.Properties.ContainsKey("n") && f.Properties.ContainsKey("colonies"));
        features.SelectMany(f => f.Properties.Keys).ShouldNotContain("code");
        ShouldHide(place, zoom, 5000, features);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    public async Task The_laboratory_and_a_firm_that_it_does_not_supply_find_cells_of_1_km(int zoom)
    {
        var (place, _, _) = await PlantAsync(zoom + 100, 33.234567m, 105.5 + zoom * 0.2);
        foreach (var role in new[] { Role.Analyst, Role.Exporter })
        {
            var actor = role == Role.Exporter ? await World.ExporterAsync() : World.Analyst;
            using var reader = await host.SignedInAsync(await World.AccountAsync(role, firm: actor.Firm));

            var features = await AroundAsync(reader, "apiaries", zoom, place);

            features.Where(f => f.Layer == "exact").ShouldBeEmpty();
            features.ShouldContain(f => f.Layer == "apiaries" && f.Properties["size"].Equals(1000L));
            ShouldHide(place, zoom, 1000, features.Where(f => f.Layer == "apiaries"));
        }
    }

    [Fact]
    public async Task A_county_officer_finds_every_place_and_leaves_a_deed_a_day()
    {
        var (place, code, _) = await PlantAsync(7, 35.345678m, 106.234567);
        var account = await World.AccountAsync(Role.County);
        using var officer = await host.SignedInAsync(account);

        var (x, y) = TileOf(12, place);
        var tile = VectorTile.Read(await BytesAsync(officer, $"/tiles/apiaries/12/{x}/{y}.mvt"), 12, x, y);
        await BytesAsync(officer, $"/tiles/apiaries/12/{x}/{y}.mvt");

        var found = tile.ShouldHaveSingleItem();
        found.Layer.ShouldBe("exact");
        found.Properties["code"].ShouldBe(code.ToString());
        Metres(found.Corners[0], place).ShouldBeLessThan(3, "a unit of a tile of zoom 12 is two metres");
        var deed = (await World.DeedsOfAsync($"map 12/{x}/{y}")).ShouldHaveSingleItem();
        deed.Deed.ShouldBe(DeedCode.LocationRead);
        deed.ActorId.Value.ShouldBe(account.Id);
        deed.New!.ShouldContain(code.ToString());
    }

    [Fact]
    public async Task A_beekeeper_finds_the_own_place_and_not_the_neighbours_and_a_firm_its_suppliers()
    {
        var (mine, code, keeper) = await PlantAsync(8, 36.456789m, 107.345678);
        var (theirs, _, _) = await PlantAsync(9, 36.459999m, 107.349999);
        using var beekeeper = await host.SignedInAsync(await World.AccountAsync(Role.Beekeeper, beekeeper: keeper.Beekeeper));
        var own = (await AroundAsync(beekeeper, "apiaries", 13, mine)).Where(f => f.Layer == "exact").ToList();
        own.ShouldHaveSingleItem().Properties["code"].ShouldBe(code.ToString());
        own[0].Properties["own"].ShouldBe(true);

        var firm = await World.ExporterAsync();
        await World.LotAsync(firm, code);
        using var buyer = await host.SignedInAsync(await World.AccountAsync(Role.Exporter, firm: firm.Firm));
        (await AroundAsync(buyer, "apiaries", 13, mine)).ShouldNotContain(f => f.Layer == "exact", "a lot alone makes no supplier");
        await World.SupplyAsync(keeper, firm);
        var supplied = (await AroundAsync(buyer, "apiaries", 13, mine)).Where(f => f.Layer == "exact").ToList();
        supplied.ShouldHaveSingleItem().Properties["code"].ShouldBe(code.ToString());
        Metres(supplied[0].Corners[0], mine).ShouldBeLessThan(3);
        var (x, y) = TileOf(13, mine);
        (await World.DeedsOfAsync($"map 13/{x}/{y}")).ShouldHaveSingleItem().ActorRole.ShouldBe(Role.Exporter);
        ShouldHide(theirs, 13, 1000, (await AroundAsync(buyer, "apiaries", 13, theirs)).Where(f => f.Layer == "apiaries"));
    }

    [Theory]
    [InlineData("/tiles/apiaries/15/0/0.mvt")]
    [InlineData("/tiles/apiaries/3/8/0.mvt")]
    [InlineData("/tiles/apiaries/3/0/-1.mvt")]
    [InlineData("/tiles/apiaries/-1/0/0.mvt")]
    [InlineData("/tiles/apiaries/a/0/0.mvt")]
    [InlineData("/tiles/apiaries/3/0/0.png")]
    [InlineData("/tiles/beekeepers/3/0/0.mvt")]
    [InlineData("/tiles/apiaries/3/99999999999/0.mvt")]
    [InlineData("/map/library/0.0.0/maplibre-gl.mjs")]
    [InlineData("/map/cards?layer=apiaries&at=nowhere")]
    [InlineData("/map/cards?layer=apiaries&code=A330122-0001-M")]
    [InlineData("/map/cards?layer=nectar&code=N330122-9999-M")]
    public async Task What_is_not_there_is_404(string address)
    {
        using var stranger = host.Reader();
        using var response = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_tile_is_not_sent_twice_until_something_moves_in_it()
    {
        var (place, code, keeper) = await PlantAsync(10, 38.567891m, 108.456789);
        using var stranger = host.Reader();
        var (x, y) = TileOf(9, place);
        var address = $"/tiles/apiaries/9/{x}/{y}.mvt";
        using var first = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        first.Headers.CacheControl.NoCache.ShouldBeTrue();
        (await AskAgainAsync(stranger, address, first.Headers.ETag!.ToString())).ShouldBe(HttpStatusCode.NotModified);

        await World.MoveAsync(code, keeper, 38.567891m, 109.456789m);
        var since = TimeProvider.System.GetTimestamp();
        // The database tells the host in its own time: some milliseconds.
        while (await AskAgainAsync(stranger, address, first.Headers.ETag.ToString()) == HttpStatusCode.NotModified)
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(LongestWait);

        using var officer = await host.SignedInAsync(await World.AccountAsync(Role.County));
        using var theirs = await officer.GetAsync(new Uri(address, UriKind.Relative));
        theirs.Headers.CacheControl!.Private.ShouldBeTrue("what somebody saw who is signed in is nobody else's");
        theirs.Headers.Vary.ShouldContain("Cookie");
    }

    [Fact]
    public async Task A_nectar_source_is_drawn_with_its_plant_and_window_and_what_stands_near_it()
    {
        var middle = (Latitude: 40.5, Longitude: 110.5);
        await PlantAsync(11, 40.505m, 110.505);
        var code = await World.NectarSourceAsync(
            """{"type":"Polygon","coordinates":[[[110.49,40.49],[110.51,40.49],[110.51,40.51],[110.49,40.51],[110.49,40.49]]]}""", from: "11-01", to: "01-15");
        using var stranger = host.Reader();

        foreach (var zoom in new[] { 4, 11 })
        {
            var source = (await AroundAsync(stranger, "nectar", zoom, middle)).Where(f => f.Properties["code"].Equals(code.ToString())).ToList().ShouldHaveSingleItem();
            source.Properties["plant"].ShouldBe(World.Rape);
            source.Properties["bloom_from"].ShouldBe(1101L);
            source.Properties["bloom_to"].ShouldBe(115L);
            source.Properties["toxic"].ShouldBe(false);
            (source.Corners.Count > 1).ShouldBe(zoom >= 11, "from afar a point");
        }

        using var officer = await host.SignedInAsync(await World.AccountAsync(Role.County));
        (await AroundAsync(officer, "nectar", 12, middle)).First(f => f.Properties["code"].Equals(code.ToString())).Properties["colonies"].ShouldBe(60L);
        var card = await TextAsync(officer, $"/map/cards?layer=nectar&code={code}");
        card.ShouldContain("11-01 to 01-15");
        card.ShouldContain("300 mu (20.0 ha)");
        card.ShouldContain("0.20");
    }

    [Fact]
    public async Task Card_and_list_tell_no_more_than_the_tile()
    {
        var (place, code, keeper) = await PlantAsync(12, 42.678912m, 111.567891);
        var exact = BeeTrace.Web.Registry.Degrees.Pair((decimal)place.Latitude, (decimal)place.Longitude, 5);
        var near = string.Create(CultureInfo.InvariantCulture, $"at={place.Latitude:0.0000},{place.Longitude:0.0000}&zoom=11");
        using var stranger = host.Reader();

        var list = await TextAsync(stranger, "/map?at=42.7,111.6&zoom=11");
        list.ShouldContain(code.ToString());
        list.ShouldContain("a cell of 5 km");
        var card = await TextAsync(stranger, $"/map/cards?layer=apiaries&{near}");
        card.ShouldContain(code.ToString());
        foreach (var text in new[] { list, card })
        {
            // Three decimals are a hundred metres.
            text.ShouldNotContain(exact[..6]);
            text.ShouldNotContain(exact[^9..^2]);
        }

        (await StatusAsync(stranger, $"/map/cards?layer=apiaries&code={code}")).ShouldBe(HttpStatusCode.NotFound);
        using var other = await host.SignedInAsync(await World.AccountAsync(Role.Beekeeper, beekeeper: (await World.BeekeeperAsync()).Beekeeper));
        (await StatusAsync(other, $"/map/cards?layer=apiaries&code={code}")).ShouldBe(HttpStatusCode.NotFound);

        using var officer = await host.SignedInAsync(await World.AccountAsync(Role.County));
        (await TextAsync(officer, $"/map/cards?layer=apiaries&code={code}")).ShouldContain(exact);
        (await World.DeedsOfAsync(code.ToString())).Where(d => d.Deed == DeedCode.LocationRead).ShouldHaveSingleItem();
        using var owner = await host.SignedInAsync(await World.AccountAsync(Role.Beekeeper, beekeeper: keeper.Beekeeper));
        (await TextAsync(owner, $"/map/cards?layer=apiaries&code={code}")).ShouldContain(exact);
        (await World.DeedsOfAsync(code.ToString())).Where(d => d.Deed == DeedCode.LocationRead).ShouldHaveSingleItem("one's own is nobody's business");
    }

    [Fact]
    public async Task A_smaller_and_smaller_box_finds_the_cell_and_not_the_place()
    {
        var (place, code, _) = await PlantAsync(13, 44.789123m, 112.678912);
        await using var stranger = await AppSession.OpenAsync(World.Store.AppConnectionString, Actor.Public);
        (await stranger.CountAsync("map.places_in($2 - 0.1, $1 - 0.1, $2 + 0.1, $1 + 0.1, 0, 50) p where p.code = $3", place.Latitude, place.Longitude, code.ToString())).ShouldBe(1);
        (await stranger.CountAsync("map.places_in($2 - 0.001, $1 - 0.001, $2 + 0.001, $1 + 0.001, 0, 50) p where p.code = $3", place.Latitude, place.Longitude, code.ToString())).ShouldBe(0);
        await stranger.RefusesAsync("select * from map.cells_within(null, 1000)");
        await stranger.RefusesAsync("select * from map.grid_cells_in(10, 0, 1, 0, 1)");
    }

    [Fact]
    public async Task Without_an_actor_the_map_is_empty()
    {
        await PlantAsync(14, 46.891234m, 113.789123);
        await using var nobody = await AppSession.OpenAsync(World.Store.AppConnectionString, null);
        foreach (var tile in new[] { "rough_tile", "exact_tile", "nectar_tile" })
            ((byte[]?)await nobody.AskAsync($"select map.{tile}(10, 835, 360, 'Wgs84')"))!.Length.ShouldBe(0);
        (await nobody.CountAsync("map.cells_in(5, 70, 10, 140, 60, 0, 200)")).ShouldBe(0);
        (await nobody.CountAsync("map.places_in(70, 10, 140, 60, 0, 200)")).ShouldBe(0);
        (await nobody.CountAsync("map.nectar_in(70, 10, 140, 60, 0, null, 0, 100)")).ShouldBe(0);
    }

    [Fact]
    public async Task The_database_shifts_as_the_rules_do_for_a_base_map_with_the_national_datum()
    {
        await using var connection = new NpgsqlConnection(World.Store.AppConnectionString);
        await connection.OpenAsync();
        var random = new Random(20260615);
        for (var tries = 0; tries < 200; tries++)
        {
            var place = new GeoPoint((decimal)(random.NextDouble() * 50 + 3), (decimal)(random.NextDouble() * 60 + 74));
            var (latitude, longitude) = place.ToDatum(Datum.Gcj02);
            await using var command = new NpgsqlCommand(
                "select st_y(g), st_x(g) from (select st_transform(map.drawn(st_transform(st_setsrid(st_makepoint($2, $1), 4326), 3857), 'Gcj02'), 4326) as g) d", connection)
            {
                Parameters = { new() { Value = (double)place.Latitude }, new() { Value = (double)place.Longitude } },
            };
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            reader.GetDouble(0).ShouldBe((double)latitude, 1e-7);
            reader.GetDouble(1).ShouldBe((double)longitude, 1e-7);
        }
    }

    /// <summary>A confirmed apiary of a new beekeeper; the seed makes its place unlike all others.</summary>
    private async Task<((double Latitude, double Longitude) Place, ApiaryCode Code, Actor Keeper)> PlantAsync(int seed, decimal latitude, double longitude)
    {
        var east = Math.Round((decimal)longitude + seed * 0.000321m, 6);
        var keeper = await World.BeekeeperAsync();
        var code = await World.StandingAsync(keeper, latitude, east);
        return (((double)latitude, (double)east), code, keeper);
    }

    /// <summary>No point may be the place, and from zoom 10 each is the centre of its cell, as near as a tile can say.</summary>
    private static void ShouldHide((double Latitude, double Longitude) place, int zoom, int cell, IEnumerable<VectorTile.Feature> features)
    {
        var unit = 40_075_016 / Math.Pow(2, zoom) / 4096;
        foreach (var point in features.SelectMany(f => f.Corners))
        {
            Metres(point, place).ShouldBeGreaterThan(unit * 2, "the place itself");
            if (zoom < 10)
                continue;
            var (x, y) = Mercator(point);
            var (centreX, centreY) = Recount.CellCentre(point.Latitude, point.Longitude, cell);
            Math.Abs(x - centreX).ShouldBeLessThan(unit * 1.01);
            Math.Abs(y - centreY).ShouldBeLessThan(unit * 1.01);
        }
    }

    private async Task<List<VectorTile.Feature>> AroundAsync(HttpClient reader, string layer, int zoom, (double Latitude, double Longitude) place)
    {
        var (column, row) = TileOf(zoom, place);
        var features = new List<VectorTile.Feature>();
        // The centre of a cell may lie in the next tile, or at zoom 14 in the one after.
        var reach = zoom >= 13 ? 2 : 1;
        for (var x = column - reach; x <= column + reach; x++)
        {
            for (var y = row - reach; y <= row + reach; y++)
            {
                var bytes = await BytesAsync(reader, $"/tiles/{layer}/{zoom}/{x}/{y}.mvt");
                bytes.Length.ShouldBeLessThan(64 * 1024);
                features.AddRange(VectorTile.Read(bytes, zoom, x, y));
            }
        }

        return features;
    }

    private static async Task<byte[]> BytesAsync(HttpClient reader, string address)
    {
        using var response = await reader.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.mapbox-vector-tile");
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpStatusCode> AskAgainAsync(HttpClient reader, string address, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        using var response = await reader.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> TextAsync(HttpClient reader, string address) => await reader.GetStringAsync(new Uri(address, UriKind.Relative));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string address)
    {
        using var response = await reader.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }

    private static (int X, int Y) TileOf(int zoom, (double Latitude, double Longitude) place)
    {
        var (x, y) = Mercator(place);
        const double half = 20037508.342789244;
        return ((int)((x + half) / (2 * half) * Math.Pow(2, zoom)), (int)((half - y) / (2 * half) * Math.Pow(2, zoom)));
    }

    private static (double X, double Y) Mercator((double Latitude, double Longitude) place) =>
        (place.Longitude / 180 * 20037508.342789244, Math.Asinh(Math.Tan(place.Latitude * Math.PI / 180)) / Math.PI * 20037508.342789244);

    private static double Metres((double Latitude, double Longitude) a, (double Latitude, double Longitude) b) => Math.Sqrt(
        Math.Pow((a.Latitude - b.Latitude) * MetresOfADegree, 2) + Math.Pow((a.Longitude - b.Longitude) * MetresOfADegree * Math.Cos(a.Latitude * Math.PI / 180), 2));
}
