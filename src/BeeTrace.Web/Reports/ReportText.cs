using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Reports;

/// <summary>Words of the pages of test reports.</summary>
public static class ReportText
{
    public static Bilingual Reports => new("检验报告", "Test reports");
    public static Bilingual Report => new("检验报告", "Test report");
    public static Bilingual Search => new("报告号、样品号或企业", "Report, sample or firm");
    public static Bilingual All => new("全部", "All");
    public static Bilingual StateFilter => new("按进度筛选", "By progress");
    public static Bilingual Counted(int total) => new($"共 {Numerals.Count(total)} 份报告", total == 1 ? "1 report" : $"{Numerals.Count(total)} reports");

    public static Bilingual Number => new("报告号", "Report");
    public static Bilingual Sample => new("样品", "Sample");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual VerdictHead => new("判定", "Verdict");
    public static Bilingual State => new("进度", "Stands at");
    public static Bilingual IssuedOn => new("签发", "Issued");
    public static Bilingual File => new("文件", "File");
    public static Bilingual Download => new("下载 PDF", "Download PDF");

    public static Bilingual NoneTitle => new("还没有检验报告", "No test reports yet");
    public static Bilingual NoneText => new("样品批准后，在样品页编制报告；签发后企业即可下载。", "Once a sample is approved, its report is prepared on the sample’s page; the firm downloads it when it is issued.");
    public static Bilingual NoneForFirm => new("检测中心签发本企业样品的报告后，显示在这里。", "Once the laboratory issues a report on one of your samples, it stands here.");
    public static Bilingual NothingFoundTitle => new("没有符合条件的报告", "No report fits");
    public static Bilingual NothingFoundText => new("换一个进度，或只输入编号的一部分。", "Choose another state, or type only a part of the number.");
    public static Bilingual ShowAll => new("显示全部报告", "Show all reports");

    public static Bilingual Prepare => new("编制检验报告", "Prepare a test report");
    public static Bilingual PrepareReplacement => new("编制替换报告", "Prepare a replacement");
    public static Bilingual PrepareLine(SampleCode sample) => new($"样品 {sample}：结果取自已批准的判定，不再录入。", $"Sample {sample}: results come from the approved verdict; nothing is typed again.");
    public static Bilingual ReplacesLine(ReportNumber number) => new($"新报告签发后替换 {number}。", $"Once issued, it replaces {number}.");
    public static Bilingual Client => new("委托方（名称和地址）", "Client (name and address)");
    public static Bilingual ClientHint => new("谁要求检验：组织抽样的部门，或送样的单位。", "Who asked for the test: the authority that ordered the sampling, or who brought the sample.");
    public static Bilingual Producer => new("生产者（选填）", "Producer (optional)");
    public static Bilingual ProducerHint => new("名称和地址；不填则报告写“未提供”。", "Name and address; left empty, the report says “not stated”.");
    public static Bilingual Markets => new("同时按其他市场判定", "Also judged for other markets");
    public static Bilingual Regime => new("异议适用的规定", "Objections under");
    public static Bilingual RegimeHint => new(
        "只用于主管部门组织的抽检。工作日按周一至周五计，法定节假日和调休没有载入。",
        "For sampling that an authority ordered. Working days are Monday to Friday; public holidays are not loaded.");
    public static Bilingual NoRegime => new("不适用（委托检验等）", "none (tests for a client and the like)");
    public static Bilingual Languages => new("报告语言", "Language of the report");
    public static Bilingual Changes => new("更改内容和原因", "What changes, and why");
    public static Bilingual ChangesHint => new("印在新报告上。结果有误时，请作废报告并重新检验。", "Printed on the new report. Where results are wrong, invalidate the report and test again.");
    public static Bilingual Save => new("编制", "Prepare");
    public static Bilingual Busy => new("正在保存", "Saving");
    public static Bilingual NothingToReport => new("没有可以编制报告的样品", "No sample to report");
    public static Bilingual NothingToReportText => new("请从一个已批准的样品的页面进入。", "Open this from the page of an approved sample.");

    public static Bilingual Review => new("审核通过", "Found right");
    public static Bilingual Approve => new("签字批准", "Sign");
    public static Bilingual Issue => new("签发", "Issue");
    public static Bilingual Invalidate => new("作废报告", "Invalidate the report");
    public static Bilingual Cancel => new("放弃报告", "Give up the report");
    public static Bilingual Reason => new("原因", "Reason");
    public static Bilingual Back => new("返回", "Back");

    public static Bilingual AnotherReviews => new("您录入过结果或编制了报告，由另一位审核员审核。", "You entered readings or prepared it; another person reviews it.");
    public static Bilingual ReviewerNext => new("下一步：由审核员或授权签字人审核。", "Next: a reviewer or signatory reviews it.");
    public static Bilingual SignatoryNext => new("下一步：由授权签字人批准。", "Next: the authorised signatory signs it.");
    public static Bilingual IssueNext => new("下一步：由授权签字人签发。", "Next: the authorised signatory issues it.");
    public static Bilingual AnotherSigns(FourEyes rule) => rule == FourEyes.ThreePersons
        ? new("检验、审核、批准须为三个人，由另一位授权签字人批准。", "Testing, review and signature are three people here; another signatory signs it.")
        : new("您录入过结果或编制了报告，由另一位授权签字人批准。", "You entered readings or prepared it; another signatory signs it.");

    public static Bilingual InvalidatedTitle => new("本报告已作废", "This report is invalidated");
    public static Bilingual JudgedAgain => new("样品已重新判定：", "Judged again since:");
    public static Bilingual JudgedAgainText => new("这份报告仍是签发时的内容。需要更正时另发报告取代它。", "This report still says what it said when it was issued. Where it has to change, another report takes its place.");
    public static Bilingual SupersededTitle => new("本报告已被替换", "This report was replaced");
    public static Bilingual CancelledTitle => new("本报告在签发前放弃", "This report was given up before it was issued");
    public static Bilingual SupersededText => new("请使用列表中最新的一份。", "Use the newest one in the list.");

    public static Bilingual SignedBy => new("签署", "Signed by");
    public static Bilingual RuleHead => new("签署规则", "Rule of signing");
    public static Bilingual VersionsHead => new("这个样品的报告", "Reports of this sample");
    public static Bilingual ContentHash => new("内容 SHA-256", "Content SHA-256");

    public static Bilingual RestsOnInvalidated => new("所依据的检验报告已作废", "rests on an invalidated test report");

    public static Bilingual OnlyNew => new($"只看近 {ReportFilter.NewDays} 天签发", $"Issued in the last {ReportFilter.NewDays} days");
    public static Bilingual Objection => new("异议", "Objection");
    public static Bilingual AnyObjection => new("有无异议均可", "with an objection or without");
    public static Bilingual ObjectionHead => new("异议与复检", "Objection and re-test");
    public static Bilingual MayObject(DateOnly until) => new(
        $"受检单位可提出异议。按周一至周五计，期限到 {Days.Short(until)}；法定节假日没有载入，遇假日顺延，逾期提出的会注明。",
        $"The sampled firm may object. Counted Monday to Friday, the period ends on {Days.Short(until)}; public holidays are not loaded and move it. A later objection is marked.");
    public static Bilingual ObjectionWhy => new("异议理由", "Why you object");
    public static Bilingual Object => new("提出异议", "Object");
    public static Bilingual FiledBy => new("提出人", "Filed by");
    public static Bilingual Deadline => new("期限", "Period ended");
    public static Bilingual Late => new("逾期提出", "filed late");
    public static Bilingual Decided => new("处理", "Decided by");
    public static Bilingual Concluded => new("复检结论", "Re-test");
    public static Bilingual AcceptObjection => new("受理复检", "Grant a re-test");
    public static Bilingual RefuseObjection => new("不予受理", "Refuse");
    public static Bilingual ReTestCode => new("复检样品号", "Sample of the re-test");
    public static Bilingual Conclude => new("按复检下结论", "Conclude by the re-test");
    public static Bilingual CountyDecides => new("由组织抽样的主管部门（县办公室）决定是否复检。", "The department that ordered the sampling (county office) decides whether it is tested again.");
    public static Bilingual SignatoryConcludes => new("复检样品批准后，由授权签字人下结论；复检结论为最终结论，样品只统计一次。", "Once the re-test is approved, a signatory concludes; the re-test is final and the sample counts once.");

    public static Bilingual Of(ReportLanguages languages) => languages switch
    {
        ReportLanguages.Chinese => new("只用中文", "Chinese alone"),
        ReportLanguages.English => new("只用英文", "English alone"),
        _ => new("中英双语", "Chinese and English"),
    };
}
