using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>Words of proposed limits.</summary>
public static class LimitProposalText
{
    public static Bilingual New => new("提议新限量", "Propose a limit");
    public static Bilingual NewLine => new("由另一个人同意后才生效；在那之前什么也不改变。", "Another person has to accept it; nothing changes before.");
    public static Bilingual Propose => new("提议更改", "Propose…");
    public static Bilingual ProposeFor(Limit limit, Bilingual analyte) => new($"{Propose.Zh}：{analyte.Zh} {limit.Describe().Zh}", $"{Propose.En} {analyte.En} {limit.Describe().En}");
    public static Bilingual Open => new("待决的提议", "Open proposals");
    public static Bilingual Now => new("现在", "Now");
    public static Bilingual Then => new("提议", "Proposed");
    public static Bilingual Nothing => new("没有限量", "no limit");
    public static Bilingual Ends(DateOnly day) => new($"{Days.Short(day)} 起没有限量", $"no limit from {Days.Short(day)} on");
    public static Bilingual By(string name, DateTimeOffset at) => new($"{name} 于 {Days.Moment(at)} 提议", $"proposed by {name}, {Days.Moment(at)}");
    public static Bilingual Accept => new("同意", "Accept");
    public static Bilingual Decline => new("不同意", "Decline");
    public static Bilingual Withdraw => new("撤回", "Withdraw");
    public static Bilingual DecideWhy => new("说明（不同意时必填）", "In words (a decline says why)");
    public static Bilingual AnotherDecides => new("您提议的，由另一个人决定。", "You proposed it; another person decides.");
    public static Bilingual NotYours => new("由授权签字人、审核员或县主管人员决定。", "A signatory, reviewer or county officer decides.");

    public static Bilingual Replaces => new("取代", "Replaces");
    public static Bilingual Figure => new("数值", "The figure");
    public static Bilingual MeantFor => new("适用范围", "What it is meant for");
    public static Bilingual Ground => new("出处", "Where it comes from");
    public static Bilingual Kind => new("限量类型", "Kind");
    public static Bilingual Comparison => new("比较方式", "Comparison");
    public static Bilingual Low => new("下限", "Lower bound");
    public static Bilingual High => new("上限", "Upper bound");
    public static Bilingual LodOfMethod => new("标准方法的检出限（选填）", "LOD of the standard’s method (optional)");
    public static Bilingual NumberHint => new("小数点用句点；写几位就记几位（69.0 不等于 69）。", "With a point; its digits count (69.0 is not 69).");
    public static Bilingual Plants => new("蜜源植物（拉丁名，分号隔开）", "Plants (Latin names, semicolons between)");
    public static Bilingual WhichPlants => new("蜜源植物", "Plants");
    public static Bilingual GradeLabel => new("等级（标准的写法，选填）", "Grade (as the standard writes it, optional)");
    public static Bilingual OnlyState => new("仅限声明为", "Only where declared");
    public static Bilingual NotState => new("声明为以下的除外", "Not where declared");
    public static Bilingual StandardCode => new("标准号（不带年份）", "Standard (without its year)");
    public static Bilingual Edition => new("版本（年份）", "Edition (year)");
    public static Bilingual ClauseLabel => new("条款、表号或条号", "Clause, table or article");
    public static Bilingual From => new("生效第一天", "First day in force");
    public static Bilingual To => new("最后一天（选填）", "Last day (optional)");
    public static Bilingual FromHint => new("可以早于今天：过去的样品要重新判定才会改变。", "May lie in the past: older samples change only when they are judged again.");
    public static Bilingual SourceLabel => new("在哪里读到的（网址或出版物）", "Where it was read (address or publication)");
    public static Bilingual TrustLabel => new("您见到的是", "What you have seen");
    public static Bilingual MethodLabel => new("标准规定的方法（选填）", "Method that the standard names (optional)");
    public static Bilingual RuleOwn => new("按市场的规则", "the market’s rule");
    public static Bilingual Reason => new("提议的理由", "Why it is proposed");
    public static Bilingual Send => new("提交提议", "Propose");
    public static Bilingual EndTitle => new("或者：这个限量到期失效", "Or: let this limit end");
    public static Bilingual LastDay => new("最后一天", "Last day in force");
    public static Bilingual SendEnd => new("提议失效", "Propose its end");

    public static Bilingual Of(SourceTrust trust) => trust switch
    {
        SourceTrust.OfficialText => new("官方文本", "the official text"),
        SourceTrust.Secondary => new("转载、译文或别人的表", "a copy, translation or table"),
        _ => new("没有见到，只作备注，不用于判定", "nothing: kept as a note, judges nothing"),
    };

    public static Bilingual Of(LimitKind kind) => kind switch
    {
        LimitKind.MaximumLevel => new("最高残留或污染物限量", "maximum level (MRL, ML)"),
        LimitKind.ReferencePointForAction => new("行动参考值（达到即不合格）", "reference point for action (fails at or above)"),
        LimitKind.NotDetectable => new("不得检出", "not detectable"),
        LimitKind.Quality => new("品质或成分", "quality or composition"),
        LimitKind.Qualitative => new("定性（有或无）", "present or absent"),
        LimitKind.ContractValue => new("合同值或行动值", "contract or action value"),
        _ => new("定义（何种蜂）", "definition (which bee)"),
    };

    public static Bilingual Of(Comparator comparator) => comparator switch
    {
        Comparator.AtMost => new("≤ 上限", "≤ upper bound"),
        Comparator.LessThan => new("< 上限", "< upper bound"),
        Comparator.AtLeast => new("≥ 下限", "≥ lower bound"),
        Comparator.MoreThan => new("> 下限", "> lower bound"),
        Comparator.Within => new("在下限和上限之间", "between both bounds"),
        Comparator.Absent => new("不得检出", "must not be there"),
        _ => new("须为该蜂种", "must be of the bee"),
    };

    public static Bilingual Of(NectarRule rule) => rule switch
    {
        NectarRule.In => new("仅限下列植物", "only these"),
        NectarRule.NotIn => new("下列植物除外", "all but these"),
        _ => new("不限", "any"),
    };
}
