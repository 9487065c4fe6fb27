namespace BeeTrace.Core.Lab;

/// <summary>What a person who proposes a limit has seen of its text.</summary>
public enum SourceTrust
{
    /// <summary>The official text itself, by address and edition.</summary>
    OfficialText,

    /// <summary>A copy, a translation or a table of somebody else.</summary>
    Secondary,

    /// <summary>Nothing; the figure is from general knowledge. House rule: kept as a note that judges nothing.</summary>
    NotSeen,
}
