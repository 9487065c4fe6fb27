using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Trace;

/// <summary>Words of the lots' staff pages.</summary>
public static class TraceText
{
    public static Bilingual Lots => new("批次", "Lots");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual RecordLot => new("登记批次", "Record a lot");
    public static Bilingual SaveLot => new("登记这个批次", "Record this lot");
    public static Bilingual Saving => new("正在登记", "Recording");
    public static Bilingual Search => new("批次号、产品或企业", "Lot, product or firm");

    public static Bilingual All => new("全部", "All");
    public static Bilingual StandingFilter => new("按出证进度筛选", "By how far it is on its way out");
    public static Bilingual ReadyForCertificate => new("可出证", "Ready for a certificate");
    public static Bilingual CertifiedNotSent => new("已出证未发运", "Certified, not sent");
    public static Bilingual NoneStandsThere => new("没有这样的批次", "No lot stands there");
    public static Bilingual NoneStandsThereText => new(
        "样品合格、没有扣留、也没有有效证书的批次为可出证；有有效证书、还没有列入货物说明的为已出证未发运。",
        "Ready are lots with a sample that passed, no hold and no certificate in force; certified, not sent are those with one that no consignment statement names.");

    public static Bilingual Code => new("批次号", "Lot");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual NetMass => new("净重", "Net mass");
    public static Bilingual MassHead => new("净重（kg）", "Net mass (kg)");
    public static Bilingual Harvested => new("采收日期", "Harvested");
    public static Bilingual Nectar => new("申报蜜源", "Nectar source");
    public static Bilingual NotDeclared => new("未申报", "not declared");
    public static Bilingual Apiary => new("蜂场编号", "Apiary");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual Species => new("蜂种", "Bees");
    public static Bilingual RecordedAt => new("登记时间", "Recorded");

    public static Bilingual Holds => new("扣留批次", "Lots on hold");
    public static Bilingual HoldsLine => new("样品不合格的批次自动扣留，由县办公室放行。", "A lot is held as soon as a sample of it fails; the county office releases it.");
    public static Bilingual NoHoldsTitle => new("没有扣留的批次", "No lot is on hold");
    public static Bilingual NoHoldsText => new("样品不合格时，批次和原因显示在这里。", "When a sample fails, its lot and the reason stand here.");
    public static Bilingual HeldSince => new("扣留时间", "Held since");
    public static Bilingual HeldWhy => new("原因", "Reason");
    public static Bilingual HeldMark => new("已扣留", "on hold");
    public static Bilingual IsHeld => new("此批次已扣留，不得使用或销售", "This lot is on hold: not to be used or sold");
    public static Bilingual IsNotHeld => new("此批次未被扣留", "This lot is not on hold");
    public static Bilingual HoldWhy => new("扣留原因", "Why it is held");
    public static Bilingual ReleaseWhy => new("放行原因", "Why it is released");
    public static Bilingual Hold => new("扣留", "Hold");
    public static Bilingual Release => new("放行", "Release");
    /// <summary>What a hold is for: the failing sample, or the officer's own words.</summary>
    public static Bilingual ReasonOf(LotHoldRow row) => row.Sample is { } sample
        ? new($"样品 {sample} 不合格", $"sample {sample} failed")
        : new(row.Reason ?? "", row.Reason ?? "");

    /// <summary>One hold in a sentence.</summary>
    public static Bilingual HoldLine(LotHoldRow row) => row.ReleasedAt is { } at
        ? new($"{Days.Moment(row.HeldAt)} 扣留：{ReasonOf(row).Zh}。{Days.Moment(at)} 放行：{row.ReleaseReason}。", $"Held {Days.Moment(row.HeldAt)}: {ReasonOf(row).En}. Released {Days.Moment(at)}: {row.ReleaseReason}.")
        : new($"{Days.Moment(row.HeldAt)} 起扣留：{ReasonOf(row).Zh}。", $"Held since {Days.Moment(row.HeldAt)}: {ReasonOf(row).En}.");

    public static Bilingual NoLotsTitle => new("还没有批次", "No lots yet");

    public static Bilingual NoLotsText => new(
        "从蜂场收购一批产品后，在这里登记蜂场编号、产品、净重和采收日期。抽样和证书都从批次开始。",
        "When you have bought a harvest, record the apiary’s code, the product, its mass and the harvest day here. Samples and certificates start from a lot.");

    public static Bilingual NothingFoundTitle => new("没有找到", "Nothing found");

    public static Bilingual NothingFoundText(string text) => new(
        $"没有批次与“{text}”相符。可以输入批次号的一部分、产品或企业名称。",
        $"No lot matches “{text}”. Try a part of the lot code, the product or the firm.");

    public static Bilingual ShowAll => new("显示全部批次", "Show all lots");

    public static Bilingual Counted(int total) => new($"共 {Numerals.Count(total)} 个批次", total == 1 ? "1 lot" : $"{Numerals.Count(total)} lots");

    public static Bilingual ApiaryHint => new(
        $"照蜂箱牌上的编号填写，例如 {ExampleApiary}；不分大小写，空格和短横可以省略。",
        $"As on the hive board, such as {ExampleApiary}; case, spaces and dashes do not matter.");

    public static Bilingual ApiaryMissing => new(
        $"请填写蜂场编号，例如 {ExampleApiary}；编号写在蜂箱牌上。",
        $"Please give the apiary’s code, such as {ExampleApiary}; it stands on the hive board.");

    public static Bilingual ChooseProduct => new("请选择产品", "Choose a product");
    public static Bilingual MassLabel => new("净重，公斤", "Net mass, kilograms");
    public static Bilingual MassHint => new("最多六位小数，例如 1250.5", "At most six decimals, such as 1250.5");
    public static Bilingual HarvestHint => new("产品离开蜂箱的那一天，蜂场当天必须有登记的放蜂地点。", "The day it left the hive; the apiary must have stood somewhere on that day.");
    public static Bilingual NectarLabel => new("申报蜜源（选填）", "Declared nectar source (optional)");
    public static Bilingual NectarHint => new("有的限量取决于蜜源：柑橘蜜的蔗糖限量与一般蜂蜜不同。", "Some limits depend on it: sucrose in citrus honey is judged by another limit.");
    public static Bilingual NectarNone => new("未申报，或多种蜜源", "Not declared, or many plants");

    public static Bilingual Reason => new("照样登记的理由", "Reason to record it all the same");

    public static Bilingual ReasonHint => new(
        "采收日在用药或休药期内，一般不收。确有依据的（如药残检测合格），请写明；理由会留在操作记录里。",
        "The harvest day lies within a treatment or its withdrawal period. Where there is good ground, such as a passed residue test, write it down; it stays in the record of deeds.");

    public static Bilingual RecordHarvest => new("登记采收", "Record a harvest");
    public static Bilingual HarvestedMass => new("采收量，公斤", "Harvested, kilograms");
    public static Bilingual HarvestDay => new("采收日期", "Harvest day");
    public static Bilingual HarvestNectar => new("蜜源（选填）", "Nectar source (optional)");

    public static Bilingual MassUnreadable(string text) => new(
        $"“{text}”不是公斤数。请只填数字，用点作小数点，例如 1250.5。",
        $"“{text}” is not a number of kilograms. Use digits with a point for decimals, such as 1250.5.");

    public static Bilingual Recorded(LotCode code) => new($"已登记批次 {code}", $"Lot {code} is recorded");
    public static Bilingual WarningsHead => new("已登记，但有几处看起来不寻常，请核对：", "It is recorded. Some of it looks unusual; please compare it with your papers:");
    public static Bilingual OpenLot => new("打开批次", "Open the lot");
    public static Bilingual RecordAnother => new("再登记一个批次", "Record another lot");

    public static Bilingual Samples => new("抽样和检测", "Samples");
    public static Bilingual SampleCode => new("样品号", "Sample");
    public static Bilingual DrawnOn => new("抽样日期", "Drawn");
    public static Bilingual WhereItStands => new("进度", "Stands at");
    public static Bilingual Verdict => new("判定", "Verdict");
    public static Bilingual NoSamplesTitle => new("还没有抽样", "Not sampled yet");
    public static Bilingual NoSamplesText => new("检测中心抽取样品后，样品的进度和判定显示在这里。", "Once the laboratory has drawn a sample, its progress and verdict stand here.");
    public static Bilingual Papers => new("证书和公开页面", "Certificates and the public page");
    public static Bilingual NoCertificates => new("这个批次还没有证书。", "No certificate has been issued for this lot.");
    public static Bilingual PublicPage => new("公众看到的批次页面", "What the public sees of this lot");

    private static ApiaryCode ExampleApiary { get; } = ApiaryCode.Create("330122", 7);

    /// <summary>A mass as people read it: grouped, two decimals or as many as were weighed (1,250.50), so that a column stands on its point.</summary>
    public static string Mass(decimal kilograms) => kilograms.ToString("#,0.00####", CultureInfo.InvariantCulture);
}
