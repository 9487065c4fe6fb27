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
        [CertificateRefusal.CertificateUnknown] = new(
            "没有编号为 {0} 的证书。请对照纸面右上角的编号。", "There is no certificate {0}. Compare the number at the top right of the paper."),
    };
}
