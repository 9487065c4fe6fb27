namespace BeeTrace.Core.Trade;

/// <summary>How far a yearly return has come.</summary>
public enum ReturnState
{
    /// <summary>草稿: the firm is still writing.</summary>
    Draft,

    /// <summary>已填报: the firm has signed; the county looks at it.</summary>
    Filed,

    /// <summary>已退回: the county asks for another look, with the reason.</summary>
    SentBack,

    /// <summary>已核定: a second person has accepted it; its figures count.</summary>
    Accepted,
}

/// <summary>
/// What a firm reports of one calendar year (企业年报). Accepted returns never change: a late correction is a new version that supersedes
/// the old one when it is accepted. Brands, honours and drafted standards stand in the register of firms and are not repeated here.
/// </summary>
public sealed class YearlyReturn
{
    public const int LongestNote = 400;

    public required YearlyReturnId Id { get; init; }

    public required FirmId FirmId { get; init; }

    public required int Year { get; init; }

    /// <summary>1 for the first return of the year, one more with each correction.</summary>
    public required int Version { get; init; }

    public required ReturnState State { get; set; }

    /// <summary>Sales of the year in yuan.</summary>
    public decimal? SalesCny { get; set; }

    /// <summary>Output value of the year in yuan.</summary>
    public decimal? OutputCny { get; set; }

    /// <summary>FOB value of exports in US dollars.</summary>
    public decimal? ExportUsd { get; set; }

    /// <summary>People employed at the end of the year.</summary>
    public int? Employees { get; set; }

    public string? Note { get; set; }

    public AccountId? FiledBy { get; set; }

    public DateTimeOffset? FiledAt { get; set; }

    public AccountId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was sent back, or what the officer noted on accepting it.</summary>
    public string? Decision { get; set; }

    /// <summary>The accepted version that took this one's place.</summary>
    public YearlyReturnId? SupersededBy { get; set; }

    public List<ReturnProduct> Products { get; init; } = [];

    public List<ReturnPartner> Partners { get; init; } = [];
}

/// <summary>What a firm made of one product in the year.</summary>
public sealed class ReturnProduct
{
    public required YearlyReturnId ReturnId { get; init; }

    public required string Product { get; init; }

    public required decimal OutputKg { get; init; }

    /// <summary>Of it exported, as the firm says; held against its declarations.</summary>
    public decimal? ExportKg { get; init; }
}

/// <summary>What kind of partner a firm works with.</summary>
public enum PartnerKind
{
    /// <summary>高校: a university or college.</summary>
    University,

    /// <summary>科研院所: a research institute.</summary>
    Institute,

    /// <summary>企业: another company.</summary>
    Company,

    /// <summary>合作社: a co-operative.</summary>
    Cooperative,
}

/// <summary>A partner of the year (校企合作), with the interns taken and the products brought out together.</summary>
public sealed class ReturnPartner
{
    public const int LongestName = 120;

    public required YearlyReturnId ReturnId { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public required int Place { get; init; }

    public required string Name { get; init; }

    public required PartnerKind Kind { get; init; }

    public required int Interns { get; init; }

    public required int JointProducts { get; init; }
}
