using System.Text;

namespace BeeTrace.Pdf.Tests;

public class PdfAttachmentsTests
{
    [Fact]
    public void Attached_files_come_back_by_their_names()
    {
        byte[] picture = [0xFF, 0xD8, 0, 1, 2];
        byte[] file = Paper.Of(
            flow => flow.Add(Paper.Text("蜂")),
            attachments: [SignedPaper.Json, new Attachment("证书 (1).jpg", "image/jpeg", picture, "图"), new Attachment("empty.txt", "text/plain", Array.Empty<byte>(), "空")]);

        var found = PdfAttachments.Read(file)!;

        found.Keys.ShouldBe(["certificate.json", "证书 (1).jpg", "empty.txt"], ignoreOrder: true);
        found["certificate.json"].ShouldBe(SignedPaper.Json.Content.ToArray());
        found["证书 (1).jpg"].ShouldBe(picture);
        found["empty.txt"].ShouldBeEmpty();
    }

    [Fact]
    public void A_paper_without_attachments_has_none() => PdfAttachments.Read(Paper.Of(flow => flow.Add(Paper.Text("蜂"))))!.ShouldBeEmpty();

    [Fact]
    public void Attachments_that_another_program_wrote_are_read_as_well()
    {
        Paper.NeedsProgram("qpdf");
        foreach (string[] how in (string[][])[["--object-streams=generate"], ["--linearize"], ["--stream-data=uncompress"], ["--qdf"]])
            PdfAttachments.Read(PdfSignerTests.Qpdf(SignedPaper.Unsigned, how))!["certificate.json"].ShouldBe(SignedPaper.Json.Content.ToArray(), how[0]);
    }

    [Fact]
    public void What_cannot_be_read_is_null()
    {
        Paper.NeedsProgram("qpdf");

        PdfAttachments.Read(Array.Empty<byte>()).ShouldBeNull();
        PdfAttachments.Read(Encoding.ASCII.GetBytes("text")).ShouldBeNull();
        PdfAttachments.Read(SignedPaper.Unsigned.AsMemory(0, SignedPaper.Unsigned.Length / 2)).ShouldBeNull();
        PdfAttachments.Read(PdfSignerTests.Qpdf(SignedPaper.Unsigned, "--encrypt", "", "", "256", "--")).ShouldBeNull();
    }

    [Fact]
    public void A_file_that_unpacks_to_too_much_is_left_out_and_the_others_stay()
    {
        byte[] file = Paper.Of(
            flow => flow.Add(Paper.Text("蜂")),
            attachments: [new Attachment("a-bomb.json", "application/json", new byte[100_000_000], "x"), SignedPaper.Json, new Attachment("full.bin", "application/octet-stream", new byte[8 << 20], "x")]);
        file.Length.ShouldBeLessThan(300_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var found = PdfAttachments.Read(file)!;

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(80_000_000);
        found.Keys.ShouldBe(["certificate.json", "full.bin"], ignoreOrder: true);
    }

    [Fact]
    public void Many_names_for_one_bomb_unpack_it_a_few_times_at_most()
    {
        var names = new StringBuilder();
        for (int i = 0; i < 5000; i++)
            names.Append(System.Globalization.CultureInfo.InvariantCulture, $"({i})<</EF<</F 4 0 R>>>>");
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[8_000_000]);
        string data = Encoding.Latin1.GetString(packed.ToArray());
        byte[] file = SignedPaper.Raw(
            $"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[{names}]>>>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>",
            "<</Type/Page/Parent 2 0 R>>",
            $"<</Type/EmbeddedFile/Filter/FlateDecode/Length {data.Length}>>\nstream\n{data}\nendstream");

        PdfAttachments.Read(file)!.Values.Sum(content => (long)content.Length).ShouldBeLessThanOrEqualTo(64 << 20);
    }

    [Fact]
    public void A_tree_of_names_without_end_is_refused()
    {
        byte[] file = SignedPaper.Raw(
            "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>",
            "<</Type/Page/Parent 2 0 R>>",
            "<</Kids[4 0 R 4 0 R]>>");

        PdfAttachments.Read(file).ShouldBeNull();
    }
}
