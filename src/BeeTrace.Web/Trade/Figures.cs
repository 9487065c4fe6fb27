using BeeTrace.Core;

namespace BeeTrace.Web.Trade;

/// <summary>Export volume of one year and product scope, with its share of the nation where that can be defended.</summary>
/// <param name="Definition">What is counted: products, basis, period, flow, attribution.</param>
/// <param name="NationalSource">Whose national total it is; null where none of the same definition is known.</param>
/// <param name="SharePercent">Percent of the nation, two decimals, half to even; null where definitions differ.</param>
public sealed record ExportFigure(
    int Year,
    string Product,
    Bilingual Definition,
    decimal Tonnes,
    decimal? NationalTonnes,
    decimal? SharePercent,
    Bilingual? NationalSource,
    IReadOnlyList<ProductTonnes> ByProduct,
    IReadOnlyList<DestinationTonnes> ByDestination);

/// <summary>Tonnes of one product.</summary>
public sealed record ProductTonnes(string Product, Bilingual Name, decimal Tonnes);

/// <summary>Tonnes to one destination (ISO 3166-1 alpha-2).</summary>
public sealed record DestinationTonnes(string Country, Bilingual Name, decimal Tonnes);

/// <summary>The county's firms in one year, counted from the register and the firms' yearly returns.</summary>
public sealed record IndustryFigure(
    int Year, int Firms, int FirmsAbove100Million, decimal SalesCny, decimal? ChainOutputCny, Bilingual? ChainOutputSource);
