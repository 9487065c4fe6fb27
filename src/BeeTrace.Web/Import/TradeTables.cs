using BeeTrace.Core;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Tables of trade: countries, commodity codes, ways of counting, and what others stated.</summary>
internal static class TradeTables
{
    public static readonly Bilingual CountryName = new("国家或地区", "country");

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
                Market = row.Text("market", 2) ?? row.RequiredText("code", 2),
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

    public static async Task FigureDefinitionsAsync(TableImport import, CancellationToken cancel)
    {
        var known = await TableImport.KnownAsync(import.Db.FigureDefinitions, d => d.Code, cancel);
        foreach (var row in import.Rows)
        {
            var definition = new FigureDefinition
            {
                Code = row.RequiredText("code", 40),
                NameZh = row.RequiredText("name_zh"),
                NameEn = row.RequiredText("name_en"),
                ProductScope = row.RequiredText("product_scope", 40),
                Basis = row.Choice<ShareBasis>("basis"),
                Flow = row.Choice<ShareFlow>("flow"),
                Attribution = row.Choice<ShareAttribution>("attribution"),
                Unit = row.RequiredText("unit", 10),
                Sort = row.Whole("sort", 0, 9999),
            };
            import.Put(row, "code", known, definition.Code, _ => definition);
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
                From = row.RequiredDay("from"),
                To = row.RequiredDay("to"),
                Decimals = row.Whole("decimals", 0, 6),
                Revision = row.Whole("revision", 1, 99),
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
            if (claim.To < claim.From)
                row.Refuse("to", ImportRefusal.DayTooEarly, claim.From);
            import.Insert(row, "code", known, claim.Code, () => claim, nameof(claim.Id));
        }
    }
}
