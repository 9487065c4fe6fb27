using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// As much of a Merkle tree as is needed to let it grow and to know its root: one hash for each bit that is set in its size, the
/// largest subtree first. A log of any length is walked through with this.
/// </summary>
internal sealed class RightEdge
{
    private readonly List<LogHash> _subtrees = [];

    /// <summary>How many leaves there were.</summary>
    public long Size { get; private set; }

    /// <summary>The root of what was added so far.</summary>
    public LogHash Root
    {
        get
        {
            if (_subtrees.Count == 0)
                return MerkleTree.EmptyRoot;
            var root = _subtrees[^1];
            for (var i = _subtrees.Count - 2; i >= 0; i--)
                root = MerkleTree.NodeHash(_subtrees[i], root);
            return root;
        }
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">Its hash.</param>
    /// <param name="settle">Sees every node that is completed, lowest first and the leaf among them, and says with which hash to go on.</param>
    public void Add(LogHash leaf, Func<NodePlace, LogHash, LogHash>? settle = null)
    {
        var place = new NodePlace(0, Size);
        var hash = settle?.Invoke(place, leaf) ?? leaf;
        while (long.IsOddInteger(place.Index))
        {
            place = new NodePlace(place.Level + 1, place.Index >> 1);
            hash = MerkleTree.NodeHash(_subtrees[^1], hash);
            _subtrees.RemoveAt(_subtrees.Count - 1);
            hash = settle?.Invoke(place, hash) ?? hash;
        }

        _subtrees.Add(hash);
        Size++;
    }
}
