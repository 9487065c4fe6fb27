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
