using BeeTrace.Core;
using BeeTrace.Core.Reports;

namespace BeeTrace.Web.Reports;

/// <summary>What is refused of test reports, as sentences.</summary>
internal static class ReportRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [ReportRefusal.StateNotAllowed] = new(
            "报告现在是“{0}”，不能变为“{1}”。请重新打开，看看下一步是什么。", "The report is “{0}” and cannot become “{1}”. Open it again to see what comes next."),
        [ReportRefusal.SampleNotApproved] = new(
            "样品 {0} 的结果还没有批准，不能编制报告。", "The results of sample {0} are not approved yet, so it cannot be reported."),
        [ReportRefusal.AnotherReport] = new(
            "这个样品已有报告 {0}。在办的请先办完；已签发的请打开它，再编制替换报告。",
            "The sample has report {0}. Finish the one at work; open the issued one to prepare its replacement."),
        [ReportRefusal.JudgedAgain] = new(
            "这份报告编制之后，样品已重新判定。请取消它，重新编制。", "The sample was judged again after this report was prepared. Cancel it and prepare another."),
        [ReportRefusal.OwnWork] = new(
            "您录入过这个样品的结果或编制了这份报告，要由另一个人审核和批准。", "You entered readings of this sample or prepared this report; another person reviews and signs it."),
        [ReportRefusal.ThirdPersonNeeded] = new(
            "检测机构规定检验、审核、批准为三个人；您校核过结果或审核过报告，要由另一位授权签字人批准。",
            "The laboratory wants three people; you checked the readings or reviewed the report, so another signatory signs it."),
        [ReportRefusal.NoLaboratory] = new(
            "样品所在的县还没有登记检测机构资料，报告没有出具单位。请管理员先填写。",
            "No laboratory is set up for the county of the sample, so nobody could issue. Ask the administrator to enter it first."),
        [ReportRefusal.ReportUnknown] = new("没有找到报告 {0}，或您无权查看。", "There is no report {0} that you may see."),
        [ReportRefusal.ReasonMissing] = new("请写明原因，一句话即可；它会留在记录里。", "Please give the reason; one sentence will do, and it is kept."),
        [ReportRefusal.ClientMissing] = new("请填写委托方的名称和地址。", "Please name the client, with the address."),
        [ReportRefusal.TextTooLong] = new("文字太长，最多 {0} 个字。", "The text is too long; at most {0} characters."),
        [ReportRefusal.NoProfile] = new(
            "{0} 市场在 {1} 没有判定方案，不能列入报告。", "The market {0} has no profile on {1}; leave it out."),
        [ReportRefusal.NoRightToObject] = new(
            "这次检验不是主管部门组织的抽检，请直接与检测机构联系。", "No authority ordered this test; please turn to the laboratory itself."),
        [ReportRefusal.NothingToObjectTo] = new("这个样品没有不合格的结论，没有可以提出异议的内容。", "The sample did not fail, so there is nothing to object to."),
        [ReportRefusal.ObjectionTwice] = new("这个样品已经提出过异议。", "The sample has been objected to already."),
        [ReportRefusal.ObjectionUnknown] = new("这份报告没有异议。请重新打开页面。", "The report has no objection. Open the page again."),
        [ReportRefusal.ReTestDoesNotFit] = new(
            "样品 {0} 不是同一批次、已批准的复检样品。请核对编号。", "Sample {0} is not an approved re-test of the same lot. Compare the code."),
        [ReportRefusal.ReTestOpen] = new(
            "复检样品 {0} 没有明确的合格或不合格结论，不能据此定论。", "Re-test {0} neither passed nor failed, so it decides nothing."),
        [ReportRefusal.CannotPrint] = new(
            "字符“{0}”（{1}）不在报告的字库里，印不出来。请换一个写法。", "The report’s typeface has no “{0}” ({1}). Write it differently."),
    };
}
