using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// Everything a certificate states, as facts: what is hashed, stored, attached to the paper and read again by the check
/// page. Measured things are texts, so that no digit is lost; the names of the fields never change their meaning.
/// </summary>
public sealed record CertificateContent
{
    /// <summary>Names this form of the content; a later form gets another name.</summary>
    public string Format { get; init; } = "beetrace-certificate-1";

    public required string Number { get; init; }

    /// <summary><c>batch-test</c>, <c>pass-rate</c>, <c>consignment</c> or <c>yearbook</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Languages of the paper: <c>zh-en</c>, <c>zh</c> or <c>en</c>; the content has both. Papers of the first form have no such field: both.</summary>
    public string? Language { get; init; }

    /// <summary>Number of the certificate that this one takes the place of.</summary>
    public string? Replaces { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required Bilingual Issuer { get; init; }

    public required string Signatory { get; init; }

    public required string CheckAddress { get; init; }

    /// <summary>True for data of the demo county: the paper says that nothing on it is real.</summary>
    public required bool Demo { get; init; }

    public BatchTestContent? BatchTest { get; init; }

    public PassRateContent? PassRate { get; init; }

    public ConsignmentContent? Consignment { get; init; }

    public YearbookContent? Yearbook { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What the paper is printed in.</summary>
    [JsonIgnore]
    public CertificateLanguage PrintedIn => Language switch
    {
        "zh" => CertificateLanguage.Chinese,
        "en" => CertificateLanguage.English,
        _ => CertificateLanguage.Both,
    };

    /// <summary>The one text (RFC 8785) that everybody arrives at who writes these facts.</summary>
    public string ToCanonicalJson() => CanonicalJson.Write(JsonSerializer.SerializeToNode(this, Options)).Value;

    public static CertificateContent Read(string json) =>
        JsonSerializer.Deserialize<CertificateContent>(json, Options) ?? throw new JsonException("Empty certificate content.");

    /// <summary>The content as JSON for the API.</summary>
    public static JsonNode ReadNode(string json) => JsonNode.Parse(json)!;
}

/// <summary>A firm, a place or a thing with its code and both names.</summary>
public sealed record NamedCode(string Code, Bilingual Name);

/// <summary>What was tested of one lot and how it came out.</summary>
public sealed record BatchTestContent
{
    public required NamedCode Firm { get; init; }

    public required string Lot { get; init; }

    public required string LotMassKg { get; init; }

    public required NamedCode Product { get; init; }

    public required DateOnly HarvestedOn { get; init; }

    /// <summary>Declared nectar source, by Latin name.</summary>
    public NamedCode? NectarSource { get; init; }

    /// <summary>Latin name of the bee.</summary>
    public required string Species { get; init; }

    /// <summary>County of origin.</summary>
    public required NamedCode County { get; init; }

    public required string Sample { get; init; }

    public required string Basis { get; init; }

    public string? Grade { get; init; }

    public required DateOnly DrawnOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    public required string Market { get; init; }

    public required string ProfileVersion { get; init; }

    public required string Rule { get; init; }

    public required string Verdict { get; init; }

    public required IReadOnlyList<BatchTestItem> Items { get; init; }
}

/// <summary>One analyte on the paper, as the frozen evaluation has it.</summary>
public sealed record BatchTestItem
{
    public required NamedCode Analyte { get; init; }

    public required Bilingual Reading { get; init; }

    public Bilingual? Limit { get; init; }

    /// <summary>Standard with its edition, as each language cites it.</summary>
    public Bilingual? Standard { get; init; }

    public string? Clause { get; init; }

    public string? Method { get; init; }

    public required string Rule { get; init; }

    public required string Verdict { get; init; }

    /// <summary>False where no source of the limit was seen.</summary>
    public required bool LimitVerified { get; init; }

    public Bilingual? Why { get; init; }
}

/// <summary>Which certified lots travel together: the exporter's statement, checked against the lots' own certificates.</summary>
public sealed record ConsignmentContent
{
    /// <summary>The exporter.</summary>
    public required NamedCode Firm { get; init; }

    /// <summary>Country of destination, ISO 3166-1.</summary>
    public required NamedCode Destination { get; init; }

    /// <summary>Container number as on the papers of the carrier; null where it is not known yet.</summary>
    public string? Container { get; init; }

    /// <summary>Seal number; null where it is not known yet.</summary>
    public string? Seal { get; init; }

    public required IReadOnlyList<ConsignmentLine> Lines { get; init; }

    /// <summary>Sum of the lines, kilograms.</summary>
    public required string NetMassKg { get; init; }

    /// <summary>Where the honey comes from, by weight, the largest first.</summary>
    public required IReadOnlyList<OriginShare> Origins { get; init; }
}

/// <summary>One lot of a consignment and the certificate that speaks for it.</summary>
public sealed record ConsignmentLine
{
    public required string Lot { get; init; }

    public required NamedCode Product { get; init; }

    /// <summary>What leaves, kilograms.</summary>
    public required string NetMassKg { get; init; }

    /// <summary>The lot as recorded, kilograms.</summary>
    public required string LotMassKg { get; init; }

    public required DateOnly HarvestedOn { get; init; }

    public required NamedCode County { get; init; }

    /// <summary>Latin name of the bee.</summary>
    public required string Species { get; init; }

    /// <summary>Number of the batch test certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>SHA-256 of that certificate's content.</summary>
    public required string CertificateSha256 { get; init; }

    /// <summary>Verdict for the market of the destination where the sample was judged under one; else null.</summary>
    public string? Verdict { get; init; }
}

/// <summary>A county's part of a consignment.</summary>
/// <param name="County">Where the hives stood.</param>
/// <param name="NetMassKg">Kilograms.</param>
/// <param name="Percent">Of the consignment's net mass, one decimal, half-even; parts need not add up to 100.0.</param>
public sealed record OriginShare(NamedCode County, string NetMassKg, string Percent);

/// <summary>How many sampled batches of a period passed, with the bounds of that statement.</summary>
public sealed record PassRateContent
{
    /// <summary>The firm it is about; null for the whole county.</summary>
    public NamedCode? Firm { get; init; }

    public required NamedCode County { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Basis { get; init; }

    public required int Drawn { get; init; }

    public required int Judged { get; init; }

    public required int Passed { get; init; }

    public required int Inconclusive { get; init; }

    public required int Firms { get; init; }

    /// <summary>Bounds as shares with ten decimals; null where the basis is not random.</summary>
    public PassRateBounds? Bounds { get; init; }

    /// <summary>Profile versions under which the samples were judged.</summary>
    public required IReadOnlyList<string> Profiles { get; init; }

    public required string Rule { get; init; }

    /// <summary>How many different analytes were tested.</summary>
    public required int Analytes { get; init; }

    public required IReadOnlyList<PassRateProduct> ByProduct { get; init; }

    /// <summary>Codes of the judged samples.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>Numbers of the test reports in force on these samples; a sample may have none. Contents of the first form do not have them.</summary>
    public IReadOnlyList<string>? Reports { get; init; }

    public required DateTimeOffset AsOf { get; init; }
}

/// <summary>Clopper–Pearson bounds at 95 %, as decimal texts.</summary>
public sealed record PassRateBounds(string LowerOneSided, string LowerTwoSided, string UpperTwoSided);

/// <summary>One product's line.</summary>
public sealed record PassRateProduct(NamedCode Product, int Drawn, int Judged, int Passed, int Inconclusive, PassRateBounds? Bounds);
