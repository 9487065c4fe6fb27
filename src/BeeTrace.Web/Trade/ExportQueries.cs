using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>Export figures by a named definition and a period, from what the firms declared; national figures from what was published, never typed in.</summary>
public sealed class ExportQueries(Database database, ExportTables tables)
{
    /// <summary>Fresh royal jelly and powder together: the scope of the county's published share.</summary>
    public const string RoyalJelly = "RJ";

    /// <summary>The definition that is shown where none is asked for.</summary>
    public const string Usual = "rj-mass";

    /// <summary>The ways of counting that the county has named, in their order.</summary>
    public async Task<IReadOnlyList<FigureDefinition>> DefinitionsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.FigureDefinitions.AsNoTracking().OrderBy(d => d.Sort).ToListAsync(cancel);
    }

    /// <summary>Declared mass of a product or scope in a year: the usual definition with another scope.</summary>
    public Task<ExportFigure> YearAsync(int year, string product, Actor actor, CancellationToken cancel = default) =>
        FigureAsync(MassOf(product), FigurePeriod.OfYear(year), actor, cancel);

    /// <summary>Declared mass of a product or scope by the exporter's registered place, whether the county has named it or not.</summary>
    public static FigureDefinition MassOf(string product, ShareBasis basis = ShareBasis.DeclaredMass) => new()
    {
        Code = "", NameZh = product, NameEn = product, ProductScope = product, Basis = basis, Flow = ShareFlow.Export, Attribution = ShareAttribution.ExporterRegistration, Unit = basis == ShareBasis.Value ? "USD" : "t", Sort = 0,
    };

    /// <summary>
    /// One figure. Who does not see every firm is shown what the public is: cells on fewer than three firms, and others that would give them away, are withheld. A share
    /// is told only where the nation's total means the same in every point.
    /// </summary>
    public async Task<ExportFigure> FigureAsync(FigureDefinition definition, FigurePeriod period, Actor actor, CancellationToken cancel = default)
    {
        var (products, countries, claims, today, county) = await ReadAsync(definition, period, actor, cancel);
        var place = definition.Attribution == ShareAttribution.PlaceOfProduction ? county : null;
        var counter = new FigureCounter(definition, products.ConvertAll(p => p.Code));
        var byYear = new Dictionary<int, ExportTable>();
        for (var year = period.From.Year - 1; year <= period.To.Year; year++)
            byYear[year] = await tables.YearAsync(year, actor, place, cancel);

        var means = definition.Over(period.From, period.To);
        // The public is told nothing by place of production, which is not the same as nothing having been exported.
        var amount = place is not null && !ExportTables.SeesAll(actor) ? null : counter.Over(period, byYear);
        var national = NationalTotals.Find(claims, means, [.. counter.Products]);
        var compared = national ?? NationalTotals.Nearest(claims, means);
        var share = compared is null || amount is not { } part ? null : Share.Of(part, means, compared.Amount, compared.Means);
        var table = byYear[period.From.Year];
        var isYear = period == FigurePeriod.OfYear(period.From.Year);
        return new ExportFigure(
            period, definition, DefinitionText(definition, period, products.ConvertAll(p => p.Name)), Rounded(amount), national, share, Compare(counter, period, byYear, amount, today),
            amount is null || !isYear || place is not null ? null : await HandsAsync(counter, period.From.Year, actor, cancel),
            [.. from p in products let cell = counter.OfProduct(p.Code, period, byYear) where cell is not 0m select new FigureLine(p.Code, p.Name, Rounded(cell), counter.PriceOf(p.Code, table, isYear))],
            isYear ? [.. counter.Destinations(table).Select(d => new FigureLine(d, countries.GetValueOrDefault(d, new Bilingual(d, d)), Rounded(counter.To(d, table)), counter.PriceTo(d, table))).OrderByDescending(l => l.Amount ?? -1)] : [],
            isYear ? [.. Enumerable.Range(1, 12).Select(m => new FigureLine($"{period.From.Year}-{m:00}", FigurePeriod.OfMonth(period.From.Year, m).Describe(), Rounded(counter.OfMonth(m, table)), null))] : [])
        {
            Flows = isYear ? Flows(counter, table, products, countries) : [],
        };
    }

    /// <summary>A figure with its years, for files; null where the county has named no such definition.</summary>
    public async Task<FigureSheet?> SheetAsync(string definition, FigurePeriod period, Actor actor, CancellationToken cancel = default)
    {
        if ((await DefinitionsAsync(actor, cancel)).FirstOrDefault(d => d.Code == definition) is not { } wanted)
            return null;
        await using var work = await database.OpenAsync(actor, cancel);
        var county = await work.Db.Counties.AsNoTracking().OrderBy(c => c.Code).FirstAsync(cancel);
        return new FigureSheet(county.Name, await FigureAsync(wanted, period, actor, cancel), await ByYearAsync(wanted, actor, cancel), ExportTables.SeesAll(actor));
    }

    /// <summary>The figure of every year by one definition, for the picture over time; a year without exports has none.</summary>
    public async Task<IReadOnlyList<(int Year, decimal? Amount)>> ByYearAsync(FigureDefinition definition, Actor actor, CancellationToken cancel = default)
    {
        if (definition.Attribution == ShareAttribution.PlaceOfProduction)
            return [];
        var products = await InScopeAsync(definition.ProductScope, actor, cancel);
        var counter = new FigureCounter(definition, products.ConvertAll(p => p.Code));
        return [.. (await tables.AllAsync(actor, cancel)).Select(t => (t.Year, Rounded(counter.Over(FigurePeriod.OfYear(t.Year), new Dictionary<int, ExportTable> { [t.Year] = t }))))];
    }

    /// <summary>The firms' parts of a year's figure: every firm for the county, its own for an exporter, nobody's for others.</summary>
    public async Task<IReadOnlyList<FirmLine>> FirmsAsync(FigureDefinition definition, int year, Actor actor, CancellationToken cancel = default)
    {
        if (!ExportTables.SeesAll(actor) && actor.Firm is null)
            return [];
        var products = await InScopeAsync(definition.ProductScope, actor, cancel);
        var counter = new FigureCounter(definition, products.ConvertAll(p => p.Code));
        await using var work = await database.OpenAsync(actor, cancel);
        var codes = counter.Products.ToArray();
        var own = await work.Db.Database.SqlQuery<FirmSum>(
            $"select firm_id, product, sum(net_kg) as net_kg, sum(value_usd) as value_usd from trade.export_firm_years where year = {year} and product = any ({codes}) and declarations > 0 group by 1, 2").ToListAsync(cancel);
        var firms = await work.Db.Firms.AsNoTracking().ToDictionaryAsync(f => f.Id, cancel);
        var all = (await HandsOfAsync(work, counter, year, cancel)).ToList();
        return
        [
            .. own.GroupBy(s => new FirmId(s.FirmId)).Select(g => (Firm: firms[g.Key], Amount: g.Sum(s => counter.Weigh(s.Product, s.NetKg, s.ValueUsd)))).OrderByDescending(f => f.Amount)
                .Select(f => new FirmLine(
                    f.Firm.Id, f.Firm.Name, f.Firm.CreditCode, Math.Round(f.Amount, 2, MidpointRounding.ToEven), all.Sum() > 0 ? Math.Round(f.Amount / all.Sum() * 100, 2, MidpointRounding.ToEven) : null,
                    Concentration.RankOf(f.Amount, all), all.Count)),
        ];
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
        if (product is null or ExportTable.All)
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
        var row = await work.Db.Database.SqlQuery<Industry>($"""select firms, firms_above_100_million as above, sales_cny from registry.industry({year})""").SingleAsync(cancel);
        var chain = await work.Db.Claims.AsNoTracking().Where(c => c.Measure == "ChainOutput" && c.From.Year == year).FirstOrDefaultAsync(cancel);
        return new IndustryFigure(year, row.Firms, row.Above, row.SalesCny, chain?.Value, chain?.Source);
    }

    /// <summary>Years that have approved samples or exports, oldest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Database.SqlQuery<int>($"""select year as "Value" from trade.figure_years()""").ToListAsync(cancel);
    }

    /// <summary>What others stated of periods that begin in a year, beside what is computed.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimsAsync(int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Claims.AsNoTracking().Where(c => c.From.Year == year).OrderBy(c => c.Code).ToListAsync(cancel);
    }

    /// <summary>Claims of every year that cannot all be true, the newest year first.</summary>
    public async Task<IReadOnlyList<ClaimConflict>> ConflictsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var claims = await work.Db.Claims.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel);
        var counties = await work.Db.Counties.AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
        return [.. ClaimConflict.Find(claims, code => counties.GetValueOrDefault(code, new Bilingual($"（代码 {code}）", $"county {code}"))).OrderByDescending(c => c.Claims[0].From)];
    }

    /// <summary>The county whose platform this is, six digits of GB/T 2260; empty before reference data is loaded.</summary>
    public async Task<string> CountyAsync(CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        return await work.Db.Counties.OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(cancel) ?? "";
    }

    private async Task<(List<Core.Trace.Product> Products, Dictionary<string, Bilingual> Countries, List<Claim> Claims, DateOnly Today, string? County)> ReadAsync(
        FigureDefinition definition, FigurePeriod period, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var products = await ProductsOf(work.Db, definition.ProductScope).ToListAsync(cancel);
        var countries = await work.Db.Countries.AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
        var claims = await work.Db.Claims.AsNoTracking().Where(c => c.From.Year == period.From.Year).OrderBy(c => c.Code).ToListAsync(cancel);
        var county = await work.Db.Counties.AsNoTracking().OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(cancel);
        return (products, countries, claims, work.Today, county);
    }

    private async Task<List<Core.Trace.Product>> InScopeAsync(string scope, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await ProductsOf(work.Db, scope).ToListAsync(cancel);
    }

    private static IQueryable<Core.Trace.Product> ProductsOf(BeeTraceDb db, string scope) =>
        db.Products.AsNoTracking().Where(p => scope == ExportTable.All || p.Scope == scope || (p.Code == scope && !db.Products.Any(other => other.Scope == scope))).OrderBy(p => p.Sort);

    /// <summary>Product by destination, the largest first; what is withheld comes last.</summary>
    private static List<FigureFlow> Flows(FigureCounter counter, ExportTable table, List<Core.Trace.Product> products, Dictionary<string, Bilingual> countries) =>
    [
        .. (from p in products from d in table.Destinations let amount = counter.Flow(p.Code, d, table) where amount is not 0m
            select new FigureFlow(p.Code, p.Name, d, countries.GetValueOrDefault(d, new Bilingual(d, d)), amount)).OrderByDescending(f => f.Amount ?? -1),
    ];

    private static YearOnYearFigure? Compare(FigureCounter counter, FigurePeriod period, Dictionary<int, ExportTable> byYear, decimal? amount, DateOnly today)
    {
        if (amount is null || YearOnYear.Of(period, today) is not { } compared || compared.Before.From.Year < byYear.Keys.Min())
            return null;
        var (now, before) = (counter.Over(compared.Now, byYear), counter.Over(compared.Before, byYear));
        return now is null || before is null or 0 ? null : new YearOnYearFigure(compared, Rounded(before), compared.Change(now.Value, before.Value));
    }

    private async Task<HandsFigure?> HandsAsync(FigureCounter counter, int year, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var hands = (await HandsOfAsync(work, counter, year, cancel)).ToList();
        return hands.Count < Withholding.FewestFirms || Concentration.LargestThree(hands) is not { } three || Concentration.HerfindahlHirschman(hands) is not { } index
            ? null
            : new HandsFigure(hands.Count, three, index);
    }

    /// <summary>Each firm's amount in the definition's unit.</summary>
    private static async Task<IEnumerable<decimal>> HandsOfAsync(Work work, FigureCounter counter, int year, CancellationToken cancel)
    {
        var codes = counter.Products.ToArray();
        var sums = await work.Db.Database.SqlQuery<Hand>($"select hand as number, product, net_kg, value_usd from trade.export_hands({year}, {codes})").ToListAsync(cancel);
        return sums.GroupBy(s => s.Number).Select(g => g.Sum(s => counter.Weigh(s.Product, s.NetKg, s.ValueUsd)));
    }

    private static Bilingual DefinitionText(FigureDefinition d, FigurePeriod period, List<Bilingual> names)
    {
        var (zh, en) = (string.Join('、', names.Select(n => n.Zh)), string.Join(" and ", names.Select(n => NationalTotals.LowerFirst(n.En))));
        if (d.ProductScope == ExportTable.All)
            (zh, en) = ("全部蜂产品", "all bee products");
        var (basisZh, basisEn) = d.Basis switch
        {
            ShareBasis.FreshEquivalent => ("出口量，折鲜（鲜品 + 3 × 冻干粉）", "fresh equivalent (fresh + 3 × powder)"),
            ShareBasis.Value => ("出口额，按申报的离岸价美元值相加，未写明金额的不计", "declared FOB value in US dollars, items without a value left out"),
            _ => ("出口量，按申报净重直接相加（冻干粉不折算鲜重）", "declared net mass added as it stands (powder is not converted to fresh)"),
        };
        var (placeZh, placeEn) = d.Attribution == ShareAttribution.PlaceOfProduction ? ("按境内货源地归属", "attributed to the place of production") : ("按出口企业注册地归属", "attributed to the exporter's registered place");
        return new($"{zh}的{basisZh}，{period.Describe().Zh}，{placeZh}。", $"Exports of {en}, {basisEn}, {period.Describe().En}, {placeEn}.");
    }

    private static decimal? Rounded(decimal? value) => value is { } amount ? Math.Round(amount, 2, MidpointRounding.ToEven) : null;

    private sealed record FirmSum(Guid FirmId, string Product, decimal NetKg, decimal ValueUsd);

    private sealed record Hand(int Number, string Product, decimal NetKg, decimal ValueUsd);

    private sealed record Industry(int Firms, int Above, decimal SalesCny);
}
