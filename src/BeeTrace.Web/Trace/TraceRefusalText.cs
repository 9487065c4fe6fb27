using BeeTrace.Core;
using BeeTrace.Core.Trace;

namespace BeeTrace.Web.Trace;

/// <summary>What Trace refuses, and what it finds odd, as sentences.</summary>
internal static class TraceRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [TraceRefusal.ProductMissing] = new("请选择产品。", "Please choose the product."),
        [TraceRefusal.ProductUnknown] = new("没有代码为“{0}”的产品。请从列表中选择。", "No product has the code “{0}”. Please choose one from the list."),
        [TraceRefusal.MassMissing] = new("请填写重量（kg），如 250.5。", "Please give the mass in kg, such as 250.5."),
        [TraceRefusal.MassUnreadable] = new(
            "“{0}”不是公斤数。请只填数字，用点作小数点，如 1250.5。",
            "“{0}” is not a number of kilograms. Use digits with a point for decimals, such as 1250.5."),
        [TraceRefusal.MassNotPositive] = new(
            "重量必须大于 0 kg，现在填的是 {0} kg。", "The mass must be above 0 kg; {0} kg was given."),
        [TraceRefusal.MassTooGreat] = new(
            "一个批次最多 {0} kg，现在填的是 {1} kg。请检查单位是不是 kg；真有这么多，请分批记录。",
            "One lot holds {0} kg at most; {1} kg was given. Check that the unit is kg, or record several lots."),
        [TraceRefusal.MassTooFine] = new("重量最多保留 {0} 位小数，请去掉多余的位数。", "The mass keeps {0} decimals at most; please leave out the rest."),
        [TraceRefusal.HarvestDayMissing] = new("请填写采收日期，如 2026-05-20。", "Please give the harvest day, such as 2026-05-20."),
        [TraceRefusal.HarvestDayInFuture] = new(
            "采收日期还没有到，今天是 {0}。请检查日期。", "The harvest day is still to come; today is {0}. Check the day."),
        [TraceRefusal.HarvestOutsidePlacement] = new(
            "{0} 这一天，蜂场没有登记在任何位置。请检查采收日期，或请养蜂人补登转场。",
            "On {0} the apiary was registered nowhere. Check the harvest day, or ask the beekeeper to register the move."),
        [TraceRefusal.HarvestInSeveralPlacements] = new(
            "{0} 这一天，蜂场登记在不止一处，说不清蜜从哪里来。请县主管人员先更正登记。",
            "On {0} the apiary was registered in more than one place, so the origin is not known. Ask the county office to mend the register first."),
        [TraceRefusal.ApiaryUnknown] = new("没有编号为 {0} 的蜂场。请对照蜂场牌。", "No apiary has the code {0}. Compare it with the apiary’s sign."),
        [TraceRefusal.NectarSourceUnknown] = new(
            "蜜源名录里没有“{0}”。请从列表中选择。", "No plant of the list is called “{0}”. Please choose one from the list."),
        [TraceRefusal.LotUnknown] = new(
            "没有找到批次 {0}，或您无权查看。请对照标签。", "There is no lot {0} that you may see. Compare the code with the label."),
        [TraceRefusal.HarvestDuringTreatment] = new(
            "这个蜂场从 {1} 起在用药（{0}），还没有登记结束。用药期间不得采收；已经停药的，请先补登结束日期。",
            "The apiary has been under treatment since {1} ({0}), and no end is recorded. Nothing is harvested during treatment; where it has ended, record the last day first."),
        [TraceRefusal.HarvestBeforeTreatmentEnd] = new(
            "采收日期在用药期间：{0} 用到 {1}。请核对采收日期。",
            "The harvest day lies within a treatment: {0} was given until {1}. Check the harvest day."),
        [TraceRefusal.HarvestInWithdrawal] = new(
            "{0} 的休药期还没有过，最早 {1} 可以采收。请核对采收日期，或等到那一天。",
            "The withdrawal period of {0} is not over; the earliest harvest day is {1}. Check the day, or wait for it."),
        [TraceRefusal.ReasonTooLong] = new("理由最多 {0} 个字，请缩短。", "The reason may have {0} characters at most; please shorten it."),
        [TraceRefusal.HoldReasonMissing] = new("请写明原因，企业会看到。", "Give a reason; the firm reads it."),
        [TraceRefusal.NotHeld] = new("批次 {0} 没有被扣留。", "Nothing holds the lot {0}."),
        [TraceWarning.WithdrawalUnknown] = new(
            "{0} 用到 {1}，休药期不详。已记录；请向兽医或厂家问清休药期，再补登用药。",
            "{0} was given until {1}, and its withdrawal period is not known. It is recorded; ask a veterinarian or the maker and complete the medicine log."),
        [TraceWarning.UnusualForSpecies] = new(
            "中华蜜蜂几乎不产这种产品（{0}）。已记录，请确认蜂种和产品没有选错。",
            "Eastern honey bees hardly ever give this product ({0}). It is recorded; make sure that species and product are right."),
        [TraceWarning.HarvestImplausible] = new(
            "加上这一批，蜂场今年共采收 {0} kg，{2} 群蜂一般不超过 {1} kg。已记录，请检查小数点和单位。",
            "With this lot the year’s harvest is {0} kg; {2} colonies rarely give more than {1} kg. It is recorded; check decimal point and unit."),
        [TraceWarning.OutOfBloom] = new(
            "采收日期 {0} 不在这种蜜源的花期（{1} 至 {2}）。已记录，请确认日期和蜜源。",
            "On the harvest day {0} this plant is not in bloom ({1} to {2}). It is recorded; make sure that day and plant are right."),
    };
}
