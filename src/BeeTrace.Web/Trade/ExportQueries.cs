using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>Export volumes and industry totals, from the firms' rows; national figures from claims, never typed in.</summary>
public sealed class ExportQueries(Database database)
{
    /// <summary>Fresh royal jelly and powder together: the scope of the county's published share.</summary>
    public const string RoyalJelly = "RJ";

    /// <summary>Volume of a year, by product and destination, with the share of the nation where the definitions agree.</summary>
    /// <param name="product">Product code or scope.</param>
    public async Task<ExportFigure> YearAsync(int year, string product, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var products = await db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel);
        var inScope = products.Where(p => p.Code == product || p.Scope == product).ToList();
        var codes = inScope.Select(p => p.Code).ToArray();
        var masses = await db.Database.SqlQuery<Mass>(
            $"""select product, destination, net_kg from trade.export_cells({year}, null, false) where destination is not null and product = any ({codes})""")
            .ToListAsync(cancel);

        var countries = await db.Countries.AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
        var tonnes = masses.Sum(m => m.NetKg) / 1000m;
        var definition = Definition(product, year);
        var national = await NationalAsync(db, definition, cancel);
        var share = national is null ? null : Share.Of(tonnes, definition, national.Tonnes, national.Definition);

        return new ExportFigure(
            year,
            product,
            DefinitionText(definition, inScope.ConvertAll(p => p.Name)),
            Tonnes(tonnes),
            share?.Percent is null ? null : Tonnes(national!.Tonnes),
            share?.Percent,
            share?.Percent is null ? null : national!.Source,
            [.. from p in inScope
                let sum = masses.Where(m => m.Product == p.Code).Sum(m => m.NetKg)
                where sum > 0
                select new ProductTonnes(p.Code, p.Name, Tonnes(sum / 1000m))],
            [.. from m in masses
                group m.NetKg by m.Destination into g
                let sum = g.Sum()
                orderby sum descending
                select new DestinationTonnes(g.Key, countries.GetValueOrDefault(g.Key, new Bilingual(g.Key, g.Key)), Tonnes(sum / 1000m))]);
    }

    /// <summary>Scopes and products to choose, in their order.</summary>
    public async Task<IReadOnlyList<(string Code, Bilingual Name)>> ProductsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return (await work.Db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel)).ConvertAll(p => (p.Code, p.Name));
    }

    /// <summary>Countries that goods may be bound for, in the order of their codes.</summary>
    public async Task<IReadOnlyList<Country>> CountriesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Countries.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel);
    }

    /// <summary>Whether a word names a product or a scope of products; none at all is fine.</summary>
    public async Task<bool> IsKnownAsync(string? product, CancellationToken cancel = default)
    {
        if (product is null)
            return true;
        if (product.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
            return false;
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await work.Db.Products.AnyAsync(p => p.Code == product || p.Scope == product, cancel);
    }

    /// <summary>Firms, firms above 100 million yuan and sales of a year; the chain's output is a claim and says whose.</summary>
    public async Task<IndustryFigure> IndustryAsync(int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var row = await work.Db.Database.SqlQuery<Industry>(
            $"""select firms, firms_above_100_million as above, sales_cny from registry.industry({year})""")
            .SingleAsync(cancel);
        var chain = await work.Db.Claims.AsNoTracking()
            .Where(c => c.Measure == "ChainOutput" && c.From.Year == year).FirstOrDefaultAsync(cancel);
        return new IndustryFigure(year, row.Firms, row.Above, row.SalesCny, chain?.Value, chain?.Source);
    }

    /// <summary>Years that have approved samples or exports, oldest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Database.SqlQuery<int>($"""select year as "Value" from trade.figure_years()""").ToListAsync(cancel);
    }

    /// <summary>What others stated of a year, beside what is computed.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimsAsync(int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Claims.AsNoTracking().Where(c => c.From.Year == year).OrderBy(c => c.Code).ToListAsync(cancel);
    }

    /// <summary>
    /// The nation's total of the same definition: stated as such, or implied by a pair of claims of one source, a mass and
    /// the share it is said to be. The pair's own definition travels with it, so that a share can be refused.
    /// </summary>
    private static async Task<National?> NationalAsync(BeeTraceDb db, ShareDefinition wanted, CancellationToken cancel)
    {
        var claims = await db.Claims.AsNoTracking()
            .Where(c => c.From.Year == wanted.From.Year && c.ProductScope == wanted.ProductScope)
            .OrderBy(c => c.Code)
            .ToListAsync(cancel);

        if (claims.Find(c => c is { Subject: "CN", Measure: "ExportMass" }) is { } stated && DefinitionOf(stated) is { } means)
            return new National(stated.Value, means, stated.Source);

        var pair =
            from mass in claims
            where mass.Measure == "ExportMass"
            from share in claims
            where share.Measure == "ShareOfNation" && share.Subject == mass.Subject && share.SourceEn == mass.SourceEn
            select (mass, share);
        foreach (var (mass, share) in pair)
        {
            var implied = ImpliedTotal.From(mass.Value, mass.Decimals, share.Value, share.Decimals);
            if (DefinitionOf(mass) is { } definition)
                return new National(implied.Central, definition, ImpliedSource(mass, share, implied));
        }

        return null;
    }

    /// <summary>What this county's volumes count: declared mass, by the exporter's registered place.</summary>
    private static ShareDefinition Definition(string scope, int year) =>
        ShareDefinition.ForYear(scope, ShareBasis.DeclaredMass, ShareFlow.Export, ShareAttribution.ExporterRegistration, year, "t");

    /// <summary>What a claim counts; words that are no definition leave it without one, and a share of it is refused.</summary>
    private static ShareDefinition? DefinitionOf(Claim claim) =>
        Enum.TryParse<ShareBasis>(claim.Basis, out var basis) && Enum.TryParse<ShareFlow>(claim.Flow, out var flow)
            && Enum.TryParse<ShareAttribution>(claim.Attribution, out var attribution)
            ? new ShareDefinition(claim.ProductScope ?? "", basis, flow, attribution, claim.From, claim.To, claim.Unit)
            : null;

    private static Bilingual ImpliedSource(Claim mass, Claim share, ImpliedTotal implied) => new(
        string.Create(CultureInfo.InvariantCulture,
            $"没有独立公布的全国总量：由同一来源（{mass.SourceZh}）的一对数字推得，即 {mass.Value:0.##} 吨占全国 {share.Value:0.##} %；按四舍五入应在 {implied.Low:#,0.00}–{implied.High:#,0.00} 吨之间。"),
        string.Create(CultureInfo.InvariantCulture,
            $"No independent national total is known: derived from two figures of one source ({LowerFirst(mass.SourceEn)}), {mass.Value:0.##} t said to be {share.Value:0.##} % of the nation; by rounding it lies within {implied.Low:#,0.00}–{implied.High:#,0.00} t."));

    private static Bilingual DefinitionText(ShareDefinition d, List<Bilingual> names) => new(
        $"{string.Join('、', names.Select(n => n.Zh))}的出口量，按申报净重直接相加（冻干粉不折算鲜重），{d.From.Year} 年，按出口企业注册地归属。",
        $"Exports of {string.Join(" and ", names.Select(n => LowerFirst(n.En)))}, declared net mass added as it stands (powder is not converted to fresh), {d.From.Year}, attributed to the exporter's registered place.");

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static decimal Tonnes(decimal value) => Math.Round(value, 2, MidpointRounding.ToEven);

    private sealed record Mass(string Product, string Destination, decimal NetKg);

    private sealed record Industry(int Firms, int Above, decimal SalesCny);

    private sealed record National(decimal Tonnes, ShareDefinition Definition, Bilingual Source);
}
