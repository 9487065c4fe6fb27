namespace BeeTrace.Core.Trade;

/// <summary>What Trade refuses.</summary>
public static class TradeRefusal
{
    /// <summary>The mass is missing. No arguments.</summary>
    public const string MassMissing = "trade.mass-missing";

    /// <summary>The mass is zero or less. Arguments: what was given.</summary>
    public const string MassNotPositive = "trade.mass-not-positive";

    /// <summary>The product is no product, or no word for a scope. Arguments: what was given.</summary>
    public const string ProductUnknown = "trade.product-unknown";

    /// <summary>The country is no two-letter code of ISO 3166-1. Arguments: what was given.</summary>
    public const string CountryUnknown = "trade.country-unknown";

    /// <summary>The day is missing or still to come. Arguments: today.</summary>
    public const string DayInFuture = "trade.day-in-future";

    /// <summary>A share is not above 0 and up to 100 per cent. Arguments: what was given.</summary>
    public const string ShareOutOfRange = "trade.share-out-of-range";

    /// <summary>
    /// A total does not reproduce the stated share. Arguments: the total, least and greatest total that do.
    /// </summary>
    public const string TotalContradictsShare = "trade.total-contradicts-share";

    /// <summary>A figure has no source. No arguments.</summary>
    public const string SourceMissing = "trade.source-missing";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
        [MassMissing, MassNotPositive, ProductUnknown, CountryUnknown, DayInFuture, ShareOutOfRange, TotalContradictsShare, SourceMissing];
}
