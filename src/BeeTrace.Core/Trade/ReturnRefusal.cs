namespace BeeTrace.Core.Trade;

/// <summary>What is refused of yearly returns. Each code is the key of a sentence; its arguments are listed in order.</summary>
public static class ReturnRefusal
{
    /// <summary>The year is missing or is none that a return is written for. Arguments: first year, last year.</summary>
    public const string YearAbsent = "trade.return-year-absent";

    /// <summary>The year has not ended. Arguments: the year, the first day on which it can be filed.</summary>
    public const string YearRuns = "trade.return-year-runs";

    /// <summary>There is no such return, or it is another firm's. No arguments.</summary>
    public const string ReturnUnknown = "trade.return-unknown";

    /// <summary>The return has gone further than that. Arguments: its state.</summary>
    public const string StateNotAllowed = "trade.return-state-not-allowed";

    /// <summary>A figure without which nothing is filed. No arguments.</summary>
    public const string FigureMissing = "trade.return-figure-missing";

    /// <summary>A figure below zero. Arguments: what was given.</summary>
    public const string FigureNegative = "trade.return-figure-negative";

    /// <summary>A figure greater than can be. Arguments: what was given, the most.</summary>
    public const string FigureTooGreat = "trade.return-figure-too-great";

    /// <summary>A figure finer than is kept. Arguments: most decimals.</summary>
    public const string FigureTooFine = "trade.return-figure-too-fine";

    /// <summary>What was typed is no number. Arguments: what was typed.</summary>
    public const string NumberUnreadable = "trade.return-number-unreadable";

    /// <summary>What was typed is no whole number. Arguments: what was typed.</summary>
    public const string NotWhole = "trade.return-not-whole";

    /// <summary>A line of output names no product. No arguments.</summary>
    public const string ProductMissing = "trade.return-product-missing";

    /// <summary>A product stands twice. Arguments: the product.</summary>
    public const string ProductTwice = "trade.return-product-twice";

    /// <summary>A line of co-operation names no partner. No arguments.</summary>
    public const string PartnerMissing = "trade.return-partner-missing";

    /// <summary>A line of co-operation does not say what kind of partner it is. No arguments.</summary>
    public const string PartnerKindMissing = "trade.return-partner-kind-missing";

    /// <summary>A partner stands twice. Arguments: the name.</summary>
    public const string PartnerTwice = "trade.return-partner-twice";

    /// <summary>More lines than a return has. Arguments: the most.</summary>
    public const string TooManyLines = "trade.return-too-many-lines";

    /// <summary>To confirm: so much more than the year before as yuan are more than ten thousand yuan. Arguments: given, the year before, its figure.</summary>
    public const string TenThousandfold = "trade.return-ten-thousandfold";

    /// <summary>To confirm: so much less. Arguments: given, the year before, its figure.</summary>
    public const string TenThousandth = "trade.return-ten-thousandth";

    /// <summary>To confirm: sales changed more than tenfold. Arguments: given, the year before, its figure.</summary>
    public const string SalesJumped = "trade.return-sales-jumped";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        YearAbsent, YearRuns, ReturnUnknown, StateNotAllowed, FigureMissing, FigureNegative, FigureTooGreat, FigureTooFine, NumberUnreadable, NotWhole,
        ProductMissing, ProductTwice, PartnerMissing, PartnerKindMissing, PartnerTwice, TooManyLines, TenThousandfold, TenThousandth,
        SalesJumped,
    ];
}
