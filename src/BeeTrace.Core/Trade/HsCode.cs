namespace BeeTrace.Core.Trade;

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
