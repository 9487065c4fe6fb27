using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Verifier;

/// <summary>
/// A checkpoint that somebody got from elsewhere (the log itself, a witness, a colleague) to hold papers against: a log that shows
/// different histories to different people is found out by comparing.
/// </summary>
/// <param name="Checkpoint">The checkpoint, whose signature was checked (<see cref="TrustedKeys.Believe"/>).</param>
/// <param name="Consistency">The consistency proof between its size and that of the paper's own checkpoint, whichever is larger; empty where there is none.</param>
public sealed record KnownTree(Checkpoint Checkpoint, IReadOnlyList<LogHash> Consistency)
{
    /// <summary>Reads a checkpoint with its signatures, and believes it only when the log signed it.</summary>
    /// <param name="checkpoint">The signed checkpoint as the log serves it.</param>
    /// <param name="consistency">The hashes of the consistency proof, one a line; null for none. Empty lines and lines with <c>#</c> are passed over.</param>
    /// <param name="keys">Whom to believe.</param>
    /// <param name="tree">The tree; null when the answer is not <see cref="PaperFinding.Holds"/>.</param>
    public static PaperFinding Read(string checkpoint, string? consistency, TrustedKeys keys, out KnownTree? tree)
    {
        tree = null;
        if (SignedNote.Parse(checkpoint) is not { IsDone: true } note)
            return PaperFinding.CheckpointMalformed;
        var finding = keys.Believe(note.Value, out var body);
        if (finding != PaperFinding.Holds || body is null)
            return finding;
        var hashes = new List<LogHash>();
        foreach (var line in (consistency ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            if (hashes.Count > MerkleTree.LongestProof || !LogHash.TryParse(line, out var hash))
                return PaperFinding.ProofMalformed;
            hashes.Add(hash);
        }

        tree = new(body, hashes);
        return PaperFinding.Holds;
    }

    /// <summary>Whether this tree and a paper's are of one history: <see cref="PaperFinding.Holds"/>, or why that was not shown.</summary>
    public PaperFinding Compare(Checkpoint papers)
    {
        if (papers.Origin != Checkpoint.Origin)
            return PaperFinding.HistoryNotShown;
        if (papers.Size == Checkpoint.Size)
            return papers.Root == Checkpoint.Root ? PaperFinding.Holds : PaperFinding.OtherHistory;
        var (first, second) = papers.Size < Checkpoint.Size ? (papers, Checkpoint) : (Checkpoint, papers);
        return MerkleTree.VerifyConsistency(first.Size, first.Root, second.Size, second.Root, Consistency) ? PaperFinding.Holds : PaperFinding.HistoryNotShown;
    }
}
