using BeeTrace.Core;

namespace BeeTrace.Web.Shell.Public;

/// <summary>Words of the home page.</summary>
public static class HomeText
{
    public static Bilingual Title => new("蜂迹 BeeTrace", "BeeTrace 蜂迹");

    public static Bilingual Head => new("每一公斤蜂产品，从蜂场到口岸都说得清", "Every kilogram of bee products, accounted for from apiary to port");

    public static Bilingual Lead => new(
        "养蜂人登记蜂场与转场，加工企业记录批次，县公共检测中心抽样检测，出口企业下载双语证书，任何人都能核验。",
        "Beekeepers register apiaries and moves, processors record lots, the county laboratory samples and tests, exporters download bilingual certificates, and anyone can check them.");

    public static Bilingual CheckOne => new("核验一张证书", "Check a certificate");
    public static Bilingual OrThePdf => new("编号印在证书右上角。手上有 PDF 原件？", "The number is at the top right of the paper. Have the PDF file?");
    public static Bilingual OnTheCheckPage => new("核对文件本身", "Check the file itself");
    public static Bilingual AllYears => new("看各年与各产品", "By year and product");
    public static Bilingual DefinitionAndSource => new("口径与来源", "Definition and source");
    public static Bilingual IndustryReturns => new("产业年报", "Yearly returns");
    public static Bilingual WayHead => new("一张证书是怎么来的", "How a certificate comes about");

    public static Bilingual FiguresOf(int year) => new($"{year} 年数据", $"Figures of {year}");

    /// <summary>The four steps from hive to paper.</summary>
    public static IReadOnlyList<(Bilingual Name, Bilingual What)> Way =>
    [
        (new("蜂场", "Apiary"), new("养蜂人登记蜂场、转场和蜜源，带位置与日期。", "The beekeeper registers the apiary, its moves and its nectar sources, with place and day.")),
        (new("批次", "Lot"), new("企业收购时登记批次：哪个蜂场、什么产品、多少公斤、哪天采收。", "The firm records what it buys: which apiary, what product, how many kilograms, which harvest day.")),
        (new("检测", "Test"), new("县检测中心抽样检测，按现行限量判定，由另一人批准。", "The county laboratory draws samples, tests them and judges by the limits in force; another person approves.")),
        (new("证书", "Certificate"), new("双语签发，内容与原件存档，改动一个字都看得出来。", "Issued in two languages, content and file kept as they were; a single changed character shows.")),
    ];
}
