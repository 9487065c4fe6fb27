using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Import;

/// <summary>The laboratory's methods as a table. A method in use is not changed by one: its figures are those that readings were entered with.</summary>
internal static class MethodTables
{
    private static readonly Bilingual ProductName = new("产品", "product");

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        [nameof(Method.Code)] = "code", [nameof(Method.Source)] = "source", [nameof(Method.Lod)] = "lod", [nameof(Method.Loq)] = "loq",
        [nameof(Method.UncertaintyPercent)] = "uncertainty_percent",
    };

    public static async Task MethodsAsync(TableImport import, CancellationToken cancel)
    {
        var products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        var analytes = await TableImport.KnownAsync(import.Db.Analytes, a => a.Code, cancel);
        var known = await TableImport.KnownAsync(import.Db.Methods.Where(m => m.ValidTo == null), m => (m.Product, m.Analyte, m.Code), cancel);
        foreach (var row in import.Rows)
        {
            var (product, analyte, code) = (row.RequiredText("product", 30), row.RequiredText("analyte", 40), row.RequiredText("code", 60));
            var (lod, loq, uncertainty, source) = (row.Decimal("lod", null), row.Decimal("loq", null), row.Decimal("uncertainty_percent", null), row.RequiredText("source", 200));
            if (product.Length > 0 && !products.Contains(product))
                row.Refuse("product", ImportRefusal.Unknown, product, ProductName);
            if (analytes.Find(analyte) is not { } tested)
                row.Refuse("analyte", LabRefusal.AnalyteUnknown, analyte);
            else
                row.Refuse(MethodRules.Check(code, source, lod, loq, uncertainty, tested.Nature).Refusals, Columns);
            var method = new Method
            {
                Id = MethodId.New(),
                Product = product,
                Analyte = analyte,
                Code = code,
                Lod = lod,
                Loq = loq,
                UncertaintyPercent = uncertainty,
                Principle = row.Text("principle", 60),
                AccreditedCma = row.Truth("cma"),
                AccreditedCnas = row.Truth("cnas"),
                Source = source,
                ValidFrom = row.RequiredDay("valid_from"),
                EnteredBy = import.Work.Actor.Account,
                EnteredAt = import.Work.Now,
            };
            import.Insert(row, "code", known, (product, analyte, code), () => method, nameof(Method.Id), nameof(Method.EnteredBy), nameof(Method.EnteredAt), nameof(Method.ValidTo));
        }
    }
}
