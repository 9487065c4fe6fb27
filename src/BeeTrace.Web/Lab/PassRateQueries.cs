using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
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
        var codes = CodesOf(scope, products);
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

    /// <summary>The pass rate of a scope by what it counts: samples, tests or firms.</summary>
    public async Task<PassRate> CountAsync(PassRateScope scope, RateKind kind, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return kind == RateKind.Batch ? (await CountAsync(work.Db, scope, cancel)).Total.Rate : await CountAsync(work.Db, scope, kind, cancel);
    }

    /// <summary>By what the samples of a scope were judged, product by product.</summary>
    public async Task<IReadOnlyList<RateGround>> GroundsAsync(PassRateScope scope, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var codes = CodesOf(scope, await db.Products.AsNoTracking().ToListAsync(cancel));
        var judged = await db.Database.SqlQuery<JudgedVersion>(
            $"""
            select product, profile_version
            from lab.judged_versions({scope.From}, {scope.To}, {codes}, {scope.Basis.ToString()}, {scope.County}, {scope.Firm?.Value})
            """).ToListAsync(cancel);
        var panels = (await db.PanelItems.AsNoTracking().Where(p => p.Market == LimitCatalogue.HomeMarket).ToListAsync(cancel))
            .ToLookup(p => (p.Product, p.Version), p => p.Analyte);
        return [.. judged.Select(j => new RateGround(j.Product, j.ProfileVersion, [.. panels[(j.Product, j.ProfileVersion)]]))];
    }

    private static async Task<PassRate> CountAsync(BeeTraceDb db, PassRateScope scope, RateKind kind, CancellationToken cancel)
    {
        var codes = CodesOf(scope, await db.Products.AsNoTracking().ToListAsync(cancel));
        var (basis, firm) = (scope.Basis.ToString(), scope.Firm?.Value);
        var counts = kind == RateKind.Item
            ? db.Database.SqlQuery<KindCounts>(
                $"select passed, judged, inconclusive from lab.item_pass_rate({scope.From}, {scope.To}, {codes}, {basis}, {scope.County}, {firm})")
            : db.Database.SqlQuery<KindCounts>(
                $"select passed, judged, inconclusive from lab.firm_pass_rate({scope.From}, {scope.To}, {codes}, {basis}, {scope.County}, {firm})");
        var counted = (await counts.ToListAsync(cancel)).Single();
        return new PassRate(counted.Passed, counted.Judged, counted.Inconclusive, scope.Basis.IsRandom());
    }

    /// <summary>Null for every product; a product scope stands for all its products.</summary>
    private static string[]? CodesOf(PassRateScope scope, IEnumerable<Product> products) => scope.Product is null
        ? null
        : [.. products.Where(p => p.Code == scope.Product || p.Scope == scope.Product).Select(p => p.Code)];

    /// <summary>Samples that were not drawn at random stand for nothing but themselves: counts, no bounds.</summary>
    private static PassRateRow Row(Counts c, PassRateScope scope, Bilingual name) =>
        new(c.Product, name, c.Drawn, c.Firms, new PassRate(c.Passed, c.Judged, c.Inconclusive, scope.Basis.IsRandom()));

    private sealed record Counts(string? Product, int Drawn, int Passed, int Judged, int Inconclusive, int Firms);

    private sealed record KindCounts(int Passed, int Judged, int Inconclusive);

    private sealed record JudgedVersion(string Product, string ProfileVersion);
}
