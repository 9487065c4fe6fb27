using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>Reads yearly returns; row security decides whose: a firm its own, an officer all that were filed.</summary>
public sealed class ReturnQueries(Database database)
{
    /// <summary>Rows of a page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>Firms of the trade without a filed or accepted return of a year, by credit code; an exporter is told of the own firm alone.</summary>
    /// <remarks>A firm whose figures of the year came by a table is not asked for them again, and one is not missed in a year that runs.</remarks>
    public async Task<IReadOnlyList<MissingReturn>> MissingAsync(int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        if (year >= work.Today.Year)
            return [];
        return [.. (await StandingsAsync(work, year, cancel)).Where(f => f.Standing is ReturnStanding.Missing or ReturnStanding.Draft or ReturnStanding.SentBack && !f.IsCorrection)
            .Select(f => new MissingReturn(f.CreditCode, f.Firm, year))];
    }

    /// <summary>The year that ended last, where the actor's firm still owes its return; null otherwise.</summary>
    public async Task<MissingReturn?> OwedAsync(Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Exporter)
            return null;
        int ended;
        await using (var work = await database.OpenAsync(actor, cancel))
            ended = work.Today.Year - 1;
        var missing = await MissingAsync(ended, actor, cancel);
        return missing.Count == 0 ? null : missing[0];
    }

    /// <summary>The own firm's years from the first that anything is known of to the one that ended last, newest first; and the running one if it was begun.</summary>
    public async Task<IReadOnlyList<ReturnRow>> OwnAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var firm = actor.Firm;
        var first = new[]
        {
            await work.Db.FirmYears.Where(y => y.FirmId == firm).MinAsync(y => (int?)y.Year, cancel), await work.Db.YearlyReturns.Where(r => r.FirmId == firm).MinAsync(r => (int?)r.Year, cancel),
            (await work.Db.Lots.Where(l => l.FirmId == firm).MinAsync(l => (DateOnly?)l.HarvestedOn, cancel))?.Year,
        }.Min() ?? work.Today.Year - 1;
        var rows = new List<ReturnRow>();
        for (var year = work.Today.Year; year >= Math.Min(first, work.Today.Year - 1); year--)
        {
            var row = (await StandingsAsync(work, year, cancel)).SingleOrDefault();
            if (row is not null && (year < work.Today.Year || row.Standing != ReturnStanding.Missing))
                rows.Add(row);
        }

        return await WithDifferencesAsync(work.Db, rows, cancel);
    }

    /// <summary>The firms of a year for the office, with how many stand where.</summary>
    public async Task<ReturnList> ListAsync(ReturnFilter filter, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var years = await work.Db.FirmYears.Select(y => y.Year).Union(work.Db.YearlyReturns.Select(r => r.Year)).ToListAsync(cancel);
        var ended = work.Today.Year - 1;
        var year = filter.Year ?? ended;
        var all = await StandingsAsync(work, year, cancel);
        var counts = all.GroupBy(r => r.Standing).ToDictionary(g => g.Key, g => g.Count());
        var found = all.Where(r => (filter.Standing is null || r.Standing == filter.Standing) && IsFound(r, filter.Text)).ToList();
        var page = found.Skip((Math.Max(filter.Page, 1) - 1) * PageSize).Take(PageSize).ToList();
        return new(year, [.. years.Append(ended).Append(year).Distinct().OrderDescending()], await WithDifferencesAsync(work.Db, page, cancel), found.Count, all.Count, counts);
    }

    /// <summary>All that is known of a firm's return of a year; null where the actor sees no such firm or there is no such year.</summary>
    public async Task<ReturnSheet?> FindAsync(string creditCode, int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (ReturnRules.CheckYear(year, work.Today) is not null)
            return null;
        var firm = await db.Firms.AsNoTracking().SingleOrDefaultAsync(
            f => f.CreditCode == creditCode && f.Kind != FirmKind.Laboratory && (actor.Role != Role.Exporter || f.Id == actor.Firm), cancel);
        if (firm is null)
            return null;
        var versions = await db.YearlyReturns.AsNoTracking().Include(r => r.Products).Include(r => r.Partners.OrderBy(p => p.Place))
            .Where(r => r.FirmId == firm.Id && r.Year == year).OrderByDescending(r => r.Version)
            .Select(r => new { Return = r, Seen = EF.Property<uint>(r, ReturnService.RowVersion) }).ToListAsync(cancel);
        var shown = versions.Find(v => v.Return.State != ReturnState.Accepted) ?? versions.Find(v => v.Return.SupersededBy is null);
        var recorded = (await RecordedAsync(db, [firm.Id], year, cancel))[firm.Id];
        var names = await People.NamesAsync(db, versions.SelectMany(v => new[] { v.Return.FiledBy, v.Return.DecidedBy }).OfType<AccountId>(), cancel);
        return new(
            firm, year, work.Today.Year, shown?.Return, shown?.Seen, [.. versions.Select(v => v.Return)], recorded,
            shown is null ? [] : ReturnPlausibility.Compare(shown.Return, recorded),
            await EarlierAsync(db, firm.Id, year, cancel),
            await db.FirmYears.AsNoTracking().SingleOrDefaultAsync(y => y.FirmId == firm.Id && y.Year == year, cancel),
            await db.Honours.AsNoTracking().Where(h => h.FirmId == firm.Id && h.Year == year).OrderBy(h => h.Level).ToListAsync(cancel),
            await db.DraftedStandards.AsNoTracking().Where(s => s.FirmId == firm.Id && s.Year == year).OrderBy(s => s.Number).ToListAsync(cancel),
            await db.Products.AsNoTracking().OrderBy(p => p.Sort).Select(p => new ProductChoice(p.Code, new Bilingual(p.NameZh, p.NameEn))).ToListAsync(cancel),
            names);
    }

    /// <summary>The figures that count of the newest year before, from the register and the accepted return behind it.</summary>
    internal static async Task<EarlierFigures?> EarlierAsync(BeeTraceDb db, FirmId firm, int year, CancellationToken cancel)
    {
        var figures = await db.FirmYears.AsNoTracking().Where(y => y.FirmId == firm && y.Year < year).OrderByDescending(y => y.Year).FirstOrDefaultAsync(cancel);
        if (figures is null)
            return null;
        var exports = await db.YearlyReturns.Where(r => r.FirmId == firm && r.Year == figures.Year && r.State == ReturnState.Accepted && r.SupersededBy == null)
            .Select(r => r.ExportUsd).SingleOrDefaultAsync(cancel);
        return new(figures.Year, figures.SalesCny, figures.OutputCny, exports);
    }

    /// <summary>Where every firm of the trade stands with its return of a year; an exporter's own firm alone.</summary>
    internal static async Task<List<ReturnRow>> StandingsAsync(Work work, int year, CancellationToken cancel)
    {
        var db = work.Db;
        var firms = await db.Firms.AsNoTracking().Where(f => f.Kind != FirmKind.Laboratory && (work.Actor.Role != Role.Exporter || f.Id == work.Actor.Firm))
            .OrderBy(f => f.CreditCode).Select(f => new { f.Id, f.CreditCode, Name = new Bilingual(f.NameZh, f.NameEn) }).ToListAsync(cancel);
        var returns = (await db.YearlyReturns.AsNoTracking().Where(r => r.Year == year && r.SupersededBy == null)
            .Select(r => new { r.Id, r.FirmId, r.State, r.SalesCny, r.FiledAt }).ToListAsync(cancel)).ToLookup(r => r.FirmId);
        var figures = await db.FirmYears.AsNoTracking().Where(y => y.Year == year).ToDictionaryAsync(y => y.FirmId, y => y.SalesCny, cancel);
        return firms.ConvertAll(f =>
        {
            var accepted = returns[f.Id].FirstOrDefault(r => r.State == ReturnState.Accepted);
            var shown = returns[f.Id].FirstOrDefault(r => r.State != ReturnState.Accepted) ?? accepted;
            var standing = shown is not null ? Of(shown.State) : figures.ContainsKey(f.Id) ? ReturnStanding.FiguresOnly : ReturnStanding.Missing;
            return new ReturnRow(
                f.Id, f.CreditCode, f.Name, year, standing, accepted is not null && shown != accepted, shown?.SalesCny ?? (figures.TryGetValue(f.Id, out var sales) ? sales : null), shown?.FiledAt, shown?.Id, null);
        });
    }

    private static async Task<IReadOnlyList<ReturnRow>> WithDifferencesAsync(BeeTraceDb db, List<ReturnRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.Return).OfType<YearlyReturnId>().ToList();
        var returns = await db.YearlyReturns.AsNoTracking().Include(r => r.Products).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var counted = new List<ReturnRow>();
        foreach (var year in rows.GroupBy(r => r.Year))
        {
            var recorded = await RecordedAsync(db, [.. year.Where(r => r.Return is not null).Select(r => r.FirmId)], year.Key, cancel);
            counted.AddRange(year.Select(r => r.Return is { } id ? r with { Differences = ReturnPlausibility.Compare(returns[id], recorded[r.FirmId]).Count(d => !d.IsNote) } : r));
        }

        return counted;
    }

    /// <summary>Lots by harvest day and declarations by their own, void and superseded ones left out, of every firm asked for.</summary>
    private static async Task<Dictionary<FirmId, RecordedYear>> RecordedAsync(BeeTraceDb db, List<FirmId> firms, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var lots = (await db.Lots.Where(l => firms.Contains(l.FirmId) && l.HarvestedOn >= first && l.HarvestedOn <= last)
            .GroupBy(l => new { l.FirmId, l.Product }).Select(g => new { g.Key.FirmId, g.Key.Product, Kg = g.Sum(l => l.MassKg) }).ToListAsync(cancel)).ToLookup(l => l.FirmId);
        Guid[] ids = [.. firms.Select(f => f.Value)];
        var exports = (await db.Database.SqlQuery<Exported>(
            $"""
            select firm_id, product, sum(net_kg) as net_kg, sum(value_usd) as value_usd, sum(usd_kg) as usd_kg from trade.export_firm_years
            where year = {year} and firm_id = any ({ids}) group by firm_id, product having sum(declarations) > 0
            """).ToListAsync(cancel)).ToLookup(e => new FirmId(e.FirmId));
        return firms.ToDictionary(f => f, f => new RecordedYear(
            lots[f].ToDictionary(l => l.Product, l => l.Kg), exports[f].ToDictionary(e => e.Product, e => e.NetKg),
            exports[f].Sum(e => e.ValueUsd), exports[f].All(e => e.UsdKg == e.NetKg)));
    }

    private static bool IsFound(ReturnRow row, string? text) => string.IsNullOrWhiteSpace(text)
        || new[] { row.CreditCode, row.Firm.Zh, row.Firm.En }.Any(name => name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static ReturnStanding Of(ReturnState state) => state switch
    {
        ReturnState.Draft => ReturnStanding.Draft,
        ReturnState.Filed => ReturnStanding.Filed,
        ReturnState.SentBack => ReturnStanding.SentBack,
        _ => ReturnStanding.Accepted,
    };

    private sealed record Exported(Guid FirmId, string Product, decimal NetKg, decimal ValueUsd, decimal UsdKg);
}
