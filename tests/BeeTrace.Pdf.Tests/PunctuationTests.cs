namespace BeeTrace.Pdf.Tests;

/// <summary>Full-width marks take a whole em in the typeface; on paper the blank halves close up (CLREQ 3.1.6).</summary>
public class PunctuationTests
{
    [Theory]
    [InlineData("蜂蜜", 20)]
    [InlineData("蜂，蜜", 30)]
    [InlineData("蜂），蜜", 35)]
    [InlineData("蜂）（蜜", 35)]
    [InlineData("蜂（《蜜", 35)]
    [InlineData("（蜂", 15)]
    [InlineData("蜂。", 15)]
    [InlineData("《蜂》", 20)]
    public void Blank_halves_close_up_in_a_row_and_hang_outside_at_the_ends(string text, double width) =>
        WidthOf(text, Typefaces.Body).ShouldBe(width, 0.001);

    [Fact]
    public void English_quotation_marks_take_the_room_of_their_ink()
    {
        double quoted = WidthOf("a “pure” b", Typefaces.English);
        double plain = WidthOf("a pure b", Typefaces.English);

        (quoted - plain).ShouldBeInRange(2, 12);
    }

    [Fact]
    public void Comparison_signs_stand_close_to_their_number() =>
        WidthOf("≤", Typefaces.Body).ShouldBeLessThan(9.9);

    [Fact]
    public void An_address_wider_than_its_column_is_broken_behind_a_slash()
    {
        var file = Paper.Of(flow => flow.Add(Paper.Text("https://example.org/c/BT-2018-7K3M-C")), new PageSetup(230, 300, 45, 45, 45, 45, 45));

        using var document = Paper.PdfDocumentOf(file);
        var lines = document.GetPage(1).Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key)
            .Select(line => string.Concat(line.Select(letter => letter.Value)));
        lines.ShouldBe(["https://example.org/c/", "BT-2018-7K3M-C"]);
    }

    [Fact]
    public void A_last_line_of_one_short_word_gets_company()
    {
        const string text = "neither a test report nor an official health certificate it covers the listed items and period only";
        for (int width = 170; width < 400; width += 5)
        {
            using var document = Paper.PdfDocumentOf(Paper.Of(flow => flow.Add(Paper.Text(text)), new PageSetup(width + 90, 500, 45, 45, 45, 45, 45)));
            var lines = document.GetPage(1).Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key).ToArray();
            string last = string.Concat(lines[^1].Select(letter => letter.Value));
            last.ShouldContain(' ', customMessage: $"{width} points: {last}");
        }
    }

    private static double WidthOf(string text, TextStyle style) => new PdfDocument(Paper.Properties).AddPage(500, 100).Text(10, 50, text, style);
}
