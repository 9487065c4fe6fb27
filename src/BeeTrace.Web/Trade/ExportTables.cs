using System.Collections.Concurrent;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>
/// The tables of exports, one a year. What is withheld from the public is worked out once for each state of a year's sums and kept; the
/// database says with one word whether the sums are still those.
/// </summary>
public sealed class ExportTables(Database database)
{
    private readonly ConcurrentDictionary<(int Year, bool IsPublic, string? SourcePlace), (string Stamp, ExportTable Table)> _kept = new();

    /// <summary>Every year that has exports, in order. Who keeps an eye on all firms sees every cell; the others what the public sees.</summary>
    public async Task<IReadOnlyList<ExportTable>> AllAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var tables = new List<ExportTable>();
        foreach (var (year, stamp) in await StampsAsync(work.Db, cancel))
            tables.Add(await TableAsync(work, year, stamp, null, cancel));
        return tables;
    }

    /// <summary>One year; an empty table where nothing was exported.</summary>
    /// <param name="sourcePlace">Only what was made there, six digits of GB/T 2260; null for all that the firms declared. For those who see all firms alone.</param>
    public async Task<ExportTable> YearAsync(int year, Actor actor, string? sourcePlace = null, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var stamp = (await StampsAsync(work.Db, cancel)).Where(s => s.Year == year).Select(s => s.Stamp).FirstOrDefault() ?? "";
        return await TableAsync(work, year, stamp, sourcePlace, cancel);
    }

    /// <summary>True for whoever sees every firm's rows, so that nothing needs to be withheld.</summary>
    internal static bool SeesAll(Actor actor) => actor.Role is Role.County or Role.Auditor or Role.Admin or Role.System;

    private async Task<ExportTable> TableAsync(Work work, int year, string stamp, string? sourcePlace, CancellationToken cancel)
    {
        var isPublic = !SeesAll(work.Actor);
        // By another attribution the same goods are cut another way, and the two together could tell more than each.
        if (isPublic && sourcePlace is not null)
            return ExportTable.Of(year, [], new Dictionary<string, string>(), isPublic: true);
        var key = (year, isPublic, sourcePlace);
        if (_kept.TryGetValue(key, out var kept) && kept.Stamp == stamp)
            return kept.Table;
        var scopes = await work.Db.Products.AsNoTracking().ToDictionaryAsync(p => p.Code, p => p.Scope, cancel);
        var cells = await work.Db.Database.SqlQuery<CellRow>($"select * from trade.export_cells({year}, {sourcePlace}, {sourcePlace is not null})").ToListAsync(cancel);
        var table = ExportTable.Of(year, cells.ConvertAll(c => c.ToPart()), scopes, isPublic);
        _kept[key] = (stamp, table);
        return table;
    }

    private static async Task<IReadOnlyList<(int Year, string Stamp)>> StampsAsync(BeeTraceDb db, CancellationToken cancel) =>
        (await db.Database.SqlQuery<StampRow>($"select year, stamp from trade.export_stamps() order by year").ToListAsync(cancel)).ConvertAll(s => (s.Year, s.Stamp));

    private sealed record StampRow(int Year, string Stamp);

    private sealed record CellRow(
        string Product, string? Destination, DateOnly? Month, int Declarations, decimal NetKg, decimal ValueUsd, decimal UsdKg, decimal ValueCny, decimal CnyKg, int[] Firms)
    {
        public ExportPart ToPart() => new(Product, Destination, Month?.Month, new ExportSums(Declarations, NetKg, ValueUsd, UsdKg), Firms);
    }
}
