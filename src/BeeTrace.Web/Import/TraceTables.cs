using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Tables of products and lots.</summary>
internal static class TraceTables
{
    public static readonly Bilingual Product = new("产品", "product");

    private static readonly Dictionary<string, string> LotColumns = new(StringComparer.Ordinal)
    {
        [nameof(RecordLot.Apiary)] = "apiary",
        [nameof(RecordLot.Product)] = "product",
        [nameof(RecordLot.MassKg)] = "mass_kg",
        [nameof(RecordLot.HarvestedOn)] = "harvested_on",
        [nameof(RecordLot.Plant)] = "nectar_source",
    };

    public static async Task ProductsAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Products, p => p.Code, cancel);
        foreach (var row in import.Rows)
        {
            var product = new Product
            {
                Code = row.RequiredText("code", 30),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                Scope = row.RequiredText("scope", 30),
                Sort = row.Whole("sort", 0, 9999),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
                Verified = row.Truth("verified"),
            };
            import.Put(row, "code", known, product.Code, _ => product);
        }
    }

    public static async Task LotsAsync(TableImport import, CancellationToken cancel)
    {
        var today = import.Today;
        var firms = await RegistryTables.FirmsByCodeAsync(import, cancel);
        var plants = await TableImport.KeysAsync(import.Db.Plants.Select(p => p.LatinName), cancel);
        var apiaries = await import.Db.Apiaries.AsNoTracking().ToDictionaryAsync(a => a.Code, cancel);
        var placements = (await import.Db.Placements.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.ApiaryId);
        var known = await TableImport.KnownAsync(import.Db.Lots.AsNoTracking(), l => l.Code, cancel);
        var serials = new UsedSerials();
        foreach (var row in import.Rows)
        {
            var code = row.Code<LotCode>("code");
            var firm = RegistryTables.FirmOf(row, "firm_uscc", firms);
            var apiary = RegistryTables.ApiaryOf(row, "apiary", apiaries);
            var recordedOn = RegistryTables.PastDay(row, "recorded_on", today);
            var read = new RecordLot(
                apiary?.Code ?? default, row.Text("product"), row.Decimal("mass_kg", decimals: null), row.Day("harvested_on"),
                row.Reference("nectar_source", plants, RegistryTables.Plant));
            if (apiary is null)
                continue;

            var stays = placements[apiary.Id].ToList();
            var findings = LotRules.Check(
                read, new ApiaryAtHarvest(apiary.Species, stays.ConvertAll(p => (new PlacementPeriod(p.From, p.Until), p.Colonies))), today);
            row.Refuse(findings.Refusals, LotColumns);
            if (recordedOn != default && recordedOn < read.HarvestedOn)
                row.Refuse("recorded_on", ImportRefusal.DayTooEarly, read.HarvestedOn);
            if (firm is null || !row.IsSound)
                continue;

            var harvestedOn = read.HarvestedOn!.Value;
            var stay = stays.Single(p => new PlacementPeriod(p.From, p.Until).Contains(harvestedOn));
            var added = import.Insert(row, "code", known, code, () => new Lot
            {
                Id = LotId.New(),
                Code = code,
                FirmId = firm.Id,
                ApiaryId = apiary.Id,
                PlacementId = stay.Id,
                BeekeeperId = apiary.BeekeeperId,
                Product = read.Product!,
                MassKg = read.MassKg!.Value,
                HarvestedOn = harvestedOn,
                NectarSource = read.Plant,
                Species = apiary.Species,
                // A table knows the day, not the hour.
                RecordedAt = new DateTimeOffset(recordedOn, new TimeOnly(12, 0), ChinaTime.Offset).ToUniversalTime(),
            }, nameof(Lot.Id));
            if (added is not null)
                serials.Note($"L{code.Year}", code.Serial);
        }

        await serials.RaiseAsync(import, cancel);
    }
}
