using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>What quality control refuses, as sentences.</summary>
internal static class QualityRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [QualityRefusal.CodeMalformed] = new("编号用 2 到 30 个大写字母、数字和短横，如 HMF-QC-1。", "A code has 2 to 30 capital letters, digits and dashes, such as HMF-QC-1."),
        [QualityRefusal.CodeTaken] = new("编号 {0} 已经有了，请换一个。", "Another series has the code {0}. Choose another one."),
        [QualityRefusal.NameMissing] = new("请写明质控样或系列的名称。", "Name the material or the series."),
        [QualityRefusal.SourceMissing] = new("请写明数值从哪里来：证书编号、方法条款或本室规程。", "Say where the numbers stand: a certificate, a method and its clause, or your own procedure."),
        [QualityRefusal.AssignedMissing] = new("请按证书填写均值和标准差。", "Give mean and standard deviation from the certificate."),
        [QualityRefusal.SdNotPositive] = new("标准差必须大于 0。", "The standard deviation must be above 0."),
        [QualityRefusal.LimitMissing] = new("请填写界限。", "Give the limit."),
        [QualityRefusal.LimitsSwapped] = new("上限必须大于 0，并且大于下限。", "The upper limit must be above 0 and above the lower one."),
        [QualityRefusal.SeriesUnknown] = new("没有质控系列 {0}。", "There is no control series {0}."),
        [QualityRefusal.NumberMissing] = new("请填写数值，小数点用句点。", "Give the number, with a point for decimals."),
        [QualityRefusal.NumberNotPositive] = new("这个数不能用来计算：加标量要大于 0，两次结果的和要大于 0。", "Nothing can be computed with this number: the amount added, and the sum of two results, must be above 0."),
        [QualityRefusal.MeasuredInFuture] = new("检测日期还没有到。", "The day of measuring is still to come."),
        [QualityRefusal.ResultUnknown] = new("要更正的结果不在了，或者已经更正过。请刷新页面。", "The result to be corrected is not there or was corrected before. Read the page again."),
        [QualityRefusal.ReasonMissing] = new("请写明为什么更正。", "Say why it is corrected."),
        [QualityRefusal.TooFewResults] = new("现在有 {0} 个结果，至少要 {1} 个才能算均值和标准差。", "There are {0} results; mean and standard deviation need at least {1}."),
        [QualityRefusal.NothingToAssign] = new("这个系列的均值已经确定，或者不需要均值。", "This series has its mean, or needs none."),
    };
}
