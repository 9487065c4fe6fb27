using System.Text;
using UglyToad.PdfPig.Content;

namespace BeeTrace.Pdf.Tests;

public class FlowLayoutTests
{
    private static readonly TableStyle Lines = new(Colour.Black, Colour.Black);

    [Fact]
    public void Each_page_says_which_of_how_many_it_is()
    {
        var setup = Paper.A4 with
        {
            Foot = number => new Row(
                new RowCell(Paper.Text(number.InChinese), CellWidth.Shared()),
                new RowCell(Paper.Text(number.InEnglish), CellWidth.Shared()) { Alignment = Alignment.Right }),
        };
        var file = Paper.Of(flow => flow.Add(TableOf(45)), setup);

        using var document = Paper.PdfDocumentOf(file);
        document.NumberOfPages.ShouldBe(2);
        document.GetPage(1).Text.ShouldContain("第 1 页，共 2 页");
        document.GetPage(2).Text.ShouldContain("Page 2 of 2");
    }

    [Fact]
    public void A_table_repeats_its_headings_and_loses_no_row()
    {
        var file = Paper.Of(flow => flow.Add(TableOf(100)));

        using var document = Paper.PdfDocumentOf(file);
        document.NumberOfPages.ShouldBeGreaterThan(2);
        document.GetPages().ShouldAllBe(page => page.Text.Contains("检测项目", StringComparison.Ordinal));
        string all = string.Concat(document.GetPages().Select(page => page.Text));
        Enumerable.Range(1, 100).ShouldAllBe(row => all.Split($"项目#{row:000}").Length == 2);
    }

    [Fact]
    public void The_headings_are_told_once_to_a_reader_aloud()
    {
        var file = Paper.Of(flow => flow.Add(TableOf(100)));

        string raw = Encoding.Latin1.GetString(file);
        raw.Split("/S/THead").Length.ShouldBe(2);
        raw.Split("/S/TH/").Length.ShouldBe(3);
        raw.Split("/Scope/Column").Length.ShouldBe(3);
        raw.Split("/S/TR").Length.ShouldBe(102);
    }

    [Fact]
    public void A_row_of_several_lines_is_not_split_between_pages()
    {
        string cell = string.Join('\n', Enumerable.Repeat("行", 5));
        var rows = Enumerable.Range(1, 40).Select(IReadOnlyList<Block> (row) => [Paper.Text($"{row:00}"), Paper.Text(cell)]).ToArray();
        var file = Paper.Of(flow => flow.Add(new Table([new(Paper.Text("号")), new(Paper.Text("文"))], rows, Lines)));

        using var document = Paper.PdfDocumentOf(file);
        document.GetPages().ShouldAllBe(page => page.Text.Count(c => c == '行') % 5 == 0);
    }

    [Fact]
    public void The_last_row_never_stands_alone_on_a_page()
    {
        for (int rows = 20; rows < 70; rows++)
        {
            using var document = Paper.PdfDocumentOf(Paper.Of(flow => flow.Add(TableOf(rows))));
            document.GetPage(document.NumberOfPages).Text.Split('#').Length.ShouldBeGreaterThan(2, $"{rows} rows");
        }
    }

    [Fact]
    public void A_heading_stays_with_what_follows()
    {
        for (int lines = 30; lines < 60; lines++)
        {
            var file = Paper.Of(flow =>
            {
                flow.Add(Paper.Text(string.Join('\n', Enumerable.Repeat("行", lines))));
                flow.Heading(2, new Span("标题", Typefaces.Body));
                flow.Add(Paper.Text("正文一\n正文二"));
            });
            using var document = Paper.PdfDocumentOf(file);
            document.GetPages().ShouldAllBe(page => page.Text.Contains("标题", StringComparison.Ordinal) == page.Text.Contains("正文一", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Numbers_of_a_right_aligned_column_end_at_the_same_place()
    {
        var rows = new[] { "7", "120", "1,204.5" }.Select(IReadOnlyList<Block> (number) => [Paper.Text("蜂"), Paper.Text(number)]).ToArray();
        var file = Paper.Of(flow => flow.Add(new Table([new(Paper.Text("名")), new(Paper.Text("数"), Alignment.Right)], rows, Lines)));

        using var document = Paper.PdfDocumentOf(file);
        var ends = document.GetPage(1).GetWords().Where(word => char.IsAsciiDigit(word.Text[^1])).Select(word => word.Letters[^1].EndBaseLine.X).ToArray();
        ends.Length.ShouldBe(3);
        ends.ShouldAllBe(end => Math.Abs(end - ends[0]) < 0.05);
        ends[0].ShouldBe(595.276 - 45, 0.05);
    }

    [Fact]
    public void No_line_is_wider_than_its_column()
    {
        const string text = "桐庐县公共检测中心（演示）受托对鲜蜂王浆、冻干粉和蜂蜜作抽样检测；依据 GB 14963-2011、GB 9697-2008 and EU Directive 2001/110/EC，"
            + "所检项目均符合要求。https://example.org/a/very/long/address/that/has/no/space/in/it/and/must/be/broken/somewhere?number=BT-2018-7K3M-C";
        for (int width = 60; width <= 500; width += 20)
        {
            var setup = new PageSetup(width + 90, 2000, 45, 45, 45, 45, 45);
            using var document = Paper.PdfDocumentOf(Paper.Of(flow => flow.Add(Paper.Text(text)), setup));
            var letters = document.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value != " ").ToArray();
            letters.Max(letter => letter.BoundingBox.Right).ShouldBeLessThanOrEqualTo(45 + width + 0.1);
            letters.Min(letter => letter.BoundingBox.Left).ShouldBeGreaterThanOrEqualTo(45 - 0.1);
            string.Concat(letters.Select(letter => letter.Value)).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_pair_shares_a_line_where_it_fits_and_takes_two_where_it_does_not()
    {
        var pair = new Pair(Paper.Text("蜂蜜"), Paper.Text("Honey", Typefaces.English));

        BaselinesIn(pair, 100).ShouldBe(1);
        BaselinesIn(pair, 40).ShouldBe(2);
    }

    [Fact]
    public void A_grid_puts_labels_over_values_in_columns()
    {
        var items = Enumerable.Range(1, 5).Select(i => new KeyValue(Paper.Text($"L{i}"), Paper.Text($"V{i}"))).ToArray();
        var file = Paper.Of(flow => flow.Add(new KeyValueGrid(items)));

        using var document = Paper.PdfDocumentOf(file);
        var words = document.GetPage(1).GetWords().ToDictionary(word => word.Text, word => word.BoundingBox);
        words["L1"].Bottom.ShouldBe(words["L2"].Bottom, 0.01);
        words["L3"].Bottom.ShouldBeLessThan(words["V1"].Bottom);
        words["V1"].Left.ShouldBe(words["L1"].Left, 2);
        Encoding.Latin1.GetString(file).Split("/S/LI/").Length.ShouldBe(6);
    }

    [Fact]
    public void A_row_higher_than_a_page_is_refused()
    {
        string cell = string.Join('\n', Enumerable.Repeat("行", 100));

        Should.Throw<InvalidOperationException>(() => Paper.Of(flow => flow.Add(new Table([new(Paper.Text("文"))], [[Paper.Text(cell)]], Lines))));
    }

    [Fact]
    public void A_row_with_a_cell_too_few_is_refused() =>
        Should.Throw<ArgumentException>(() => Paper.Of(flow => flow.Add(new Table([new(Paper.Text("一")), new(Paper.Text("二"))], [[Paper.Text("只")]], Lines))));

    private static int BaselinesIn(Block block, double width)
    {
        using var document = Paper.PdfDocumentOf(Paper.Of(flow => flow.Add(block), new PageSetup(width + 90, 800, 45, 45, 45, 45, 45)));
        return document.GetPage(1).Letters.Select(letter => Math.Round(letter.StartBaseLine.Y, 1)).Distinct().Count();
    }

    private static Table TableOf(int rows) => new(
        [new(Paper.Text("检测项目")), new(Paper.Text("结果"), Alignment.Right)],
        [.. Enumerable.Range(1, rows).Select(IReadOnlyList<Block> (row) => [Paper.Text($"项目#{row:000}"), Paper.Text("0.1")])],
        Lines);
}
