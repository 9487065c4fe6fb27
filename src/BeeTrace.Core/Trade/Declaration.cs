namespace BeeTrace.Core.Trade;

/// <summary>Under which customs regime goods leave (贸易方式).</summary>
public enum TradeMode
{
    /// <summary>一般贸易: general trade.</summary>
    General,

    /// <summary>进料加工: processing with imported materials.</summary>
    InwardProcessing,

    /// <summary>来料加工: processing with supplied materials.</summary>
    SuppliedProcessing,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>
/// One goods item of an export declaration (出口货物报关单), as declared to customs. A row never changes: a correction is a new version
/// that supersedes it, and a declaration that was revoked ends with a void version. Figures count the newest version, unless it is void.
/// </summary>
public sealed class Declaration
{
    public required DeclarationId Id { get; init; }

    /// <summary>Number of the declaration, 18 digits (报关单号).</summary>
    public required string Number { get; init; }

    /// <summary>Item of the declaration, from 1 (商品序号).</summary>
    public required int Item { get; init; }

    /// <summary>1 as first recorded, one more with each correction.</summary>
    public required int Version { get; init; }

    public required FirmId FirmId { get; init; }

    /// <summary>The consignment it declares; null where the row came with a table.</summary>
    public ConsignmentId? ConsignmentId { get; init; }

    /// <summary>Day of the declaration, by which months and years are counted.</summary>
    public required DateOnly DeclaredOn { get; init; }

    public required string Product { get; init; }

    /// <summary>Commodity code that stood for the product on that day.</summary>
    public required string HsCode { get; init; }

    /// <summary>Country of final destination, ISO 3166-1 alpha-2.</summary>
    public required string Destination { get; init; }

    public required TradeMode TradeMode { get; init; }

    /// <summary>收发货人注册地: where the exporter is registered, six digits of GB/T 2260.</summary>
    public required string RegisteredPlace { get; init; }

    /// <summary>境内货源地: where the goods were made, six digits of GB/T 2260. Not always the same place.</summary>
    public required string SourcePlace { get; init; }

    public int? Packages { get; init; }

    public required decimal NetKg { get; init; }

    public decimal? GrossKg { get; init; }

    /// <summary>FOB value in US dollars; null where it was not stated.</summary>
    public decimal? ValueUsd { get; init; }

    /// <summary>FOB value in yuan; null where it was not stated.</summary>
    public decimal? ValueCny { get; init; }

    /// <summary>The declaration was revoked: the version ends it and counts nothing.</summary>
    public bool IsVoid { get; init; }

    /// <summary>The version that took this one's place.</summary>
    public DeclarationId? SupersededBy { get; set; }

    public required AccountId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Why it was corrected; null for a first version.</summary>
    public string? Why { get; init; }
}
