namespace BeeTrace.Core.Registry;

/// <summary>A plant in bloom in a region: what blooms where, when, and what a strong colony brings in (花期).</summary>
public sealed class Bloom
{
    public required BloomId Id { get; init; }

    public required string Plant { get; init; }

    public required string RegionZh { get; init; }

    public required string RegionEn { get; init; }

    /// <summary>County code where the row speaks of one county; null for a wider region.</summary>
    public string? County { get; init; }

    /// <summary>First day of full bloom as MM-DD; the window may wrap over New Year (<see cref="BloomWindow"/>).</summary>
    public required string BloomFrom { get; init; }

    public required string BloomTo { get; init; }

    /// <summary>Kilograms of honey per strong colony and flow, where known.</summary>
    public decimal? YieldLowKg { get; init; }

    public decimal? YieldHighKg { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }

    public bool Verified { get; init; }

    public Bilingual Region => new(RegionZh, RegionEn);
}
