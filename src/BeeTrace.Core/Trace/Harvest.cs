namespace BeeTrace.Core.Trace;

/// <summary>
/// What a beekeeper took from the hives of one apiary on one day, in the beekeeper's own words. A firm's lot is something
/// else: what it bought and answers for. Never changed: a correction supersedes it.
/// </summary>
public sealed class Harvest
{
    public required HarvestId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    public required PlacementId PlacementId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>Code of the product (<see cref="ProductCode"/>).</summary>
    public required string Product { get; init; }

    public required decimal MassKg { get; init; }

    public required DateOnly HarvestedOn { get; init; }

    /// <summary>The plant it is said to come from, by Latin name; null for many plants.</summary>
    public string? Plant { get; init; }

    public required AccountId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The harvest that this one corrects.</summary>
    public HarvestId? Supersedes { get; init; }
}
