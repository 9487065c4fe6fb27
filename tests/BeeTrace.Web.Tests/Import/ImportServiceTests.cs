using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Import;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Import;

public sealed class ImportServiceTests(World world) : IClassFixture<World>
{
    private const string FirmColumns = "uscc,name_zh,name_en,kind,county,address\n";

    [Fact]
    public async Task Everything_wrong_with_a_table_is_told_at_once_and_nothing_of_it_is_imported()
    {
        var good = Firm(1001);
        var table =
            "uscc,name_zh,name_en,kind,county,telephone\n"
            + $"{good},好企业,Good,Processing,330122,1\n"
            + $"{good[..17]}?,坏企业,Bad,Baking,330122,1\n"
            + "too,few\n"
            + $"{Firm(1002)},,Nameless,Trading,999999,1\n";

        var done = await ImportAsync("firms", table, world.County);

        done.Written.ShouldBe(0);
        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe(
            [
                (1, "telephone", ImportRefusal.ColumnUnknown),
                (1, "address", ImportRefusal.ColumnMissing),
                (3, "uscc", RegistryRefusal.CreditCodeMalformed),
                (3, "kind", ImportRefusal.NotAChoice),
                (4, "", ImportRefusal.FieldCount),
                (5, "name_zh", ImportRefusal.Missing),
                (5, "county", ImportRefusal.Unknown),
            ],
            ignoreOrder: true);
        (await FirmAsync(good)).ShouldBeNull();
    }

    [Fact]
    public async Task One_bad_row_keeps_the_good_ones_out()
    {
        var good = Firm(1003);

        var done = await ImportAsync("firms", $"{FirmColumns}{good},甲,A,Trading,330122,\n{Firm(1004)},乙,B,Trading,000000,\n", world.County);

        done.Errors.ShouldHaveSingleItem().Row.ShouldBe(3);
        (await FirmAsync(good)).ShouldBeNull();
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8 with mark", ';')]
    [InlineData("gb18030", '\t')]
    public async Task A_table_may_be_saved_as_spreadsheets_save_it(string encoding, char separator)
    {
        var code = Firm(1010 + separator);
        // 𬭁 lies outside of the two-byte part of GB18030.
        var text = $"{FirmColumns}{code},桐溪𬭁蜂业,\"Tongxi\",Trading,330122,\r\n".Replace(',', separator);
        var bytes = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text),
            "utf-8" => Encoding.UTF8.GetBytes(text),
            _ => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        };

        var done = await world.Get<ImportService>().ImportAsync(new ImportTable("firms", "firms.csv", bytes), world.County);

        Say(done).ShouldBeEmpty();
        (await FirmAsync(code))!.NameZh.ShouldBe("桐溪𬭁蜂业");
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x75, 0x00 }, ImportRefusal.EncodingUnknown)]
    [InlineData(new byte[0], ImportRefusal.Empty)]
    public async Task A_file_that_is_no_table_is_refused_as_a_whole(byte[] content, string code)
    {
        var done = await world.Get<ImportService>().ImportAsync(new ImportTable("firms", "firms.csv", content), world.County);

        done.Errors.Select(e => (e.Row, e.Refusal.Code)).ShouldBe([(0, code)]);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_found()
    {
        var done = await ImportAsync("countries", "code,name_zh,name_en,source_mark\nXX,\"某国,Nowhere,K\n", world.County);

        done.Errors.Select(e => e.Refusal.Code).ShouldContain(ImportRefusal.Quoting);
    }

    [Fact]
    public async Task Rows_are_counted_as_a_spreadsheet_counts_them()
    {
        var done = await ImportAsync("countries", "code,name_zh,name_en,source_mark\n\nXX,\"两\n行\",Two lines,K\n,,,\nYY,,Nowhere,K\n", world.County);

        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe(
            [(3, "name_zh", ImportRefusal.ControlCharacter), (5, "name_zh", ImportRefusal.Missing)]);
    }

    [Fact]
    public async Task A_table_may_come_twice_but_not_say_something_else()
    {
        var code = Firm(1005);
        var first = $"{FirmColumns}{code},原名,First,Trading,330122,\n";
        Say(await ImportAsync("firms", first, world.County)).ShouldBeEmpty();

        (await ImportAsync("firms", first, world.County)).ShouldSatisfyAllConditions(again => again.IsDone.ShouldBeTrue(), again => again.Written.ShouldBe(0));

        var other = await ImportAsync("firms", first.Replace("原名", "改名"), world.County);
        other.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(2, "uscc", ImportRefusal.ExistsDifferently)]);
        (await FirmAsync(code))!.NameZh.ShouldBe("原名");
    }

    [Fact]
    public async Task The_same_thing_twice_in_one_table_is_refused()
    {
        var row = $"{Firm(1006)},甲,A,Trading,330122,\n";

        var done = await ImportAsync("firms", FirmColumns + row + row, world.County);

        var error = done.Errors.ShouldHaveSingleItem();
        (error.Row, error.Refusal.Code, error.Refusal.Arguments[0]).ShouldBe((3, ImportRefusal.Twice, 2));
    }

    [Fact]
    public async Task Reference_data_is_what_its_newest_table_says()
    {
        const string Columns = "code,name_zh,name_en,source_mark\n";
        Say(await ImportAsync("countries", $"{Columns}QZ,旧名,Old,K\n", world.County)).ShouldBeEmpty();

        (await ImportAsync("countries", $"{Columns}QZ,新名,New,K\n", world.County)).Written.ShouldBe(1);

        (await world.SeeAsync(world.County, db => db.Countries.SingleAsync(c => c.Code == "QZ"))).NameEn.ShouldBe("New");
    }

    [Fact]
    public async Task A_limit_that_its_standard_no_longer_has_judges_nothing_from_then_on()
    {
        const string Columns =
            "market,product,analyte,kind,comparator,low,high,unit,nectar_rule,nectar_sources,species,grade,standard,edition,clause,"
            + "in_force_from,in_force_to,rule,method,source_mark,source,verified,active\n";
        const string Old = "NZ,BEESWAX,MOISTURE,Quality,AtMost,,20,%,,,,,GB 14963,2011,,,,,,K,test,false,true\n";
        Say(await ImportAsync("limits", Columns + Old, Actor.System)).ShouldBeEmpty();

        Say(await ImportAsync("limits", Columns + Old.Replace(",20,", ",18.0,"), Actor.System)).ShouldBeEmpty();

        var limits = await world.SeeAsync(world.County, db => db.Limits.Where(l => l.Market == "NZ" && l.Product == "BEESWAX").ToListAsync());
        limits.Where(l => l.Active).ShouldHaveSingleItem().Describe().En.ShouldBe("≤ 18.0 %");
        limits.Where(l => !l.Active).ShouldHaveSingleItem().High.ShouldBe(20m);
    }

    [Fact]
    public async Task What_two_persons_decided_is_not_for_a_table_to_change()
    {
        const string Columns =
            "market,product,analyte,kind,comparator,low,high,unit,nectar_rule,nectar_sources,species,grade,standard,edition,clause,"
            + "in_force_from,in_force_to,rule,method,source_mark,source,verified,active\n";
        const string Old = "NZ,HONEY,TYLOSIN,MaximumLevel,AtMost,,20,µg/kg,,,,,GB 14963,2011,,,,,,K,test,false,true\n";
        Say(await ImportAsync("limits", Columns + Old, Actor.System)).ShouldBeEmpty();
        var old = await world.LimitInForceAsync("TYLOSIN", "≤ 20 µg/kg", "NZ");
        await world.ReplaceLimitAsync(old, world.Today, "15");

        Say(await ImportAsync("limits", Columns + Old.Replace("test", "another source"), Actor.System)).ShouldBeEmpty();
        Say(await ImportAsync("limits", Columns + Old.Replace("TYLOSIN", "LINCOMYCIN"), Actor.System)).ShouldBeEmpty();

        var limits = await world.SeeAsync(world.County, db => db.Limits.Where(l => l.Market == "NZ" && l.Analyte == "TYLOSIN").ToListAsync());
        limits.Select(l => (l.High, l.InForceTo, l.Active, l.Source)).ShouldBe(
            [(20m, world.Today.AddDays(-1), true, "test"), (15m, null, true, "https://standards.test/gb-14963-2027")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_table_that_says_something_else_of_a_limit_adds_a_row_and_the_old_one_judges_no_more()
    {
        const string Columns =
            "market,product,analyte,kind,comparator,low,high,unit,nectar_rule,nectar_sources,species,grade,standard,edition,clause,"
            + "in_force_from,in_force_to,rule,method,source_mark,source,verified,active\n";
        const string Old = "NZ,PROPOLIS_RAW,LEAD,MaximumLevel,AtMost,,20,mg/kg,,,,,GB 14963,2011,,,,,,K,guess,false,true\n";
        Say(await ImportAsync("limits", Columns + Old, Actor.System)).ShouldBeEmpty();

        Say(await ImportAsync("limits", Columns + Old.Replace("K,guess,false", "S4,a page,true"), Actor.System)).ShouldBeEmpty();
        (await ImportAsync("limits", Columns + Old.Replace("K,guess,false", "S4,a page,true"), Actor.System)).Written.ShouldBe(0);

        var limits = await world.SeeAsync(world.County, db => db.Limits.Where(l => l.Market == "NZ" && l.Product == "PROPOLIS_RAW").ToListAsync());
        limits.Select(l => (l.Source, l.Active)).ShouldBe([("guess", false), ("a page", true)], ignoreOrder: true);
        (await ImportAsync("limits", Columns + Old + Old.Replace(",20,", ",30,"), Actor.System))
            .Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(LabRefusal.LimitsMeet);
    }

    [Fact]
    public async Task A_profile_in_force_twice_on_one_day_is_refused_in_words()
    {
        const string Table = "market,version,name_zh,name_en,rule,valid_from,valid_to,source_mark,source\nNZ,NZ-2026.1,新西兰,New Zealand,SIMPLE,2026-01-01,,K,test\n";

        (await ImportAsync("market-profiles", Table, world.County)).Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(LabRefusal.ProfileOverlaps);

        (await world.SeeAsync(world.County, db => db.MarketVersions.AnyAsync(m => m.Version == "NZ-2026.1"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_proviso_is_whole_or_not_there()
    {
        const string Columns =
            "market,product,analyte,kind,comparator,low,high,unit,nectar_rule,nectar_sources,species,grade,state,not_state,proviso_analyte,proviso_comparator,"
            + "proviso_bound,proviso_unit,standard,edition,clause,in_force_from,in_force_to,rule,method,source_mark,source,verified,active\n";
        string Row(string proviso, string state = "") => $"{Columns}NZ,POLLEN,DIASTASE,Quality,AtLeast,3,,DN,,,,,{state},,{proviso},GB 14963,2011,,,,,,K,test,false,true\n";

        (await ImportAsync("limits", Row("HMF,,,"), Actor.System)).Errors.Select(e => (e.Column, e.Refusal.Code)).ShouldBe(
            [("proviso_comparator", ImportRefusal.NotAChoice), ("proviso_bound", ImportRefusal.Missing), ("proviso_unit", ImportRefusal.Missing)]);
        (await ImportAsync("limits", Row("HMF,Within,15,mg/kg"), Actor.System)).Errors.ShouldHaveSingleItem().Column.ShouldBe("proviso_comparator");
        (await ImportAsync("limits", Row("HMF,AtMost,15,mg/kg", "Boiled"), Actor.System)).Errors.ShouldHaveSingleItem().Column.ShouldBe("state");
        Say(await ImportAsync("limits", Row("HMF,AtMost,15.0,ppm", "Pressed"), Actor.System)).ShouldBeEmpty();

        var limit = await world.SeeAsync(world.County, db => db.Limits.SingleAsync(l => l.Market == "NZ" && l.Product == "POLLEN"));
        (limit.State, limit.NotState).ShouldBe((DeclaredState.Pressed, null));
        limit.ToProviso().ShouldNotBeNull().Describe().En.ShouldBe("≤ 15.0 mg/kg");
    }

    [Fact]
    public async Task A_sum_is_defined_by_what_its_newest_table_says()
    {
        const string Columns = "market,analyte,part,factor,expressed_as,bound,source_mark,source,active\n";
        const string One = "NZ,SULFONAMIDES,TYLOSIN,1,tylosin,Lower,K,test,true\n";
        const string Two = "NZ,SULFONAMIDES,LINCOMYCIN,1.25,tylosin,Lower,K,test,true\n";
        (await ImportAsync("residue-definitions", Columns + One.Replace(",1,", ",,"), world.County)).Errors.ShouldHaveSingleItem().Column.ShouldBe("factor");
        (await ImportAsync("residue-definitions", Columns + One.Replace(",1,", ",0,"), world.County)).Errors.ShouldHaveSingleItem().Column.ShouldBe("factor");

        Say(await ImportAsync("residue-definitions", Columns + One + Two, world.County)).ShouldBeEmpty();
        (await DefinitionAsync()).Parts.ShouldBe([new ResiduePart("LINCOMYCIN", 1.25m), new ResiduePart("TYLOSIN", 1m)], ignoreOrder: true);
        Say(await ImportAsync("residue-definitions", Columns + One, world.County)).ShouldBeEmpty();
        (await DefinitionAsync()).Parts.ShouldBe([new ResiduePart("TYLOSIN", 1m)]);

        async Task<ResidueDefinition> DefinitionAsync() => (await world.SeeAsync(
            world.Analyst, db => LimitCatalogue.FindAsync(db, "NZ", "HONEY", world.Today, CancellationToken.None)))!.Profile.ResidueDefinitions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lot_from_a_table_keeps_its_code_and_the_next_one_is_numbered_after_it()
    {
        var exporter = await world.ExporterAsync();
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());
        var firm = (await world.SeeAsync(world.County, db => db.Firms.SingleAsync(f => f.Id == exporter.Firm))).CreditCode;
        var code = LotCode.Create(world.Today.Year, 700);
        var harvested = world.Today.AddDays(-3);
        const string Columns = "code,firm_uscc,apiary,product,mass_kg,harvested_on,nectar_source,recorded_on\n";

        Say(await ImportAsync("lots", $"{Columns}{code},{firm},{apiary},HONEY,120.5,{harvested:yyyy-MM-dd},{World.Rape},{world.Today:yyyy-MM-dd}\n", Actor.System))
            .ShouldBeEmpty();

        (await world.LotAsync(exporter, apiary)).Serial.ShouldBeGreaterThan(700);
        (await world.SeeAsync(exporter, db => db.Lots.SingleAsync(l => l.Code == code))).MassKg.ShouldBe(120.5m);
    }

    [Fact]
    public async Task A_lot_from_a_table_obeys_the_rules_of_the_page()
    {
        var exporter = await world.ExporterAsync();
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync(), since: new DateOnly(2026, 3, 1));
        var firm = (await world.SeeAsync(world.County, db => db.Firms.SingleAsync(f => f.Id == exporter.Firm))).CreditCode;
        var code = LotCode.Create(2026, 710);

        var done = await ImportAsync(
            "lots", $"code,firm_uscc,apiary,product,mass_kg,harvested_on,nectar_source,recorded_on\n{code},{firm},{apiary},HONEY,0,2026-02-28,,2026-02-01\n", Actor.System);

        done.Errors.Select(e => (e.Column, e.Refusal.Code)).ShouldBe(
            [
                ("mass_kg", TraceRefusal.MassNotPositive),
                ("harvested_on", TraceRefusal.HarvestOutsidePlacement),
                ("recorded_on", ImportRefusal.DayTooEarly),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Colonies_stand_in_one_place_a_day_in_tables_too()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync(), since: new DateOnly(2026, 5, 1));

        var done = await ImportAsync(
            "placements",
            "apiary,from,until,latitude,longitude,datum,accuracy_m,colonies,plant\n"
            + $"{apiary},2026-02-01,2026-03-01,29.8,119.7,GCJ02,5,60,{World.Rape}\n"
            + $"{apiary},2026-02-20,2026-04-01,29.8,119.7,WGS84,5,60,{World.Rape}\n"
            + $"{apiary},2026-06-01,,29.8,119.7,WGS84,5,0,{World.Rape}\n",
            world.County);

        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe(
            [(3, "from", RegistryRefusal.PlacementOverlaps), (4, "colonies", RegistryRefusal.ColoniesTooFew)]);
    }

    [Fact]
    public async Task Who_entered_the_readings_of_a_table_does_not_approve_it()
    {
        var sample = await ImportedSampleAsync(720);
        Say(await ImportAsync("readings", $"sample,analyte,reading,unit,lod,loq,method\n{sample},SUCROSE,3.1,g/100 g,,,\n", world.Analyst)).ShouldBeEmpty();
        var both = world.Analyst with { Role = Role.Reviewer };
        var approvals = $"code,approved_on\n{sample},{world.Today:yyyy-MM-dd}\n";

        (await ImportAsync("approvals", approvals, both)).Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(2, "code", LabRefusal.SamePerson)]);

        Say(await ImportAsync("approvals", approvals, world.Reviewer)).ShouldBeEmpty();
        var approved = await world.SeeAsync(world.Reviewer, db => db.Samples.SingleAsync(s => s.Code == sample));
        (approved.Status, approved.ApprovedBy, approved.SubmittedBy).ShouldBe((SampleStatus.Approved, world.Reviewer.Account, world.Analyst.Account));
    }

    [Fact]
    public async Task Readings_of_a_table_obey_the_rules_of_the_bench()
    {
        var sample = await ImportedSampleAsync(721);
        const string Columns = "sample,analyte,reading,unit,lod,loq,method\n";

        var done = await ImportAsync(
            "readings",
            $"{Columns}{sample},SUCROSE,\"3,1\",g/100 g,,,\n{sample},CHLORAMPHENICOL,ND,µg/kg,,,\n{sample},MOISTURE,1.8.0,mg/kg,x,,\nS26-00001-X,NONSENSE,1,%,,,\n",
            world.Analyst);

        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe(
            [
                (2, "reading", LabRefusal.CommaInNumber),
                (3, "lod", LabRefusal.LodMissing),
                (4, "lod", ImportRefusal.NotANumber),
                (4, "unit", ImportRefusal.UnitOther),
                (4, "reading", LabRefusal.ReadingUnreadable),
                (5, "sample", CodeRefusal.CheckCharacter),
                (5, "analyte", LabRefusal.AnalyteUnknown),
            ]);

        Say(await ImportAsync("readings", $"{Columns}{sample},SUCROSE,3.1,g/100 g,,,\n", world.Analyst)).ShouldBeEmpty();
        var corrected = await ImportAsync("readings", $"{Columns}{sample},SUCROSE,3.2,g/100 g,,,\n", world.Analyst);
        corrected.Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(ImportRefusal.ExistsDifferently);
    }

    [Theory]
    [InlineData("readings", Role.County)]
    [InlineData("readings", Role.System)]
    [InlineData("approvals", Role.Analyst)]
    [InlineData("samples", Role.Exporter)]
    [InlineData("limits", Role.Admin)]
    [InlineData("limits", Role.County)]
    [InlineData("firms", Role.Auditor)]
    public async Task A_table_is_brought_by_whoever_answers_for_it(string kind, Role role)
    {
        var done = await ImportAsync(kind, "", World.Person(role));

        done.Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task The_record_says_which_file_was_brought()
    {
        Say(await ImportAsync("claims", "code,subject,measure,value,decimals,unit,from,to,revision,product_scope,basis,flow,attribution,definition_zh,definition_en,source_zh,source_en,published_on,source_mark\n"
            + "TEST-1,330122,Firms,28,0,firms,2018-01-01,2018-12-31,1,,,,Unstated,甲,A,乙,B,,B\n", world.County)).ShouldBeEmpty();

        var deed = (await world.DeedsOfAsync("claims")).ShouldHaveSingleItem();
        (deed.Deed, deed.ActorId).ShouldBe((DeedCode.TableImported, world.County.Account));
        deed.New!.ShouldContain("claims.csv");
        deed.New!.ShouldMatch("\"sha256\": *\"[0-9a-f]{64}\"");
    }

    [Fact]
    public async Task A_table_of_declarations_tells_everything_that_is_wrong_and_brings_nothing_of_it()
    {
        var credit = await CreditCodeAsync(await world.ExporterAsync());
        var table = DeclarationHead
            + $"999920260000001001,1,{credit},2026-05-01,HONEY,0409000000,JP,一般贸易,330122,330122,-5,,,,\n"
            + $"999920260000001002,1,{credit},2026-05-01,HONEY,0409000000,JP,General,330122,330122,10000000000,,,,\n"
            + $"999920260000001003,1,{credit},2026-05-01,RJ_FRESH,04100041,JP,General,330122,330122,5,,,,\n"
            + $"999920260000001004,1,{credit},2026-05-01,HONEY,0409000000,ZZ,General,330122,330122,5,,,,\n"
            + $"999920260000001005,1,{credit},2026-05-01,HONEY,0409000000,JP,General,330122,330122,5,,,100,\n"
            + $"999920260000001006,1,{credit},2026-05-01,HONEY,0409000000,JP,General,330122,330122,5,,,100,CNY\n"
            + $"999920260000001006,1,{credit},2026-05-01,HONEY,0409000000,JP,General,330122,330122,5,,,100,CNY\n";

        var done = await ImportAsync("declarations", table, world.County);

        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe(
        [
            (2, "net_kg", TradeRefusal.MassNotPositive), (3, "net_kg", TradeRefusal.MassTooGreat), (4, "hs_code", TradeRefusal.HsCodeOfAnotherDay), (5, "destination", ImportRefusal.Unknown),
            (6, "value", TradeRefusal.ValueWithoutCurrency), (8, "declaration", ImportRefusal.Twice),
        ]);
        (await world.SeeAsync(world.County, db => db.Declarations.CountAsync(d => d.Number.StartsWith("99992026000000100")))).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_declarations_again_change_nothing_and_others_under_their_number_are_refused()
    {
        var credit = await CreditCodeAsync(await world.ExporterAsync());
        string Row(string kg) => DeclarationHead + $"999920260000002001,1,{credit},2026-05-01,HONEY,0409000000,JP,General,330122,330122,{kg},6,2,100,USD\n";

        (await ImportAsync("declarations", Row("5"), world.County)).Written.ShouldBe(1);
        (await ImportAsync("declarations", Row("5.0"), world.County)).Written.ShouldBe(0);
        (await ImportAsync("declarations", Row("6"), world.County)).Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(ImportRefusal.ExistsDifferently);
        (await ImportAsync("declarations", Row("5"), await world.ExporterAsync())).Errors.ShouldHaveSingleItem().Refusal.Code.ShouldBe(AccessRefusal.NotYourRole);
        (await world.SeeAsync(world.County, db => db.Declarations.SingleAsync(d => d.Number == "999920260000002001"))).ValueUsd.ShouldBe(100);
    }

    private const string DeclarationHead = "declaration,item,firm_uscc,declared_on,product,hs_code,destination,trade_mode,registered_place,source_place,net_kg,gross_kg,packages,value,currency\n";

    private Task<string> CreditCodeAsync(Actor exporter) => world.SeeAsync(world.County, db => db.Firms.Where(f => f.Id == exporter.Firm).Select(f => f.CreditCode).SingleAsync());

    /// <summary>A received sample of honey, brought by a table.</summary>
    private async Task<SampleCode> ImportedSampleAsync(int serial)
    {
        var lot = await world.LotAsync();
        var code = SampleCode.Create(world.Today.Year, serial);
        var day = world.Today.AddDays(-1);
        Say(await ImportAsync("samples", $"code,lot,basis,grade,drawn_on,received_on\n{code},{lot},RandomSurveillance,,{day:yyyy-MM-dd},{day:yyyy-MM-dd}\n", world.Sampler))
            .ShouldBeEmpty();
        return code;
    }

    private Task<ImportedTable> ImportAsync(string kind, string text, Actor actor) =>
        world.Get<ImportService>().ImportAsync(new ImportTable(kind, kind + ".csv", Encoding.UTF8.GetBytes(text)), actor);

    private Task<Firm?> FirmAsync(string creditCode) =>
        world.SeeAsync(world.County, db => db.Firms.SingleOrDefaultAsync(f => f.CreditCode == creditCode));

    private static string Firm(int number)
    {
        var code = $"91{World.CountyCode}MA9X{number:00000}";
        return code + UnifiedSocialCreditCode.CheckOf(code);
    }

    private static IEnumerable<string> Say(ImportedTable table) => table.Errors.Select(e => ImportText.Line("table", e));
}
