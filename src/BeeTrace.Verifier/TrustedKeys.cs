using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BeeTrace.Core;
using BeeTrace.Core.Certificates.Log;

namespace BeeTrace.Verifier;

/// <summary>
/// Whom a check believes. The file of keys is the one thing that must come from a source that is trusted already: whoever can
/// change it decides what holds.
/// </summary>
public sealed record TrustedKeys
{
    private const string Pem = "-----BEGIN CERTIFICATE-----";
    private const string PemEnd = "-----END CERTIFICATE-----";
    private const string TimestampLine = "timestamp";
    private const string WitnessBegins = "witness ";
    private const string WitnessesBegins = "witnesses ";

    /// <summary>Root certificates under which the signers of papers stand.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>Root certificates of time-stamp authorities. They vouch for times and for no paper. Where there are none, the authorities of the papers vouch for times too.</summary>
    public IReadOnlyList<X509Certificate2> TimestampAuthorities { get; init; } = [];

    /// <summary>The log's keys; several of one name while a key is exchanged.</summary>
    public required IReadOnlyList<NoteKey> LogKeys { get; init; }

    /// <summary>Keys of witnesses, who each say that they have seen no other history of the log.</summary>
    public IReadOnlyList<NoteKey> Witnesses { get; init; } = [];

    /// <summary>How many of the witnesses must have counter-signed.</summary>
    public int WitnessesNeeded { get; init; }

    /// <summary>
    /// Reads a file of keys. It holds certificates as PEM blocks, the log's keys as lines <c>name+number+key</c>, and witnesses as such
    /// lines behind the word <c>witness</c>. A line <c>witnesses 2</c> says how many must have signed, all of them otherwise; a line
    /// <c>timestamp</c> says that the next PEM block is a time-stamp authority's. Empty lines and lines that begin with <c>#</c> are passed over.
    /// </summary>
    public static Outcome<TrustedKeys> Parse(string text)
    {
        var (authorities, timestamps) = (new List<X509Certificate2>(), new List<X509Certificate2>());
        var (logs, witnesses) = (new List<NoteKey>(), new List<NoteKey>());
        int? needed = null;
        var forTimes = false;
        var lines = text.TrimStart('\ufeff').Split('\n', StringSplitOptions.TrimEntries);
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            var malformed = new Refusal(TrustRefusal.LineMalformed, null, at + 1);
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line == Pem)
            {
                var end = Array.IndexOf(lines, PemEnd, at);
                if (end < 0 || CertificateOf(string.Join('\n', lines[at..(end + 1)])) is not { } certificate)
                    return malformed;
                (forTimes ? timestamps : authorities).Add(certificate);
                (at, forTimes) = (end, false);
            }
            else if (forTimes)
            {
                return malformed;
            }
            else if (line == TimestampLine)
            {
                forTimes = true;
            }
            else if (line.StartsWith(WitnessesBegins, StringComparison.Ordinal))
            {
                if (needed is not null || !int.TryParse(line.AsSpan(WitnessesBegins.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                    return malformed;
                needed = count;
            }
            else
            {
                var isWitness = line.StartsWith(WitnessBegins, StringComparison.Ordinal);
                var key = NoteKey.Parse(isWitness ? line[WitnessBegins.Length..] : line);
                if (!key.IsDone || key.Value.Algorithm != (isWitness ? NoteKey.Cosignature : NoteKey.Ed25519))
                    return malformed;
                (isWitness ? witnesses : logs).Add(key.Value);
            }
        }

        var names = witnesses.Select(witness => witness.Name).Distinct(StringComparer.Ordinal).Count();
        if (forTimes)
            return new Refusal(TrustRefusal.LineMalformed, null, lines.Length);
        if (logs.Count == 0)
            return new Refusal(TrustRefusal.LogKeyMissing);
        if (needed > names)
            return new Refusal(TrustRefusal.WitnessesTooFew, null, needed.Value, names);
        return new TrustedKeys { Authorities = authorities, TimestampAuthorities = timestamps, LogKeys = logs, Witnesses = witnesses, WitnessesNeeded = needed ?? names };
    }

    /// <summary>
    /// Whether a checkpoint is to be believed: of a trusted log, signed by it, and by as many witnesses as must have.
    /// </summary>
    /// <param name="note">The checkpoint with its signatures.</param>
    /// <param name="checkpoint">What it says, believed or not; null when it is no checkpoint.</param>
    /// <returns><see cref="PaperFinding.Holds"/>, or why it is not believed.</returns>
    public PaperFinding Believe(SignedNote note, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (Checkpoint.Parse(note.Text) is not { IsDone: true } body)
            return PaperFinding.CheckpointMalformed;
        checkpoint = body.Value;
        var origin = body.Value.Origin;
        var ofLog = LogKeys.Where(key => key.Name == origin).ToList();
        if (ofLog.Count == 0)
            return PaperFinding.OtherLog;
        // While a key is exchanged a checkpoint may bear the signatures of both; each that it bears must hold.
        var claimed = ofLog.Where(key => note.Signatures.Any(signature => signature.KeyName == key.Name && signature.KeyId == key.Id)).ToList();
        if (claimed.Count == 0 || !claimed.TrueForAll(key => key.Signed(note, Ed25519Signature.Verify)))
            return PaperFinding.CheckpointNotSigned;
        var witnessed = Witnesses.Where(key => key.Signed(note, Ed25519Signature.Verify)).Select(key => key.Name).Distinct(StringComparer.Ordinal).Count();
        return witnessed < WitnessesNeeded ? PaperFinding.WitnessesMissing : PaperFinding.Holds;
    }

    private static X509Certificate2? CertificateOf(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What a file of keys is refused for.</summary>
public static class TrustRefusal
{
    /// <summary>A line is neither key nor certificate. Arguments: the line's number.</summary>
    public const string LineMalformed = "verifier.keys-line-malformed";

    /// <summary>No key of a log stands in it. No arguments.</summary>
    public const string LogKeyMissing = "verifier.keys-log-missing";

    /// <summary>More witnesses must have signed than there are. Arguments: how many must, how many there are.</summary>
    public const string WitnessesTooFew = "verifier.keys-witnesses-too-few";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } = [LineMalformed, LogKeyMissing, WitnessesTooFew];

    /// <summary>The sentence of a refusal.</summary>
    /// <exception cref="ArgumentException">The refusal is not of this list.</exception>
    public static Bilingual Sentence(Refusal refusal) => refusal switch
    {
        { Code: LineMalformed, Arguments: [var line] } => new(
            $"公钥文件第 {line} 行既不是公钥，也不是证书。请重新下载公钥文件。", $"Line {line} of the file of keys is neither a key nor a certificate. Download the file again."),
        { Code: LogKeyMissing } => new("公钥文件里没有日志的公钥。", "The file of keys holds no key of a log."),
        { Code: WitnessesTooFew, Arguments: [var needed, var there] } => new(
            $"公钥文件要求 {needed} 个见证方会签，却只列了 {there} 个。", $"The file of keys asks for {needed} witnesses and lists {there}."),
        _ => throw new ArgumentException(refusal.Code, nameof(refusal)),
    };
}
