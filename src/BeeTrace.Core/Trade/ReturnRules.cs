using System.Globalization;

namespace BeeTrace.Core.Trade;

/// <summary>A firm's return of a year as it is written, before it is kept. Money in yuan and US dollars, mass in kilograms.</summary>
public sealed record WriteReturn(
    decimal? SalesCny, decimal? OutputCny, decimal? ExportUsd, int? Employees, string? Note, IReadOnlyList<WriteProduct> Products, IReadOnlyList<WritePartner> Partners);

/// <summary>A line of output by product.</summary>
public sealed record WriteProduct(string? Product, decimal? OutputKg, decimal? ExportKg);

/// <summary>A line of co-operation. Interns and joint products that are not given are none.</summary>
public sealed record WritePartner(string? Name, PartnerKind? Kind, int? Interns, int? JointProducts);

/// <summary>The money figures that count of the newest year before a return's own, to hold it against.</summary>
public sealed record EarlierFigures(int Year, decimal? SalesCny, decimal? OutputCny, decimal? ExportUsd);

/// <summary>
/// A figure that looks like a slip and is nevertheless possible: whoever files confirms it, and then it stands. Asked again when the figure
/// changes.
/// </summary>
/// <param name="Code">Key of the sentence, one of <see cref="ReturnRefusal"/>.</param>
/// <param name="Field">The figure.</param>
/// <param name="Given">In yuan or US dollars.</param>
/// <param name="Year">The earlier year.</param>
/// <param name="Earlier">Its figure.</param>
public sealed record ReturnQuestion(string Code, string Field, decimal Given, int Year, decimal Earlier)
{
    /// <summary>The sentence that is told until it is confirmed; amounts in ten thousands, as they are typed.</summary>
    public Refusal ToRefusal() => new(Code, Field, ReturnRules.InTenThousands(Given), Year.ToString(CultureInfo.InvariantCulture), ReturnRules.InTenThousands(Earlier));
}

/// <summary>What a yearly return must be to be kept, and to be filed.</summary>
public static class ReturnRules
{
    /// <summary>The year of the oldest tables that a county has.</summary>
    public const int FirstYear = 1990;

    /// <summary>House rule: ten thousand times what the largest firm could sell, so that yuan typed for ten thousand yuan are asked about and not only refused.</summary>
    public const decimal MostMoney = 100_000_000_000_000;

    /// <summary>House rule: a million tonnes, twice what the whole country makes of honey.</summary>
    public const decimal MostKg = 1_000_000_000;

    /// <summary>House rule, for employees, interns and joint products: a number that is typed and not a telephone number.</summary>
    public const int MostPeople = 1_000_000;

    public const int MostLines = 50;

    /// <summary>House rule: yuan typed for ten thousand yuan make 10,000 times; half of it leaves room for a year that went badly.</summary>
    private const decimal TypedInAnotherUnit = 5_000;

    /// <summary>House rule: sales that change more than this in a year are asked about.</summary>
    private const decimal Jump = 10;

    /// <summary>The words for a year that nobody can write a return for; null where there is nothing wrong.</summary>
    public static Refusal? CheckYear(int? year, DateOnly today) =>
        year is { } given && given >= FirstYear && given <= today.Year ? null : new Refusal(ReturnRefusal.YearAbsent, null, Plain(FirstYear), Plain(today.Year));

    /// <summary>Everything that is wrong with a draft, each beside its field: a draft may be incomplete and not impossible.</summary>
    public static IReadOnlyList<Refusal> Check(WriteReturn draft, IReadOnlySet<string> products)
    {
        List<Refusal> refusals = [];
        CheckFigure(refusals, draft.SalesCny, nameof(draft.SalesCny), MostMoney, decimals: 2, InTenThousands);
        CheckFigure(refusals, draft.OutputCny, nameof(draft.OutputCny), MostMoney, decimals: 2, InTenThousands);
        CheckFigure(refusals, draft.ExportUsd, nameof(draft.ExportUsd), MostMoney, decimals: 2, InTenThousands);
        CheckCount(refusals, draft.Employees, nameof(draft.Employees));
        CheckLength(refusals, draft.Note, YearlyReturn.LongestNote, nameof(draft.Note));
        CheckProducts(refusals, draft.Products, products);
        CheckPartners(refusals, draft.Partners);
        return refusals;
    }

    /// <summary>The same for a return that is filed: the year has ended, and the figures that everybody gives are there.</summary>
    public static IReadOnlyList<Refusal> CheckFiling(WriteReturn draft, int year, IReadOnlySet<string> products, DateOnly today)
    {
        List<Refusal> refusals = [.. Check(draft, products)];
        if (year >= today.Year)
            refusals.Add(new(ReturnRefusal.YearRuns, null, Plain(year), new DateOnly(year + 1, 1, 1)));
        foreach (var (missing, field) in new[] { (draft.SalesCny is null, nameof(draft.SalesCny)), (draft.OutputCny is null, nameof(draft.OutputCny)), (draft.Employees is null, nameof(draft.Employees)) })
        {
            if (missing)
                refusals.Add(new(ReturnRefusal.FigureMissing, field));
        }

        return refusals;
    }

    /// <summary>The figures to be confirmed; none where no earlier year is known.</summary>
    public static IReadOnlyList<ReturnQuestion> Questions(WriteReturn draft, EarlierFigures? earlier)
    {
        if (earlier is null)
            return [];
        List<ReturnQuestion> questions = [];
        foreach (var (field, given, before) in new[]
        {
            (nameof(draft.SalesCny), draft.SalesCny, earlier.SalesCny), (nameof(draft.OutputCny), draft.OutputCny, earlier.OutputCny), (nameof(draft.ExportUsd), draft.ExportUsd, earlier.ExportUsd),
        })
        {
            if (given is not { } now || before is not { } then || then <= 0)
                continue;
            var code =
                now >= then * TypedInAnotherUnit ? ReturnRefusal.TenThousandfold
                : now > 0 && now * TypedInAnotherUnit <= then ? ReturnRefusal.TenThousandth
                : field == nameof(draft.SalesCny) && (now > then * Jump || now * Jump < then) ? ReturnRefusal.SalesJumped
                : null;
            if (code is not null)
                questions.Add(new(code, field, now, earlier.Year, then));
        }

        return questions;
    }

    /// <summary>An amount in 万 (ten thousands), without zeros that say nothing.</summary>
    public static decimal InTenThousands(decimal amount) => amount / 10_000m / 1.0000000000000000000000000000m;

    private static void CheckProducts(List<Refusal> refusals, IReadOnlyList<WriteProduct> lines, IReadOnlySet<string> products)
    {
        if (lines.Count > MostLines)
            refusals.Add(new(ReturnRefusal.TooManyLines, nameof(WriteReturn.Products), MostLines));
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrEmpty(line.Product))
                refusals.Add(new(ReturnRefusal.ProductMissing, FieldOf(index, nameof(line.Product))));
            else if (!products.Contains(line.Product))
                refusals.Add(new(TradeRefusal.ProductUnknown, FieldOf(index, nameof(line.Product)), line.Product));
            else if (!named.Add(line.Product))
                refusals.Add(new(ReturnRefusal.ProductTwice, FieldOf(index, nameof(line.Product)), line.Product));
            if (line.OutputKg is null)
                refusals.Add(new(ReturnRefusal.FigureMissing, FieldOf(index, nameof(line.OutputKg))));
            CheckFigure(refusals, line.OutputKg, FieldOf(index, nameof(line.OutputKg)), MostKg, decimals: 3);
            CheckFigure(refusals, line.ExportKg, FieldOf(index, nameof(line.ExportKg)), MostKg, decimals: 3);
        }

        static string FieldOf(int index, string field) => LineField(nameof(WriteReturn.Products), index, field);
    }

    private static void CheckPartners(List<Refusal> refusals, IReadOnlyList<WritePartner> lines)
    {
        if (lines.Count > MostLines)
            refusals.Add(new(ReturnRefusal.TooManyLines, nameof(WriteReturn.Partners), MostLines));
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line.Name))
                refusals.Add(new(ReturnRefusal.PartnerMissing, FieldOf(index, nameof(line.Name))));
            else if (!named.Add(line.Name.Trim()))
                refusals.Add(new(ReturnRefusal.PartnerTwice, FieldOf(index, nameof(line.Name)), line.Name.Trim()));
            CheckLength(refusals, line.Name, ReturnPartner.LongestName, FieldOf(index, nameof(line.Name)));
            if (line.Kind is not { } kind || !Enum.IsDefined(kind))
                refusals.Add(new(ReturnRefusal.PartnerKindMissing, FieldOf(index, nameof(line.Kind))));
            CheckCount(refusals, line.Interns, FieldOf(index, nameof(line.Interns)));
            CheckCount(refusals, line.JointProducts, FieldOf(index, nameof(line.JointProducts)));
        }

        static string FieldOf(int index, string field) => LineField(nameof(WriteReturn.Partners), index, field);
    }

    /// <summary>The name of a line's field, such as <c>Products[0].OutputKg</c>.</summary>
    public static string LineField(string lines, int index, string field) => string.Create(CultureInfo.InvariantCulture, $"{lines}[{index}].{field}");

    private static void CheckFigure(List<Refusal> refusals, decimal? figure, string field, decimal most, int decimals, Func<decimal, decimal>? typed = null)
    {
        if (figure is not { } given)
            return;
        if (given < 0)
            refusals.Add(new(ReturnRefusal.FigureNegative, field, typed?.Invoke(given) ?? given));
        else if (given > most)
            refusals.Add(new(ReturnRefusal.FigureTooGreat, field, typed?.Invoke(given) ?? given, typed?.Invoke(most) ?? most));
        else if (decimal.Round(given, decimals) != given)
            refusals.Add(new(ReturnRefusal.FigureTooFine, field, typed is null ? decimals : decimals + 4));
    }

    private static void CheckCount(List<Refusal> refusals, int? count, string field)
    {
        if (count < 0)
            refusals.Add(new(ReturnRefusal.FigureNegative, field, count.Value));
        else if (count > MostPeople)
            refusals.Add(new(ReturnRefusal.FigureTooGreat, field, count.Value, MostPeople));
    }

    private static void CheckLength(List<Refusal> refusals, string? text, int longest, string field)
    {
        if (text?.Trim().EnumerateRunes().Count() > longest)
            refusals.Add(new(TradeRefusal.TextTooLong, field, longest));
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
