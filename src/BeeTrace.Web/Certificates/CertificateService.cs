using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>The signatory certifies the pass rate of a period, of the county or of one firm.</summary>
public sealed record IssuePassRate(DateOnly From, DateOnly To, FirmId? Firm = null, SamplingBasis Basis = SamplingBasis.RandomSurveillance)
{
    /// <summary>Made by the page, so that a second click finds what the first issued.</summary>
    public CertificateId Id { get; init; } = CertificateId.New();
}

/// <summary>Issues certificates: content frozen, hashed, drawn once, stored as bytes.</summary>
public sealed class CertificateService(Database database, CertificatePaper paper, Settings settings, ShellSettings shell)
{
    /// <summary>
    /// A signatory certifies one approved sample. Refused: a sample that is not approved or did not pass, a name that the paper
    /// cannot print, a lot of which another sample failed, a result whose report was invalidated. A second call for the same sample yields the certificate that exists. Recorded: number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> IssueBatchTestAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var sample = await db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel);
        if (sample is null)
            return new Refusal(LabRefusal.SampleUnknown, nameof(code), code.ToString());
        if (sample.Verdict is not Verdict.Pass)
            return new Refusal(CertificateRefusal.SampleNotPassed, nameof(code), code.ToString());
        if (await db.Samples.AnyAsync(s => s.LotId == sample.LotId && s.Verdict == Verdict.Fail, cancel))
            return new Refusal(CertificateRefusal.LotFailed, nameof(code), code.ToString());
        if (await db.Database.SqlQuery<bool>($"""select lab.is_withdrawn({sample.Id.Value}) as "Value" """).SingleAsync(cancel))
            return new Refusal(CertificateRefusal.ResultWithdrawn, nameof(code), code.ToString());
        // Two signatories at once: the second waits here and finds what the first issued.
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var issued = await db.Certificates.Where(c => c.SampleId == sample.Id && c.Kind == CertificateKind.BatchTest)
            .Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel);
        if (issued is { } before)
            return before;

        if (await LaboratoryAsync(db, cancel) is not { } laboratory)
            return new Refusal(CertificateRefusal.NoLaboratory);

        var facts = await CertificateFacts.OfBatchAsync(db, sample, cancel);
        var draft = new Draft(CertificateId.New(), CertificateKind.BatchTest, laboratory, sample.FirmId, sample.LotId, sample.Id);
        return await IssueAsync(work, draft, content => content with { BatchTest = facts }, cancel);
    }

    /// <summary>
    /// A signatory certifies a pass rate. Refused: a period that ends before it begins or has not ended, one in which nothing was
    /// judged. Recorded: number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> IssuePassRateAsync(IssuePassRate issue, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (issue.To < issue.From)
            return new Refusal(CertificateRefusal.PeriodBackwards, nameof(issue.To), issue.From, issue.To);

        await using var work = await database.OpenAsync(actor, cancel);
        if (issue.To >= work.Today)
            return new Refusal(CertificateRefusal.PeriodNotOver, nameof(issue.To), work.Today.AddDays(-1));
        await work.OneAtATimeAsync(issue.Id.Value.ToString(), cancel);
        if (await work.Db.Certificates.Where(c => c.Id == issue.Id).Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        if (await LaboratoryAsync(work.Db, cancel) is not { } laboratory)
            return new Refusal(CertificateRefusal.NoLaboratory);

        var facts = await CertificateFacts.OfPassRateAsync(work.Db, issue, laboratory.County, work.Now, cancel);
        if (facts.Judged == 0)
            return new Refusal(CertificateRefusal.NothingJudged, nameof(issue.From), issue.From, issue.To);

        var draft = new Draft(issue.Id, CertificateKind.PassRate, laboratory, issue.Firm, null, null);
        return await IssueAsync(work, draft, content => content with { PassRate = facts }, cancel);
    }

    private async Task<Outcome<CertificateNumber>> IssueAsync(
        Work work, Draft draft, Func<CertificateContent, CertificateContent> fill, CancellationToken cancel)
    {
        var db = work.Db;
        var number = await NextNumberAsync(db, work.Today.Year, cancel);
        var content = fill(new CertificateContent
        {
            Number = number.ToString(),
            Kind = draft.Kind.Code(),
            IssuedOn = work.Today,
            Issuer = draft.Laboratory.Name,
            Signatory = work.Actor.Name,
            CheckAddress = $"{settings.PublicUrl}/c/{number}",
            Demo = shell.DemoNotice,
        });
        var json = content.ToCanonicalJson();
        if (paper.FirstUnprintable(json) is { } rune)
            return new Refusal(CertificateRefusal.CannotPrint, null, rune.ToString(), string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));

        var pdf = paper.Render(CertificateComposer.Compose(content, json));
        var certificate = new Certificate
        {
            Id = draft.Id,
            Number = number,
            Kind = draft.Kind,
            FirmId = draft.Firm,
            LotId = draft.Lot,
            SampleId = draft.Sample,
            IssuedOn = work.Today,
            IssuedAt = work.Now,
            IssuedBy = work.Actor.Account,
            Content = json,
            ContentSha256 = CanonicalJson.Sha256Hex(json),
            Pdf = pdf,
            PdfSha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)),
        };
        db.Certificates.Add(certificate);
        work.Record(DeedCode.CertificateIssued, number.ToString(), @new: new { kind = draft.Kind.Code(), certificate.ContentSha256, certificate.PdfSha256 });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? number : Outcome<CertificateNumber>.Refused(committed.Refusals);
    }

    /// <summary>Four characters by chance: numbers do not tell how many there are. They are no secret; a million can be tried.</summary>
    private static async Task<CertificateNumber> NextNumberAsync(BeeTraceDb db, int year, CancellationToken cancel)
    {
        while (true)
        {
            var number = CertificateNumber.Create(year, RandomNumberGenerator.GetString(CheckCharacter.Alphabet, CertificateNumber.RandomLength));
            if (!await CertificateQueries.ByNumber(db, number).AnyAsync(cancel))
                return number;
        }
    }

    /// <summary>Who issues: the county's laboratory.</summary>
    private static Task<Firm?> LaboratoryAsync(BeeTraceDb db, CancellationToken cancel) =>
        db.Firms.AsNoTracking().Where(f => f.Kind == FirmKind.Laboratory).OrderBy(f => f.CreditCode).FirstOrDefaultAsync(cancel);

    /// <summary>What a certificate is about, before it has a number.</summary>
    private sealed record Draft(CertificateId Id, CertificateKind Kind, Firm Laboratory, FirmId? Firm, LotId? Lot, SampleId? Sample);
}
