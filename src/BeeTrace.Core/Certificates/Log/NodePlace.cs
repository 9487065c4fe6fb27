namespace BeeTrace.Core.Certificates.Log;

/// <summary>
/// Where a complete subtree stands: its hash covers the 2^<paramref name="Level"/> leaves from
/// <paramref name="Index"/> · 2^<paramref name="Level"/> on. Once its last leaf is written, a complete subtree never changes, which is why it may be stored.
/// </summary>
/// <param name="Level">0 for a leaf, one more for each doubling.</param>
/// <param name="Index">Position among the subtrees of that level, from 0.</param>
public readonly record struct NodePlace(int Level, long Index);
