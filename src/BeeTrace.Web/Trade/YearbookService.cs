using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>The county publishes its year.</summary>
/// <param name="Why">What a further edition corrects; asked for where the year has an edition already.</param>
public sealed record PublishYearbook(int Year, string? Why)
{
    /// <summary>Made by the page, so that a second click finds what the first published.</summary>
    public CertificateId Id { get; init; } = CertificateId.New();
}

/// <summary>An edition in the list.</summary>
public sealed record EditionRow(int Year, int Edition, CertificateNumber Number, DateOnly PublishedOn, string? Why, bool IsInForce);

/// <summary>Publishes the county's yearbook as a certificate of its own kind: numbered, hashed, signed, in the public log.</summary>
public sealed class YearbookService(Database database, YearbookComposer composer, CertificateIssuer issuer, IOutputCacheStore pages)
{
    /// <summary>
    /// A county officer publishes the figures of a year as they stand. Refused: a password given too long ago, a year that is not over, no county or laboratory on the register,
    /// a further edition without saying what it corrects. The edition before is replaced and named. Recorded: year, edition, number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> PublishAsync(PublishYearbook publish, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (CertificateService.MaySign(work, Role.County) is { } refusal)
            return refusal;
        if (publish.Year >= work.Today.Year)
            return new Refusal(CertificateRefusal.PeriodNotOver, nameof(publish.Year), new DateOnly(publish.Year, 12, 31));
        await work.OneAtATimeAsync($"yearbook {publish.Year}", cancel);
        if (await db.Certificates.Where(c => c.Id == publish.Id).Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        var old = await db.YearbookEditions.AsNoTracking().Where(e => e.Year == publish.Year).OrderByDescending(e => e.Edition).FirstOrDefaultAsync(cancel);
        if (old is not null && ConsignmentService.Why(publish.Why) is { } noReason)
            return noReason;
        if (await CertificateService.LaboratoryAsync(db, cancel) is not { } laboratory || await db.Counties.AsNoTracking().OrderBy(c => c.Code).FirstOrDefaultAsync(cancel) is not { } county)
            return new Refusal(CertificateRefusal.NoLaboratory);

        var content = new YearbookContent
        {
            County = new NamedCode(county.Code, county.Name), Year = publish.Year, Edition = (old?.Edition ?? 0) + 1, Why = old is null ? null : publish.Why!.Trim(), AsOf = work.Now,
            Sections = await composer.ComposeAsync(publish.Year, actor, cancel),
        };
        var draft = new CertificateDraft(publish.Id, CertificateKind.Yearbook, laboratory);
        CertificateNumber? oldNumber = null;
        if (old is not null)
        {
            oldNumber = await db.Certificates.Where(c => c.Id == old.CertificateId).Select(c => c.Number).SingleAsync(cancel);
            var stored = await CertificateQueries.FindAsync(db, oldNumber.Value, cancel) ?? throw new InvalidOperationException("An edition has its certificate.");
            draft = draft with { Replaces = (stored, old.CertificateId, new EndCertificate(oldNumber.Value, EndReason.CountedAgain, publish.Why!.Trim())) };
        }

        var issued = await issuer.IssueAsync(work, draft, c => c with { Yearbook = content, Issuer = county.Name }, cancel);
        if (!issued.IsDone)
            return Outcome<CertificateNumber>.Refused(issued.Refusals);
        db.YearbookEditions.Add(new YearbookEdition
        {
            Id = YearbookEditionId.New(), Year = publish.Year, Edition = content.Edition, CertificateId = publish.Id, PublishedBy = actor.Account, PublishedAt = work.Now, Why = content.Why,
        });
        if (oldNumber is { } replaced)
            work.Record(DeedCode.CertificateReplaced, replaced.ToString(), @new: new { by = issued.Value.Number.ToString() }, why: content.Why);
        work.Record(
            DeedCode.YearbookPublished, issued.Value.Number.ToString(), @new: new { publish.Year, content.Edition, issued.Value.ContentSha256, issued.Value.PdfSha256 }, why: content.Why);
        var committed = await work.CommitAsync(cancel);
        if (committed.IsDone && oldNumber is { } gone)
            await pages.EvictByTagAsync(CheckPageCache.TagOf(gone), cancel);
        return committed.IsDone ? issued.Value.Number : Outcome<CertificateNumber>.Refused(committed.Refusals);
    }

    /// <summary>What would be published now. For the county alone: nothing of it is frozen yet.</summary>
    public async Task<IReadOnlyList<YearbookSection>> PreviewAsync(int year, Actor actor, CancellationToken cancel = default) =>
        actor.Role is Role.County or Role.Auditor or Role.Admin ? await composer.ComposeAsync(year, actor, cancel) : [];

    /// <summary>Every edition, the newest year and edition first.</summary>
    public async Task<IReadOnlyList<EditionRow>> EditionsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<EditionRead>($"select year, edition, number, published_at, why, is_in_force from trade.yearbooks()").ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Year).ThenByDescending(r => r.Edition)
            .Select(r => new EditionRow(r.Year, r.Edition, CertificateNumber.Parse(r.Number).Value, ChinaTime.DayOf(r.PublishedAt), r.Why, r.IsInForce))];
    }

    /// <summary>The content of a published edition; null where there is none of that year.</summary>
    public async Task<YearbookContent?> FindAsync(CertificateNumber number, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return (await CertificateQueries.FindAsync(work.Db, number, cancel))?.Read().Yearbook;
    }

    private sealed record EditionRead(int Year, int Edition, string Number, DateTimeOffset PublishedAt, string? Why, bool IsInForce);
}
