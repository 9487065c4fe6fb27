namespace BeeTrace.Core.Trade;

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

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Decimals that <see cref="Value"/> was printed with; rounding hid what came after.</summary>
    public required int Decimals { get; init; }

    /// <summary>1 as first published, one more each time the source revised it.</summary>
    public required int Revision { get; init; }

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

    public int Year => From.Year;

    public Bilingual Definition => new(DefinitionZh, DefinitionEn);

    public Bilingual Source => new(SourceZh, SourceEn);
}
