namespace BeeTrace.Core.Registry;

/// <summary>Who counted.</summary>
public enum CountSource
{
    /// <summary>养蜂人 counted.</summary>
    Beekeeper,

    /// <summary>检查: an officer counted on an inspection.</summary>
    Inspection,

    /// <summary>导入: a table brought the number.</summary>
    Import,
}

/// <summary>
/// How many colonies an apiary had on one day: a dated series, not one number. The newest count since the apiary came to
/// its place is what it has now; before the first one, what was brought there counts.
/// </summary>
public sealed class ColonyCount
{
    public required ColonyCountId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>The day of counting. Of two counts of one day the later recorded one holds.</summary>
    public required DateOnly On { get; init; }

    public required int Colonies { get; init; }

    public required CountSource Source { get; init; }

    public required AccountId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
