using System.Diagnostics;
using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Import;

/// <summary>The four kinds that a county brings: found by their keys, never doubled, taken back as a whole.</summary>
public sealed class RegisterTableTests(World world) : IClassFixture<World>
{
    private const string BeekeeperHead = "licence_no,name_zh,name_en,kind,phone,address,county,licence_issued\n";
    private const string ApiaryHead = "code,licence_no,name,kind,species,county,registered_on\n";
    private const string PlacementHead = "apiary,from,until,latitude,longitude,datum,colonies,plant\n";
    private const string NectarHead = "code,plant,name,county,datum,geometry,area_mu,bloom_from,bloom_to\n";

    [Fact]
    public async Task Five_hundred_bad_rows_among_ten_thousand_are_all_found_and_no_other_within_three_seconds()
    {
        var planted = new List<(int, string, string)>();
        var table = new StringBuilder(BeekeeperHead);
        var chance = new Random(20260615);
        var bad = Enumerable.Range(0, 10_000).OrderBy(_ => chance.Next()).Take(500).Order().ToList();
        var mistake = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var (licence, name, kind, county, issued) = ($"P-{i:00000}", $"养蜂人{i}", "个人", World.CountyCode, "2025-03-04");
            if (bad.BinarySearch(i) >= 0)
            {
                string column, code;
                switch (mistake++ % 8)
                {
                    case 0: (licence, column, code) = ("", "licence_no", ImportRefusal.Missing); break;
                    case 1: (licence, column, code) = (new string('9', 31), "licence_no", ImportRefusal.TextTooLong); break;
                    case 2: (name, column, code) = ("", "name_zh", ImportRefusal.Missing); break;
                    case 3: (kind, column, code) = ("皇帝", "kind", ImportRefusal.NotAChoice); break;
                    case 4: (county, column, code) = ("999999", "county", ImportRefusal.Unknown); break;
                    case 5: (issued, column, code) = ("2027-01-01", "licence_issued", ImportRefusal.DayInFuture); break;
                    case 6: (issued, column, code) = ("31/12/2024", "licence_issued", ImportRefusal.NotADay); break;
                    default: (licence, column, code) = ($"P-{bad[0] + 1:00000}", "licence_no", ImportRefusal.Twice); break;
                }

                planted.Add((i + 2, column, code));
            }

            table.Append(CultureInfo.InvariantCulture, $"{licence},{name},,{kind},{13800000000 + i},,{county},{issued}\n");
        }

        var watch = Stopwatch.StartNew();
        var done = await TryAsync("beekeepers", table.ToString());

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe(planted);
        (await CountAsync("P-")).ShouldBe(0);
    }

    [Fact]
    public async Task A_table_brought_twice_makes_no_doubles_and_a_newer_one_mends_what_may_change()
    {
        var first = BeekeeperHead + $"Q-1,甲,First,Individual,0571-1,,{World.CountyCode},2025-01-01\nQ-2,乙,Second,Individual,,,{World.CountyCode},2025-01-01\n";
        Say(await ImportAsync("beekeepers", first)).ShouldBeEmpty();

        var again = await ImportAsync("beekeepers", first);
        (again.IsDone, again.Added, again.Changed).ShouldBe((true, 0, 0));

        var newer = await ImportAsync("beekeepers", first.Replace("0571-1", "0571-2").Replace(",First", ","));
        (newer.Added, newer.Changed).ShouldBe((0, 1));
        var stored = await world.SeeAsync(world.County, db => db.Beekeepers.SingleAsync(b => b.LicenceNumber == "Q-1"));
        (stored.Phone, stored.NameEn).ShouldBe(("0571-2", "First"));
        (await CountAsync("Q-")).ShouldBe(2);

        var other = await ImportAsync("beekeepers", first.Replace("Second,Individual", "Second,Company"));
        other.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(3, "kind", ImportRefusal.ExistsDifferently)]);
    }

    [Fact]
    public async Task An_import_is_taken_back_whole()
    {
        Say(await ImportAsync("beekeepers", BeekeeperHead + $"U-1,甲,First,Individual,0571-1,,{World.CountyCode},2024-02-29\n")).ShouldBeEmpty();
        Advance();
        Say(await ImportAsync(
            "beekeepers", BeekeeperHead + $"U-1,甲,First,Individual,0571-9,新地址,{World.CountyCode},2025-01-01\nU-2,乙,Second,Individual,,,{World.CountyCode},2025-01-01\n")).ShouldBeEmpty();
        var run = await LastRunAsync();

        (await UndoAsync(run)).ShouldBeDone();

        var back = await world.SeeAsync(world.County, db => db.Beekeepers.SingleAsync(b => b.LicenceNumber == "U-1"));
        (back.Phone, back.Address, back.LicenceIssuedOn, back.LicenceExpiresOn)
            .ShouldBe(("0571-1", null, new DateOnly(2024, 2, 29), new Licence("", new DateOnly(2024, 2, 29)).Expires));
        (await CountAsync("U-")).ShouldBe(1);
        (await UndoAsync(run)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(ImportRefusal.RunUndone);
        (await world.DeedsOfAsync("beekeepers")).ShouldContain(d => d.Deed == DeedCode.ImportUndone);
    }

    [Fact]
    public async Task An_import_that_something_refers_to_stays()
    {
        Say(await ImportAsync("beekeepers", BeekeeperHead + $"V-1,甲,First,Individual,,,{World.CountyCode},2025-01-01\n")).ShouldBeEmpty();
        var beekeepers = await LastRunAsync();
        Advance();
        var code = ApiaryCode.Create(World.CountyCode, 8001);
        Say(await ImportAsync("apiaries", ApiaryHead + $"{code},V-1,溪边,定地,意蜂,{World.CountyCode},2025-02-01\n")).ShouldBeEmpty();
        var apiaries = await LastRunAsync();

        var refused = (await UndoAsync(beekeepers)).Refusals.ShouldHaveSingleItem();
        (refused.Code, refused.Arguments[0], refused.Arguments[2]).ShouldBe((ImportRefusal.RunInUse, 1L, "V-1"));
        (await CountAsync("V-")).ShouldBe(1);

        (await UndoAsync(apiaries)).ShouldBeDone();
        (await UndoAsync(beekeepers)).ShouldBeDone();
        (await CountAsync("V-")).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_later_import_changed_is_not_taken_back_under_it()
    {
        var table = BeekeeperHead + $"W-1,甲,First,Individual,0571-1,,{World.CountyCode},2025-01-01\n";
        Say(await ImportAsync("beekeepers", table)).ShouldBeEmpty();
        var first = await LastRunAsync();
        Advance();
        Say(await ImportAsync("beekeepers", table.Replace("0571-1", "0571-2"))).ShouldBeEmpty();

        (await UndoAsync(first)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(ImportRefusal.RunChangedSince);
        (await UndoAsync(await LastRunAsync())).ShouldBeDone();
        (await UndoAsync(first)).ShouldBeDone();
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Exporter)]
    [InlineData(Role.Beekeeper)]
    public async Task Who_does_not_keep_the_register_takes_nothing_back(Role role) =>
        (await world.Get<ImportService>().UndoAsync(ImportRunId.New(), World.Person(role))).Refusals.ShouldHaveSingleItem().Code.ShouldBe(AccessRefusal.NotYourRole);

    [Fact]
    public async Task Stays_are_compared_without_being_read_and_an_open_one_may_end()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync(), since: new DateOnly(2026, 3, 1));
        var stay = $"{apiary},2026-03-01,,29.8,119.7,WGS-84,60,{World.Rape}\n";

        var same = await ImportAsync("placements", PlacementHead + stay);
        (same.IsDone, same.Added, same.Changed).ShouldBe((true, 0, 0));

        var elsewhere = await ImportAsync("placements", PlacementHead + stay.Replace("119.7", "119.71"));
        elsewhere.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(2, "longitude", ImportRefusal.ExistsDifferently)]);
        string.Join(' ', elsewhere.Errors.SelectMany(e => e.Refusal.Arguments)).ShouldNotContain("119.7");

        Advance();
        var moved = await ImportAsync(
            "placements", PlacementHead + stay.Replace("2026-03-01,,", "2026-03-01,2026/5/1,") + $"{apiary},2026年5月1日,,30°00′00″N,119°30′00″E,高德,58,{World.Citrus}\n");
        Say(moved).ShouldBeEmpty();
        (moved.Added, moved.Changed).ShouldBe((1, 1));
        var stays = await world.SeeAsync(Actor.System, db => db.Placements.Where(p => db.Apiaries.Any(a => a.Id == p.ApiaryId && a.Code == apiary)).OrderBy(p => p.From).ToListAsync());
        stays.Select(p => (p.From, p.Until)).ShouldBe([(new(2026, 3, 1), new(2026, 5, 1)), (new(2026, 5, 1), (DateOnly?)null)]);
        (stays[1].EnteredLatitude, stays[1].EnteredDatum).ShouldBe((30m, Datum.Gcj02));
        stays[1].Latitude.ShouldBe(30.0022m, 0.003m);
        stays[1].Latitude.ShouldNotBe(30m);

        (await UndoAsync(await LastRunAsync())).ShouldBeDone();
        var back = await world.SeeAsync(Actor.System, db => db.Placements.Where(p => db.Apiaries.Any(a => a.Id == p.ApiaryId && a.Code == apiary)).ToListAsync());
        back.Select(p => (p.From, p.Until)).ShouldBe([(new(2026, 3, 1), (DateOnly?)null)]);
    }

    [Fact]
    public async Task A_stay_crosses_neither_a_stored_one_nor_another_of_the_file()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync(), since: new DateOnly(2026, 3, 1));
        string Stay(string from, string until) => $"{apiary},{from},{until},29.8,119.7,WGS84,60,{World.Rape}\n";

        (await ImportAsync("placements", PlacementHead + Stay("2026-04-01", "2026-05-01"))).Errors.ShouldHaveSingleItem()
            .Refusal.ShouldBe(new Refusal(RegistryRefusal.PlacementStillOpen, null, new DateOnly(2026, 3, 1)), RefusalComparer.Instance);
        (await ImportAsync("placements", PlacementHead + Stay("2025-04-01", "2025-04-01"))).Errors.ShouldHaveSingleItem().Refusal.Code
            .ShouldBe(RegistryRefusal.PlacementEndsBeforeItBegins);
        var crossing = await ImportAsync("placements", PlacementHead + Stay("2025-01-01", "2025-02-01") + Stay("2025-03-01", "2025-09-01") + Stay("2025-05-01", "2025-06-01"));
        crossing.Errors.Select(e => (e.Row, e.Refusal.Code)).ShouldBe([(4, RegistryRefusal.PlacementOverlaps)]);
    }

    [Theory]
    [InlineData("119.7,29.8", "latitude", RegistryRefusal.CoordinatesSwapped)]
    [InlineData("95,119.7", "latitude", RegistryRefusal.CoordinateOutOfRange)]
    [InlineData("48.1,11.5", "latitude", ImportRefusal.OutsideCountry)]
    [InlineData("there,119.7", "latitude", RegistryRefusal.CoordinateUnreadable)]
    public async Task A_place_that_cannot_be_is_refused(string place, string column, string code)
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());

        var done = await ImportAsync("placements", PlacementHead + $"{apiary},2025-04-01,2025-05-01,{place},WGS84,60,{World.Rape}\n");

        done.Errors.Select(e => (e.Column, e.Refusal.Code)).ShouldBe([(column, code)]);
    }

    [Fact]
    public async Task A_fixed_apiary_outside_its_county_is_a_question_that_somebody_answers()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());
        var table = new ImportTable("placements", "p.csv", Bytes(PlacementHead + $"{apiary},2025-04-01,2025-05-01,28.1,112.9,WGS84,60,{World.Rape}\n")) { AcceptsQuestions = false };

        var asked = await world.Get<ImportService>().ImportAsync(table, world.County);
        asked.Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(ImportRefusal.QuestionsOpen);
        asked.Questions.Select(q => (q.Row, q.Refusal.Code)).ShouldBe([(2, RegistryRefusal.OutsideCounty)]);

        Say(await world.Get<ImportService>().ImportAsync(table with { AcceptsQuestions = true }, world.County)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nectar_sources_get_codes_and_are_known_again()
    {
        var table = NectarHead
            + $",{World.Rape},东山油菜,{World.CountyCode},百度,POINT(119.69 29.79),120.5,03-01,4月10日\n"
            + $",{World.Citrus},西坡,{World.CountyCode},CGCS2000,\"POLYGON((119.60 29.70, 119.61 29.70, 119.61 29.71, 119.60 29.71, 119.60 29.70))\",,11-20,01-15\n";
        Say(await ImportAsync("nectar-sources", table)).ShouldBeEmpty();

        var stored = await world.SeeAsync(world.County, db => db.NectarSources.Where(n => n.Name == "东山油菜" || n.Name == "西坡").OrderBy(n => n.Name).ToListAsync());
        stored.Count.ShouldBe(2);
        stored.ShouldAllBe(n => n.Code.County == World.CountyCode);
        var (point, area) = (stored.Single(n => n.Name == "东山油菜"), stored.Single(n => n.Name == "西坡"));
        (point.AreaMu, point.EnteredDatum, point.BloomTo).ShouldBe((120.5m, Datum.Bd09, "04-10"));
        point.EnteredGeojson.ShouldContain("119.69");
        point.Geojson.ShouldNotContain("119.69,");
        (area.BloomFrom, area.BloomTo).ShouldBe(("11-20", "01-15"));
        area.AreaMu!.Value.ShouldBe(1607m, 10m);

        (await ImportAsync("nectar-sources", table)).ShouldSatisfyAllConditions(t => t.IsDone.ShouldBeTrue(), t => t.Added.ShouldBe(0));
        (await UndoAsync(await FirstRunOfAsync("nectar-sources"))).ShouldBeDone();
        (await world.SeeAsync(world.County, db => db.NectarSources.CountAsync(n => n.Name == "东山油菜"))).ShouldBe(0);
    }

    [Theory]
    [InlineData("POLYGON((119.6 29.7, 119.7 29.8, 119.7 29.7, 119.6 29.8))", RegistryRefusal.AreaCrossesItself)]
    [InlineData("POLYGON((119.6 29.7, 119.7 29.8))", RegistryRefusal.AreaTwoCorners)]
    [InlineData("POINT(29.79 119.69)", RegistryRefusal.CoordinatesSwapped)]
    [InlineData("POINT(11.5 48.1)", ImportRefusal.OutsideCountry)]
    [InlineData("CIRCLE(1 2)", ImportRefusal.ShapeUnreadable)]
    [InlineData("POINT(119.69 29.79, 1 2)", ImportRefusal.ShapeUnreadable)]
    public async Task A_shape_that_cannot_be_is_refused(string shape, string code)
    {
        var done = await ImportAsync("nectar-sources", NectarHead + $",{World.Rape},x,{World.CountyCode},WGS84,\"{shape}\",,03-01,04-10\n");

        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(2, "geometry", code)]);
    }

    [Fact]
    public async Task A_bloom_of_no_days_is_refused()
    {
        var done = await ImportAsync("nectar-sources", NectarHead + $",{World.Rape},x,{World.CountyCode},WGS84,POINT(119.69 29.79),,03-01,03-01\n");

        done.Errors.Select(e => (e.Column, e.Refusal.Code)).ShouldBe([("bloom_to", ImportRefusal.BloomWithoutDays)]);
    }

    [Fact]
    public async Task Columns_may_be_said_and_cells_mended()
    {
        var table = new ImportTable("beekeepers", "b.csv", Bytes($"号,谁,哪种,县,日子,备注\nM-1,甲,个人,{World.CountyCode},2025-01-01,x\nM-2,乙,??,{World.CountyCode},2025-01-01,y\n"))
        {
            Columns = new Dictionary<string, string> { ["号"] = "licence_no", ["谁"] = "name_zh", ["哪种"] = "kind", ["县"] = "county", ["日子"] = "licence_issued", ["备注"] = "" },
        };
        var import = world.Get<ImportService>();
        (await import.TryAsync(table, world.County)).Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(3, "kind", ImportRefusal.NotAChoice)]);

        var mended = table with { Mended = new Dictionary<int, IReadOnlyDictionary<string, string>> { [3] = new Dictionary<string, string> { ["kind"] = "合作社" } } };
        Say(await import.ImportAsync(mended, world.County)).ShouldBeEmpty();
        (await world.SeeAsync(world.County, db => db.Beekeepers.SingleAsync(b => b.LicenceNumber == "M-2"))).Kind.ShouldBe(BeekeeperKind.Cooperative);
    }

    private void Advance() => world.Clock.Advance(TimeSpan.FromMinutes(1));

    private Task<ImportedTable> ImportAsync(string kind, string text) =>
        world.Get<ImportService>().ImportAsync(new ImportTable(kind, kind + ".csv", Bytes(text)), world.County);

    private Task<ImportedTable> TryAsync(string kind, string text) => world.Get<ImportService>().TryAsync(new ImportTable(kind, kind + ".csv", Bytes(text)), world.County);

    private Task<Outcome> UndoAsync(ImportRunId run) => world.Get<ImportService>().UndoAsync(run, world.County);

    private Task<ImportRunId> LastRunAsync() => world.SeeAsync(world.County, db => db.ImportRuns.OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync());

    private Task<ImportRunId> FirstRunOfAsync(string kind) =>
        world.SeeAsync(world.County, db => db.ImportRuns.Where(r => r.Kind == kind).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());

    private Task<int> CountAsync(string prefix) => world.SeeAsync(world.County, db => db.Beekeepers.CountAsync(b => b.LicenceNumber.StartsWith(prefix)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<string> Say(ImportedTable table) => table.Errors.Select(e => ImportText.Line("table", e));

    private sealed class RefusalComparer : IEqualityComparer<Refusal>
    {
        public static readonly RefusalComparer Instance = new();

        public bool Equals(Refusal? x, Refusal? y) => x?.Code == y?.Code && x!.Arguments.SequenceEqual(y!.Arguments);

        public int GetHashCode(Refusal obj) => obj.Code.GetHashCode(StringComparison.Ordinal);
    }
}
