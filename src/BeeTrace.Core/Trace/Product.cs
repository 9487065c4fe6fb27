namespace BeeTrace.Core.Trace;

/// <summary>A kind of bee product as the standards and the customs tariff know it.</summary>
public sealed class Product
{
    /// <summary>Such as <c>HONEY</c>, <c>RJ_FRESH</c>, <c>RJ_POWDER</c>.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>The scope its tonnes are added under: <c>RJ</c> is fresh royal jelly and powder together.</summary>
    public required string Scope { get; init; }

    public int Sort { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }

    public bool Verified { get; init; }

    public Bilingual Name => new(NameZh, NameEn);
}
