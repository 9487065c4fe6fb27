using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Core.Tests.Certificates.Log;

/// <summary>Which message a key is asked about. The signature algorithm itself is a stand-in here: a hash of key and message.</summary>
public class NoteKeyTests
{
    private const string Text = "example.com/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static readonly NoteKey Log = new("example.com/log", NoteKey.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly NoteKey Witness = new("example.com/witness", NoteKey.Cosignature, [.. Enumerable.Repeat((byte)2, 32)]);
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1679315147);

    [Fact]
    public void A_log_signs_the_text_alone()
    {
        byte[]? asked = null;
        var line = Log.Sign(Text, message => Stamp(Log.PublicKey, asked = message));
        Encoding.UTF8.GetString(asked!).ShouldBe(Text);
        (line.KeyName, line.KeyId, line.Signature.Length).ShouldBe((Log.Name, Log.Id, 64));
        Log.Signed(new(Text, [line]), Check).ShouldBeTrue();
    }

    [Fact]
    public void A_witness_signs_the_text_below_the_time()
    {
        byte[]? asked = null;
        var line = Witness.Sign(Text, message => Stamp(Witness.PublicKey, asked = message), At);
        // The message of C2SP tlog-cosignature.
        Encoding.UTF8.GetString(asked!).ShouldBe($"cosignature/v1\ntime 1679315147\n{Text}");
        line.Signature.Length.ShouldBe(72);
        Witness.Signed(new(Text, [line]), Check).ShouldBeTrue();
        Should.Throw<ArgumentNullException>(() => Witness.Sign(Text, message => Stamp(Witness.PublicKey, message)));
    }

    [Fact]
    public void Another_text_another_time_or_another_key_is_not_signed()
    {
        var log = Log.Sign(Text, message => Stamp(Log.PublicKey, message));
        var witness = Witness.Sign(Text, message => Stamp(Witness.PublicKey, message), At);

        Log.Signed(new("another\n", [log]), Check).ShouldBeFalse();
        Witness.Signed(new("another\n", [witness]), Check).ShouldBeFalse();
        Log.Signed(new(Text, [witness]), Check).ShouldBeFalse();
        Log.Signed(new(Text, []), Check).ShouldBeFalse();
        Witness.Signed(new(Text, [witness with { Signature = [1, .. witness.Signature[1..]] }]), Check).ShouldBeFalse();
        Witness.Signed(new(Text, [witness with { Signature = [0x80, .. witness.Signature[1..]] }]), (_, _, _) => true).ShouldBeFalse();
        (Log with { PublicKey = Witness.PublicKey }).Signed(new(Text, [log]), Check).ShouldBeFalse();
    }

    [Fact]
    public void A_signature_of_the_wrong_length_is_none()
    {
        Log.Signed(new(Text, [new(Log.Name, Log.Id, new byte[63])]), (_, _, _) => true).ShouldBeFalse();
        Log.Signed(new(Text, [new(Log.Name, Log.Id, new byte[72])]), (_, _, _) => true).ShouldBeFalse();
        Witness.Signed(new(Text, [new(Witness.Name, Witness.Id, new byte[64])]), (_, _, _) => true).ShouldBeFalse();
    }

    [Fact]
    public void Strangers_signatures_are_passed_over_but_a_false_one_of_the_key_spoils_the_note()
    {
        var line = Log.Sign(Text, message => Stamp(Log.PublicKey, message));
        Log.Signed(new(Text, [new("stranger", 7, [1]), new(Log.Name, Log.Id + 1, [1]), line]), Check).ShouldBeTrue();
        Log.Signed(new(Text, [line, new(Log.Name, Log.Id, new byte[64])]), Check).ShouldBeFalse();
    }

    [Fact]
    public void The_same_public_key_has_another_number_for_another_use() =>
        (Log with { Algorithm = NoteKey.Cosignature }).Id.ShouldNotBe(Log.Id);

    private static byte[] Stamp(byte[] key, byte[] message) => SHA512.HashData([.. key, .. message]);

    private static bool Check(byte[] key, byte[] message, byte[] signature) => Stamp(key, message).AsSpan().SequenceEqual(signature);
}
