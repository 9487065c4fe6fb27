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
