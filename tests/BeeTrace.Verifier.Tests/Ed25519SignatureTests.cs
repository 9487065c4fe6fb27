using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Verifier.Tests;

public class Ed25519SignatureTests
{
    [Theory]
    // RFC 8032 section 7.1, tests 1 to 3.
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_known_keys_make_the_known_signatures(string secret, string key, string message, string signature)
    {
        Convert.ToHexStringLower(Ed25519Signature.PublicKeyOf(Convert.FromHexString(secret))).ShouldBe(key);
        Convert.ToHexStringLower(Ed25519Signature.Sign(Convert.FromHexString(secret), Convert.FromHexString(message))).ShouldBe(signature);
        Ed25519Signature.Verify(Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeTrue();
        Ed25519Signature.Verify(Convert.FromHexString(key), [.. Convert.FromHexString(message), 0], Convert.FromHexString(signature)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")]
    [InlineData(
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")]
    public void The_notes_of_other_programs_are_signed_by_their_keys(string key, string note)
    {
        var read = SignedNote.Parse(note).Value;
        NoteKey.Parse(key).Value.Signed(read, Ed25519Signature.Verify).ShouldBeTrue();
        NoteKey.Parse(key).Value.Signed(read with { Text = read.Text + "more\n" }, Ed25519Signature.Verify).ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_key_or_no_signature_verifies_nothing()
    {
        Ed25519Signature.Verify(new byte[31], [], new byte[64]).ShouldBeFalse();
        Ed25519Signature.Verify(new byte[32], [], new byte[63]).ShouldBeFalse();
        Ed25519Signature.Verify([.. Enumerable.Repeat((byte)0xff, 32)], [], new byte[64]).ShouldBeFalse();
        Ed25519Signature.Verify(new byte[32], [], [.. Enumerable.Repeat((byte)0xff, 64)]).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => Ed25519Signature.Sign(new byte[31], []));
        Should.Throw<ArgumentOutOfRangeException>(() => Ed25519Signature.PublicKeyOf(new byte[33]));
    }
}
