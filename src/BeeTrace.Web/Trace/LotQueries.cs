using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trace;

/// <summary>One line of the list of lots.</summary>
public sealed record LotRow(
    LotCode Code, Bilingual Product, decimal MassKg, DateOnly HarvestedOn, Bilingual Firm, ApiaryCode? Apiary, string? NectarSource, Bilingual? NectarName)
{
    /// <summary>It is not to be used or sold.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>One lot with everything that its firm and the offices may know of it.</summary>
public sealed record LotDetail(LotRow Row, BeeSpecies Species, string? ApiaryName, DateTimeOffset RecordedAt);

/// <summary>What the public may know of a lot: no beekeeper, no place finer than the county.</summary>
public sealed record PublicLot(
    string Code, Bilingual Product, DateOnly HarvestedOn, BeeSpecies Species, string? NectarSource, Bilingual? NectarName, Bilingual County,
    Bilingual Firm, int Samples, int Passed, IReadOnlyList<string> Certificates);

/// <summary>A product to choose.</summary>
public sealed record ProductChoice(string Code, Bilingual Name);

/// <summary>Reads lots; row security decides which.</summary>
public sealed class LotQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>One page of lots, the latest recorded first.</summary>
    /// <param name="text">A part of a lot's code, or of a firm's or product's name.</param>
    /// <param name="page">From 1.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="among">Only these, as a feature to the left knows them; null for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<(IReadOnlyList<LotRow> Rows, int Total)> ListAsync(
        string? text, int page, Actor actor, Func<BeeTraceDb, IQueryable<LotId>>? among = null, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var query =
            from lot in db.Lots.AsNoTracking()
            join firm in db.Firms on lot.FirmId equals firm.Id
            join product in db.Products on lot.Product equals product.Code
            join apiary in db.Apiaries on lot.ApiaryId equals apiary.Id into apiaries
            from apiary in apiaries.DefaultIfEmpty()
            join plant in db.Plants on lot.NectarSource equals plant.LatinName into plants
            from plant in plants.DefaultIfEmpty()
            select new { lot, firm, product, apiary, plant };
        if (among?.Invoke(db) is { } wanted)
            query = query.Where(x => wanted.Contains(x.lot.Id));
        if (!string.IsNullOrWhiteSpace(text))
        {
            var like = Search.Pattern(text);
            query = query.Where(x => EF.Functions.ILike((string)(object)x.lot.Code, like, Search.Escape)
                || EF.Functions.ILike(x.firm.NameZh, like, Search.Escape) || EF.Functions.ILike(x.firm.NameEn, like, Search.Escape)
                || EF.Functions.ILike(x.product.NameZh, like, Search.Escape) || EF.Functions.ILike(x.product.NameEn, like, Search.Escape));
        }

        var total = await query.CountAsync(cancel);
        var rows = await query.OrderByDescending(x => x.lot.RecordedAt).ThenByDescending(x => x.lot.Code)
            .Skip(Search.Skip(page, PageSize, total)).Take(PageSize)
            .Select(x => new LotRow(
                x.lot.Code, new Bilingual(x.product.NameZh, x.product.NameEn), x.lot.MassKg, x.lot.HarvestedOn,
                new Bilingual(x.firm.NameZh, x.firm.NameEn), x.apiary == null ? null : x.apiary.Code, x.lot.NectarSource,
                x.plant == null ? null : new Bilingual(x.plant.NameZh, x.plant.NameEn))
            {
                IsHeld = db.LotHolds.Any(h => h.LotId == x.lot.Id && h.ReleasedAt == null),
            })
            .ToListAsync(cancel);
        return (rows, total);
    }

    /// <returns>Null for a lot that is not there or not the actor's to see.</returns>
    public async Task<LotDetail?> FindAsync(LotCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        return await (
            from lot in db.Lots.AsNoTracking()
            where lot.Code == code
            join firm in db.Firms on lot.FirmId equals firm.Id
            join product in db.Products on lot.Product equals product.Code
            join apiary in db.Apiaries on lot.ApiaryId equals apiary.Id into apiaries
            from apiary in apiaries.DefaultIfEmpty()
            join plant in db.Plants on lot.NectarSource equals plant.LatinName into plants
            from plant in plants.DefaultIfEmpty()
            select new LotDetail(
                new LotRow(
                    lot.Code, new Bilingual(product.NameZh, product.NameEn), lot.MassKg, lot.HarvestedOn,
                    new Bilingual(firm.NameZh, firm.NameEn), apiary == null ? null : apiary.Code, lot.NectarSource,
                    plant == null ? null : new Bilingual(plant.NameZh, plant.NameEn)),
                lot.Species, apiary == null ? null : apiary.Name, lot.RecordedAt)).SingleOrDefaultAsync(cancel);
    }

    /// <returns>Null for a code that is not there.</returns>
    public async Task<PublicLot?> PublicAsync(LotCode code, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var db = work.Db;
        var row = await db.Database.SqlQuery<PublicLotRow>(
            $"""
            select code, product, harvested_on, species, nectar_source,
                   county, firm_zh, firm_en, samples, passed, certificates
            from trace.public_lot({code.ToString()})
            """).SingleOrDefaultAsync(cancel);
        if (row is null)
            return null;
        var product = await db.Products.AsNoTracking().SingleAsync(p => p.Code == row.Product, cancel);
        var county = await db.Counties.AsNoTracking().SingleAsync(c => c.Code == row.County, cancel);
        var plant = row.NectarSource is null ? null : await db.Plants.AsNoTracking().SingleOrDefaultAsync(p => p.LatinName == row.NectarSource, cancel);
        return new PublicLot(
            row.Code, product.Name, row.HarvestedOn, Enum.Parse<BeeSpecies>(row.Species), row.NectarSource, plant?.Name, county.Name,
            new Bilingual(row.FirmZh, row.FirmEn), row.Samples, row.Passed, row.Certificates);
    }

    public async Task<IReadOnlyList<ProductChoice>> ProductsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return (await work.Db.Products.AsNoTracking().OrderBy(p => p.Sort).ToListAsync(cancel)).ConvertAll(p => new ProductChoice(p.Code, p.Name));
    }

    private sealed record PublicLotRow(
        string Code, string Product, DateOnly HarvestedOn, string Species, string? NectarSource, string County, string FirmZh, string FirmEn,
        int Samples, int Passed, string[] Certificates);
}
