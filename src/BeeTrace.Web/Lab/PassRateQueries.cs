using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>Which samples a pass rate counts: by sampling day, basis and, where asked, product, county, firm.</summary>
public sealed record PassRateScope(
    DateOnly From, DateOnly To, SamplingBasis Basis = SamplingBasis.RandomSurveillance, string? Product = null, string? County = null, FirmId? Firm = null)
{
    public static PassRateScope OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}

/// <summary>A pass rate with what it was counted from.</summary>
/// <param name="Drawn">Samples drawn; those without a verdict yet are neither judged nor inconclusive.</param>
/// <param name="Firms">Firms sampled: 120 samples of 28 firms are not 120 independent draws.</param>
public sealed record PassRateRow(string? Product, Bilingual Name, int Drawn, int Firms, PassRate Rate);

/// <summary>The pass rate of a scope, in all and by product.</summary>
public sealed record PassRateFigure(PassRateScope Scope, PassRateRow Total, IReadOnlyList<PassRateRow> ByProduct);

/// <summary>Counts pass rates from the approved samples; nothing is typed in.</summary>
public sealed class PassRateQueries(Database database)
{
    public async Task<PassRateFigure> CountAsync(PassRateScope scope, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await CountAsync(work.Db, scope, cancel);
    }

    /// <summary>The same inside a deed that is under way, such as the issue of a certificate.</summary>
    public static async Task<PassRateFigure> CountAsync(BeeTraceDb db, PassRateScope scope, CancellationToken cancel)
    {
        var products = await db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel);
        var codes = scope.Product is null
            ? null
            : products.Where(p => p.Code == scope.Product || p.Scope == scope.Product).Select(p => p.Code).ToArray();
        var counts = await db.Database.SqlQuery<Counts>(
            $"""
            select product, drawn, passed, judged, inconclusive, firms
            from lab.pass_rate({scope.From}, {scope.To}, {codes}, {scope.Basis.ToString()}, {scope.County}, {scope.Firm?.Value})
            """).ToListAsync(cancel);

        var total = counts.SingleOrDefault(c => c.Product is null) ?? new Counts(null, 0, 0, 0, 0, 0);
        var byProduct =
            from product in products
            join count in counts on product.Code equals count.Product
            select Row(count, scope, product.Name);
        return new PassRateFigure(scope, Row(total, scope, new Bilingual("全部产品", "All products")), [.. byProduct]);
    }

    /// <summary>Samples that were not drawn at random stand for nothing but themselves: counts, no bounds.</summary>
    private static PassRateRow Row(Counts c, PassRateScope scope, Bilingual name) =>
        new(c.Product, name, c.Drawn, c.Firms, new PassRate(c.Passed, c.Judged, c.Inconclusive, scope.Basis.IsRandom()));

    private sealed record Counts(string? Product, int Drawn, int Passed, int Judged, int Inconclusive, int Firms);
}
