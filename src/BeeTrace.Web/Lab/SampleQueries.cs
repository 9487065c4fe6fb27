using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>Filter of the list of samples; every part may be left out.</summary>
/// <param name="Mine">Those that wait for the reader: drawn by a sampler; for everybody else, assigned to the reader or to nobody.</param>
public sealed record SampleFilter(
    SampleStatus? Status = null, int? Year = null, string? Text = null, int Page = 1, LotCode? Lot = null, SamplingBasis? Basis = null, string? Product = null,
    Verdict? Verdict = null, string? Analyte = null, bool Late = false, bool Mine = false)
{
    /// <summary>True where the samples behind a figure are asked for.</summary>
    public bool IsOfFigure => Year is not null || Basis is not null || Product is not null || Verdict is not null || Analyte is not null;
}

/// <summary>One line of the list of samples.</summary>
/// <param name="Mark">The number that the reader knows it by: its blind number where the reader tests it.</param>
/// <param name="Lot">Null where it is hidden from the reader.</param>
/// <param name="Firm">Null where it is hidden from the reader.</param>
/// <param name="Verdict">The one that counts: of an objection or a re-test where there is one.</param>
/// <param name="DueOn">The last day of the promised turnaround; null without a promise.</param>
/// <param name="DaysLate">How many days it is, or was, over its time.</param>
public sealed record SampleRow(
    string Mark, LotCode? Lot, string Product, Bilingual ProductName, Bilingual? Firm, DateOnly DrawnOn, SampleStatus Status, Verdict? Verdict, DateOnly? DueOn, int DaysLate);

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
/// <param name="Evaluations">All of them, the newest first; none before approval.</param>
/// <param name="Preview">The verdict as of now under the home market, for a sample that is not approved.</param>
/// <param name="Mark">The number that the reader knows it by.</param>
/// <param name="Lot">Null where it is hidden from the reader.</param>
/// <param name="Firm">Null where it is hidden from the reader.</param>
/// <param name="DueOn">The last day of the promised turnaround; null without a promise.</param>
/// <param name="DaysLate">How many days it is, or was, over its time.</param>
/// <param name="PastHolding">Analytes whose reading was entered after the method's holding time.</param>
/// <param name="Ground">What readings are judged on while they are typed; null where the home market had no profile on that day.</param>
public sealed record SampleSheet(
    Sample Sample, string Mark, LotCode? Lot, decimal LotMassKg, Bilingual ProductName, Bilingual? Firm, DateOnly? DueOn, int DaysLate,
    IReadOnlySet<string> PastHolding, string? NectarSource, Bilingual? NectarName, IReadOnlyList<SheetRow> Rows, JudgedMarket? Preview, JudgingGround? Ground,
    IReadOnlyList<Evaluation> Evaluations, IReadOnlyDictionary<AccountId, string> People)
{
    /// <summary>The evaluation that the verdict follows, the newest of the home market; null before approval.</summary>
    public Evaluation? Frozen => Evaluations.FirstOrDefault(evaluation => evaluation.Market == LimitCatalogue.HomeMarket);
}

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
        var finals = await FinalVerdictsAsync(db, cancel);
        var promises = await Promises.ReadAsync(db, cancel);
        var samples = await FilteredAsync(db, filter, finals, promises, actor, work.Today, cancel);
        var counted = filter.Analyte is null ? await samples.CountAsync(cancel) : await samples.Take(MostCounted + 1).CountAsync(cancel);
        var isMore = filter.Analyte is not null && counted > MostCounted;
        var total = isMore ? MostCounted : counted;
        var rows = await (
            from sample in samples.OrderByDescending(s => s.DrawnOn).ThenByDescending(s => s.Code).Skip(Search.Skip(filter.Page, PageSize, total)).Take(PageSize)
            join lot in db.Lots on sample.LotId equals lot.Id
            join firm in db.Firms on sample.FirmId equals firm.Id
            join product in db.Products on sample.Product equals product.Code
            orderby sample.DrawnOn descending, sample.Code descending
            select new { sample, Lot = lot.Code, Product = new Bilingual(product.NameZh, product.NameEn), Firm = new Bilingual(firm.NameZh, firm.NameEn) }).ToListAsync(cancel);
        return new SamplePage(rows.ConvertAll(row => Row(row.sample, finals.TryGetValue(row.sample.Id, out var final) ? final : row.sample.Verdict, row.Lot, row.Product, row.Firm, promises, actor, work.Today)), total, PageSize, isMore);
    }

    /// <summary>The verdicts that count in the place of a first one.</summary>
    private static async Task<Dictionary<SampleId, Verdict>> FinalVerdictsAsync(BeeTraceDb db, CancellationToken cancel) =>
        (await db.Database.SqlQuery<FinalVerdict>($"select sample_id, verdict from lab.final_verdicts()").ToListAsync(cancel))
            .ToDictionary(final => new SampleId(final.SampleId), final => Enum.Parse<Verdict>(final.Verdict));

    private sealed record FinalVerdict(Guid SampleId, string Verdict);

    private static SampleRow Row(Sample sample, Verdict? verdict, LotCode lot, Bilingual product, Bilingual firm, Promises promises, Actor actor, DateOnly today)
    {
        var isBlind = IsBlind(sample, actor);
        var due = promises.DueOn(sample);
        return new SampleRow(
            isBlind ? sample.BlindCode!.Value.ToString() : sample.Code.ToString(), isBlind ? null : lot, sample.Product, product, isBlind ? null : firm,
            sample.DrawnOn, sample.Status, verdict, due, Turnaround.DaysLate(due, EndedOn(sample), today));
    }

    /// <summary>A sample that has no blind number yet hides nothing: it is not at the bench, or was there before there were such numbers.</summary>
    internal static bool IsBlind(Sample sample, Actor actor) => sample.BlindCode is not null && Blind.Hides(actor.Role, sample.Status);

    /// <summary>House rule: a sample that was rejected or cancelled was never late.</summary>
    private static DateOnly? EndedOn(Sample sample) => sample.Status is SampleStatus.Rejected or SampleStatus.Cancelled ? sample.ReceivedOn ?? sample.DrawnOn : sample.ApprovedOn;

    /// <summary>The samples of a filter, for whoever counts what the list shows.</summary>
    internal static async Task<IQueryable<Sample>> FilteredAsync(Work work, SampleFilter filter, CancellationToken cancel) => await FilteredAsync(
        work.Db, filter,
        filter.Verdict is null ? new Dictionary<SampleId, Verdict>() : await FinalVerdictsAsync(work.Db, cancel),
        filter.Late ? await Promises.ReadAsync(work.Db, cancel) : Promises.None,
        work.Actor, work.Today, cancel);

    /// <summary>
    /// The samples of a filter. Names are looked up first: firms and products are few, and a join of every sample with its names, only to
    /// compare them, is what makes a list slow. What looks like a part of a code is looked for in codes, by its first letter in one kind of them.
    /// </summary>
    private static async Task<IQueryable<Sample>> FilteredAsync(BeeTraceDb db, SampleFilter filter, IReadOnlyDictionary<SampleId, Verdict> finals, Promises promises, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var samples = db.Samples.AsNoTracking();
        if (actor.Role is Role.Analyst)
            samples = samples.Where(s => s.Status != SampleStatus.Drawn && s.Status != SampleStatus.InTransit);
        if (filter.Status is { } status)
            samples = samples.Where(s => s.Status == status);
        if (filter.Year is { } year)
            samples = samples.Where(s => s.DrawnOn >= new DateOnly(year, 1, 1) && s.DrawnOn <= new DateOnly(year, 12, 31));
        if (filter.Basis is { } basis)
            samples = samples.Where(s => s.Basis == basis);
        if (filter.Product is { } product)
            samples = samples.Where(s => s.Product == product);
        if (filter.Verdict is { } verdict)
        {
            // By the verdict that counts, as the figures count it: an objection or a re-test may have put another in the place of the first.
            var overturned = finals.Keys.ToList();
            var so = finals.Where(final => final.Value == verdict).Select(final => final.Key).ToList();
            samples = samples.Where(s => s.Verdict == verdict && !overturned.Contains(s.Id) || so.Contains(s.Id));
        }

        if (filter.Analyte is { } analyte)
            samples = samples.Where(s => db.Readings.Any(r =>
                r.SampleId == s.Id && r.Analyte == analyte && r.Kind != ReadingKind.Withdrawn && !db.Readings.Any(later => later.Supersedes == r.Id)));
        if (filter.Lot is { } lot)
            samples = samples.Where(s => db.Lots.Any(l => l.Id == s.LotId && l.Code == lot));
        if (filter.Mine)
        {
            var me = actor.Account;
            samples = actor.Role is Role.Sampler ? samples.Where(s => s.DrawnBy == me) : samples.Where(s => s.AssignedTo == null || s.AssignedTo == me);
        }

        if (filter.Late)
            samples = promises.Late(samples, today);
        if (filter.Text is not { Length: > 0 } text)
            return samples;

        // Who tests a sample finds it by its blind number; a search by firm, lot or sample number would tell whose it is.
        if (Blind.IsFoundBy(actor.Role) && BlindCode.TryParse(text, out var blind))
            return samples.Where(s => s.BlindCode == blind);
        if (actor.Role is Role.Analyst)
            samples = samples.Where(s => s.BlindCode == null || s.Status == SampleStatus.Approved || s.Status == SampleStatus.Rejected || s.Status == SampleStatus.Cancelled);

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
        var counts = await work.Db.Samples.GroupBy(s => s.Status).Select(g => new { g.Key, N = g.Count() }).ToListAsync(cancel);
        return counts.Where(count => !Blind.Withholds(actor.Role, count.Key)).ToDictionary(count => count.Key, count => count.N);
    }

    /// <summary>A sample by the number that the reader knows it by.</summary>
    /// <param name="mark">Its number or its blind number. Who tests it finds it by the blind number alone.</param>
    /// <returns>Null for a sample that is not there or not the actor's to see.</returns>
    public async Task<SampleSheet?> FindAsync(string mark, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await ResolveAsync(work.Db, mark, actor, cancel) is { } code ? await FindAsync(work, code, cancel) : null;
    }

    /// <summary>A sample by its own number, which nobody who tests it may use: pages ask by the number that their reader knows.</summary>
    /// <returns>Null for a sample that is not there or not the actor's to see.</returns>
    internal async Task<SampleSheet?> FindAsync(SampleCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await FindAsync(work, code, cancel);
    }

    /// <summary>The sample behind a number that the reader may know it by; null where there is none.</summary>
    public async Task<SampleCode?> ResolveAsync(string? mark, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await ResolveAsync(work.Db, mark, actor, cancel);
    }

    private static async Task<SampleCode?> ResolveAsync(BeeTraceDb db, string? mark, Actor actor, CancellationToken cancel)
    {
        if (Blind.IsFoundBy(actor.Role) && BlindCode.TryParse(mark, out var blind))
            return await db.Samples.Where(s => s.BlindCode == blind).Select(s => (SampleCode?)s.Code).SingleOrDefaultAsync(cancel);
        if (!SampleCode.TryParse(mark, out var code))
            return null;
        if (actor.Role is not Role.Analyst)
            return code;
        var sample = await db.Samples.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel);
        return sample is null || IsBlind(sample, actor) || Blind.Withholds(actor.Role, sample.Status) ? null : code;
    }

    /// <summary>The samples behind numbers that the reader may know them by; those without one are left out.</summary>
    internal static async Task<Dictionary<string, SampleCode>> ResolveAsync(Work work, IEnumerable<string> marks, CancellationToken cancel)
    {
        var blind = new HashSet<BlindCode>();
        var plain = new HashSet<SampleCode>();
        foreach (var mark in marks.Distinct(StringComparer.Ordinal))
        {
            if (BlindCode.TryParse(mark, out var number))
                blind.Add(number);
            else if (SampleCode.TryParse(mark, out var code))
                plain.Add(code);
        }

        var samples = await work.Db.Samples.AsNoTracking().Where(s => plain.Contains(s.Code) || s.BlindCode != null && blind.Contains(s.BlindCode.Value)).ToListAsync(cancel);
        var found = samples.Where(s => plain.Contains(s.Code) && !IsBlind(s, work.Actor)).ToDictionary(s => s.Code.ToString(), s => s.Code, StringComparer.Ordinal);
        foreach (var sample in samples.Where(s => s.BlindCode is { } number && blind.Contains(number)))
            found[sample.BlindCode!.Value.ToString()] = sample.Code;
        return found;
    }

    private static async Task<SampleSheet?> FindAsync(Work work, SampleCode code, CancellationToken cancel)
    {
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
        var evaluations = sample.Status == SampleStatus.Approved
            ? await db.Evaluations.AsNoTracking().Include(e => e.Items).Where(e => e.SampleId == sample.Id).NewestFirst().ToListAsync(cancel)
            : [];
        var people = await PeopleAsync(db, sample, readings, evaluations, cancel);
        var nectar = found.lot.NectarSource is { } latin ? await db.Plants.AsNoTracking().SingleOrDefaultAsync(p => p.LatinName == latin, cancel) : null;
        var rows = await RowsAsync(db, readings, preview, people, cancel);
        var isBlind = IsBlind(sample, work.Actor);
        var due = (await Promises.ReadAsync(db, cancel)).DueOn(sample);
        return new SampleSheet(
            sample, isBlind ? sample.BlindCode!.Value.ToString() : sample.Code.ToString(), isBlind ? null : found.lot.Code, found.lot.MassKg, found.product.Name,
            isBlind ? null : found.firm.Name, due, Turnaround.DaysLate(due, EndedOn(sample), work.Today), await PastHoldingAsync(db, sample, readings, cancel),
            found.lot.NectarSource, nectar?.Name, rows, preview, ground, evaluations, people);
    }

    /// <summary>Analytes whose reading was entered after the time that its method allows.</summary>
    private static async Task<IReadOnlySet<string>> PastHoldingAsync(BeeTraceDb db, Sample sample, List<EnteredReading> readings, CancellationToken cancel)
    {
        var times = await db.Methods.AsNoTracking().Where(m => m.Product == sample.Product && m.HoldingHours != null)
            .Select(m => new { m.Analyte, m.Code, m.HoldingHours }).ToListAsync(cancel);
        if (times.Count == 0)
            return new HashSet<string>();
        var drawnAt = await db.SamplingRecords.Where(r => r.SampleId == sample.Id).Select(r => (DateTimeOffset?)r.DrawnAt).SingleOrDefaultAsync(cancel)
            ?? new DateTimeOffset(sample.DrawnOn, TimeOnly.MaxValue, ChinaTime.Offset);
        return readings.Where(reading => times.Exists(time =>
            time.Analyte == reading.Analyte && time.Code == reading.Method && Turnaround.IsPastHolding(drawnAt, time.HoldingHours, reading.EnteredAt))).Select(reading => reading.Analyte).ToHashSet();
    }

    /// <summary>What the same readings mean in every market that had a profile on the sampling day, the home market first.</summary>
    public async Task<IReadOnlyList<JudgedMarket>> SideBySideAsync(SampleSheet sheet, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var facts = await SampleJudge.FactsAsync(db, sheet.Sample, cancel);
        var readings = sheet.Rows.Select(row => row.Reading).OfType<EnteredReading>().ToList();
        var judged = new List<JudgedMarket>();
        foreach (var market in await LimitCatalogue.MarketsAsync(db, facts.SampledOn, cancel))
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
        BeeTraceDb db, Sample sample, List<EnteredReading> readings, List<Evaluation> evaluations, CancellationToken cancel)
    {
        AccountId?[] all = [sample.DrawnBy, sample.ReceivedBy, sample.AssignedTo, sample.SubmittedBy, sample.ApprovedBy, .. readings.Select(r => (AccountId?)r.EnteredBy), .. evaluations.Select(e => (AccountId?)e.EvaluatedBy)];
        return await People.NamesAsync(db, all.OfType<AccountId>(), cancel);
    }
}
