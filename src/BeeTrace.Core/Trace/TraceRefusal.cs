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

    /// <summary>A text is no mass. Arguments: what was typed.</summary>
    public const string MassUnreadable = "trace.mass-unreadable";

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

    /// <summary>A medicine was still being given on the harvest day. Arguments: the medicine, first day of treatment.</summary>
    public const string HarvestDuringTreatment = "trace.harvest-during-treatment";

    /// <summary>The harvest day lies before the end of a treatment whose withdrawal period nobody knows. Arguments: the medicine, last day of treatment.</summary>
    public const string HarvestBeforeTreatmentEnd = "trace.harvest-before-treatment-end";

    /// <summary>The withdrawal period of a medicine was not over. Arguments: the medicine, the earliest day of harvest.</summary>
    public const string HarvestInWithdrawal = "trace.harvest-in-withdrawal";

    /// <summary>The reason for recording in spite of a treatment is too long. Arguments: most characters.</summary>
    public const string ReasonTooLong = "trace.reason-too-long";

    /// <summary>Holding and releasing need a reason. Field <c>reason</c>. No arguments.</summary>
    public const string HoldReasonMissing = "trace.hold-reason-missing";

    /// <summary>Nothing holds the lot. Arguments: the lot's code.</summary>
    public const string NotHeld = "trace.not-held";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ProductMissing, ProductUnknown, MassMissing, MassUnreadable, MassNotPositive, MassTooGreat, MassTooFine,
        HarvestDayMissing, HarvestDayInFuture, HarvestOutsidePlacement, HarvestInSeveralPlacements, ApiaryUnknown, NectarSourceUnknown, LotUnknown,
        HarvestDuringTreatment, HarvestBeforeTreatmentEnd, HarvestInWithdrawal, ReasonTooLong, HoldReasonMissing, NotHeld,
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

    /// <summary>A medicine was given whose withdrawal period nobody knows. Arguments: the medicine, last day of treatment.</summary>
    public const string WithdrawalUnknown = "trace.withdrawal-unknown";

    /// <summary>Every warning there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } = [UnusualForSpecies, HarvestImplausible, OutOfBloom, WithdrawalUnknown];
}
