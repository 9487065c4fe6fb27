using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Trade;

namespace BeeTrace.Web.Shell.Public;

/// <summary>Words of the figures: a number, its bound, its definition and its source.</summary>
public static class FiguresText
{
    public static Bilingual Head => new("数据", "Figures");
    public static Bilingual Lead => new("每个数字都带着口径、来源和不确定度；能往下查到原始记录的，都给出去处。", "Every number comes with its definition, its source and its uncertainty, and leads to the records behind it where they are public.");
    public static Bilingual Years => new("年份", "Year");

    public static Bilingual PassRateHead => new("合格率", "Pass rate");
    public static Bilingual ByYear => new("历年合格率", "Pass rate by year");
    public static Bilingual ByYearKey => new("圆点是合格率，竖线是 95 % 置信区间。", "The dot is the rate, the line its 95 % interval.");
    public static Bilingual ByProduct => new("按产品", "By product");
    public static Bilingual Year => new("年份", "Year");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual Passed => new("合格", "Passed");
    public static Bilingual Judged => new("判定", "Judged");
    public static Bilingual Inconclusive => new("未定", "Open");
    public static Bilingual Interval => new("95 % 置信区间", "95 % interval");
    public static Bilingual WhatIsCounted => new(
        "一个样品算一次，复检以复检结论为准；合格率 = 合格 ÷（合格 + 不合格）。无法判定或尚未测全的样品（未定）不进分母，但列在旁边。只统计随机监督抽检，针对性抽检和投诉抽检不混在一起。",
        "Each sample counts once, by its re-test where there was one; the rate is passed ÷ (passed + failed). Open samples, which could not be judged or are incomplete, stay out of the rate and beside it. Only random surveillance is counted, never mixed with targeted or complaint samples.");
    public static Bilingual ThreeRates => new("三种合格率", "Three pass rates");
    public static Bilingual RateHead => new("合格率", "Rate");
    public static Bilingual ThreeRatesNote => new(
        "同一样品的各项检测不是相互独立的抽样，一家企业的样品也不是，所以项次和企业的区间只作参考。",
        "Tests of one sample are not independent draws, nor are samples of one firm, so the intervals of items and firms are only a guide.");
    public static Bilingual SamplesBehind => new("查看这些样品", "The samples behind these rates");

    public static Bilingual NameOf(RateKind kind) => kind switch
    {
        RateKind.Item => new("项次合格率", "Item pass rate"),
        RateKind.Firm => new("企业合格率", "Firm pass rate"),
        _ => new("批次合格率", "Batch pass rate"),
    };

    public static Bilingual WhatCounts(RateKind kind) => kind switch
    {
        RateKind.Item => new("合格项次 ÷ 判定项次", "tests passed ÷ tests judged"),
        RateKind.Firm => new("没有不合格样品的企业 ÷ 有判定样品的企业", "firms without a failed sample ÷ firms with a judged one"),
        _ => new("合格样品 ÷ 判定样品", "samples passed ÷ samples judged"),
    };

    /// <summary>Why a rate stands there as counts alone.</summary>
    public static Bilingual WhyNoInterval(PassRate rate) => rate switch
    {
        { Judged: 0 } => new("没有判定", "nothing judged"),
        { ShowsRatePublicly: false } => TooFew,
        _ => new("不是随机抽样，不推及全体", "not a random sample, so it speaks only for itself"),
    };

    private static Bilingual TooFew => new(
        $"不足 {PassRate.LeastForPublicRate} 个，只列数目，不算比率", $"fewer than {PassRate.LeastForPublicRate}: counts only, no rate");

    public static Bilingual NothingJudged => new("这一年还没有判定结果", "Nothing has been judged in this year");
    public static Bilingual NothingJudgedNote => new("检测中心批准第一批结果后，这里会出现合格率和区间。", "The rate and its interval appear here once the laboratory approves its first results.");

    public static Bilingual ExportsHead => new("出口", "Exports");
    public static Bilingual RoyalJelly => new("蜂王浆及冻干粉", "royal jelly and powder");
    public static Bilingual TonnesUnit => new("吨", "t");
    public static Bilingual Tonnes => new("吨", "Tonnes");
    public static Bilingual Amount => new("数量", "Amount");
    public static Bilingual SharePercent => new("占比 %", "Share, %");
    public static Bilingual Destination => new("目的地", "Destination");
    public static Bilingual ByDestination => new("按目的地", "By destination");
    public static Bilingual Total => new("合计", "Total");
    public static Bilingual Definition => new("口径", "Definition");
    public static Bilingual Source => new("来源", "Source");
    public static Bilingual NoNationalFigure => new("没有同口径的全国数，不算占比", "No national figure of the same definition, so no share");
    public static Bilingual NoExports => new("这一年没有出口记录", "No exports are recorded for this year");
    public static Bilingual NoExportsNote => new("企业登记出口单据后，这里会出现数量和目的地。", "Quantities and destinations appear here once firms record their consignments.");
    public static Bilingual Rounded => new("占比各自修约，相加不一定正好 100。", "Shares are rounded one by one and need not add up to 100.");
    public static Bilingual DerivedHead => new("全国数是倒推的", "The national total is derived");
    public static Bilingual DerivedBody => new(
        "全国总量由报道的出口量和占比相除得到，不是海关公布的数字。它只说明这两个数相互吻合，不能用来证明占比本身。",
        "The national total is the reported tonnage divided by the reported share, not a figure published by customs. It shows that the two numbers agree with each other and proves nothing about the share itself.");

    public static Bilingual IndustryHead => new("产业", "Industry");
    public static Bilingual FirmsUnit => new("家企业", "firms");
    public static Bilingual NoReturns => new("还没有产业年报", "No yearly returns yet");
    public static Bilingual NoReturnsNote => new("企业报送年度数据后，这里会出现企业数和产值。", "Counts and output appear here once firms hand in their yearly returns.");
    public static Bilingual SalesOfFirms => new("企业销售额", "Sales of the firms");
    public static Bilingual ChainOutput => new("全产业链产值", "Output of the whole chain");

    public static Bilingual ClaimsHead => new("别处的说法", "What others have stated");
    public static Bilingual ClaimsLead => new("以下是公开材料中的说法，照录来源，与计算出的数字分开。只有写明由它推得的全国总量用到其中一对。", "Statements from public sources, quoted with their source and kept apart from what is computed. Only a national total that is said to be derived uses a pair of them.");
    public static Bilingual Claim => new("说法", "Statement");

    public static Bilingual PageTitle(int year) => new($"{year} 年数据 · 蜂迹", $"Figures {year} · BeeTrace");

    public static Bilingual RandomSurveillance(int year) => new($"{year} 年随机监督抽检", $"Random surveillance, {year}");

    public static Bilingual OfBatchesPassed(int judged) => new($"/ {Numerals.Count(judged)} 批次合格", $"/ {Numerals.Count(judged)} batches passed");

    /// <summary>The one-sided bound, or why there is none.</summary>
    public static Bilingual AtLeast(PassRate rate) => rate is { Judged: > 0, ShowsRatePublicly: false } ? TooFew : rate.LowerOneSided is { } lower
        ? new($"合格率至少 {Numerals.Proportion(lower)}", $"Pass rate at least {Numerals.Proportion(lower)}")
        : new("不是随机抽样，不推及全体", "Not a random sample, so it speaks only for itself");

    /// <summary>How the bound was computed and what was left out.</summary>
    public static Bilingual Method(PassRate rate) => rate.LowerOneSided is null || !rate.ShowsRatePublicly
        ? new($"未定 {Numerals.Count(rate.Inconclusive)} 批次。", $"{Numerals.Count(rate.Inconclusive)} open.")
        : new(
            $"95 % 置信，精确法，单侧；未定 {Numerals.Count(rate.Inconclusive)} 批次。",
            $"95 % confidence, exact, one-sided; {Numerals.Count(rate.Inconclusive)} open.");

    /// <summary>The whole sentence, as it also stands on a certificate.</summary>
    public static Bilingual Sentence(PassRate rate)
    {
        if (rate is { Random: true, Judged: > 0, ShowsRatePublicly: false })
        {
            return new(
                $"抽检 {rate.Judged} 批次，合格 {rate.Passed} 批次；{TooFew.Zh}。",
                $"{rate.Passed} of {rate.Judged} sampled batches passed; {TooFew.En}.");
        }

        if (rate is not { LowerOneSided: { } one, LowerTwoSided: { } lower, UpperTwoSided: { } upper })
        {
            return new(
                $"判定 {rate.Judged} 批次，合格 {rate.Passed} 批次。这些样品不是随机抽取的，结果不推及其他批次。",
                $"{rate.Passed} of {rate.Judged} batches passed. They were not drawn at random, so the result says nothing about others.");
        }

        return new(
            $"抽检 {rate.Judged} 批次，合格 {rate.Passed} 批次。在 95 % 置信水平下，被抽样总体的合格率至少为 {Numerals.Proportion(one)}（精确法，单侧）；双侧区间 {Numerals.Interval(lower, upper)}。",
            $"{rate.Passed} of {rate.Judged} sampled batches passed. With 95 % confidence the pass rate of the sampled population is at least {Numerals.Proportion(one)} (exact, one-sided); two-sided interval {Numerals.Interval(lower, upper)}.");
    }

    public static Bilingual ExportsOf(int year) => new($"{year} 年{RoyalJelly.Zh}出口", $"Exports of {RoyalJelly.En}, {year}");

    /// <summary>What the number is: the name of its definition, or the scope's, and the period.</summary>
    public static Bilingual ExportsOf(ExportFigure exports)
    {
        var name = exports.Definition.Code.Length > 0 ? exports.Definition.Name : ScopeName(exports);
        return exports.Definition.Code.Length > 0
            ? new($"{exports.Period.Describe().Zh}{name.Zh}", $"{name.En}, {exports.Period.Describe().En}")
            : new($"{exports.Period.Describe().Zh}{name.Zh}出口", $"Exports of {name.En}, {exports.Period.Describe().En}");
    }

    /// <summary>What the scope of an export figure is called: the product's own name, or that of the royal-jelly pair.</summary>
    private static Bilingual ScopeName(ExportFigure exports) => exports.ByProduct.FirstOrDefault(line => line.Code == exports.Product)?.Name ?? RoyalJelly;

    public static Bilingual UnitOf(ExportFigure exports) => UnitOf(exports.Definition.Unit);

    public static Bilingual UnitOf(string unit) => unit switch
    {
        "t" => TonnesUnit,
        "USD" => new("美元", "USD"),
        _ => new($"{unit}（单位）", unit),
    };

    public static Bilingual ShareOfNation(decimal percent) => new($"占全国 {Numerals.Percent(percent)}", $"{Numerals.Percent(percent)} of the nation");

    /// <summary>The share of the nation, or why there is none.</summary>
    public static Bilingual ShareLine(ExportFigure exports) => exports switch
    {
        { Amount: null } => WithheldAll,
        { Share.Percent: { } share } => ShareOfNation(share),
        { Share.Reasons: [_, ..] reasons } => new($"不算占比：{string.Join('；', reasons.Select(r => r.Zh))}", $"No share: {string.Join("; ", reasons.Select(r => r.En))}"),
        _ => NoNationalFigure,
    };

    /// <summary>The national total and whose it is.</summary>
    public static Bilingual NationalNote(ExportFigure exports) => exports is { National: { } national }
        ? new(
            $"全国 {Numerals.Amount(national.Amount, 2)} {UnitOf(exports).Zh}。{national.Source.Zh}",
            $"Nation {Numerals.Amount(national.Amount, exports.Definition.Unit, 2)}. {national.Source.En}".TrimEnd())
        : new("按企业登记的出口报关单汇总。", "Added up from the firms’ recorded declarations.");

    public static Bilingual Withheld => new("不公布", "withheld");
    public static Bilingual WithheldAll => new("背后不足三家企业，不公布", "Fewer than three firms stand behind it, so it is withheld");
    public static Bilingual WithheldNote => new(
        "「不公布」：背后不足三家企业，或者能由它推算出这样的数。", "“Withheld”: fewer than three firms stand behind it, or such a number could be worked out from it.");
    public static Bilingual Counting => new("统计口径", "Counted as");
    public static Bilingual PeriodHead => new("期间", "Period");
    public static Bilingual WholeYear(int year) => new($"{year} 全年", $"All {year}");
    public static Bilingual UnitPrice => new("单价 美元/kg", "USD/kg");
    public static Bilingual ByMonth => new("按月", "By month");
    public static Bilingual Month => new("月份", "Month");
    public static Bilingual OverYears => new("历年", "Over the years");
    public static Bilingual OverYearsKey => new("圆点是当年的数；没有记录的年份空着。", "A dot is a year; a year without records is a gap.");
    public static Bilingual OverMonthsKey => new("圆点是当月的数；不公布的月份空着。", "A dot is a month; a month that is withheld is a gap.");
    public static Bilingual Hands => new("集中度", "Concentration");
    public static Bilingual HandsOf(HandsFigure hands) => new(
        $"{hands.Firms} 家企业；最大三家占 {Numerals.Percent(hands.LargestThreePercent)}；HHI {Numerals.Count(hands.HerfindahlHirschman)}（各家占比的平方和，最高 10,000）",
        $"{hands.Firms} firms; the largest three have {Numerals.Percent(hands.LargestThreePercent)}; HHI {Numerals.Count(hands.HerfindahlHirschman)} (sum of squared shares, at most 10,000)");
    public static Bilingual YearBefore => new("同比", "Against the year before");
    public static Bilingual ChangeOf(YearOnYearFigure change, string unit)
    {
        var (was, what) = (change.Before is { } before ? Numerals.Amount(before, 2) : "–", change.Compared.Describe());
        if (change.Change.Percent is not { } percent)
            return new($"{what.Zh}：{string.Join('；', change.Change.Reasons.Select(r => r.Zh))}", $"{what.En}: {string.Join("; ", change.Change.Reasons.Select(r => r.En))}");
        var sign = percent > 0 ? "+" : "";
        return new($"{sign}{Numerals.Percent(percent)}（上年 {was} {UnitOf(unit).Zh}；{what.Zh}）", $"{sign}{Numerals.Percent(percent)} (from {was} {UnitOf(unit).En}; {what.En})");
    }

    public static Bilingual RowsBehind => new("查看这些报关单", "The declarations behind it");
    public static Bilingual Implied => new("四舍五入区间", "Interval from rounding");
    public static Bilingual ImpliedOf(BeeTrace.Core.Trade.ImpliedTotal implied) => new(
        $"全国 {implied.Low:#,0.0000}–{implied.High:#,0.0000} 吨，否则两个数对不上", $"nation {implied.Low:#,0.0000}–{implied.High:#,0.0000} t, or the two numbers do not fit");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual ByFirm => new("按企业（不对外公布）", "By firm (not public)");
    public static Bilingual Rank => new("名次", "Rank");
    public static Bilingual RankOf(int rank, int of) => new($"第 {rank} 名，共 {of} 家", $"{rank} of {of}");
    public static Bilingual ConflictsHead => new("对不上的说法", "Statements that cannot all be true");
    public static Bilingual ConflictsLead => new("两个说法不能同时成立时并排列出，不取平均，也不选边。", "Statements that contradict each other stand side by side; they are neither averaged nor is one preferred.");
    public static Bilingual Reproduced => new("与记录相符", "the records give the same");
    public static Bilingual NotReproduced(string recorded) => new($"记录得出 {recorded}，不能复现这一说法", $"the records give {recorded}: does not reproduce the statement");
    public static Bilingual Download => new("下载", "Download");
    public static Bilingual Flow => new("产品流向目的地", "From product to destination");
    public static Bilingual FlowKey => new("带子越宽，数量越大；细目见下表。", "The wider a band, the more; the table below has the numbers.");
    public static Bilingual FlowOnlyTold => new("不公布的不画出，「≥」表示另有不公布的部分。", "What is withheld is not drawn; “≥” says that there is more of it.");
    public static Bilingual Others => new("其他", "others");

    public static Bilingual FirmsRegistered(int? year) => year is null ? new("登记在册", "On the register") : new($"{year} 年登记在册", $"On the register, {year}");

    public static Bilingual Above100Million(int firms) => firms == 0
        ? new("没有年销售额过亿元的", "None with yearly sales above CNY 100 million")
        : new($"其中 {firms} 家年销售额过亿元", $"{firms} of them with yearly sales above CNY 100 million");

    /// <summary>Sales in the unit that each language counts in.</summary>
    public static Bilingual Sales(IndustryFigure industry) => new(
        $"年销售额合计 {Yuan(industry.SalesCny).Zh}，据企业年报。",
        $"Yearly sales {Yuan(industry.SalesCny).En} together, by the firms’ returns.");

    /// <summary>A sum of money: 亿元 in Chinese, millions in English.</summary>
    public static Bilingual Yuan(decimal cny) => new(
        $"{(cny / 100_000_000m).ToString("#,##0.##", CultureInfo.InvariantCulture)} 亿元",
        $"CNY {(cny / 1_000_000m).ToString("#,##0.##", CultureInfo.InvariantCulture)} million");
}
