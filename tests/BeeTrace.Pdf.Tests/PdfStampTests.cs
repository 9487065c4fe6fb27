using System.Text;

namespace BeeTrace.Pdf.Tests;

public class PdfStampTests
{
    private static readonly DateTimeOffset At = new(2019, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly TextStyle Red = new(Typefaces.Bold, 84, Colour.Of(0xB3261E));
    private static readonly StampLine[] Revoked = [new("已撤销", Red), new("REVOKED", Red with { Size = 60, Language = "en" }), new("2019-03-01", Red with { Size = 20 })];

    [Fact]
    public void Every_page_says_the_words_and_still_all_that_it_said()
    {
        Paper.NeedsProgram("pdftotext");
        byte[] stamped = PdfStamp.Apply(SignedPaper.Unsigned, Revoked, At);

        for (int page = 1; page <= 2; page++)
        {
            Paper.TextOfPage(stamped, page).ShouldBe(Paper.TextOfPage(SignedPaper.Unsigned, page) + "已撤销REVOKED2019-03-01");
            Words(stamped, page).ShouldContain("已撤销REVOKED2019-03-01");
        }
    }

    [Fact]
    public void The_paper_itself_stays_as_the_beginning_and_can_be_had_back()
    {
        Paper.NeedsProgram("qpdf");
        byte[] stamped = PdfStamp.Apply(SignedPaper.Signed, Revoked, At);

        PdfSignerTests.NothingToMend(stamped);
        SignedPaper.FindingOf(stamped).ShouldBe(PdfFinding.AppendedAfterSignature);
        stamped.AsSpan().StartsWith(SignedPaper.Signed).ShouldBeTrue();
        SignedPaper.FindingOf(stamped.AsMemory(0, SignedPaper.Signed.Length)).ShouldBe(PdfFinding.Signed);
        PdfAttachments.Read(stamped)!.Keys.ShouldBe(["certificate.json"]);
    }

    [Fact]
    public void The_copy_tells_when_it_was_made()
    {
        Paper.NeedsProgram("pdfinfo");
        byte[] stamped = PdfStamp.Apply(SignedPaper.Unsigned, Revoked, At);

        using var document = Paper.PdfDocumentOf(stamped);
        document.Information.ModifiedDate.ShouldBe("D:20190301080000+08'00'");
        document.Information.CreationDate.ShouldBe("D:20190108093000+08'00'");
        document.Information.Title.ShouldBe(Paper.Properties.Title);
        // What the stamp says is decoration, which the tags of the paper do not speak of.
        Paper.Ask("pdfinfo", stamped, "{file}").Output.ShouldContain("Tagged:          yes");
        Paper.Ask("pdfinfo", stamped, "-struct-text", "{file}").Output.ShouldNotContain("REVOKED");
    }

    [Fact]
    public void The_stamp_is_plain_to_see_and_the_text_beneath_stays_as_dark_as_it_was()
    {
        Paper.NeedsProgram("pdftoppm");
        var plain = new Picture(SignedPaper.Unsigned);
        var stamped = new Picture(PdfStamp.Apply(SignedPaper.Unsigned, Revoked, At));

        int reddened = 0, lightened = 0;
        for (int i = 0; i < plain.Pixels.Length; i += 3)
        {
            var before = plain.Pixels.AsSpan(i, 3);
            var after = stamped.Pixels.AsSpan(i, 3);
            // Red falls less than green and blue.
            if (before[1] - after[1] > 20 && before[0] - after[0] < (before[1] - after[1]) / 2)
                reddened++;
            // The edges of letters are drawn within a step or two.
            if (after[0] > before[0] + 4 || after[1] > before[1] + 4 || after[2] > before[2] + 4)
                lightened++;
        }

        double share = reddened / (plain.Pixels.Length / 3.0);
        share.ShouldBeInRange(0.02, 0.25);
        lightened.ShouldBe(0);
    }

    [Theory]
    [InlineData(595, 842, 0)]
    [InlineData(842, 595, 0)]
    [InlineData(595, 842, 90)]
    [InlineData(595, 842, 180)]
    [InlineData(595, 842, 270)]
    [InlineData(200, 100, 0)]
    public void The_stamp_stands_inside_of_every_page_and_rises_to_the_right(int width, int height, int turned)
    {
        Paper.NeedsProgram("pdftoppm");
        byte[] blank = SignedPaper.Raw(
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[-50 -20 {width + 10} {height + 40}]/CropBox[-30 10 {width - 30} {height + 10}]/Rotate {turned}>>",
            "<</Type/Page/Parent 2 0 R>>");

        var picture = new Picture(PdfStamp.Apply(blank, [new StampLine("██████████████", Red with { Size = 72 })], At));

        var ink = picture.Ink().ToList();
        ink.ShouldNotBeEmpty();
        ink.Min(dot => dot.X).ShouldBeGreaterThan(0);
        ink.Min(dot => dot.Y).ShouldBeGreaterThan(0);
        ink.Max(dot => dot.X).ShouldBeLessThan(picture.Width - 1);
        ink.Max(dot => dot.Y).ShouldBeLessThan(picture.Height - 1);
        // The middle of the ink is the middle of the page, and what stands further right stands higher.
        ink.Average(dot => dot.X).ShouldBe(picture.Width / 2.0, picture.Width * 0.03);
        ink.Average(dot => dot.Y).ShouldBe(picture.Height / 2.0, picture.Height * 0.03);
        double left = ink.Where(dot => dot.X < picture.Width / 4).Average(dot => dot.Y), right = ink.Where(dot => dot.X > picture.Width * 3 / 4).Average(dot => dot.Y);
        right.ShouldBeLessThan(left);
    }

    [Fact]
    public void A_name_that_the_page_uses_already_is_not_taken_away()
    {
        byte[] twice = PdfStamp.Apply(PdfStamp.Apply(SignedPaper.Unsigned, [new StampLine("副本", Red)], At), Revoked, At);

        Paper.TextOfPage(twice, 1).ShouldEndWith("副本已撤销REVOKED2019-03-01");
        PdfSignerTests.NothingToMend(twice);
    }

    [Fact]
    public void A_stamp_without_words_or_with_an_unprintable_one_is_refused()
    {
        Should.Throw<ArgumentException>(() => PdfStamp.Apply(SignedPaper.Unsigned, [], At));
        Should.Throw<ArgumentException>(() => PdfStamp.Apply(SignedPaper.Unsigned, [new StampLine("a\nb", Red)], At));
        Should.Throw<UnprintableCharacterException>(() => PdfStamp.Apply(SignedPaper.Unsigned, [new StampLine("\uE000", Red)], At));
        Should.Throw<InvalidDataException>(() => PdfStamp.Apply(Encoding.ASCII.GetBytes("%PDF-1.7"), Revoked, At));
    }

    /// <summary>The words of a page in the order of its content; a slanting word comes out in pieces, hence without white space.</summary>
    internal static string Words(byte[] file, int page = 1)
    {
        string number = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return string.Concat(Paper.Ask("pdftotext", file, "-raw", "-f", number, "-l", number, "{file}", "-").Output.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>The first page as pdftoppm draws it, one dot a point.</summary>
    private sealed class Picture
    {
        public Picture(byte[] file)
        {
            string target = Path.Combine(Path.GetTempPath(), $"beetrace-{Guid.NewGuid():N}");
            Paper.Ask("pdftoppm", file, "-singlefile", "-cropbox", "-r", "72", "{file}", target).ExitCode.ShouldBe(0);
            byte[] picture = File.ReadAllBytes(target + ".ppm");
            File.Delete(target + ".ppm");
            var head = Encoding.ASCII.GetString(picture.AsSpan(0, 32)).Split((char[])[' ', '\n'], 5);
            (Width, Height) = (int.Parse(head[1]), int.Parse(head[2]));
            Pixels = picture[^(3 * Width * Height)..];
        }

        public int Width { get; }

        public int Height { get; }

        public byte[] Pixels { get; }

        public IEnumerable<(int X, int Y)> Ink()
        {
            for (int i = 0; i < Width * Height; i++)
            {
                if (Pixels[3 * i + 1] < 250)
                    yield return (i % Width, i / Width);
            }
        }
    }
}
