using System.Globalization;
using System.Security.Cryptography;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Core.Registry;
using BeeTrace.Pdf;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>What a certificate is about, before it has a number.</summary>
internal sealed record CertificateDraft(CertificateId Id, CertificateKind Kind, Firm Laboratory)
{
    public FirmId? Firm { get; init; }

    public LotId? Lot { get; init; }

    public SampleId? Sample { get; init; }

    public CertificateLanguage Language { get; init; }

    /// <summary>The certificate that the new one takes the place of, with why.</summary>
    public (StoredCertificate Old, CertificateId Id, EndCertificate End)? Replaces { get; init; }
}

/// <summary>
/// The one way by which every kind of paper comes about: number, frozen content, log, drawing, signature, row. All in the
/// transaction that it is given; what is not committed was never issued.
/// </summary>
public sealed partial class CertificateIssuer(CertificatePaper paper, CertificateLog log, SigningKeys keys, Timestamps timestamps, Settings settings, ShellSettings shell, ILogger<CertificateIssuer> logger)
{
    /// <summary>Issues, and adds the row to the work. Refused: a character that cannot be printed, a time-stamp service that does not answer.</summary>
    internal async Task<Outcome<Certificate>> IssueAsync(
        Work work, CertificateDraft draft, Func<CertificateContent, CertificateContent> fill, CancellationToken cancel)
    {
        var number = await NextNumberAsync(work.Db, work.Today.Year, cancel);
        var content = fill(Blank(work, draft, number.ToString()));
        var json = content.ToCanonicalJson();
        if (paper.FirstUnprintable(json) is { } rune)
            return new Refusal(CertificateRefusal.CannotPrint, null, rune.ToString(), string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));

        var sha256 = CanonicalJson.Sha256Hex(json);
        var at = work.Now;
        var ending = draft.Replaces is { } replaced ? Endings.Of(work, at, replaced.Id, replaced.Old, EndingDeed.Replaced, replaced.End, draft.Id, number) : null;
        var proof = await log.AppendAsync(work, at, ending is null ? [LogEntry.Issued(sha256)] : [LogEntry.Issued(sha256), Endings.EntryOf(ending, draft.Replaces!.Value.Old)], cancel);
        if (!proof.IsDone)
            return Outcome<Certificate>.Refused(proof.Refusals);
        var drawn = paper.Render(CertificateComposer.Compose(content, json), Attachments(content, sha256, proof.Value));
        if (!TrySign(drawn, Signing(work, content), out var pdf))
            return new Refusal(CertificateRefusal.NoTimestamp, null, settings.TimestampUrl!);

        var certificate = new Certificate
        {
            Id = draft.Id,
            Number = number,
            Kind = draft.Kind,
            FirmId = draft.Firm,
            LotId = draft.Lot,
            SampleId = draft.Sample,
            IssuedOn = work.Today,
            IssuedAt = at,
            IssuedBy = work.Actor.Account,
            Content = json,
            ContentSha256 = sha256,
            Pdf = pdf,
            PdfSha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)),
        };
        work.Db.Certificates.Add(certificate);
        if (ending is not null)
            work.Db.CertificateEndings.Add(ending);
        return certificate;
    }

    /// <summary>What would be issued now, drawn and marked as a preview: no number, no log, no signature, nothing stored.</summary>
    internal Outcome<byte[]> Preview(Work work, CertificateDraft draft, Func<CertificateContent, CertificateContent> fill)
    {
        var content = fill(Blank(work, draft, string.Create(CultureInfo.InvariantCulture, $"BT-{work.Today.Year}-····-····-·")));
        var json = content.ToCanonicalJson();
        if (paper.FirstUnprintable(json) is { } rune)
            return new Refusal(CertificateRefusal.CannotPrint, null, rune.ToString(), string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));
        return paper.Stamp(paper.Render(CertificateComposer.Compose(content, json)), PaperText.Preview, PaperText.PreviewNote, work.Now);
    }

    /// <summary>False where the time-stamp service does not answer; a paper without its stamp would be another kind of paper.</summary>
    private bool TrySign(byte[] drawn, PdfSigning signing, out byte[] pdf)
    {
        try
        {
            pdf = keys.Signer.Sign(drawn, signing, timestamps.Token);
            return true;
        }
        catch (TimestampException e)
        {
            NoAnswer(logger, e);
            pdf = [];
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The time-stamp service did not answer, so nothing was issued.")]
    private static partial void NoAnswer(ILogger log, Exception why);

    private CertificateContent Blank(Work work, CertificateDraft draft, string number) => new()
    {
        Number = number,
        Kind = draft.Kind.Code(),
        Language = draft.Language.Code(),
        IssuedOn = work.Today,
        Issuer = draft.Laboratory.Name,
        Signatory = work.Actor.Name,
        CheckAddress = $"{settings.PublicUrl}/c/{number}",
        Demo = shell.DemoNotice,
        Replaces = draft.Replaces?.Old.Number.ToString(),
    };

    private static IReadOnlyList<Attachment> Attachments(CertificateContent content, string sha256, LogProof proof) =>
    [
        new("conformity-credential.json", "application/json", ConformityCredential.Write(content, sha256), "符合性凭证 Digital conformity credential (UNTP 0.6)", AttachmentRelationship.Supplement),
        new("log-proof.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes(proof.ToText()), "公开日志的收录证明 Proof of inclusion in the public log", AttachmentRelationship.Supplement),
    ];

    private static PdfSigning Signing(Work work, CertificateContent content) => new(
        work.Now, $"{content.Issuer.Zh} {content.Issuer.En}", $"签发 Issued {content.Number}", null, content.CheckAddress);

    /// <summary>Drawn by chance: numbers do not tell how many there are, and nobody counts through them.</summary>
    private static async Task<CertificateNumber> NextNumberAsync(BeeTraceDb db, int year, CancellationToken cancel)
    {
        while (true)
        {
            var number = CertificateNumber.Create(year, RandomNumberGenerator.GetString(CheckCharacter.Alphabet, CertificateNumber.RandomLength));
            if (!await CertificateQueries.ByNumber(db, number).AnyAsync(cancel))
                return number;
        }
    }
}
