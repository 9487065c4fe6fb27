namespace BeeTrace.Core.Registry;

/// <summary>
/// A picture that a beekeeper took of an apiary. Kept without what the camera wrote into it: a picture that tells where it
/// was taken would tell a thief as well.
/// </summary>
public sealed class Photo
{
    public required PhotoId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary><c>image/jpeg</c>.</summary>
    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
