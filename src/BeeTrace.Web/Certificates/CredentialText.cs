using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Certificates;

/// <summary>Words of the credential. Its form knows no languages, so both stand in one text.</summary>
internal static class CredentialText
{
    public static Bilingual Paper => new("可打印的证书（PDF）", "The certificate for people (PDF)");

    public static Bilingual ContentLink => new(
        "证书内容（application/json，RFC 8785 规范形式）；摘要取自这些字节",
        "Content of the certificate (application/json, canonical by RFC 8785); the hash is that of these bytes");

    public static Bilingual CreditCodes => new("统一社会信用代码（GB 32100-2015）", "Unified social credit code (GB 32100-2015)");
    public static Bilingual CountyCodes => new("行政区划代码（GB/T 2260）", "Administrative division codes (GB/T 2260)");
    public static Bilingual LotCodes => new("批次编号", "Lot codes");
    public static Bilingual EveryBatchPassed => new("判定的批次全部合格", "Every judged batch passed");

    /// <summary>A name in both languages, once where they agree.</summary>
    public static string Name(Bilingual name) => name.Zh == name.En ? name.Zh : $"{name.Zh} / {name.En}";

    /// <summary>The Chinese sentences, then the English ones.</summary>
    public static string Sentences(IReadOnlyList<Bilingual> sentences) =>
        $"{string.Concat(sentences.Select(s => s.Zh))}\n{string.Join(' ', sentences.Select(s => s.En))}";

    public static Bilingual IssuerOf(string series) => new($"证书未载发布机构；标准系列 {series}", $"Issuer not named on the certificate; series {series}");

    public static Bilingual WholeCounty(PassRateContent rate) => new($"该县全部受检企业（{rate.Firms} 家）", $"All sampled firms of the county ({rate.Firms})");

    public static Bilingual LimitOf(Bilingual analyte) => new($"{analyte.Zh}的限量", $"Limit of {analyte.En}");

    public static Bilingual RateOf(Bilingual product) => new($"{product.Zh}的合格率", $"Pass rate of {product.En}");

    public static Bilingual LineOf(ConsignmentLine line) => new($"批次 {line.Lot}", $"Lot {line.Lot}");

    public static Bilingual BatchCertificate(ConsignmentLine line) =>
        new($"{PaperText.BatchTestTitle.Zh} {line.Certificate}", $"{PaperText.BatchTestTitle.En} {line.Certificate}");

    public static Bilingual CertificateHash(ConsignmentLine line) => new(
        $"该批次的检测证书，签发当日有效；其内容的 SHA-256 为 {line.CertificateSha256}。",
        $"The certificate that speaks for the lot; it held on the day of issue. SHA-256 of its content: {line.CertificateSha256}.");

    public static IReadOnlyList<Bilingual> Of(BatchTestContent batch)
    {
        var basis = LabText.Of(Enum.Parse<SamplingBasis>(batch.Basis));
        var verdict = VerdictOf(batch.Verdict);
        List<Bilingual> sentences =
        [
            PaperText.BatchScope,
            new($"样品 {batch.Sample}（{basis.Zh}），{CredentialParts.Day(batch.DrawnOn)} 抽样。", $"Sample {batch.Sample} ({basis.En}), drawn on {CredentialParts.Day(batch.DrawnOn)}."),
            new($"依据 {batch.ProfileVersion}（判定规则 {batch.Rule}）：{verdict.Zh}。", $"Under {batch.ProfileVersion} (decision rule {batch.Rule}): {verdict.En}."),
        ];
        var open = batch.Items.Where(i => !BatchAssessments.IsJudged(i)).ToList();
        if (open.Count > 0)
            sentences.Add(new(
                $"未作符合性判定的项目：{string.Join("；", open.Select(i => $"{i.Analyte.Name.Zh} {i.Reading.Zh}（{VerdictOf(i.Verdict).Zh}）"))}。",
                $"Reported without a judgement: {string.Join("; ", open.Select(i => $"{i.Analyte.Name.En} {i.Reading.En} ({VerdictOf(i.Verdict).En})"))}."));
        return sentences;
    }

    public static IReadOnlyList<Bilingual> Of(PassRateContent rate)
    {
        var basis = LabText.Of(Enum.Parse<SamplingBasis>(rate.Basis));
        List<Bilingual> sentences = [PaperText.PassRateScope];
        if (rate.Firms > 1)
            sentences.Add(PaperText.Clustered);
        sentences.Add(new(
            $"{rate.County.Name.Zh}，{CredentialParts.Day(rate.From)} 至 {CredentialParts.Day(rate.To)}，{basis.Zh}，受检企业 {rate.Firms} 家，项目 {rate.Analytes} 个。",
            $"{rate.County.Name.En}, {CredentialParts.Day(rate.From)} to {CredentialParts.Day(rate.To)}, {basis.En}, firms: {rate.Firms}, analytes: {rate.Analytes}."));
        var counts = Counts(rate.Drawn, rate.Judged, rate.Passed, rate.Inconclusive);
        sentences.Add(new("合计：" + counts.Zh, "In all: " + counts.En));
        if (rate.Bounds is { } b)
            sentences.Add(new(
                $"95 % 置信：单侧下限 {b.LowerOneSided}，双侧区间 {b.LowerTwoSided} 至 {b.UpperTwoSided}。",
                $"95 % confidence: one-sided lower bound {b.LowerOneSided}, two-sided interval {b.LowerTwoSided} to {b.UpperTwoSided}."));
        var open = rate.ByProduct.Where(p => p.Judged == 0).ToList();
        if (open.Count > 0)
            sentences.Add(new(
                $"没有判定批次的产品：{string.Join("；", open.Select(p => $"{p.Product.Name.Zh}（抽取 {p.Drawn}）"))}。",
                $"Products without a judged batch: {string.Join("; ", open.Select(p => $"{p.Product.Name.En} ({p.Drawn} drawn)"))}."));
        return sentences;
    }

    public static IReadOnlyList<Bilingual> Of(ConsignmentContent goods) =>
    [
        PaperText.ConsignmentScope,
        new(
            $"目的地 {goods.Destination.Name.Zh}（{goods.Destination.Code}），净重 {goods.NetMassKg} kg。",
            $"Destination {goods.Destination.Name.En} ({goods.Destination.Code}), net mass {goods.NetMassKg} kg."),
        .. goods.Container is { } container ? [new Bilingual($"集装箱号 {container}。", $"Container {container}.")] : Array.Empty<Bilingual>(),
        .. goods.Seal is { } seal ? [new Bilingual($"封志号 {seal}。", $"Seal {seal}.")] : Array.Empty<Bilingual>(),
        new(
            $"产地：{string.Join("；", goods.Origins.Select(o => $"{o.County.Name.Zh} {o.Percent} %（{o.NetMassKg} kg）"))}。",
            $"Origins: {string.Join("; ", goods.Origins.Select(o => $"{o.County.Name.En} {o.Percent} % ({o.NetMassKg} kg)"))}."),
    ];

    /// <summary>The reading as on the paper, which is all there is of it where it is no number, and how it was judged.</summary>
    public static IReadOnlyList<Bilingual> Of(BatchTestItem item)
    {
        var verdict = VerdictOf(item.Verdict);
        List<Bilingual> sentences = [new($"结果 {item.Reading.Zh}；{verdict.Zh}（判定规则 {item.Rule}）。", $"Reading {item.Reading.En}; {verdict.En} (decision rule {item.Rule}).")];
        if (item.Method is { } method)
            sentences.Add(new($"方法 {method}。", $"Method {method}."));
        if (item.Why is { } why)
            sentences.Add(why);
        return sentences;
    }

    public static IReadOnlyList<Bilingual> Of(BatchTestItem item, Bilingual limit)
    {
        List<Bilingual> sentences = [new($"{limit.Zh}。", $"{limit.En}.")];
        if (item.Clause is { } clause)
            sentences.Add(new($"条款 {clause}。", $"Clause {clause}."));
        if (!item.LimitVerified)
            sentences.Add(PaperText.Unverified);
        return sentences;
    }

    public static IReadOnlyList<Bilingual> Of(ConsignmentLine line, ConsignmentContent goods)
    {
        List<Bilingual> sentences =
        [
            new(
                $"{line.Product.Name.Zh}，随货 {line.NetMassKg} kg（批次共 {line.LotMassKg} kg），{CredentialParts.Day(line.HarvestedOn)} 采收，{line.Species}。",
                $"{line.Product.Name.En}, {line.NetMassKg} kg of {line.LotMassKg} kg, harvested on {CredentialParts.Day(line.HarvestedOn)}, {line.Species}."),
        ];
        sentences.Add(line.Verdict is { } code && VerdictOf(code) is var verdict
            ? new($"按 {goods.Destination.Name.Zh} 的限量判定：{verdict.Zh}。", $"Judged under the limits of {goods.Destination.Name.En}: {verdict.En}.")
            : new($"未按 {goods.Destination.Name.Zh} 的限量判定。", $"Not judged under the limits of {goods.Destination.Name.En}."));
        return sentences;
    }

    public static Bilingual Counts(int drawn, int judged, int passed, int inconclusive) => new(
        $"抽取 {drawn}，判定 {judged}，合格 {passed}，未定 {inconclusive}。",
        $"{drawn} drawn, {judged} judged, {passed} passed, {inconclusive} inconclusive.");

    public static Bilingual JudgedUnder(PassRateContent rate) => new(
        $"每个判定的批次均须按 {string.Join("、", rate.Profiles)} 合格（判定规则 {rate.Rule}）。",
        $"Met where each judged batch passed under {string.Join(", ", rate.Profiles)} (decision rule {rate.Rule}).");

    private static Bilingual VerdictOf(string verdict) => DisplayText.Of(Enum.Parse<Verdict>(verdict));
}
