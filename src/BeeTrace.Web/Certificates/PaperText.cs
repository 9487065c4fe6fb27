using BeeTrace.Core;

namespace BeeTrace.Web.Certificates;

/// <summary>Words on the certificates.</summary>
public static class PaperText
{
    public static Bilingual BatchTestTitle => new("批次检测证书", "Batch test certificate");
    public static Bilingual PassRateTitle => new("抽样检测合格率证书", "Certificate of sampled pass rate");
    public static Bilingual ConsignmentTitle => new("货物说明", "Consignment statement");
    public static Bilingual YearbookTitle(Bilingual county, int year) => new($"{county.Zh} {year} 年蜂产业年报", $"Bee yearbook of {county.En}, {year}");
    public static Bilingual YearbookScope => new(
        "各项数字为发布当日的状态，此后不变；更正另出新版，并注明替换的旧版。数字只说明所列口径；合格率只说明所抽样品。",
        "The figures are those of the day of publication and do not change; a correction is a new edition that names the old. Each figure means what its definition says, and a pass rate speaks of the samples drawn.");
    public static Bilingual Edition => new("版次", "Edition");
    public static Bilingual FailsThere(string lots, Bilingual destination) => new(
        $"批次 {lots} 按{destination.Zh}市场的规定判定不合格，经县办公室说明理由放行。", $"By the rules of the market of {destination.En}, lot {lots} fails; the county released it and gave its reason.");
    public static Bilingual AllFigures => new("各项数字", "The figures");
    public static Bilingual FiguresAt(int year) => new($"见 PDF，或「数据」中的 {year} 年年报", $"in the PDF, and under Figures, Yearbook {year}");
    public static Bilingual Corrects => new("更正内容", "What it corrects");
    public static Bilingual Figure => new("项目", "Figure");
    public static Bilingual OfTheYear => new("当年", "This year");
    public static Bilingual YearBefore => new("上年", "Year before");
    public static Bilingual CountsOrSource => new("口径与来源", "What it counts, and from where");
    public static Bilingual Exporter => new("出口企业", "Exporter");
    public static Bilingual Destination => new("目的地", "Destination");
    public static Bilingual Container => new("集装箱号", "Container");
    public static Bilingual Seal => new("封志号", "Seal");
    public static Bilingual NotKnownYet => new("签发时尚未确定", "not known at issue");
    public static Bilingual LotsInside => new("所含批次", "Lots inside");
    public static Bilingual NetMassKg => new("净重 kg", "Net mass, kg");
    public static Bilingual OfLotKg => new("批次总量 kg", "Lot, kg");
    public static Bilingual BatchCertificate => new("批次证书", "Batch certificate");
    public static Bilingual OriginShares => new("产地（按重量）", "Origin by weight");
    public static Bilingual County => new("县", "County");
    public static Bilingual SharePercent => new("占比 %", "Share, %");
    public static Bilingual Preview => new("预览", "PREVIEW");
    public static Bilingual PreviewNote => new("未签发，不能使用", "not issued, not for use");
    public static Bilingual StampWithdrawn => new("已撤销", "WITHDRAWN");
    public static Bilingual StampReplaced => new("已被替换", "REPLACED");
    public static Bilingual ElectronicallySigned => new("已电子签名", "signed electronically");
    public static Bilingual ProofInside => new("收录证明在附件里", "proof attached");
    public static Bilingual For => new("对象", "For");
    public static Bilingual Subject => new("对象", "Subject");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual Grade => new("等级", "Grade");
    public static Bilingual NetMass => new("净重", "Net mass");
    public static Bilingual Harvested => new("采收日期", "Harvested");
    public static Bilingual Origin => new("产地与蜂种", "Origin and bees");
    public static Bilingual NectarSource => new("申报蜜源", "Declared nectar source");
    public static Bilingual NotDeclared => new("未申报", "not declared");
    public static Bilingual Sample => new("样品编号", "Sample");
    public static Bilingual Basis => new("抽样依据", "Sampling basis");
    public static Bilingual Dates => new("日期", "Dates");
    public static Bilingual JudgedUnder => new("判定依据", "Judged under");
    public static Bilingual Period => new("期间（抽样日期）", "Period (sampling day)");
    public static Bilingual Excluded => new("不计入的批次", "Left out of the rate");
    public static Bilingual AsOf => new("数据截至", "Data as of");
    public static Bilingual Results => new("检测结果", "Results");
    public static Bilingual Analyte => new("项目", "Analyte");
    public static Bilingual Reading => new("结果", "Reading");
    public static Bilingual Limit => new("限量", "Limit");
    public static Bilingual StandardAndMethod => new("标准 · 方法", "Standard · method");
    public static Bilingual Verdict => new("判定", "Verdict");
    public static Bilingual ByProduct => new("按产品", "By product");
    public static Bilingual Drawn => new("抽取", "Drawn");
    public static Bilingual Judged => new("判定", "Judged");
    public static Bilingual Passed => new("合格", "Passed");
    public static Bilingual Open => new("未定", "Open");
    public static Bilingual Interval => new("95 % 区间", "95 % interval");
    public static Bilingual SampleList => new("判定的样品", "Samples judged");

    public static Bilingual ReportList => new("相关检验报告", "Test reports behind them");

    public static Bilingual BatchScope => new(
        "本证书只对所列样品和所列项目负责；它不是检验报告，也不是官方兽医（卫生）证书。",
        "It covers the sample and the items listed and nothing else; it is neither a test report nor an official health certificate.");

    public static Bilingual PassRateScope => new(
        "本证书是对抽样检测结果的统计说明，不是检验报告，也不是官方兽医（卫生）证书；只对所列项目和期间负责。",
        "A statistical statement on sampled batches; neither a test report nor an official health certificate. It covers the listed items and period only.");

    public static Bilingual ConsignmentScope => new(
        "本说明只列出同行的批次、净重和各批次的检测证书；净重由出口企业申报。它不是检验报告，不是官方兽医（卫生）证书，也不是报关单证。",
        "It lists the lots that travel together, their net mass as the exporter states it, and the certificate of each lot. It is neither a test report, nor an official health certificate, nor a customs document.");

    /// <summary>The line under the stamp: since when, and by what.</summary>
    public static Bilingual StampNote(DateOnly day, string? successor) => successor is null
        ? new($"{PaperStyle.Day(day)} 起失效", $"since {PaperStyle.Day(day)}")
        : new($"{PaperStyle.Day(day)} 起以 {successor} 为准", $"since {PaperStyle.Day(day)} by {successor}");

    public static Bilingual Replaces(string number) => new($"本证书替换 {number}；原证书自本证书签发之日起失效。", $"It takes the place of {number}, which ended on the day of this issue.");

    public static Bilingual Clustered => new(
        "区间假定各批次相互独立；同一企业的批次可能相似，读数时请一并看受检企业数。",
        "The interval takes the batches as independent; batches of one firm may resemble each other, so read it together with the number of firms.");

    public static Bilingual Unverified => new(
        "* 该限量尚未查到出处，未与标准原文核对。",
        "* No source of this limit has been seen yet; it was not compared with the official text.");

    public static Bilingual HowToCheck => new(
        "扫描二维码或在核验页输入编号，即可查到本证书的现状；请核对浏览器地址栏。",
        "Scan the code or enter the number on the check page to learn whether this certificate still holds; compare the address in your browser.");

    public static Bilingual Fictitious => new(
        "演示数据：本证书中的企业、人员和检测结果均为虚构。",
        "Demo data: firms, people and readings on this certificate are fictitious.");
}
