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
        [TradeRefusal.MassTooGreat] = new(
            "一项货物净重不会超过 {1} kg，现在是 {0}。请核对单位：这里要的是千克。",
            "One item does not weigh more than {1} kg; {0} was given. Check the unit: kilograms are asked for."),
        [TradeRefusal.GrossBelowNet] = new("毛重 {0} kg 小于净重 {1} kg。请核对。", "The gross mass of {0} kg is below the net mass of {1} kg. Check both."),
        [TradeRefusal.ProductUnknown] = new(
            "没有“{0}”这种产品或统计范围。请从列表中选择。", "There is no product or scope “{0}”. Please choose one from the list."),
        [TradeRefusal.CountryUnknown] = new(
            "“{0}”不是国家代码。请用 ISO 3166-1 的两个字母，如 JP。", "“{0}” is no country code. Use the two letters of ISO 3166-1, such as JP."),
        [TradeRefusal.DayInFuture] = new(
            "日期没有填，或还没有到；今天是 {0}。请检查日期。", "The day is missing or still to come; today is {0}. Check the day."),
        [TradeRefusal.HsCodeOfAnotherDay] = new(
            "商品编码 {0} 在 {2} 不是“{1}”的编码；那一天的编码是 {3}。", "On {2}, {0} was not the commodity code of {1}; that day it was {3}."),
        [TradeRefusal.HsCodeUnknown] = new("没有商品编码“{0}”。请核对。", "There is no commodity code “{0}”. Check it."),
        [TradeRefusal.HsCodeMissing] = new(
            "不知道“{0}”在 {1} 的商品编码，请先由县办公室补录编码表。", "No commodity code of {0} is known for {1}; the county has to add it to the table of codes first."),
        [TradeRefusal.ValueWithoutCurrency] = new("金额 {0} 没有写币种。请注明 USD 或 CNY。", "The value {0} has no currency. Say USD or CNY."),
        [TradeRefusal.CurrencyUnknown] = new("金额按 USD 或 CNY 统计，不能用“{0}”。", "Values are counted in USD or CNY, not in “{0}”."),
        [TradeRefusal.ValueUnreadable] = new("金额须为不小于 0、最多两位小数的数，现在是“{0}”。", "A value is a number of 0 or more with up to two decimals; “{0}” was given."),
        [TradeRefusal.NumberMalformed] = new("报关单号是 18 位数字，现在是“{0}”。", "The number of a declaration has 18 digits; “{0}” was given."),
        [TradeRefusal.PlaceMalformed] = new("地区用 GB/T 2260 的六位代码，如 330122，现在是“{0}”。", "A place is a six-digit code of GB/T 2260, such as 330122; “{0}” was given."),
        [TradeRefusal.DeclaredAlready] = new(
            "这张报关单的这一项已经录入。若要修改，请打开它并「更正」。", "This item of the declaration is recorded already. To change it, open it and choose “Correct”."),
        [TradeRefusal.DeclarationUnknown] = new("没有这张报关单，或它不属于您的企业。", "There is no such declaration, or it is not your firm's."),
        [TradeRefusal.NothingCorrected] = new("没有改动任何内容，未保存更正。", "Nothing was changed, so no correction was saved."),
        [TradeRefusal.ReasonMissing] = new("请写明原因。", "Please give the reason."),
        [TradeRefusal.TextTooLong] = new("最多 {0} 个字，请缩短。", "At most {0} characters; please shorten it."),
        [TradeRefusal.ConsignmentUnknown] = new("没有这票货，或它不属于您的企业。", "There is no such consignment, or it is not your firm's."),
        [TradeRefusal.NotInThatState] = new("这票货现在的状态是「{0}」，不能这样做。请刷新页面。", "The consignment is “{0}” now, so this cannot be done. Reload the page."),
        [TradeRefusal.StatementStands] = new(
            "已签发货物说明 {0}，批次不能再改。请先请签字人撤销说明。", "Statement {0} stands, so the lots stay as they are. Ask the signatory to withdraw it first."),
        [TradeRefusal.DeclarationStands] = new(
            "这票货的报关单仍然有效。请先逐项「撤销申报」，再取消货物。", "Declarations of this consignment still count. Revoke them first, then cancel the consignment."),
        [TradeRefusal.LotLeftAlready] = new(
            "某个批次剩余的重量不够：它已随别的货物出口或被预留。请刷新后按剩余重量填写。",
            "A lot has less left than that: the rest has left or is reserved by another consignment. Reload and enter what is left."),
        [TradeRefusal.LotOnHold] = new("货物里的批次 {0} 正被扣留，不能出口。", "Lot {0} of the consignment is on hold and cannot leave."),
        [TradeRefusal.FailsInMarket] = new(
            "批次 {0} 按 {1} 市场判定不合格。须由县办公室写明理由放行后才能申报。", "Lot {0} fails in the market {1}. The county has to release it with a reason before it can be declared."),
        [TradeRefusal.BeeNotTaken] = new(
            "批次 {0} 的蜂种是 {1}，{2} 市场不认可。请改换目的地或批次。", "Lot {0} is of {1}, which the market {2} does not take for this product. Choose another destination or lot."),
        [TradeRefusal.NothingToRelease] = new("批次 {0} 在 {1} 市场没有不合格判定，无需放行。", "Lot {0} has no failing verdict in the market {1}; there is nothing to release."),
        [TradeRefusal.SamePersonSigns] = new("填报人不能自己核定。请另一位县办公室人员核定。", "Whoever filed the return does not accept it. Ask another officer."),
        [TradeRefusal.ReturnAtWork] = new("这一年已有一份在办的年报。请打开它继续。", "A return of this year is being worked on already. Open that one."),
    };
}
