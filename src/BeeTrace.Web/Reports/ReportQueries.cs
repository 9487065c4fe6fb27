using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Reports;

/// <summary>Filter of the list of reports; every part may be left out.</summary>
/// <param name="Objection">Those with an objection that stands there.</param>
/// <param name="New">Those in force that were issued lately.</param>
public sealed record ReportFilter(ReportState? State = null, string? Text = null, int Page = 1, ObjectionState? Objection = null, bool New = false)
{
    /// <summary>House rule: a report is new for two weeks; a firm's time to object is shorter.</summary>
    public const int NewDays = 14;
}

/// <summary>One line of the list of reports.</summary>
public sealed record ReportRow(
    ReportNumber Number, SampleCode Sample, Bilingual Firm, Bilingual Product, Verdict? Verdict, ReportState State, DateTimeOffset PreparedAt, DateOnly? IssuedOn);

/// <summary>A page of the list with how many there are in all.</summary>
public sealed record ReportList(IReadOnlyList<ReportRow> Rows, int Total, int PageSize);

/// <summary>A report of a sample with its state.</summary>
public sealed record ReportOfSample(ReportNumber Number, ReportState State, DateOnly? IssuedOn);

/// <summary>A report as a person reads it.</summary>
/// <param name="Report">The report without its bytes.</param>
/// <param name="Hands">Whose work it is.</param>
/// <param name="Versions">All reports of the sample that the person may see, oldest first.</param>
/// <param name="People">Names by account.</param>
/// <param name="Verdict">The sample's first verdict.</param>
/// <param name="Objection">The objection to this report; null where there is none.</param>
/// <param name="ReTest">The sample of the re-test that decided it.</param>
/// <param name="JudgedAgain">The newer evaluation of the sample in the home market; null where the report tells the newest.</param>
public sealed record ReportSheet(
    Report Report, SampleCode Sample, ReportDocument Document, ReportHands Hands, IReadOnlyList<ReportOfSample> Versions, IReadOnlyDictionary<AccountId, string> People,
    Verdict? Verdict, Objection? Objection, SampleCode? ReTest, Evaluation? JudgedAgain)
{
    /// <summary>The last day to object; null for a report that gives no right to, or is not in force.</summary>
    public DateOnly? Deadline => Report is { IssuedOn: { } issued, State: ReportState.Issued } && Verdict?.IsFailed() == true
        ? ObjectionService.RegimeOf(Report)?.Deadline(issued, ObjectionService.Holidays)
        : null;
}

/// <summary>Reads reports for the laboratory, the county and the firm whose samples they are about.</summary>
public sealed class ReportQueries(Database database)
{
    public const int PageSize = 50;

    public async Task<ReportList> ListAsync(ReportFilter filter, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var query =
            from report in Filtered(db, filter, work.Today)
            join sample in db.Samples on report.SampleId equals sample.Id
            join firm in db.Firms on report.FirmId equals firm.Id
            join product in db.Products on sample.Product equals product.Code
            select new { report, sample, firm, product };
        if (filter.Text is { Length: > 0 } text)
        {
            var like = Search.Pattern(text);
            query = query.Where(x => EF.Functions.ILike((string)(object)x.report.Number, like, Search.Escape)
                || EF.Functions.ILike((string)(object)x.sample.Code, like, Search.Escape)
                || EF.Functions.ILike(x.firm.NameZh, like, Search.Escape) || EF.Functions.ILike(x.firm.NameEn, like, Search.Escape));
        }

        var total = await query.CountAsync(cancel);
        var rows = await query
            .OrderByDescending(x => x.report.PreparedAt).ThenByDescending(x => x.report.Number)
            .Skip(Search.Skip(filter.Page, PageSize, total)).Take(PageSize)
            .Select(x => new ReportRow(
                x.report.Number, x.sample.Code, new Bilingual(x.firm.NameZh, x.firm.NameEn), new Bilingual(x.product.NameZh, x.product.NameEn),
                x.sample.Verdict, x.report.State, x.report.PreparedAt, x.report.IssuedOn))
            .ToListAsync(cancel);
        return new ReportList(rows, total, PageSize);
    }

    /// <summary>The reports of a filter, but for its text; for whoever counts what the list shows.</summary>
    internal static IQueryable<Report> Filtered(BeeTraceDb db, ReportFilter filter, DateOnly today)
    {
        var reports = db.Reports.AsNoTracking();
        if (filter.State is { } state)
            reports = reports.Where(r => r.State == state);
        if (filter.Objection is { } objection)
            reports = reports.Where(r => db.Objections.Any(o => o.ReportId == r.Id && o.State == objection));
        if (filter.New)
        {
            var before = today.AddDays(-ReportFilter.NewDays);
            reports = reports.Where(r => r.State == ReportState.Issued && r.IssuedOn > before);
        }

        return reports;
    }

    /// <summary>How many reports stand in each state.</summary>
    public async Task<IReadOnlyDictionary<ReportState, int>> CountByStateAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Reports.GroupBy(r => r.State).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancel);
    }

    /// <returns>Null for a report that is not there or not the actor's to see.</returns>
    public async Task<ReportSheet?> FindAsync(ReportNumber number, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = await (
            from r in db.Reports.AsNoTracking()
            where r.Number == number
            join s in db.Samples on r.SampleId equals s.Id
            select new { Report = r, s.Code, s.Verdict }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var report = found.Report;
        var versions = await VersionsAsync(db, report.SampleId, cancel);
        var objection = await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.ReportId == report.Id, cancel);
        var reTest = objection?.ReTestId is { } id ? await db.Samples.Where(s => s.Id == id).Select(s => (SampleCode?)s.Code).SingleOrDefaultAsync(cancel) : null;
        var newest = await db.Evaluations.AsNoTracking().Where(e => e.SampleId == report.SampleId && e.Market == LimitCatalogue.HomeMarket).NewestFirst().FirstAsync(cancel);
        var people = await People.NamesAsync(
            db,
            new[] { report.PreparedBy, report.ReviewedBy, report.ApprovedBy, report.IssuedBy, objection?.FiledBy, objection?.DecidedBy, objection?.ConcludedBy }.OfType<AccountId>(),
            cancel);
        var document = ReportComposer.Compose(ReportContent.Read(report.Content), report.Content);
        return new ReportSheet(report, found.Code, document, await ReportService.HandsAsync(db, report, cancel), versions, people, found.Verdict, objection, reTest, newest.Id == report.EvaluationId ? null : newest);
    }

    /// <summary>The bytes as issued; null for a report that was not issued or is not the actor's to see.</summary>
    public async Task<byte[]?> PdfAsync(ReportNumber number, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Reports.Where(r => r.Number == number).Select(r => r.Pdf).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The reports of a sample, oldest first.</summary>
    public async Task<IReadOnlyList<ReportOfSample>> OfSampleAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var sample = await work.Db.Samples.Where(s => s.Code == code).Select(s => (SampleId?)s.Id).SingleOrDefaultAsync(cancel);
        return sample is { } id ? await VersionsAsync(work.Db, id, cancel) : [];
    }

    /// <summary>What the form of a report begins with: the sample, the firm, and the markets that can be asked for.</summary>
    /// <returns>Null for a sample that is not there or not approved.</returns>
    public async Task<ReportBeginning?> BeginAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = await (
            from s in db.Samples.AsNoTracking()
            where s.Code == code && s.Status == SampleStatus.Approved
            join f in db.Firms on s.FirmId equals f.Id
            select new { Sample = s, Firm = f }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var markets = (await LabChoices.MarketsAsync(db, found.Sample.DrawnOn, cancel)).Where(m => m.Code != LimitCatalogue.HomeMarket);
        var last = await db.Reports.AsNoTracking().Where(r => r.SampleId == found.Sample.Id && r.State == ReportState.Issued).SingleOrDefaultAsync(cancel);
        return new ReportBeginning(
            found.Sample.Code, found.Sample.Basis, found.Firm.Name, found.Firm.Address, [.. markets], last?.Number,
            last is null ? null : ReportContent.Read(last.Content));
    }

    /// <summary>Certificates that rest on a sample whose report was invalidated and not replaced.</summary>
    public async Task<IReadOnlySet<CertificateNumber>> RestingOnInvalidatedAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var samples = await (
            from r in db.Reports.AsNoTracking()
            where r.State == ReportState.Invalidated && !db.Reports.Any(other => other.SampleId == r.SampleId && other.State == ReportState.Issued)
            join s in db.Samples on r.SampleId equals s.Id
            select new { s.Id, s.Code }).Distinct().ToListAsync(cancel);
        var resting = new HashSet<CertificateNumber>();
        foreach (var sample in samples)
        {
            // A pass rate names the codes of its samples in its content.
            var quoted = $"\"{sample.Code}\"";
            resting.UnionWith(await db.Certificates.Where(c => c.SampleId == sample.Id || c.Content.Contains(quoted)).Select(c => c.Number).ToListAsync(cancel));
        }

        return resting;
    }

    private static Task<List<ReportOfSample>> VersionsAsync(BeeTraceDb db, SampleId sample, CancellationToken cancel) =>
        db.Reports.AsNoTracking().Where(r => r.SampleId == sample).OrderBy(r => r.PreparedAt).ThenBy(r => r.Number)
            .Select(r => new ReportOfSample(r.Number, r.State, r.IssuedOn)).ToListAsync(cancel);
}

/// <summary>What the form of a report begins with.</summary>
/// <param name="InForce">The report that a new one would replace; null for a first one.</param>
/// <param name="Before">What that report says.</param>
public sealed record ReportBeginning(
    SampleCode Sample, SamplingBasis Basis, Bilingual Firm, string? Address, IReadOnlyList<JudgeChoice> Markets, ReportNumber? InForce, ReportContent? Before);
