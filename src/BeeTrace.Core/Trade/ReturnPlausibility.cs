namespace BeeTrace.Core.Trade;

/// <summary>What a return is held against: the firm's own records of the year.</summary>
/// <param name="LotKg">Mass of the lots that were harvested in the year, by product.</param>
/// <param name="ExportKg">Declared net mass, by product.</param>
/// <param name="ExportUsd">Declared FOB value in US dollars.</param>
/// <param name="AllInUsd">Every declaration states its value in US dollars, so that the sum is the whole.</param>
public sealed record RecordedYear(IReadOnlyDictionary<string, decimal> LotKg, IReadOnlyDictionary<string, decimal> ExportKg, decimal ExportUsd, bool AllInUsd);

/// <summary>Which figure differs.</summary>
public enum DifferenceKind
{
    /// <summary>Output of a product in kg, against the lots of the year.</summary>
    Output,

    /// <summary>Exported kg of a product, against the declarations.</summary>
    ExportMass,

    /// <summary>Export value in US dollars, against the declarations.</summary>
    ExportValue,
}

/// <summary>A figure of a return beside what is recorded.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Product">The product's code; null for the value of all.</param>
/// <param name="Returned">As the firm says, in kg or US dollars.</param>
/// <param name="Recorded">As lots or declarations say.</param>
/// <param name="IsNote">Explained by what need not be recorded, so no contradiction.</param>
public sealed record ReturnDifference(DifferenceKind Kind, string? Product, decimal Returned, decimal Recorded, bool IsNote)
{
    /// <summary>How much the return is above (below: negative) the record, in percent of the record with one decimal; null where nothing is recorded.</summary>
    public decimal? Percent => Recorded == 0 ? null : Math.Round((Returned - Recorded) / Recorded * 100, 1, MidpointRounding.ToEven);
}

/// <summary>
/// Holds a return against lots and declarations. Differences are told to the officer and refuse nothing: papers cross the turn of the year, and
/// a firm need not record every lot.
/// </summary>
public static class ReturnPlausibility
{
    /// <summary>House rule: what is less than one kilogram or dollar apart was rounded.</summary>
    private const decimal Rounded = 1;

    /// <summary>Every difference, contradictions and notes, in the order output, exported mass, exported value.</summary>
    public static IReadOnlyList<ReturnDifference> Compare(YearlyReturn stated, RecordedYear recorded)
    {
        List<ReturnDifference> differences = [];
        var lines = stated.Products.OrderBy(p => p.Product, StringComparer.Ordinal).ToList();
        // More output than lots is a note; lots that the return does not know are not.
        foreach (var (product, returned) in Sides(lines, p => p.OutputKg, recorded.LotKg))
            Add(differences, DifferenceKind.Output, product, returned, recorded.LotKg.GetValueOrDefault(product), above => above);
        foreach (var (product, returned) in Sides(lines, p => p.ExportKg ?? 0, recorded.ExportKg))
            Add(differences, DifferenceKind.ExportMass, product, returned, recorded.ExportKg.GetValueOrDefault(product), _ => false);
        Add(differences, DifferenceKind.ExportValue, null, stated.ExportUsd ?? 0, recorded.ExportUsd, above => above && !recorded.AllInUsd);
        return differences;
    }

    private static IEnumerable<(string Product, decimal Returned)> Sides(List<ReturnProduct> lines, Func<ReturnProduct, decimal> figure, IReadOnlyDictionary<string, decimal> recorded) =>
        lines.Select(p => (p.Product, figure(p)))
            .Concat(recorded.Keys.Except(lines.Select(p => p.Product)).Order(StringComparer.Ordinal).Select(product => (product, 0m)));

    private static void Add(List<ReturnDifference> differences, DifferenceKind kind, string? product, decimal returned, decimal recorded, Func<bool, bool> isNote)
    {
        if (Math.Abs(returned - recorded) >= Rounded)
            differences.Add(new(kind, product, returned, recorded, isNote(returned > recorded)));
    }
}
