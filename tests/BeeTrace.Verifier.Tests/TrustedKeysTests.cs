using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Verifier.Tests;

public class TrustedKeysTests
{
    private static readonly TestIssuer Issuer = new("Office");
    private static readonly TestIssuer Clock = new("Clock");
    private static readonly string Log = new TestSigner("beetrace.example/log", NoteKey.Ed25519).Key.ToText();
    private static readonly string Witness = new TestSigner("witness.example/one", NoteKey.Cosignature).Key.ToText();
    private static readonly string OtherWitness = new TestSigner("witness.example/two", NoteKey.Cosignature).Key.ToText();

    [Fact]
    public void One_file_holds_all_keys()
    {
        var keys = TrustedKeys.Parse($"""
            # Keys of the county

            {Issuer.Authority.ExportCertificatePem()}
            timestamp
            {Clock.Authority.ExportCertificatePem()}
            {Log}
            witness {Witness}
            witness {OtherWitness}
            witnesses 1
            """).Value;
        keys.Authorities.ShouldHaveSingleItem().RawData.ShouldBe(Issuer.Authority.RawData);
        keys.TimestampAuthorities.ShouldHaveSingleItem().RawData.ShouldBe(Clock.Authority.RawData);
        keys.LogKeys.ShouldHaveSingleItem().ToText().ShouldBe(Log);
        keys.Witnesses.Select(key => key.ToText()).ShouldBe([Witness, OtherWitness]);
        keys.WitnessesNeeded.ShouldBe(1);
    }

    [Fact]
    public void Every_witness_must_have_signed_unless_the_file_says_how_many()
    {
        TrustedKeys.Parse($"{Log}\nwitness {Witness}\nwitness {OtherWitness}").Value.WitnessesNeeded.ShouldBe(2);
        TrustedKeys.Parse($"{Log}\r\nwitness {Witness}\r\nwitnesses 0\r\n").Value.WitnessesNeeded.ShouldBe(0);
        TrustedKeys.Parse($"\ufeff{Log}").Value.WitnessesNeeded.ShouldBe(0);
    }

    [Fact]
    public void A_line_that_is_no_key_is_refused_with_its_number()
    {
        ShouldBeMalformed($"{Log}\nsomething", 2);
        ShouldBeMalformed($"{Log}\nwitness {Log}", 2);
        ShouldBeMalformed(Witness, 1);
        ShouldBeMalformed($"{Log}\nwitnesses many", 2);
        ShouldBeMalformed($"{Log}\nwitnesses -1", 2);
        ShouldBeMalformed($"{Log}\nwitnesses 0\nwitnesses 0", 3);
        ShouldBeMalformed($"{Log}\ntimestamp\n{Log}", 3);
        ShouldBeMalformed($"{Log}\ntimestamp", 2);
        ShouldBeMalformed($"{Log}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", 2);
        ShouldBeMalformed($"{Log}\n-----BEGIN CERTIFICATE-----\nAAAA", 2);
        ShouldBeMalformed("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", 1);
    }

    [Fact]
    public void A_file_without_a_log_or_with_too_few_witnesses_is_refused()
    {
        TrustedKeys.Parse(Issuer.Authority.ExportCertificatePem()).Refusals.ShouldHaveSingleItem().Code.ShouldBe(TrustRefusal.LogKeyMissing);
        TrustedKeys.Parse("").Refusals.ShouldHaveSingleItem().Code.ShouldBe(TrustRefusal.LogKeyMissing);
        // Two keys of one witness are one witness.
        var again = new TestSigner("witness.example/one", NoteKey.Cosignature).Key.ToText();
        var refusal = TrustedKeys.Parse($"{Log}\nwitness {Witness}\nwitness {again}\nwitnesses 2").Refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe(TrustRefusal.WitnessesTooFew);
        TrustRefusal.Sentence(refusal).En.ShouldBe("The file of keys asks for 2 witnesses and lists 1.");
    }

    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        foreach (var code in TrustRefusal.All)
        {
            object[] arguments = code == TrustRefusal.LineMalformed ? [1] : [2, 1];
            var sentence = TrustRefusal.Sentence(new(code, null, arguments));
            sentence.Zh.ShouldEndWith("。");
            sentence.En.ShouldEndWith(".");
        }

        Should.Throw<ArgumentException>(() => TrustRefusal.Sentence(new("another.code")));
    }

    private static void ShouldBeMalformed(string text, int line)
    {
        var refusal = TrustedKeys.Parse(text).Refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe(TrustRefusal.LineMalformed);
        refusal.Arguments.ShouldBe([line]);
    }
}
