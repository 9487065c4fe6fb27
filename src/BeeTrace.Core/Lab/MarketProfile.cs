namespace BeeTrace.Core.Lab;

/// <summary>What one market asks for, from one day on: its decision rule and the analytes that have to be tested. The limits themselves are rows of <see cref="Limit"/>.</summary>
public sealed record MarketProfile
{
    /// <summary>ISO 3166-1 alpha-2 code, or EU.</summary>
    public required string Market { get; init; }

    /// <summary>Name of this version, stored with every evaluation (<c>CN-2018.1</c>).</summary>
    public required string Version { get; init; }

    /// <summary>The market's name.</summary>
    public Bilingual Name { get; init; }

    /// <summary>The rule where a limit names none of its own.</summary>
    public required DecisionRule Rule { get; init; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while current.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Analytes that a complete test of a product covers, by product code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredAnalytes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Analytes that are sums of others in this market.</summary>
    public IReadOnlyList<ResidueDefinition> ResidueDefinitions { get; init; } = [];

    /// <summary>True on the first day, the last day and between.</summary>
    public bool IsValidOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);
}
