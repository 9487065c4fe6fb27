using System.Numerics;
using System.Security.Cryptography;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>
/// The hash tree over the log's entries (RFC 9162 section 2.1, the same as RFC 6962 section 2.1, with SHA-256): its root
/// stands for every entry and its order, and short proofs show that an entry is under a root or that one tree only grew into another.
/// </summary>
/// <remarks>
/// Building and proving read complete subtrees through a function (<see cref="NodePlace"/>), so that a log of any length is
/// served from stored nodes. Checking needs nothing but the proof. Sizes and indexes are never negative; they may be as large as a <see cref="long"/> is.
/// </remarks>
public static class MerkleTree
{
    /// <summary>No proof of inclusion in a tree that a <see cref="long"/> can count has more hashes.</summary>
    public const int LongestProof = 63;

    /// <summary>The root of the tree without entries: the hash of nothing.</summary>
    public static LogHash EmptyRoot { get; } = LogHash.FromBytes(SHA256.HashData([]));

    /// <summary>Hash of an entry: SHA-256 of a zero byte and the entry, so that no entry can pass for an inner node.</summary>
    public static LogHash LeafHash(ReadOnlySpan<byte> entry)
    {
        const int OnStack = 512;
        Span<byte> message = entry.Length < OnStack ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        message[0] = 0;
        entry.CopyTo(message[1..]);
        return Sha256(message);
    }

    /// <summary>Hash of an inner node: SHA-256 of a one byte and its two children.</summary>
    public static LogHash NodeHash(LogHash left, LogHash right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * LogHash.Size)];
        message[0] = 1;
        left.Bytes.CopyTo(message[1..]);
        right.Bytes.CopyTo(message[(1 + LogHash.Size)..]);
        return Sha256(message);
    }

    /// <summary>The complete subtrees that make the root, from the left and the largest on: one for each bit that is set in the size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static IReadOnlyList<NodePlace> NodesForRoot(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return [.. CompleteSubtrees(new(0, size))];
    }

    /// <summary>The stored nodes a proof of inclusion is computed from. At the right edge several may go into one hash of the proof.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in a tree of that size.</exception>
    public static IReadOnlyList<NodePlace> NodesForInclusion(long index, long size) =>
        [.. InclusionPath(index, size).SelectMany(CompleteSubtrees)];

    /// <summary>The stored nodes a proof of consistency is computed from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The first tree is larger than the second.</exception>
    public static IReadOnlyList<NodePlace> NodesForConsistency(long first, long second) =>
        [.. ConsistencyPath(first, second).SelectMany(CompleteSubtrees)];

    /// <summary>The root of the first <paramref name="size"/> entries.</summary>
    /// <param name="size">How many entries.</param>
    /// <param name="node">The stored hash of a complete subtree; asked for <see cref="NodesForRoot"/> only.</param>
    public static LogHash Root(long size, Func<NodePlace, LogHash> node)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? EmptyRoot : HashOf(new(0, size), node);
    }

    /// <summary>The proof that a leaf is under the root: the hashes beside its way up, the leaf's own neighbour first (RFC 9162 section 2.1.3.1).</summary>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="size">The tree, at most as large as the log is.</param>
    /// <param name="node">The stored hash of a complete subtree; asked for <see cref="NodesForInclusion"/> only.</param>
    public static IReadOnlyList<LogHash> InclusionProof(long index, long size, Func<NodePlace, LogHash> node) =>
        [.. InclusionPath(index, size).Select(range => HashOf(range, node))];

    /// <summary>The proof that the second tree begins with the very entries of the first (RFC 9162 section 2.1.4.1). Empty when either tree is empty or both are one.</summary>
    /// <param name="first">Size of the older tree.</param>
    /// <param name="second">Size of the newer tree.</param>
    /// <param name="node">The stored hash of a complete subtree; asked for <see cref="NodesForConsistency"/> only.</param>
    public static IReadOnlyList<LogHash> ConsistencyProof(long first, long second, Func<NodePlace, LogHash> node) =>
        [.. ConsistencyPath(first, second).Select(range => HashOf(range, node))];

    /// <summary>The subtrees that a new leaf completes, the leaf itself first. All of them are new: nothing that is stored changes.</summary>
    /// <param name="size">How many leaves there are before; the new one gets this index.</param>
    /// <param name="leaf">The new leaf's hash.</param>
    /// <param name="node">The stored hash of a complete subtree left of the new leaf.</param>
    public static IReadOnlyList<(NodePlace Place, LogHash Hash)> Append(long size, LogHash leaf, Func<NodePlace, LogHash> node)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfEqual(size, long.MaxValue);
        var place = new NodePlace(0, size);
        var hash = leaf;
        var added = new List<(NodePlace, LogHash)> { (place, hash) };
        while (long.IsOddInteger(place.Index))
        {
            hash = NodeHash(node(place with { Index = place.Index - 1 }), hash);
            place = new(place.Level + 1, place.Index >> 1);
            added.Add((place, hash));
        }

        return added;
    }

    /// <summary>Whether the leaf is under the root at that index (RFC 9162 section 2.1.3.2).</summary>
    /// <remarks>
    /// Size and root must come from one signed checkpoint. A root alone does not fix its size: the first leaf's proof in a tree of
    /// three would also pass for one in a tree of four, under the same root.
    /// </remarks>
    /// <param name="leaf">Hash of the entry (<see cref="LeafHash"/>), computed by whoever checks.</param>
    /// <param name="index">Where the entry is said to stand.</param>
    /// <param name="size">The checkpoint's size.</param>
    /// <param name="proof">The hashes beside the way, from the leaf up.</param>
    /// <param name="root">The checkpoint's root.</param>
    public static bool VerifyInclusion(LogHash leaf, long index, long size, IReadOnlyList<LogHash> proof, LogHash root)
    {
        if (index < 0 || index >= size)
            return false;
        var (at, last) = (index, size - 1);
        var hash = leaf;
        for (var step = 0; step < proof.Count; step++)
        {
            if (last == 0)
                return false;
            if (long.IsOddInteger(at) || at == last)
            {
                hash = NodeHash(proof[step], hash);
                (at, last) = PastLonelyLevels(at, last);
            }
            else
            {
                hash = NodeHash(hash, proof[step]);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>
    /// Whether the second tree begins with the very entries of the first (RFC 9162 section 2.1.4.2). Every tree grew out of the
    /// empty one, and each out of itself; both need an empty proof (C2SP tlog-witness).
    /// </summary>
    public static bool VerifyConsistency(long first, LogHash firstRoot, long second, LogHash secondRoot, IReadOnlyList<LogHash> proof)
    {
        if (first < 0 || first > second)
            return false;
        if (first == second)
            return proof.Count == 0 && firstRoot == secondRoot && (first > 0 || firstRoot == EmptyRoot);
        if (first == 0)
            return proof.Count == 0 && firstRoot == EmptyRoot;
        if (proof.Count == 0)
            return false;

        // A first tree that is complete is itself a node of the second, and its root is left out of the proof.
        var whole = BitOperations.IsPow2(first);
        var trailing = BitOperations.TrailingZeroCount(first);
        var (at, last) = ((first - 1) >> trailing, (second - 1) >> trailing);
        var old = whole ? firstRoot : proof[0];
        var now = old;
        for (var step = whole ? 0 : 1; step < proof.Count; step++)
        {
            if (last == 0)
                return false;
            if (long.IsOddInteger(at) || at == last)
            {
                old = NodeHash(proof[step], old);
                now = NodeHash(proof[step], now);
                (at, last) = PastLonelyLevels(at, last);
            }
            else
            {
                now = NodeHash(now, proof[step]);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && old == firstRoot && now == secondRoot;
    }

    /// <summary>At the right edge a node may have no neighbour on some levels; it rises through them unchanged.</summary>
    private static (long At, long Last) PastLonelyLevels(long at, long last)
    {
        while (at != 0 && long.IsEvenInteger(at))
            (at, last) = (at >> 1, last >> 1);
        return (at, last);
    }

    /// <summary>The ranges of leaves whose hashes make a proof of inclusion, the smallest first: PATH of RFC 9162 section 2.1.3.1.</summary>
    private static List<LeafRange> InclusionPath(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<LeafRange>();
        for (var range = new LeafRange(0, size); range.Count > 1;)
        {
            var (left, right) = range.Halves();
            path.Add(index < left.End ? right : left);
            range = index < left.End ? left : right;
        }

        path.Reverse();
        return path;
    }

    /// <summary>The ranges of leaves whose hashes make a proof of consistency: SUBPROOF of RFC 9162 section 2.1.4.1.</summary>
    private static List<LeafRange> ConsistencyPath(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<LeafRange>();
        if (first == 0 || first == second)
            return path;
        var range = new LeafRange(0, second);
        while (range.End != first)
        {
            var (left, right) = range.Halves();
            path.Add(first <= left.End ? right : left);
            range = first <= left.End ? left : right;
        }

        // What begins at the first leaf is the first tree itself, and whoever checks has its root.
        if (range.Start != 0)
            path.Add(range);
        path.Reverse();
        return path;
    }

    private static IEnumerable<NodePlace> CompleteSubtrees(LeafRange range)
    {
        for (var start = range.Start; start < range.End;)
        {
            // A range of a proof begins at a multiple of its own size rounded up, so that only what is left limits the level.
            var level = BitOperations.Log2((ulong)(range.End - start));
            yield return new(level, start >> level);
            start += 1L << level;
        }
    }

    private static LogHash HashOf(LeafRange range, Func<NodePlace, LogHash> node)
    {
        var places = CompleteSubtrees(range).ToList();
        var hash = node(places[^1]);
        for (var i = places.Count - 2; i >= 0; i--)
            hash = NodeHash(node(places[i]), hash);
        return hash;
    }

    private static LogHash Sha256(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[LogHash.Size];
        SHA256.HashData(message, hash);
        return LogHash.FromBytes(hash);
    }

    /// <summary>The leaves from <paramref name="Start"/> up to, without, <paramref name="End"/>.</summary>
    private readonly record struct LeafRange(long Start, long End)
    {
        public long Count => End - Start;

        /// <summary>Divided at the largest power of two below the count (RFC 9162 section 2.1.1).</summary>
        public (LeafRange Left, LeafRange Right) Halves()
        {
            var middle = Start + (1L << BitOperations.Log2((ulong)(Count - 1)));
            return (this with { End = middle }, this with { Start = middle });
        }
    }
}
