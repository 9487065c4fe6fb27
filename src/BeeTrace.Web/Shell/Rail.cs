using System.Security.Claims;
using BeeTrace.Core;
using BeeTrace.Core.Access;

namespace BeeTrace.Web.Shell;

/// <summary>One entry of the rail of work at the left of every staff page.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Roles">Who has that work.</param>
public sealed record RailItem(Bilingual Section, Bilingual Text, string Href, IReadOnlyList<Role> Roles);

/// <summary>The staff's work by role. Hiding an entry is a courtesy, not a lock: pages and database ask again.</summary>
public static class Rail
{
    private static readonly Role[] Laboratory = [Role.Sampler, Role.Analyst, Role.Reviewer, Role.Signatory, Role.County, Role.Auditor, Role.Admin];
    private static readonly Role[] Trade = [Role.Exporter, Role.County, Role.Auditor, Role.Admin];
    private static readonly Role[] Office = [Role.County, Role.Auditor, Role.Admin];
    private static readonly Role[] Staff = [Role.Sampler, Role.Analyst, Role.Reviewer, Role.Signatory, Role.Exporter, Role.County, Role.Auditor, Role.Admin];

    /// <summary>Every entry, in the order of the rail.</summary>
    public static IReadOnlyList<RailItem> All { get; } =
    [
        new(RailText.Mine, RailText.Today, "/today", Staff),
        new(RailText.Laboratory, RailText.Samples, "/lab/samples", Laboratory),
        new(RailText.Laboratory, RailText.Plans, "/lab/plans", Laboratory),
        new(RailText.Laboratory, RailText.Sheet, "/lab/sheet", [Role.Analyst, Role.Reviewer, Role.Signatory]),
        new(RailText.Laboratory, RailText.Reports, "/lab/reports", Laboratory),
        new(RailText.Laboratory, RailText.Certificates, "/certificates", [Role.Sampler, Role.Analyst, Role.Reviewer, Role.Signatory]),
        new(RailText.Laboratory, RailText.Quality, "/lab/quality", Laboratory),
        new(RailText.Laboratory, RailText.Limits, "/lab/limits", Laboratory),
        new(RailText.Laboratory, RailText.Methods, "/lab/methods", Laboratory),
        new(RailText.Laboratory, RailText.Judge, "/lab/judge", Laboratory),
        new(RailText.Laboratory, RailText.Sizes, "/lab/sizes", Laboratory),
        new(RailText.Laboratory, RailText.TheLaboratory, "/lab/laboratory", [Role.Signatory, Role.County, Role.Auditor, Role.Admin]),
        new(RailText.Firm, RailText.Lots, "/trace/lots", Trade),
        new(RailText.Firm, RailText.Holds, "/trace/holds", Trade),
        new(RailText.Firm, RailText.Reports, "/lab/reports", [Role.Exporter]),
        new(RailText.Firm, RailText.Certificates, "/certificates", Trade),
        new(RailText.Firm, RailText.Consignments, "/trade/consignments", [.. Trade, Role.Signatory]),
        new(RailText.Firm, RailText.Declarations, "/trade/declarations", Trade),
        new(RailText.Firm, RailText.OwnReturn, "/trade/returns", [Role.Exporter]),
        new(RailText.Firm, RailText.OwnFirm, "/registry/firms/own", [Role.Exporter]),
        new(RailText.County, RailText.Queue, "/registry/queue", Office),
        new(RailText.County, RailText.Apiaries, "/registry/apiaries", Office),
        new(RailText.County, RailText.Beekeepers, "/registry/beekeepers", Office),
        new(RailText.County, RailText.Diseases, "/registry/diseases", Office),
        new(RailText.County, RailText.NectarSources, "/registry/nectar-sources", Office),
        new(RailText.County, RailText.Firms, "/registry/firms", Office),
        new(RailText.County, RailText.Returns, "/trade/returns", Office),
        new(RailText.County, RailText.Yearbooks, "/trade/yearbooks", Office),
        new(RailText.County, RailText.Question, "/map/question", [Role.County]),
        new(RailText.County, RailText.Notices, "/map/notices", Office),
        new(RailText.County, RailText.Import, "/import", [Role.County, Role.Admin]),
        new(RailText.County, RailText.Deeds, "/access/deeds", Office),
    ];

    /// <summary>The entries of a person, in the order of the rail.</summary>
    public static IReadOnlyList<RailItem> Of(ClaimsPrincipal user) => [.. All.Where(item => item.Roles.Any(user.Has))];

    /// <summary>Where a person's day begins: a beekeeper at the own apiaries, staff at what waits for them today.</summary>
    public static string HomeOf(ClaimsPrincipal user) =>
        user.Has(Role.Beekeeper) ? KeeperLayout.HomeAddress
        : Of(user) is [var first, ..] ? first.Href
        : "/";

    /// <summary>The roles of a person, from the claims of signing in.</summary>
    public static IEnumerable<Role> RolesOf(ClaimsPrincipal user) => RoleCode.OfPeople.Where(user.Has);

    private static bool Has(this ClaimsPrincipal user, Role role) => user.IsInRole(role.Code());
}

/// <summary>Words of the rail.</summary>
public static class RailText
{
    public static Bilingual Name => new("工作", "Work");
    public static Bilingual Mine => new("我的工作", "My work");
    public static Bilingual Today => new("今日", "Today");
    public static Bilingual Laboratory => new("检测中心", "Laboratory");
    public static Bilingual Samples => new("样品", "Samples");
    public static Bilingual Sheet => new("录入", "Bench sheet");
    public static Bilingual Methods => new("检验方法", "Methods");
    public static Bilingual Reports => new("检验报告", "Test reports");
    public static Bilingual TheLaboratory => new("检测机构", "The laboratory");
    public static Bilingual Judge => new("试判", "Try a verdict");
    public static Bilingual Plans => new("抽样计划", "Sampling plans");
    public static Bilingual Quality => new("质量控制", "Quality control");
    public static Bilingual Sizes => new("样本量", "Sample sizes");
    public static Bilingual Limits => new("限量", "Limits");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual Lots => new("批次", "Lots");
    public static Bilingual Certificates => new("证书", "Certificates");
    public static Bilingual Consignments => new("货物", "Consignments");
    public static Bilingual Declarations => new("报关单", "Declarations");
    public static Bilingual Yearbooks => new("县年报", "Yearbook");
    public static Bilingual Holds => new("扣留批次", "Lots on hold");
    public static Bilingual County => new("县办公室", "County office");
    public static Bilingual Apiaries => new("蜂场", "Apiaries");
    public static Bilingual OwnReturn => new("年报", "Yearly return");
    public static Bilingual Returns => new("企业年报", "Yearly returns");
    public static Bilingual OwnFirm => new("本企业", "Our firm");
    public static Bilingual Queue => new("待办登记", "Queue");
    public static Bilingual Beekeepers => new("养蜂人", "Beekeepers");
    public static Bilingual Diseases => new("病害", "Diseases");
    public static Bilingual NectarSources => new("蜜源地", "Nectar sources");
    public static Bilingual Firms => new("企业名录", "Firms");
    public static Bilingual Question => new("谁在附近", "Who stands near");
    public static Bilingual Notices => new("通知", "Notices");
    public static Bilingual Import => new("导入与导出", "Import and export");
    public static Bilingual Deeds => new("操作记录", "Deeds");
}
