namespace BeeTrace.Core.Registry;

/// <summary>
/// Where an apiary stands, from one day until it leaves, and on which bloom. Half-open: the day it moves on belongs
/// to the next place, so that it is never in two places on one day.
/// </summary>
public sealed class Placement
{
    public required PlacementId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>First day it is no longer here; null while it stands.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Degrees north on WGS-84.</summary>
    public required decimal Latitude { get; init; }

    /// <summary>Degrees east on WGS-84.</summary>
    public required decimal Longitude { get; init; }

    /// <summary>As the person entered it, on <see cref="EnteredDatum"/>; never converted again.</summary>
    public required decimal EnteredLatitude { get; init; }

    public required decimal EnteredLongitude { get; init; }

    public required Datum EnteredDatum { get; init; }

    /// <summary>Radius of the position fix in metres, where the device told.</summary>
    public decimal? AccuracyM { get; init; }

    /// <summary>Colonies brought here.</summary>
    public required int Colonies { get; init; }

    /// <summary>The bloom it stands on, by Latin name; null for none in particular (wintering).</summary>
    public string? Plant { get; init; }

    /// <summary>Village or valley in the beekeeper's words; as exact as the coordinates, and seen by the same people.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Number of the animal quarantine certificate (动物检疫) with which the bees came, where they crossed a county's border.</summary>
    public string? QuarantineCertificate { get; init; }
}
