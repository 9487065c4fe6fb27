using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>Reads a definition's amount out of the tables of years; null wherever something of it is withheld.</summary>
internal sealed class FigureCounter(FigureDefinition definition, IReadOnlyList<string> products)
{
    private const string Fresh = "RJ_FRESH";
    private const string Powder = "RJ_POWDER";

    public IReadOnlyList<string> Products => products;

    /// <summary>A period that begins and ends with months: whole years and quarters are taken as such, since they may be told where a month is not.</summary>
    public decimal? Over(FigurePeriod period, IReadOnlyDictionary<int, ExportTable> byYear) => Sum(period, byYear, Amount);

    public decimal? OfProduct(string code, FigurePeriod period, IReadOnlyDictionary<int, ExportTable> byYear) =>
        Sum(period, byYear, (table, cell) => Weigh(code, cell(ExportTable.Product(code))));

    public decimal? OfMonth(int month, ExportTable table) => Amount(table, line => table.OfMonth(line, month));

    public decimal? To(string destination, ExportTable table) => Amount(table, line => table.Of(line, destination));

    /// <summary>Of one product to one destination.</summary>
    public decimal? Flow(string product, string destination, ExportTable table) => Weigh(product, table.Of(ExportTable.Product(product), destination));

    public IEnumerable<string> Destinations(ExportTable table) => table.Destinations.Where(d => table.Of(LineIn(table), d) is { IsWithheld: true } or { Sums.NetKg: > 0 });

    public decimal? PriceOf(string code, ExportTable table, bool isYear) => isYear ? table.OfYear(ExportTable.Product(code)).Sums?.UsdPerKg : null;

    public decimal? PriceTo(string destination, ExportTable table) => table.Of(LineIn(table), destination).Sums?.UsdPerKg;

    /// <summary>A mass or value in the definition's unit: tonnes, powder three times where fresh mass is counted, or dollars.</summary>
    public decimal Weigh(string product, decimal netKg, decimal valueUsd) => definition.Basis switch
    {
        ShareBasis.Value => valueUsd,
        ShareBasis.FreshEquivalent when product == Powder => netKg * FreshEquivalent.FreshInPowder / 1000,
        _ => netKg / 1000,
    };

    private decimal? Weigh(string product, ExportCell cell) => cell.Sums is { } sums ? Weigh(product, sums.NetKg, sums.ValueUsd) : null;

    /// <summary>Of the scope's own cell; as fresh mass of its products, each of which must be told.</summary>
    private decimal? Amount(ExportTable table, Func<string, ExportCell> cell) => definition.Basis == ShareBasis.FreshEquivalent
        ? Plus(Weigh(Fresh, cell(ExportTable.Product(Fresh))), Weigh(Powder, cell(ExportTable.Product(Powder))))
        : Weigh("", cell(LineIn(table)));

    private string LineIn(ExportTable table) => table.LineOf(definition.ProductScope);

    private static decimal? Sum(FigurePeriod period, IReadOnlyDictionary<int, ExportTable> byYear, Func<ExportTable, Func<string, ExportCell>, decimal?> amount)
    {
        decimal? sum = 0;
        for (var month = period.From; month <= period.To;)
        {
            var table = byYear[month.Year];
            var (cell, months) = Piece(table, month, period.To);
            sum = Plus(sum, amount(table, cell));
            month = month.AddMonths(months);
        }

        return sum;
    }

    private static (Func<string, ExportCell> Cell, int Months) Piece(ExportTable table, DateOnly from, DateOnly to)
    {
        if (from.Month == 1 && new DateOnly(from.Year, 12, 31) <= to)
            return (table.OfYear, 12);
        if (from.Month % 3 == 1 && from.AddMonths(3).AddDays(-1) <= to)
            return (line => table.OfQuarter(line, (from.Month + 2) / 3), 3);
        return (line => table.OfMonth(line, from.Month), 1);
    }

    private static decimal? Plus(decimal? one, decimal? other) => one + other;
}
