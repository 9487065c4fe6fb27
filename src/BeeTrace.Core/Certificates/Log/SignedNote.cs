using System.Buffers.Binary;
using System.Text;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>One signature line of a note. It says which key it claims; only <see cref="NoteKey.Signed"/> says whether that is true.</summary>
/// <param name="KeyName">Name of the key.</param>
/// <param name="KeyId">Four bytes that tell keys of one name apart. They identify, they do not secure.</param>
/// <param name="Signature">What the key's algorithm made.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, byte[] Signature)
{
    /// <summary>The line, ended by a newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes, sizeof(uint));
        return $"{SignedNote.LineBegins}{KeyName} {Convert.ToBase64String(bytes)}\n";
    }
}

/// <summary>A text with signatures below it (C2SP signed-note). Reading one checks no signature.</summary>
/// <param name="Text">What is signed: lines of UTF-8, the last ended by a newline.</param>
/// <param name="Signatures">At least one, in the order they stand.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>House rule: room for sixteen signatures of every known algorithm, which a reader must accept, and for no more than that many times four.</summary>
    public const int MostSignatures = 64;

    /// <summary>House rule: longest note that is looked at, in characters. Sixteen signatures of 5 kB take 110,000.</summary>
    public const int LongestNote = 256 * 1024;

    internal const string LineBegins = "— ";

    /// <summary>Text, an empty line, signatures: the file as it is served.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";

    /// <summary>Reads a note; whatever it reads is printed as it stood.</summary>
    public static Outcome<SignedNote> Parse(string note)
    {
        if (note.Length > LongestNote)
            return new Refusal(LogRefusal.NoteTooLong);
        // The text may hold empty lines itself: the last one parts it from its signatures.
        var parting = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (parting < 0 || note[^1] != '\n' || note.Any(character => character is < ' ' and not '\n') || !LogSyntax.IsText(note))
            return new Refusal(LogRefusal.NoteMalformed);
        var lines = note[(parting + 2)..].Split('\n')[..^1];
        if (lines.Length > MostSignatures)
            return new Refusal(LogRefusal.NoteTooLong);
        var signatures = new List<NoteSignature>(lines.Length);
        foreach (var line in lines)
        {
            if (SignatureOf(line) is not { } signature)
                return new Refusal(LogRefusal.NoteMalformed);
            signatures.Add(signature);
        }

        return signatures.Count == 0 ? new Refusal(LogRefusal.NoteMalformed) : new SignedNote(note[..(parting + 1)], signatures);
    }

    private static NoteSignature? SignatureOf(string line)
    {
        if (!line.StartsWith(LineBegins, StringComparison.Ordinal) || line[LineBegins.Length..].Split(' ') is not [var name, var base64] || !LogSyntax.IsName(name))
            return null;
        return LogSyntax.Base64(base64) is { Length: > sizeof(uint) } bytes
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..]) : null;
    }
}
