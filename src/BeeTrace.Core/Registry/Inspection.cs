namespace BeeTrace.Core.Registry;

/// <summary>A county officer's look at an apiary. Never changed once recorded.</summary>
public sealed class Inspection
{
    public required InspectionId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Colonies that were opened and looked at.</summary>
    public int? ColoniesInspected { get; init; }

    /// <summary>What was found, in words.</summary>
    public required string Findings { get; init; }

    public required AccountId InspectedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
