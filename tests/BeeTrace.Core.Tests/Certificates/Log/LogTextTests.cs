using System.Globalization;
using BeeTrace.Core.Certificates.Log;
using CsCheck;

namespace BeeTrace.Core.Tests.Certificates.Log;

/// <summary>Checkpoints, notes, keys, proofs and hashes as texts: what is printed is read again, and nothing else is.</summary>
public class LogTextTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /// <summary>The example of C2SP tlog-cosignature.</summary>
    private const string Cosigned =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    private static readonly Gen<string> Names = Gen.String[Gen.Char["abcxyz0189./-_蜂"], 1, 60];
    private static readonly Gen<LogHash> Hashes = Gen.Byte.Array[LogHash.Size].Select(bytes => LogHash.FromBytes(bytes));
    private static readonly Gen<Checkpoint> Checkpoints = Gen.Select(Names, Gen.Long[1, long.MaxValue], Hashes, (name, size, root) => new Checkpoint(name, size, root));
    private static readonly Gen<NoteSignature> Signatures = Gen.Select(Names, Gen.UInt, Gen.Byte.Array[1, 200], (name, id, bytes) => new NoteSignature(name, id, bytes));
    private static readonly Gen<SignedNote> Notes = Gen.Select(Checkpoints, Signatures.List[1, 5], (checkpoint, signatures) => new SignedNote(checkpoint.ToText(), signatures));

    [Fact]
    public void A_hash_is_read_as_it_is_printed_and_equal_by_its_bytes() => Hashes.Sample(hash =>
    {
        LogHash.Parse(hash.ToString()).Value.ShouldBe(hash);
        LogHash.FromBytes(hash.ToArray()).GetHashCode().ShouldBe(hash.GetHashCode());
        hash.Bytes.SequenceEqual(Convert.FromBase64String(hash.ToString())).ShouldBeTrue();
        (hash == LogHash.FromBytes([.. hash.ToArray()[..31], (byte)~hash.Bytes[31]])).ShouldBeFalse();
        hash.Equals((object)hash).ShouldBeTrue();
    });

    [Theory]
    [InlineData("")]
    [InlineData("CsUY")]
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I")]
    [InlineData(" CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=")] // two bits left over
    [InlineData("CsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=")] // base64url
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2ICsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    public void What_is_no_hash_is_refused(string text)
    {
        LogHash.Parse(text).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.HashMalformed);
        Should.Throw<ArgumentException>(() => LogHash.FromBytes(new byte[31]));
    }

    [Fact]
    public void A_checkpoint_is_read_as_it_is_printed() => Checkpoints.Sample(checkpoint =>
    {
        Checkpoint.Parse(checkpoint.ToText()).Value.ShouldBe(checkpoint);
    });

    [Fact]
    public void An_empty_log_has_a_checkpoint_too()
    {
        const string Text = "example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        Checkpoint.Parse(Text).Value.ShouldBe(new Checkpoint("example.com/log", 0, MerkleTree.EmptyRoot));
        new Checkpoint("example.com/log", 0, MerkleTree.EmptyRoot).ToText().ShouldBe(Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("a log\n1\n" + Root + "\n")]
    [InlineData("a+log\n1\n" + Root + "\n")]
    [InlineData("a\u3000log\n1\n" + Root + "\n")]
    [InlineData("a\tlog\n1\n" + Root + "\n")]
    [InlineData("log\n01\n" + Root + "\n")]
    [InlineData("log\n00\n" + Root + "\n")]
    [InlineData("log\n-1\n" + Root + "\n")]
    [InlineData("log\n+1\n" + Root + "\n")]
    [InlineData("log\n 1\n" + Root + "\n")]
    [InlineData("log\n1,000\n" + Root + "\n")]
    [InlineData("log\n１\n" + Root + "\n")]
    [InlineData("log\n9223372036854775808\n" + Root + "\n")]
    [InlineData("log\n0\n" + Root + "\n")] // nothing in it, yet not the root of nothing
    [InlineData("log\n1\nCsUY\n")]
    [InlineData("log\n1\n" + Root)]
    [InlineData("log\n1\n" + Root + "\n\n")]
    [InlineData("log\n1\n" + Root + "\nextension\n")]
    [InlineData("log\r\n1\r\n" + Root + "\r\n")]
    [InlineData("log\n1\n")]
    public void What_is_no_checkpoint_is_refused(string text) =>
        Checkpoint.Parse(text).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.CheckpointMalformed);

    [Fact]
    public void A_name_has_at_most_255_bytes()
    {
        Checkpoint.Parse($"{new string('a', 255)}\n1\n{Root}\n").IsDone.ShouldBeTrue();
        Checkpoint.Parse($"{new string('a', 256)}\n1\n{Root}\n").IsDone.ShouldBeFalse();
        Checkpoint.Parse($"{new string('蜂', 86)}\n1\n{Root}\n").IsDone.ShouldBeFalse();
    }

    [Fact]
    public void A_note_is_read_as_it_is_printed() => Notes.Sample(note =>
    {
        var read = SignedNote.Parse(note.ToString()).Value;
        read.Text.ShouldBe(note.Text);
        read.ToString().ShouldBe(note.ToString());
    });

    [Fact]
    public void The_examples_of_the_specifications_are_read_as_they_stand()
    {
        var note = SignedNote.Parse(Cosigned).Value;
        note.ToString().ShouldBe(Cosigned);
        note.Signatures.Select(signature => (signature.KeyName, signature.KeyId, signature.Signature.Length))
            .ShouldBe([("example.com/behind-the-sofa", 0x033de0aeu, 64), ("witness.example.com/w1", 0x8d66cf3fu, 72)]);
        Checkpoint.Parse(note.Text).Value.ShouldBe(new("example.com/behind-the-sofa", 20852163, LogHash.Parse(Root).Value));

        // C2SP signed-note: the text has an empty line of its own.
        const string Poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
        const string Signed = Poem + "\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
        SignedNote.Parse(Signed).Value.Text.ShouldBe(Poem);
        SignedNote.Parse(Signed).Value.ToString().ShouldBe(Signed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n— k AAAAAAE=\n")]
    [InlineData("text\n\n— k AAAAAAE=")]
    [InlineData("text\n\n- k AAAAAAE=\n")]
    [InlineData("text\n\n—k AAAAAAE=\n")]
    [InlineData("text\n\n—  AAAAAAE=\n")]
    [InlineData("text\n\n— k+l AAAAAAE=\n")]
    [InlineData("text\n\n— k\u00a0l AAAAAAE=\n")]
    [InlineData("text\n\n— k AAAAAAE= \n")]
    [InlineData("text\n\n— k  AAAAAAE=\n")]
    [InlineData("text\n\n— k AAAAAA==\n")] // number and no signature
    [InlineData("text\n\n— k AAAA\n")]
    [InlineData("text\n\n— k AAAAAAF=\n")]
    [InlineData("text\n\n— k\n")]
    [InlineData("text\n\n— k AAAAAAE=\n\n")]
    [InlineData("te\u0007xt\n\n— k AAAAAAE=\n")]
    [InlineData("text\r\n\n— k AAAAAAE=\n")]
    [InlineData("te\txt\n\n— k AAAAAAE=\n")]
    public void What_is_no_note_is_refused(string text) =>
        SignedNote.Parse(text).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.NoteMalformed);

    [Fact]
    public void Half_a_character_is_no_text()
    {
        Checkpoint.Parse($"\ud800\n1\n{Root}\n").Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.CheckpointMalformed);
        SignedNote.Parse("te\ud800xt\n\n— k AAAAAAE=\n").Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.NoteMalformed);
        SignedNote.Parse("text\n\n— \udc00 AAAAAAE=\n").Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.NoteMalformed);
    }

    [Fact]
    public void A_note_may_be_long_but_not_endless()
    {
        const string Line = "— k AAAAAAE=\n";
        SignedNote.Parse("text\n\n" + string.Concat(Enumerable.Repeat(Line, SignedNote.MostSignatures))).IsDone.ShouldBeTrue();
        SignedNote.Parse("text\n\n" + string.Concat(Enumerable.Repeat(Line, SignedNote.MostSignatures + 1))).Refusals[0].Code.ShouldBe(LogRefusal.NoteTooLong);
        SignedNote.Parse(new string('a', SignedNote.LongestNote) + "\n\n" + Line).Refusals[0].Code.ShouldBe(LogRefusal.NoteTooLong);
        // C2SP signed-note: sixteen signatures of nearly 5 kB must be read.
        SignedNote.Parse("text\n\n" + string.Concat(Enumerable.Repeat(new NoteSignature("k", 1, new byte[5000]), 16))).IsDone.ShouldBeTrue();
        LogProof.Parse(new string('a', SignedNote.LongestNote + 1)).Refusals[0].Code.ShouldBe(LogRefusal.NoteTooLong);
    }

    [Theory]
    // The example of C2SP signed-note, that of Go's note package, and the key of Go's checksum database.
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")]
    public void A_known_key_line_is_read_as_it_is_printed(string line)
    {
        var key = NoteKey.Parse(line).Value;
        key.ToText().ShouldBe(line);
        key.Algorithm.ShouldBe(NoteKey.Ed25519);
        key.Id.ToString("x8", CultureInfo.InvariantCulture).ShouldBe(line.Split('+')[1]);
    }

    [Fact]
    public void Every_key_is_read_as_it_is_printed() =>
        Gen.Select(Names, Gen.Bool, Gen.Byte.Array[32], (name, witness, bytes) => new NoteKey(name, witness ? NoteKey.Cosignature : NoteKey.Ed25519, bytes)).Sample(key =>
        {
            var read = NoteKey.Parse(key.ToText()).Value;
            read.ToText().ShouldBe(key.ToText());
            (read.Name, read.Algorithm, read.Id).ShouldBe((key.Name, key.Algorithm, key.Id));
            read.PublicKey.ShouldBe(key.PublicKey);
        });

    [Theory]
    [InlineData("", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+c74f20a3", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LogRefusal.KeyMalformed)]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LogRefusal.KeyMalformed)]
    [InlineData("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2Q==", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+c74f20a3+", LogRefusal.KeyMalformed)]
    [InlineData("PeterNeumann+c74f20a3+AhpcMQAA", LogRefusal.KeyAlgorithmUnknown)]
    [InlineData("PeterNeumann+c74f20a3+BhpcMQAA", LogRefusal.KeyAlgorithmUnknown)]
    public void What_is_no_key_line_is_refused(string line, string code) =>
        NoteKey.Parse(line).Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_proof_is_read_as_it_is_printed() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Hashes.List[0, MerkleTree.LongestProof], Notes, (index, hashes, note) => new LogProof(index, hashes, note)).Sample(proof =>
        {
            var read = LogProof.Parse(proof.ToText()).Value;
            read.Index.ShouldBe(proof.Index);
            read.Hashes.ShouldBe(proof.Hashes);
            read.ToText().ShouldBe(proof.ToText());
        });

    [Fact]
    public void A_proof_of_the_only_entry_has_no_hashes()
    {
        const string Text = "c2sp.org/tlog-proof@v1\nindex 0\n\n" + Cosigned;
        var proof = LogProof.Parse(Text).Value;
        proof.Hashes.ShouldBeEmpty();
        proof.ToText().ShouldBe(Text);
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex  1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1 \n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\nCsUY\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\n" + Root + " \n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAAA\nindex 1\n" + Root + "\n\n")]
    [InlineData("\ufeffc2sp.org/tlog-proof@v1\nindex 1\n\n")]
    [InlineData("")]
    public void What_is_no_proof_is_refused(string beginning) =>
        LogProof.Parse(beginning + Cosigned).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LogRefusal.ProofMalformed);

    [Fact]
    public void A_proof_has_a_note_below_it_and_no_more_hashes_than_a_tree_has_levels()
    {
        LogProof.Parse("c2sp.org/tlog-proof@v1\nindex 1\n\nno note\n").Refusals[0].Code.ShouldBe(LogRefusal.NoteMalformed);
        LogProof.Parse("c2sp.org/tlog-proof@v1\nindex 1\n").Refusals[0].Code.ShouldBe(LogRefusal.ProofMalformed);
        var tooMany = string.Concat(Enumerable.Repeat(Root + "\n", MerkleTree.LongestProof + 1));
        LogProof.Parse($"c2sp.org/tlog-proof@v1\nindex 1\n{tooMany}\n{Cosigned}").Refusals[0].Code.ShouldBe(LogRefusal.ProofMalformed);
    }
}
