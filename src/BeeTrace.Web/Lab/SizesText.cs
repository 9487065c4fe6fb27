using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>Words of the page that tells sample sizes.</summary>
public static class SizesText
{
    public static Bilingual Title => new("样本量", "Sample sizes");
    public static Bilingual Line => new("查表和计算，不记录任何内容。", "Looked up and computed; nothing is recorded.");

    public static Bilingual Residues => new("残留检测：抽多少样品", "Residues: how many samples");
    public static Bilingual ResiduesLine => new(
        "从一批总体里随机抽样，全部合格，才能以 95 % 的把握说合格率至少是多少。", "Lots drawn at random from a population, all of which pass, show with 95 % confidence at least which pass rate.");

    public static Bilingual Population => new("总体有多少批次", "Lots in the population");
    public static Bilingual PopulationHint => new("不填按无限大算。", "Left empty: without end.");
    public static Bilingual OwnRate => new("自定（%）", "Another (%)");
    public static Bilingual RateHead => new("合格率至少", "Pass rate at least");
    public static Bilingual Samples => new("样品数", "Samples");
    public static Bilingual BadLeft => new("仍不能排除的不合格批次", "Bad lots not excluded");
    public static Bilingual AllMustPass => new("一个不合格就不成立，要按实际结果重新计算。", "One failure, and it does not hold: then compute from what was found.");

    public static Bilingual Packages => new("包装和标签：GB/T 2828.1", "Packages and labels: GB/T 2828.1");
    public static Bilingual PackagesWarning => new(
        "GB/T 2828.1 数的是不合格品（包装、标签），残留样品不是这样抽的。", "GB/T 2828.1 counts nonconforming units (packages, labels); samples for residues are not drawn this way.");

    public static Bilingual Unverified => new("此表未与标准原文核对。", "The table has not been compared with the standard.");
    public static Bilingual LotSize => new("批量（件）", "Lot size (units)");
    public static Bilingual Aql => new("接收质量限 AQL", "AQL");
    public static Bilingual AskFirst => new("填写批量后显示方案。", "Enter the size of the lot.");
    public static Bilingual OutOfTable => new("表里没有这个批量的方案（2 到 10000 件）。", "The table holds no plan for this lot (2 to 10 000 units).");
    public static Bilingual Whole => new("样本不小于批量，全部检查。", "The sample is not smaller than the lot: look at every unit.");

    public static Bilingual Schemes => new("其他标准里的规定", "Rules of other standards");
    public static Bilingual Scheme => new("规定", "Rule");
    public static Bilingual Source => new("来源", "Source");
    public static Bilingual HoneyScheme => new(
        "蜂蜜监测：每 300 t 抽 10 个，满 3000 t 后每 300 t 抽 1 个。", "Honey for surveillance: 10 for each 300 t of the first 3000 t, then one for each 300 t.");

    public static Bilingual PropolisScheme => new(
        "蜂胶：20 件以下至少开一半；20 件以上每 10 件加 1 件。每块取 5–10 g，总量不超过 300 g，一半留样，一半检测。",
        "Propolis: of up to 20 pieces at least half; above that one more for each 10. 5–10 g of each piece, 300 g at most, one half kept, one half tested.");

    public static Bilingual DrumsNote => new(
        "蜂蜜桶的抽样见 SN/T 0852-2012。本系统没有核实过其中的数字，所以不在这里计算；请查原文。",
        "For drums of honey see SN/T 0852-2012. Its numbers have not been verified, so that nothing is computed from them here; look them up.");

    public static Bilingual Superseded => new("已被 (EU) 2022/1644 和 (EU) 2022/1646 替代，未核对。", "Replaced by (EU) 2022/1644 and (EU) 2022/1646; not compared.");
    public static Bilingual SeenInExcerpt => new("只见过摘录。", "Seen in an excerpt alone.");

    public static Bilingual Says(AcceptancePlan plan) => new(
        $"检查 {Numerals.Count(plan.SampleSize)} 件：不合格不超过 {plan.Accept} 件接收，达到 {plan.Reject} 件拒收（Ac {plan.Accept}，Re {plan.Reject}）。",
        $"Look at {Numerals.Count(plan.SampleSize)} units: accept with at most {plan.Accept} nonconforming, reject from {plan.Reject} on (Ac {plan.Accept}, Re {plan.Reject}).");

    public static Bilingual LetterIs(string letter) => new($"样本量字码 {letter}", $"Code letter {letter}");
}
