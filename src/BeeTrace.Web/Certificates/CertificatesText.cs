using BeeTrace.Core;
using BeeTrace.Core.Certificates;

namespace BeeTrace.Web.Certificates;

/// <summary>Words of the pages where certificates are issued and listed.</summary>
public static class CertificatesText
{
    public static Bilingual Head => new("证书", "Certificates");
    public static Bilingual Issue => new("签发证书", "Issue a certificate");
    public static Bilingual StateConsignment => new("签发货物说明", "State a consignment");
    public static Bilingual Number => new("编号", "Number");
    public static Bilingual Kind => new("种类", "Kind");
    public static Bilingual For => new("对象", "For");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual IssuedOn => new("签发", "Issued");
    public static Bilingual File => new("文件", "File");
    public static Bilingual Download => new("下载 PDF", "Download PDF");
    public static Bilingual WholeCounty => new("全县", "the whole county");
    public static Bilingual Empty => new("还没有证书", "No certificates yet");
    public static Bilingual EmptyText => new(
        "样品批准合格后，授权签字人在这里签发批次证书和合格率证书，企业即可下载。",
        "Once a sample is approved and passes, the authorised signatory issues certificates here and the firm can download them.");

    public static Bilingual BatchHead => new("批次检测证书", "Batch test certificate");
    public static Bilingual BatchHint => new("一个已批准且合格的样品一张证书；再次签发会打开有效的那一张。", "One certificate for one approved sample that passed; issuing again opens the one in force.");
    public static Bilingual Sample => new("样品编号", "Sample code");
    public static Bilingual RateHead => new("抽样检测合格率证书", "Certificate of sampled pass rate");
    public static Bilingual RateHint => new("只统计随机监督抽检，期间按抽样日期，最晚到昨天。", "Counts random surveillance only; the period goes by sampling day and ends yesterday at the latest.");
    public static Bilingual From => new("从", "From");
    public static Bilingual To => new("到", "To");
    public static Bilingual Subject => new("对象", "Subject");
    public static Bilingual Button => new("签发", "Issue");
    public static Bilingual Busy => new("正在签发", "Issuing");
    public static Bilingual Back => new("证书", "Certificates");

    public static Bilingual ReadyHead => new("可以签发的样品", "Ready to be certified");
    public static Bilingual ReadyNone => new("没有等待签发的样品。样品批准合格后会出现在这里。", "No sample waits. One appears here when it is approved and passes.");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual ApprovedOn => new("批准", "Approved");
    public static Bilingual All => new("全选", "all");
    public static Bilingual Preview => new("预览", "Preview");
    public static Bilingual Language => new("证书语言", "Printed in");
    public static Bilingual Stop => new("停下", "Stop");
    public static Bilingual State => new("现状", "State");
    public static Bilingual InForce => new("有效", "in force");
    public static Bilingual OursInForce => new("本企业有效", "ours in force");
    public static Bilingual NoneInForce => new("没有有效的证书", "No certificate in force");
    public static Bilingual ShowAll => new("显示全部证书", "Show all certificates");
    public static Bilingual AnyState => new("全部", "All");
    public static Bilingual StateFilter => new("按状态筛选", "By state");
    public static Bilingual LookUps => new("查询", "Look-ups");
    public static Bilingual End => new("撤销或替换", "Withdraw or replace");
    public static Bilingual EndLead => new(
        "证书本身不会改动；它的核验页从此写明失效和原因，公开日志记一笔。不能反悔。",
        "The paper itself does not change; from now on its check page says that it ended and why, and the public log gets an entry. It cannot be undone.");

    public static Bilingual Deed => new("做什么", "What happens");
    public static Bilingual Withdraw => new("撤销，不另发", "Withdraw it, with nothing in its place");
    public static Bilingual Replace => new("按今天的记录重发一张来替换", "Issue it anew from today’s records and replace it");
    public static Bilingual Reason => new("原因（公开）", "Reason (public)");
    public static Bilingual Note => new("补充说明（公开，可不填）", "More to it (public, optional)");
    public static Bilingual EndButton => new("确认失效", "End this certificate");
    public static Bilingual SignInAgain => new("重新登录", "Sign in again");
    public static Bilingual NoSuch => new("没有这张证书", "No such certificate");

    public static Bilingual Of(CertificateLanguage language) => language switch
    {
        CertificateLanguage.Chinese => new("仅中文", "Chinese alone"),
        CertificateLanguage.English => new("仅英文", "English alone"),
        _ => new("中文在前，英文在后", "Chinese first, English second"),
    };

    public static Bilingual IssueSome(int count) => new($"签发 {count} 张", $"Issue {count}");

    public static Bilingual Progress(int done, int all) => new($"正在签发：{done} / {all}", $"Issuing: {done} of {all}");

    public static Bilingual Summary(int issued, int refused) => refused == 0
        ? new($"已签发 {issued} 张。", $"{issued} issued.")
        : new($"已签发 {issued} 张，{refused} 张没有签发，原因如下。", $"{issued} issued, {refused} refused for these reasons.");

    public static Bilingual Ended(string number) => new($"{number} 已失效。", $"{number} has ended.");

    /// <summary>Many look-ups in one hour: a sign that a code goes round.</summary>
    public static Bilingual Rush(int times) => new($"一小时内被查 {times} 次，远多于平常", $"looked up {times} times in one hour, far more than usual");

    public static Bilingual Line(int count) => new($"{count} 张，最新的在前", $"{count}, newest first");

    public static Bilingual Issued(string number) => new($"已签发 {number}。", $"{number} is issued.");
}
