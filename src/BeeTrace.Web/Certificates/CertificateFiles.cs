using System.Security.Cryptography.X509Certificates;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Verifier;
using BeeTrace.Web.Shell.Public;

namespace BeeTrace.Web.Certificates;

/// <summary>What a file says of itself, whatever is stored: its form, its signature, its proof.</summary>
internal sealed record SeenFile(CertificateState State, IReadOnlyList<Bilingual> Reasons);

/// <summary>Looks at files that somebody hands in, with the same eyes as the offline verifier, and makes the copies that are handed out.</summary>
public sealed class CertificateFiles(CertificateQueries certificates, CertificateLog log, CertificatePaper paper)
{
    /// <summary>A certificate as it is handed out today: the bytes as issued, or with the end stamped across every page once it has ended.</summary>
    public async Task<byte[]?> TodayAsync(CertificateNumber number, StoredCertificate certificate, CancellationToken cancel = default)
    {
        var issued = await certificates.PdfAsync(number, cancel);
        return issued is null || certificate.Ending is not { } ending ? issued : Stamped(issued, certificate, ending);
    }

    /// <summary>Whether a file is the stamped copy: made again, it has the same bytes.</summary>
    internal async Task<bool> IsStampedCopyAsync(CertificateNumber number, StoredCertificate certificate, byte[] file, CancellationToken cancel) =>
        certificate.Ending is not null && await TodayAsync(number, certificate, cancel) is { } copy && copy.AsSpan().SequenceEqual(file);

    /// <summary>What can be said of a file that is not one of those that were issued.</summary>
    internal async Task<SeenFile> LookAsync(byte[] file, CancellationToken cancel)
    {
        var verdict = (await CheckerAsync(cancel)).Check(file);
        var isPaper = verdict.Finding is not (PaperFinding.NotPdf or PaperFinding.ZipFile or PaperFinding.TooLarge or PaperFinding.Encrypted or PaperFinding.Unreadable);
        return new SeenFile(isPaper ? CertificateState.Unknown : CertificateState.Unreadable, verdict.Reasons);
    }

    /// <summary>Whether the signature and the proof inside an issued file hold. Papers of the first form have neither.</summary>
    internal async Task<IReadOnlyList<Bilingual>> SignatureAsync(byte[] file, CancellationToken cancel)
    {
        var verdict = (await CheckerAsync(cancel)).Check(file);
        // Here the register says what a file cannot: whether it still holds.
        return verdict.Finding is PaperFinding.NotSigned ? [CheckReason.BeforeSignatures] : [.. verdict.Reasons.Where(reason => reason != PaperVerdict.LaterEndUnknown)];
    }

    private async Task<PaperCheck> CheckerAsync(CancellationToken cancel) => new(TrustedKeys.Parse(await log.KeysAsync(cancel)).Value);

    private byte[] Stamped(byte[] issued, StoredCertificate certificate, EndingDeed ending)
    {
        var day = certificate.EndedOn!.Value;
        var word = ending is EndingDeed.Withdrawn ? PaperText.StampWithdrawn : PaperText.StampReplaced;
        return paper.Stamp(issued, word, PaperText.StampNote(day, certificate.Successor), new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(8)));
    }
}
