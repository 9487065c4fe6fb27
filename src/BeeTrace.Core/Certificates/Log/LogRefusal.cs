namespace BeeTrace.Core.Certificates.Log;

/// <summary>What the log's texts are refused for. None of them says that a certificate is false: it says that nothing could be read.</summary>
public static class LogRefusal
{
    /// <summary>Not 32 bytes in canonical base64. Arguments: what stands there.</summary>
    public const string HashMalformed = "log.hash-malformed";

    /// <summary>Not a checkpoint of three lines: origin, size, root. No arguments.</summary>
    public const string CheckpointMalformed = "log.checkpoint-malformed";

    /// <summary>Not a text with signature lines below it. No arguments.</summary>
    public const string NoteMalformed = "log.note-malformed";

    /// <summary>A signed note that is longer, or has more signatures, than any honest one. No arguments.</summary>
    public const string NoteTooLong = "log.note-too-long";

    /// <summary>Not a key line of name, number and key, or the number is not the key's. No arguments.</summary>
    public const string KeyMalformed = "log.key-malformed";

    /// <summary>A key of an algorithm that is not read here. Arguments: the algorithm's number.</summary>
    public const string KeyAlgorithmUnknown = "log.key-algorithm-unknown";

    /// <summary>Not a proof of inclusion with its checkpoint. No arguments.</summary>
    public const string ProofMalformed = "log.proof-malformed";

    /// <summary>Not a bundle of entries, each behind its length. No arguments.</summary>
    public const string BundleMalformed = "log.bundle-malformed";

    /// <summary>Not an entry that this log writes. No arguments.</summary>
    public const string EntryMalformed = "log.entry-malformed";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
        [HashMalformed, CheckpointMalformed, NoteMalformed, NoteTooLong, KeyMalformed, KeyAlgorithmUnknown, ProofMalformed, BundleMalformed, EntryMalformed];
}
