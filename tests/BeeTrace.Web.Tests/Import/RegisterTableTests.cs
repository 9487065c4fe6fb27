using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Import;
using BeeTrace.Web.Registry;
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
    public async Task Five_hundred_bad_rows_among_ten_thousand_are_all_found_and_no_other()
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

        var done = await TryAsync("beekeepers", table.ToString());

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
    public async Task New_beekeepers_who_resemble_registered_ones_or_other_rows_wait_and_the_preview_says_which()
    {
        var known = world.ABeekeeper() with { NameZh = "试远山蜂业专业合作社", Phone = "0571-8801 2345" };
        await world.RegisteredAsync(known);
        string Row(string licence, string name, string phone = "", string en = "") => $"{licence},{name},{en},合作社,{phone},,{World.CountyCode},2025-01-01\n";
        var table = BeekeeperHead
            + Row("R-01", "甲乙丙丁", "057188012345")
            + Row(known.LicenceNumber!.Replace("-", " "), "戊己庚辛")
            + Row("R-03", "试远山蜂业合作社")
            + Row("R-04", "子丑寅卯", "571-8801-7777")
            + Row("R-05", "辰巳午未", "５７１８８０１７７７７")
            + Row("R-06", "东溪养蜂合作社") + Row("R-07", "东溪养蜂合作社")
            + Row("R-08", "申酉戌亥", "", "Nobody Like Them");

        var would = await TryAsync("beekeepers", table);

        would.IsDone.ShouldBeTrue();
        would.Waiting.ShouldBe(7);
        would.Likenesses.Select(l => (l.Row, l.Column, l.Refusal.Code, l.Refusal.Arguments[0])).ShouldBe(
        [
            (2, "phone", ImportRefusal.LikeRegistered, known.LicenceNumber), (3, "licence_no", ImportRefusal.LikeRegistered, known.LicenceNumber),
            (4, "name_zh", ImportRefusal.LikeRegistered, known.LicenceNumber), (5, "phone", ImportRefusal.LikeRow, 6), (6, "phone", ImportRefusal.LikeRow, 5),
            (7, "name_zh", ImportRefusal.LikeRow, 8), (8, "name_zh", ImportRefusal.LikeRow, 7),
        ]);
        (await CountAsync("R-")).ShouldBe(0);

        var done = await ImportAsync("beekeepers", table);

        (done.Added, done.Waiting).ShouldBe((8, 7));
        var stored = await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber.StartsWith("R-")).ToListAsync());
        stored.Where(b => b.State == RegistrationState.Confirmed).Select(b => b.LicenceNumber).ShouldBe(["R-08"]);
        (await world.Get<StewardQueries>().QueueAsync(world.County)).Select(entry => entry.Code).ShouldContain("R-06");
        (await world.Get<StewardQueries>().LikeAsync("R-06", world.County)).ShouldHaveSingleItem().LicenceNumber.ShouldBe("R-07");
        (await world.DeedsOfAsync("beekeepers")).ShouldContain(d => d.Deed == DeedCode.TableImported && d.New!.Contains("\"waiting\": 7"));
    }

    [Fact]
    public async Task Rows_that_bring_a_registered_beekeeper_up_to_date_change_no_state_and_an_undone_import_takes_the_waiting_ones_along()
    {
        var table = BeekeeperHead
            + $"S-1,壬癸壬,,个人,139 5550 0001,,{World.CountyCode},2025-01-01\nS-2,癸壬癸,,个人,13955500001,,{World.CountyCode},2025-01-01\n";
        Say(await ImportAsync("beekeepers", table)).ShouldBeEmpty();
        var run = await LastRunAsync();
        Advance();
        (await world.Get<StewardService>().ConfirmAsync("S-1", world.County)).ShouldBeDone();

        var again = await ImportAsync("beekeepers", table.Replace("个人,139 5550 0001,,", "个人,139 5550 0001,新地址,"));

        (again.Added, again.Changed, again.Waiting).ShouldBe((0, 1, 0));
        var states = await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber.StartsWith("S-")).OrderBy(b => b.LicenceNumber).Select(b => b.State).ToListAsync());
        states.ShouldBe([RegistrationState.Confirmed, RegistrationState.Waiting]);
        (await UndoAsync(await LastRunAsync())).ShouldBeDone();
        (await UndoAsync(run)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(ImportRefusal.RunChangedSince);

        Say(await ImportAsync("beekeepers", BeekeeperHead + $"S-3,甲壬甲,,个人,13955500001,,{World.CountyCode},2025-01-01\n")).ShouldBeEmpty();
        (await UndoAsync(await LastRunAsync())).ShouldBeDone();
        (await CountAsync("S-")).ShouldBe(2);
    }

    [Fact]
    public async Task Of_very_many_new_names_only_equal_ones_of_one_county_are_alike()
    {
        var table = new StringBuilder(BeekeeperHead);
        for (var i = 0; i <= LookAlikes.MostNames; i++)
            table.Append(CultureInfo.InvariantCulture, $"T-{i:00000},很多养蜂人{i},Beekeeper,个人,,,{World.CountyCode},2025-03-04\n");
        table.Append(CultureInfo.InvariantCulture, $"T-99999,很多养蜂人7,Beekeeper,个人,,,{World.CountyCode},2025-03-04\n");
        var registered = world.ABeekeeper() with { Phone = "0571 8802 0001", NameZh = "独一无二蜂场" };
        await world.RegisteredAsync(registered);
        table.Append(CultureInfo.InvariantCulture, $"T-99998,独一无二蜂场,Beekeeper,个人,057188020001,,{World.CountyCode},2025-03-04\n");

        var would = await TryAsync("beekeepers", table.ToString());

        would.Likenesses.Select(l => (l.Row, l.Refusal.Code, l.Refusal.Arguments[0])).ShouldBe(
        [
            (9, ImportRefusal.LikeRow, LookAlikes.MostNames + 3), (LookAlikes.MostNames + 3, ImportRefusal.LikeRow, 9),
            (LookAlikes.MostNames + 4, ImportRefusal.LikeRegistered, registered.LicenceNumber!), (LookAlikes.MostNames + 4, ImportRefusal.LikeRegistered, registered.LicenceNumber!),
        ]);
        would.Waiting.ShouldBe(3);
    }

    [Fact]
    public async Task Names_are_alike_to_the_import_as_they_are_to_the_queue()
    {
        string[] names = ["周茂林", "周茂霖", "桐庐山花养蜂专业合作社", "桐庐山花养蜂合作社", "Zhou Maolin", "ZHOU-Maolin 2", "申屠 永康", "𬭁溪蜂场", "a", "", "·"];
        foreach (var a in names)
        {
            foreach (var b in names)
            {
                var index = new NameIndex(0.5);
                index.Add(a);
                index.Add(b);
                var alike = await world.SeeAsync(world.County, db => db.Database.SqlQuery<bool>($"select similarity({a}, {b}) >= 0.5 as \"Value\"").SingleAsync());
                (index.FindLike(0) == 1).ShouldBe(alike, $"{a} | {b}");
            }
        }
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
    public async Task A_migratory_apiary_outside_its_county_is_asked_about_once_and_a_stored_row_never_again()
    {
        var beekeeper = await world.BeekeeperAsync();
        var apiary = (await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), world.AnApiary() with { Kind = ApiaryKind.Temporary }, beekeeper)).ShouldBeDone();
        var table = PlacementHead + $"{apiary},2025-04-01,2025-05-01,28.1,112.9,WGS84,60,{World.Rape}\n";

        (await TryAsync("placements", table)).Questions.Select(q => (q.Row, q.Column, q.Refusal.Code)).ShouldBe([(2, "latitude", RegistryRefusal.OutsideCounty)]);
        Say(await ImportAsync("placements", table)).ShouldBeEmpty();
        (await TryAsync("placements", table)).Questions.ShouldBeEmpty();
    }

    // The Tonglu vectors of datums.csv: 29.7937, 119.6915 on WGS-84.
    [Theory]
    [InlineData("29.79116163,119.69632743", "WGS84", "Gcj02")]
    [InlineData("29.796813980027423,119.70293452656522", "WGS84", "Bd09")]
    [InlineData("29.796813980027423,119.70293452656522", "GCJ-02", "Bd09")]
    [InlineData("29.7937,119.6915", "高德", "Wgs84")]
    [InlineData("29.79116163,119.69632743", "CGCS2000", "Gcj02")]
    [InlineData("29.7937,119.6915", "CGCS2000", null)]
    [InlineData("29.79116163,119.69632743", "高德", null)]
    [InlineData("29.85,119.60", "WGS84", null)]
    public async Task A_place_that_would_be_an_earlier_one_of_the_beekeeper_in_another_datum_is_a_question(string numbers, string datum, string? meant)
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), world.AnApiary() with { Latitude = 29.7937m, Longitude = 119.6915m }, beekeeper);
        var other = (await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), world.AnApiary() with { Latitude = 29.9m, Longitude = 119.5m }, beekeeper)).ShouldBeDone();
        var somebodyElses = await world.ApiaryAsync(await world.BeekeeperAsync());
        string Stay(ApiaryCode apiary) => PlacementHead + $"{apiary},2025-04-01,2025-05-01,{numbers},{datum},60,{World.Rape}\n";

        var would = await TryAsync("placements", Stay(other));

        would.IsDone.ShouldBeTrue();
        if (meant is null)
        {
            would.Questions.ShouldBeEmpty();
        }
        else
        {
            var question = would.Questions.ShouldHaveSingleItem();
            (question.Row, question.Column, question.Refusal.Code).ShouldBe((2, "datum", ImportRefusal.LooksShifted));
            question.Refusal.Arguments.ShouldBe([Enum.Parse<Datum>(meant).Name(), new DateOnly(2026, 3, 1)]);
            ImportText.Line("t", question).ShouldNotContain("119");
        }

        (await TryAsync("placements", Stay(somebodyElses))).Questions.ShouldBeEmpty("it is no place of theirs");
        var asked = await world.Get<ImportService>().ImportAsync(new ImportTable("placements", "p.csv", Bytes(Stay(other))) { AcceptsQuestions = false }, world.County);
        asked.IsDone.ShouldBe(meant is null);
    }

    [Fact]
    public async Task An_earlier_row_of_the_file_is_an_earlier_place_too()
    {
        var (one, two) = (await world.BeekeeperAsync(), await world.BeekeeperAsync());
        var far = world.AnApiary() with { Latitude = 29.9m, Longitude = 119.5m };
        var apiary = (await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), far, one)).ShouldBeDone();
        var others = (await world.Get<ApiaryService>().RegisterAsync(ApiaryId.New(), far, two)).ShouldBeDone();
        var table = PlacementHead
            + $"{apiary},2025-04-01,2025-05-01,29.79116163,119.69632743,WGS84,60,{World.Rape}\n"
            + $"{apiary},2024-04-01,2024-05-01,29.7937,119.6915,WGS84,60,{World.Rape}\n"
            + $"{others},2025-04-01,2025-05-01,29.79116163,119.69632743,WGS84,60,{World.Rape}\n";

        var question = (await TryAsync("placements", table)).Questions.ShouldHaveSingleItem();

        (question.Row, question.Refusal.Code, question.Refusal.Arguments[1]).ShouldBe((2, ImportRefusal.LooksShifted, new DateOnly(2024, 4, 1)));
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

    [Fact]
    public async Task An_identity_number_is_sealed_before_it_is_stored_and_found_again_and_stands_in_clear_nowhere()
    {
        var (first, second) = (Identity("33012219800101002"), Identity("33012219800101003"));
        var head = BeekeeperHead.Replace("licence_issued", "licence_issued,身份证号码");
        string Row(string licence, string name, string number, string kind = "个人") => $"{licence},{name},,{kind},,,{World.CountyCode},2025-01-01,{number}\n";
        Say(await ImportAsync("beekeepers", head + Row("I-1", "丙丁丙", first.Insert(6, " ")) + Row("I-2", "丁丙丁", ""))).ShouldBeEmpty();
        Advance();

        var stored = await StoredAsync("I-1");
        world.Get<IdentityVault>().Open(stored.Id, stored.IdentityNumberSealed, world.Today).ShouldBeDone().Text.ShouldBe(first);
        (await world.Get<BeekeeperService>().ReadIdentityNumberAsync("I-1", "核对", world.County)).ShouldBeDone().Text.ShouldBe(first);

        // Told where none was kept, which is taken back alone; the same again is nothing new; another one is refused without being repeated.
        var filled = await ImportAsync("beekeepers", head + Row("I-2", "丁丙丁", second));
        (filled.Added, filled.Changed).ShouldBe((0, 1));
        var known = await StoredAsync("I-2");
        world.Get<IdentityVault>().Open(known.Id, known.IdentityNumberSealed, world.Today).ShouldBeDone().Text.ShouldBe(second);
        (await TryAsync("beekeepers", head + Row("I-2", "丁丙丁", second))).ShouldSatisfyAllConditions(t => t.IsDone.ShouldBeTrue(), t => t.Changed.ShouldBe(0));
        var other = (await TryAsync("beekeepers", head + Row("I-2", "丁丙丁", first))).Errors.ShouldHaveSingleItem();
        (other.Column, other.Refusal.Code).ShouldBe(("identity_number", ImportRefusal.ExistsDifferently));
        ImportText.Line("t", other).ShouldNotContain(first);
        (await ClearTextAsync(second)).ShouldBeEmpty();

        (await UndoAsync(await LastRunAsync())).ShouldBeDone();
        (await StoredAsync("I-2")).ShouldSatisfyAllConditions(b => b.IdentityNumberSealed.ShouldBeNull(), b => b.IdentityNumberHash.ShouldBeNull());
    }

    [Fact]
    public async Task Somebody_with_the_identity_number_of_another_waits()
    {
        var number = Identity("33012219800101004");
        var head = BeekeeperHead.Replace("licence_issued", "licence_issued,identity_number");
        await world.RegisteredAsync(world.ABeekeeper() with { IdentityNumber = number });

        var would = await TryAsync("beekeepers", head + $"J-1,己庚己,,个人,,,{World.CountyCode},2025-01-01,{number}\n");

        would.Likenesses.Select(l => (l.Row, l.Column, l.Refusal.Code)).ShouldBe([(2, "identity_number", ImportRefusal.LikeRegistered)]);
        would.Likenesses.ShouldAllBe(l => !ImportText.Line("t", l).Contains(number));
    }

    [Theory]
    [InlineData("33012219800101", "个人", OfficeRefusal.IdentityMalformed)]
    [InlineData("330122198013010045", "个人", OfficeRefusal.IdentityBirthDay)]
    [InlineData("330122198001010010", "个人", OfficeRefusal.IdentityCheck)]
    [InlineData("33012219800101001X", "公司", OfficeRefusal.IdentityOfPersonsOnly)]
    public async Task An_identity_number_that_cannot_be_is_refused_without_being_repeated(string number, string kind, string code)
    {
        var head = BeekeeperHead.Replace("licence_issued", "licence_issued,identity_number");

        var error = (await TryAsync("beekeepers", head + $"K-1,庚,,{kind},,,{World.CountyCode},2025-01-01,{number}\n")).Errors.ShouldHaveSingleItem();

        (error.Row, error.Column, error.Refusal.Code).ShouldBe((2, "identity_number", code));
        ImportText.Line("t", error).ShouldNotContain(number);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Exporter)]
    [InlineData(Role.Beekeeper)]
    public async Task Who_does_not_keep_the_register_compares_nothing_with_it(Role role)
    {
        foreach (var question in new[]
        {
            "select number from import.beekeepers_like('{1}', '{13355550000}', '{null}', '{null}')",
            "select number from import.shifted_placements('{1}', '{A}', '{29}', '{119}', '{Gcj02}', '{29}', '{119}', '{Bd09}', '{29}', '{119}', 60, 150)",
        })
        {
            var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => world.SeeAsync(World.Person(role), db => db.Database.ExecuteSqlRawAsync(question.Replace("{", "{{").Replace("}", "}}"))));
            refused.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    private static string Identity(string firstSeventeen) => firstSeventeen + IdentityNumber.CheckOf(firstSeventeen);

    private Task<Beekeeper> StoredAsync(string licence) => world.SeeAsync(world.County, db => db.Beekeepers.AsNoTracking().SingleAsync(b => b.LicenceNumber == licence));

    /// <summary>Rows of an import and deeds that hold the text.</summary>
    private Task<List<string>> ClearTextAsync(string text) => world.SeeAsync(world.County, db => db.Database.SqlQuery<string>(
        $"""
        select before::text as "Value" from import.rows where position({text} in before::text) > 0
        union all select new::text from access.deeds where position({text} in new::text) > 0
        """).ToListAsync());

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
