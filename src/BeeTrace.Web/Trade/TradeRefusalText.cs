using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>What Trade refuses, as sentences.</summary>
internal static class TradeRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [TradeRefusal.MassMissing] = new("请填写净重（kg），如 1200。", "Please give the net mass in kg, such as 1200."),
        [TradeRefusal.MassNotPositive] = new("净重必须大于 0，现在填的是 {0}。", "The net mass must be above 0; {0} was given."),
        [TradeRefusal.ProductUnknown] = new(
            "没有“{0}”这种产品或统计范围。请从列表中选择。", "There is no product or scope “{0}”. Please choose one from the list."),
        [TradeRefusal.CountryUnknown] = new(
            "“{0}”不是国家代码。请用 ISO 3166-1 的两个字母，如 JP。", "“{0}” is no country code. Use the two letters of ISO 3166-1, such as JP."),
        [TradeRefusal.DayInFuture] = new(
            "日期没有填，或还没有到；今天是 {0}。请检查日期。", "The day is missing or still to come; today is {0}. Check the day."),
        [TradeRefusal.ShareOutOfRange] = new(
            "占比必须大于 0 %、不超过 100 %，现在填的是 {0}。", "A share must be above 0 % and up to 100 %; {0} was given."),
        [TradeRefusal.TotalContradictsShare] = new(
            "总量 {0} 与公布的占比对不上：符合该占比的总量在 {1} 与 {2} 之间。请核对数字和口径。",
            "The total {0} does not give the stated share; totals between {1} and {2} do. Check the numbers and what they count."),
        [TradeRefusal.SourceMissing] = new(
            "请写明数字的出处：谁、在哪里、哪一天公布。", "Please say where the figure comes from: who published it, where and when."),
    };
}
