using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>
/// Tables of yearly returns that were signed and accepted on paper: whoever brings them answers for having seen the papers, and nobody here has
/// filed them. Their lines come by tables of their own.
/// </summary>
internal static class ReturnTables
{
    private static readonly Bilingual Return = new("纸质年报", "return signed on paper");

    /// <summary>Stands for the hand on the paper.</summary>
    private static readonly AccountId OnPaper = new(Guid.Empty);

    private static readonly Dictionary<string, string> ColumnOfField = new(StringComparer.Ordinal)
    {
        [nameof(WriteReturn.SalesCny)] = "sales_cny",
        [nameof(WriteReturn.OutputCny)] = "output_cny",
        [nameof(WriteReturn.ExportUsd)] = "export_usd",
        [nameof(WriteReturn.Employees)] = "employees",
        [nameof(WriteReturn.Note)] = "note",
    };

    /// <summary>Accepted returns; the register's sales and output of the year follow, or say the same already.</summary>
    public static async Task ReturnsAsync(TableImport import, CancellationToken cancel)
    {
        var firms = await RegistryTables.FirmsByCodeAsync(import, cancel);
        var known = await TableImport.KnownAsync(Counting(import).AsNoTracking(), r => (r.FirmId, r.Year), cancel);
        var figures = await import.Db.FirmYears.AsNoTracking().ToDictionaryAsync(y => (y.FirmId, y.Year), cancel);
        foreach (var row in import.Rows)
        {
            var firm = RegistryTables.FirmOf(row, "uscc", firms)?.Id ?? default;
            var year = row.Whole("year", ReturnRules.FirstYear, import.Today.Year - 1);
            var read = new WriteReturn(
                row.Amount("sales_cny", decimals: 2), row.Amount("output_cny", decimals: 2), row.Decimal("export_usd", decimals: 2), row.Whole("employees", 0, ReturnRules.MostPeople),
                row.Text("note"), [], []);
            row.Refuse(ReturnRules.CheckFiling(read, year, new HashSet<string>(StringComparer.Ordinal), import.Today), ColumnOfField, "year");
            var stored = figures.GetValueOrDefault((firm, year));
            if (row.IsSound && stored is not null && (stored.SalesCny != read.SalesCny || stored.OutputCny != read.OutputCny))
                row.Refuse(stored.SalesCny != read.SalesCny ? "sales_cny" : "output_cny", ImportRefusal.ExistsDifferently, year.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var added = import.Insert(
                row, "year", known, (firm, year),
                () => new YearlyReturn
                {
                    Id = YearlyReturnId.New(), FirmId = firm, Year = year, Version = 1, State = ReturnState.Accepted, SalesCny = read.SalesCny, OutputCny = read.OutputCny,
                    ExportUsd = read.ExportUsd, Employees = read.Employees, Note = read.Note, FiledBy = OnPaper, DecidedBy = import.Work.Actor.Account, DecidedAt = import.Work.Now,
                },
                nameof(YearlyReturn.Id), nameof(YearlyReturn.Version), nameof(YearlyReturn.FiledBy), nameof(YearlyReturn.FiledAt), nameof(YearlyReturn.DecidedBy),
                nameof(YearlyReturn.DecidedAt), nameof(YearlyReturn.Decision));
            if (added is not null && stored is null)
                import.Db.FirmYears.Add(new FirmYear { FirmId = firm, Year = year, SalesCny = added.SalesCny!.Value, OutputCny = added.OutputCny!.Value });
        }
    }

    /// <summary>Output by product of such returns.</summary>
    public static async Task ProductsAsync(TableImport import, CancellationToken cancel)
    {
        var (firms, returns) = (await RegistryTables.FirmsByCodeAsync(import, cancel), await OnPaperAsync(import, cancel));
        var products = await TableImport.KeysAsync(import.Db.Products.Select(p => p.Code), cancel);
        var known = await TableImport.KnownAsync(import.Db.Set<ReturnProduct>().AsNoTracking(), p => (p.ReturnId, p.Product), cancel);
        foreach (var row in import.Rows)
        {
            var line = new ReturnProduct
            {
                ReturnId = ReturnOf(row, import, firms, returns)?.Id ?? default,
                Product = row.RequiredReference("product", products, TraceTables.Product),
                OutputKg = row.Amount("output_kg", decimals: 3),
                ExportKg = row.Peek("export_kg") is null ? null : row.Amount("export_kg", decimals: 3),
            };
            import.Insert(row, "product", known, (line.ReturnId, line.Product), () => line);
        }
    }

    /// <summary>Co-operation of such returns.</summary>
    public static async Task PartnersAsync(TableImport import, CancellationToken cancel)
    {
        var (firms, returns) = (await RegistryTables.FirmsByCodeAsync(import, cancel), await OnPaperAsync(import, cancel));
        var stored = await import.Db.Set<ReturnPartner>().AsNoTracking().ToListAsync(cancel);
        var places = stored.GroupBy(p => p.ReturnId).ToDictionary(g => g.Key, g => g.Max(p => p.Place));
        var known = new KnownRows<(YearlyReturnId, string), ReturnPartner>(stored.ToDictionary(p => (p.ReturnId, p.Name)));
        foreach (var row in import.Rows)
        {
            var owner = ReturnOf(row, import, firms, returns)?.Id ?? default;
            var partner = new ReturnPartner
            {
                ReturnId = owner,
                Place = places.GetValueOrDefault(owner) + 1,
                Name = row.RequiredText("partner", ReturnPartner.LongestName),
                Kind = row.Choice<PartnerKind>("kind"),
                Interns = row.Whole("interns", 0, ReturnRules.MostPeople),
                JointProducts = row.Whole("joint_products", 0, ReturnRules.MostPeople),
            };
            if (import.Insert(row, "partner", known, (owner, partner.Name), () => partner, nameof(partner.Place)) is not null)
                places[owner] = partner.Place;
        }
    }

    private static IQueryable<YearlyReturn> Counting(TableImport import) => import.Db.YearlyReturns.Where(r => r.State == ReturnState.Accepted && r.SupersededBy == null);

    private static Task<Dictionary<(FirmId, int), YearlyReturn>> OnPaperAsync(TableImport import, CancellationToken cancel) =>
        Counting(import).AsNoTracking().Where(r => r.FiledBy == OnPaper).ToDictionaryAsync(r => (r.FirmId, r.Year), cancel);

    private static YearlyReturn? ReturnOf(TableRow row, TableImport import, Dictionary<string, Firm> firms, Dictionary<(FirmId, int), YearlyReturn> returns)
    {
        var (firm, year) = (RegistryTables.FirmOf(row, "uscc", firms), row.Whole("year", ReturnRules.FirstYear, import.Today.Year - 1));
        if (firm is null || !row.IsSound)
            return null;
        if (returns.TryGetValue((firm.Id, year), out var found))
            return found;
        row.Refuse("year", ImportRefusal.Unknown, year.ToString(System.Globalization.CultureInfo.InvariantCulture), Return);
        return null;
    }
}
