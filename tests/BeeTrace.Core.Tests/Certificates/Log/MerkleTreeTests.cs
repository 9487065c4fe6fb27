using System.Numerics;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Core.Tests.Certificates.Log;

public class MerkleTreeTests
{
    private const int MostEntries = 300;

    /// <summary>The test tree of the certificate transparency projects.</summary>
    private static readonly byte[][] KnownEntries =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    private static readonly DefinedTree Defined =
        new([.. Enumerable.Range(0, MostEntries).Select(i => System.Text.Encoding.ASCII.GetBytes($"entry {i}"))]);

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_known_tree_has_its_published_roots(int size, string root) =>
        MerkleTree.Root(size, Known()).ShouldBe(Hex(root));

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void The_known_tree_has_its_published_proofs_of_inclusion(int index, int size, string proof)
    {
        var made = MerkleTree.InclusionProof(index, size, Known());
        made.ShouldBe(Hashes(proof));
        MerkleTree.VerifyInclusion(MerkleTree.LeafHash(KnownEntries[index]), index, size, made, MerkleTree.Root(size, Known())).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void The_known_tree_has_its_published_proofs_of_consistency(int first, int second, string proof)
    {
        var made = MerkleTree.ConsistencyProof(first, second, Known());
        made.ShouldBe(Hashes(proof));
        MerkleTree.VerifyConsistency(first, MerkleTree.Root(first, Known()), second, MerkleTree.Root(second, Known()), made).ShouldBeTrue();
    }

    [Fact]
    public void Ten_thousand_times_the_code_and_the_definition_make_the_same_tree_and_proofs()
    {
        var random = new Random(9162);
        for (var round = 0; round < 10_000; round++)
        {
            var size = random.Next(1, MostEntries + 1);
            var (index, first) = (random.Next(size), random.Next(1, size + 1));
            var node = Stored(size);
            var root = Defined.Root(size);

            MerkleTree.Root(size, node).ShouldBe(root);
            var inclusion = MerkleTree.InclusionProof(index, size, node);
            inclusion.SequenceEqual(Defined.Path(index, size)).ShouldBeTrue();
            inclusion.Count.ShouldBeLessThanOrEqualTo(LogOf(size));
            MerkleTree.VerifyInclusion(Defined.Leaf(index), index, size, inclusion, root).ShouldBeTrue();

            var consistency = MerkleTree.ConsistencyProof(first, size, node);
            consistency.SequenceEqual(Defined.Proof(first, size)).ShouldBeTrue();
            consistency.Count.ShouldBeLessThanOrEqualTo(LogOf(size) + 1);
            MerkleTree.VerifyConsistency(first, Defined.Root(first), size, root, consistency).ShouldBeTrue();
        }
    }

    [Fact]
    public void Ten_thousand_forged_proofs_of_inclusion_are_all_refused()
    {
        var random = new Random(6962);
        var refused = 0;
        while (refused < 10_000)
        {
            var size = random.Next(2, MostEntries);
            var index = random.Next(size);
            var (leaf, root, at, of) = (Defined.Leaf(index), Defined.Root(size), (long)index, (long)size);
            var proof = Defined.Path(index, size);
            switch (random.Next(8))
            {
                case 0:
                    Flip(proof, random);
                    break;
                case 1:
                    proof.RemoveAt(random.Next(proof.Count));
                    break;
                case 2:
                    if (!Swap(proof, random))
                        continue;
                    break;
                case 3:
                    proof.Insert(random.Next(proof.Count + 1), Defined.Leaf(random.Next(MostEntries)));
                    break;
                case 4:
                    at = (index + random.Next(1, size)) % size;
                    break;
                case 5:
                    // A size always comes with the root it was signed with.
                    of = random.Next(size + 1, MostEntries + 1);
                    root = Defined.Root((int)of);
                    break;
                case 6:
                    root = Flipped(root, random);
                    break;
                default:
                    leaf = Defined.Leaf((index + random.Next(1, size)) % size);
                    break;
            }

            MerkleTree.VerifyInclusion(leaf, at, of, proof, root).ShouldBeFalse($"{index} of {size}");
            refused++;
        }
    }

    [Fact]
    public void Ten_thousand_forged_proofs_of_consistency_are_all_refused()
    {
        var random = new Random(21);
        var refused = 0;
        while (refused < 10_000)
        {
            var second = random.Next(2, MostEntries);
            var first = random.Next(1, second);
            var (firstRoot, secondRoot, from, to) = (Defined.Root(first), Defined.Root(second), (long)first, (long)second);
            var proof = Defined.Proof(first, second);
            switch (random.Next(8))
            {
                case 0:
                    Flip(proof, random);
                    break;
                case 1:
                    proof.RemoveAt(random.Next(proof.Count));
                    break;
                case 2:
                    if (!Swap(proof, random))
                        continue;
                    break;
                case 3:
                    proof.Insert(random.Next(proof.Count + 1), Defined.Leaf(random.Next(MostEntries)));
                    break;
                case 4:
                    from = (first + random.Next(1, second)) % second;
                    firstRoot = Defined.Root((int)from);
                    break;
                case 5:
                    to = random.Next(second + 1, MostEntries + 1);
                    secondRoot = Defined.Root((int)to);
                    break;
                case 6:
                    firstRoot = Flipped(firstRoot, random);
                    break;
                default:
                    secondRoot = Flipped(secondRoot, random);
                    break;
            }

            MerkleTree.VerifyConsistency(from, firstRoot, to, secondRoot, proof).ShouldBeFalse($"{first} to {second}");
            refused++;
        }
    }

    [Fact]
    public void A_history_with_one_entry_exchanged_is_not_consistent_with_the_old_one()
    {
        var other = new DefinedTree([.. Enumerable.Range(0, 64).Select(i => System.Text.Encoding.ASCII.GetBytes(i == 20 ? "another entry" : $"entry {i}"))]);
        for (var first = 21; first <= 64; first++)
        {
            MerkleTree.VerifyConsistency(first, Defined.Root(first), 64, other.Root(64), other.Proof(first, 64)).ShouldBeFalse();
            MerkleTree.VerifyConsistency(first, Defined.Root(first), 64, other.Root(64), Defined.Proof(first, 64)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Leaf_by_leaf_the_log_stores_each_complete_subtree_once()
    {
        var stored = new Dictionary<NodePlace, LogHash>();
        for (var size = 0; size < MostEntries; size++)
        {
            var added = MerkleTree.Append(size, Defined.Leaf(size), place => stored[place]);
            added[0].ShouldBe((new NodePlace(0, size), Defined.Leaf(size)));
            foreach (var (place, hash) in added)
            {
                stored.Add(place, hash);
                hash.ShouldBe(Defined.Node(place, size + 1));
            }

            MerkleTree.Root(size + 1, place => stored[place]).ShouldBe(Defined.Root(size + 1));
        }

        stored.Count.ShouldBe(Enumerable.Range(0, 9).Sum(level => MostEntries >> level));
    }

    [Fact]
    public void Exactly_the_named_nodes_are_asked_for()
    {
        for (var size = 1; size <= 70; size++)
        {
            for (var other = 0; other < size; other++)
            {
                var asked = new List<NodePlace>();
                LogHash Note(NodePlace place)
                {
                    asked.Add(place);
                    return Defined.Node(place, MostEntries);
                }

                MerkleTree.InclusionProof(other, size, Note);
                asked.ShouldBe(MerkleTree.NodesForInclusion(other, size), ignoreOrder: true);
                asked.Clear();
                MerkleTree.ConsistencyProof(other, size, Note);
                asked.ShouldBe(MerkleTree.NodesForConsistency(other, size), ignoreOrder: true);
                asked.Clear();
                MerkleTree.Root(size, Note);
                asked.ShouldBe(MerkleTree.NodesForRoot(size), ignoreOrder: true);
            }
        }
    }

    [Theory]
    [InlineData(1L << 40)]
    [InlineData((1L << 40) - 1)]
    [InlineData((1L << 40) + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MaxValue - 1)]
    public void Trees_of_any_size_are_counted_without_overflow(long size)
    {
        // Every entry alike, so that a complete subtree's hash follows from its level.
        var alike = new LogHash[64];
        alike[0] = MerkleTree.LeafHash("alike"u8);
        for (var level = 1; level < alike.Length; level++)
            alike[level] = MerkleTree.NodeHash(alike[level - 1], alike[level - 1]);
        LogHash Node(NodePlace place)
        {
            place.Index.ShouldBeInRange(0, (size >> place.Level) - 1);
            return alike[place.Level];
        }

        var root = MerkleTree.Root(size, Node);
        var random = new Random(40);
        long[] interesting = [0, 1, size - 1, size / 2, (size / 2) - 1, .. Enumerable.Range(0, 200).Select(_ => random.NextInt64(size))];
        foreach (var index in interesting)
        {
            var proof = MerkleTree.InclusionProof(index, size, Node);
            proof.Count.ShouldBeLessThanOrEqualTo(LogOf(size));
            MerkleTree.VerifyInclusion(alike[0], index, size, proof, root).ShouldBeTrue($"{index}");
            MerkleTree.VerifyInclusion(alike[1], index, size, proof, root).ShouldBeFalse($"{index}");

            var first = index + 1;
            var consistency = MerkleTree.ConsistencyProof(first, size, Node);
            MerkleTree.VerifyConsistency(first, MerkleTree.Root(first, Node), size, root, consistency).ShouldBeTrue($"{first}");
            MerkleTree.VerifyConsistency(first, alike[0], size, root, consistency).ShouldBe(first == 1, $"{first}");
        }
    }

    [Fact]
    public void Every_tree_grew_out_of_the_empty_one_and_out_of_itself()
    {
        MerkleTree.ConsistencyProof(0, 7, Known()).ShouldBeEmpty();
        MerkleTree.VerifyConsistency(0, MerkleTree.EmptyRoot, 7, Defined.Root(7), []).ShouldBeTrue();
        MerkleTree.VerifyConsistency(0, MerkleTree.EmptyRoot, 0, MerkleTree.EmptyRoot, []).ShouldBeTrue();
        MerkleTree.VerifyConsistency(7, Defined.Root(7), 7, Defined.Root(7), []).ShouldBeTrue();

        MerkleTree.VerifyConsistency(0, Defined.Root(1), 7, Defined.Root(7), []).ShouldBeFalse();
        MerkleTree.VerifyConsistency(0, Defined.Root(1), 0, Defined.Root(1), []).ShouldBeFalse();
        MerkleTree.VerifyConsistency(0, MerkleTree.EmptyRoot, 7, Defined.Root(7), [Defined.Root(7)]).ShouldBeFalse();
        MerkleTree.VerifyConsistency(7, Defined.Root(7), 7, Defined.Root(6), []).ShouldBeFalse();
        MerkleTree.VerifyConsistency(7, Defined.Root(7), 7, Defined.Root(7), [Defined.Root(7)]).ShouldBeFalse();
        MerkleTree.VerifyConsistency(4, Defined.Root(4), 7, Defined.Root(7), []).ShouldBeFalse();
        MerkleTree.VerifyConsistency(8, Defined.Root(8), 7, Defined.Root(7), []).ShouldBeFalse();
        MerkleTree.VerifyConsistency(-1, Defined.Root(8), 7, Defined.Root(7), []).ShouldBeFalse();
    }

    [Fact]
    public void A_leaf_outside_the_tree_is_never_included()
    {
        MerkleTree.VerifyInclusion(Defined.Leaf(0), 0, 1, [], Defined.Root(1)).ShouldBeTrue();
        MerkleTree.VerifyInclusion(Defined.Leaf(0), 0, 0, [], Defined.Leaf(0)).ShouldBeFalse();
        MerkleTree.VerifyInclusion(Defined.Leaf(0), 1, 1, [], Defined.Root(1)).ShouldBeFalse();
        MerkleTree.VerifyInclusion(Defined.Leaf(0), -1, 1, [], Defined.Root(1)).ShouldBeFalse();
        MerkleTree.VerifyInclusion(Defined.Leaf(0), 0, long.MaxValue, [.. Enumerable.Repeat(Defined.Root(2), 64)], Defined.Root(1)).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.NodesForInclusion(3, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.NodesForInclusion(-1, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.NodesForConsistency(4, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.NodesForRoot(-1));
    }

    [Fact]
    public void An_entry_of_any_length_is_hashed_behind_a_zero_byte()
    {
        for (var length = 0; length < 1100; length++)
        {
            var entry = new byte[length];
            Array.Fill(entry, (byte)length);
            MerkleTree.LeafHash(entry).ToArray().ShouldBe(System.Security.Cryptography.SHA256.HashData([0, .. entry]));
        }
    }

    private static Func<NodePlace, LogHash> Known()
    {
        var tree = new DefinedTree(KnownEntries);
        return place => tree.Node(place, KnownEntries.Length);
    }

    private static Func<NodePlace, LogHash> Stored(int size) => place => Defined.Node(place, size);

    private static int LogOf(long size) => size <= 1 ? 0 : BitOperations.Log2((ulong)(size - 1)) + 1;

    private static LogHash Hex(string hex) => LogHash.FromBytes(Convert.FromHexString(hex));

    private static List<LogHash> Hashes(string hex) => [.. hex.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hex)];

    private static void Flip(List<LogHash> proof, Random random)
    {
        var which = random.Next(proof.Count);
        proof[which] = Flipped(proof[which], random);
    }

    private static LogHash Flipped(LogHash hash, Random random)
    {
        var bytes = hash.ToArray();
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return LogHash.FromBytes(bytes);
    }

    /// <summary>False when there are no two to swap.</summary>
    private static bool Swap(List<LogHash> proof, Random random)
    {
        if (proof.Count < 2)
            return false;
        var which = random.Next(proof.Count - 1);
        (proof[which], proof[which + 1]) = (proof[which + 1], proof[which]);
        return true;
    }
}
