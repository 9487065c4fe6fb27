namespace BeeTrace.Core.Registry;

/// <summary>What became of an entry that a phone sent.</summary>
public enum FieldEntryState
{
    /// <summary>Saved; the record has the entry's id.</summary>
    Arrived,

    /// <summary>Something else was registered meanwhile: both versions are kept here, and the beekeeper decides.</summary>
    InConflict,
}

/// <summary>
/// The receipt of one entry from the field. Its id was made on the phone, so that an entry which is sent twice, because the
/// line dropped before the answer came, arrives once.
/// </summary>
public sealed class FieldEntry
{
    public required FieldEntryId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>Which form it was: <c>apiary</c>, <c>move</c>, <c>leave</c>, <c>count</c>, <c>treatment</c>, <c>harvest</c>, <c>disease</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of what was typed: the same id with another content is another entry and is refused.</summary>
    public required byte[] Sha256 { get; init; }

    public required FieldEntryState State { get; init; }

    /// <summary>Code of what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Both versions as JSON, where they are in conflict.</summary>
    public string? Versions { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
