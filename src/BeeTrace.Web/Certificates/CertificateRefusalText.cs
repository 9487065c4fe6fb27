using BeeTrace.Core;
using BeeTrace.Core.Certificates;

namespace BeeTrace.Web.Certificates;

/// <summary>What Certificates refuses, as sentences.</summary>
internal static class CertificateRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [CertificateRefusal.NumberNotWhole] = new(
            "证书内容在 {0} 处的数 {1} 不是整数。证书里的小数要写成文本，请更正后再签发。",
            "The content’s number {1} at {0} is not whole. Decimals are written as text in a certificate; mend it and issue again."),
        [CertificateRefusal.NameTwice] = new(
            "证书内容在 {0} 处把同一个名称写了两次，意思不唯一。请删去一个。",
            "The content names {0} twice, so its meaning is open. Remove one of them."),
        [CertificateRefusal.TextBroken] = new(
            "证书内容在 {0} 处有残缺的字符。请重新输入这段文字。", "The text at {0} of the content holds half a character. Type it again."),
        [CertificateRefusal.NotJson] = new(
            "证书内容不是有效的 JSON，或嵌套太深。请使用从蜂迹下载的原件。",
            "The content is not JSON, or nested too deeply. Use the original downloaded from BeeTrace."),
        [CertificateRefusal.SampleNotPassed] = new(
            "样品 {0} 还没有批准，或结论不是合格，不能签发证书。请先批准结果，或换一个样品。",
            "Sample {0} is not approved, or its verdict is not “passes”, so it gets no certificate. Approve it first, or choose another."),
        [CertificateRefusal.ResultWithdrawn] = new(
            "样品 {0} 的检验报告已作废，结果不再成立，不能签发证书。请等复检，或先签发新的报告。",
            "The test report on sample {0} was invalidated and its result no longer holds, so it gets no certificate. Wait for the re-test, or issue a new report first."),
        [CertificateRefusal.LotFailed] = new(
            "样品 {0} 的批次还有另一个样品不合格，不能签发批次证书。请先查清那个样品。",
            "Another sample of the lot of {0} failed, so the lot gets no certificate. Settle that sample first."),
        [CertificateRefusal.PeriodBackwards] = new(
            "时段从 {0} 起，不能在 {1} 就结束。请对调或更正两个日期。",
            "A period that begins on {0} cannot end on {1}. Exchange or mend the two days."),
        [CertificateRefusal.PeriodNotOver] = new(
            "时段还没有结束，最后一天最晚可填 {0}。", "The period is not over; its last day may be {0} at the latest."),
        [CertificateRefusal.NothingJudged] = new(
            "{0} 至 {1} 之间没有判定过的样品，没有合格率可以证明。请换一个时段或范围。",
            "Nothing was judged from {0} to {1}, so there is no rate to certify. Choose another period or scope."),
        [CertificateRefusal.NoLaboratory] = new(
            "名录里还没有检测机构，证书没有签发单位。请县主管部门先登记检测机构。",
            "The register holds no laboratory, so nobody could issue. Ask the county office to register it first."),
        [CertificateRefusal.CannotPrint] = new(
            "字符“{0}”（{1}）不在证书的字库里，印不出来。请在原记录里换一个写法。",
            "The certificate’s typeface has no “{0}” ({1}), so it cannot be printed. Write it differently in the record."),
        [CertificateRefusal.CertificateUnknown] = new(
            "没有编号为 {0} 的证书。请对照纸面右上角的编号。", "There is no certificate {0}. Compare the number at the top right of the paper."),
        [CertificateRefusal.AlreadyEnded] = new(
            "证书 {0} 已经撤销或被替换，不能再改一次。请看它的核验页。", "{0} was withdrawn or replaced already and ends only once. See its check page."),
        [CertificateRefusal.NotReplaceable] = new(
            "货物说明不能自动替换。请先撤销，再按新的货物重新签发。", "A consignment statement does not replace itself. Withdraw it, then state the goods anew."),
        [CertificateRefusal.NoteTooLong] = new("说明最多 {0} 个字，请写短些。", "The note may have {0} characters; make it shorter."),
        [CertificateRefusal.NoTimestamp] = new(
            "时间戳服务 {0} 没有应答，没有签发。请稍后再试，或请运维人员查看该服务。",
            "The time-stamp service {0} did not answer, and nothing was issued. Try again later, or ask the operator to look at it."),
        [CertificateRefusal.LogKeyOther] = new(
            "公开日志一直用另一把密钥签名，没有签发。请运维人员放回 BEETRACE_HOME/keys 里原来的 log.key；多台主机须用同一把。",
            "The public log was signed with another key so far, and nothing was issued. Ask the operator to put back the log.key it had in BEETRACE_HOME/keys; hosts on one database share one."),
        [CertificateRefusal.NothingConsigned] = new("货物里还没有批次，请至少填一张批次证书和净重。", "The consignment has no lot yet; name at least one batch certificate with its net mass."),
        [CertificateRefusal.LotTwice] = new("证书 {0} 填了两次，请并成一行。", "{0} stands there twice; make it one line."),
        [CertificateRefusal.NotABatchOfTheFirm] = new(
            "{0} 不是这家企业有效的批次检测证书。请核对编号，或先签发批次证书。", "{0} is no valid batch test certificate of this firm. Compare the number, or issue that certificate first."),
        [CertificateRefusal.LotOnHold] = new("批次 {0} 正在停用，不能出货。请先处理停用原因。", "Lot {0} is on hold and may not leave. Settle the hold first."),
        [CertificateRefusal.MassExceeded] = new(
            "批次 {0} 只剩 {1} kg 未出货，填的净重超过了。请改小，或撤销先前的货物说明。", "Only {1} kg of lot {0} have not left yet. Enter less, or withdraw an earlier statement."),
        [CertificateRefusal.MassUnreadable] = new("净重“{0}”读不出来：应大于 0，最多三位小数，单位 kg。", "The net mass “{0}” cannot be read: above 0, at most three decimals, in kg."),
    };
}
