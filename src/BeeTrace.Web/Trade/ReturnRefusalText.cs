using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>What is refused of yearly returns, as sentences.</summary>
internal static class ReturnRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [ReturnRefusal.YearAbsent] = new("没有这个年度的年报：年度应在 {0} 到 {1} 之间。", "There is no return of that year; years run from {0} to {1}."),
        [ReturnRefusal.YearRuns] = new(
            "{0} 年还没有结束，从 {1} 起才能填报。现在可以先保存草稿。", "The year {0} has not ended; it can be filed from {1}. Until then it can be saved as a draft."),
        [ReturnRefusal.ReturnUnknown] = new("没有这份年报，或它不属于您的企业。", "There is no such return, or it is not your firm's."),
        [ReturnRefusal.StateNotAllowed] = new("这份年报现在的状态是「{0}」，不能这样做。请刷新页面。", "The return is “{0}” now, so this cannot be done. Reload the page."),
        [ReturnRefusal.FigureMissing] = new("请填写这一项；没有就填 0。", "Please fill this in; where there was none, enter 0."),
        [ReturnRefusal.FigureNegative] = new("这里不能是负数，现在填的是 {0}。", "This cannot be below zero; {0} was given."),
        [ReturnRefusal.FigureTooGreat] = new(
            "{0} 太大了，最多 {1}。请核对单位。", "The figure {0} is too great; the most is {1}. Check the unit."),
        [ReturnRefusal.FigureTooFine] = new("最多 {0} 位小数。", "At most {0} decimals are kept."),
        [ReturnRefusal.NumberUnreadable] = new("“{0}”不是数字。请只填数字，如 16840 或 16,840.5，不带单位。", "“{0}” is no number. Enter digits only, such as 16840 or 16,840.5, without a unit."),
        [ReturnRefusal.NotWhole] = new("“{0}”不是整数。请填整数，如 28。", "“{0}” is no whole number. Enter one such as 28."),
        [ReturnRefusal.ProductMissing] = new("请选择产品；不用的行请清空。", "Choose the product, or empty the line if it is not needed."),
        [ReturnRefusal.ProductTwice] = new("产品 {0} 填了两次。请合并为一行。", "The product {0} stands twice. Put both into one line."),
        [ReturnRefusal.PartnerMissing] = new("请填写合作单位名称；不用的行请清空。", "Name the partner, or empty the line if it is not needed."),
        [ReturnRefusal.PartnerKindMissing] = new("请选择合作单位的类型。", "Choose what kind of partner it is."),
        [ReturnRefusal.PartnerTwice] = new("合作单位“{0}”填了两次。请合并为一行。", "“{0}” stands twice. Put both into one line."),
        [ReturnRefusal.TooManyLines] = new("最多 {0} 行。", "At most {0} lines are kept."),
        [ReturnRefusal.TenThousandfold] = new(
            "填的是 {0} 万，{1} 年是 {2} 万，约为一万倍：是不是把“元”填进了“万元”？请改正；确实如此，请在下面确认。",
            "This is {0} × 10,000, against {2} × 10,000 in {1}, some ten thousand times as much. Was it typed in single units instead of ten thousands? Mend it, or confirm below that it is right."),
        [ReturnRefusal.TenThousandth] = new(
            "填的是 {0} 万，{1} 年是 {2} 万，只有约万分之一：是不是多除了一次一万？请改正；确实如此，请在下面确认。",
            "This is {0} × 10,000, against {2} × 10,000 in {1}, some ten thousandth of it. Was it divided by ten thousand twice? Mend it, or confirm below that it is right."),
        [ReturnRefusal.SalesJumped] = new(
            "填的是 {0} 万，{1} 年是 {2} 万，相差十倍以上。请核对；确实如此，请在下面确认。",
            "This is {0} × 10,000, against {2} × 10,000 in {1}: more than tenfold apart. Check it, or confirm below that it is right."),
    };
}
