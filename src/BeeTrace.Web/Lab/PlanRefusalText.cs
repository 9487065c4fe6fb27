using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>What sampling plans and draws refuse, as sentences.</summary>
internal static class PlanRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [PlanRefusal.YearOutside] = new("年份要在 2000 到 2099 之间。", "The year must lie between 2000 and 2099."),
        [PlanRefusal.BasisNotPlanned] = new(
            "这种抽样性质不做计划。请选监督抽检、例行监测或风险监测。", "Samples of this basis are not planned. Choose surveillance, routine monitoring or risk monitoring."),
        [PlanRefusal.NoStratum] = new("计划里还没有抽样层。请至少加一层。", "The plan has no stratum yet. Add at least one."),
        [PlanRefusal.PlannedOutside] = new("第 {0} 层的样品数要在 {1} 到 {2} 之间。", "Stratum {0}: the number of samples must lie between {1} and {2}."),
        [PlanRefusal.SeasonBackward] = new(
            "第 {0} 层的月份不对：开始月份不能晚于结束月份，且都在 1 到 12 之间。", "Stratum {0}: the months must run forward within the year, from 1 to 12."),
        [PlanRefusal.FirmAndCounty] = new("第 {0} 层同时选了企业和县，请只留一个。", "Stratum {0} names a firm and a county. Keep one of them."),
        [PlanRefusal.StratumUnknown] = new("第 {0} 层的产品、企业或县不在系统里，请重新选择。", "Stratum {0}: the product, firm or county is not there. Choose again."),
        [PlanRefusal.StrataOverlap] = new(
            "第 {0} 层和第 {1} 层可能含有同一批次。请改产品、月份、企业或县，使两层分开；系统不知道批次处在哪个环节，只改环节不够。",
            "Strata {0} and {1} could hold the same lot. Part them by product, months, firm or county; the register does not know at which stage a lot stands, so that the stage does not part them."),
        [PlanRefusal.PlanUnknown] = new("没有计划 {0}。", "There is no plan {0}."),
        [PlanRefusal.NothingChosen] = new("请选择要冻结名单的层。", "Choose the strata whose lots are to be frozen."),
        [PlanRefusal.FrozenBefore] = new("第 {0} 层的名单已经冻结，只能冻结一次。", "The list of stratum {0} is frozen, and it is frozen only once."),
        [PlanRefusal.SeasonNotOver] = new(
            "第 {0} 层的采收期到 {1} 才结束。提前冻结，以后采收的批次就没有机会被抽到。", "The season of stratum {0} runs until {1}. Lots harvested after the freezing would have no chance."),
        [PlanRefusal.NoCandidates] = new("登记里没有属于第 {0} 层的批次。请先不选这一层。", "The register has no lot of stratum {0}. Leave it out for now."),
        [PlanRefusal.ValueNameMissing] = new("请写明用哪个公开数值，如“某彩票第几期，七个号码从小到大”。", "Say which public value will count, such as “lottery X, draw no. Y, seven numbers in ascending order”."),
        [PlanRefusal.DigitsOutside] = new("公开数值的位数要在 {0} 到 {1} 之间。", "The public value must have {0} to {1} digits."),
        [PlanRefusal.ValueDayNotAhead] = new("公开数值必须在今天之后才产生，请改日期。", "The public value must come into being after today. Choose a later day."),
        [PlanRefusal.ListUnknown] = new("没有这份名单。", "There is no such list."),
        [PlanRefusal.ValueDayAhead] = new("公开数值在 {0} 产生，那天起才能录入。", "The public value comes into being on {0}; enter it from that day on."),
        [PlanRefusal.ValueUnreadable] = new("公布的是 {0} 位数字，请照原样录入全部 {0} 位，不要多也不要少。", "The value was announced with {0} digits. Enter all {0}, no more and no fewer."),
        [PlanRefusal.SourceMissing] = new("请写明数值从哪里看到，如网址或报纸和日期。", "Say where the value was read: an address on the web, or a newspaper and its day."),
        [PlanRefusal.DrawnBefore] = new("这份名单已经抽取，数值不能再改。", "The draw from this list has been made; its value stands."),
        [PlanRefusal.PickUnknown] = new("这个批次没有被抽中，或者已经替换过。请刷新页面。", "This lot was not drawn or has been replaced. Read the page again."),
        [PlanRefusal.PickSampled] = new("这个批次已经抽了样（{0}），不用替换。", "A sample of this lot is there ({0}); nothing is to be replaced."),
        [PlanRefusal.WhyMissing] = new("请写明为什么不能抽这个批次。", "Say in words why this lot cannot be sampled."),
        [PlanRefusal.NoReserve] = new("这一层的批次已经全部抽中，没有可以替换的。", "Every lot of this stratum is drawn; there is none left to take its place."),
    };
}
