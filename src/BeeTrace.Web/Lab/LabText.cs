using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Lab;

/// <summary>Words of the laboratory's pages.</summary>
public static class LabText
{
    public static Bilingual Samples => new("样品", "Samples");
    public static Bilingual Sample => new("样品", "Sample");
    public static Bilingual Search => new("样品号、批次号、企业或产品", "Sample, lot, firm or product");
    public static Bilingual All => new("全部", "All");
    public static Bilingual NoLongerHolds(string report, SampleCode sample) => new(
        $"样品 {sample} 的检验报告 {report} 已作废，其结果不再成立。原因：", $"The test report {report} on sample {sample} was invalidated; its result no longer holds. Reason:");
    public static Bilingual TestedAgain => new("复检样品", "Tested again as");
    public static Bilingual Withdraw => new("撤回结果", "Withdraw the reading");
    public static Bilingual Counted(SamplePage page) => page.IsMore
        ? new($"超过 {Numerals.Count(page.Total)} 个样品", $"more than {Numerals.Count(page.Total)} samples")
        : Counted(page.Total);
    public static Bilingual Counted(int total) => new($"共 {Numerals.Count(total)} 个样品", total == 1 ? "1 sample" : $"{Numerals.Count(total)} samples");
    /// <summary>Of which figure the samples are shown.</summary>
    public static Bilingual SamplesOf(SampleFilter filter) => new(
        string.Join(" · ", new[] { filter.Year is { } year ? $"{year} 年" : null, filter.Basis is { } basis ? Of(basis).Zh : null, filter.Product, filter.Verdict is { } verdict ? DisplayText.Of(verdict).Zh : null, filter.Analyte }.OfType<string>()),
        string.Join(" · ", new[] { filter.Year is { } inYear ? $"{inYear}" : null, filter.Basis is { } on ? Of(on).En : null, filter.Product, filter.Verdict is { } said ? DisplayText.Of(said).En : null, filter.Analyte }.OfType<string>()));

    public static Bilingual AnyVerdict => new("全部判定", "any verdict");
    public static Bilingual AnyAnalyte => new("全部项目", "any analyte");
    public static Bilingual StatusFilter => new("按进度筛选", "By progress");

    public static Bilingual SampleCode => new("样品号", "Sample");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual Nectar => new("申报蜜源", "Nectar source");
    public static Bilingual NotDeclared => new("未申报", "not declared");
    public static Bilingual Basis => new("抽样性质", "Sampling basis");
    public static Bilingual Grade => new("声明等级", "Declared grade");
    public static Bilingual DrawnOn => new("抽样日期", "Drawn");
    public static Bilingual ReceivedOn => new("收样日期", "Received");
    public static Bilingual Progress => new("进度", "Stands at");
    public static Bilingual VerdictHead => new("判定", "Verdict");
    public static Bilingual NotYet => new("尚无判定", "none yet");

    public static Bilingual NoSamplesTitle => new("还没有样品", "No samples yet");
    public static Bilingual NoSamplesText => new("抽样员从企业登记的批次抽样后，样品显示在这里。", "Once a sampler has drawn a sample of a firm’s lot, it stands here.");
    public static Bilingual NothingFoundTitle => new("没有符合条件的样品", "No sample fits");
    public static Bilingual NothingFoundText => new("换一个进度，或只输入样品号的一部分。", "Choose another state, or type only a part of the code.");
    public static Bilingual ShowAll => new("显示全部样品", "Show all samples");

    public static Bilingual Draw => new("抽取样品", "Draw a sample");
    public static Bilingual Saving => new("正在保存", "Saving");
    public static Bilingual BasisHint => new("合格率只统计随机的监督抽检；专项和投诉样品另行统计。", "Pass rates count random surveillance only; targeted samples and complaints are counted apart.");
    public static Bilingual GradeLabel => new("声明等级（选填）", "Declared grade (optional)");
    public static Bilingual GradeHint => new("产品标准分等级时，按声明的等级判定。", "Where a standard has grades, the sample is judged by the declared one.");
    public static Bilingual GradeNone => new("未声明", "None declared");

    public static Bilingual Receive => new("收样", "Receive");
    public static Bilingual ReceiveDay => new("收样日期", "Day of receipt");
    public static Bilingual Submit => new("送复核", "Submit for approval");
    public static Bilingual Approve => new("批准", "Approve");
    public static Bilingual Return => new("退回检验", "Return to the bench");
    public static Bilingual ReturnReason => new("退回原因", "Why it goes back");
    public static Bilingual Cancel => new("取消", "Cancel");
    public static Bilingual Reload => new("重新读取", "Read again");

    public static Bilingual NotYourOwn => new(
        "您录入过这个样品的结果，所以由另一个人批准：谁录入，谁不批准。",
        "You entered readings of this sample, so another person approves it: nobody approves their own readings.");

    public static Bilingual AnotherApproves => new("由审核员或授权签字人批准。", "A reviewer or signatory approves it.");

    public static Bilingual LinesOpen(int count) => new(
        $"有 {count} 行还没有保存，原因写在该行下面；改好后再送复核。",
        count == 1 ? "One line is not saved; the reason stands under it. Mend it, then submit." : $"{count} lines are not saved; the reasons stand under them. Mend them, then submit.");

    public static Bilingual MissingBeforeApproval(int count) => new(
        $"还有 {count} 项必检项目没有结果，批准后判定为“未完成”。",
        count == 1 ? "One required analyte has no reading; approved like this, the verdict is “incomplete”." : $"{count} required analytes have no reading; approved like this, the verdict is “incomplete”.");

    public static Bilingual Sheet => new("检测结果", "Readings");
    public static Bilingual SheetHint => new(
        "直接键入 0.42、<0.1、ND 或 未检出；未检出须填检出限。离开一行即保存，Enter 或 ↓ 到下一行，Esc 还原。",
        "Type 0.42, <0.1 or ND; not detected needs the LOD. A line is saved when you leave it; Enter or ↓ goes on, Esc restores.");

    public static Bilingual Analyte => new("检验项目", "Analyte");
    public static Bilingual Method => new("检验方法", "Method");
    public static Bilingual Reading => new("结果", "Reading");
    public static Bilingual Lod => new("检出限", "LOD");
    public static Bilingual Loq => new("定量限", "LOQ");
    public static Bilingual UnitHead => new("单位", "Unit");
    public static Bilingual Limit => new("限量", "Limit");
    public static Bilingual StandardHead => new("标准", "Standard");
    public static Bilingual State => new("保存", "Saved");
    public static Bilingual Of(Bilingual what, Bilingual analyte) => new($"{analyte.Zh}：{what.Zh}", $"{analyte.En}: {what.En}");
    public static Bilingual Required => new("必检", "required");
    public static Bilingual NoLimit => new("未设限量", "no limit set");
    public static Bilingual NoProfile => new("抽样当日没有适用的判定方案，不能判定。", "No profile was in force on the sampling day; nothing can be judged.");
    public static Bilingual SavedAt(DateTimeOffset at) => new($"已保存 {TimeOf(at)}", $"saved {TimeOf(at)}");
    public static Bilingual NotSaved => new("未保存", "not saved");
    public static Bilingual SavingNow => new("正在保存", "saving");
    public static Bilingual ReasonLabel => new("更正原因", "Why it is corrected");
    public static Bilingual ReasonHint(string before) => new($"原结果 {before} 会保留，更正须说明原因。", $"The reading {before} is kept; a correction says why.");
    public static Bilingual SaveCorrection => new("保存更正", "Save the correction");
    public static Bilingual Restore => new("还原", "Restore");

    public static Bilingual Conflict(string theirs, string mine) => new(
        $"这一项刚被另一个人保存为 {theirs}，您键入的是 {mine}。",
        $"Somebody has just saved {theirs} here; you typed {mine}.");

    public static Bilingual KeepTheirs => new("用已保存的", "Keep the saved one");
    public static Bilingual KeepMine => new("更正为我的", "Correct it to mine");

    public static Bilingual TakeConditions => new("沿用上次的方法和检出限", "Take method, LOD and LOQ from the last sample");
    public static Bilingual AddAnalyte => new("添加检验项目", "Add an analyte");
    public static Bilingual ChooseAnalyte => new("选择方案之外的项目", "Choose one outside the panel");

    public static Bilingual Market => new("市场", "Market");
    public static Bilingual RuleHead => new("规则", "Rule");

    public static Bilingual VerdictTitle(Verdict verdict) => new($"判定：{DisplayText.Of(verdict).Zh}", $"Verdict: {DisplayText.Of(verdict).En}");
    public static Bilingual JudgedBy => new("判定方案", "Judged by");
    public static Bilingual DecisionRuleHead => new("判定规则", "Decision rule");
    public static Bilingual EnteredBy => new("录入", "Entered by");
    public static Bilingual ApprovedBy => new("批准", "Approved by");
    public static Bilingual SubmittedBy => new("送复核", "Submitted by");
    public static Bilingual Clause(string clause) => new($"条款 {clause}", clause);
    public static Bilingual Unverified => new("出处未查", "source not seen");

    public static Bilingual UnverifiedNote => new(
        "“出处未查”：这个限量凭行业常识录入，还没有见到出处。见过出处的也多为转载，正式使用前应与官方文本核对。",
        "“source not seen”: the limit was entered from general knowledge. Where a source was seen it is mostly a secondary one; compare with the official text before real use.");
    public static Bilingual PrintedDiffers(string judged, string printed) => new($"按 {judged} 判定，报告印 {printed}", $"judged as {judged}, printed as {printed}");

    public static Bilingual IfApprovedNow => new("按已保存的结果，判定为", "On the readings saved so far:");

    public static Bilingual Limits => new("限量", "Limits");
    public static Bilingual LimitsLine => new("判定只用“生效”的限量；“仅作备注”的不用于判定。", "Verdicts use limits in force; a “note only” judges nothing.");
    public static Bilingual Condition => new("适用条件", "Condition");
    public static Bilingual InForce => new("生效", "In force");
    public static Bilingual Source => new("来源", "Source");
    public static Bilingual NoLimitsTitle => new("还没有限量", "No limits yet");
    public static Bilingual NoLimitsText => new("载入参考数据后，各市场的限量显示在这里。", "Once reference data is loaded, the limits of each market stand here.");
    public static Bilingual Markets => new("市场", "Markets");
    public static Bilingual Products => new("产品", "Products");
    public static Bilingual Bee => new("蜂种", "Bee");
    public static Bilingual Everything => new("不限", "any");
    public static Bilingual OnlyFor => new("仅限", "only");
    public static Bilingual AllBut => new("以下除外：", "all but");

    /// <summary>A limit that is an alternative under a condition on another analyte.</summary>
    public static Bilingual Proviso(Limit proviso) => new(
        $"另一限量，只在 {proviso.Analyte} {proviso.Describe().Zh} 时适用", $"an alternative, only with {proviso.Analyte} {proviso.Describe().En}");

    /// <summary>What a honey is declared to be beside plant, bee and grade.</summary>
    public static Bilingual StateName(DeclaredState state) => state switch
    {
        DeclaredState.Bakers => new("烘焙用蜂蜜", "baker’s honey"),
        DeclaredState.Pressed => new("压榨蜜", "pressed honey"),
        DeclaredState.TropicalOrigin => new("声明产自热带的蜂蜜", "honey declared from a tropical climate"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static Bilingual GradeOf(string grade) => new($"等级 {GradeName(grade).Zh}", $"grade {GradeName(grade).En}");
    public static Bilingual LongAgo => new("起始日不详", "start unknown");
    public static Bilingual StillInForce => new("至今", "until now");

    public static Bilingual RowUnreadable => new("这一行读不懂，没有保存。请重新打开录入表。", "This row cannot be read and was not saved. Open the sheet anew.");
    public static Bilingual HandedOn(int count) => new($"{count} 个样品已送复核。", count == 1 ? "One sample handed on." : $"{count} samples handed on.");
    public static Bilingual Conditions(Method method) => new(
        $"检出限 {Figure(method.Lod)}，定量限 {Figure(method.Loq)}", $"LOD {Figure(method.Lod)}, LOQ {Figure(method.Loq)}");

    public static Bilingual Judge => new("试判", "Try a verdict");
    public static Bilingual JudgeLine => new(
        "这些结果在各个市场意味着什么？按所选日期的限量判定，什么也不保存。", "What would these readings mean in these markets? Judged by the limits of the chosen day; nothing is kept.");
    public static Bilingual JudgeRefused => new("有些内容读不懂，没有判定", "Something cannot be read; nothing was judged");
    public static Bilingual SampledOn => new("抽样日期", "Sampling day");
    public static Bilingual DeclaredBeside => new("另外声明", "Declared beside");
    public static Bilingual NectarSourceLabel => new("申报蜜源植物", "Declared nectar source");
    public static Bilingual Species => new("蜂种", "Bee");
    public static Bilingual RuleLabel => new("判定规则", "Decision rule");
    public static Bilingual MarketsOwn => new("各市场自己的规则", "each market’s own");
    public static Bilingual Uncertainty => new("扩展不确定度 U", "Uncertainty U");
    public static Bilingual AddLine => new("加一行", "Add a line");
    public static Bilingual RemoveLine => new("删去", "Remove");
    public static Bilingual ChooseOne => new("请选择", "choose");
    public static Bilingual JudgeNow => new("判定", "Judge");
    public static Bilingual JudgeEmptyText => new("填入结果、选好市场，判定就并排显示在这里。", "Type a reading and choose markets; the verdicts stand here side by side.");
    public static Bilingual SideBySideNote => new(
        "按各市场抽样当日的限量、以今天的目录试判，什么也不保存；计入合格率的判定在上面。", "Judged by each market’s limits of the sampling day as the catalogue knows them today; nothing is kept. The verdict that counts stands above.");
    public static Bilingual Evaluations => new("判定记录", "Evaluations");
    public static Bilingual EvaluationsNote => new("判定只增不改；重新判定按抽样当日的限量、以今天的目录为准。", "Evaluations are only ever added to; judging again takes the limits of the sampling day as the catalogue knows them now.");
    public static Bilingual AtApproval => new("批准时的判定", "at the approval");
    public static Bilingual Counts => new("计入", "counts");
    public static Bilingual JudgedAgainBy => new("重新判定", "Judged again by");
    public static Bilingual JudgeAgain => new("重新判定", "Judge again");
    public static Bilingual JudgeAgainWhy => new("重新判定的理由", "Why it is judged again");
    public static Bilingual SideBySide => new("并排判定", "Verdicts side by side");
    public static Bilingual Together => new("合计", "Together");

    /// <summary>True where a report prints another number than the one that was judged; 63.00 and 63.0 are one number.</summary>
    public static bool IsRounded(string judged, string printed) =>
        judged != printed
        && !(decimal.TryParse(judged, CultureInfo.InvariantCulture, out var one) && decimal.TryParse(printed, CultureInfo.InvariantCulture, out var other) && one == other);

    /// <summary>How far a limit may be trusted, in one or two words.</summary>
    public static Bilingual TrustOf(Limit limit) => limit switch
    {
        { Active: false } => new("仅作备注", "note only"),
        { Verified: true } => new("见过出处", "source seen"),
        _ => Unverified,
    };

    /// <summary>A grade as people call it; standards write it in words.</summary>
    public static Bilingual GradeName(string grade) => grade switch
    {
        "grade-1" => new("一级", "1"),
        "grade-2" => new("二级", "2"),
        "superior" => new("优等品", "superior"),
        "qualified" => new("合格品", "qualified"),
        "type-1" => new("Ⅰ 型", "type 1"),
        "type-2" => new("Ⅱ 型", "type 2"),
        "mature" => new("成熟蜜", "mature"),
        _ => new($"等级“{grade}”", grade),
    };

    /// <summary>Where a sample stands, in one or two words.</summary>
    public static Bilingual Of(SampleStatus status) => status switch
    {
        SampleStatus.Drawn => new("待收样", "to be received"),
        SampleStatus.InTransit => new("运送中", "on its way"),
        SampleStatus.Received => new("已收样", "received"),
        SampleStatus.Assigned => new("已派样", "assigned"),
        SampleStatus.Testing => new("检测中", "in testing"),
        SampleStatus.RawRecorded => new("待批准", "to be approved"),
        SampleStatus.Rejected => new("已拒收", "rejected"),
        SampleStatus.Cancelled => new("已取消", "cancelled"),
        _ => new("已批准", "approved"),
    };

    /// <summary>Where a sample stands, in a sentence.</summary>
    /// <param name="sheet">The sample with its readings.</param>
    public static Bilingual Standing(SampleSheet sheet)
    {
        var sample = sheet.Sample;
        var done = sheet.Rows.Count(row => row.Reading is not null);
        return sample.Status switch
        {
            SampleStatus.Drawn => new($"{Short(sample.DrawnOn)} 抽取，等检测中心收样。", $"Drawn on {Short(sample.DrawnOn)}; the laboratory has not received it yet."),
            SampleStatus.InTransit => new($"{Short(sample.DrawnOn)} 抽取，正送往检测中心。", $"Drawn on {Short(sample.DrawnOn)}; on its way to the laboratory."),
            SampleStatus.Assigned => new($"{Short(sample.ReceivedOn)} 收样，已派给{sheet.People.GetValueOrDefault(sample.AssignedTo ?? default, "–")}。", $"Received on {Short(sample.ReceivedOn)}; assigned to {sheet.People.GetValueOrDefault(sample.AssignedTo ?? default, "–")}."),
            SampleStatus.Received => new($"{Short(sample.ReceivedOn)} 收样，还没有结果。", $"Received on {Short(sample.ReceivedOn)}; no readings yet."),
            SampleStatus.Testing => new($"检测中：已有 {done} 项结果，共 {sheet.Rows.Count} 项。", $"In testing: {done} of {sheet.Rows.Count} analytes have a reading."),
            SampleStatus.RawRecorded => new("结果已送复核，等另一个人批准。", "Submitted; another person has to approve it."),
            SampleStatus.Rejected => new($"拒收：{Of(sample.Rejection).Zh}。{sample.EndedWhy}", $"Rejected: {Of(sample.Rejection).En}. {sample.EndedWhy}"),
            SampleStatus.Cancelled => new($"已取消。{sample.EndedWhy}", $"Cancelled. {sample.EndedWhy}"),
            _ => new($"{Short(sample.ApprovedOn)} 批准，结果不再改动。", $"Approved on {Short(sample.ApprovedOn)}; its readings stay as they are."),
        };
    }

    /// <summary>Why a sample is not accepted.</summary>
    public static Bilingual Of(RejectionReason? reason) => reason switch
    {
        RejectionReason.SealBroken => new("封样破损", "seal broken"),
        RejectionReason.QuantityShort => new("数量不足", "quantity short"),
        RejectionReason.TemperatureExceeded => new("温度超限", "temperature exceeded"),
        RejectionReason.WrongContainer => new("容器不当", "wrong container"),
        RejectionReason.LabelMismatch => new("标签与记录不符", "label and record differ"),
        RejectionReason.Expired => new("超过保质期", "past its shelf life"),
        RejectionReason.PastHoldingTime => new("超过检测时限", "past its holding time"),
        _ => new("原因不明", "no reason kept"),
    };

    public static Bilingual Reject => new("拒收", "Reject");
    public static Bilingual RejectKind => new("拒收原因", "Why it is rejected");
    public static Bilingual CancelSample => new("取消样品", "Cancel the sample");
    public static Bilingual EndWhy => new("说明", "In words");
    public static Bilingual EndSample => new("拒收或取消", "Reject or cancel");

    /// <summary>Why and how a sample was drawn.</summary>
    public static Bilingual Of(SamplingBasis basis) => basis switch
    {
        SamplingBasis.RandomSurveillance => new("监督抽检（随机）", "random surveillance"),
        SamplingBasis.RiskMonitoring => new("风险监测", "risk monitoring"),
        SamplingBasis.RoutineMonitoring => new("例行监测", "routine monitoring"),
        SamplingBasis.Targeted => new("专项抽检（可疑）", "targeted, on suspicion"),
        SamplingBasis.Entrusted => new("委托送检", "entrusted by a client"),
        SamplingBasis.SelfCheck => new("企业自检", "the firm’s own check"),
        SamplingBasis.ExportBatch => new("出口批检", "export batch"),
        SamplingBasis.Complaint => new("投诉", "complaint"),
        SamplingBasis.ReTest => new("复检", "re-test"),
        _ => new("能力验证", "proficiency test"),
    };

    /// <summary>A moment in China's time: <c>2026-05-20 14:02</c>.</summary>
    public static string Moment(DateTimeOffset at) => Days.Moment(at);

    private static string Figure(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string TimeOf(DateTimeOffset at) => at.ToOffset(ChinaTime.Offset).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Short(DateOnly? day) => day is { } known ? Days.Short(known) : "–";
}
