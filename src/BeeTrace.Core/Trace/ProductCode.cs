using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Trace;

/// <summary>
/// The words for bee products in files, in the API and in rules. What a product is called and which scope it is counted in is
/// data; here stands only what rules ask by name.
/// </summary>
public static class ProductCode
{
    /// <summary>蜂蜜.</summary>
    public const string Honey = "HONEY";

    /// <summary>巢蜜.</summary>
    public const string CombHoney = "COMB_HONEY";

    /// <summary>蜂王浆, fresh or frozen.</summary>
    public const string RoyalJelly = "RJ_FRESH";

    /// <summary>蜂王浆冻干粉: one kilogram is about three of fresh royal jelly.</summary>
    public const string RoyalJellyPowder = "RJ_POWDER";

    /// <summary>王台蜂王浆: royal jelly with its larva in the queen cell.</summary>
    public const string RoyalJellyCell = "RJ_CELL";

    /// <summary>蜂胶.</summary>
    public const string Propolis = "PROPOLIS_RAW";

    /// <summary>蜂胶乙醇提取物.</summary>
    public const string PropolisExtract = "PROPOLIS_EXTRACT";

    /// <summary>蜂花粉.</summary>
    public const string Pollen = "POLLEN";

    /// <summary>蜂蜡.</summary>
    public const string Beeswax = "BEESWAX";

    /// <summary>其他蜂产品.</summary>
    public const string Other = "BEE_OTHER";

    /// <summary>蜂王浆制剂: declared as prepared food, never counted as royal jelly.</summary>
    public const string RoyalJellyPreparation = "RJ_PREP";

    /// <summary>蜂产品制品: holds honey but is none, so GB 14963-2011 does not apply to it.</summary>
    public const string HoneyProduct = "HONEY_PRODUCT";

    /// <summary>The scope in which fresh royal jelly and its powder are counted together.</summary>
    public const string RoyalJellyScope = "RJ";

    /// <summary>Every product there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Honey, CombHoney, RoyalJelly, RoyalJellyPowder, RoyalJellyCell, Propolis, PropolisExtract, Pollen, Beeswax, Other,
        RoyalJellyPreparation, HoneyProduct,
    ];

    /// <summary>True for what practically only <i>Apis mellifera</i> gives: royal jelly, pollen, propolis.</summary>
    public static bool IsUnusualFor(string product, BeeSpecies species) =>
        species == BeeSpecies.Cerana && product is (RoyalJelly or RoyalJellyCell or Pollen or Propolis);

    /// <summary>The most that one colony gives in a year, in kilograms; null where no figure is known.</summary>
    /// <remarks>
    /// House rule, from Chinese trade texts: honey up to 50 kg from <i>Apis mellifera</i> and 15 kg from <i>Apis cerana</i>, royal jelly up
    /// to 10 kg from high-yield strains, propolis up to 0.2 kg. It finds a slipped decimal point; it accuses nobody.
    /// </remarks>
    public static decimal? MostPerColonyAndYear(string product, BeeSpecies species) => (product, species) switch
    {
        (Honey or CombHoney, BeeSpecies.Mellifera) => 50m,
        (Honey or CombHoney, BeeSpecies.Cerana) => 15m,
        (RoyalJelly, BeeSpecies.Mellifera) => 10m,
        (Propolis, BeeSpecies.Mellifera) => 0.2m,
        _ => null,
    };
}
