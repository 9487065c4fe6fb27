using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BeeTrace.Pdf.Tests;

public class PdfSignatureCheckTests
{
    private static readonly byte[] Signed = SignedPaper.Signed;

    [Fact]
    public void A_signed_paper_tells_who_signed_it_and_when()
    {
        var found = PdfSignatureCheck.Check(Signed, SignedPaper.Authorities);

        found.Finding.ShouldBe(PdfFinding.Signed);
        found.Signer!.Subject.ShouldBe("CN=Test laboratory");
        found.SignedAt.ShouldBe(SignedPaper.SignedAt);
        found.SignedAt!.Value.Offset.ShouldBe(TimeSpan.FromHours(8));
        found.TimestampedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("A text, nothing else.")]
    [InlineData(" %PDF-1.7")]
    [InlineData("%PDF")]
    public void What_is_no_PDF_is_called_none(string text) => SignedPaper.FindingOf(Encoding.UTF8.GetBytes(text)).ShouldBe(PdfFinding.NotPdf);

    [Fact]
    public void A_ZIP_archive_is_called_one()
    {
        using var full = new MemoryStream();
        using (var archive = new ZipArchive(full, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("certificate.pdf").Open())
            entry.Write(Signed);
        using var empty = new MemoryStream();
        new ZipArchive(empty, ZipArchiveMode.Create, leaveOpen: true).Dispose();

        SignedPaper.FindingOf(full.ToArray()).ShouldBe(PdfFinding.ZipFile);
        SignedPaper.FindingOf(empty.ToArray()).ShouldBe(PdfFinding.ZipFile);
    }

    [Fact]
    public void An_encrypted_file_is_called_so()
    {
        Paper.NeedsProgram("qpdf");
        foreach (string[] how in (string[][])[["--encrypt", "user", "owner", "256", "--"], ["--allow-weak-crypto", "--encrypt", "", "", "128", "--"], ["--object-streams=generate", "--encrypt", "", "", "256", "--"]])
            SignedPaper.FindingOf(PdfSignerTests.Qpdf(Signed, how)).ShouldBe(PdfFinding.Encrypted);
    }

    [Fact]
    public void A_file_without_signature_is_called_so()
    {
        Paper.NeedsProgram("qpdf");

        SignedPaper.FindingOf(SignedPaper.Unsigned).ShouldBe(PdfFinding.NotSigned);
        SignedPaper.FindingOf(PdfSignerTests.Qpdf(SignedPaper.Unsigned, "--object-streams=generate")).ShouldBe(PdfFinding.NotSigned);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_never_taken_for_signed_or_for_unsigned()
    {
        for (int length = 5; length < Signed.Length - 1; length += 7)
        {
            // Up to the end of the unsigned paper it is just that.
            var expected = Math.Abs(length - SignedPaper.Unsigned.Length) <= 1 ? PdfFinding.NotSigned : PdfFinding.Unreadable;
            SignedPaper.FindingOf(Signed.AsMemory(0, length)).ShouldBe(expected, $"{length}");
        }

        SignedPaper.FindingOf(Signed.AsMemory(0, Signed.Length - 1)).ShouldBe(PdfFinding.Unreadable);
    }

    [Fact]
    public void One_turned_bit_in_the_content_is_a_change_of_content()
    {
        int page = Signed.AsSpan().IndexOf("stream"u8) + 40;

        SignedPaper.FindingOf(SignedPaper.Flipped(Signed, page, 3)).ShouldBe(PdfFinding.ContentChanged);
        SignedPaper.FindingOf(SignedPaper.Replaced(Signed, "20190108093015", "20200108093015")).ShouldBe(PdfFinding.ContentChanged);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("%\n")]
    [InlineData("Sent by a careful mail server\n")]
    public void Bytes_behind_what_is_signed_are_told(string more) =>
        SignedPaper.FindingOf((byte[])[.. Signed, .. Encoding.ASCII.GetBytes(more)]).ShouldBe(PdfFinding.AppendedAfterSignature);

    [Fact]
    public void A_section_behind_what_is_signed_is_told_even_when_it_takes_the_form_away()
    {
        var reader = PdfReader.Open(Signed);
        var update = new PdfUpdate(reader);
        update.Replace((PdfReference)reader.Trailer["Root"]!, reader.Catalog, new Dictionary<string, string> { ["AcroForm"] = "null" });

        SignedPaper.FindingOf(new PdfUpdate(PdfReader.Open(Signed)).Finish()).ShouldBe(PdfFinding.AppendedAfterSignature);
        SignedPaper.FindingOf(update.Finish()).ShouldBe(PdfFinding.AppendedAfterSignature);
    }

    [Fact]
    public void A_second_signature_is_one_too_many()
    {
        byte[] twice = SignedPaper.Signer.Sign(Signed, SignedPaper.Signing);

        SignedPaper.FindingOf(twice).ShouldBe(PdfFinding.SeveralSignatures);
        PdfSignerTests.NothingToMend(twice);
    }

    [Fact]
    public void A_second_signature_dictionary_counts_wherever_it_stands()
    {
        // As an entry of the page that the appended section writes anew.
        byte[] file = WithPage("/Extra[<</Type/Sig/ByteRange[0 0 0 0]>>]");

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.SeveralSignatures);
    }

    [Theory]
    [InlineData("[0 {0} {1} {2}]", 10, 0, 0)]
    [InlineData("[0 {0} {1} {2}]", 0, 10, 0)]
    [InlineData("[0 {0} {1} {2}]", 1, 0, 0)]
    [InlineData("[1 {0} {1} {2}]", 0, 0, 0)]
    [InlineData("[-0 {0} {1} {2} 0]", 0, 0, 0)]
    [InlineData("[0 {0} {1}]", 0, 0, 0)]
    [InlineData("[0 {0}.0 {1} {2}]", 0, 0, 0)]
    [InlineData("[]", 0, 0, 0)]
    [InlineData("(0)", 0, 0, 0)]
    public void A_signature_over_less_than_all_has_a_gap(string form, int lessBefore, int lessAfter, int lessAtEnd)
    {
        var gap = SignedPaper.Gap(Signed);
        int from = gap.Start.Value - lessBefore, to = gap.End.Value + lessAfter, rest = Signed.Length - to - lessAtEnd;
        byte[] file = WithRange(string.Format(form, from, to, rest));

        // Signed as the range says, so that only the range is at fault.
        byte[] covered = [.. file.AsSpan(0, from), .. file.AsSpan(to, rest)];
        file = SignedPaper.WithMessage(file, CadesSignature.Create(covered, SignedPaper.Certificate, [], null));

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.RangeHasGap);
    }

    [Fact]
    public void A_range_that_ends_too_early_or_too_late_is_told()
    {
        var gap = SignedPaper.Gap(Signed);
        int rest = Signed.Length - gap.End.Value;

        SignedPaper.FindingOf(WithRange($"[0 {gap.Start} {gap.End} {rest - 1}]")).ShouldBe(PdfFinding.AppendedAfterSignature);
        SignedPaper.FindingOf(WithRange($"[0 {gap.Start} {gap.End} {rest + 1}]")).ShouldBe(PdfFinding.Unreadable);
        SignedPaper.FindingOf(WithRange($"[0 {gap.Start} {gap.End} 9999999999999]")).ShouldBe(PdfFinding.Unreadable);
    }

    [Fact]
    public void The_authority_of_somebody_else_makes_the_signer_unknown()
    {
        var stranger = TestAuthority.Root("Test root");
        byte[] foreign = new PdfSigner(stranger.Signer("Test laboratory"), [stranger.Certificate]).Sign(SignedPaper.Unsigned, SignedPaper.Signing);

        var found = PdfSignatureCheck.Check(foreign, SignedPaper.Authorities);

        found.Finding.ShouldBe(PdfFinding.SignerUnknown);
        found.Signer!.Subject.ShouldBe("CN=Test laboratory");
        PdfSignatureCheck.Check(foreign, [stranger.Certificate]).Finding.ShouldBe(PdfFinding.Signed);
        PdfSignatureCheck.Check(Signed, []).Finding.ShouldBe(PdfFinding.SignerUnknown);
        PdfSignatureCheck.Check(Signed, [stranger.Certificate, SignedPaper.Root.Certificate]).Finding.ShouldBe(PdfFinding.Signed);
    }

    [Theory]
    [InlineData(0, PdfFinding.Signed)]
    [InlineData(-1, PdfFinding.SignerUnknown)]
    [InlineData(3599, PdfFinding.Signed)]
    [InlineData(3601, PdfFinding.SignerUnknown)]
    public void The_certificate_must_be_valid_when_it_signs_to_the_second(int seconds, PdfFinding expected)
    {
        var signer = SignedPaper.Root.Signer("Short", from: SignedPaper.SignedAt, until: SignedPaper.SignedAt.AddHours(1));

        byte[] file = new PdfSigner(signer, []).Sign(SignedPaper.Unsigned, SignedPaper.Signing with { SignedAt = SignedPaper.SignedAt.AddSeconds(seconds) });

        SignedPaper.FindingOf(file).ShouldBe(expected);
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature, PdfFinding.Signed)]
    [InlineData(X509KeyUsageFlags.NonRepudiation, PdfFinding.Signed)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, PdfFinding.SignerUnknown)]
    [InlineData(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, PdfFinding.SignerUnknown)]
    public void A_key_signs_only_when_it_is_meant_to(X509KeyUsageFlags usage, PdfFinding expected)
    {
        byte[] file = new PdfSigner(SignedPaper.Root.Signer("Laboratory", usage), []).Sign(SignedPaper.Unsigned, SignedPaper.Signing);

        SignedPaper.FindingOf(file).ShouldBe(expected);
    }

    [Fact]
    public void A_signer_is_no_authority_for_others()
    {
        using var key = SignedPaper.Certificate.GetECDsaPrivateKey()!;
        using var own = System.Security.Cryptography.ECDsa.Create();
        var request = new CertificateRequest("CN=Friend", own, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var friend = request.Create(SignedPaper.Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(key), TestAuthority.From, TestAuthority.Until, [1, 2, 3]).CopyWithPrivateKey(own);

        byte[] file = new PdfSigner(friend, [SignedPaper.Certificate]).Sign(SignedPaper.Unsigned, SignedPaper.Signing);

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.SignerUnknown);
    }

    [Fact]
    public void A_certificate_that_leads_nowhere_must_not_ride_along()
    {
        var stranger = TestAuthority.Root("Stranger");

        byte[] file = new PdfSigner(SignedPaper.Certificate, [stranger.Certificate]).Sign(SignedPaper.Unsigned, SignedPaper.Signing);

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.SignerUnknown);
    }

    [Theory]
    [InlineData("/SubFilter/ETSI.CAdES.detached", "/SubFilter/adbe.pkcs7.detached")]
    [InlineData("/Filter/Adobe.PPKLite", "/Filter/Adobe.PPKLitf")]
    [InlineData("/M(D:20190108093015+08'00')", "/N(D:20190108093015+08'00')")]
    [InlineData("/M(D:20190108093015+08'00')", "/M(D:20190108093065+08'00')")]
    [InlineData("/M(D:20190108093015+08'00')", "/M(D:20190108       +08'00)")]
    [InlineData("/Location(Tonglu)/ContactInfo(lab@example.org)", "/SubFilter/ETSI.CAdES.detached/X(xxxxxxxxxxxx)")]
    public void A_signature_of_another_form_is_malformed(string text, string other)
    {
        byte[] file = Resigned(SignedPaper.Replaced(Signed, text, other));

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.SignatureMalformed);
    }

    [Fact]
    public void A_signature_that_no_field_of_the_form_holds_does_not_count()
    {
        foreach (var (text, other) in ((string, string)[])[("/FT/Sig", "/FT/Tx "), ("/Fields [", "/Feilds ["), ("/AcroForm ", "/AcroFrom ")])
            SignedPaper.FindingOf(Resigned(SignedPaper.Replaced(Signed, text, other))).ShouldBe(PdfFinding.NotSigned, text);
    }

    [Fact]
    public void A_signature_in_a_string_a_comment_or_a_stream_does_not_count()
    {
        string dictionary = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 30]/Contents<00>/M(D:20190108093015+08'00')>>";
        byte[] file = SignedPaper.Raw(
            $"<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>\n% {dictionary}",
            "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>",
            $"<</Type/Page/Parent 2 0 R/Note({dictionary.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})/Contents 5 0 R>>",
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(a)/Rect[0 0 0 0]/V 6 0 R>>",
            $"<</Length {dictionary.Length}>>\nstream\n{dictionary}\nendstream",
            $"({dictionary.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})");

        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.NotSigned);
    }

    [Fact]
    public void The_message_may_be_written_in_one_way_only()
    {
        var gap = SignedPaper.Gap(Signed);
        var (message, _) = SignedPaper.Parts(Signed);
        int digits = gap.Start.Value + 1, end = digits + 2 * message.Length;

        for (int i = digits; i < end; i++)
        {
            if (char.IsAsciiLetterUpper((char)Signed[i]))
                SignedPaper.FindingOf(SignedPaper.Flipped(Signed, i, 5)).ShouldBe(PdfFinding.SignatureMalformed, $"{i}");
        }

        byte[] padded = Signed.ToArray();
        padded[gap.End.Value - 2] = (byte)'1';
        SignedPaper.FindingOf(padded).ShouldBe(PdfFinding.SignatureMalformed);
        padded[gap.End.Value - 2] = (byte)' ';
        SignedPaper.FindingOf(padded).ShouldBe(PdfFinding.SignatureMalformed);
        // Lengths that are written longer than needed, as BER allows.
        byte[] longer = [message[0], 0x83, 0, .. message[2..]];
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, longer)).ShouldBe(PdfFinding.SignatureMalformed);
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, [])).ShouldBe(PdfFinding.SignatureMalformed);
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, [.. message, 0x30, 0x00])).ShouldBe(PdfFinding.SignatureMalformed);
    }

    [Fact]
    public void The_message_of_another_paper_is_not_the_signature_of_this_one()
    {
        byte[] other = SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing with { Location = "Hangzu" });

        other.Length.ShouldBe(Signed.Length);
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, SignedPaper.Parts(other).Message)).ShouldBe(PdfFinding.ContentChanged);
    }

    [Fact]
    public void A_time_inside_of_the_message_is_not_taken()
    {
        var message = new System.Security.Cryptography.Pkcs.SignedCms(new System.Security.Cryptography.Pkcs.ContentInfo(SignedPaper.Parts(Signed).Content), detached: true);
        var by = new System.Security.Cryptography.Pkcs.CmsSigner(SignedPaper.Certificate) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new("2.16.840.1.101.3.4.2.1") };
        // Without signing-certificate-v2 as well as with a signing time.
        message.ComputeSignature(by);
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, message.Encode())).ShouldBe(PdfFinding.SignatureMalformed);

        var timed = new System.Security.Cryptography.Pkcs.SignedCms();
        timed.Decode(SignedPaper.Parts(Signed).Message);
        by.SignedAttributes.Add(timed.SignerInfos[0].SignedAttributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>().Single(attribute => attribute.Oid.Value == "1.2.840.113549.1.9.16.2.47").Values[0]);
        message = new(new System.Security.Cryptography.Pkcs.ContentInfo(SignedPaper.Parts(Signed).Content), detached: true);
        message.ComputeSignature(by);
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, message.Encode())).ShouldBe(PdfFinding.Signed);

        by.SignedAttributes.Add(new System.Security.Cryptography.Pkcs.Pkcs9SigningTime(SignedPaper.SignedAt.UtcDateTime));
        message = new(new System.Security.Cryptography.Pkcs.ContentInfo(SignedPaper.Parts(Signed).Content), detached: true);
        message.ComputeSignature(by);
        SignedPaper.FindingOf(SignedPaper.WithMessage(Signed, message.Encode())).ShouldBe(PdfFinding.SignatureMalformed);
    }

    /// <summary>The signed paper with another text for its range; the signature is that of the paper as it was.</summary>
    private static byte[] WithRange(string range)
    {
        byte[] file = Signed.ToArray();
        int at = file.AsSpan().LastIndexOf("/ByteRange"u8) + "/ByteRange".Length;
        int room = file.AsSpan(at).IndexOf("/Contents"u8);
        Encoding.ASCII.GetBytes(range.PadRight(room), file.AsSpan(at, room));
        return file;
    }

    /// <summary>The file with a signature over it as it is now.</summary>
    private static byte[] Resigned(byte[] file) =>
        SignedPaper.WithMessage(file, CadesSignature.Create(SignedPaper.Parts(file).Content, SignedPaper.Certificate, [], null));

    /// <summary>A signed file whose page has one more entry.</summary>
    private static byte[] WithPage(string entry) => SignedPaper.Signer.Sign(
        SignedPaper.Raw("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>", $"<</Type/Page/Parent 2 0 R{entry}>>"),
        SignedPaper.Signing);
}
