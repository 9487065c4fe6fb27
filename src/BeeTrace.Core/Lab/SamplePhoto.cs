namespace BeeTrace.Core.Lab;

/// <summary>A picture taken at the sampling: the lot, the label, the seal. Kept without what the camera wrote into it.</summary>
public sealed class SamplePhoto
{
    public required PhotoId Id { get; init; }

    public required SampleId SampleId { get; init; }

    /// <summary>JPEG.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    public required AccountId TakenBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
