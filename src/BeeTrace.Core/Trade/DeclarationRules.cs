namespace BeeTrace.Core.Trade;

/// <summary>One goods item as somebody states it, before it is recorded.</summary>
public sealed record DeclareItem(
    string? Number, int? Item, DateOnly? DeclaredOn, string? Product, string? HsCode, TradeMode Mode, string? RegisteredPlace, string? SourcePlace,
    int? Packages, decimal? NetKg, decimal? GrossKg, decimal? ValueUsd, decimal? ValueCny);

/// <summary>What an item of an export declaration must be. Whether its country and firm are known, the database says.</summary>
public static class DeclarationRules
{
    /// <summary>House rule: some forty containers. Whoever means more has typed grams or tonnes for kilograms.</summary>
    public const decimal MostKg = 1_000_000;

    /// <summary>Items that one declaration can have (the form has 50).</summary>
    public const int MostItems = 50;

    /// <summary>Everything that is wrong with an item, each beside its field.</summary>
    public static IReadOnlyList<Refusal> Check(DeclareItem item, DateOnly today, HsBook codes)
    {
        List<Refusal> refusals = [];
        if (item.Number is not { Length: 18 } number || !number.All(char.IsAsciiDigit))
            refusals.Add(new(TradeRefusal.NumberMalformed, nameof(item.Number), item.Number ?? ""));
        if (item.DeclaredOn is not { } day || day > today)
            refusals.Add(new(TradeRefusal.DayInFuture, nameof(item.DeclaredOn), today));
        else if (item.Product is { Length: > 0 } product && item.HsCode is { Length: > 0 } code && codes.Check(code, product, day, nameof(item.HsCode)) is { } wrongCode)
            refusals.Add(wrongCode);
        CheckPlace(refusals, item.RegisteredPlace, nameof(item.RegisteredPlace));
        CheckPlace(refusals, item.SourcePlace, nameof(item.SourcePlace));
        CheckMass(refusals, item);
        CheckValue(refusals, item.ValueUsd, nameof(item.ValueUsd));
        CheckValue(refusals, item.ValueCny, nameof(item.ValueCny));
        return refusals;
    }

    private static void CheckMass(List<Refusal> refusals, DeclareItem item)
    {
        if (item.NetKg is not { } net)
            refusals.Add(new(TradeRefusal.MassMissing, nameof(item.NetKg)));
        else if (net <= 0)
            refusals.Add(new(TradeRefusal.MassNotPositive, nameof(item.NetKg), net));
        else if (net > MostKg)
            refusals.Add(new(TradeRefusal.MassTooGreat, nameof(item.NetKg), net, MostKg));
        else if (item.GrossKg is { } gross && gross < net)
            refusals.Add(new(TradeRefusal.GrossBelowNet, nameof(item.GrossKg), gross, net));
    }

    private static void CheckPlace(List<Refusal> refusals, string? place, string field)
    {
        if (place is not { Length: 6 } || !place.All(char.IsAsciiDigit))
            refusals.Add(new(TradeRefusal.PlaceMalformed, field, place ?? ""));
    }

    private static void CheckValue(List<Refusal> refusals, decimal? value, string field)
    {
        if (value is { } given && (given < 0 || decimal.Round(given, 2) != given))
            refusals.Add(new(TradeRefusal.ValueUnreadable, field, given));
    }
}
