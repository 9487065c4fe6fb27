using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Tables of the register: counties, plants, firms, beekeepers, apiaries and where they stand.</summary>
internal static class RegistryTables
{
    public static readonly Bilingual County = new("县", "county");
    public static readonly Bilingual Firm = new("企业", "firm");
    public static readonly Bilingual Plant = new("植物", "plant");
    public static readonly Bilingual Licence = new("养蜂证", "beekeeping licence");
    public static readonly Bilingual ApiaryName = new("蜂场", "apiary");

    public static async Task CountiesAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Counties, c => c.Code, cancel);
        foreach (var row in import.Rows)
        {
            var county = new County
            {
                Code = row.RequiredText("code", 6),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                ProvinceZh = row.RequiredText("province_zh"),
                ProvinceEn = row.RequiredText("province_en"),
                LatitudeMin = row.Decimal("latitude_min"),
                LatitudeMax = row.Decimal("latitude_max"),
                LongitudeMin = row.Decimal("longitude_min"),
                LongitudeMax = row.Decimal("longitude_max"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
            };
            if (county.LatitudeMin > county.LatitudeMax)
                row.Refuse("latitude_max", ImportRefusal.BoundsReversed);
            if (county.LongitudeMin > county.LongitudeMax)
                row.Refuse("longitude_max", ImportRefusal.BoundsReversed);
            import.Put(row, "code", known, county.Code, _ => county);
        }
    }

    public static async Task PlantsAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Plants, p => p.LatinName, cancel);
        foreach (var row in import.Rows)
        {
            var plant = new Plant
            {
                LatinName = row.RequiredText("latin_name", 120),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                Synonyms = row.List("synonyms"),
                Toxic = row.Truth("toxic"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
                Verified = row.Truth("verified"),
            };
            import.Put(row, "latin_name", known, plant.LatinName, _ => plant);
        }
    }

    public static async Task BloomsAsync(TableImport import, CancellationToken cancel)
    {
        var plants = await TableImport.KeysAsync(import.Db.Plants.Select(p => p.LatinName), cancel);
        var counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        var known = await TableImport.KnownAsync(import.Db.Blooms, n => (n.Plant, n.RegionEn, n.BloomFrom), cancel);
        foreach (var row in import.Rows)
        {
            var plant = row.RequiredReference("latin_name", plants, Plant);
            var region = row.RequiredText("region_en");
            var from = row.DayOfYear("bloom_from").ToString();
            Bloom Make(Bloom? stored) => new()
            {
                Id = stored?.Id ?? BloomId.New(),
                Plant = plant,
                RegionZh = row.RequiredText("region_zh"),
                RegionEn = region,
                County = row.Reference("county", counties, County),
                BloomFrom = from,
                BloomTo = row.DayOfYear("bloom_to").ToString(),
                YieldLowKg = row.Decimal("yield_low_kg"),
                YieldHighKg = row.Decimal("yield_high_kg"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
                Verified = row.Truth("verified"),
            };
            var read = Make(null);
            if (read.YieldLowKg > read.YieldHighKg)
                row.Refuse("yield_high_kg", ImportRefusal.BoundsReversed);
            import.Put(row, "latin_name", known, (plant, region, from), Make);
        }
    }

    public static async Task FirmsAsync(TableImport import, CancellationToken cancel)
    {
        var counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        var known = await TableImport.KnownAsync(import.Db.Firms.AsNoTracking(), f => f.CreditCode, cancel);
        foreach (var row in import.Rows)
        {
            var firm = new Firm
            {
                Id = FirmId.New(),
                CreditCode = CreditCode(row, "uscc"),
                NameZh = row.RequiredText("name_zh", 120),
                NameEn = row.RequiredText("name_en", 160),
                Kind = row.Choice<FirmKind>("kind"),
                County = row.RequiredReference("county", counties, County),
                Address = row.Text("address"),
            };
            import.Insert(row, "uscc", known, firm.CreditCode, () => firm, nameof(firm.Id));
        }
    }

    public static async Task FirmYearsAsync(TableImport import, CancellationToken cancel)
    {
        var firms = await FirmsByCodeAsync(import, cancel);
        var known = await TableImport.KnownAsync(import.Db.FirmYears.AsNoTracking(), y => (y.FirmId, y.Year), cancel);
        foreach (var row in import.Rows)
        {
            var year = new FirmYear
            {
                FirmId = FirmOf(row, "uscc", firms)?.Id ?? default,
                Year = row.Whole("year", 1990, import.Today.Year),
                SalesCny = row.Amount("sales_cny", decimals: 2),
                OutputCny = row.Amount("output_cny", decimals: 2),
            };
            import.Insert(row, "year", known, (year.FirmId, year.Year), () => year);
        }
    }

    public static string CreditCode(TableRow row, string column) =>
        row.Parsed(column, text => UnifiedSocialCreditCode.Parse(text)).ToString();

    public static Task<Dictionary<string, Firm>> FirmsByCodeAsync(TableImport import, CancellationToken cancel) =>
        import.Db.Firms.AsNoTracking().ToDictionaryAsync(f => f.CreditCode, cancel);

    public static Firm? FirmOf(TableRow row, string column, Dictionary<string, Firm> firms)
    {
        var code = CreditCode(row, column);
        if (code.Length == 0)
            return null;
        if (firms.TryGetValue(code, out var firm))
            return firm;
        row.Refuse(column, ImportRefusal.Unknown, code, Firm);
        return null;
    }

    public static Apiary? ApiaryOf(TableRow row, string column, Dictionary<ApiaryCode, Apiary> apiaries)
    {
        var code = row.Code<ApiaryCode>(column);
        if (code == default)
            return null;
        if (apiaries.TryGetValue(code, out var apiary))
            return apiary;
        row.Refuse(column, ImportRefusal.Unknown, code.ToString(), ApiaryName);
        return null;
    }

    /// <summary>A day that must be there and is not to come.</summary>
    public static DateOnly PastDay(TableRow row, string column, DateOnly today)
    {
        var day = row.RequiredDay(column);
        if (day > today)
            row.Refuse(column, ImportRefusal.DayInFuture, today);
        return day;
    }

    /// <summary>The bees by Latin name, or as people call them.</summary>
    public static BeeSpecies Species(TableRow row, string column)
    {
        var text = row.RequiredText(column);
        if (BeeSpeciesNames.TryParse(text, out var species) || text.Length == 0)
            return species;
        foreach (var (one, words) in SpeciesWords)
        {
            if (words.Contains(text))
                return one;
        }

        row.Refuse(column, ImportRefusal.NotAChoice, text, string.Join(", ", Enum.GetValues<BeeSpecies>().Select(s => s.LatinName())));
        return default;
    }

    private static readonly (BeeSpecies Species, string[] Words)[] SpeciesWords =
    [
        (BeeSpecies.Mellifera, ["意蜂", "西蜂", "西方蜜蜂", "意大利蜂"]),
        (BeeSpecies.Cerana, ["中蜂", "中华蜜蜂", "东方蜜蜂", "土蜂"]),
    ];
}
