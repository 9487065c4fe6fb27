using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>A return as it is typed: money in ten thousands, numbers as text, so that nothing typed is lost to a refusal.</summary>
public sealed partial class TypedReturn
{
    public string? Sales { get; set; }

    public string? Output { get; set; }

    public string? Export { get; set; }

    public string? Employees { get; set; }

    public string? Note { get; set; }

    public List<TypedProduct> Products { get; } = [];

    public List<TypedPartner> Partners { get; } = [];

    /// <summary>What is kept, in the form in which it is typed; one empty line each where there is none.</summary>
    public static TypedReturn Of(YearlyReturn? kept)
    {
        var typed = new TypedReturn
        {
            Sales = TenThousands(kept?.SalesCny), Output = TenThousands(kept?.OutputCny), Export = TenThousands(kept?.ExportUsd), Employees = Plain(kept?.Employees), Note = kept?.Note,
        };
        foreach (var p in kept?.Products ?? [])
            typed.Products.Add(new() { Product = p.Product, OutputKg = Plain(p.OutputKg), ExportKg = Plain(p.ExportKg) });
        foreach (var p in kept?.Partners ?? [])
            typed.Partners.Add(new() { Name = p.Name, Kind = p.Kind, Interns = Plain(p.Interns), JointProducts = Plain(p.JointProducts) });
        typed.AddEmptyLines();
        return typed;
    }

    /// <summary>The typed return in yuan, dollars and kilograms. Refused: what is no number. Lines that are empty are taken off first.</summary>
    public Outcome<WriteReturn> Read()
    {
        Products.RemoveAll(line => line.IsEmpty);
        Partners.RemoveAll(line => line.IsEmpty);
        List<Refusal> refusals = [];
        var read = new WriteReturn(
            Money(Sales, nameof(WriteReturn.SalesCny), refusals), Money(Output, nameof(WriteReturn.OutputCny), refusals), Money(Export, nameof(WriteReturn.ExportUsd), refusals),
            Whole(Employees, nameof(WriteReturn.Employees), refusals), Note,
            [.. Products.Select((line, index) => new WriteProduct(
                line.Product, Number(line.OutputKg, ReturnRules.LineField(nameof(WriteReturn.Products), index, nameof(WriteProduct.OutputKg)), refusals),
                Number(line.ExportKg, ReturnRules.LineField(nameof(WriteReturn.Products), index, nameof(WriteProduct.ExportKg)), refusals)))],
            [.. Partners.Select((line, index) => new WritePartner(
                line.Name, line.Kind, Whole(line.Interns, ReturnRules.LineField(nameof(WriteReturn.Partners), index, nameof(WritePartner.Interns)), refusals),
                Whole(line.JointProducts, ReturnRules.LineField(nameof(WriteReturn.Partners), index, nameof(WritePartner.JointProducts)), refusals)))]);
        AddEmptyLines();
        return refusals.Count == 0 ? read : Outcome<WriteReturn>.Refused(refusals);
    }

    /// <summary>What an amount in ten thousands means in single units; null while it is no number.</summary>
    public static decimal? InUnits(string? typed) => Parse(typed) * 10_000m;

    private void AddEmptyLines()
    {
        if (Products.Count == 0)
            Products.Add(new());
        if (Partners.Count == 0)
            Partners.Add(new());
    }

    private static decimal? Money(string? typed, string field, List<Refusal> refusals) => Number(typed, field, refusals) * 10_000m;

    private static decimal? Number(string? typed, string field, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var number = Parse(typed);
        if (number is null)
            refusals.Add(new(ReturnRefusal.NumberUnreadable, field, typed.Trim()));
        return number;
    }

    private static int? Whole(string? typed, string field, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Parse(typed) is { } number && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue)
            return (int)number;
        refusals.Add(new(ReturnRefusal.NotWhole, field, typed.Trim()));
        return null;
    }

    /// <summary>Digits with a decimal point, in groups of three or not; narrow or full width. A comma elsewhere is no number, for nobody knows what it means.</summary>
    private static decimal? Parse(string? typed)
    {
        var text = Keyboard.Narrow(typed ?? "").Trim().Replace('，', ',');
        return Digits().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? TenThousands(decimal? amount) => amount is { } money ? Plain(ReturnRules.InTenThousands(money)) : null;

    private static string? Plain(decimal? amount) => amount?.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string? Plain(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?(\d{1,18}|\d{1,3}(,\d{3}){1,5})(\.\d{0,9})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}

/// <summary>A line of output as it is typed.</summary>
public sealed class TypedProduct
{
    public string? Product { get; set; }

    public string? OutputKg { get; set; }

    public string? ExportKg { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Product) && string.IsNullOrWhiteSpace(OutputKg) && string.IsNullOrWhiteSpace(ExportKg);
}

/// <summary>A line of co-operation as it is typed.</summary>
public sealed class TypedPartner
{
    public string? Name { get; set; }

    public PartnerKind? Kind { get; set; }

    public string? Interns { get; set; }

    public string? JointProducts { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Kind is null && string.IsNullOrWhiteSpace(Interns) && string.IsNullOrWhiteSpace(JointProducts);
}
