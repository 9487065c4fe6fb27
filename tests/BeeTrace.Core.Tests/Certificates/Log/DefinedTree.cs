using System.Security.Cryptography;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Core.Tests.Certificates.Log;

/// <summary>
/// The tree as RFC 9162 section 2.1 defines it, by recursion over a list of entries and with nothing clever: the other opinion
/// that the product's code is held against.
/// </summary>
internal sealed class DefinedTree(IReadOnlyList<byte[]> entries)
{
    private readonly Dictionary<(int Start, int End), byte[]> _known = [];

    public LogHash Leaf(int index) => LogHash.FromBytes(Hash(index, index + 1));

    public LogHash Root(int size) => LogHash.FromBytes(Hash(0, size));

    /// <summary>The stored hash of a complete subtree; throws for one that the tree does not have, so that nothing else is ever asked for.</summary>
    public LogHash Node(NodePlace place, int size)
    {
        var (start, end) = (place.Index << place.Level, (place.Index + 1) << place.Level);
        end.ShouldBeLessThanOrEqualTo(size);
        return LogHash.FromBytes(Hash((int)start, (int)end));
    }

    /// <summary>PATH(m, D[n]).</summary>
    public List<LogHash> Path(int m, int n) => Path(m, 0, n);

    /// <summary>PROOF(m, D[n]) = SUBPROOF(m, D[n], true).</summary>
    public List<LogHash> Proof(int m, int n) => Subproof(m, 0, n, true);

    /// <summary>MTH(D[start:end]).</summary>
    private byte[] Hash(int start, int end)
    {
        if (_known.TryGetValue((start, end), out var known))
            return known;
        var n = end - start;
        var hash = n switch
        {
            0 => SHA256.HashData([]),
            1 => SHA256.HashData([0x00, .. entries[start]]),
            _ => SHA256.HashData([0x01, .. Hash(start, start + Split(n)), .. Hash(start + Split(n), end)]),
        };
        _known.Add((start, end), hash);
        return hash;
    }

    private List<LogHash> Path(int m, int start, int end)
    {
        var n = end - start;
        if (n == 1)
            return [];
        var k = Split(n);
        return m < k
            ? [.. Path(m, start, start + k), LogHash.FromBytes(Hash(start + k, end))]
            : [.. Path(m - k, start + k, end), LogHash.FromBytes(Hash(start, start + k))];
    }

    private List<LogHash> Subproof(int m, int start, int end, bool whole)
    {
        var n = end - start;
        if (m == n)
            return whole ? [] : [LogHash.FromBytes(Hash(start, end))];
        var k = Split(n);
        return m <= k
            ? [.. Subproof(m, start, start + k, whole), LogHash.FromBytes(Hash(start + k, end))]
            : [.. Subproof(m - k, start + k, end, false), LogHash.FromBytes(Hash(start, start + k))];
    }

    /// <summary>The largest power of two smaller than n.</summary>
    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}
