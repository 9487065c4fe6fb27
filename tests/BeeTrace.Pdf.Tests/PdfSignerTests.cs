using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace BeeTrace.Pdf.Tests;

public class PdfSignerTests
{
    [Fact]
    public void Pdfsig_trusts_the_signature_and_finds_the_whole_document_signed()
    {
        Paper.NeedsProgram("pdfsig");
        Paper.NeedsProgram("certutil");
        using var store = new TrustStore(SignedPaper.Root.Certificate);

        string said = store.PdfSig(SignedPaper.Signed);

        said.ShouldContain("Signature Validation: Signature is Valid.");
        said.ShouldContain("Certificate Validation: Certificate is Trusted.");
        said.ShouldContain("Total document signed");
        said.ShouldContain("Signature Type: ETSI.CAdES.detached");
        said.ShouldContain("Signing Hash Algorithm: SHA-256");
        said.ShouldContain("Signer Certificate Common Name: Test laboratory");
        said.ShouldContain("Jan 08 2019");
        store.IsGood(SignedPaper.Signed).ShouldBeTrue();
    }

    [Fact]
    public void Openssl_finds_the_same_signature_good()
    {
        Paper.NeedsProgram("openssl");
        Paper.NeedsProgram("certutil");
        using var store = new TrustStore(SignedPaper.Root.Certificate);
        var (message, content) = SignedPaper.Parts(SignedPaper.Signed);
        store.Write("message.der", message);
        store.Write("content.bin", content);
        string[] verify = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", store.PathOf("message.der"), "-content", store.PathOf("content.bin"), "-CAfile", store.PathOf("root.pem"), "-purpose", "any", "-out", "/dev/null"];

        var (exitCode, output) = store.Run("openssl", verify);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("successful");
        content[100] ^= 1;
        store.Write("content.bin", content);
        store.Run("openssl", verify).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void The_signature_holds_what_the_baseline_asks_and_no_time_of_its_own()
    {
        var message = new System.Security.Cryptography.Pkcs.SignedCms(new System.Security.Cryptography.Pkcs.ContentInfo(SignedPaper.Parts(SignedPaper.Signed).Content), detached: true);
        message.Decode(SignedPaper.Parts(SignedPaper.Signed).Message);
        message.CheckSignature(verifySignatureOnly: true);

        var signer = message.SignerInfos[0];
        // content-type, message-digest, signing-certificate-v2
        signer.SignedAttributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value)
            .ShouldBe(["1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.16.2.47"], ignoreOrder: true);
        signer.UnsignedAttributes.Count.ShouldBe(0);
        signer.DigestAlgorithm.Value.ShouldBe("2.16.840.1.101.3.4.2.1");
    }

    [Fact]
    public void What_was_there_before_stays_as_the_beginning_of_the_file()
    {
        SignedPaper.Signed.AsSpan().StartsWith(SignedPaper.Unsigned).ShouldBeTrue();
        SignedPaper.Signed.AsSpan(SignedPaper.Unsigned.Length).IndexOf("/Prev "u8).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Other_programs_find_nothing_to_mend_and_the_attachment_in_its_place()
    {
        Paper.NeedsProgram("qpdf");
        Paper.NeedsProgram("pdfdetach");

        NothingToMend(SignedPaper.Signed);
        Paper.Ask("pdfdetach", SignedPaper.Signed, "-list", "{file}").Output.ShouldContain("certificate.json");
        Paper.TextOfPage(SignedPaper.Signed, 1).ShouldBe(Paper.TextOfPage(SignedPaper.Unsigned, 1));
    }

    [Fact]
    public void An_office_between_root_and_signer_is_carried_along()
    {
        Paper.NeedsProgram("pdfsig");
        Paper.NeedsProgram("certutil");
        var signer = SignedPaper.Intermediate.Signer("Branch laboratory");
        byte[] file = new PdfSigner(signer, [SignedPaper.Intermediate.Certificate]).Sign(SignedPaper.Unsigned, SignedPaper.Signing);
        byte[] alone = new PdfSigner(signer, []).Sign(SignedPaper.Unsigned, SignedPaper.Signing);
        using var store = new TrustStore(SignedPaper.Root.Certificate);

        store.IsGood(file).ShouldBeTrue(store.PdfSig(file));
        var found = PdfSignatureCheck.Check(file, SignedPaper.Authorities);
        found.Finding.ShouldBe(PdfFinding.Signed);
        found.Signer!.Subject.ShouldBe("CN=Branch laboratory");
        SignedPaper.FindingOf(alone).ShouldBe(PdfFinding.SignerUnknown);
        NothingToMend(file);
    }

    [Fact]
    public void A_signer_may_have_a_key_of_RSA()
    {
        Paper.NeedsProgram("pdfsig");
        Paper.NeedsProgram("certutil");
        byte[] file = new PdfSigner(SignedPaper.Root.RsaSigner("Old laboratory"), [SignedPaper.Root.Certificate]).Sign(SignedPaper.Unsigned, SignedPaper.Signing);
        using var store = new TrustStore(SignedPaper.Root.Certificate);

        store.IsGood(file).ShouldBeTrue();
        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.Signed);
    }

    [Theory]
    [InlineData("Zhang) /Contents (x", "a\\b(c)")]
    [InlineData("\\", ")>>endobj")]
    [InlineData("zero\0zero", "\u202Egpj.exe")]
    [InlineData("\uD83D\uDC1D 蜂", "<</ByteRange[0 1 2 3]>>")]
    public void Names_and_reasons_stay_text_whatever_they_hold(string name, string reason)
    {
        Paper.NeedsProgram("qpdf");
        byte[] file = SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing with { Name = name, Reason = reason, Location = ")", Contact = "(" });

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.Signed);
        var signature = SignatureAsQpdfReadsIt(file);
        signature.GetProperty("/Name").GetString().ShouldBe($"u:{name}");
        signature.GetProperty("/Reason").GetString().ShouldBe($"u:{reason}");
        signature.GetProperty("/Location").GetString().ShouldBe("u:)");
        signature.GetProperty("/ContactInfo").GetString().ShouldBe("u:(");
        signature.GetProperty("/M").GetString().ShouldBe("u:D:20190108093015+08'00'");
    }

    [Fact]
    public void What_is_not_said_is_not_written()
    {
        byte[] file = SignedPaper.Signer.Sign(SignedPaper.Unsigned, new PdfSigning(SignedPaper.SignedAt, null, null, null, ""));

        string section = Encoding.Latin1.GetString(file.AsSpan(SignedPaper.Unsigned.Length));
        section.ShouldNotContain("/Reason", Case.Sensitive);
        section.ShouldNotContain("/Name(", Case.Sensitive);
        section.ShouldNotContain("/ContactInfo", Case.Sensitive);
        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.Signed);
    }

    public static TheoryData<string> OtherPrograms => ["object streams", "linearized", "cairo", "PdfPig", "no identifier"];

    [Theory]
    [MemberData(nameof(OtherPrograms))]
    public void The_files_of_other_programs_are_signed_and_stamped_too(string program)
    {
        foreach (string needed in (string[])["qpdf", "pdftocairo", "pdfsig", "certutil"])
            Paper.NeedsProgram(needed);
        using var store = new TrustStore(SignedPaper.Root.Certificate);
        byte[] file = FileOf(program, store);

        byte[] signed = SignedPaper.Signer.Sign(file, SignedPaper.Signing);

        NothingToMend(signed);
        store.IsGood(signed).ShouldBeTrue(store.PdfSig(signed));
        SignedPaper.FindingOf(signed).ShouldBe(PdfFinding.Signed);
        byte[] stamped = PdfStamp.Apply(signed, [new StampLine("已撤销", Typefaces.Body with { Size = 90 })], SignedPaper.SignedAt);
        NothingToMend(stamped);
        PdfStampTests.Words(stamped).ShouldContain("已撤销");
        SignedPaper.FindingOf(stamped).ShouldBe(PdfFinding.AppendedAfterSignature);
    }

    [Theory]
    [InlineData("/AcroForm<</Fields[4 0 R]/DA(/Helv 0 Tf)>>")]
    [InlineData("/AcroForm 5 0 R")]
    public void A_form_that_is_there_keeps_its_fields(string form)
    {
        Paper.NeedsProgram("qpdf");
        byte[] file = SignedPaper.Raw(
            $"<</Type/Catalog/Pages 2 0 R{form}>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots 6 0 R>>",
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(Signature1)/Rect[10 10 50 20]/V(\\))>>",
            "<</Fields 6 0 R/DA(/Helv 0 Tf)>>",
            "[4 0 R]");

        byte[] signed = SignedPaper.Signer.Sign(file, SignedPaper.Signing);

        SignedPaper.FindingOf(signed).ShouldBe(PdfFinding.Signed);
        NothingToMend(signed);
        using var document = JsonDocument.Parse(Paper.Ask("qpdf", signed, "--json=2", "--json-key=acroform", "{file}").Output);
        var fields = document.RootElement.GetProperty("acroform").GetProperty("fields");
        fields.EnumerateArray().Select(field => field.GetProperty("fullname").GetString()).ShouldBe(["Signature1", "Signature2"]);
        Encoding.Latin1.GetString(signed).ShouldContain("/SigFlags 3");
    }

    [Fact]
    public void What_is_no_finished_file_is_refused()
    {
        Should.Throw<InvalidDataException>(() => SignedPaper.Signer.Sign(Array.Empty<byte>(), SignedPaper.Signing));
        Should.Throw<InvalidDataException>(() => SignedPaper.Signer.Sign(Encoding.ASCII.GetBytes("text"), SignedPaper.Signing));
        Should.Throw<InvalidDataException>(() => SignedPaper.Signer.Sign(SignedPaper.Unsigned.AsMemory(0, SignedPaper.Unsigned.Length - 40), SignedPaper.Signing));
        Should.Throw<InvalidDataException>(() => SignedPaper.Signer.Sign(SignedPaper.Raw("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"), SignedPaper.Signing));
    }

    [Fact]
    public void An_encrypted_file_is_refused_as_such()
    {
        Paper.NeedsProgram("qpdf");
        byte[] file = Qpdf(SignedPaper.Unsigned, "--encrypt", "", "owner", "256", "--");

        Should.Throw<NotSupportedException>(() => SignedPaper.Signer.Sign(file, SignedPaper.Signing));
        Should.Throw<NotSupportedException>(() => PdfStamp.Apply(file, [new StampLine("x", Typefaces.Body)], SignedPaper.SignedAt));
    }

    [Fact]
    public void A_certificate_without_its_key_signs_nothing()
    {
        using var withoutKey = X509CertificateLoader.LoadCertificate(SignedPaper.Certificate.RawData);

        Should.Throw<ArgumentException>(() => new PdfSigner(withoutKey, []));
    }

    [Fact]
    public void One_signer_serves_many_threads()
    {
        var findings = new System.Collections.Concurrent.ConcurrentBag<PdfFinding>();

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => findings.Add(SignedPaper.FindingOf(SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing))));

        findings.Count.ShouldBe(200);
        findings.ShouldAllBe(finding => finding == PdfFinding.Signed);
    }

    internal static byte[] Qpdf(byte[] file, params IReadOnlyList<string> arguments)
    {
        string target = Path.Combine(Path.GetTempPath(), $"beetrace-{Guid.NewGuid():N}.pdf");
        try
        {
            var (exitCode, output) = Paper.Ask("qpdf", file, [.. arguments, "{file}", target]);
            exitCode.ShouldBe(0, output);
            return File.ReadAllBytes(target);
        }
        finally
        {
            File.Delete(target);
        }
    }

    internal static void NothingToMend(byte[] file)
    {
        var (exitCode, output) = Paper.Ask("qpdf", file, "--check", "{file}");
        exitCode.ShouldBe(0, output);
        output.ShouldNotContain("WARNING");
    }

    private static byte[] FileOf(string program, TrustStore folder)
    {
        switch (program)
        {
            case "object streams":
                return Qpdf(SignedPaper.Unsigned, "--object-streams=generate");
            case "linearized":
                return Qpdf(SignedPaper.Unsigned, "--linearize");
            case "cairo":
                folder.Write("in.pdf", SignedPaper.Unsigned);
                folder.Run("pdftocairo", "-pdf", folder.PathOf("in.pdf"), folder.PathOf("out.pdf")).ExitCode.ShouldBe(0);
                return File.ReadAllBytes(folder.PathOf("out.pdf"));
            case "PdfPig":
                using (var builder = new PdfDocumentBuilder())
                {
                    var page = builder.AddPage(PageSize.A4);
                    var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
                    page.AddText("Pig", 12, new UglyToad.PdfPig.Core.PdfPoint(50, 700), font);
                    return builder.Build();
                }

            default:
                return SignedPaper.Raw(
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 200]/Resources<<>>>>",
                    "<</Type/Page/Parent 2 0 R>>");
        }
    }

    private static JsonElement SignatureAsQpdfReadsIt(byte[] file)
    {
        using var document = JsonDocument.Parse(Paper.Ask("qpdf", file, "--json=2", "--json-key=qpdf", "{file}").Output);
        return document.RootElement.GetProperty("qpdf")[1].EnumerateObject().Select(entry => entry.Value)
            .Where(entry => entry.TryGetProperty("value", out _)).Select(entry => entry.GetProperty("value"))
            .Single(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("/ByteRange", out _)).Clone();
    }
}
