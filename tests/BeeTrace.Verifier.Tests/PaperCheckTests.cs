using System.IO.Compression;
using System.Text;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Pdf;

namespace BeeTrace.Verifier.Tests;

public class PaperCheckTests
{
    private const int Before = 11;

    private static readonly TestIssuer Issuer = new("Office");
    private static readonly TestLog Log = TestLog.With(TestIssuer.Content, Before, after: 8);
    private static readonly TrustedKeys Keys = new() { Authorities = [Issuer.Authority], LogKeys = [Log.Signer.Key] };
    private static readonly PaperCheck Check = new(Keys);
    private static readonly byte[] Good = Issuer.Paper(TestIssuer.Content, Log.Proof(Before));

    [Fact]
    public void A_paper_as_issued_holds()
    {
        var verdict = Check.Check(Good);
        verdict.Finding.ShouldBe(PaperFinding.Holds);
        verdict.Holds.ShouldBeTrue();
        verdict.Number.ShouldBe(TestIssuer.Number);
        verdict.ContentSha256.ShouldBe(CanonicalJson.Sha256Hex(TestIssuer.Content));
        verdict.SignedAt.ShouldBe(TestIssuer.SignedAt);
        verdict.TimestampedAt.ShouldBeNull();
        verdict.Signer.ShouldBe("CN=Office");
        (verdict.LogIndex, verdict.LogSize).ShouldBe((Before, Before + 9));
        verdict.Reasons.Count.ShouldBe(4);
        verdict.Reasons[^1].ShouldBe(PaperVerdict.LaterEndUnknown);
        verdict.Reasons[2].En.ShouldContain("beetrace.example/log at index 11");
    }

    [Fact]
    public void It_holds_at_every_place_of_every_log()
    {
        for (var after = 0; after < 9; after++)
        {
            for (var before = 0; before < 9; before++)
            {
                var log = TestLog.With(TestIssuer.Content, before, after);
                var check = new PaperCheck(Keys with { LogKeys = [log.Signer.Key] });
                check.CheckContent(Bytes(TestIssuer.Content), TestLog.Bytes(log.Proof(before))).Holds.ShouldBeTrue();
                check.CheckContent(Bytes(TestIssuer.Content), TestLog.Bytes(log.Proof(before, before + 1))).Holds.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void No_bit_of_a_paper_can_be_flipped()
    {
        var random = new Random(5280);
        var found = new HashSet<PaperFinding>();
        for (var round = 0; round < 500; round++)
        {
            var file = Good.ToArray();
            file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            var verdict = Check.Check(file);
            verdict.Holds.ShouldBeFalse();
            found.Add(verdict.Finding);
        }

        found.ShouldContain(PaperFinding.ContentChanged);
    }

    [Fact]
    public void No_paper_can_be_cut_off_or_added_to()
    {
        for (var length = 0; length < Good.Length; length += 97)
            Check.Check(Good.AsMemory(0, length)).Holds.ShouldBeFalse();
        Check.Check(Good.Append((byte)'\n').ToArray()).Holds.ShouldBeFalse();
        Check.Check(Issuer.Sign(Good)).Finding.ShouldBe(PaperFinding.SeveralSignatures);
    }

    [Fact]
    public void What_is_no_signed_pdf_is_told_apart()
    {
        Check.Check(Array.Empty<byte>()).Finding.ShouldBe(PaperFinding.NotPdf);
        Check.Check(Bytes(TestIssuer.Content)).Finding.ShouldBe(PaperFinding.NotPdf);
        Check.Check(Zip()).Finding.ShouldBe(PaperFinding.ZipFile);
        Check.Check(new byte[PaperCheck.LargestFile + 1]).Finding.ShouldBe(PaperFinding.TooLarge);
        Check.Check(new byte[PaperCheck.LargestFile]).Finding.ShouldBe(PaperFinding.NotPdf);
        Check.Check("%PDF-1.7\nnothing\n%%EOF\n"u8.ToArray()).Finding.ShouldBe(PaperFinding.Unreadable);
        Check.Check(TestIssuer.Unsigned()).Finding.ShouldBe(PaperFinding.NotSigned);
    }

    [Fact]
    public void A_paper_of_another_issuer_does_not_hold()
    {
        var verdict = Check.Check(new TestIssuer("Office").Paper(TestIssuer.Content, Log.Proof(Before)));
        verdict.Finding.ShouldBe(PaperFinding.SignerUnknown);
        verdict.Reasons.ShouldBe([PaperFinding.SignerUnknown.Sentence()]);
        verdict.Signer.ShouldBe("CN=Office");
        verdict.Number.ShouldBeNull();
    }

    [Fact]
    public void An_authority_of_clocks_vouches_for_no_paper() =>
        new PaperCheck(Keys with { Authorities = [], TimestampAuthorities = [Issuer.Authority] }).Check(Good).Finding.ShouldBe(PaperFinding.SignerUnknown);

    [Theory]
    [InlineData(PaperAttachment.Content)]
    [InlineData(PaperAttachment.Credential)]
    [InlineData(PaperAttachment.Proof)]
    public void A_paper_without_one_of_its_attachments_does_not_hold(string missing)
    {
        (string, byte[])[] all = [(PaperAttachment.Content, Bytes(TestIssuer.Content)), (PaperAttachment.Credential, Bytes("{}")), (PaperAttachment.Proof, TestLog.Bytes(Log.Proof(Before)))];
        Check.Check(Issuer.Sign(TestIssuer.Unsigned(all))).Holds.ShouldBeTrue();
        var verdict = Check.Check(Issuer.Sign(TestIssuer.Unsigned([.. all.Where(attachment => attachment.Item1 != missing)])));
        verdict.Finding.ShouldBe(PaperFinding.AttachmentMissing);
        verdict.SignedAt.ShouldBe(TestIssuer.SignedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("""{"number":"BT-2018-7K3M-C","format":"beetrace-certificate-1"}""")]
    [InlineData("""{"format":"beetrace-certificate-1", "number":"BT-2018-7K3M-C"}""")]
    [InlineData("{\"format\":\"beetrace-certificate-1\",\"number\":\"BT-2018-7K3M-C\"}\n")]
    [InlineData("\ufeff{\"format\":\"beetrace-certificate-1\",\"number\":\"BT-2018-7K3M-C\"}")]
    public void Content_that_is_not_canonical_does_not_hold(string content) =>
        Check.Check(Issuer.Paper(content, Log.Proof(Before))).Finding.ShouldBe(PaperFinding.ContentNotCanonical);

    [Theory]
    [InlineData("""{"format":"beetrace-certificate-1"}""")]
    [InlineData("""{"number":7}""")]
    [InlineData("""{"number":""}""")]
    [InlineData("""{"number":"a\u001bb"}""")]
    [InlineData("""["number"]""")]
    public void Content_without_a_number_does_not_hold(string content)
    {
        var log = TestLog.With(content, 1, 1);
        new PaperCheck(Keys with { LogKeys = [log.Signer.Key] }).Check(Issuer.Paper(content, log.Proof(1))).Finding.ShouldBe(PaperFinding.NumberMissing);
    }

    [Fact]
    public void A_proof_that_cannot_be_read_does_not_hold()
    {
        Check.Check(Issuer.Paper(Bytes(TestIssuer.Content), Bytes("no proof"))).Finding.ShouldBe(PaperFinding.ProofMalformed);
        Check.Check(Issuer.Paper(Bytes(TestIssuer.Content), [0xff, 0xfe])).Finding.ShouldBe(PaperFinding.ProofMalformed);
        Check.Check(Issuer.Paper(Bytes(TestIssuer.Content), [0xef, 0xbb, 0xbf, .. TestLog.Bytes(Log.Proof(Before))])).Finding.ShouldBe(PaperFinding.ProofMalformed);
        var noCheckpoint = new LogProof(0, [], new("a poem\n", [Log.Signer.Sign("a poem\n")]));
        Check.Check(Issuer.Paper(TestIssuer.Content, noCheckpoint)).Finding.ShouldBe(PaperFinding.CheckpointMalformed);
    }

    [Fact]
    public void A_proof_for_other_content_or_another_place_does_not_hold()
    {
        var verdict = Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before + 1)));
        verdict.Finding.ShouldBe(PaperFinding.NotInLog);
        (verdict.Number, verdict.LogIndex, verdict.LogSize).ShouldBe((TestIssuer.Number, Before + 1, Before + 9));

        Check.Check(Issuer.Paper("""{"number":"BT-2018-0000-0"}""", Log.Proof(Before))).Finding.ShouldBe(PaperFinding.NotInLog);
        Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Index = Before - 1 })).Finding.ShouldBe(PaperFinding.NotInLog);
        Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Hashes = [] })).Finding.ShouldBe(PaperFinding.NotInLog);
        Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Checkpoint = Log.Checkpoint(Before + 1) })).Finding.ShouldBe(PaperFinding.NotInLog);
    }

    [Fact]
    public void A_proof_of_another_tree_does_not_hold()
    {
        // Without the certificate, but signed by the same log.
        var other = TestLog.With("""{"number":"another"}""", Before, after: 8);
        var text = other.Tree().ToText();
        var proof = other.Proof(Before) with { Checkpoint = new(text, [Log.Signer.Sign(text)]) };
        Check.Check(Issuer.Paper(TestIssuer.Content, proof)).Finding.ShouldBe(PaperFinding.NotInLog);
    }

    [Fact]
    public void A_checkpoint_of_another_log_or_another_key_does_not_hold()
    {
        var elsewhere = TestLog.With(TestIssuer.Content, Before, 8, "elsewhere.example/log");
        Check.Check(Issuer.Paper(TestIssuer.Content, elsewhere.Proof(Before))).Finding.ShouldBe(PaperFinding.OtherLog);
        // Another log's text signed by ours does not make it ours.
        var text = elsewhere.Tree().ToText();
        Check.Check(Issuer.Paper(TestIssuer.Content, elsewhere.Proof(Before) with { Checkpoint = new(text, [Log.Signer.Sign(text)]) })).Finding.ShouldBe(PaperFinding.OtherLog);

        var impostor = TestLog.With(TestIssuer.Content, Before, 8);
        Check.Check(Issuer.Paper(TestIssuer.Content, impostor.Proof(Before))).Finding.ShouldBe(PaperFinding.CheckpointNotSigned);
        var forged = Log.Checkpoint() with { Text = Log.Tree(Before + 1).ToText() };
        Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before, Before + 1) with { Checkpoint = forged })).Finding.ShouldBe(PaperFinding.CheckpointNotSigned);
    }

    [Fact]
    public void While_a_key_is_exchanged_either_is_enough_but_a_false_one_spoils_it()
    {
        var old = new TestSigner(TestIssuer.Origin, NoteKey.Ed25519);
        var both = new PaperCheck(Keys with { LogKeys = [old.Key, Log.Signer.Key] });
        both.Check(Good).Holds.ShouldBeTrue();
        both.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before, null, old))).Holds.ShouldBeTrue();

        var note = Log.Checkpoint();
        var spoilt = note with { Signatures = [.. note.Signatures, old.Sign("another text\n")] };
        both.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Checkpoint = spoilt })).Finding.ShouldBe(PaperFinding.CheckpointNotSigned);
        Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before) with { Checkpoint = spoilt })).Holds.ShouldBeTrue();
    }

    [Fact]
    public void As_many_witnesses_must_have_signed_as_the_keys_ask_for()
    {
        PaperFinding Find(int needed, params IReadOnlyList<TestSigner> signers) =>
            new PaperCheck(Keys with { Witnesses = [Log.Witness.Key, Log.OtherWitness.Key], WitnessesNeeded = needed })
                .Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before, null, signers))).Finding;

        Find(0).ShouldBe(PaperFinding.Holds);
        Find(1).ShouldBe(PaperFinding.WitnessesMissing);
        Find(1, Log.OtherWitness).ShouldBe(PaperFinding.Holds);
        Find(2, Log.OtherWitness).ShouldBe(PaperFinding.WitnessesMissing);
        Find(2, Log.OtherWitness, Log.OtherWitness).ShouldBe(PaperFinding.WitnessesMissing);
        Find(2, Log.Witness, Log.OtherWitness).ShouldBe(PaperFinding.Holds);
        Find(1, new TestSigner(Log.Witness.Key.Name, NoteKey.Cosignature)).ShouldBe(PaperFinding.WitnessesMissing);
    }

    [Fact]
    public void Bare_content_holds_by_its_proof_and_says_that_nobody_signed_a_pdf()
    {
        var verdict = Check.CheckContent(Bytes(TestIssuer.Content), TestLog.Bytes(Log.Proof(Before)));
        verdict.Holds.ShouldBeTrue();
        (verdict.SignedAt, verdict.Signer).ShouldBe((null, null));
        verdict.Reasons.Count.ShouldBe(3);
        Check.CheckContent(new byte[PaperCheck.LargestFile + 1], default).Finding.ShouldBe(PaperFinding.TooLarge);
    }

    [Fact]
    public void A_paper_is_held_against_a_checkpoint_from_elsewhere()
    {
        PaperFinding Find(SignedNote checkpoint, string? consistency, int size = Before + 1)
        {
            KnownTree.Read(checkpoint.ToString(), consistency, Keys, out var tree).ShouldBe(PaperFinding.Holds);
            return Check.Check(Issuer.Paper(TestIssuer.Content, Log.Proof(Before, size)), tree).Finding;
        }

        Find(Log.Checkpoint(Before + 1), null).ShouldBe(PaperFinding.Holds);
        Find(Log.Checkpoint(), Log.Consistency(Before + 1, Before + 9)).ShouldBe(PaperFinding.Holds);
        Find(Log.Checkpoint(Before + 1), "# from the log\n\n" + Log.Consistency(Before + 1, Before + 9), Before + 9).ShouldBe(PaperFinding.Holds);
        Find(Log.Checkpoint(), null).ShouldBe(PaperFinding.HistoryNotShown);
        Find(Log.Checkpoint(), Log.Consistency(Before, Before + 9)).ShouldBe(PaperFinding.HistoryNotShown);

        // The log shows somebody else another history.
        var other = TestLog.With("""{"number":"another"}""", Before, after: 8);
        var same = other.Tree(Before + 1).ToText();
        Find(new(same, [Log.Signer.Sign(same)]), null).ShouldBe(PaperFinding.OtherHistory);
        var later = other.Tree().ToText();
        Find(new(later, [Log.Signer.Sign(later)]), other.Consistency(Before + 1, Before + 9)).ShouldBe(PaperFinding.HistoryNotShown);
    }

    [Fact]
    public void A_checkpoint_from_elsewhere_must_be_signed_itself()
    {
        KnownTree.Read("no note", null, Keys, out _).ShouldBe(PaperFinding.CheckpointMalformed);
        KnownTree.Read(TestLog.With("{}", 1, 1).Checkpoint().ToString(), null, Keys, out _).ShouldBe(PaperFinding.CheckpointNotSigned);
        KnownTree.Read(Log.Checkpoint().ToString(), "no hash", Keys, out var tree).ShouldBe(PaperFinding.ProofMalformed);
        tree.ShouldBeNull();
    }

    [Fact]
    public void Every_finding_has_a_sentence_and_a_code_of_its_own()
    {
        var findings = Enum.GetValues<PaperFinding>();
        foreach (var finding in findings)
        {
            var sentence = finding.Sentence();
            sentence.Zh.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}.*。$");
            sentence.En.ShouldMatch(@"^[A-Z][^\p{IsCJKUnifiedIdeographs}]*\.$");
            finding.Code().ShouldMatch("^[a-z]+(-[a-z]+)*$");
        }

        findings.Select(finding => finding.Sentence()).ShouldBeUnique();
        findings.Select(finding => finding.Code()).ShouldBeUnique();
        PaperFinding.RangeHasGap.Code().ShouldBe("range-has-gap");
        foreach (var finding in Enum.GetValues<PdfFinding>().Where(finding => finding != PdfFinding.Signed))
            PaperFindings.Of(finding).ToString().ShouldBe(finding.ToString());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("certificate.pdf").Open())
            entry.Write(Good);
        return bytes.ToArray();
    }
}
