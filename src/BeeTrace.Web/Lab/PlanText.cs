using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>Words of sampling plans and their draws.</summary>
public static class PlanText
{
    public static Bilingual Plans => new("抽样计划", "Sampling plans");
    public static Bilingual Plan => new("抽样计划", "Sampling plan");
    public static Bilingual NewPlan => new("制定计划", "Make a plan");
    public static Bilingual NoPlansTitle => new("还没有抽样计划", "No sampling plan yet");
    public static Bilingual NoPlansText => new("县办公室制定的计划会列在这里，附计划数、抽中数和检测数。", "Plans that the county makes stand here, with what was planned, drawn and tested.");
    public static Bilingual PlansOf(int year) => new($"{year} 年的计划。", $"Plans of {year}.");
    public static Bilingual ShowAll => new("显示全部计划", "Show all plans");
    public static Bilingual Code => new("编号", "Number");
    public static Bilingual Year => new("年份", "Year");
    public static Bilingual YearHint => new("按采收日期所在的年份。", "The year of harvest.");
    public static Bilingual Basis => new("抽样性质", "Sampling basis");
    public static Bilingual Strata => new("抽样层", "Strata");
    public static Bilingual StratumHead => new("层", "Stratum");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual Scope => new("企业或县", "Firm or county");
    public static Bilingual Everywhere => new("全部企业", "all firms");
    public static Bilingual Counties => new("某个县的企业", "firms of a county");
    public static Bilingual Firms => new("某个企业", "one firm");
    public static Bilingual OneFirm => new("一家企业（不公开名称）", "one firm (not named here)");
    public static Bilingual Season => new("采收月份", "Months of harvest");
    public static Bilingual FirstMonth => new("从（月）", "From month");
    public static Bilingual LastMonth => new("到（月）", "To month");
    public static Bilingual Stage => new("抽样环节", "Where it is sampled");
    public static Bilingual Planned => new("计划", "Planned");
    public static Bilingual Listed => new("名单", "On the list");
    public static Bilingual Drawn => new("抽中", "Drawn");
    public static Bilingual Sampled => new("已抽样", "Sampled");
    public static Bilingual Tested => new("已检测", "Tested");
    public static Bilingual Replaced => new("已替换", "Replaced");
    public static Bilingual InAll => new("合计", "In all");
    public static Bilingual Coverage => new("完成情况", "Coverage");
    public static Bilingual CoverageLine => new(
        "抽中指现在要抽样的批次，不含已替换的；已检测指结果已批准。", "Drawn are the lots to be sampled, without those that were replaced; tested are those whose results are approved.");

    public static Bilingual AddStratum => new("加一层", "Add a stratum");
    public static Bilingual RemoveStratum => new("去掉", "Remove");
    public static Bilingual Save => new("保存计划", "Save the plan");
    public static Bilingual SaveHint => new("保存后计划不能再改，并立即公开。", "Once saved, the plan stays as it is and is public at once.");

    public static Bilingual Draws => new("名单与抽取", "Lists and draws");
    public static Bilingual NotFrozen => new("还没有冻结名单。", "No list is frozen yet.");
    public static Bilingual Freeze => new("冻结名单", "Freeze a list");
    public static Bilingual FreezeLine => new(
        "写下所选各层在登记里的全部批次并公布哈希值。此后名单不能增减，所选各层也不能再抽第二次。",
        "All lots that the register has of the chosen strata are written down and their hash is published. From then on nothing is added or left out, and these strata are not drawn a second time.");

    public static Bilingual FreezeChosen => new("冻结所选各层", "Freeze the chosen strata");
    public static Bilingual NothingToFreeze => new("现在没有可以冻结的层：采收期没有结束，或者已经冻结。", "No stratum can be frozen now: its season is not over, or it is frozen.");
    public static Bilingual ValueName => new("用哪个公开数值", "Which public value will count");
    public static Bilingual ValueNameHint => new(
        "今天还不存在、谁也选不了的数值，写得没有第二种读法，如“某彩票第 2026075 期，六个红球从小到大，再加蓝球，每个两位”。",
        "One that does not exist today and that nobody here can choose, in words that leave one reading: “lottery X, draw 2026075, six numbers in ascending order, then the bonus number, two digits each”.");

    public static Bilingual Digits => new("共几位数字", "How many digits");
    public static Bilingual ValueDay => new("哪天产生", "On which day it comes");
    public static Bilingual Reveal => new("录入公开数值", "Enter the public value");
    public static Bilingual RevealLine => new("由两个人各自查看来源、各自录入。两人一致，系统立即抽取。", "Two people look it up and enter it, each for themselves. When both agree, the lots are drawn at once.");
    public static Bilingual Value => new("数值", "Value");
    public static Bilingual Source => new("来源", "Source");
    public static Bilingual SourceHint => new("网址，或报纸和日期。", "An address on the web, or a newspaper and its day.");
    public static Bilingual Entered => new("已录入", "Entered");
    public static Bilingual FirstOfTwo => new("已记录，还需要另一个人录入。", "Recorded. Another person has to enter it too.");
    public static Bilingual Differs => new("与另一个人录入的不同。请对照来源，录错的人重新录入。", "Another person entered something else. Compare with the source; whoever was wrong enters it again.");
    public static Bilingual DrawnNow => new("两人一致，已经抽取。", "Both agree: the lots are drawn.");
    public static Bilingual Hash => new("名单的 SHA-256", "SHA-256 of the list");
    public static Bilingual Seed => new("种子", "Seed");
    public static Bilingual SeedAhead => new("公开数值产生后才有", "not before the public value");
    public static Bilingual DownloadList => new("下载名单", "Download the list");
    public static Bilingual DownloadCsv => new("下载 CSV", "Download as CSV");
    public static Bilingual PublicPage => new("公开页面", "Public page");

    public static Bilingual Picks => new("抽中的批次", "Drawn lots");
    public static Bilingual Place => new("位次", "Place");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual State => new("进展", "Progress");
    public static Bilingual ToSample => new("待抽样", "to be sampled");
    public static Bilingual IsSampled => new("已抽样，待检测", "sampled, not tested yet");
    public static Bilingual IsTested => new("已检测", "tested");
    public static Bilingual TakeSample => new("抽样", "Draw the sample");
    public static Bilingual ReplaceLot => new("替换", "Replace");
    public static Bilingual Reason => new("为什么不能抽", "Why it cannot be sampled");
    public static Bilingual Why => new("说明", "In words");
    public static Bilingual WhyHint => new("记入操作记录，不公开。", "Kept in the record of deeds and not published.");
    public static Bilingual ReplaceNow => new("换成下一个", "Take the next one");

    public static Bilingual Repeat => new("自己抽一遍", "Repeat it yourself");
    public static Bilingual RepeatLine => new(
        "下载名单，核对它的 SHA-256；种子是这个哈希值、冒号和公开数值。每一行前面加上种子和冒号，算 SHA-256，按结果从小到大排列：最前面的就是抽中的批次，后面的依次替补。",
        "Download the list and check its SHA-256. The seed is that hash, a colon and the public value. Put seed and colon before each line, take the SHA-256, and sort: the first ones are drawn, and the next ones follow in place of those that cannot be sampled.");

    public static Bilingual PublicLead => new(
        "县里这一年计划抽多少样品、从哪些批次里抽、抽中了哪些。谁都可以照着重做一遍，得到同样的批次。",
        "How many samples the county draws of one year’s lots, from which lots, and which were drawn. Anybody can repeat the draw and gets the same lots.");

    public static Bilingual PublicPrivacy => new("这里只有批次编号，没有企业和养蜂人的名字。", "Lots stand here by their codes alone, without firms and beekeepers.");

    public static Bilingual TitleOf(int year, Bilingual basis) => new($"{year} 年{basis.Zh}抽样计划", $"Sampling plan {year}: {basis.En}");

    public static Bilingual ListTitle(int number) => new($"第 {number} 份名单", $"List {number}");

    public static Bilingual Months(int first, int last) => first == last
        ? new($"{first} 月", MonthName(first))
        : new($"{first}–{last} 月", $"{MonthName(first)}–{MonthName(last)}");

    public static Bilingual Month(int month) => new($"{month} 月", MonthName(month));

    public static Bilingual Number(int stratum) => new($"第 {stratum} 层", $"Stratum {stratum}");

    public static Bilingual FrozenOn(DateOnly day) => new($"{Days.InWords(day).Zh}冻结并公布", $"Frozen and published on {Days.InWords(day).En}");

    public static Bilingual Awaits(string name, int digits, DateOnly day) => new(
        $"等公开数值：{name}（{digits} 位数字，{Days.InWords(day).Zh}产生）", $"Waits for the public value: {name} ({digits} digits, on {Days.InWords(day).En})");

    public static Bilingual DrawnOn(DateOnly day) => new($"{Days.InWords(day).Zh}由两人录入后抽取", $"Drawn on {Days.InWords(day).En}, when two people had entered it");

    public static Bilingual PublicValue(string value, string source) => new($"公开数值 {value}，来源：{source}", $"Public value {value}, source: {source}");

    public static Bilingual InPlaceOf(int place) => new($"替换第 {place} 位", $"in place of no. {place}");

    public static Bilingual WasReplaced(Bilingual by) => new($"已替换：{by.Zh}", $"replaced: {by.En}");

    public static Bilingual PlannedInAll(int planned, int tested) => new(
        $"计划 {Numerals.Count(planned)} 个样品，已检测 {Numerals.Count(tested)} 个", $"{Numerals.Count(planned)} samples planned, {Numerals.Count(tested)} tested");

    public static Bilingual Of(SamplingStage stage) => stage switch
    {
        SamplingStage.Apiary => new("蜂场", "apiary"),
        SamplingStage.CollectionPoint => new("收购点", "collection point"),
        SamplingStage.Plant => new("加工厂", "plant"),
        SamplingStage.Warehouse => new("仓库", "warehouse"),
        _ => new("销售点", "shop"),
    };

    public static Bilingual Of(ReplacementReason reason) => reason switch
    {
        ReplacementReason.UsedUp => new("已用完或售出", "used up or sold"),
        ReplacementReason.NotFound => new("找不到", "not found"),
        ReplacementReason.QuantityShort => new("数量不足", "quantity short"),
        ReplacementReason.SamplingRefused => new("拒绝抽样", "sampling refused"),
        _ => new("其他", "other"),
    };

    public static Bilingual Of(RevealState state) => state switch
    {
        RevealState.FirstOfTwo => FirstOfTwo,
        RevealState.Differs => Differs,
        _ => DrawnNow,
    };

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Math.Clamp(month, 1, 12));
}
