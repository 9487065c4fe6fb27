using System.Net;
using System.Xml.Linq;
using BeeTrace.Core.Access;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Tests.Data;
using BeeTrace.Web.Tests.Http;
using CsvHelper;
using MiniExcelLibs;

namespace BeeTrace.Web.Tests.Trade;

/// <summary>What the public takes along of an export figure is what the page shows; what is withheld there stands in no file.</summary>
public sealed class FigureFileTests(FigureFileTests.ExportedCounty county) : IClassFixture<FigureFileTests.ExportedCounty>
{
    private const string Asked = "count=rj-mass&period=2022";

    /// <summary>What one firm alone sent to one country in one month, in tonnes; no sum of others reads like it.</summary>
    private const string Secret = "77.77";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task The_total_of_the_file_is_that_of_the_page()
    {
        using var reader = county.Host.Reader();
        var page = await reader.GetStringAsync(new Uri("/figures?year=2022&count=rj-mass", UriKind.Relative));

        var rows = Rows(await BytesAsync(reader, "csv"));

        page.ShouldContain("170.77");
        rows.Single(r => r["part"] == "total")["amount"].ShouldBe("170.77");
        rows.Where(r => r["part"] == "year").Select(r => (r["code"], r["amount"])).ShouldBe([("2020", "6.00"), ("2022", "170.77")]);
        rows.Single(r => r["part"] == "product" && r["code"] == "RJ_POWDER")["amount"].ShouldBe("3.00");
        rows.Single(r => r["part"] == "destination" && r["code"] == "JP")["name_zh"].ShouldBe("日本");
        rows.Single(r => r["part"] == "flow" && r["code"] == "RJ_POWDER>JP")["amount"].ShouldBe("3.00");
        rows.Count(r => r["part"] == "month").ShouldBe(12);
        rows.ShouldAllBe(r => r["definition_zh"].Length > 0 && r["definition_en"].Length > 0 && r["source_en"].Length > 0 && r["unit"] == "t");
    }

    [Fact]
    public async Task What_the_page_withholds_stands_in_no_file_of_the_public_and_in_every_file_of_the_office()
    {
        using var reader = county.Host.Reader();
        using var officer = await county.Host.SignedInAsync(await county.Host.World.AccountAsync(Role.County));
        // The axis and the shapes of a picture are numbers too; its words are what is read.
        foreach (var (ending, text) in new (string, Func<byte[], string>)[]
        {
            ("csv", file => string.Join('\n', Rows(file).SelectMany(r => r.Values))),
            ("xlsx", WorkbookText),
            ("svg", file => string.Join('\n', XDocument.Load(new MemoryStream(file)).Descendants().Where(e => !e.HasElements).Select(e => e.Value))),
            ("pdf", PdfText),
        })
        {
            text(await BytesAsync(reader, ending)).ShouldNotContain(Secret, Case.Sensitive, ending);
            text(await BytesAsync(officer, ending)).ShouldContain(Secret, Case.Sensitive, ending);
        }
    }

    [Fact]
    public async Task A_withheld_cell_is_there_and_says_so()
    {
        using var reader = county.Host.Reader();
        var csv = Rows(await BytesAsync(reader, "csv"));
        var rows = new MemoryStream(await BytesAsync(reader, "xlsx")).Query(useHeaderRow: true, sheetName: "figures").Cast<IDictionary<string, object>>().ToList();

        foreach (var (part, code) in new[] { ("destination", "US"), ("month", "2022-06"), ("flow", "RJ_FRESH>US") })
        {
            var row = csv.Single(r => r["part"] == part && r["code"] == code);
            (row["amount"], row["withheld"]).ShouldBe(("", "不公布 withheld"));
            rows.Single(r => (string)r["part"] == part && (string)r["code"] == code)["amount"].ShouldBeNull();
        }

        csv.Where(r => r["amount"].Length > 0).ShouldAllBe(r => r["withheld"] == "");
        Convert.ToDecimal(rows.Single(r => (string)r["part"] == "total")["amount"], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(170.77m);
        PdfText(await BytesAsync(reader, "pdf")).ShouldContain("不公布");
    }

    [Fact]
    public async Task The_workbook_tells_on_its_second_sheet_what_the_figure_stands_on()
    {
        using var reader = county.Host.Reader();
        var about = new MemoryStream(await BytesAsync(reader, "xlsx")).Query(useHeaderRow: true, sheetName: "about").Cast<IDictionary<string, object>>().ToList();

        about.Select(r => (string)r["item_en"]).ShouldContain("Definition");
        about.Single(r => (string)r["item_en"] == "Share of the nation")["text_en"].ShouldBe("No national figure of the same definition, so no share");
        about.Select(r => (string)r["text_zh"]).ShouldContain(text => text.Contains("不是证书", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_paper_speaks_both_languages_counts_its_pages_and_calls_itself_no_certificate()
    {
        using var reader = county.Host.Reader();
        using var officer = await county.Host.SignedInAsync(await county.Host.World.AccountAsync(Role.Auditor));
        var shell = county.Host.Get<ShellSettings>();
        using var paper = UglyToad.PdfPig.PdfDocument.Open(await BytesAsync(reader, "pdf"));
        var text = string.Concat(paper.GetPages().Select(p => p.Text));

        foreach (var words in new[] { "2022年蜂王浆及冻干粉出口量", "Royal jelly and its powder, exports, 2022", "桐庐", "Tonglu", "170.77", "口径", "Definition", "按目的地", "By destination", "It is no certificate", "Printed", "没有记录" })
            text.ShouldContain(words);
        foreach (var page in paper.GetPages())
            page.Text.ShouldContain($"Page {page.Number} of {paper.NumberOfPages}");
        text.ShouldNotContain("not public");
        text.ShouldNotContain(ShellText.DemoNotice.En);
        PdfText(await BytesAsync(officer, "pdf")).ShouldContain("it holds numbers that are not public");
        shell.DemoNotice = true;
        PdfText(await BytesAsync(reader, "pdf")).ShouldContain(ShellText.DemoNotice.En);
        shell.DemoNotice = false;
    }

    [Theory]
    [InlineData("zh-CN", "历年")]
    [InlineData("en", "Over the years")]
    public async Task The_picture_leaves_a_gap_where_a_year_has_no_records(string language, string words)
    {
        using var reader = county.Host.Reader(language);
        var picture = XDocument.Load(new MemoryStream(await BytesAsync(reader, "svg"))).Root!;

        picture.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe(language);
        picture.Element(Svg + "title")!.Value.ShouldContain("2022");
        picture.Element(Svg + "desc")!.Value.ShouldContain("2021 –");
        picture.Value.ShouldContain(words);
        var years = picture.Elements(Svg + "g").First();
        years.Elements(Svg + "circle").Count().ShouldBe(2);
        years.Elements(Svg + "line").ShouldAllBe(line => line.Attribute("y1")!.Value == line.Attribute("y2")!.Value, "no line leads over the gap");
        picture.Descendants().Attributes("class").ShouldBeEmpty("it has no stylesheet");
    }

    [Fact]
    public async Task By_place_of_production_the_public_is_told_nothing_and_never_zero()
    {
        using var reader = county.Host.Reader();
        var total = Rows(await BytesAsync(reader, "csv", "count=rj-source&period=2022")).Single(r => r["part"] == "total");

        (total["amount"], total["withheld"]).ShouldBe(("", "不公布 withheld"));
    }

    [Theory]
    [InlineData("count=rj-mass")]
    [InlineData("count=rj-mass&period=MMXVIII")]
    [InlineData("count=rj-mass&period=2018-13")]
    [InlineData("count=nonsense&period=2018")]
    [InlineData("count=rj-mass'--&period=2018")]
    public async Task A_wrong_question_is_a_problem_in_every_format(string question)
    {
        using var reader = county.Host.Reader();
        foreach (var ending in new[] { "csv", "xlsx", "svg", "pdf" })
        {
            using var response = await reader.GetAsync(new Uri($"/figures/exports.{ending}?{question}", UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("pdf", "application/pdf")]
    public async Task A_year_without_records_is_a_file_too_and_its_name_says_what_it_is(string ending, string kind)
    {
        using var reader = county.Host.Reader();
        using var response = await reader.GetAsync(new Uri($"/figures/exports.{ending}?count=honey-value&period=1999-02..1999-03", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(kind);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"exports-honey-value-1999-02-to-1999-03.{ending}");
    }

    private static async Task<byte[]> BytesAsync(HttpClient reader, string ending, string asked = Asked) =>
        await reader.GetByteArrayAsync(new Uri($"/figures/exports.{ending}?{asked}", UriKind.Relative));

    private static List<Dictionary<string, string>> Rows(byte[] csv)
    {
        csv[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        using var reader = CsvReader.Create(new StreamReader(new MemoryStream(csv)), new CsvReaderOptions { HasHeader = false }, leaveOpen: false);
        var lines = new List<string[]>();
        while (reader.Read())
            lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second))];
    }

    private static string WorkbookText(byte[] file) => string.Join('\n', MiniExcel.GetSheetNames(new MemoryStream(file))
        .SelectMany(sheet => new MemoryStream(file).Query(useHeaderRow: false, sheetName: sheet).Cast<IDictionary<string, object>>())
        .SelectMany(row => row.Values).Select(cell => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture)));

    private static string PdfText(byte[] file)
    {
        using var paper = UglyToad.PdfPig.PdfDocument.Open(file);
        return string.Concat(paper.GetPages().Select(p => p.Text));
    }

    /// <summary>Three firms export to Japan and Germany in 2022 and to Japan in 2020; one of them alone to the United States, in June 2022.</summary>
    public sealed class ExportedCounty(DatabaseServer server) : IAsyncLifetime
    {
        public RunningHost Host { get; } = new(server);

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            var world = Host.World;
            Actor[] firms = [await world.ExporterAsync(), await world.ExporterAsync(), await world.ExporterAsync()];
            foreach (var firm in firms)
            {
                await world.ExportAsync(firm, 2020, "RJ_FRESH", 2_000);
                await world.ExportAsync(firm, 2022, "RJ_FRESH", 10_000, "JP", 3);
                await world.ExportAsync(firm, 2022, "RJ_POWDER", 1_000, "JP", 3);
                await world.ExportAsync(firm, 2022, "RJ_FRESH", 20_000, "DE", 5);
            }

            await world.ExportAsync(firms[0], 2022, "RJ_FRESH", 77_770, "US", 6);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
