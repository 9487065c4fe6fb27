namespace BeeTrace.Core.Trade;

/// <summary>A country as origin or destination (ISO 3166-1).</summary>
public sealed class Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>The market whose limits hold there: its own code, or EU for a member state.</summary>
    public required string Market { get; init; }

    public required string SourceMark { get; init; }

    public Bilingual Name => new(NameZh, NameEn);
}
