using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>One method as the list shows it.</summary>
public sealed record MethodRow(Method Method, Analyte Analyte);

/// <summary>The methods of one product, and the products that may be chosen.</summary>
public sealed record MethodList(string Product, IReadOnlyList<JudgeChoice> Products, IReadOnlyList<MethodRow> Rows, IReadOnlyList<Analyte> Analytes);

/// <summary>Reads the laboratory's methods.</summary>
public sealed class MethodQueries(Database database)
{
    /// <param name="product">Null, or unknown: the first product.</param>
    public async Task<MethodList> ListAsync(string? product, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var products = await db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel);
        var shown = products.Find(p => p.Code == product) ?? products[0];
        var rows = await (
            from m in db.Methods.AsNoTracking()
            where m.Product == shown.Code
            join a in db.Analytes on m.Analyte equals a.Code
            orderby a.Sort, m.ValidTo == null descending, m.ValidFrom descending, m.Code
            select new MethodRow(m, a)).ToListAsync(cancel);
        return new MethodList(
            shown.Code, products.ConvertAll(p => new JudgeChoice(p.Code, p.Name)), rows, await db.Analytes.AsNoTracking().OrderBy(a => a.Sort).ToListAsync(cancel));
    }

    /// <summary>The method of each analyte of a product on a day; of several the one that came last into use.</summary>
    internal static async Task<Dictionary<string, Method>> InUseAsync(BeeTraceDb db, string product, DateOnly day, CancellationToken cancel) =>
        (await AllInUseAsync(db, product, day, cancel)).GroupBy(m => m.Analyte, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>Every method of a product on a day; those that came last into use first.</summary>
    internal static Task<List<Method>> AllInUseAsync(BeeTraceDb db, string product, DateOnly day, CancellationToken cancel) =>
        db.Methods.AsNoTracking().Where(m => m.Product == product && m.ValidFrom <= day && (m.ValidTo == null || m.ValidTo >= day))
            .OrderByDescending(m => m.ValidFrom).ThenByDescending(m => m.EnteredAt).ToListAsync(cancel);
}
