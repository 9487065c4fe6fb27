namespace BeeTrace.Core.Trade;

/// <summary>The table of commodity codes, asked by day: in 2018 other codes stood for the same products than since 2022.</summary>
public sealed class HsBook
{
    private readonly ILookup<string, HsCode> _byProduct;
    private readonly HashSet<string> _codes;

    /// <summary>Of every row of the table; rows that are not active answer nothing.</summary>
    public HsBook(IEnumerable<HsCode> codes)
    {
        List<HsCode> active = [.. codes.Where(c => c.Active)];
        _byProduct = active.ToLookup(c => c.Product, StringComparer.Ordinal);
        _codes = active.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Codes that stood for a product on a day, in order; several where the tariff splits it.</summary>
    public IReadOnlyList<string> CodesOf(string product, DateOnly day) =>
        [.. _byProduct[product].Where(c => (c.ValidFrom is null || day >= c.ValidFrom) && (c.ValidTo is null || day <= c.ValidTo)).Select(c => c.Code).Order(StringComparer.Ordinal)];

    /// <summary>Why a code does not do for a product on a day; null where it does.</summary>
    public Refusal? Check(string code, string product, DateOnly day, string field)
    {
        var right = CodesOf(product, day);
        if (right.Contains(code, StringComparer.Ordinal))
            return null;
        if (!_codes.Contains(code))
            return new Refusal(TradeRefusal.HsCodeUnknown, field, code);
        return right.Count == 0
            ? new Refusal(TradeRefusal.HsCodeMissing, field, product, day)
            : new Refusal(TradeRefusal.HsCodeOfAnotherDay, field, code, product, day, string.Join(" / ", right));
    }
}
