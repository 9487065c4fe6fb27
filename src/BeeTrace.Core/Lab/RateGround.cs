namespace BeeTrace.Core.Lab;

/// <summary>
/// By what the samples of a pass rate were judged: of one product, the version of the market's profile and its panel. Rates of two
/// years may be compared only on the same; one more analyte alone lowers a rate.
/// </summary>
/// <param name="Product">Product code.</param>
/// <param name="Version">Version of the market's profile.</param>
/// <param name="Panel">Analytes that it requires of the product.</param>
public sealed record RateGround(string Product, string Version, IReadOnlyCollection<string> Panel)
{
    /// <summary>Why two rates may not be compared; null where they may, and where one of them was judged by nothing at all.</summary>
    public static Bilingual? WhyNotComparable(IReadOnlyCollection<RateGround> one, IReadOnlyCollection<RateGround> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return null;
        if (!Products(one).SetEquals(Products(other)))
        {
            return new Bilingual(
                "两段时间抽检的产品不同，合格率不能直接比较。",
                "Different products were sampled in the two periods, so their rates cannot be compared.");
        }

        var (here, there) = (Panels(one), Panels(other));
        if (here.Any(panel => !panel.Value.SetEquals(there[panel.Key])))
        {
            return new Bilingual(
                "两段时间的必检项目不同，多检一项合格率就会降低，因此不能直接比较。",
                "The panels of the two periods differ; one more analyte lowers a rate, so they cannot be compared.");
        }

        var (old, young) = (Versions(one), Versions(other));
        return old.SetEquals(young)
            ? null
            : new Bilingual(
                $"判定依据的版本不同（{string.Join("、", old)} 与 {string.Join("、", young)}），即使项目相同也不能直接比较。",
                $"They were judged by different versions ({string.Join(", ", old)} and {string.Join(", ", young)}), so even with the same panel they cannot be compared.");
    }

    private static HashSet<string> Products(IEnumerable<RateGround> grounds) => grounds.Select(ground => ground.Product).ToHashSet(StringComparer.Ordinal);

    private static SortedSet<string> Versions(IEnumerable<RateGround> grounds) => new(grounds.Select(ground => ground.Version), StringComparer.Ordinal);

    private static Dictionary<string, HashSet<string>> Panels(IEnumerable<RateGround> grounds) => grounds
        .GroupBy(ground => ground.Product, StringComparer.Ordinal)
        .ToDictionary(product => product.Key, product => product.SelectMany(ground => ground.Panel).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
