using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>One line of the list of certificates.</summary>
public sealed record CertificateRow(CertificateNumber Number, CertificateKind Kind, Bilingual? Firm, string? Lot, DateOnly IssuedOn);

/// <summary>A certificate as stored, without its bytes.</summary>
public sealed record StoredCertificate(CertificateNumber Number, string Content, string ContentSha256, string PdfSha256)
{
    public CertificateContent Read() => CertificateContent.Read(Content);

    /// <summary>Whether the stored content still has the hash that it was issued with.</summary>
    public bool IsIntact => CanonicalJson.Sha256Hex(Content) == ContentSha256;
}

/// <summary>A result that no longer holds: the sample, the sample of its re-test and that one's verdict, null while there is none.</summary>
public sealed record WithdrawnResult(string Sample, string? ReTest, string? Verdict);

/// <summary>Reads certificates: lists for those whose they are, single ones for whoever holds the number.</summary>
public sealed class CertificateQueries(Database database)
{
    public async Task<IReadOnlyList<CertificateRow>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var rows = await (
            from c in db.Certificates.AsNoTracking()
            join f in db.Firms on c.FirmId equals f.Id into firms
            from f in firms.DefaultIfEmpty()
            join l in db.Lots on c.LotId equals l.Id into lots
            from l in lots.DefaultIfEmpty()
            orderby c.IssuedAt descending
            select new { c.Number, c.Kind, f.NameZh, f.NameEn, Lot = l == null ? null : (Core.LotCode?)l.Code, c.IssuedOn }).ToListAsync(cancel);
        return rows.ConvertAll(r => new CertificateRow(
            r.Number, r.Kind, r.NameZh is null ? null : new Bilingual(r.NameZh, r.NameEn), r.Lot?.ToString(), r.IssuedOn));
    }

    /// <returns>Null for a number that was never issued.</returns>
    public async Task<StoredCertificate?> FindAsync(CertificateNumber number, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await Stored(ByNumber(work.Db, number)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The certificate whose issued bytes have this hash.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    public async Task<StoredCertificate?> FindByPdfAsync(string sha256, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await Stored(work.Db.Certificates.FromSql($"select * from certificates.by_pdf({sha256})").AsNoTracking()).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The bytes as issued; null for a number that was never issued.</summary>
    public async Task<byte[]?> PdfAsync(CertificateNumber number, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await ByNumber(work.Db, number).Select(c => c.Pdf).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Results that a certificate rests on and that no longer hold, since their report was invalidated; with their re-tests.</summary>
    public async Task<IReadOnlyList<WithdrawnResult>> WithdrawnResultsAsync(CertificateNumber number, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await work.Db.Database.SqlQuery<WithdrawnResult>($"select * from certificates.withdrawn_results({number.ToString()})").ToListAsync(cancel);
    }

    internal static IQueryable<Certificate> ByNumber(BeeTraceDb db, CertificateNumber number) =>
        db.Certificates.FromSql($"select * from certificates.by_number({number.ToString()})").AsNoTracking();

    private static IQueryable<StoredCertificate> Stored(IQueryable<Certificate> certificates) =>
        certificates.Select(c => new StoredCertificate(c.Number, c.Content, c.ContentSha256, c.PdfSha256));
}
