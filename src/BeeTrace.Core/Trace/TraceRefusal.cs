namespace BeeTrace.Core.Trace;

/// <summary>What Trace refuses.</summary>
public static class TraceRefusal
{
    /// <summary>The product is missing. No arguments.</summary>
    public const string ProductMissing = "trace.product-missing";

    /// <summary>No product has this code. Arguments: the code.</summary>
    public const string ProductUnknown = "trace.product-unknown";

    /// <summary>The mass is missing. No arguments.</summary>
    public const string MassMissing = "trace.mass-missing";

    /// <summary>The mass is zero or less. Arguments: what was given, kg.</summary>
    public const string MassNotPositive = "trace.mass-not-positive";

    /// <summary>The mass is more than one lot holds. Arguments: most allowed, kg; what was given, kg.</summary>
    public const string MassTooGreat = "trace.mass-too-great";

    /// <summary>The mass has more decimals than are kept. Arguments: most decimals.</summary>
    public const string MassTooFine = "trace.mass-too-fine";

    /// <summary>The harvest day is missing. No arguments.</summary>
    public const string HarvestDayMissing = "trace.harvest-day-missing";

    /// <summary>The harvest day is still to come. Arguments: today.</summary>
    public const string HarvestDayInFuture = "trace.harvest-day-in-future";

    /// <summary>No placement of the apiary holds the harvest day. Arguments: the harvest day.</summary>
    public const string HarvestOutsidePlacement = "trace.harvest-outside-placement";

    /// <summary>More than one placement holds the harvest day, so the place is not known. Arguments: the harvest day.</summary>
    public const string HarvestInSeveralPlacements = "trace.harvest-in-several-placements";

    /// <summary>No apiary has this code. Arguments: the code.</summary>
    public const string ApiaryUnknown = "trace.apiary-unknown";

    /// <summary>The nectar source is no plant of the list. Arguments: what was given.</summary>
    public const string NectarSourceUnknown = "trace.nectar-source-unknown";

    /// <summary>No such lot, or not one that the actor may see. Arguments: the code.</summary>
    public const string LotUnknown = "trace.lot-unknown";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ProductMissing, ProductUnknown, MassMissing, MassNotPositive, MassTooGreat, MassTooFine,
        HarvestDayMissing, HarvestDayInFuture, HarvestOutsidePlacement, HarvestInSeveralPlacements, ApiaryUnknown, NectarSourceUnknown, LotUnknown,
    ];
}

/// <summary>What Trace finds odd and does all the same.</summary>
public static class TraceWarning
{
    /// <summary><i>Apis cerana</i> gives this product hardly ever. Arguments: the product's code.</summary>
    public const string UnusualForSpecies = "trace.unusual-for-species";

    /// <summary>More than the colonies give in a year. Arguments: the year's harvest with this lot, kg; the most to be expected, kg; colonies.</summary>
    public const string HarvestImplausible = "trace.harvest-implausible";

    /// <summary>The plant is not in bloom on the harvest day. Arguments: the harvest day, first and last day of bloom (month and day).</summary>
    public const string OutOfBloom = "trace.out-of-bloom";

    /// <summary>Every warning there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } = [UnusualForSpecies, HarvestImplausible, OutOfBloom];
}
