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
