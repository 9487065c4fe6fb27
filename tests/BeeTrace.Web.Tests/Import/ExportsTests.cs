using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Import;

public sealed class ExportsTests(World world) : IClassFixture<World>
{
    private const string BeekeeperHead = "licence_no,name_zh,name_en,kind,phone,address,county,licence_issued\n";

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_taken_out_comes_back_unchanged_and_runs_nowhere(string format)
    {
        var table = BeekeeperHead
            + $"X{format}-1,=1+1,\"@SUM(1)\",Individual,+86571,\"-lane, 5\",{World.CountyCode},2025-01-01\n"
            + $"X{format}-2,'=quoted,''twice,Company,0571-1,\"say \"\"ni hao\"\"\",{World.CountyCode},2024-02-29\n";
        (await ImportAsync("beekeepers", Encoding.UTF8.GetBytes(table.Replace(",'=", ",''=")))).Errors.ShouldBeEmpty();
        var before = await BeekeepersAsync($"X{format}-");
        before.Select(b => b.NameZh).ShouldBe(["=1+1", "'=quoted"]);

        var file = await FileAsync("beekeepers", format, world.County);

        var again = await ImportAsync("beekeepers", file);
        again.Errors.ShouldBeEmpty();
        (again.Added, again.Changed).ShouldBe((0, 0));
        var cells = Cells(file);
        cells.Count.ShouldBeGreaterThan(10);
        cells.ShouldContain("'=1+1");
        cells.ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell[0]));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Places_and_nectar_sources_come_back_unchanged_too(string format)
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAsync(beekeeper);
        (await ImportAsync("nectar-sources", Encoding.UTF8.GetBytes(
            "code,plant,name,county,datum,geometry,area_mu,bloom_from,bloom_to\n"
            + $",{World.Rape},往返{format},{World.CountyCode},GCJ02,\"POLYGON((119.60 29.70, 119.61 29.70, 119.6100001 29.71, 119.60 29.71))\",12.50,11-01,01-10\n"))).Errors.ShouldBeEmpty();

        foreach (var kind in new[] { "apiaries", "placements", "nectar-sources" })
        {
            var again = await ImportAsync(kind, await FileAsync(kind, format, world.County));
            again.Errors.Select(e => ImportText.Line(kind, e)).ShouldBeEmpty();
            again.Rows.ShouldBeGreaterThan(0);
            (again.Added, again.Changed).ShouldBe((0, 0), kind);
        }
    }

    [Fact]
    public async Task An_officer_who_takes_out_exact_places_leaves_a_deed_first()
    {
        var apiary = await world.ApiaryAsync(await world.BeekeeperAsync());
        var officer = World.Person(Role.Auditor);

        await Should.ThrowAsync<Npgsql.PostgresException>(() => BytesAsync(to => world.Get<Exports>().WriteCsvAsync(Kind("placements"), to, officer, default)));

        var file = await FileAsync("placements", "csv", officer);
        Encoding.UTF8.GetString(file).ShouldContain(apiary.ToString());
        var deeds = await world.SeeAsync(world.County, db => db.Deeds.Where(d => d.ActorId == officer.Account).ToListAsync());
        deeds.Select(d => d.Deed).ShouldBe([DeedCode.LocationRead, DeedCode.TableExported], ignoreOrder: true);
        deeds.Single(d => d.Deed == DeedCode.LocationRead).New!.ShouldContain(apiary.ToString());
    }

    [Fact]
    public async Task Each_takes_out_what_each_may_know()
    {
        var (own, other) = (await world.BeekeeperAsync(), await world.BeekeeperAsync());
        const decimal Planted = 29.8123457m;
        await RegisterAsync(own, 29.7654321m);
        await RegisterAsync(other, Planted);

        foreach (var format in new[] { "csv", "geojson" })
        {
            foreach (var kind in new[] { "placements", "places" })
            {
                Encoding.UTF8.GetString(await FileAsync(kind, format, own)).ShouldContain("29.7654321");
                Encoding.UTF8.GetString(await FileAsync(kind, format, own)).ShouldNotContain("29.8123");
                Encoding.UTF8.GetString(await FileAsync(kind, format, await world.ExporterAsync())).ShouldNotContain("29.8123");
            }

            Encoding.UTF8.GetString(await FileAsync("places", format, world.County)).ShouldNotContain("29.8123");
            Encoding.UTF8.GetString(await FileAsync("placements", format, world.County)).ShouldContain("29.8123457");
        }

        Encoding.UTF8.GetString(await FileAsync("beekeepers", "csv", own)).Split('\n').Length.ShouldBe(3);
        var (firm, supplier) = (await world.ExporterAsync(), await world.BeekeeperAsync());
        var code = await RegisterAsync(supplier, 29.9876543m);
        await world.SupplyAsync(supplier, firm);
        // A stay that was over before the beekeeper joined the firm's base.
        (await ImportAsync("placements", Encoding.UTF8.GetBytes(
            $"apiary,from,until,latitude,longitude,datum,colonies,plant\n{code},2025-03-01,2025-06-01,29.6543217,119.7,WGS84,60,{World.Rape}\n"))).Errors.ShouldBeEmpty();
        var stays = Encoding.UTF8.GetString(await FileAsync("placements", "csv", firm));
        stays.ShouldContain("29.9876543");
        stays.ShouldNotContain("29.6543217");
        var places = Encoding.UTF8.GetString(await FileAsync("places", "csv", firm));
        places.Split('\n').Where(line => line.Contains(code.ToString(), StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("exact");
    }

    [Fact]
    public async Task GeoJson_says_longitude_first_its_datum_and_its_degree()
    {
        var keeper = await world.BeekeeperAsync();
        await RegisterAsync(keeper, 29.8m);

        using var json = JsonDocument.Parse(await FileAsync("placements", "geojson", keeper));

        json.RootElement.GetProperty("datum").GetString().ShouldBe("WGS-84");
        var feature = json.RootElement.GetProperty("features")[0];
        feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDecimal()).ShouldBe([119.7m, 29.8m]);
        feature.GetProperty("properties").GetProperty("degree").GetString().ShouldBe("exact");
        feature.GetProperty("properties").GetProperty("colonies").GetInt32().ShouldBe(60);
    }

    private async Task<ApiaryCode> RegisterAsync(Actor keeper, decimal latitude) =>
        (await world.Get<BeeTrace.Web.Registry.ApiaryService>().RegisterAsync(ApiaryId.New(), world.AnApiary() with { Latitude = latitude }, keeper)).Value;

    private Task<List<Beekeeper>> BeekeepersAsync(string prefix) =>
        world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber.StartsWith(prefix)).OrderBy(b => b.LicenceNumber).ToListAsync());

    private Task<ImportedTable> ImportAsync(string kind, byte[] file) => world.Get<ImportService>().ImportAsync(new ImportTable(kind, kind, file), world.County);

    private async Task<byte[]> FileAsync(string code, string format, Actor actor)
    {
        var (exports, kind) = (world.Get<Exports>(), Kind(code));
        await exports.RecordAsync(code, format, kind.TellsExactPlaces, actor, default);
        if (format == "csv")
            return await BytesAsync(to => exports.WriteCsvAsync(kind, to, actor, default));
        if (format == "geojson")
            return await BytesAsync(to => exports.WriteGeoJsonAsync(kind, to, actor, default));
        await using var file = (await exports.WorkbookAsync(kind, actor, default)).Value;
        return await BytesAsync(to => file.CopyToAsync(to));
    }

    private static ExportKind Kind(string code) => ExportKind.All.Single(k => k.Code == code);

    private static async Task<byte[]> BytesAsync(Func<Stream, Task> write)
    {
        using var content = new MemoryStream();
        await write(content);
        return content.ToArray();
    }

    /// <summary>Every text cell as it lies in the file, before the import makes it again what it was; numbers are left out.</summary>
    private static List<string> Cells(byte[] file)
    {
        if (file[0] != 'P')
            return [.. Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split(['\n', ','], StringSplitOptions.TrimEntries).Select(cell => cell.Trim('"'))];
        using var zip = new ZipArchive(new MemoryStream(file));
        using var sheet = zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Open();
        var xml = System.Xml.Linq.XDocument.Load(sheet);
        xml.Descendants().ShouldNotContain(e => e.Name.LocalName == "f");
        return [.. xml.Descendants().Where(e => e.Name.LocalName is "t" or "v").Select(e => e.Value)];
    }
}
