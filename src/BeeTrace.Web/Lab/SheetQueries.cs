using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A column of the sheet: an analyte with the method in use for this product.</summary>
public sealed record SheetColumn(Analyte Analyte, Method? Method, bool Required);

/// <summary>A row of the sheet: a sample on the bench with its readings and its verdicts as of now.</summary>
/// <param name="Mark">The number that the reader knows it by: its blind number for an analyst.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ReceivedOn">Day of receipt.</param>
/// <param name="Readings">Those that count, by analyte.</param>
/// <param name="Markets">Verdicts as of now.</param>
public sealed record BenchRow(string Mark, SampleStatus Status, DateOnly? ReceivedOn, IReadOnlyDictionary<string, StandingReading> Readings, IReadOnlyList<JudgedMarket> Markets);

/// <summary>All samples of a product that are on the bench, with every analyte that is asked for.</summary>
public sealed record BenchSheet(IReadOnlyList<SheetColumn> Columns, IReadOnlyList<BenchRow> Rows);

/// <summary>A product with samples on the bench, and how many.</summary>
public sealed record BenchProduct(string Code, Bilingual Name, int Count);

/// <summary>Reads what is on the bench.</summary>
public sealed class SheetQueries(Database database)
{
    /// <summary>House rule: a bench of 120 samples fits; a longer list is worked off from its oldest.</summary>
    public const int MostRows = 200;

    private static readonly SampleStatus[] OnTheBench = [SampleStatus.Received, SampleStatus.Assigned, SampleStatus.Testing];

    /// <summary>Products with samples on the bench, the fullest first.</summary>
    public async Task<IReadOnlyList<BenchProduct>> ProductsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var counts = await db.Samples.Where(s => OnTheBench.Contains(s.Status)).GroupBy(s => s.Product)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var products = await db.Products.AsNoTracking().ToListAsync(cancel);
        return [.. from c in counts join p in products on c.Key equals p.Code orderby c.Count descending, p.Sort select new BenchProduct(p.Code, p.Name, c.Count)];
    }

    /// <summary>Markets that can be judged under today, the county's own first.</summary>
    public async Task<IReadOnlyList<JudgeChoice>> MarketsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await LabChoices.MarketsAsync(work.Db, work.Today, cancel);
    }

    public async Task<BenchSheet> ReadAsync(string product, IReadOnlyList<string> markets, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var samples = await (
            from s in db.Samples.AsNoTracking()
            join lot in db.Lots on s.LotId equals lot.Id
            where s.Product == product && OnTheBench.Contains(s.Status)
            orderby s.ReceivedOn, s.Code
            select new { Sample = s, lot.NectarSource, lot.Species }).Take(MostRows).ToListAsync(cancel);
        var ids = samples.ConvertAll(s => s.Sample.Id);
        var readings = (await CurrentReadings.Of(db, ids).ToListAsync(cancel)).ToLookup(r => r.SampleId);
        var names = await People.NamesAsync(db, readings.SelectMany(of => of).Select(r => r.EnteredBy), cancel);
        var catalogue = new LimitCatalogue(db);

        var rows = new List<BenchRow>();
        var required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in samples)
        {
            var facts = SampleJudge.Facts(one.Sample, one.NectarSource, one.Species);
            if (await catalogue.FindAsync(LimitCatalogue.HomeMarket, product, facts.SampledOn, cancel) is { } home)
                required.UnionWith(home.Profile.RequiredAnalytes.Values.SelectMany(a => a));
            var judged = new List<JudgedMarket>();
            foreach (var market in markets)
            {
                if (await catalogue.FindAsync(market, product, facts.SampledOn, cancel) is { } onDay)
                    judged.Add(SampleJudge.Judge(new JudgingGround(facts, onDay), readings[one.Sample.Id]));
            }

            rows.Add(new BenchRow(
                SampleQueries.IsBlind(one.Sample, actor) ? one.Sample.BlindCode!.Value.ToString() : one.Sample.Code.ToString(), one.Sample.Status, one.Sample.ReceivedOn,
                readings[one.Sample.Id].ToDictionary(r => r.Analyte, r => new StandingReading(r.Id, r.Text, names.GetValueOrDefault(r.EnteredBy), r.EnteredAt), StringComparer.Ordinal),
                judged));
        }

        return new BenchSheet(await ColumnsAsync(db, product, required, rows, work.Today, cancel), rows);
    }

    private static async Task<List<SheetColumn>> ColumnsAsync(
        BeeTraceDb db, string product, HashSet<string> required, List<BenchRow> rows, DateOnly today, CancellationToken cancel)
    {
        var codes = required.Union(rows.SelectMany(row => row.Readings.Keys)).ToArray();
        var analytes = await db.Analytes.AsNoTracking().Where(a => codes.Contains(a.Code)).OrderBy(a => a.Sort).ToListAsync(cancel);
        var methods = await MethodQueries.InUseAsync(db, product, today, cancel);
        return analytes.ConvertAll(a => new SheetColumn(a, methods.GetValueOrDefault(a.Code), required.Contains(a.Code)));
    }
}
