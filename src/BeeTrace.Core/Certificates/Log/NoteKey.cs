using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>
/// A public key whose signatures on notes are believed: the log's own, or a witness's. Written as one line (a "vkey"):
/// name, plus sign, the key's number in eight hexadecimal digits, plus sign, base64 of algorithm and key.
/// </summary>
/// <remarks>.NET has no Ed25519, so whoever signs or checks brings the function; what is signed is decided here.</remarks>
/// <param name="Name">Name of the key; a log's is its origin.</param>
/// <param name="Algorithm"><see cref="Ed25519"/> or <see cref="Cosignature"/>.</param>
/// <param name="PublicKey">The 32 bytes of an Ed25519 public key (RFC 8032).</param>
public sealed record NoteKey(string Name, byte Algorithm, byte[] PublicKey)
{
    /// <summary>Signs the note's text (C2SP signed-note, type 0x01): what a log uses.</summary>
    public const byte Ed25519 = 1;

    /// <summary>Signs the note's text and the time (C2SP tlog-cosignature, type 0x04): what a witness uses, who says that he saw no other tree up to then.</summary>
    public const byte Cosignature = 4;

    private const int PublicKeyBytes = 32;
    private const int SignatureBytes = 64;

    /// <summary>The first four bytes of SHA-256 over name, newline, algorithm and key.</summary>
    public uint Id => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. LogSyntax.Utf8.GetBytes(Name), (byte)'\n', Algorithm, .. PublicKey]));

    /// <summary>The key as a line, without a newline.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([Algorithm, .. PublicKey])}");

    /// <summary>Reads a key's line. A number that is not the key's is refused: somebody mixed up two lines.</summary>
    public static Outcome<NoteKey> Parse(string text)
    {
        // Base64 has plus signs of its own.
        if (text.Split('+', 3) is not [var name, var number, var base64] || !LogSyntax.IsName(name) || base64.Length > 4096 || LogSyntax.Base64(base64) is not { Length: > 0 } bytes)
            return new Refusal(LogRefusal.KeyMalformed);
        if (bytes[0] is not (Ed25519 or Cosignature))
            return new Refusal(LogRefusal.KeyAlgorithmUnknown, null, (int)bytes[0]);
        var key = new NoteKey(name, bytes[0], bytes[1..]);
        return key.PublicKey.Length == PublicKeyBytes && number == key.Id.ToString("x8", CultureInfo.InvariantCulture) ? key : new Refusal(LogRefusal.KeyMalformed);
    }

    /// <summary>
    /// Whether this key signed the note. Signatures of other keys are passed over; where the note bears several of this key, every one must hold.
    /// </summary>
    /// <param name="note">The note.</param>
    /// <param name="ed25519">Checks one signature: public key, message, signature of 64 bytes.</param>
    public bool Signed(SignedNote note, Func<byte[], byte[], byte[], bool> ed25519)
    {
        var id = Id;
        var ours = note.Signatures.Where(signature => signature.KeyId == id && signature.KeyName == Name).ToList();
        return ours.Count > 0 && ours.TrueForAll(signature => Holds(note.Text, signature.Signature, ed25519));
    }

    /// <summary>A signature line of this key.</summary>
    /// <param name="text">The note's text.</param>
    /// <param name="ed25519">Signs a message with the private half of this key, in 64 bytes.</param>
    /// <param name="at">When a witness signs; a log's own signature bears no time.</param>
    public NoteSignature Sign(string text, Func<byte[], byte[]> ed25519, DateTimeOffset? at = null)
    {
        if (Algorithm != Cosignature)
            return new(Name, Id, ed25519(LogSyntax.Utf8.GetBytes(text)));
        var seconds = (at ?? throw new ArgumentNullException(nameof(at))).ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(at));
        var time = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        return new(Name, Id, [.. time, .. ed25519(CosignedMessage(text, seconds))]);
    }

    private bool Holds(string text, byte[] signature, Func<byte[], byte[], byte[], bool> ed25519)
    {
        if (Algorithm == Ed25519)
            return signature.Length == SignatureBytes && ed25519(PublicKey, LogSyntax.Utf8.GetBytes(text), signature);
        if (Algorithm != Cosignature || signature.Length != sizeof(long) + SignatureBytes)
            return false;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(signature);
        return seconds >= 0 && ed25519(PublicKey, CosignedMessage(text, seconds), signature[sizeof(long)..]);
    }

    private static byte[] CosignedMessage(string text, long seconds) =>
        LogSyntax.Utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}
