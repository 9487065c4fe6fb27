namespace BeeTrace.Core.Trade;

/// <summary>What a firm exported in one calendar year: product, destination, declared net mass.</summary>
public sealed class Export
{
    public required ExportId Id { get; init; }

    public required FirmId FirmId { get; init; }

    public required int Year { get; init; }

    public required string Product { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Destination { get; init; }

    /// <summary>Declared net mass in kilograms.</summary>
    public required decimal NetKg { get; init; }

    /// <summary>Commodity code valid in that year.</summary>
    public required string HsCode { get; init; }
}

/// <summary>
/// A figure that somebody stated, kept apart from what BeeTrace computes: who said it, when, and what exactly it counts.
/// </summary>
public sealed class Claim
{
    public required ClaimId Id { get; init; }

    public required string Code { get; init; }

    /// <summary>County code, or <c>CN</c> for the nation.</summary>
    public required string Subject { get; init; }

    /// <summary>What is stated: <c>ExportMass</c>, <c>ShareOfNation</c>, <c>ChainOutput</c> …</summary>
    public required string Measure { get; init; }

    public required decimal Value { get; init; }

    public required string Unit { get; init; }

    public required int Year { get; init; }

    /// <summary>Product scope such as <c>RJ</c>; null where the claim is not about a product.</summary>
    public string? ProductScope { get; init; }

    public string? Basis { get; init; }

    public string? Flow { get; init; }

    public string? Attribution { get; init; }

    public required string DefinitionZh { get; init; }

    public required string DefinitionEn { get; init; }

    public required string SourceZh { get; init; }

    public required string SourceEn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public required string SourceMark { get; init; }

    public Bilingual Definition => new(DefinitionZh, DefinitionEn);

    public Bilingual Source => new(SourceZh, SourceEn);
}

/// <summary>A commodity code and the days on which it stands for a product.</summary>
public sealed class HsCode
{
    public required string Code { get; init; }

    public required string Product { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }

    public bool Verified { get; init; }

    public bool Active { get; init; }
}

/// <summary>A country as origin or destination (ISO 3166-1).</summary>
public sealed class Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string SourceMark { get; init; }

    public Bilingual Name => new(NameZh, NameEn);
}
