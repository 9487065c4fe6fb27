using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Reports;

/// <summary>
/// Everything that a test report states, as facts (ISO/IEC 17025:2017 7.8.2): what is reviewed, signed, hashed, stored and attached to the paper.
/// Measured things are texts, so that no digit is lost; the names of the fields never change their meaning.
/// </summary>
public sealed record ReportContent
{
    /// <summary>Names this form of the content; a later form gets another name.</summary>
    public string Format { get; init; } = "beetrace-report-1";

    public required string Number { get; init; }

    /// <summary>Both, Chinese or English.</summary>
    public required string Languages { get; init; }

    /// <summary>True for data of the demo county: the paper says that nothing on it is real.</summary>
    public required bool Demo { get; init; }

    public required ReportLaboratory Laboratory { get; init; }

    /// <summary>Who asked for the test, as typed.</summary>
    public required string Client { get; init; }

    /// <summary>Whose product was sampled.</summary>
    public required NamedCode SampledUnit { get; init; }

    public string? SampledUnitAddress { get; init; }

    /// <summary>Who made the product, as typed.</summary>
    public string? Producer { get; init; }

    public required ReportSample Sample { get; init; }

    public required DateOnly TestedFrom { get; init; }

    public required DateOnly TestedTo { get; init; }

    /// <summary>The home market first.</summary>
    public required IReadOnlyList<ReportMarket> Markets { get; init; }

    /// <summary>The law under which the sampled firm may object; null where no authority ordered the test.</summary>
    public string? Regime { get; init; }

    /// <summary>The number of the report that it replaces.</summary>
    public string? Replaces { get; init; }

    public string? Changes { get; init; }

    public ReportSignature? Prepared { get; init; }

    public ReportSignature? Reviewed { get; init; }

    public ReportSignature? Approved { get; init; }

    public DateOnly? IssuedOn { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The one text (RFC 8785) that everybody arrives at who writes these facts.</summary>
    public string ToCanonicalJson() => CanonicalJson.Write(JsonSerializer.SerializeToNode(this, Options)).Value;

    public static ReportContent Read(string json) =>
        JsonSerializer.Deserialize<ReportContent>(json, Options) ?? throw new JsonException("Empty report content.");
}

/// <summary>The laboratory as the report names it; numbers are null where none was set.</summary>
public sealed record ReportLaboratory(Bilingual Name, Bilingual Address, string? Phone, string? Postcode, string? CmaNumber, string? CnasNumber);

/// <summary>A person who signed, by the typed name, and when.</summary>
public sealed record ReportSignature(string Name, DateOnly On);

/// <summary>What was tested.</summary>
public sealed record ReportSample
{
    public required string Code { get; init; }

    public required string Lot { get; init; }

    public required NamedCode Product { get; init; }

    public string? Grade { get; init; }

    public NamedCode? NectarSource { get; init; }

    public required string LotMassKg { get; init; }

    public required DateOnly HarvestedOn { get; init; }

    public required string Basis { get; init; }

    public string? DrawnBy { get; init; }

    public required DateOnly DrawnOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }
}

/// <summary>The readings judged under one market's profile.</summary>
public sealed record ReportMarket
{
    public required NamedCode Market { get; init; }

    public required string ProfileVersion { get; init; }

    public required string Rule { get; init; }

    public required string Verdict { get; init; }

    /// <summary>The standards that set the limits, with edition and title.</summary>
    public required IReadOnlyList<ReportStandard> Standards { get; init; }

    public required IReadOnlyList<ReportItem> Items { get; init; }

    /// <summary>What the profile asks for and nobody tested.</summary>
    public required IReadOnlyList<NamedCode> NotTested { get; init; }
}

/// <summary>A standard as each language cites it, with its title.</summary>
public sealed record ReportStandard(Bilingual Citation, Bilingual Title);

/// <summary>One tested item.</summary>
public sealed record ReportItem
{
    public required NamedCode Analyte { get; init; }

    public required string Unit { get; init; }

    public required Bilingual Result { get; init; }

    /// <summary>Limit of detection in <see cref="Unit"/>, where the result is "not detected".</summary>
    public string? Lod { get; init; }

    /// <summary>Expanded uncertainty (k = 2) in <see cref="Unit"/>.</summary>
    public string? Uncertainty { get; init; }

    public Bilingual? Limit { get; init; }

    public Bilingual? Standard { get; init; }

    public string? Clause { get; init; }

    public string? Method { get; init; }

    public required string Verdict { get; init; }

    /// <summary>False where no source of the limit was seen.</summary>
    public required bool LimitVerified { get; init; }

    /// <summary>False where the laboratory has a number and this item stands outside its scope.</summary>
    public required bool InScope { get; init; }

    public Bilingual? Why { get; init; }
}
