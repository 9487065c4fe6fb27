using System.IO.Compression;
using System.Text;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Import;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Import;

public sealed class WorkbookTests(World world) : IClassFixture<World>
{
    private static readonly string[] Head = ["s:蜂证号*", "s:姓名", "s:类型", "s:联系电话（手机）", "s:县代码", "s:发证日期"];

    [Fact]
    public async Task A_county_brings_the_workbook_it_has()
    {
        var done = await ImportAsync(new Workbook()
            .Row("s:桐溪县养蜂户登记表")
            .Row(Head)
            .Row("s:ＸＬ－０００１", "s:王一", "s:个人", "n:13800138000", "n:330122", "d1:46144")
            .Row("s:XL-0002", "s:王二", "s:合作社", "s:１３８００１３８００１", "s:330122", "d2:46144")
            .Row()
            .Row("s:XL-0003", "s:王三", "s:Company", "", "s:330122", "s:2026年5月2日"));

        Say(done).ShouldBeEmpty();
        (done.Rows, done.Added).ShouldBe((3, 3));
        var stored = await world.SeeAsync(world.County, db => db.Beekeepers.Where(b => b.LicenceNumber.StartsWith("XL-")).OrderBy(b => b.LicenceNumber).ToListAsync());
        stored.Select(b => (b.LicenceNumber, b.NameZh, b.NameEn, b.Kind, b.Phone, b.LicenceIssuedOn)).ShouldBe(
            [
                ("XL-0001", "王一", "王一", BeekeeperKind.Individual, "13800138000", new DateOnly(2026, 5, 2)),
                ("XL-0002", "王二", "王二", BeekeeperKind.Cooperative, "13800138001", new DateOnly(2026, 5, 2)),
                ("XL-0003", "王三", "王三", BeekeeperKind.Company, null, new DateOnly(2026, 5, 2)),
            ]);
    }

    [Fact]
    public async Task Days_may_be_counted_from_1904()
    {
        Say(await ImportAsync(new Workbook(counts1904: true).Row(Head).Row("s:XM-0001", "s:马一", "s:个人", "", "s:330122", "d1:44682"))).ShouldBeEmpty();

        (await world.SeeAsync(world.County, db => db.Beekeepers.SingleAsync(b => b.LicenceNumber == "XM-0001"))).LicenceIssuedOn.ShouldBe(new DateOnly(2026, 5, 2));
    }

    [Fact]
    public async Task Rows_are_counted_as_Excel_counts_them_and_failed_formulas_are_told()
    {
        var done = await ImportAsync(new Workbook().Row(Head).Row().Row("s:XN-0001", "e:#REF!", "s:个人", "", "s:330122", "n:46144"));

        done.Errors.Select(e => (e.Row, e.Column, e.Refusal.Code)).ShouldBe([(3, "name_zh", ImportRefusal.CellError)]);
    }

    [Theory]
    [InlineData("2026-05-02")]
    [InlineData("2026-5-2")]
    [InlineData("2026/5/2")]
    [InlineData("2026.5.2")]
    [InlineData("20260502")]
    [InlineData("２０２６年５月２日")]
    [InlineData("2026年5月2日")]
    [InlineData("2026/5/2 8:30")]
    [InlineData("2026-05-02T00:00:00")]
    [InlineData("46144")]
    public void A_day_is_read_as_people_write_it(string text)
    {
        CellText.TryDay(text, counts1904: false, out var day).ShouldBeTrue();
        day.ShouldBe(new DateOnly(2026, 5, 2));
    }

    [Theory]
    [InlineData("5/2/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("26-5-2")]
    [InlineData("yesterday")]
    public void A_day_that_may_be_another_is_no_day(string text) => CellText.TryDay(text, counts1904: false, out _).ShouldBeFalse();

    [Fact]
    public void The_first_days_of_1900_are_counted_as_Excel_shows_them()
    {
        CellText.DayOf(1, false).ShouldBe(new DateOnly(1900, 1, 1));
        CellText.DayOf(59, false).ShouldBe(new DateOnly(1900, 2, 28));
        CellText.DayOf(61, false).ShouldBe(new DateOnly(1900, 3, 1));
        CellText.DayOf(0, true).ShouldBe(new DateOnly(1904, 1, 1));
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_in_a_sentence()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        (await CodesAsync(compound)).ShouldBe([ImportRefusal.WorkbookOldOrLocked]);
        (await CodesAsync("PK\u0003\u0004 and then nothing"u8.ToArray())).ShouldBe([ImportRefusal.WorkbookUnreadable]);
        (await CodesAsync(Zip(("readme.txt", "hello")))).ShouldBe([ImportRefusal.WorkbookUnreadable]);
        (await CodesAsync(new Workbook().Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>").Bytes())).ShouldBe([ImportRefusal.WorkbookUnreadable]);
        (await CodesAsync(new Workbook().Row(Head).Row("s:XO-1").Bytes()[..^200])).ShouldBe([ImportRefusal.WorkbookUnreadable]);
    }

    [Fact]
    public async Task Names_of_names_of_names_are_not_unfolded()
    {
        const string Laughs = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";

        (await CodesAsync(new Workbook().Part("xl/worksheets/sheet1.xml", Laughs).Bytes())).ShouldBe([ImportRefusal.WorkbookUnreadable]);
    }

    [Theory]
    [InlineData("one huge cell")]
    [InlineData("one huge attribute")]
    [InlineData("endless nesting")]
    [InlineData("many texts")]
    [InlineData("many parts")]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused_and_memory_stays_flat(string bomb)
    {
        var main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
        var file = bomb switch
        {
            "one huge cell" => Bomb("xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData>{row}", "A", 300),
            "one huge attribute" => Bomb("xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData><row r=\"", "1", 300),
            "endless nesting" => Bomb("xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData>", "<row>", 60),
            "many texts" => Bomb("xl/sharedStrings.xml", $"<sst {main}>", $"<si><t>{new string('x', 200)}</t></si>", 300),
            _ => Zip([.. Enumerable.Range(0, 3000).Select(i => ($"xl/{i}.xml", ""))]),
        };
        file.Length.ShouldBeLessThan(2 * 1024 * 1024);

        var (codes, megabytes) = Read(file);

        codes.ShouldBe([ImportRefusal.WorkbookUnpacksTooFar]);
        // The texts of a sheet are kept until they are too many.
        megabytes.ShouldBeLessThan(bomb == "many texts" ? 400 : 20);
    }

    [Fact]
    public async Task Sixty_megabytes_are_refused_unread()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.OpenWrite(path))
                file.SetLength(60L * 1024 * 1024);
            var done = await world.Get<ImportService>().ImportAsync(new ImportTable("beekeepers", "big.csv", TableFile.OnDisk(path)), world.County);

            done.Errors.Select(e => e.Refusal.Code).ShouldBe([ImportRefusal.FileTooLarge]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_sheet_as_wide_as_Excel_allows_is_refused()
    {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";

        (await CodesAsync(new Workbook().Part("xl/worksheets/sheet1.xml", sheet).Bytes())).ShouldBe([ImportRefusal.TooManyColumns]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8657164600000")]
    [InlineData("-5")]
    [InlineData("@name")]
    [InlineData("'=1+1")]
    [InlineData("''quoted")]
    [InlineData("＝full")]
    [InlineData("'plain")]
    [InlineData("plain")]
    [InlineData("")]
    public void A_cell_is_harmless_in_a_spreadsheet_and_itself_when_it_comes_back(string text)
    {
        var harmless = SpreadsheetText.Harmless(text);

        (harmless.Length == 0 || !"=+-@＝＋－＠\t\r".Contains(harmless[0])).ShouldBeTrue();
        SpreadsheetText.Original(harmless).ShouldBe(text);
    }

    private async Task<IEnumerable<string>> CodesAsync(byte[] file) =>
        (await world.Get<ImportService>().ImportAsync(new ImportTable("beekeepers", "file.xlsx", file), world.County)).Errors.Select(e => e.Refusal.Code);

    /// <summary>Reads a file to its end or to what is wrong with it, and counts what the reading of it allocated.</summary>
    private static (IReadOnlyList<string> Codes, long Megabytes) Read(byte[] content)
    {
        TableFile file = content;
        var errors = new ErrorList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (var reader = TableReader.Open(file, TableLimits.Usual, _ => false, errors))
        {
            while (reader?.Read() == true)
            {
            }
        }

        return ([.. errors.Told.Select(e => e.Refusal.Code)], (GC.GetAllocatedBytesForCurrentThread() - before) / 1024 / 1024);
    }

    private Task<ImportedTable> ImportAsync(Workbook workbook) =>
        world.Get<ImportService>().ImportAsync(new ImportTable("beekeepers", "table.xlsx", workbook.Bytes()), world.County);

    private static IEnumerable<string> Say(ImportedTable table) => table.Errors.Select(e => ImportText.Line("table", e));

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook one part of which repeats itself for some megabytes.</summary>
    private static byte[] Bomb(string part, string begin, string again, int megabytes)
    {
        using var file = new MemoryStream();
        file.Write(new Workbook().Part("xl/worksheets/sheet1.xml", "<worksheet/>").Bytes());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            zip.GetEntry(part)?.Delete();
        using var copy = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file.ToArray())))
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Create))
        {
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var target = zip.CreateEntry(entry.FullName).Open();
                source.CopyTo(target);
            }

            using var bomb = zip.CreateEntry(part).Open();
            bomb.Write(Encoding.UTF8.GetBytes(begin));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, Math.Max(1, 65536 / again.Length))));
            for (var written = 0L; written < megabytes * 1024L * 1024; written += block.Length)
                bomb.Write(block);
        }

        return copy.ToArray();
    }
}
