using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BeeTrace.Core;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// What the assessments of a credential are put together from. What has an address of its own on the public pages is named
/// by it; what has none is named below the home page or below the certificate, so that two certificates name it alike.
/// </summary>
internal sealed partial class CredentialParts(CertificateContent content)
{
    /// <summary>UN/CEFACT Recommendation 20: one, for counts and shares.</summary>
    public const string One = "C62";

    /// <summary>UN/CEFACT Recommendation 20: kilogram.</summary>
    public const string Kilogram = "KGM";

    private readonly string _home = content.CheckAddress[..content.CheckAddress.LastIndexOf("/c/", StringComparison.Ordinal)];

    public CertificateContent Content => content;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name of a part of this certificate.</summary>
    public string Here(string part) => $"{content.CheckAddress}#{Uri.EscapeDataString(part)}";

    /// <summary>The check address of another certificate.</summary>
    public string Certificate(string number) => $"{_home}/c/{number}";

    /// <summary>The canonical content of a certificate: the bytes that the hash is of.</summary>
    public string CanonicalContent(string number) => $"{_home}/c/{number}.json";

    public JsonObject Issuer()
    {
        var address = new Uri(_home);
        string[] path = [address.IdnHost + (address.IsDefaultPort ? "" : $":{address.Port}"), .. address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        var name = CredentialText.Name(content.Demo ? new Bilingual(content.Issuer.Zh + "（演示）", content.Issuer.En + " (demo)") : content.Issuer);
        return new JsonObject
        {
            ["type"] = CredentialJson.Texts("CredentialIssuer"),
            ["id"] = "did:web:" + string.Join(':', path.Select(Uri.EscapeDataString)),
            ["name"] = name,
            ["issuerAlsoKnownAs"] = new JsonArray(new JsonObject { ["id"] = _home, ["name"] = name }),
        };
    }

    /// <summary>A firm by its unified social credit code.</summary>
    public JsonObject Firm(NamedCode firm) => new()
    {
        ["id"] = Known("firm", firm.Code),
        ["name"] = CredentialText.Name(content.Demo ? new Bilingual(firm.Name.Zh + "（虚构）", firm.Name.En + " (fictitious)") : firm.Name),
        ["registeredId"] = firm.Code,
        ["idScheme"] = Scheme("https://www.gsxt.gov.cn/", CredentialText.CreditCodes),
    };

    /// <summary>A county by its code of GB/T 2260; no place is named more closely.</summary>
    public JsonObject County(NamedCode county) => new()
    {
        ["id"] = Known("county", county.Code),
        ["name"] = CredentialText.Name(county.Name),
        ["registeredId"] = county.Code,
        ["idScheme"] = Scheme(Known("scheme", "GB/T 2260"), CredentialText.CountyCodes),
    };

    /// <summary>Where the honey comes from, as the form's facility.</summary>
    public JsonArray Origin(NamedCode county) => new(new JsonObject { ["facility"] = County(county) });

    /// <summary>One lot of a product, by the address of its public page.</summary>
    public JsonArray LotOf(NamedCode product, string lot) => new(new JsonObject
    {
        ["product"] = new JsonObject
        {
            ["id"] = $"{_home}/lot/{Uri.EscapeDataString(lot)}",
            ["name"] = CredentialText.Name(product.Name),
            ["registeredId"] = lot,
            ["idScheme"] = Scheme(Known("scheme", "lot"), CredentialText.LotCodes),
            ["batchNumber"] = lot,
        },
    });

    /// <summary>A product, whichever the lot.</summary>
    public JsonArray AnyOf(NamedCode product) =>
        new(new JsonObject { ["product"] = new JsonObject { ["id"] = Known("product", product.Code), ["name"] = CredentialText.Name(product.Name) } });

    /// <summary>The standard that sets a limit. The day of its issue is not on the certificate.</summary>
    public JsonObject Standard(Bilingual standard) => new()
    {
        ["type"] = CredentialJson.Texts("Standard"),
        ["id"] = Known("standard", standard.En),
        ["name"] = CredentialText.Name(standard),
        ["issuingParty"] = Series(standard),
    };

    /// <summary>The same as law: a mandatory national standard or a ministry's announcement; null for all others.</summary>
    public JsonObject? Regulation(Bilingual standard) => !Binding().IsMatch(standard.En) ? null : new JsonObject
    {
        ["type"] = CredentialJson.Texts("Regulation"),
        ["id"] = Known("standard", standard.En),
        ["name"] = CredentialText.Name(standard),
        ["jurisdictionCountry"] = "CN",
        ["administeredBy"] = Series(standard),
    };

    public static JsonObject Criterion(string id, Bilingual name, IReadOnlyList<Bilingual> description, string topic) => new()
    {
        ["type"] = CredentialJson.Texts("Criterion"),
        ["id"] = id,
        ["name"] = CredentialText.Name(name),
        ["description"] = CredentialText.Sentences(description),
        ["conformityTopic"] = topic,
        ["status"] = "active",
    };

    public static JsonObject Metric(string name, decimal value, string unit) => new()
    {
        ["metricName"] = name,
        ["metricValue"] = new JsonObject { ["value"] = value, ["unit"] = unit },
    };

    private string Known(string kind, string code) => $"{_home}/#{kind}:{Uri.EscapeDataString(code)}";

    private JsonObject Series(Bilingual standard)
    {
        var series = SeriesName().Match(standard.En) is { Success: true } match ? match.Value : standard.En;
        return new JsonObject { ["id"] = Known("series", series), ["name"] = CredentialText.Name(CredentialText.IssuerOf(series)) };
    }

    private static JsonObject Scheme(string id, Bilingual name) => new()
    {
        ["type"] = CredentialJson.Texts("IdentifierScheme"),
        ["id"] = id,
        ["name"] = CredentialText.Name(name),
    };

    [GeneratedRegex("^GB [0-9]|^(MOA|MARA) Announcement ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binding();

    // GB 14963-2011: GB; T/CAQP 010-2019: T/CAQP; MOA Announcement 235: MOA Announcement.
    [GeneratedRegex("^[A-Z][A-Za-z/ ]*[A-Za-z](?= [0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeriesName();
}
