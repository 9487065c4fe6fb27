using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>The signatory certifies the pass rate of a period, of the county or of one firm.</summary>
public sealed record IssuePassRate(DateOnly From, DateOnly To, FirmId? Firm = null, SamplingBasis Basis = SamplingBasis.RandomSurveillance)
{
    /// <summary>Made by the page, so that a second click finds what the first issued.</summary>
    public CertificateId Id { get; init; } = CertificateId.New();

    public CertificateLanguage Language { get; init; }
}

/// <summary>What the authorised signatory does with certificates: issue, look before issuing, take back, replace.</summary>
public sealed class CertificateService(Database database, CertificateIssuer issuer, CertificateLog log, IOutputCacheStore pages)
{
    /// <summary>
    /// A signatory certifies one approved sample. Refused: a password given too long ago, a sample that is not approved or did not pass, a name that the paper
    /// cannot print, a lot of which another sample failed, a result whose report was invalidated. A second call for the same sample yields the certificate
    /// that is in force. Recorded: number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> IssueBatchTestAsync(
        SampleCode code, Actor actor, CertificateLanguage language = CertificateLanguage.Both, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (MaySign(work) is { } refusal)
            return refusal;
        // Two signatories at once: the second waits here and finds what the first issued.
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var batch = await BatchAsync(work, code, cancel);
        if (!batch.IsDone)
            return Outcome<CertificateNumber>.Refused(batch.Refusals);
        if (await InForceAsync(work.Db, batch.Value.Draft.Sample!.Value, cancel) is { } before)
            return before;

        return await IssueAsync(work, batch.Value.Draft with { Language = language }, batch.Value.Fill, cancel);
    }

    /// <summary>
    /// A signatory certifies a pass rate. Refused: a password given too long ago, a period that ends before it begins or has not ended, one in which nothing was
    /// judged. Recorded: number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> IssuePassRateAsync(IssuePassRate issue, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (MaySign(work) is { } refusal)
            return refusal;
        await work.OneAtATimeAsync(issue.Id.Value.ToString(), cancel);
        if (await work.Db.Certificates.Where(c => c.Id == issue.Id).Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var rate = await RateAsync(work, issue, cancel);
        return rate.IsDone
            ? await IssueAsync(work, rate.Value.Draft with { Language = issue.Language }, rate.Value.Fill, cancel)
            : Outcome<CertificateNumber>.Refused(rate.Refusals);
    }

    /// <summary>What a batch test certificate would look like now, marked as a preview; nothing is stored. Refused as its issue would be.</summary>
    public async Task<Outcome<byte[]>> PreviewBatchTestAsync(
        SampleCode code, Actor actor, CertificateLanguage language = CertificateLanguage.Both, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var batch = await BatchAsync(work, code, cancel);
        return batch.IsDone ? issuer.Preview(work, batch.Value.Draft with { Language = language }, batch.Value.Fill) : Outcome<byte[]>.Refused(batch.Refusals);
    }

    /// <summary>What a pass-rate certificate would look like now, marked as a preview; nothing is stored. Refused as its issue would be.</summary>
    public async Task<Outcome<byte[]>> PreviewPassRateAsync(IssuePassRate issue, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Signatory)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        var rate = await RateAsync(work, issue, cancel);
        return rate.IsDone ? issuer.Preview(work, rate.Value.Draft with { Language = issue.Language }, rate.Value.Fill) : Outcome<byte[]>.Refused(rate.Refusals);
    }

    /// <summary>
    /// A signatory takes a certificate back. Refused: a password given too long ago, a number that was never issued, a certificate that has ended already, a note that is too long.
    /// Recorded: the reason; the log gets its entry in the same transaction.
    /// </summary>
    public async Task<Outcome> WithdrawAsync(EndCertificate end, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await EndableAsync(work, end, cancel);
        if (!found.IsDone)
            return Outcome.Refused(found.Refusals);
        var ending = Endings.Of(work, work.Now, found.Value.Id, found.Value.Stored, EndingDeed.Withdrawn, end);
        var logged = await log.AppendAsync(work, ending.EndedAt, [Endings.EntryOf(ending, found.Value.Stored)], cancel);
        if (!logged.IsDone)
            return Outcome.Refused(logged.Refusals);
        work.Db.CertificateEndings.Add(ending);
        work.Record(DeedCode.CertificateWithdrawn, end.Number.ToString(), @new: new { ending.Reason, ending.Note, ending.StatementSha256 }, why: end.Reason.Clause().ToString());
        var committed = await work.CommitAsync(cancel);
        await pages.EvictByTagAsync(CheckPageCache.TagOf(end.Number), cancel);
        return committed;
    }

    /// <summary>
    /// A signatory issues a certificate anew from what the records say today, and the old one ends in its favour. Refused as withdrawing and issuing are; a
    /// consignment statement, which is the exporter's, is withdrawn and stated anew instead. Recorded: both numbers and the reason.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> ReplaceAsync(EndCertificate end, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var found = await EndableAsync(work, end, cancel);
        if (!found.IsDone)
            return Outcome<CertificateNumber>.Refused(found.Refusals);
        var prepared = await AnewAsync(work, found.Value.Stored.Read(), cancel);
        if (!prepared.IsDone)
            return Outcome<CertificateNumber>.Refused(prepared.Refusals);

        var draft = prepared.Value.Draft with { Replaces = (found.Value.Stored, found.Value.Id, end), Language = found.Value.Stored.Read().PrintedIn };
        work.Record(DeedCode.CertificateReplaced, end.Number.ToString(), @new: new { end.Reason, end.Note }, why: end.Reason.Clause().ToString());
        var issued = await IssueAsync(work, draft, prepared.Value.Fill, cancel);
        await pages.EvictByTagAsync(CheckPageCache.TagOf(end.Number), cancel);
        return issued;
    }

    private async Task<Outcome<CertificateNumber>> IssueAsync(
        Work work, CertificateDraft draft, Func<CertificateContent, CertificateContent> fill, CancellationToken cancel)
    {
        var issued = await issuer.IssueAsync(work, draft, fill, cancel);
        if (!issued.IsDone)
            return Outcome<CertificateNumber>.Refused(issued.Refusals);
        var certificate = issued.Value;
        work.Record(DeedCode.CertificateIssued, certificate.Number.ToString(), @new: new { kind = certificate.Kind.Code(), certificate.ContentSha256, certificate.PdfSha256 });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? certificate.Number : Outcome<CertificateNumber>.Refused(committed.Refusals);
    }

    /// <summary>Signing is for the authorised signatory, who has just said who they are.</summary>
    internal static Refusal? MaySign(Work work, Role role = Role.Signatory) => work.Actor switch
    {
        var other when other.Role != role => new Refusal(AccessRefusal.NotYourRole, null, other.Role.Code()),
        var signatory when !signatory.IsFresh(work.Now) => new Refusal(AccessRefusal.SignInNotFresh, null, (int)Actor.Fresh.TotalMinutes),
        _ => null,
    };

    private static async Task<Outcome<Prepared>> BatchAsync(Work work, SampleCode code, CancellationToken cancel)
    {
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
        if (await LaboratoryAsync(db, cancel) is not { } laboratory)
            return new Refusal(CertificateRefusal.NoLaboratory);
        var facts = await CertificateFacts.OfBatchAsync(db, sample, cancel);
        return new Prepared(
            new CertificateDraft(CertificateId.New(), CertificateKind.BatchTest, laboratory) { Firm = sample.FirmId, Lot = sample.LotId, Sample = sample.Id },
            content => content with { BatchTest = facts });
    }

    private static async Task<Outcome<Prepared>> RateAsync(Work work, IssuePassRate issue, CancellationToken cancel)
    {
        if (issue.To < issue.From)
            return new Refusal(CertificateRefusal.PeriodBackwards, nameof(issue.To), issue.From, issue.To);
        if (issue.To >= work.Today)
            return new Refusal(CertificateRefusal.PeriodNotOver, nameof(issue.To), work.Today.AddDays(-1));
        if (await LaboratoryAsync(work.Db, cancel) is not { } laboratory)
            return new Refusal(CertificateRefusal.NoLaboratory);
        var facts = await CertificateFacts.OfPassRateAsync(work.Db, issue, laboratory.County, work.Now, cancel);
        if (facts.Judged == 0)
            return new Refusal(CertificateRefusal.NothingJudged, nameof(issue.From), issue.From, issue.To);
        return new Prepared(
            new CertificateDraft(issue.Id, CertificateKind.PassRate, laboratory) { Firm = issue.Firm }, content => content with { PassRate = facts });
    }

    /// <summary>The same kind about the same thing, from today's records.</summary>
    private static async Task<Outcome<Prepared>> AnewAsync(Work work, CertificateContent old, CancellationToken cancel)
    {
        if (old.BatchTest is { } batch)
            return await BatchAsync(work, SampleCode.Parse(batch.Sample).Value, cancel);
        if (old.PassRate is not { } rate)
            return new Refusal(CertificateRefusal.NotReplaceable);
        FirmId? firm = rate.Firm is { } named ? await work.Db.Firms.Where(f => f.CreditCode == named.Code).Select(f => f.Id).SingleAsync(cancel) : null;
        return await RateAsync(work, new IssuePassRate(rate.From, rate.To, firm, Enum.Parse<SamplingBasis>(rate.Basis)), cancel);
    }

    private static async Task<Outcome<(CertificateId Id, StoredCertificate Stored)>> EndableAsync(Work work, EndCertificate end, CancellationToken cancel)
    {
        if (MaySign(work) is { } refusal)
            return refusal;
        if (end.Note is { Length: > CertificateEnding.LongestNote })
            return new Refusal(CertificateRefusal.NoteTooLong, nameof(end.Note), CertificateEnding.LongestNote);
        await work.OneAtATimeAsync(end.Number.ToString(), cancel);
        var id = await work.Db.Certificates.Where(c => c.Number == end.Number).Select(c => (CertificateId?)c.Id).SingleOrDefaultAsync(cancel);
        if (id is null || await CertificateQueries.FindAsync(work.Db, end.Number, cancel) is not { } stored)
            return new Refusal(CertificateRefusal.CertificateUnknown, null, end.Number.ToString());
        return stored.Ending is null ? (id.Value, stored) : new Refusal(CertificateRefusal.AlreadyEnded, null, end.Number.ToString());
    }

    private static Task<CertificateNumber?> InForceAsync(BeeTraceDb db, SampleId sample, CancellationToken cancel) => db.Certificates
        .Where(c => c.SampleId == sample && c.Kind == CertificateKind.BatchTest && !db.CertificateEndings.Any(e => e.CertificateId == c.Id))
        .Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel);

    /// <summary>Who issues: the county's laboratory.</summary>
    internal static Task<Firm?> LaboratoryAsync(BeeTraceDb db, CancellationToken cancel) =>
        db.Firms.AsNoTracking().Where(f => f.Kind == FirmKind.Laboratory).OrderBy(f => f.CreditCode).FirstOrDefaultAsync(cancel);

    /// <summary>Everything that is known before the number: what is drawn, and how its content is filled.</summary>
    private sealed record Prepared(CertificateDraft Draft, Func<CertificateContent, CertificateContent> Fill);
}
