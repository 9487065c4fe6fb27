using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>Two invented certificates; every name in them is fictitious.</summary>
internal static class SampleCertificates
{
    private static readonly Bilingual Issuer = new("桐庐县公共检测中心（演示）", "Tonglu County Public Testing Centre (demo)");

    /// <summary>120 of 120 batches passed in 2018.</summary>
    public static CertificateDocument PassRate() => new()
    {
        Kind = CertificateKind.PassRate,
        Number = "BT-2019-2W8F-D",
        IssuedOn = new DateOnly(2019, 1, 8),
        Issuer = Issuer,
        Title = new("抽样检测合格率证书", "Certificate of sampled pass rate"),
        Facts =
        [
            new(new("对象", "Subject"), new("丰禾蜂业有限公司出口备案基地（虚构）", "Export base of Fenghe Bee Products (fictitious)")),
            new(new("期间", "Period"), new("2018-01-01 – 2018-12-31", "2018-01-01 – 2018-12-31")),
            new(new("抽样依据", "Basis"), new("随机监督抽检，计划 SP-2018，抽签种子 7f3a…c1", "random surveillance, plan SP-2018, published seed")),
            new(new("判定依据", "Judged under"), new("国内 CN-2018.2（GB 14963-2011、GB 9697-2008、公告 250）", "domestic profile; decision rule CN_FULL, 13 analytes")),
        ],
        PassRate = new PassRateStatement(
            120,
            120,
            0,
            120,
            new PassRateInterval(0.9753445989m, 0.9697270274m, 1m),
            new(
                "合格率至少 97.5 %（95 % 置信，精确法，单侧）",
                "With 95 % confidence the pass rate of the sampled population is at least 97.5 % (exact, one-sided); two-sided interval 97.0 – 100 %.")),
        Tables =
        [
            new(
                new("按产品", "By product"),
                [
                    new(new("产品", "Product")),
                    new(new("抽取", "Drawn"), IsNumber: true),
                    new(new("判定", "Judged"), IsNumber: true),
                    new(new("合格", "Passed"), IsNumber: true),
                    new(new("未定", "Open"), IsNumber: true),
                    new(new("95 % 区间", "Interval, %"), IsNumber: true),
                ],
                [
                    [new Bilingual("鲜蜂王浆", "Fresh royal jelly"), "60", "60", "60", "0", "94.0 – 100"],
                    [new Bilingual("蜂蜜", "Honey"), "30", "30", "30", "0", "88.4 – 100"],
                    [new Bilingual("其他", "Other"), "30", "30", "30", "0", "88.4 – 100"],
                ]),
        ],
        Statements =
        [
            new(
                "本证书是对抽样结果的统计说明，不是检验报告，也不是官方健康证书；只对所列项目和期间负责。",
                "A statistical statement on sampled batches; neither a test report nor an official health certificate. It covers the listed items and period only."),
        ],
        Signatory = new("沈之衡（虚构）", "Shen Zhiheng (fictitious)"),
        CheckAddress = "https://beetrace.example/c/BT-2019-2W8F-D",
        ContentJson = Encoding.UTF8.GetBytes("""{"kind":"PassRate","number":"BT-2019-2W8F-D","passed":120,"judged":120}"""),
    };

    /// <summary>One batch, thirty items, long names, every kind of verdict.</summary>
    public static CertificateDocument BatchTest() => new()
    {
        Kind = CertificateKind.BatchTest,
        Number = "BT-2018-7K3M-D",
        IssuedOn = new DateOnly(2018, 6, 4),
        Issuer = Issuer,
        Title = new("批次检测结果证书", "Certificate of batch results"),
        Facts =
        [
            new(new("样品", "Sample"), new("洋槐蜂蜜（一级），S18-00931-C", "Robinia honey, first grade, S18-00931-C")),
            new(new("批次", "Lot"), new("L18-00931-C，12 桶，3,600 kg", "L18-00931-C, 12 drums, 3,600 kg")),
            new(
                new("生产单位", "Producer"),
                new("桐庐县分水镇新龙村㐀𬭚蜂业专业合作社联合社第三养蜂场（虚构）", "Third apiary of the Xinlong bee cooperative union, Fenshui, Tonglu (fictitious)")),
            new(new("采样", "Sampled"), new("2018-05-20，随机抽样，6 桶", "2018-05-20, at random, 6 drums")),
            new(new("检测日期", "Tested"), new("2018-05-22 – 2018-06-01", "2018-05-22 – 2018-06-01")),
            new(new("判定依据", "Judged under"), new("国内 CN-2018.2（GB 14963-2011、GH/T 18796-2012、公告 250）", "domestic profile CN-2018.2; decision rule CN_FULL")),
        ],
        Conclusion = new(
            new("不符合", "Does not comply"),
            new(
                "所检 30 项中 28 项符合，1 项不符合 GB 14963-2011 的要求（嗜渗酵母计数），1 项无法判定。",
                "Of 30 tested items 28 comply, 1 does not comply with GB 14963-2011 (osmophilic yeasts) and 1 could not be judged."),
            CertificateTone.Fail),
        Tables = [new(new("检测结果", "Results"), ResultColumns, [.. Results.Select(ResultRow)])],
        Statements =
        [
            new("结果只对送检样品和所列项目负责；未经批准不得部分复制。", "Results relate only to the sample and the items listed. No partial copies without approval."),
            new("本证书不是检验报告，也不是官方健康证书。对结果有异议的，可在收到之日起 7 个工作日内申请复检。", "Neither a test report nor an official health certificate. A re-test may be asked for within 7 working days of receipt."),
        ],
        Signatory = new("沈之衡（虚构）", "Shen Zhiheng (fictitious)"),
        CheckAddress = "https://beetrace.example/c/BT-2018-7K3M-D",
        ContentJson = Encoding.UTF8.GetBytes("""{"kind":"BatchTest","number":"BT-2018-7K3M-D","lot":"L18-00931-C"}"""),
    };

    private static readonly CertificateColumn[] ResultColumns =
    [
        new(new("序", "No."), IsNumber: true),
        new(new("检测项目", "Analyte")),
        new(new("方法", "Method")),
        new(new("单位", "Unit")),
        new(new("限量", "Limit"), IsNumber: true),
        new(new("结果", "Result"), IsNumber: true),
        new(new("判定", "Verdict")),
    ];

    private static readonly (string Zh, string En, string Method, string Unit, string Limit, string Result)[] Results =
    [
        ("水分", "Moisture", "SN/T 0852-2012", "g/100 g", "≤ 20", "18.6"),
        ("果糖和葡萄糖", "Fructose and glucose", "GB 5009.8-2016", "g/100 g", "≥ 60", "69.4"),
        ("蔗糖", "Sucrose", "GB 5009.8-2016", "g/100 g", "≤ 10", "2.1"),
        ("羟甲基糠醛", "Hydroxymethylfurfural", "GB/T 18932.18-2003", "mg/kg", "≤ 40", "6.8"),
        ("淀粉酶活性", "Diastase activity", "GB/T 18932.16-2003", "mL/(g·h)", "≥ 4", "14.2"),
        ("酸度", "Free acidity", "SN/T 0852-2012", "mL/kg", "≤ 40", "17"),
        ("锌", "Zinc", "GB 5009.14-2017", "mg/kg", "≤ 25", "0.42"),
        ("铅", "Lead", "GB 5009.12-2017", "mg/kg", "≤ 1.0", "< 0.02"),
        ("碳-4 植物糖", "C4 plant sugars", "GB/T 18932.1-2002", "%", "≤ 7", "< 1"),
        ("氯霉素", "Chloramphenicol", "GB/T 18932.19-2003", "µg/kg", "ND", "< 0.1"),
        ("呋喃唑酮代谢物", "Furazolidone metabolite (AOZ)", "GB/T 21167-2007", "µg/kg", "ND", "< 0.2"),
        ("呋喃它酮代谢物", "Furaltadone metabolite (AMOZ)", "GB/T 21167-2007", "µg/kg", "ND", "< 0.2"),
        ("呋喃妥因代谢物", "Nitrofurantoin metabolite (AHD)", "GB/T 21167-2007", "µg/kg", "ND", "< 0.5"),
        ("呋喃西林代谢物", "Nitrofurazone metabolite (SEM)", "GB/T 21167-2007", "µg/kg", "ND", "< 0.5"),
        ("甲硝唑", "Metronidazole", "GB/T 21318-2007", "µg/kg", "ND", "< 0.5"),
        ("二甲硝咪唑", "Dimetridazole", "GB/T 21318-2007", "µg/kg", "ND", "< 0.5"),
        ("洛硝哒唑", "Ronidazole", "GB/T 21318-2007", "µg/kg", "ND", "< 0.5"),
        ("链霉素", "Streptomycin", "GB/T 21323-2007", "µg/kg", "—", "< 5"),
        ("四环素", "Tetracycline", "GB/T 18932.23-2003", "µg/kg", "≤ 300", "< 10"),
        ("土霉素", "Oxytetracycline", "GB/T 18932.23-2003", "µg/kg", "≤ 300", "12.5"),
        ("双甲脒", "Amitraz", "GB/T 21169-2007", "µg/kg", "≤ 200", "< 10"),
        ("蝇毒磷", "Coumaphos", "GB/T 18932.10-2002", "µg/kg", "≤ 100", "< 10"),
        ("氟胺氰菊酯", "Fluvalinate", "GB/T 18932.10-2002", "µg/kg", "≤ 50", "< 10"),
        ("草甘膦", "Glyphosate", "SN/T 1923-2007", "µg/kg", "≤ 50", "< 20"),
        ("菌落总数", "Aerobic plate count", "GB 4789.2-2016", "CFU/g", "≤ 1,000", "90"),
        ("大肠菌群", "Coliforms", "GB 4789.3-2016", "MPN/g", "≤ 0.3", "< 0.3"),
        ("霉菌计数", "Moulds", "GB 4789.15-2016", "CFU/g", "≤ 200", "10"),
        ("嗜渗酵母计数", "Osmophilic yeasts", "GB 14963-2011 A", "CFU/g", "≤ 200", "1,700"),
        ("沙门氏菌", "Salmonella", "GB 4789.4-2016", "/25 g", "0", "0"),
        ("金黄色葡萄球菌", "Staphylococcus aureus", "GB 4789.10-2016", "/25 g", "0", "0"),
    ];

    private static IReadOnlyList<CertificateCell> ResultRow((string Zh, string En, string Method, string Unit, string Limit, string Result) row, int index)
    {
        var verdict = row.Zh switch
        {
            "嗜渗酵母计数" => new CertificateCell(new("不符合", "Fails"), CertificateTone.Fail),
            "链霉素" => new CertificateCell(new("无法判定", "Open"), CertificateTone.Open),
            _ => new CertificateCell(new("符合", "Complies")),
        };
        return [(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), new Bilingual(row.Zh, row.En), row.Method, row.Unit, row.Limit, row.Result, verdict];
    }
}
