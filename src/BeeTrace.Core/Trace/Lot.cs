using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Trace;

/// <summary>
/// A production lot 批次: one product of one harvest day bought by one firm from one placement. Not a
/// <see cref="Lab.Sample"/>, which bulletins call 批次 too. It never changes once recorded; corrections are later events.
/// </summary>
public sealed class Lot
{
    public required LotId Id { get; init; }

    public required LotCode Code { get; init; }

    /// <summary>The firm that owns the lot.</summary>
    public required FirmId FirmId { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Where the apiary stood on the harvest day.</summary>
    public required PlacementId PlacementId { get; init; }

    /// <summary>Repeated here so that the beekeeper may see what became of the harvest.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>Product code, such as <c>RJ_FRESH</c>.</summary>
    public required string Product { get; init; }

    /// <summary>Net mass in kilograms, at most six decimals.</summary>
    public required decimal MassKg { get; init; }

    public required DateOnly HarvestedOn { get; init; }

    /// <summary>Declared nectar source by Latin name; sucrose limits depend on it (GB 14963-2011).</summary>
    public string? NectarSource { get; init; }

    public required BeeSpecies Species { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
