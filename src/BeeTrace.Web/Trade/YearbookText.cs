using System.Globalization;
using BeeTrace.Core;

namespace BeeTrace.Web.Trade;

/// <summary>Words of the county's yearbook.</summary>
public static class YearbookText
{
    public static Bilingual Head => new("县年报", "County yearbook");
    public static Bilingual Of(int year) => new($"{year} 年年报", $"Yearbook {year}");
    public static Bilingual Lead => new(
        "一年一份，数字直接取自登记、检测和申报记录；发布即冻结，更正另出新版。", "One a year, its figures straight from the register, the laboratory and the declarations; frozen when published, corrected by a new edition.");
    public static Bilingual Editions => new("已发布的版本", "Published editions");
    public static Bilingual Edition(int edition) => new($"第 {edition} 版", $"Edition {edition}");
    public static Bilingual NotPublished => new("这一年还没有发布年报", "No yearbook of this year has been published");
    public static Bilingual NotPublishedText => new("县办公室发布后，这里会列出各版本和证书编号。", "Editions and their numbers stand here once the county publishes one.");
    public static Bilingual Preview => new("发布前预览：现在的数字", "Before publishing: the figures as they stand now");
    public static Bilingual Publish => new("发布", "Publish");
    public static Bilingual PublishAgain => new("发布更正版", "Publish a corrected edition");
    public static Bilingual Why => new("更正了什么", "What is corrected");
    public static Bilingual WhyHint => new("会印在新版上，也写进旧版的替换说明，任何人都能看到。", "It is printed on the new edition and said of the old one, for everyone to read.");
    public static Bilingual Published(string number) => new($"已发布，编号 {number}。", $"Published as {number}.");
    public static Bilingual PublishedOn => new("发布日期", "Published on");
    public static Bilingual Number => new("编号", "Number");
    public static Bilingual Replaced => new("已被新版替换", "replaced by a newer edition");
    public static Bilingual InForce => new("现行", "current");
    public static Bilingual Missing(int firms) => new($"还有 {firms} 家企业没有这一年的数据。", $"{firms} firms have no figures of this year yet.");
    public static Bilingual Years => new("年份", "Year");

    public static Bilingual Firms => new("企业与产值", "Firms and output");
    public static Bilingual Exports => new("出口", "Exports");
    public static Bilingual Sampling => new("抽检", "Sampling");
    public static Bilingual Brands => new("品牌、标准与合作", "Brands, standards, co-operation");
    public static Bilingual Nature => new("蜂场与蜜源", "Apiaries and nectar sources");

    public static Bilingual FirmCount => new("企业（家）", "Firms");
    public static Bilingual Sales => new("企业销售额", "Sales of the firms");
    public static Bilingual Output => new("企业产值", "Output value of the firms");
    public static Bilingual OutputDefinition => new("各企业年报所报产值之和；不含养蜂、旅游和服务业", "Sum of the output values in the firms' returns; without beekeeping, tourism and services");

    public static Bilingual SizeClass(decimal low, decimal? high)
    {
        var (from, to) = ((low / 10_000).ToString("#,0", CultureInfo.InvariantCulture), high is { } h ? (h / 10_000).ToString("#,0", CultureInfo.InvariantCulture) : null);
        return (low, to) switch
        {
            (0, _) => new($"年销售额不超过 {to} 万元（家）", $"Firms with sales up to CNY {Millions(high!.Value)} million"),
            (_, null) => new($"年销售额超过 {from} 万元（家）", $"Firms with sales above CNY {Millions(low)} million"),
            _ => new($"年销售额 {from}–{to} 万元（家）", $"Firms with sales of CNY {Millions(low)}–{Millions(high!.Value)} million"),
        };

        static string Millions(decimal yuan) => (yuan / 1_000_000).ToString("#,0", CultureInfo.InvariantCulture);
    }

    public static Bilingual Share => new("占全国", "Share of the nation");
    public static Bilingual NoShare => new("不算", "none");
    public static Bilingual Of(Bilingual product) => new($"其中：{product.Zh}", $"of it: {char.ToLowerInvariant(product.En[0])}{product.En[1..]}");
    public static Bilingual To(Bilingual country) => new($"其中：出口{country.Zh}", $"of it: to {country.En}");
    public static Bilingual PartOfTheAbove => new("上项的一部分，同口径", "part of the above, counted alike");
    public static Bilingual Batches => new("判定批次", "Samples judged");
    public static Bilingual Passed => new("合格批次", "Samples passed");
    public static Bilingual Rate => new("批次合格率", "Batch pass rate");
    public static Bilingual SampledFirms => new("受检企业（家）", "Firms sampled");
    public static Bilingual RandomOnly => new("随机监督抽检；复检以复检为准", "Random surveillance; of a re-test the re-test counts");
    public static Bilingual NationalBrands => new("国家级品牌（个）", "National brands");
    public static Bilingual ProvincialBrands => new("省级品牌（个）", "Provincial brands");
    public static Bilingual Standards => new("参与制定的标准（项）", "Standards drafted");
    public static Bilingual Interns => new("合作接收实习生（人）", "Interns through co-operation");
    public static Bilingual JointProducts => new("合作开发产品（个）", "Products brought out jointly");
    public static Bilingual Employees => new("从业人员（人）", "Employees");
    public static Bilingual UpToTheYear => new("登记册，截至当年底", "The register, up to the end of the year");
    public static Bilingual ByReturns => new("企业年报，经核定", "The firms' returns, as accepted");
    public static Bilingual Beekeepers => new("养蜂人（户）", "Beekeepers");
    public static Bilingual Apiaries => new("登记蜂场（个）", "Apiaries registered");
    public static Bilingual Colonies => new("蜂群（群）", "Colonies");
    public static Bilingual NectarSources => new("蜜源地（处）", "Nectar sources");
    public static Bilingual OnRegister => new("登记册", "The register");
    public static Bilingual AtYearsEnd => new("当年 12 月 31 日各放蜂点之和", "Sum over the stays on 31 December");
    public static Bilingual NotKnown => new("未知", "not known");
    public static Bilingual NobodyStated => new("没有公开说法，也无法由记录得出", "Nobody has stated it, and the records do not tell");
    public static Bilingual None => new("无", "none");
}
