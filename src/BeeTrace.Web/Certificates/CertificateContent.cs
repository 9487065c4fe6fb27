using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary><c>batch-test</c> or <c>pass-rate</c>.</summary>
    public required string Kind { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required Bilingual Issuer { get; init; }

    public required string Signatory { get; init; }

    public required string CheckAddress { get; init; }

    /// <summary>True for data of the demo county: the paper says that nothing on it is real.</summary>
    public required bool Demo { get; init; }

    public BatchTestContent? BatchTest { get; init; }

    public PassRateContent? PassRate { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

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

    public required DateTimeOffset AsOf { get; init; }
}

/// <summary>Clopper–Pearson bounds at 95 %, as decimal texts.</summary>
public sealed record PassRateBounds(string LowerOneSided, string LowerTwoSided, string UpperTwoSided);

/// <summary>One product's line.</summary>
public sealed record PassRateProduct(NamedCode Product, int Drawn, int Judged, int Passed, int Inconclusive, PassRateBounds? Bounds);
