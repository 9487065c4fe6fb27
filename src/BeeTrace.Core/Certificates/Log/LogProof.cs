using System.Globalization;
using System.Text;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>
/// The file that shows offline that an entry is in the log (C2SP tlog-proof, version 1): where it stands, the hashes up to the
/// root, and the signed checkpoint with that root.
/// </summary>
/// <remarks>House rule: no <c>extra</c> line, since nothing signs it and our entries need none.</remarks>
/// <param name="Index">Where the entry stands, from 0.</param>
/// <param name="Hashes">The proof of inclusion, the leaf's neighbour first.</param>
/// <param name="Checkpoint">The checkpoint with its signatures, unchecked.</param>
public sealed record LogProof(long Index, IReadOnlyList<LogHash> Hashes, SignedNote Checkpoint)
{
    private const string FirstLine = "c2sp.org/tlog-proof@v1";
    private const string IndexBegins = "index ";

    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{FirstLine}\n{IndexBegins}{Index}\n");
        foreach (var hash in Hashes)
            text.Append(hash.ToString()).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    /// <summary>Reads a proof. Whether it proves anything is for <see cref="MerkleTree.VerifyInclusion"/> to say, and <see cref="NoteKey.Signed"/>.</summary>
    public static Outcome<LogProof> Parse(string text)
    {
        if (text.Length > SignedNote.LongestNote)
            return new Refusal(LogRefusal.NoteTooLong);
        var parting = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (parting < 0 || text[..parting].Split('\n') is not [FirstLine, var at, .. var lines] || lines.Length > MerkleTree.LongestProof
            || !at.StartsWith(IndexBegins, StringComparison.Ordinal) || !LogSyntax.TryNumber(at.AsSpan(IndexBegins.Length), out var index))
            return new Refusal(LogRefusal.ProofMalformed);
        var hashes = new List<LogHash>(lines.Length);
        foreach (var line in lines)
        {
            if (!LogHash.TryParse(line, out var hash))
                return new Refusal(LogRefusal.ProofMalformed);
            hashes.Add(hash);
        }

        var note = SignedNote.Parse(text[(parting + 2)..]);
        return note.IsDone ? new LogProof(index, hashes, note.Value) : Outcome<LogProof>.Refused(note.Refusals);
    }
}
