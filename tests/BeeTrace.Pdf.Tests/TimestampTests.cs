namespace BeeTrace.Pdf.Tests;

public class TimestampTests
{
    private static readonly DateTimeOffset At = new(2019, 1, 8, 1, 31, 0, TimeSpan.Zero);
    private static readonly TestAuthority Clock = TestAuthority.Root("Test time");

    [Fact]
    public void A_timestamp_over_the_signature_is_put_in_and_told()
    {
        Paper.NeedsProgram("pdfsig");
        Paper.NeedsProgram("certutil");
        using var signer = SignedPaper.Root.TimestampSigner();
        ReadOnlyMemory<byte> stamped = default;
        byte[] file = SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing, value =>
        {
            stamped = value.ToArray();
            return TestAuthority.Timestamp(signer, value.Span, At);
        });

        var found = PdfSignatureCheck.Check(file, SignedPaper.Authorities);
        found.Finding.ShouldBe(PdfFinding.Signed);
        found.TimestampedAt.ShouldBe(At);
        found.SignedAt.ShouldBe(SignedPaper.SignedAt);
        CmsSignedData.Parse(SignedPaper.Parts(file).Message).Signature.ToArray().ShouldBe(stamped.ToArray());
        using var store = new TrustStore(SignedPaper.Root.Certificate);
        store.IsGood(file).ShouldBeTrue(store.PdfSig(file));
        PdfSignerTests.NothingToMend(file);
    }

    [Fact]
    public void Openssl_accepts_the_token_that_was_put_in()
    {
        Paper.NeedsProgram("openssl");
        Paper.NeedsProgram("certutil");
        using var signer = SignedPaper.Root.TimestampSigner();
        byte[] file = SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing, value => TestAuthority.Timestamp(signer, value.Span, At));
        var message = CmsSignedData.Parse(SignedPaper.Parts(file).Message);
        using var store = new TrustStore(SignedPaper.Root.Certificate);
        store.Write("token.der", message.Timestamp!.Value.ToArray());
        store.Write("signature.bin", message.Signature.ToArray());

        var (exitCode, output) = store.Run("openssl", "ts", "-verify", "-token_in", "-in", store.PathOf("token.der"), "-data", store.PathOf("signature.bin"), "-CAfile", store.PathOf("root.pem"));

        exitCode.ShouldBe(0, output);
        output.ShouldContain("Verification: OK");
    }

    [Fact]
    public void A_clock_may_stand_under_an_authority_of_its_own()
    {
        using var signer = Clock.TimestampSigner();
        byte[] file = SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing, value => TestAuthority.Timestamp(signer, value.Span, At, Clock.Certificate));

        PdfSignatureCheck.Check(file, SignedPaper.Authorities, [Clock.Certificate]).TimestampedAt.ShouldBe(At);
        // Who vouches for clocks does not vouch for signers.
        PdfSignatureCheck.Check(file, [Clock.Certificate], [Clock.Certificate]).Finding.ShouldBe(PdfFinding.SignerUnknown);
        PdfSignatureCheck.Check(file, SignedPaper.Authorities).Finding.ShouldBe(PdfFinding.SignatureMalformed);
    }

    [Fact]
    public void A_timestamp_over_something_else_or_by_somebody_else_is_refused()
    {
        using var signer = SignedPaper.Root.TimestampSigner();
        using var noClock = SignedPaper.Root.TimestampSigner(hasPurpose: false);

        FindingWith(value => TestAuthority.Timestamp(signer, value.Span, At)).ShouldBe(PdfFinding.Signed);
        FindingWith(_ => TestAuthority.Timestamp(signer, "another signature"u8, At)).ShouldBe(PdfFinding.SignatureMalformed);
        FindingWith(value => TestAuthority.Timestamp(noClock, value.Span, At)).ShouldBe(PdfFinding.SignatureMalformed);
        FindingWith(value => TestAuthority.Timestamp(SignedPaper.Certificate, value.Span, At)).ShouldBe(PdfFinding.SignatureMalformed);
        FindingWith(value => TestAuthority.Timestamp(signer, value.Span, TestAuthority.From.AddDays(-1))).ShouldBe(PdfFinding.SignatureMalformed);
        FindingWith(_ => SignedPaper.Parts(SignedPaper.Signed).Message).ShouldBe(PdfFinding.SignatureMalformed);
        FindingWith(_ => [0x30, 0x00]).ShouldBe(PdfFinding.SignatureMalformed);

        static PdfFinding FindingWith(Func<ReadOnlyMemory<byte>, byte[]> timestamp) =>
            SignedPaper.FindingOf(SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing, timestamp));
    }

    [Fact]
    public void No_byte_of_a_message_with_issuer_and_timestamp_can_be_exchanged()
    {
        using var clock = SignedPaper.Intermediate.TimestampSigner();
        var signer = new PdfSigner(SignedPaper.Intermediate.Signer("Branch laboratory"), [SignedPaper.Intermediate.Certificate]);
        byte[] file = signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing, value => TestAuthority.Timestamp(clock, value.Span, At, SignedPaper.Intermediate.Certificate));
        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.Signed);
        var (message, _) = SignedPaper.Parts(file);
        message.Length.ShouldBeGreaterThan(2000);
        var chance = new Random(20190108);

        for (int i = 0; i < message.Length; i++)
        {
            byte[] other = message.ToArray();
            int bit = chance.Next(8);
            other[i] ^= (byte)(1 << bit);
            SignedPaper.FindingOf(SignedPaper.WithMessage(file, other)).ShouldNotBe(PdfFinding.Signed, $"byte {i}, bit {bit}");
        }
    }

    [Fact]
    public void A_token_longer_than_expected_finds_its_room()
    {
        using var signer = SignedPaper.Root.TimestampSigner();
        using var large = SignedPaper.Root.LongSigner(11_000);
        int asked = 0;

        byte[] file = SignedPaper.Signer.Sign(SignedPaper.Unsigned, SignedPaper.Signing, value =>
        {
            asked++;
            return TestAuthority.Timestamp(signer, value.Span, At, large);
        });

        asked.ShouldBe(2);
        SignedPaper.FindingOf(file).ShouldBe(PdfFinding.Signed);
    }
}
