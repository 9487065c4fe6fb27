using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Shell.Public;

namespace BeeTrace.Web.Trade;

/// <summary>An export figure as its files tell it: the figure, its years, whose it is and for whom it was read.</summary>
/// <param name="County">The county whose firms are counted.</param>
/// <param name="Figure">What was asked.</param>
/// <param name="ByYear">The same figure of every year; null where it is withheld.</param>
/// <param name="ForOffice">True where the reader sees every firm, so that the file may hold what is not public.</param>
public sealed record FigureSheet(Bilingual County, ExportFigure Figure, IReadOnlyList<(int Year, decimal? Amount)> ByYear, bool ForOffice)
{
    /// <summary>What stands instead of a number that is not told.</summary>
    public static readonly Bilingual Withheld = FiguresText.Withheld;

    /// <summary>Every year from the first to the last; one without records has no amount and is not withheld either.</summary>
    public IReadOnlyList<(int Year, decimal? Amount)> Years => ByYear.Count == 0
        ? []
        : [.. Enumerable.Range(ByYear[0].Year, ByYear[^1].Year - ByYear[0].Year + 1).Select(year => (year, ByYear.Where(y => y.Year == year).Select(y => y.Amount).FirstOrDefault()))];

    /// <summary>The whole, its years and its parts, one amount a row.</summary>
    public IReadOnlyList<FigureRow> Rows
    {
        get
        {
            var source = FigureFileText.FromDeclarations;
            FigureRow Row(string part, string code, Bilingual name, decimal? amount, decimal? price, Bilingual? definition = null) =>
                new(part, code, name, amount, Figure.Definition.Unit, price, definition ?? Figure.Text, source);
            return
            [
                Row("total", Figure.Period.ToString(), FiguresText.ExportsOf(Figure), Figure.Amount, null),
                .. ByYear.Select(y => (Period: FigurePeriod.OfYear(y.Year), y.Amount)).Select(y => Row("year", y.Period.ToString(), y.Period.Describe(), y.Amount, null, FiguresText.ExportsOf(Figure with { Period = y.Period }))),
                .. Figure.ByProduct.Select(l => Row("product", l.Code, l.Name, l.Amount, l.UsdPerKg)),
                .. Figure.ByDestination.Select(l => Row("destination", l.Code, l.Name, l.Amount, l.UsdPerKg)),
                .. Figure.Flows.Select(f => Row("flow", $"{f.Product}>{f.Destination}", FigureFileText.FlowOf(f), f.Amount is { } amount ? Math.Round(amount, 2, MidpointRounding.ToEven) : null, null)),
                .. Figure.ByMonth.Select(l => Row("month", l.Code, l.Name, l.Amount, l.UsdPerKg)),
            ];
        }
    }

    /// <summary>What the figure stands on, as label and sentence: definition, share, nation, change, hands, what is withheld.</summary>
    public IReadOnlyList<(Bilingual Label, Bilingual Value)> Facts
    {
        get
        {
            List<(Bilingual, Bilingual)> facts =
            [
                (FiguresText.PeriodHead, Figure.Period.Describe()),
                (FiguresText.Definition, Figure.Text),
                (FigureFileText.Recorded, FigureFileText.FromDeclarations),
                (FigureFileText.Share, FiguresText.ShareLine(Figure)),
            ];
            if (Figure.National is { } national)
                facts.Add((FigureFileText.Nation, FiguresText.NationalNote(Figure)));
            if (Figure.National?.Implied is { } implied)
            {
                facts.Add((FiguresText.Implied, FiguresText.ImpliedOf(implied)));
                facts.Add((FiguresText.DerivedHead, FiguresText.DerivedBody));
            }

            if (Figure.Change is { } change)
                facts.Add((FiguresText.YearBefore, FiguresText.ChangeOf(change, Figure.Definition.Unit)));
            if (Figure.Hands is { } hands)
                facts.Add((FiguresText.Hands, FiguresText.HandsOf(hands)));
            return facts;
        }
    }

    /// <summary>What the file is and is not.</summary>
    public IReadOnlyList<Bilingual> Statements =>
    [
        FigureFileText.NoCertificate,
        .. Figure.HasWithheld || ByYear.Any(y => y.Amount is null) ? [FiguresText.WithheldNote] : (Bilingual[])[],
        .. ForOffice ? [FigureFileText.ForOffice] : (Bilingual[])[],
    ];

    /// <summary>Name of a file without its ending: definition and period, in characters that every system takes.</summary>
    public string FileName => $"exports-{Figure.Definition.Code}-{Figure.Period.ToString().Replace("..", "-to-", StringComparison.Ordinal)}";

    /// <summary>The amount for people, two decimals, or that it is withheld.</summary>
    public static Bilingual Say(decimal? amount) => amount is { } told ? new(Numerals.Amount(told, 2), Numerals.Amount(told, 2)) : Withheld;
}

/// <summary>One amount of a figure's table.</summary>
/// <param name="Part">total, year, product, destination, flow or month.</param>
/// <param name="Code">The period, product (of BeeTrace's list), country (ISO 3166-1) or <c>product&gt;country</c>.</param>
/// <param name="Name">The same for people.</param>
/// <param name="Amount">In <paramref name="Unit"/>; null where it is withheld.</param>
/// <param name="Unit"><c>t</c>, <c>USD</c> or <c>CNY</c>.</param>
/// <param name="UsdPerKg">Unit price of the mass whose value was stated.</param>
/// <param name="Definition">How it is counted.</param>
/// <param name="Source">From what.</param>
public sealed record FigureRow(string Part, string Code, Bilingual Name, decimal? Amount, string Unit, decimal? UsdPerKg, Bilingual Definition, Bilingual Source);
