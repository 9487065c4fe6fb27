using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>Words of quality control.</summary>
public static class QualityText
{
    public static Bilingual Quality => new("质量控制", "Quality control");
    public static Bilingual NewSeries => new("新建质控系列", "Start a control series");
    public static Bilingual NoSeriesTitle => new("还没有质控系列", "No control series yet");
    public static Bilingual NoSeriesText => new("质控样、平行样、加标和空白的结果会列在这里，附控制图。", "Control materials, duplicates, spikes and blanks stand here with their charts.");
    public static Bilingual Code => new("编号", "Code");
    public static Bilingual CodeHint => new("大写字母、数字和短横，如 HMF-QC-1。", "Capital letters, digits and dashes, such as HMF-QC-1.");
    public static Bilingual Name => new("名称", "Name");
    public static Bilingual NameHint => new("质控样的名称和批号，或系列是什么。", "The material with its batch, or what the series is.");
    public static Bilingual Kind => new("类型", "Kind");
    public static Bilingual Analyte => new("项目", "Analyte");
    public static Bilingual From => new("均值和标准差从哪里来", "Where mean and standard deviation come from");
    public static Bilingual Mean => new("均值", "Mean");
    public static Bilingual Sd => new("标准差", "Standard deviation");
    public static Bilingual Low => new("下限（%）", "Lower limit (%)");
    public static Bilingual HighPercent => new("上限（%）", "Upper limit (%)");
    public static Bilingual HighLod => new("检出限", "Limit of detection");
    public static Bilingual Source => new("来源", "Source");
    public static Bilingual SourceHint => new("证书编号、方法和条款，或本室规程编号。", "Certificate, method and clause, or your own procedure.");
    public static Bilingual Start => new("保存系列", "Save the series");
    public static Bilingual Points => new("结果数", "Results");
    public static Bilingual Last => new("最近一次", "Latest");
    public static Bilingual Judgement => new("判断", "What the chart says");
    public static Bilingual RejectedHead => new("失控", "Rejected");

    public static Bilingual Chart => new("控制图", "Control chart");
    public static Bilingual Results => new("结果", "Results");
    public static Bilingual NumberHead => new("序号", "No.");
    public static Bilingual MeasuredOn => new("检测日期", "Measured on");
    public static Bilingual EnteredBy => new("录入", "Entered by");
    public static Bilingual Enter => new("录入结果", "Enter a result");
    public static Bilingual Correct => new("更正", "Correct");
    public static Bilingual Reason => new("为什么更正", "Why it is corrected");
    public static Bilingual NoResults => new("还没有结果。", "No result yet.");
    public static Bilingual InControl => new("在控", "in control");
    public static Bilingual NotJudged => new("不判断", "not judged");
    public static Bilingual AssignTitle => new("用本室数据定均值", "Make the mean from our own results");
    public static Bilingual AssignNow => new("确定均值和标准差", "Assign mean and standard deviation");
    public static Bilingual RulesTitle => new("图上的规则", "The rules of the chart");
    public static Bilingual LatestShown => new("图上是最近 40 个结果，表里是全部。", "The picture shows the latest 40 results, the table all of them.");

    public static Bilingual AssignLine(int have, int need) => have < need
        ? new($"至少 {need} 个结果后，由审核员或授权签字人确定；现在有 {have} 个。", $"From {need} results on, by a reviewer or signatory; there are {have} now.")
        : new($"现有 {have} 个结果，由审核员或授权签字人确定，只能确定一次。", $"There are {have} results. A reviewer or signatory assigns them, once.");

    public static Bilingual AssignedBy(string mean, string sd, int count) => new(
        $"均值 {mean}，标准差 {sd}，来自本室前 {count} 个结果", $"mean {mean}, standard deviation {sd}, from our own first {count} results");

    public static Bilingual AssignedByCertificate(string mean, string sd) => new($"均值 {mean}，标准差 {sd}", $"mean {mean}, standard deviation {sd}");

    public static Bilingual Recovery(string low, string high) => new($"回收率 {low}–{high} %", $"recovery {low}–{high} %");

    public static Bilingual Difference(string high) => new($"相对相差不超过 {high} %", $"relative difference up to {high} %");

    public static Bilingual BelowLod(string lod) => new($"低于检出限 {lod}", $"below the LOD of {lod}");

    public static Bilingual First(ControlKind kind) => kind switch
    {
        ControlKind.Duplicate => new("第一次", "First reading"),
        ControlKind.Spike => new("加标前", "Before the addition"),
        _ => new("结果", "Reading"),
    };

    public static Bilingual Second(ControlKind kind) => kind == ControlKind.Spike ? new("加标后", "After the addition") : new("第二次", "Second reading");

    public static Bilingual Outside => new("超限", "out");

    public static Bilingual Added => new("加标量", "Amount added");

    public static Bilingual JudgedHead(ControlKind kind) => kind switch
    {
        ControlKind.Material => new("z 值", "z score"),
        ControlKind.Duplicate => new("相对相差（%）", "Difference (%)"),
        ControlKind.Spike => new("回收率（%）", "Recovery (%)"),
        _ => new("空白", "Blank"),
    };

    public static Bilingual Of(ControlKind kind) => kind switch
    {
        ControlKind.Material => new("质控样", "control material"),
        ControlKind.Duplicate => new("平行样", "duplicate"),
        ControlKind.Spike => new("加标", "spike"),
        _ => new("空白", "blank"),
    };

    public static Bilingual Of(AssignedFrom from) => from == AssignedFrom.Certificate
        ? new("证书", "a certificate")
        : new("本室最先的结果，至少 20 个", "our own first results, at least 20");

    /// <summary>The short name of a signal, as laboratories say it.</summary>
    public static string Short(ControlSignal signal) => signal switch
    {
        ControlSignal.OneTwoS => "1-2s",
        ControlSignal.OneThreeS => "1-3s",
        ControlSignal.TwoTwoS => "2-2s",
        ControlSignal.RFourS => "R-4s",
        ControlSignal.FourOneS => "4-1s",
        ControlSignal.TenX => "10x",
        _ => Outside.ToString(),
    };

    public static Bilingual Of(ControlSignal signal) => signal switch
    {
        ControlSignal.OneTwoS => new("1-2s 警告：一点超出 2 倍标准差", "1-2s, a warning: one point beyond 2 s"),
        ControlSignal.OneThreeS => new("1-3s 失控：一点超出 3 倍标准差", "1-3s, rejected: one point beyond 3 s"),
        ControlSignal.TwoTwoS => new("2-2s 失控：连续两点同侧超出 2 倍标准差", "2-2s, rejected: two in a row beyond 2 s on one side"),
        ControlSignal.RFourS => new("R-4s 失控：连续两点分别超出 +2 和 −2 倍标准差", "R-4s, rejected: two in a row beyond +2 s and −2 s"),
        ControlSignal.FourOneS => new("4-1s 失控：连续四点同侧超出 1 倍标准差", "4-1s, rejected: four in a row beyond 1 s on one side"),
        ControlSignal.TenX => new("10x 失控：连续十点在均值同一侧", "10x, rejected: ten in a row on one side of the mean"),
        _ => new("失控：超出界限", "rejected: outside of the limits"),
    };

    /// <summary>What the picture says to those who do not see it.</summary>
    public static Bilingual Alternative(string code, int points, int rejected) => new(
        $"{code} 控制图：{Numerals.Count(points)} 个结果，{Numerals.Count(rejected)} 个失控。下面的表内容相同。",
        $"Control chart of {code}: {Numerals.Count(points)} results, {Numerals.Count(rejected)} rejected. The table below says the same.");

    public static Bilingual CountedResults(int points, int rejected) => new(
        $"{Numerals.Count(points)} 个结果，{Numerals.Count(rejected)} 个失控", $"{Numerals.Count(points)} results, {Numerals.Count(rejected)} rejected");
}
