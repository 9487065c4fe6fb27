using BeeTrace.Core.Certificates.Log;
using BeeTrace.Verifier;

namespace BeeTrace.Web.Certificates;

/// <summary>The part of the audit that goes through the tree, one entry after the other, with the nodes that each completes.</summary>
internal sealed class TreeWalk(NoteKey? key, Checkpoint? kept, Action<LogFinding> tell)
{
    /// <summary>The tree over the entries' bytes: what the kept checkpoint is compared with.</summary>
    private readonly RightEdge _entries = new();

    /// <summary>The tree over the stored nodes. A wrong entry is told at its leaf, and not once more for each checkpoint after it.</summary>
    private readonly RightEdge _nodes = new();

    private long _expected;
    private bool _isBroken;
    private bool _isPastTheBeginning;

    /// <summary>A size without a checkpoint, which is right only if the next entry belongs to the same deed.</summary>
    private long? _open;

    public sealed record StoredEntry(long Index, string Deed, string Content, string? Statement, byte[] Bytes, DateTimeOffset? At);

    public sealed record StoredCheckpoint(long Size, LogHash Root, string Note, DateTimeOffset At);

    public long Entries { get; private set; }

    public long Checkpoints { get; private set; }

    public void Step(StoredEntry entry, IReadOnlyDictionary<int, LogHash> nodes, StoredCheckpoint? checkpoint)
    {
        Entries++;
        if (entry.Index != _expected)
        {
            tell(LogFinding.OutOfOrder(_expected, entry.Index));
            _isBroken = true;
        }

        _expected = entry.Index + 1;
        if (!SaysItsColumns(entry))
            tell(LogFinding.EntryNotItsColumns(entry.Index));
        if (entry.At is null && (_isPastTheBeginning || entry.Deed != LogDeed.Issued))
            tell(LogFinding.OldEntryOutOfPlace(entry.Index));
        _isPastTheBeginning |= entry.At is not null;
        CloseOpen(entry.Deed == LogDeed.Replaced);
        if (!_isBroken)
            Grow(entry, nodes);
        if (checkpoint is not null)
            Examine(checkpoint, entry);
        else if (entry.At is not null)
            _open = entry.Index + 1;
    }

    /// <summary>Nodes and checkpoints over entries that are not there.</summary>
    public void Stray(long at, IEnumerable<KeyValuePair<int, LogHash>>? nodes, StoredCheckpoint? checkpoint)
    {
        foreach (var (level, _) in nodes ?? [])
            tell(LogFinding.NodeWithoutEntries(level, at >> level));
        if (checkpoint is null)
            return;
        Checkpoints++;
        tell(LogFinding.CheckpointWithoutEntries(checkpoint.Size));
    }

    public void End()
    {
        CloseOpen(isOneDeed: false);
        if (kept is not null && kept.Size > Entries)
            tell(LogFinding.KeptIsLonger(kept.Size, Entries));
    }

    private static bool SaysItsColumns(StoredEntry stored) => LogEntry.Parse(stored.Bytes) is { IsDone: true } entry
        && (entry.Value.Deed, entry.Value.ContentSha256, entry.Value.StatementSha256) == (stored.Deed, stored.Content, stored.Statement);

    /// <summary>A deed that replaces a certificate adds two entries and signs one root, after the second.</summary>
    private void CloseOpen(bool isOneDeed)
    {
        if (_open is { } size && !isOneDeed)
            tell(LogFinding.CheckpointMissing(size));
        _open = null;
    }

    private void Grow(StoredEntry entry, IReadOnlyDictionary<int, LogHash> stored)
    {
        var leaf = MerkleTree.LeafHash(entry.Bytes);
        _entries.Add(leaf);
        _nodes.Add(leaf, (place, computed) =>
        {
            if (!stored.TryGetValue(place.Level, out var hash))
                tell(LogFinding.NodeMissing(place.Level, place.Index));
            else if (hash == computed)
                return hash;
            else
                tell(place.Level == 0 ? LogFinding.LeafNotItsEntry(place.Index) : LogFinding.NodeNotItsChildren(place.Level, place.Index));
            return stored.TryGetValue(place.Level, out hash) ? hash : computed;
        });
        if (kept?.Size == _entries.Size && kept.Root != _entries.Root)
            tell(LogFinding.KeptIsOther(kept.Size));
    }

    private void Examine(StoredCheckpoint stored, StoredEntry last)
    {
        Checkpoints++;
        var size = stored.Size;
        if (last.At is null)
            tell(LogFinding.CheckpointWithoutEntries(size));
        var note = SignedNote.Parse(stored.Note) is { IsDone: true } parsed ? parsed.Value : null;
        var body = note is null ? null : Checkpoint.Parse(note.Text) is { IsDone: true } read ? read.Value : null;
        if (body is null || body.Size != size || body.Root != stored.Root || (last.At is { } at && at != stored.At))
            tell(LogFinding.CheckpointNotItsNote(size));
        else if (key is not null && (body.Origin != key.Name || note!.Signatures.Count != 1 || !key.Signed(note, Ed25519Signature.Verify)))
            tell(LogFinding.CheckpointNotSigned(size));
        if (!_isBroken && stored.Root != _nodes.Root)
            tell(LogFinding.CheckpointRootWrong(size));
    }
}
