namespace BeeTrace.Core.Registry;

/// <summary>
/// Which honey bee. It decides yield, price and market: Directive 2001/110/EC calls honey only what <i>Apis mellifera</i> makes.
/// </summary>
public enum BeeSpecies
{
    /// <summary><i>Apis mellifera</i>, the western honey bee (意蜂、西蜂).</summary>
    Mellifera,

    /// <summary><i>Apis cerana</i>, the eastern honey bee (中蜂).</summary>
    Cerana,
}

/// <summary>What the species are called. The Latin name is the key in files and in the API.</summary>
public static class BeeSpeciesNames
{
    /// <summary>The Latin name, to be set in italics.</summary>
    public static string LatinName(this BeeSpecies species) => species switch
    {
        BeeSpecies.Mellifera => "Apis mellifera",
        BeeSpecies.Cerana => "Apis cerana",
        _ => throw new ArgumentOutOfRangeException(nameof(species), species, message: null),
    };

    /// <summary>The name for people.</summary>
    public static Bilingual Name(this BeeSpecies species) => species switch
    {
        BeeSpecies.Mellifera => new("西方蜜蜂", "western honey bee"),
        BeeSpecies.Cerana => new("中华蜜蜂", "eastern honey bee"),
        _ => throw new ArgumentOutOfRangeException(nameof(species), species, message: null),
    };

    /// <summary>The species of a Latin name, in any case; false for any other text.</summary>
    public static bool TryParse(string? latinName, out BeeSpecies species)
    {
        var name = latinName?.Trim();
        species = string.Equals(name, "Apis cerana", StringComparison.OrdinalIgnoreCase) ? BeeSpecies.Cerana : BeeSpecies.Mellifera;
        return string.Equals(name, species.LatinName(), StringComparison.OrdinalIgnoreCase);
    }
}
