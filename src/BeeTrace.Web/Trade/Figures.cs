using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>An export figure: what was asked, what came out, and everything it stands on.</summary>
/// <param name="Definition">How it is counted.</param>
/// <param name="Text">The definition in words, to stand under the number.</param>
/// <param name="Amount">In the definition's unit, two decimals; null where it is withheld.</param>
/// <param name="National">The nation's total of the same definition; null where none is known.</param>
/// <param name="Share">The share of the nation, or why there is none.</param>
/// <param name="Change">Against the same months a year before; null where that year has no exports.</param>
/// <param name="Hands">In how few hands it lies; null where that is not told.</param>
public sealed record ExportFigure(
    FigurePeriod Period, FigureDefinition Definition, Bilingual Text, decimal? Amount, NationalFigure? National, Share? Share, YearOnYearFigure? Change, HandsFigure? Hands,
    IReadOnlyList<FigureLine> ByProduct, IReadOnlyList<FigureLine> ByDestination, IReadOnlyList<FigureLine> ByMonth)
{
    public int Year => Period.From.Year;

    public string Product => Definition.ProductScope;

    /// <summary>Product by destination, of a whole year; the largest first.</summary>
    public IReadOnlyList<FigureFlow> Flows { get; init; } = [];

    public bool HasWithheld => Amount is null || ByProduct.Concat(ByDestination).Concat(ByMonth).Any(l => l.IsWithheld) || Flows.Any(f => f.Amount is null);
}

/// <summary>A line of a figure's table: a product, a destination or a month.</summary>
/// <param name="Amount">In the definition's unit; null where it is withheld.</param>
/// <param name="UsdPerKg">Unit price of the mass whose value was stated.</param>
public sealed record FigureLine(string Code, Bilingual Name, decimal? Amount, decimal? UsdPerKg)
{
    public bool IsWithheld => Amount is null;
}

/// <summary>What of a product went to a destination.</summary>
/// <param name="Product">Its code.</param>
/// <param name="ProductName">Its name.</param>
/// <param name="Destination">ISO 3166-1.</param>
/// <param name="DestinationName">The country's name.</param>
/// <param name="Amount">In the definition's unit; null where it is withheld.</param>
public sealed record FigureFlow(string Product, Bilingual ProductName, string Destination, Bilingual DestinationName, decimal? Amount);

/// <summary>A total of the nation, by whom it was stated or from what it was derived.</summary>
/// <param name="Implied">Where it was derived from a mass and its share: the interval that rounding leaves open.</param>
public sealed record NationalFigure(decimal Amount, ShareDefinition Means, Bilingual Source, ImpliedTotal? Implied);

/// <summary>The change against the year before.</summary>
public sealed record YearOnYearFigure(YearOnYear Compared, decimal? Before, Change Change);

/// <summary>In how few hands a trade lies.</summary>
public sealed record HandsFigure(int Firms, decimal LargestThreePercent, int HerfindahlHirschman);

/// <summary>One firm's part of a figure, for the firm itself and the county.</summary>
public sealed record FirmLine(FirmId Firm, Bilingual Name, string CreditCode, decimal Amount, decimal? SharePercent, int Rank, int Of);

/// <summary>The county's firms in one year, counted from the register and the firms' yearly returns.</summary>
public sealed record IndustryFigure(
    int Year, int Firms, int FirmsAbove100Million, decimal SalesCny, decimal? ChainOutputCny, Bilingual? ChainOutputSource);

/// <summary>What somebody stated, and whether the records give it too.</summary>
/// <param name="Recorded">The same figure from the records, where they know it.</param>
/// <param name="IsReproduced">Whether the records round to what was stated; null where they do not know it.</param>
public sealed record ClaimFigure(Claim Claim, decimal? Recorded, bool? IsReproduced);
