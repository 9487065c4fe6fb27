using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>Where a firm stands with its return of a year, as lists say it.</summary>
public enum ReturnStanding
{
    /// <summary>未报: nothing that the reader may see.</summary>
    Missing,

    /// <summary>草稿: only the firm itself sees that.</summary>
    Draft,

    /// <summary>已退回.</summary>
    SentBack,

    /// <summary>已填报: waits for the county.</summary>
    Filed,

    /// <summary>已核定.</summary>
    Accepted,

    /// <summary>仅有汇总: sales and output came by a table, without a return.</summary>
    FiguresOnly,
}

/// <summary>A firm that still owes the return of a year.</summary>
public sealed record MissingReturn(string CreditCode, Bilingual Firm, int Year);

/// <summary>A firm and year in a list.</summary>
/// <param name="FirmId">The firm.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="Firm">Its name.</param>
/// <param name="Year">The year.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="IsCorrection">What is at work corrects an accepted return, which counts until then.</param>
/// <param name="SalesCny">Sales in yuan, of the return or of the register.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="Return">The return that is shown; null where there is none.</param>
/// <param name="Differences">Contradictions to lots and declarations, notes left out; null without a return.</param>
public sealed record ReturnRow(
    FirmId FirmId, string CreditCode, Bilingual Firm, int Year, ReturnStanding Standing, bool IsCorrection, decimal? SalesCny, DateTimeOffset? FiledAt,
    YearlyReturnId? Return, int? Differences);

/// <summary>Which firms the office looks at; the year that ended last where none is said.</summary>
public sealed record ReturnFilter(int? Year = null, ReturnStanding? Standing = null, string? Text = null, int Page = 1);

/// <summary>A page of firms of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">Years to choose from, newest first.</param>
/// <param name="Rows">The page's rows, by credit code.</param>
/// <param name="Total">Rows that fit the filter.</param>
/// <param name="Firms">All firms.</param>
/// <param name="Counts">How many of all stand where.</param>
public sealed record ReturnList(
    int Year, IReadOnlyList<int> Years, IReadOnlyList<ReturnRow> Rows, int Total, int Firms, IReadOnlyDictionary<ReturnStanding, int> Counts);

/// <summary>A product to choose from.</summary>
public sealed record ProductChoice(string Code, Bilingual Name);

/// <summary>All that the page of a return shows.</summary>
/// <param name="Firm">Whose it is.</param>
/// <param name="Year">Of which year.</param>
/// <param name="ThisYear">The year that runs.</param>
/// <param name="Return">The version at work, otherwise the one that counts; null where nobody has begun.</param>
/// <param name="Seen">Its row version, for whoever changes it.</param>
/// <param name="Versions">All versions that the reader may see, newest first.</param>
/// <param name="Recorded">Lots and declarations of the year.</param>
/// <param name="Differences">Between the return and them.</param>
/// <param name="Earlier">The figures of the newest year before.</param>
/// <param name="Register">The figures that count today.</param>
/// <param name="Honours">Brands and honours of the year.</param>
/// <param name="Standards">Standards drafted in the year.</param>
/// <param name="Products">Products to choose from.</param>
/// <param name="People">Names of who filed and decided; nobody's where it was signed on paper.</param>
public sealed record ReturnSheet(
    Firm Firm, int Year, int ThisYear, YearlyReturn? Return, uint? Seen, IReadOnlyList<YearlyReturn> Versions, RecordedYear Recorded, IReadOnlyList<ReturnDifference> Differences,
    EarlierFigures? Earlier, FirmYear? Register, IReadOnlyList<Honour> Honours, IReadOnlyList<DraftedStandard> Standards, IReadOnlyList<ProductChoice> Products,
    IReadOnlyDictionary<AccountId, string> People)
{
    /// <summary>The accepted version that a correction at work would supersede.</summary>
    public YearlyReturn? Accepted => Versions.FirstOrDefault(r => r.State == ReturnState.Accepted && r.SupersededBy is null);

    /// <summary>The firm can still write it.</summary>
    public bool IsOpen => Return is null or { State: ReturnState.Draft or ReturnState.SentBack };

    public Bilingual NameOf(string product) => Products.FirstOrDefault(p => p.Code == product)?.Name ?? new(product, product);
}
