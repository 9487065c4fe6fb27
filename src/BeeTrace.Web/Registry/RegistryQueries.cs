using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Registry;

/// <summary>One stay of an apiary, as its beekeeper and the county see it.</summary>
public sealed record PlacementRow(
    DateOnly From, DateOnly? Until, decimal Latitude, decimal Longitude, Datum EnteredDatum, int Colonies, string? Plant, Bilingual? PlantName);

/// <summary>An apiary with its stays, newest first.</summary>
public sealed record ApiaryRow(
    ApiaryCode Code, string Name, ApiaryKind Kind, BeeSpecies Species, DateOnly RegisteredOn, Bilingual Beekeeper, string LicenceNumber,
    IReadOnlyList<PlacementRow> Placements)
{
    /// <summary>Where it stands now; null when it stands nowhere that is known.</summary>
    public PlacementRow? Current => Placements.FirstOrDefault(p => p.Until is null);
}

/// <summary>A beekeeper's own card.</summary>
public sealed record BeekeeperCard(Bilingual Name, string LicenceNumber, DateOnly LicenceIssuedOn, DateOnly LicenceExpiresOn, Bilingual County);

/// <summary>A firm with its return of one year, where the actor may see it.</summary>
public sealed record FirmRow(Bilingual Name, string CreditCode, FirmKind Kind, Bilingual County, decimal? SalesCny, decimal? OutputCny);

/// <summary>A firm to choose.</summary>
public sealed record FirmChoice(FirmId Id, Bilingual Name);

/// <summary>A plant to choose, by Latin name.</summary>
public sealed record PlantChoice(string LatinName, Bilingual Name);

/// <summary>Reads the register; row security decides what of it.</summary>
public sealed class RegistryQueries(Database database)
{
    public async Task<BeekeeperCard?> MyCardAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await (
            from b in work.Db.Beekeepers.AsNoTracking()
            where b.Id == actor.Beekeeper
            join c in work.Db.Counties on b.County equals c.Code
            select new BeekeeperCard(
                new Bilingual(b.NameZh, b.NameEn), b.LicenceNumber, b.LicenceIssuedOn, b.LicenceExpiresOn, new Bilingual(c.NameZh, c.NameEn)))
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>A beekeeper's own apiaries with all their stays. Officers find apiaries through <see cref="RegisterSearch"/>.</summary>
    public async Task<IReadOnlyList<ApiaryRow>> ApiariesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        var apiaries = await (
            from a in db.Apiaries.AsNoTracking()
            where a.BeekeeperId == actor.Beekeeper
            join b in db.Beekeepers on a.BeekeeperId equals b.Id
            orderby a.Code
            select new { a, Name = new Bilingual(b.NameZh, b.NameEn), b.LicenceNumber }).ToListAsync(cancel);
        var ids = apiaries.ConvertAll(x => x.a.Id);
        var plants = await db.Plants.AsNoTracking().ToDictionaryAsync(p => p.LatinName, p => p.Name, cancel);
        var stays = (await db.Placements.AsNoTracking().Where(p => ids.Contains(p.ApiaryId)).OrderByDescending(p => p.From).ToListAsync(cancel)).ToLookup(p => p.ApiaryId);
        var rows = apiaries.Select(x => new ApiaryRow(
            x.a.Code, x.a.Name, x.a.Kind, x.a.Species, x.a.RegisteredOn, x.Name, x.LicenceNumber,
            [.. stays[x.a.Id].Select(p => new PlacementRow(
                p.From, p.Until, p.Latitude, p.Longitude, p.EnteredDatum, p.Colonies, p.Plant,
                p.Plant is null ? null : plants.GetValueOrDefault(p.Plant)))]));
        return [.. rows];
    }

    public async Task<IReadOnlyList<FirmRow>> FirmsAsync(int year, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await (
            from f in work.Db.Firms.AsNoTracking()
            join c in work.Db.Counties on f.County equals c.Code
            join y in work.Db.FirmYears.Where(y => y.Year == year) on f.Id equals y.FirmId into years
            from y in years.DefaultIfEmpty()
            orderby y == null ? 0 : y.SalesCny descending, f.CreditCode
            select new FirmRow(
                new Bilingual(f.NameZh, f.NameEn), f.CreditCode, f.Kind, new Bilingual(c.NameZh, c.NameEn),
                y == null ? null : y.SalesCny, y == null ? null : y.OutputCny)).ToListAsync(cancel);
    }

    /// <summary>Firms that own lots; laboratories are left out.</summary>
    public async Task<IReadOnlyList<FirmChoice>> FirmChoicesAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var firms = await work.Db.Firms.AsNoTracking().Where(f => f.Kind != FirmKind.Laboratory).OrderBy(f => f.CreditCode).ToListAsync(cancel);
        return firms.ConvertAll(f => new FirmChoice(f.Id, f.Name));
    }

    /// <summary>The years of which firms gave figures, newest first.</summary>
    public async Task<IReadOnlyList<int>> FirmYearsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.FirmYears.Select(y => y.Year).Distinct().OrderDescending().ToListAsync(cancel);
    }

    /// <summary>
    /// Plants that a beekeeper may say the bees stand on; toxic ones are not offered. What blooms in the registering counties comes
    /// first, then what blooms elsewhere in the country, then plants that only foreign standards name.
    /// </summary>
    public async Task<IReadOnlyList<PlantChoice>> PlantsAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var blooms = await work.Db.Blooms.AsNoTracking().Select(n => new { n.Plant, n.County }).ToListAsync(cancel);
        var near = blooms.Where(b => b.County is not null).Select(b => b.Plant).ToHashSet(StringComparer.Ordinal);
        var elsewhere = blooms.Select(b => b.Plant).ToHashSet(StringComparer.Ordinal);
        var plants = await work.Db.Plants.AsNoTracking().Where(p => !p.Toxic).ToListAsync(cancel);
        return
        [
            .. plants
                .OrderBy(p => near.Contains(p.LatinName) ? 0 : elsewhere.Contains(p.LatinName) ? 1 : 2)
                .ThenBy(p => p.LatinName, StringComparer.Ordinal)
                .Select(p => new PlantChoice(p.LatinName, p.Name)),
        ];
    }
}
