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
    private static readonly Bilingual Licence = new("养蜂证", "beekeeping licence");
    private static readonly Bilingual ApiaryName = new("蜂场", "apiary");

    private static readonly Dictionary<string, string> PlacementColumns = new(StringComparer.Ordinal)
    {
        [nameof(RegisterApiary.Latitude)] = "latitude",
        [nameof(RegisterApiary.Longitude)] = "longitude",
        [nameof(RegisterApiary.Datum)] = "datum",
        [nameof(RegisterApiary.Colonies)] = "colonies",
        [nameof(RegisterApiary.Plant)] = "plant",
        [nameof(RegisterApiary.From)] = "from",
    };

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

    public static async Task BeekeepersAsync(TableImport import, CancellationToken cancel)
    {
        var counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        var known = await TableImport.KnownAsync(import.Db.Beekeepers.AsNoTracking(), b => b.LicenceNumber, cancel);
        foreach (var row in import.Rows)
        {
            var licence = new Licence(row.RequiredText("licence_no", 30), PastDay(row, "licence_issued", import.Today));
            var beekeeper = new Beekeeper
            {
                Id = BeekeeperId.New(),
                LicenceNumber = licence.Number,
                NameZh = row.RequiredText("name_zh", 80),
                NameEn = row.RequiredText("name_en", 120),
                Kind = row.Choice<BeekeeperKind>("kind"),
                Phone = row.Text("phone"),
                Address = row.Text("address"),
                County = row.RequiredReference("county", counties, County),
                LicenceIssuedOn = licence.Issued,
                LicenceExpiresOn = licence.Expires,
                State = RegistrationState.Confirmed,
            };
            import.Insert(row, "licence_no", known, licence.Number, () => beekeeper, nameof(beekeeper.Id));
        }
    }

    public static async Task ApiariesAsync(TableImport import, CancellationToken cancel)
    {
        var counties = await TableImport.KeysAsync(import.Db.Counties.Select(c => c.Code), cancel);
        var beekeepers = await import.Db.Beekeepers.ToDictionaryAsync(b => b.LicenceNumber, b => b.Id, cancel);
        var known = await TableImport.KnownAsync(import.Db.Apiaries.AsNoTracking(), a => a.Code, cancel);
        var serials = new UsedSerials();
        var licences = beekeepers.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var row in import.Rows)
        {
            var licence = row.RequiredReference("licence_no", licences, Licence);
            var apiary = new Apiary
            {
                Id = ApiaryId.New(),
                Code = row.Code<ApiaryCode>("code"),
                BeekeeperId = beekeepers.GetValueOrDefault(licence),
                Name = row.RequiredText("name", ApiaryRules.LongestName),
                Kind = row.Choice<ApiaryKind>("kind"),
                Species = Species(row, "species"),
                County = row.RequiredReference("county", counties, County),
                RegisteredOn = PastDay(row, "registered_on", import.Today),
                State = RegistrationState.Confirmed,
            };
            if (import.Insert(row, "code", known, apiary.Code, () => apiary, nameof(apiary.Id), nameof(apiary.DeregisteredOn)) is { } added)
                serials.Note($"A{added.Code.County}", added.Code.Serial);
        }

        await serials.RaiseAsync(import, cancel);
    }

    public static async Task PlacementsAsync(TableImport import, CancellationToken cancel)
    {
        var plants = await TableImport.KeysAsync(import.Db.Plants.Select(p => p.LatinName), cancel);
        var apiaries = await import.Db.Apiaries.AsNoTracking().ToDictionaryAsync(a => a.Code, cancel);
        var stored = await import.Db.Placements.AsNoTracking().ToListAsync(cancel);
        var known = new KnownRows<(ApiaryId, DateOnly), Placement>(stored.ToDictionary(p => (p.ApiaryId, p.From)));
        var stays = stored.GroupBy(p => p.ApiaryId).ToDictionary(g => g.Key, g => g.Select(p => new PlacementPeriod(p.From, p.Until)).ToList());
        foreach (var row in import.Rows)
        {
            var apiary = ApiaryOf(row, "apiary", apiaries);
            var (from, until, accuracy) = (row.Day("from"), row.Day("until"), row.Decimal("accuracy_m", decimals: 1));
            var read = new RegisterApiary(
                apiary?.Name, apiary?.Species, apiary?.Kind, row.Whole("colonies", int.MinValue, int.MaxValue),
                row.Decimal("latitude", decimals: 7), row.Decimal("longitude", decimals: 7), row.Choice<Datum>("datum"), from,
                row.Reference("plant", plants, Plant), IsOutsideCountyConfirmed: true);
            if (apiary is null)
                continue;

            // Bees that follow the flow stand outside the county, hence no box.
            row.Refuse(ApiaryRules.Check(read, import.Today, county: null).Refusals, PlacementColumns);
            if (!row.IsSound)
                continue;
            var added = import.Insert(
                row, "from", known, (apiary.Id, from!.Value),
                () => ApiaryService.Place(
                    PlacementId.New(), apiary, from.Value, read.Latitude!.Value, read.Longitude!.Value, read.Datum!.Value, read.Colonies!.Value, read.Plant,
                    until, accuracy),
                nameof(Placement.Id), nameof(Placement.Latitude), nameof(Placement.Longitude));
            if (added is null)
                continue;

            var period = new PlacementPeriod(added.From, added.Until);
            if (!stays.TryGetValue(apiary.Id, out var others))
                stays[apiary.Id] = others = [];
            row.Refuse(PlacementRules.Check(period, others).Refusals, PlacementColumns);
            others.Add(period);
        }
    }

    public static string CreditCode(CsvRow row, string column) =>
        row.Parsed(column, text => UnifiedSocialCreditCode.Parse(text)).ToString();

    public static Task<Dictionary<string, Firm>> FirmsByCodeAsync(TableImport import, CancellationToken cancel) =>
        import.Db.Firms.AsNoTracking().ToDictionaryAsync(f => f.CreditCode, cancel);

    public static Firm? FirmOf(CsvRow row, string column, Dictionary<string, Firm> firms)
    {
        var code = CreditCode(row, column);
        if (code.Length == 0)
            return null;
        if (firms.TryGetValue(code, out var firm))
            return firm;
        row.Refuse(column, ImportRefusal.Unknown, code, Firm);
        return null;
    }

    public static Apiary? ApiaryOf(CsvRow row, string column, Dictionary<ApiaryCode, Apiary> apiaries)
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
    public static DateOnly PastDay(CsvRow row, string column, DateOnly today)
    {
        var day = row.RequiredDay(column);
        if (day > today)
            row.Refuse(column, ImportRefusal.DayInFuture, today);
        return day;
    }

    private static BeeSpecies Species(CsvRow row, string column)
    {
        var text = row.RequiredText(column);
        if (text.Length > 0 && !BeeSpeciesNames.TryParse(text, out _))
            row.Refuse(column, ImportRefusal.NotAChoice, text, string.Join(", ", Enum.GetValues<BeeSpecies>().Select(s => s.LatinName())));
        _ = BeeSpeciesNames.TryParse(text, out var species);
        return species;
    }
}
