using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Verifier.Tests;

/// <summary>Somebody who signs notes: a log or a witness.</summary>
internal sealed class TestSigner
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(Ed25519Signature.KeyBytes);

    public TestSigner(string name, byte algorithm) => Key = new(name, algorithm, Ed25519Signature.PublicKeyOf(_secret));

    public NoteKey Key { get; }

    public NoteSignature Sign(string text) =>
        Key.Sign(text, message => Ed25519Signature.Sign(_secret, message), Key.Algorithm == NoteKey.Cosignature ? TestIssuer.SignedAt : null);
}

/// <summary>A log of a few certificates, kept in memory.</summary>
internal sealed class TestLog(string origin)
{
    private readonly Dictionary<NodePlace, LogHash> _nodes = [];
    private int _size;

    public TestSigner Signer { get; } = new(origin, NoteKey.Ed25519);

    public TestSigner Witness { get; } = new("witness.example/one", NoteKey.Cosignature);

    public TestSigner OtherWitness { get; } = new("witness.example/two", NoteKey.Cosignature);

    /// <summary>A log with as many certificates as a number says, and among them one's content.</summary>
    public static TestLog With(string content, int before, int after, string origin = TestIssuer.Origin)
    {
        var log = new TestLog(origin);
        for (var i = 0; i < before; i++)
            log.Add($$"""{"number":"before {{i}}"}""");
        log.Add(content);
        for (var i = 0; i < after; i++)
            log.Add($$"""{"number":"after {{i}}"}""");
        return log;
    }

    public void Add(string content)
    {
        var leaf = LogEntry.Issued(CanonicalJson.Sha256Hex(content)).Leaf;
        foreach (var (place, hash) in MerkleTree.Append(_size, leaf, place => _nodes[place]))
            _nodes.Add(place, hash);
        _size++;
    }

    public Checkpoint Tree(int? size = null) => new(Signer.Key.Name, size ?? _size, MerkleTree.Root(size ?? _size, place => _nodes[place]));

    public SignedNote Checkpoint(int? size = null, params IReadOnlyList<TestSigner> others)
    {
        var text = Tree(size).ToText();
        return new(text, [Signer.Sign(text), .. others.Select(other => other.Sign(text))]);
    }

    public LogProof Proof(int index, int? size = null, params IReadOnlyList<TestSigner> others) =>
        new(index, MerkleTree.InclusionProof(index, size ?? _size, place => _nodes[place]), Checkpoint(size, others));

    public string Consistency(int first, int second) =>
        string.Concat(MerkleTree.ConsistencyProof(first, second, place => _nodes[place]).Select(hash => $"{hash}\n"));

    public static byte[] Bytes(LogProof proof) => Encoding.UTF8.GetBytes(proof.ToText());
}
