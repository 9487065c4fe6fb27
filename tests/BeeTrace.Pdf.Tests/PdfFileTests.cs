using System.Buffers.Binary;
using System.Text;
using UglyToad.PdfPig;

namespace BeeTrace.Pdf.Tests;

public class PdfFileTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""{"number":"BT-2018-7K3M-C"}""");

    [Fact]
    public void What_is_printed_is_what_a_reader_extracts()
    {
        const string text = "日期：2018年5月20日，㐀𬭚 — 氯霉素 < 0.1 µg/kg（合格）";
        var file = Paper.Of(flow => flow.Add(Paper.Text(text)));

        Paper.TextOfPage(file, 1).ShouldBe(text);
        Paper.NeedsProgram("pdftotext");
        Paper.Ask("pdftotext", file, "-raw", "{file}", "-").Output.ShouldContain(text);
    }

    [Fact]
    public void Two_characters_of_one_glyph_are_told_apart()
    {
        // The typeface draws micro sign and Greek mu alike.
        var file = Paper.Of(flow => flow.Add(Paper.Text("\u00B5g \u03BCg")));

        Paper.TextOfPage(file, 1).ShouldBe("\u00B5g \u03BCg");
    }

    [Fact]
    public void Decomposed_letters_are_composed_before_they_are_printed()
    {
        var file = Paper.Of(flow => flow.Add(Paper.Text("e\u0301")));

        Paper.TextOfPage(file, 1).ShouldBe("é");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        static byte[] Write() => Paper.Of(flow => flow.Add(Paper.Text("蜂蜜 Honey")), attachments: new Attachment("certificate.json", "application/json", Json, "内容"));

        Write().ShouldBe(Write());
    }

    [Fact]
    public void One_other_character_gives_another_identifier()
    {
        string first = IdentifierOf(Paper.Of(flow => flow.Add(Paper.Text("120"))));
        string second = IdentifierOf(Paper.Of(flow => flow.Add(Paper.Text("119"))));

        first.Length.ShouldBe(32);
        second.ShouldNotBe(first);
    }

    [Fact]
    public void Qpdf_finds_nothing_to_mend()
    {
        Paper.NeedsProgram("qpdf");
        var file = Paper.Of(flow => flow.Add(Paper.Text("桐庐县")), attachments: new Attachment("certificate.json", "application/json", Json, "内容"));

        var (exitCode, output) = Paper.Ask("qpdf", file, "--check", "{file}");

        exitCode.ShouldBe(0, output);
        output.ShouldNotContain("WARNING");
    }

    [Fact]
    public void The_attached_data_come_out_as_they_went_in()
    {
        var file = Paper.Of(flow => flow.Add(Paper.Text("蜂")), attachments: new Attachment("certificate.json", "application/json", Json, "内容 Content"));

        using var document = Paper.PdfDocumentOf(file);
        document.Advanced.TryGetEmbeddedFiles(out var files).ShouldBeTrue();
        files.ShouldHaveSingleItem().Name.ShouldBe("certificate.json");
        files[0].Bytes.ToArray().ShouldBe(Json);
        Encoding.Latin1.GetString(file).ShouldContain("/AFRelationship/Data");
    }

    [Fact]
    public void A_page_embeds_only_the_glyphs_it_shows()
    {
        var few = Paper.Of(flow => flow.Add(Paper.Text("蜂蜜")));

        few.Length.ShouldBeLessThan(12 * 1024);
    }

    [Fact]
    public void The_properties_stand_in_the_file_and_in_its_metadata()
    {
        var properties = new DocumentProperties("合格率证书（甲）", "zh-CN", new DateTimeOffset(2019, 1, 8, 9, 30, 0, TimeSpan.FromHours(8)))
        {
            Author = "桐庐县 <检测> & Co",
            Subject = "Pass rate (2018)",
        };
        var file = Paper.Of(flow => flow.Add(Paper.Text("蜂")), properties: properties);

        using var document = Paper.PdfDocumentOf(file);
        document.Information.Title.ShouldBe("合格率证书（甲）");
        document.Information.Author.ShouldBe("桐庐县 <检测> & Co");
        document.Information.Subject.ShouldBe("Pass rate (2018)");
        document.Information.CreationDate.ShouldBe("D:20190108093000+08'00'");
        // Metadata stay uncompressed, so that programs without a PDF reader find them.
        string xmp = Encoding.UTF8.GetString(file);
        xmp.ShouldContain("<dc:creator><rdf:Seq><rdf:li>桐庐县 &lt;检测&gt; &amp; Co</rdf:li>");
        xmp.ShouldContain("合格率证书（甲）");
        xmp.ShouldContain("2019-01-08T09:30:00+08:00");
    }

    [Fact]
    public void Languages_headings_and_figures_are_tagged()
    {
        Paper.NeedsProgram("pdfinfo");
        var file = Paper.Of(flow =>
        {
            flow.Heading(1, new Span("证书", Typefaces.Body));
            flow.Add(new Paragraph(new Span("蜂蜜 ", Typefaces.Body), new Span("Honey", Typefaces.English)));
            flow.Add(new Paragraph(new Span("Only English", Typefaces.English)));
            flow.Add(new Drawing(20, "A dot", (page, box) => page.Circle(box.X + 10, box.Y + 10, 5, Colour.Black)));
        });

        string structure = Paper.Ask("pdfinfo", file, "-struct-text", "{file}").Output;

        structure.ShouldContain("Document");
        structure.ShouldContain("H1 (block)");
        structure.ShouldContain("Figure");
        Paper.Ask("pdfinfo", file, "{file}").Output.ShouldContain("Tagged:          yes");
        string raw = Encoding.Latin1.GetString(file);
        raw.ShouldContain("/S/Span/P");
        raw.ShouldContain("/Lang(en)");
        raw.ShouldContain("/Alt(A dot)");
    }

    [Fact]
    public void An_address_can_be_clicked_and_is_told_as_a_link()
    {
        const string address = "https://example.org/c/BT-2018-7K3M-C";
        var file = Paper.Of(flow => flow.Add(new Paragraph(new Span("核验 ", Typefaces.Body), new Span(address, Typefaces.Body) { Link = address })));

        using var document = Paper.PdfDocumentOf(file);
        var link = document.GetPage(1).GetHyperlinks().ShouldHaveSingleItem();
        link.Uri.ShouldBe(address);
        link.Text.ShouldBe(address);
        Encoding.Latin1.GetString(file).ShouldContain("/S/Link/P");
        Encoding.Latin1.GetString(file).ShouldContain("/Type/OBJR");
    }

    [Fact]
    public void The_output_intent_is_a_true_srgb_profile()
    {
        byte[] profile = SrgbProfile.Bytes;

        Encoding.ASCII.GetString(profile, 36, 4).ShouldBe("acsp");
        BinaryPrimitives.ReadInt32BigEndian(profile).ShouldBe(profile.Length);
        // White is the sum of the three primaries (within one unit of the fixed-point format).
        var columns = new[] { "rXYZ", "gXYZ", "bXYZ" }.Select(tag => Numbers(profile, tag, 8, 3)).ToArray();
        var white = Numbers(profile, "wtpt", 8, 3);
        for (int i = 0; i < 3; i++)
            columns.Sum(column => column[i]).ShouldBe(white[i], 0.0002);
        // IEC 61966-2-1: linear below 0.04045, and the two pieces meet.
        var curve = Numbers(profile, "gTRC", 12, 5);
        curve[0].ShouldBe(2.4, 0.0001);
        Math.Pow(curve[1] * curve[4] + curve[2], curve[0]).ShouldBe(curve[3] * curve[4], 0.0001);
    }

    [Fact]
    public void A_document_without_a_page_is_a_bug() =>
        Should.Throw<InvalidOperationException>(() => PdfFile.Write(new PdfDocument(Paper.Properties)));

    /// <summary>The fixed-point numbers of a tag of an ICC profile.</summary>
    private static double[] Numbers(byte[] profile, string tag, int skip, int count)
    {
        int tags = BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128));
        for (int i = 0; i < tags; i++)
        {
            var entry = profile.AsSpan(132 + 12 * i, 12);
            if (Encoding.ASCII.GetString(entry[..4]) != tag)
                continue;
            int at = BinaryPrimitives.ReadInt32BigEndian(entry[4..]) + skip;
            return [.. Enumerable.Range(0, count).Select(n => BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(at + 4 * n)) / 65536.0)];
        }

        throw new InvalidDataException(tag);
    }

    private static string IdentifierOf(byte[] file)
    {
        string raw = Encoding.Latin1.GetString(file);
        int at = raw.LastIndexOf("/ID[<", StringComparison.Ordinal) + 5;
        return raw[at..raw.IndexOf('>', at)];
    }
}
