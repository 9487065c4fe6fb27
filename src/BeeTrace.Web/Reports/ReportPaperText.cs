using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;

namespace BeeTrace.Web.Reports;

/// <summary>Words on the test reports.</summary>
public static class ReportPaperText
{
    public static Bilingual Title => new("检验报告", "Test report");
    public static Bilingual Parties => new("委托与受检", "Parties");
    public static Bilingual Client => new("委托方", "Client");
    public static Bilingual Category => new("检验类别", "Test category");
    public static Bilingual SampledUnit => new("受检单位", "Sampled unit");
    public static Bilingual Address => new("地址", "Address");
    public static Bilingual Producer => new("生产者", "Producer");
    public static Bilingual NotStated => new("未提供", "not stated");

    public static Bilingual SampleHead => new("样品", "Sample");
    public static Bilingual SampleName => new("样品名称", "Sample name");
    public static Bilingual SampleCode => new("样品编号", "Sample number");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual LotSize => new("批量", "Size of the lot");
    public static Bilingual Grade => new("声明等级", "Declared grade");
    public static Bilingual Nectar => new("申报蜜源", "Declared nectar source");
    public static Bilingual Harvested => new("采收日期", "Harvested");
    public static Bilingual DrawnBy => new("抽样人", "Sampled by");
    public static Bilingual DrawnOn => new("抽样日期", "Sampled");
    public static Bilingual ReceivedOn => new("收样日期", "Received");
    public static Bilingual Tested => new("检测日期", "Tested");

    public static Bilingual LaboratoryHead => new("检测机构", "Laboratory");
    public static Bilingual Laboratory => new("名称", "Name");
    public static Bilingual LaboratoryAddress => new("地址（即检测地点）", "Address and place of testing");
    public static Bilingual Phone => new("电话", "Telephone");
    public static Bilingual Postcode => new("邮编", "Post code");
    public static Bilingual CmaNumber => new("资质认定（CMA）证书编号", "CMA certificate number");
    public static Bilingual CnasNumber => new("认可（CNAS）证书编号", "CNAS accreditation number");

    public static Bilingual BasisHead => new("检验与判定依据", "Basis of testing and judging");
    public static Bilingual Methods => new("检验依据", "Test methods");
    public static Bilingual Standards => new("判定依据", "Judged by");
    public static Bilingual NoStandard => new("无适用限量", "no limit applies");
    public static Bilingual RuleHead => new("判定规则", "Decision rule");

    public static Bilingual Results => new("检验结果", "Results");
    public static Bilingual ResultsFor(Bilingual market) => new($"按 {market.Zh} 要求判定", $"Judged by the requirements of {market.En}");
    public static Bilingual Item => new("检验项目", "Item");
    public static Bilingual UnitHead => new("单位", "Unit");
    public static Bilingual Requirement => new("标准要求", "Requirement");
    public static Bilingual Result => new("检验结果", "Result");
    public static Bilingual StandardAndMethod => new("标准 · 方法", "Standard · method");
    public static Bilingual StandardHead => new("标准", "Standard");
    public static Bilingual VerdictHead => new("单项判定", "Verdict");

    public static Bilingual Prepared => new("编制", "Prepared by");
    public static Bilingual Reviewed => new("审核", "Reviewed by");
    public static Bilingual Approved => new("批准（授权签字人）", "Approved by (authorised signatory)");
    public static Bilingual End => new("以下空白", "End of report");

    public static Bilingual Replaces(string number, string changes) => new($"本报告替换报告 {number}。更改内容：{changes}", $"This report replaces report {number}. What changed: {changes}");

    public static Bilingual OnlyTheseItems => new(
        "检验结果仅与所检样品的所检项目有关。", "The results relate only to the items tested.");

    public static Bilingual NoPartialCopy => new(
        "未经检测机构书面批准，不得部分复制本报告（全文复制除外）。", "This report shall not be reproduced except in full without the written approval of the laboratory.");

    public static Bilingual SubmittedSample => new(
        "委托送检的样品，检测机构仅对来样负责。", "The sample was submitted by the client; the laboratory is only responsible for the sample as submitted.");

    public static Bilingual TypedNames => new(
        "本报告由具名人员签署，不带印章和标志；内容以文末摘要核对。", "Signed by the named persons; it bears neither seal nor mark. Its content is checked by the digest at the foot.");

    public static Bilingual OutsideScope => new("* 该项目不在资质认定或认可范围内。", "* This item is outside the scope of approval or accreditation.");

    public static Bilingual Unverified => new(
        "† 该限量尚未查到出处，未与标准原文核对。", "† No source of this limit has been seen yet; it was not compared with the official text.");

    public static Bilingual Fictitious => new(
        "演示数据：本报告中的机构、企业、人员和检验结果均为虚构。", "Demo data: laboratory, firms, people and results on this report are fictitious.");


    /// <summary>How the sampled firm objects, and within which period.</summary>
    public static Bilingual Objection(ObjectionRegime? regime) => regime switch
    {
        ObjectionRegime.AgriculturalProduct => new(
            "受检单位对检验结果有异议的，可自收到检验结果之日起五个工作日内，向组织抽样的农业农村主管部门申请复检。",
            "The sampled unit may object within 5 working days of receiving the result and ask the agriculture department that ordered the sampling for a re-test."),
        ObjectionRegime.Food => new(
            "受检单位对检验结论有异议的，可自收到检验结论之日起七个工作日内，向组织抽样的市场监督管理部门申请复检。",
            "The sampled unit may object within 7 working days of receiving the conclusion and ask the market-supervision department that ordered the sampling for a re-test."),
        _ => new("对检验结果有异议的，请向检测机构提出。", "Objections to the results are made to the laboratory."),
    };

    /// <summary>What is said of one item: complies, does not comply, or why neither.</summary>
    public static Bilingual Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => new("符合", "complies"),
        Verdict.Fail => new("不符合", "does not comply"),
        Verdict.ConditionalPass => new("有条件符合", "complies conditionally"),
        Verdict.ConditionalFail => new("有条件不符合", "does not comply, conditionally"),
        Verdict.NoLimit => new("不判定", "not judged"),
        _ => new("无法判定", "cannot be judged"),
    };
}
