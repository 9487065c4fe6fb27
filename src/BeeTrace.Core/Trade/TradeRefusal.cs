namespace BeeTrace.Core.Trade;

/// <summary>What Trade refuses of consignments, declarations and claims. Each code is the key of a sentence; its arguments are listed in order.</summary>
public static class TradeRefusal
{
    /// <summary>The mass is missing. No arguments.</summary>
    public const string MassMissing = "trade.mass-missing";

    /// <summary>The mass is zero or less. Arguments: what was given.</summary>
    public const string MassNotPositive = "trade.mass-not-positive";

    /// <summary>More than one goods item can weigh. Arguments: what was given, the most.</summary>
    public const string MassTooGreat = "trade.mass-too-great";

    /// <summary>The gross mass is below the net mass. Arguments: gross, net.</summary>
    public const string GrossBelowNet = "trade.gross-below-net";

    /// <summary>The product is no product, or no word for a scope. Arguments: what was given.</summary>
    public const string ProductUnknown = "trade.product-unknown";

    /// <summary>The country is no two-letter code of ISO 3166-1. Arguments: what was given.</summary>
    public const string CountryUnknown = "trade.country-unknown";

    /// <summary>The day is missing or still to come. Arguments: today.</summary>
    public const string DayInFuture = "trade.day-in-future";

    /// <summary>The commodity code did not stand for the product on that day. Arguments: code, product, day, codes that did.</summary>
    public const string HsCodeOfAnotherDay = "trade.hs-code-of-another-day";

    /// <summary>The commodity code is not known at all. Arguments: code.</summary>
    public const string HsCodeUnknown = "trade.hs-code-unknown";

    /// <summary>No commodity code of the product is known for the day. Arguments: product, day.</summary>
    public const string HsCodeMissing = "trade.hs-code-missing";

    /// <summary>A value stands without its currency. Arguments: the value.</summary>
    public const string ValueWithoutCurrency = "trade.value-without-currency";

    /// <summary>A currency that figures do not count in. Arguments: the currency.</summary>
    public const string CurrencyUnknown = "trade.currency-unknown";

    /// <summary>A value is negative or finer than a cent. Arguments: what was given.</summary>
    public const string ValueUnreadable = "trade.value-unreadable";

    /// <summary>The number of a declaration has 18 digits. Arguments: what was given.</summary>
    public const string NumberMalformed = "trade.number-malformed";

    /// <summary>A place is six digits of GB/T 2260. Arguments: what was given.</summary>
    public const string PlaceMalformed = "trade.place-malformed";

    /// <summary>The item of that declaration is recorded already. No arguments.</summary>
    public const string DeclaredAlready = "trade.declared-already";

    /// <summary>There is no such declaration. No arguments.</summary>
    public const string DeclarationUnknown = "trade.declaration-unknown";

    /// <summary>A correction changes nothing. No arguments.</summary>
    public const string NothingCorrected = "trade.nothing-corrected";

    /// <summary>A correction needs a reason. No arguments.</summary>
    public const string ReasonMissing = "trade.reason-missing";

    /// <summary>A text is too long. Arguments: most characters.</summary>
    public const string TextTooLong = "trade.text-too-long";

    /// <summary>There is no such consignment. No arguments.</summary>
    public const string ConsignmentUnknown = "trade.consignment-unknown";

    /// <summary>The consignment is past that step. Arguments: its state.</summary>
    public const string NotInThatState = "trade.not-in-that-state";

    /// <summary>The consignment has a statement in force, so its lots stay. Arguments: the statement's number.</summary>
    public const string StatementStands = "trade.statement-stands";

    /// <summary>A declared consignment is cancelled after its declarations were revoked. No arguments.</summary>
    public const string DeclarationStands = "trade.declaration-stands";

    /// <summary>The lot has left already, or is reserved. No arguments.</summary>
    public const string LotLeftAlready = "trade.lot-left-already";

    /// <summary>A lot of the consignment is on hold. Arguments: its code, or none where the database stopped it.</summary>
    public const string LotOnHold = "trade.lot-on-hold";

    /// <summary>The lot failed in the market of its destination and no officer has released it. Arguments: lot, market.</summary>
    public const string FailsInMarket = "trade.fails-in-market";

    /// <summary>The market takes the product only of another bee. Arguments: lot, its bee, market.</summary>
    public const string BeeNotTaken = "trade.bee-not-taken";

    /// <summary>Nothing to release: the lot has no failing verdict in that market. Arguments: lot, market.</summary>
    public const string NothingToRelease = "trade.nothing-to-release";

    /// <summary>The same person filed and accepts. No arguments.</summary>
    public const string SamePersonSigns = "trade.same-person-signs";

    /// <summary>A return of that year is being worked on. No arguments.</summary>
    public const string ReturnAtWork = "trade.return-at-work";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MassMissing, MassNotPositive, MassTooGreat, GrossBelowNet, ProductUnknown, CountryUnknown, DayInFuture,
        HsCodeOfAnotherDay, HsCodeUnknown, HsCodeMissing, ValueWithoutCurrency, CurrencyUnknown, ValueUnreadable, NumberMalformed, PlaceMalformed, DeclaredAlready,
        DeclarationUnknown, NothingCorrected, ReasonMissing, TextTooLong, ConsignmentUnknown, NotInThatState, StatementStands, DeclarationStands, LotLeftAlready, LotOnHold,
        FailsInMarket, BeeNotTaken, NothingToRelease, SamePersonSigns, ReturnAtWork,
    ];
}
