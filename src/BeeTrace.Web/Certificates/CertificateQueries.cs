using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Certificates;

/// <summary>One line of the list of certificates.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Firm">For whom; null for the whole county.</param>
/// <param name="Lot">The lot of a batch test certificate.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="Ending">How it ended; null while it is in force.</param>
/// <param name="LookUps">How often its number was looked up.</param>
/// <param name="Rush">The most look-ups of one hour in the last two days, where that is unusual.</param>
public sealed record CertificateRow(
    CertificateNumber Number, CertificateKind Kind, Bilingual? Firm, string? Lot, DateOnly IssuedOn, EndingDeed? Ending = null, long LookUps = 0, int? Rush = null);

/// <summary>A certificate as stored, without its bytes, and what has become of it.</summary>
/// <param name="Deed"><c>Withdrawn</c> or <c>Replaced</c>; null while it is in force.</param>
/// <param name="LogIndex">Where its issue stands in the log.</param>
/// <param name="EndIndex">Where its end stands in the log.</param>
/// <param name="LogSize">Entries in the log now.</param>
/// <param name="LogRoot">The root of these entries; null while it was never signed.</param>
/// <param name="LookUps">How often its number was looked up.</param>
/// <param name="WithdrawnResults">Results it rests on whose report was invalidated, as JSON; null for none, and for what has ended anyway.</param>
/// <param name="JudgedAgain">Samples it rests on that were judged to another verdict since, as JSON; null for none.</param>
public sealed record StoredCertificate(
    string Number, string Content, string ContentSha256, string PdfSha256, string? Deed, DateOnly? EndedOn, string? Reason, string? Note, string? Successor,
    long? LogIndex, long? EndIndex, long LogSize, byte[]? LogRoot, long LookUps, string? WithdrawnResults, string? JudgedAgain)
{
    public CertificateContent Read() => CertificateContent.Read(Content);

    /// <summary>Results it rests on that no longer hold, since their report was invalidated; with their re-tests.</summary>
    public IReadOnlyList<WithdrawnResult> ReadWithdrawnResults() => Listed<WithdrawnResult>(WithdrawnResults);

    /// <summary>Samples it rests on that were judged to another verdict after it was issued.</summary>
    public IReadOnlyList<JudgedAgain> ReadJudgedAgain() => Listed<JudgedAgain>(JudgedAgain);

    private static List<T> Listed<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json, Snake)!;

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Whether the stored content still has the hash that it was issued with.</summary>
    public bool IsIntact => CanonicalJson.Sha256Hex(Content) == ContentSha256;

    /// <summary>How it ended; null while it is in force.</summary>
    public EndingDeed? Ending => Deed is null ? null : Enum.Parse<EndingDeed>(Deed);

    /// <summary>Why it ended, as a clause.</summary>
    public Bilingual? Why => Reason is null ? null : Enum.Parse<EndReason>(Reason).Clause() is var clause && Note is { } note
        ? new Bilingual($"{clause.Zh}（{note}）", $"{clause.En} ({note})")
        : clause;
}

/// <summary>A result that no longer holds: the sample, the sample of its re-test and that one's verdict, null while there is none.</summary>
public sealed record WithdrawnResult(string Sample, string? ReTest, string? Verdict);

/// <summary>A sample that could be certified.</summary>
public sealed record ReadyRow(SampleCode Sample, LotCode Lot, Bilingual Product, Bilingual Firm, DateOnly ApprovedOn);

/// <summary>A sample whose verdict is no longer the one that was certified.</summary>
public sealed record JudgedAgain(string Sample, string Verdict);

/// <summary>Reads certificates: lists for those whose they are, single ones for whoever holds the number.</summary>
public sealed class CertificateQueries(Database database, PublicDesk desk)
{
    private const string View = "select * from certificates.public_view($1, $2)";

    /// <summary>House rule: what one page shows; the oldest wait until newer ones are issued.</summary>
    internal const int MostReady = 200;

    /// <summary>Certificates that the actor may see, the newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="inForce">Only those that have not ended; of a firm, only its own.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<CertificateRow>> ListAsync(Actor actor, bool inForce = false, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var rows = await (
            from c in inForce ? InForce(db, actor) : db.Certificates.AsNoTracking()
            join f in db.Firms on c.FirmId equals f.Id into firms
            from f in firms.DefaultIfEmpty()
            join l in db.Lots on c.LotId equals l.Id into lots
            from l in lots.DefaultIfEmpty()
            join e in db.CertificateEndings on c.Id equals e.CertificateId into ends
            from e in ends.DefaultIfEmpty()
            orderby c.IssuedAt descending
            select new { c.Number, c.Kind, f.NameZh, f.NameEn, Lot = l == null ? null : (Core.LotCode?)l.Code, c.IssuedOn, Ending = e == null ? null : (EndingDeed?)e.Deed }).ToListAsync(cancel);
        var looked = (await LookUpCounter.OfAsync(work, cancel)).ToDictionary(u => u.Number, StringComparer.Ordinal);
        return rows.ConvertAll(r => new CertificateRow(
            r.Number, r.Kind, r.NameZh is null ? null : new Bilingual(r.NameZh, r.NameEn), r.Lot?.ToString(), r.IssuedOn, r.Ending,
            looked.GetValueOrDefault(r.Number.ToString())?.Times ?? 0, looked.GetValueOrDefault(r.Number.ToString())?.Rush));
    }

    /// <summary>Samples that passed and have no certificate in force, the newest first; what stands against one is said when it is to be issued.</summary>
    public async Task<IReadOnlyList<ReadyRow>> ReadyAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        return await (
            from s in LotStandings.ReadySamples(db)
            join f in db.Firms on s.FirmId equals f.Id
            join l in db.Lots on s.LotId equals l.Id
            join p in db.Products on s.Product equals p.Code
            orderby s.ApprovedOn descending, s.Code descending
            select new ReadyRow(s.Code, l.Code, new Bilingual(p.NameZh, p.NameEn), new Bilingual(f.NameZh, f.NameEn), s.ApprovedOn!.Value)).Take(MostReady).ToListAsync(cancel);
    }

    /// <summary>Certificates that have not ended; of a firm, only its own.</summary>
    internal static IQueryable<Certificate> InForce(BeeTraceDb db, Actor actor)
    {
        var certificates = db.Certificates.AsNoTracking().Where(c => !db.CertificateEndings.Any(e => e.CertificateId == c.Id));
        return actor.Role is Role.Exporter ? certificates.Where(c => c.FirmId == actor.Firm) : certificates;
    }

    /// <returns>Null for a number that was never issued.</returns>
    public Task<StoredCertificate?> FindAsync(CertificateNumber number, CancellationToken cancel = default) =>
        desk.AskAsync(View, [number.ToString(), null], Read, cancel);

    /// <summary>The certificate whose issued bytes have this hash.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<StoredCertificate?> FindByPdfAsync(string sha256, CancellationToken cancel = default) => desk.AskAsync(View, [null, sha256], Read, cancel);

    /// <summary>The bytes as issued; null for a number that was never issued.</summary>
    public async Task<byte[]?> PdfAsync(CertificateNumber number, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await ByNumber(work.Db, number).Select(c => c.Pdf).SingleOrDefaultAsync(cancel);
    }

    internal static Task<StoredCertificate?> FindAsync(BeeTraceDb db, CertificateNumber number, CancellationToken cancel) =>
        db.Database.SqlQuery<StoredCertificate>($"select * from certificates.public_view({number.ToString()}, null)").SingleOrDefaultAsync(cancel);

    internal static IQueryable<Certificate> ByNumber(BeeTraceDb db, CertificateNumber number) =>
        db.Certificates.FromSql($"select * from certificates.by_number({number.ToString()})").AsNoTracking();

    private static StoredCertificate Read(NpgsqlDataReader row)
    {
        T? At<T>(int place) where T : class => row.IsDBNull(place) ? null : row.GetFieldValue<T>(place);
        return new StoredCertificate(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), At<string>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5), At<string>(6), At<string>(7),
            At<string>(8), row.IsDBNull(9) ? null : row.GetInt64(9), row.IsDBNull(10) ? null : row.GetInt64(10), row.GetInt64(11), At<byte[]>(12), row.GetInt64(13), At<string>(14), At<string>(15));
    }
}
