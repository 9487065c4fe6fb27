namespace BeeTrace.Core.Registry;

/// <summary>A nectar or pollen plant. The Latin name is the key; Chinese and English names are labels (蜜源植物).</summary>
public sealed class Plant
{
    public required string LatinName { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Other names in use, trade names included.</summary>
    public string[] Synonyms { get; init; } = [];

    /// <summary>Honey from it must not be sold (GB 14963-2011: <i>Tripterygium</i>, <i>Macleaya</i>, <i>Stellera</i> …).</summary>
    public bool Toxic { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }

    public bool Verified { get; init; }

    public Bilingual Name => new(NameZh, NameEn);
}

/// <summary>A plant in bloom in a region: what blooms where, when, and what a strong colony brings in (蜜源).</summary>
public sealed class NectarSource
{
    public required NectarSourceId Id { get; init; }

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
