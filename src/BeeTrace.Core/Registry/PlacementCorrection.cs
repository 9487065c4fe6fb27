namespace BeeTrace.Core.Registry;

/// <summary>
/// An earlier version of a stay: what was registered before its beekeeper corrected it or took it back. The register shows what holds;
/// what was said first stays here, with the reason. As exact as the stay itself, and seen by the same people.
/// </summary>
public sealed class PlacementCorrection
{
    /// <summary>Made with the form.</summary>
    public required PlacementCorrectionId Id { get; init; }

    /// <summary>The stay; one that was taken back is in the register no more.</summary>
    public required PlacementId PlacementId { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>The whole row as it was, as JSON with the database's own names.</summary>
    public required string Was { get; init; }

    /// <summary>The stay was taken back, not corrected.</summary>
    public required bool IsTakenBack { get; init; }

    /// <summary>Null where the stay had not begun: a plan may change without a reason.</summary>
    public string? Why { get; init; }

    public required AccountId CorrectedBy { get; init; }

    public required DateTimeOffset CorrectedAt { get; init; }
}
