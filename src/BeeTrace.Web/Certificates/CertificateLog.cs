using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// The public log of what was issued, withdrawn and replaced: an append-only Merkle tree (RFC 9162) whose signed roots anyone may
/// keep. The database hashes what is added; here the roots are signed and proofs are put together.
/// </summary>
public sealed class CertificateLog(Database database, SigningKeys keys)
{
    /// <summary>
    /// Adds entries in the transaction of the deed that they stand for, signs the new root and proves the first of them. The log is
    /// locked until that transaction ends. Refused: a key that is not the one that signed so far, for a log with two keys is two logs.
    /// </summary>
    /// <param name="work">The deed's work.</param>
    /// <param name="at">The moment that the paper and its end bear too, so that the audit can compare them.</param>
    /// <param name="entries">What is added, in this order.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task<Outcome<LogProof>> AppendAsync(Work work, DateTimeOffset at, IReadOnlyList<LogEntry> entries, CancellationToken cancel)
    {
        var db = work.Db;
        var own = keys.LogPublicKey.ToText();
        if (await db.Database.SqlQuery<bool>($"""select count(*) > 0 and not bool_or(text = {own}) as "Value" from certificates.trusted_keys where kind = 'log'""").SingleAsync(cancel))
            return new Refusal(CertificateRefusal.LogKeyOther);
        long? first = null;
        long last = 0;
        foreach (var entry in entries)
        {
            last = await db.Database.SqlQuery<long>(
                $"""select certificates.append_to_log({entry.Deed}, {entry.ContentSha256}, {entry.StatementSha256}, {at}) as "Value" """).SingleAsync(cancel);
            first ??= last;
        }

        var proof = await ProveAsync(db, first!.Value, last + 1, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into certificates.checkpoints (size, root, note, at) values ({last + 1}, {Checkpoint.Parse(proof.Checkpoint.Text).Value.Root.ToArray()}, {proof.Checkpoint.ToString()}, {at});
            insert into certificates.trusted_keys (text, kind, since)
            values ({keys.Authority.ExportCertificatePem()}, 'authority', {at}), ({own}, 'log', {at})
            on conflict do nothing
            """,
            cancel);
        return proof;
    }

    /// <summary>The newest signed root with the witnesses' signatures (C2SP tlog-checkpoint), as text.</summary>
    public async Task<string> CheckpointAsync(CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var size = await SizeAsync(work.Db, cancel);
        var lines = await work.Db.Database.SqlQuery<string>(
            $"""
            select note as "Value" from certificates.checkpoints where size = {size}
            union all (select line from certificates.cosignatures where size = {size} order by witness)
            """).ToListAsync(cancel);
        if (lines.Count > 0)
            return string.Concat(lines);
        // Nothing was issued since the log began: its root has not been handed out yet.
        var root = MerkleTree.Root(size, await NodesAsync(work.Db, MerkleTree.NodesForRoot(size), cancel));
        return keys.SignCheckpoint(new Checkpoint(keys.LogPublicKey.Name, size, root)).ToString();
    }

    /// <summary>The bytes of a tile (C2SP tlog-tiles): hashes, or a bundle of entries; null where the log has not grown so far.</summary>
    public async Task<byte[]?> TileAsync(LogTilePlace tile, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        if (!tile.IsWithin(await SizeAsync(work.Db, cancel)))
            return null;
        var from = tile.First.Index;
        var until = from + tile.Width;
        return tile.Level == LogTilePlace.EntriesLevel
            ? LogTile.Bundle(await work.Db.Database.SqlQuery<byte[]>(
                $"""select entry as "Value" from certificates.log_entries where index >= {from} and index < {until} order by index""").ToListAsync(cancel))
            : [.. (await work.Db.Database.SqlQuery<byte[]>(
                $"""select hash as "Value" from certificates.log_nodes where level = {tile.First.Level} and index >= {from} and index < {until} order by index""").ToListAsync(cancel)).SelectMany(hash => hash)];
    }

    /// <summary>Proves that the log of <paramref name="second"/> entries begins with the log of <paramref name="first"/>; null where it never had so many.</summary>
    public async Task<IReadOnlyList<LogHash>?> ConsistencyAsync(long first, long second, CancellationToken cancel = default)
    {
        if (first < 0 || first > second)
            return null;
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return second > await SizeAsync(work.Db, cancel)
            ? null
            : MerkleTree.ConsistencyProof(first, second, await NodesAsync(work.Db, MerkleTree.NodesForConsistency(first, second), cancel));
    }

    /// <summary>Proves an entry in the log as it is now; null for a place where nothing stands yet.</summary>
    public async Task<LogProof?> ProofAsync(long index, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var size = await SizeAsync(work.Db, cancel);
        return index < 0 || index >= size ? null : await ProveAsync(work.Db, index, size, cancel);
    }

    /// <summary>Every key that papers of this county were ever signed with, in the form that the verifier reads: PEM blocks and vkey lines.</summary>
    public async Task<string> KeysAsync(CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var known = await work.Db.Database.SqlQuery<string>($"""select text as "Value" from certificates.trusted_keys order by since, kind""").ToListAsync(cancel);
        // Who vouches for times vouches for no paper, hence the word before it.
        var times = keys.TimestampAuthority is { } clocks ? new[] { "timestamp", clocks.ExportCertificatePem() } : [];
        return string.Join('\n', [.. known.Union([keys.Authority.ExportCertificatePem(), keys.LogPublicKey.ToText()], StringComparer.Ordinal), .. times]) + "\n";
    }

    private async Task<LogProof> ProveAsync(BeeTraceDb db, long index, long size, CancellationToken cancel)
    {
        var node = await NodesAsync(db, [.. MerkleTree.NodesForInclusion(index, size), .. MerkleTree.NodesForRoot(size)], cancel);
        var checkpoint = new Checkpoint(keys.LogPublicKey.Name, size, MerkleTree.Root(size, node));
        return new LogProof(index, MerkleTree.InclusionProof(index, size, node), keys.SignCheckpoint(checkpoint));
    }

    private static Task<long> SizeAsync(BeeTraceDb db, CancellationToken cancel) =>
        db.Database.SqlQuery<long>($"""select coalesce(max(index) + 1, 0) as "Value" from certificates.log_entries""").SingleAsync(cancel);

    private static async Task<Func<NodePlace, LogHash>> NodesAsync(BeeTraceDb db, IReadOnlyList<NodePlace> places, CancellationToken cancel)
    {
        var wanted = places.Distinct().ToList();
        var levels = wanted.ConvertAll(p => p.Level);
        var indexes = wanted.ConvertAll(p => p.Index);
        var rows = await db.Database.SqlQuery<StoredNode>(
            $"""
            select n.level, n.index, n.hash from unnest({levels}, {indexes}) as w (level, index)
            join certificates.log_nodes n on n.level = w.level and n.index = w.index
            """).ToListAsync(cancel);
        var found = rows.ToDictionary(r => new NodePlace(r.Level, r.Index), r => LogHash.FromBytes(r.Hash));
        return place => found[place];
    }

    private sealed record StoredNode(int Level, long Index, byte[] Hash);
}
