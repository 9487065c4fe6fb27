using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>Filter of the list of samples; every part may be left out.</summary>
public sealed record SampleFilter(
    SampleStatus? Status = null, int? Year = null, string? Text = null, int Page = 1, LotCode? Lot = null, SamplingBasis? Basis = null, string? Product = null,
    Verdict? Verdict = null, string? Analyte = null)
{
    /// <summary>True where the samples behind a figure are asked for.</summary>
    public bool IsOfFigure => Year is not null || Basis is not null || Product is not null || Verdict is not null || Analyte is not null;
}

/// <summary>One line of the list of samples.</summary>
public sealed record SampleRow(
    SampleCode Code, LotCode Lot, string Product, Bilingual ProductName, Bilingual Firm, DateOnly DrawnOn, SampleStatus Status, Verdict? Verdict);

/// <summary>A page of the list with how many there are in all.</summary>
/// <param name="Total">At least so many where <paramref name="IsMore"/>; exactly so many where not.</param>
public sealed record SamplePage(IReadOnlyList<SampleRow> Rows, int Total, int PageSize, bool IsMore = false);

/// <summary>One analyte of the sheet: what it is, the reading that counts, and what it means in the home market.</summary>
/// <param name="EnteredBy">Name of who entered the reading.</param>
/// <param name="Judged">The live verdict, before approval; null for an analyte outside of the panel without a reading.</param>
public sealed record SheetRow(Analyte Analyte, bool Required, EnteredReading? Reading, string? EnteredBy, ItemJudgement? Judged);

/// <summary>How an analyte was tested the last time, for an analyst who works in series.</summary>
public sealed record LastConditions(string Analyte, string? Method, decimal? Lod, decimal? Loq);

/// <summary>A sample with its sheet.</summary>
/// <param name="Frozen">The evaluation that approval froze; null before.</param>
/// <param name="Preview">The verdict as of now under the home market, for a sample that is not approved.</param>
/// <param name="Ground">What readings are judged on while they are typed; null where the home market had no profile on that day.</param>
public sealed record SampleSheet(
    Sample Sample, LotCode Lot, decimal LotMassKg, Bilingual ProductName, Bilingual Firm, string? NectarSource, Bilingual? NectarName,
    IReadOnlyList<SheetRow> Rows, JudgedMarket? Preview, JudgingGround? Ground, Evaluation? Frozen, IReadOnlyDictionary<AccountId, string> People);

/// <summary>Reads samples for the bench, for approval and for the firm.</summary>
public sealed partial class SampleQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>
    /// House rule: samples tested for one analyte are counted up to here, since nobody pages through more, and the laboratory may have tested all it
    /// ever had for it. Every other filter is counted to the end.
    /// </summary>
    public const int MostCounted = 10_000;

    public async Task<SamplePage> ListAsync(SampleFilter filter, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var samples = await FilteredAsync(db, filter, cancel);
        var counted = filter.Analyte is null ? await samples.CountAsync(cancel) : await samples.Take(MostCounted + 1).CountAsync(cancel);
        var isMore = filter.Analyte is not null && counted > MostCounted;
        var total = isMore ? MostCounted : counted;
        var rows = await (
            from sample in samples.OrderByDescending(s => s.DrawnOn).ThenByDescending(s => s.Code).Skip(Search.Skip(filter.Page, PageSize, total)).Take(PageSize)
            join lot in db.Lots on sample.LotId equals lot.Id
            join firm in db.Firms on sample.FirmId equals firm.Id
            join product in db.Products on sample.Product equals product.Code
            orderby sample.DrawnOn descending, sample.Code descending
            select new SampleRow(
                sample.Code, lot.Code, sample.Product, new Bilingual(product.NameZh, product.NameEn),
                new Bilingual(firm.NameZh, firm.NameEn), sample.DrawnOn, sample.Status, sample.Verdict)).ToListAsync(cancel);
        return new SamplePage(rows, total, PageSize, isMore);
    }

    /// <summary>
    /// The samples of a filter. Names are looked up first: firms and products are few, and a join of every sample with its names, only to
    /// compare them, is what makes a list slow. What looks like a part of a code is looked for in codes, by its first letter in one kind of them.
    /// </summary>
    private static async Task<IQueryable<Sample>> FilteredAsync(BeeTraceDb db, SampleFilter filter, CancellationToken cancel)
    {
        var samples = db.Samples.AsNoTracking();
        if (filter.Status is { } status)
            samples = samples.Where(s => s.Status == status);
        if (filter.Year is { } year)
            samples = samples.Where(s => s.DrawnOn >= new DateOnly(year, 1, 1) && s.DrawnOn <= new DateOnly(year, 12, 31));
        if (filter.Basis is { } basis)
            samples = samples.Where(s => s.Basis == basis);
        if (filter.Product is { } product)
            samples = samples.Where(s => s.Product == product);
        if (filter.Verdict is { } verdict)
            samples = samples.Where(s => s.Verdict == verdict);
        if (filter.Analyte is { } analyte)
            samples = samples.Where(s => db.Readings.Any(r =>
                r.SampleId == s.Id && r.Analyte == analyte && r.Kind != ReadingKind.Withdrawn && !db.Readings.Any(later => later.Supersedes == r.Id)));
        if (filter.Lot is { } lot)
            samples = samples.Where(s => db.Lots.Any(l => l.Id == s.LotId && l.Code == lot));
        if (filter.Text is not { Length: > 0 } text)
            return samples;

        var like = Search.Pattern(text);
        var firms = await db.Firms.Where(f => EF.Functions.ILike(f.NameZh, like, Search.Escape) || EF.Functions.ILike(f.NameEn, like, Search.Escape)).Select(f => f.Id).ToListAsync(cancel);
        var products = await db.Products.Where(p => EF.Functions.ILike(p.NameZh, like, Search.Escape) || EF.Functions.ILike(p.NameEn, like, Search.Escape)).Select(p => p.Code).ToListAsync(cancel);
        // Codes are kept in capitals; comparing without regard to case takes five times as long.
        var code = like.ToUpperInvariant();
        var lots = db.Lots.Where(l => EF.Functions.Like((string)(object)l.Code, code, Search.Escape)).Select(l => l.Id);
        return PartOfCode().Match(text.Trim()) switch
        {
            { Success: true } part when part.Groups["kind"].Value is "L" or "l" => samples.Where(s => lots.Contains(s.LotId)),
            { Success: true } part when part.Groups["kind"].Length > 0 => samples.Where(s => EF.Functions.Like((string)(object)s.Code, code, Search.Escape)),
            { Success: true } => samples.Where(s => EF.Functions.Like((string)(object)s.Code, code, Search.Escape) || firms.Contains(s.FirmId) || lots.Contains(s.LotId)),
            _ => samples.Where(s => firms.Contains(s.FirmId) || products.Contains(s.Product)),
        };
    }

    [GeneratedRegex(@"^(?<kind>[SL]?)[0-9-][0-9A-Z-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartOfCode();

    /// <summary>How many samples stand in each state, for the bench's own day.</summary>
    public async Task<IReadOnlyDictionary<SampleStatus, int>> CountByStatusAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Samples.GroupBy(s => s.Status).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancel);
    }

    /// <returns>Null for a sample that is not there or not the actor's to see.</returns>
    public async Task<SampleSheet?> FindAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var found = await (
            from s in db.Samples.AsNoTracking()
            where s.Code == code
            join lot in db.Lots on s.LotId equals lot.Id
            join firm in db.Firms on s.FirmId equals firm.Id
            join product in db.Products on s.Product equals product.Code
            select new { Sample = s, lot, firm, product }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;

        var sample = found.Sample;
        var readings = await CurrentReadings.Of(db, sample.Id).ToListAsync(cancel);
        var ground = await SampleJudge.GroundAsync(db, await SampleJudge.FactsAsync(db, sample, cancel), LimitCatalogue.HomeMarket, cancel);
        var preview = ground is null ? null : SampleJudge.Judge(ground, readings);
        var frozen = sample.Status == SampleStatus.Approved
            ? await db.Evaluations.AsNoTracking().Include(e => e.Items).Where(e => e.SampleId == sample.Id && e.Market == LimitCatalogue.HomeMarket)
                .OrderByDescending(e => e.EvaluatedAt).FirstOrDefaultAsync(cancel)
            : null;
        var people = await PeopleAsync(db, sample, readings, cancel);
        var nectar = found.lot.NectarSource is { } latin ? await db.Plants.AsNoTracking().SingleOrDefaultAsync(p => p.LatinName == latin, cancel) : null;
        var rows = await RowsAsync(db, readings, preview, people, cancel);
        return new SampleSheet(
            sample, found.lot.Code, found.lot.MassKg, found.product.Name, found.firm.Name, found.lot.NectarSource, nectar?.Name, rows, preview, ground, frozen, people);
    }

    /// <summary>What the same readings mean in the other markets that had a profile on the sampling day.</summary>
    public async Task<IReadOnlyList<JudgedMarket>> OtherMarketsAsync(SampleSheet sheet, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var facts = await SampleJudge.FactsAsync(db, sheet.Sample, cancel);
        var readings = sheet.Rows.Select(row => row.Reading).OfType<EnteredReading>().ToList();
        var judged = new List<JudgedMarket>();
        foreach (var market in (await LimitCatalogue.MarketsAsync(db, facts.SampledOn, cancel)).Where(market => market != LimitCatalogue.HomeMarket))
        {
            if (await SampleJudge.GroundAsync(db, facts, market, cancel) is { } ground)
                judged.Add(SampleJudge.Judge(ground, readings));
        }

        return judged;
    }

    /// <summary>Method, LOD and LOQ of the latest reading of each analyte in a product.</summary>
    public async Task<IReadOnlyList<LastConditions>> LastConditionsAsync(string product, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var latest = await db.Readings.AsNoTracking()
            .Where(r => (r.Method != null || r.Lod != null || r.Loq != null) && db.Samples.Any(s => s.Id == r.SampleId && s.Product == product))
            .GroupBy(r => r.Analyte)
            .Select(g => g.OrderByDescending(r => r.EnteredAt).First())
            .ToListAsync(cancel);
        return latest.ConvertAll(r => new LastConditions(r.Analyte, r.Method, r.Lod, r.Loq));
    }

    /// <summary>Every analyte that may be added to a sheet.</summary>
    public async Task<IReadOnlyList<Analyte>> AnalytesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Analytes.AsNoTracking().Where(a => a.Nature != AnalyteNature.Declared).OrderBy(a => a.Sort).ToListAsync(cancel);
    }

    private static async Task<List<SheetRow>> RowsAsync(
        BeeTraceDb db, List<EnteredReading> readings, JudgedMarket? preview, Dictionary<AccountId, string> people, CancellationToken cancel)
    {
        var required = preview?.Profile.RequiredAnalytes.Values.SelectMany(a => a).ToHashSet(StringComparer.Ordinal) ?? [];
        var codes = required.Union(readings.Select(r => r.Analyte)).ToArray();
        var analytes = await db.Analytes.AsNoTracking().Where(a => codes.Contains(a.Code)).OrderBy(a => a.Sort).ToListAsync(cancel);
        return
        [
            .. from analyte in analytes
               let reading = readings.Find(r => r.Analyte == analyte.Code)
               select new SheetRow(
                   analyte, required.Contains(analyte.Code), reading,
                   reading is null ? null : people.GetValueOrDefault(reading.EnteredBy),
                   preview?.Judgement.Items.FirstOrDefault(i => i.Analyte == analyte.Code)),
        ];
    }

    private static async Task<Dictionary<AccountId, string>> PeopleAsync(
        BeeTraceDb db, Sample sample, List<EnteredReading> readings, CancellationToken cancel)
    {
        AccountId?[] all = [sample.DrawnBy, sample.ReceivedBy, sample.SubmittedBy, sample.ApprovedBy, .. readings.Select(r => (AccountId?)r.EnteredBy)];
        return await People.NamesAsync(db, all.OfType<AccountId>(), cancel);
    }
}
