using BeeTrace.Core;

namespace BeeTrace.Web.Certificates;

/// <summary>Words of the pages where certificates are issued and listed.</summary>
public static class CertificatesText
{
    public static Bilingual Head => new("证书", "Certificates");
    public static Bilingual Issue => new("签发证书", "Issue a certificate");
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
    public static Bilingual BatchHint => new("一个已批准且合格的样品一张证书；再次签发会打开已有的那一张。", "One certificate for one approved sample that passed; issuing again opens the one that exists.");
    public static Bilingual Sample => new("样品编号", "Sample code");
    public static Bilingual RateHead => new("抽样检测合格率证书", "Certificate of sampled pass rate");
    public static Bilingual RateHint => new("只统计随机监督抽检，期间按抽样日期，最晚到昨天。", "Counts random surveillance only; the period goes by sampling day and ends yesterday at the latest.");
    public static Bilingual From => new("从", "From");
    public static Bilingual To => new("到", "To");
    public static Bilingual Subject => new("对象", "Subject");
    public static Bilingual Button => new("签发", "Issue");
    public static Bilingual Busy => new("正在签发", "Issuing");
    public static Bilingual Back => new("证书", "Certificates");

    public static Bilingual Line(int count) => new($"{count} 张，最新的在前", $"{count}, newest first");

    public static Bilingual Issued(string number) => new($"已签发 {number}。", $"{number} is issued.");
}
