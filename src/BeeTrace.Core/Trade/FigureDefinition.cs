namespace BeeTrace.Core.Trade;

/// <summary>
/// A way of counting that the county has named, so that part and whole of a share are counted alike: products, basis, flow and
/// attribution. With a period it is a <see cref="ShareDefinition"/>.
/// </summary>
public sealed class FigureDefinition
{
    /// <summary>The word in addresses, such as <c>rj-mass</c>.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Product code or scope, such as <c>RJ</c>; <c>ALL</c> for every bee product.</summary>
    public required string ProductScope { get; init; }

    public required ShareBasis Basis { get; init; }

    public required ShareFlow Flow { get; init; }

    public required ShareAttribution Attribution { get; init; }

    /// <summary><c>t</c>, <c>USD</c> or <c>CNY</c>.</summary>
    public required string Unit { get; init; }

    public required int Sort { get; init; }

    public Bilingual Name => new(NameZh, NameEn);

    /// <summary>The definition of a period.</summary>
    public ShareDefinition Over(DateOnly from, DateOnly to) => new(ProductScope, Basis, Flow, Attribution, from, to, Unit);
}
