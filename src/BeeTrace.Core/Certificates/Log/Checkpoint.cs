using System.Globalization;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>
/// What the log says of itself at a moment, as the text that is signed (C2SP tlog-checkpoint): whose log, how many entries, and
/// the root over them.
/// </summary>
/// <remarks>House rule: no extension lines, which the specification advises against, as nobody could audit them.</remarks>
/// <param name="Origin">The log's name, as <c>beetrace.example/log</c>: at most 255 bytes without spaces and plus signs, the same as its key's name.</param>
/// <param name="Size">Entries in the tree.</param>
/// <param name="Root">The root over them.</param>
public sealed record Checkpoint(string Origin, long Size, LogHash Root)
{
    /// <summary>The three lines, each ended by a newline.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n");

    /// <summary>Reads the text of a note, and nothing that <see cref="ToText"/> would not write.</summary>
    public static Outcome<Checkpoint> Parse(string body)
    {
        const int LongestBody = 512;
        var lines = body.Length <= LongestBody ? body.Split('\n') : [];
        if (lines is not [var origin, var count, var hash, ""] || !LogSyntax.IsName(origin) || !LogSyntax.TryNumber(count, out var size) || !LogHash.TryParse(hash, out var root))
            return new Refusal(LogRefusal.CheckpointMalformed);
        return size == 0 && root != MerkleTree.EmptyRoot ? new Refusal(LogRefusal.CheckpointMalformed) : new Checkpoint(origin, size, root);
    }
}
