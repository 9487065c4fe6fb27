using BeeTrace.Core;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Tables of trade: countries, commodity codes, exports, and what others stated.</summary>
internal static class TradeTables
{
    private static readonly Bilingual CountryName = new("国家或地区", "country");
    private static readonly Bilingual HsCodeName = new("商品编码", "commodity code");

    public static async Task CountriesAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Countries, c => c.Code, cancel);
        foreach (var row in import.Rows)
        {
            var country = new Country
            {
                Code = row.RequiredText("code", 2),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                SourceMark = row.RequiredText("source_mark"),
            };
            import.Put(row, "code", known, country.Code, _ => country);
        }
    }

    public static async Task HsCodesAsync(TableImport import, CancellationToken cancel)
    {
        var products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        var known = await TableImport.KnownAsync(import.Db.HsCodes, h => (h.Code, h.Product), cancel);
        foreach (var row in import.Rows)
        {
            var code = new HsCode
            {
                Code = row.RequiredText("hs_code", 10),
                Product = row.RequiredReference("product", products, TraceTables.Product),
                ValidFrom = row.Day("valid_from"),
                ValidTo = row.Day("valid_to"),
                SourceMark = row.RequiredText("source_mark"),
                Source = row.RequiredText("source"),
                Verified = row.Truth("verified"),
                Active = row.Truth("active"),
            };
            if (code.ValidTo < code.ValidFrom)
                row.Refuse("valid_to", ImportRefusal.DayTooEarly, code.ValidFrom!);
            import.Put(row, "hs_code", known, (code.Code, code.Product), _ => code);
        }
    }

    public static async Task ExportsAsync(TableImport import, CancellationToken cancel)
    {
        var firms = await RegistryTables.FirmsByCodeAsync(import, cancel);
        var products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        var countries = await TableImport.KeysAsync(import.Db.Countries.Select(c => c.Code), cancel);
        var codes = await TableImport.KeysAsync(import.Db.HsCodes.Select(h => h.Code).Distinct(), cancel);
        var known = await TableImport.KnownAsync(
            import.Db.Exports.AsNoTracking(), e => (e.FirmId, e.Year, e.Product, e.Destination), cancel);
        foreach (var row in import.Rows)
        {
            var export = new Export
            {
                Id = ExportId.New(),
                FirmId = RegistryTables.FirmOf(row, "firm_uscc", firms)?.Id ?? default,
                Year = row.Whole("year", 1990, import.Today.Year),
                Product = row.RequiredReference("product", products, TraceTables.Product),
                Destination = row.RequiredReference("destination", countries, CountryName),
                NetKg = row.PositiveAmount("net_kg"),
                HsCode = row.RequiredReference("hs_code", codes, HsCodeName),
            };
            import.Insert(
                row, "firm_uscc", known, (export.FirmId, export.Year, export.Product, export.Destination), () => export, nameof(export.Id));
        }
    }

    public static async Task ClaimsAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.Claims.AsNoTracking(), c => c.Code, cancel);
        foreach (var row in import.Rows)
        {
            var claim = new Claim
            {
                Id = ClaimId.New(),
                Code = row.RequiredText("code"),
                Subject = row.RequiredText("subject"),
                Measure = row.RequiredText("measure"),
                Value = row.Amount("value"),
                Unit = row.RequiredText("unit"),
                Year = row.Whole("year", 1990, import.Today.Year),
                ProductScope = row.Text("product_scope"),
                Basis = row.Text("basis"),
                Flow = row.Text("flow"),
                Attribution = row.Text("attribution"),
                DefinitionZh = row.RequiredText("definition_zh"),
                DefinitionEn = row.RequiredText("definition_en"),
                SourceZh = row.RequiredText("source_zh"),
                SourceEn = row.RequiredText("source_en"),
                PublishedOn = row.Day("published_on"),
                SourceMark = row.RequiredText("source_mark"),
            };
            import.Insert(row, "code", known, claim.Code, () => claim, nameof(claim.Id));
        }
    }
}
