using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BeeTrace.Core.Certificates;
using CsCheck;

namespace BeeTrace.Core.Tests.Certificates;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{}""", """{}""")]
    [InlineData(""" [ 1 , -2, 0, -0, true, false, null ] """, """[1,-2,0,0,true,false,null]""")]
    [InlineData("""{"b":1,"a":{"d":"4","c":[]}}""", """{"a":{"c":[],"d":"4"},"b":1}""")]
    [InlineData("""{"rate":"100.00","n":120}""", """{"n":120,"rate":"100.00"}""")]
    // RFC 8785 3.2.2.2: only what must be is escaped, the euro sign and the solidus stand as they are
    [InlineData("""["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"]""", "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]")]
    [InlineData("""["\u0008\u0009\u000a\u000c\u000d\u001f\u007f"]""", "[\"\\b\\t\\n\\f\\r\\u001f\u007f\"]")]
    [InlineData("""{"名":"蜂王浆"}""", """{"名":"蜂王浆"}""")]
    [InlineData("""[9007199254740991,-9007199254740991]""", """[9007199254740991,-9007199254740991]""")]
    public void The_same_facts_become_the_same_text(string json, string canonical) => Read(json).Value.ShouldBe(canonical);

    [Fact]
    public void Names_are_sorted_as_the_standards_own_example_has_them()
    {
        // RFC 8785 3.2.3: by UTF-16 code units, so that an emoji stands before the Hebrew presentation form U+FB33.
        const string json = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;
        using var canonical = JsonDocument.Parse(Read(json).Value);
        canonical.RootElement.EnumerateObject().Select(member => member.Value.GetString()).ShouldBe(
        [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh",
        ]);
    }

    [Theory]
    [InlineData("""{"a":[0.5]}""", CertificateRefusal.NumberNotWhole, "/a/0")]
    [InlineData("""{"a/b":1.0}""", CertificateRefusal.NumberNotWhole, "/a~1b")]
    [InlineData("""1e2""", CertificateRefusal.NumberNotWhole, "")]
    [InlineData("""9007199254740992""", CertificateRefusal.NumberNotWhole, "")]
    [InlineData("""123456789012345678901234567890""", CertificateRefusal.NumberNotWhole, "")]
    [InlineData("""{"a":1,"a":1}""", CertificateRefusal.NameTwice, "/a")]
    [InlineData("""{"a":"\ud800"}""", CertificateRefusal.TextBroken, "/a")]
    [InlineData("""{"\udc00":1}""", CertificateRefusal.TextBroken, "")]
    public void What_has_no_one_text_is_refused_with_its_place(string json, string code, string pointer)
    {
        var refusal = Read(json).Refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe(code);
        refusal.Arguments[0].ShouldBe(pointer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    public void What_is_not_JSON_is_refused(string json) => Read(json).Refusals.ShouldHaveSingleItem().Code.ShouldBe(CertificateRefusal.NotJson);

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Read(new string('[', 10_000) + new string(']', 10_000)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(CertificateRefusal.NotJson);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused() =>
        CanonicalJson.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }).IsDone.ShouldBeFalse();

    [Fact]
    public void A_canonical_text_stays_as_it_is_and_order_does_not_matter() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int).Sample((one, other, number) =>
        {
            // Random UTF-16 may hold half a surrogate pair, which is refused and tested above.
            var (first, second) = (Whole("1" + one), Whole("2" + other));
            var forward = new JsonObject { [first] = number, [second] = new JsonArray(first, second) };
            var backward = new JsonObject { [second] = new JsonArray(first, second), [first] = number };
            var canonical = CanonicalJson.Write(forward).Value;
            CanonicalJson.Write(backward).Value.ShouldBe(canonical);
            Read(canonical).Value.ShouldBe(canonical);
            JsonNode.DeepEquals(JsonNode.Parse(canonical), forward).ShouldBeTrue();
        });

    [Fact]
    public void The_hash_is_that_of_the_texts_bytes()
    {
        CanonicalJson.Sha256Hex("").ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CanonicalJson.Sha256Hex("蜂").ShouldBe(Convert.ToHexStringLower(SHA256.HashData([0xE8, 0x9C, 0x82])));
    }

    [Fact]
    public void Kinds_and_states_read_back_from_their_words()
    {
        foreach (var kind in Enum.GetValues<CertificateKind>())
        {
            CertificateWords.TryParse(kind.Code(), out CertificateKind parsed).ShouldBeTrue();
            parsed.ShouldBe(kind);
        }

        Enum.GetValues<CertificateState>().Select(state => state.Code())
            .ShouldBe(["valid", "withdrawn", "replaced", "altered", "unknown", "unreadable"]);
        foreach (var state in Enum.GetValues<CertificateState>())
        {
            CertificateWords.TryParse(state.Code(), out CertificateState parsed).ShouldBeTrue();
            parsed.ShouldBe(state);
        }

        CertificateWords.TryParse("Valid", out CertificateState _).ShouldBeFalse();
        CertificateWords.TryParse(null, out CertificateKind _).ShouldBeFalse();
    }

    private static Outcome<string> Read(string json) => CanonicalJson.Parse(Encoding.UTF8.GetBytes(json));

    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
