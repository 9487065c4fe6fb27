using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One limit as the list shows it.</summary>
public sealed record LimitRow(Analyte Analyte, Limit Limit);

/// <summary>A market or product that has limits, and how many.</summary>
public sealed record LimitGroup(string Code, Bilingual Name, int Count);

/// <summary>The limits of one product in one market, with the markets and products there are.</summary>
public sealed record LimitList(string Market, string Product, IReadOnlyList<LimitGroup> Markets, IReadOnlyList<LimitGroup> Products, IReadOnlyList<LimitRow> Rows);

/// <summary>Reads the limits as they were entered: those in force, those that were, and notes that judge nothing.</summary>
public sealed class LimitQueries(Database database)
{
    /// <param name="market">Null, or one without limits: the home market.</param>
    /// <param name="product">Null, or one without limits in that market: the first that has some.</param>
    public async Task<LimitList?> ListAsync(string? market, string? product, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var counts = await db.Limits.AsNoTracking()
            .GroupBy(l => new { l.Market, l.Product })
            .Select(g => new { g.Key.Market, g.Key.Product, Count = g.Count() })
            .ToListAsync(cancel);
        if (counts.Count == 0)
            return null;

        var names = await db.MarketVersions.AsNoTracking().OrderByDescending(m => m.ValidFrom).ToListAsync(cancel);
        var markets = counts.GroupBy(c => c.Market)
            .OrderBy(g => g.Key != LimitCatalogue.HomeMarket).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LimitGroup(g.Key, NameOf(names, g.Key), g.Sum(c => c.Count))).ToList();
        var shown = markets.Find(m => m.Code == market) ?? markets[0];

        var allProducts = await db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel);
        var products = (
            from p in allProducts
            join c in counts.Where(c => c.Market == shown.Code) on p.Code equals c.Product
            select new LimitGroup(p.Code, p.Name, c.Count)).ToList();
        var of = products.Find(p => p.Code == product) ?? products[0];

        var rows = await (
            from l in db.Limits.AsNoTracking()
            where l.Market == shown.Code && l.Product == of.Code
            join a in db.Analytes on l.Analyte equals a.Code
            orderby a.Sort, l.StandardCode, l.Edition, l.Grade, l.High, l.Low, l.Id
            select new { a, l }).ToListAsync(cancel);
        return new LimitList(shown.Code, of.Code, markets, products, rows.ConvertAll(x => new LimitRow(x.a, x.l)));
    }

    /// <summary>Grades that some standard knows, for a sample whose grade was declared.</summary>
    public async Task<IReadOnlyList<string>> GradesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await LabChoices.GradesAsync(work.Db, cancel);
    }

    private static Bilingual NameOf(List<MarketVersion> versions, string market) =>
        versions.Find(v => v.Market == market) is { } version ? new Bilingual(version.NameZh, version.NameEn) : new Bilingual(market, market);
}
