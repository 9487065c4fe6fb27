using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>What the laboratory refuses, as sentences.</summary>
internal static class LabRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [LabRefusal.ReadingMissing] = new(
            "请填写结果，如 0.42、<0.1、未检出。没有检测的项目留空即可，不要填“未检测”。",
            "Please give a result, such as 0.42, <0.1 or ND. Leave an item that was not tested empty."),
        [LabRefusal.ReadingUnreadable] = new(
            "“{0}”读不成结果。可以写 0.42、<0.1、>300、未检出、检出。",
            "“{0}” cannot be read as a result. Write 0.42, <0.1, >300, ND or detected."),
        [LabRefusal.CommaInNumber] = new(
            "“{0}”里有逗号，可能是千分位，也可能是小数点。小数点请用句点，千分位不写。",
            "“{0}” holds a comma, which means thousands to some and a decimal point to others. Use a point for decimals and no mark for thousands."),
        [LabRefusal.UnitUnknown] = new("不认识单位“{0}”。请从列表中选择。", "The unit “{0}” is unknown. Please choose one from the list."),
        [LabRefusal.UnitsDiffer] = new(
            "单位 {0} 和 {1} 量的不是同一种东西，不能换算。请检查单位。", "The units {0} and {1} measure different things and cannot be converted. Check the unit."),
        [LabRefusal.NotExact] = new(
            "{0} 从 {1} 换算成 {2} 后位数太多，存不下准确值。请直接用 {2} 填写。",
            "{0} has too many digits to be kept exactly when converted from {1} to {2}. Enter it in {2}."),
        [LabRefusal.LodMissing] = new(
            "填“未检出”时要同时填检出限（LOD），否则说不清低到多少。", "“Not detected” says nothing without the limit of detection (LOD). Please give it."),
        [LabRefusal.LoqMissing] = new(
            "填“<LOQ”时要同时填定量限（LOQ）。", "“<LOQ” says nothing without the limit of quantification (LOQ). Please give it."),
        [LabRefusal.LodNotPositive] = new("检出限必须大于 0，现在填的是 {0}。", "The limit of detection must be above 0; {0} was given."),
        [LabRefusal.LoqNotPositive] = new("定量限必须大于 0，现在填的是 {0}。", "The limit of quantification must be above 0; {0} was given."),
        [LabRefusal.LodAboveLoq] = new(
            "检出限 {0} 大于定量限 {1}，两个数可能填反了。",
            "The limit of detection {0} is above the limit of quantification {1}; they may be swapped."),
        [LabRefusal.LodContradicted] = new(
            "结果里写的界限是 {0}，检出限填的是 {1}，两者不一致。请改正其中一个。",
            "The result names {0} as its bound, but the limit of detection says {1}. Mend one of them."),
        [LabRefusal.ZeroIsNoResult] = new(
            "没有仪器能测出 0。请填“未检出”和检出限。", "Nothing measures zero. Enter “ND” together with the limit of detection."),
        [LabRefusal.NegativeReading] = new(
            "结果“{0}”是负数，这个单位没有负值。请检查是否扣除空白时出错。",
            "The result “{0}” is negative, which this unit cannot be. Check the blank that was subtracted."),
        [LabRefusal.QualitativeExpected] = new(
            "这一项的单位是 {1}，只有检出和未检出，不填数字“{0}”。", "This item ({1}) is either detected or not detected; the number “{0}” has no meaning here."),
        [LabRefusal.UncertaintyNegative] = new("扩展不确定度 U 不能是负数，现在填的是 {0}。", "The expanded uncertainty U cannot be negative; {0} was given."),
        [LabRefusal.CoverageFactorNotPositive] = new(
            "包含因子 k 必须大于 0，通常为 2，现在填的是 {0}。", "The coverage factor k must be above 0 and is usually 2; {0} was given."),
        [LabRefusal.CcAlphaNotPositive] = new("判定限 CCα 必须大于 0，现在填的是 {0}。", "The decision limit CCα must be above 0; {0} was given."),
        [LabRefusal.RuleUnknown] = new("没有代码为“{0}”的判定规则。请从列表中选择。", "No decision rule has the code “{0}”. Please choose one from the list."),
        [LabRefusal.SamePerson] = new(
            "结果是您自己录入的，要由另一位人员审核、批准。", "You entered readings of this sample; another person has to check and approve it."),
        [LabRefusal.NothingRecorded] = new(
            "这个样品还没有任何结果，不能送审或批准。请先录入结果。", "This sample has no reading yet and cannot go on. Enter the readings first."),
        [LabRefusal.StatusNotAllowed] = new(
            "样品现在是“{0}”，不能直接变为“{1}”。请刷新，看看下一步是什么。",
            "The sample is “{0}” and cannot become “{1}” from there. Reload to see what comes next."),
        [LabRefusal.SampleUnknown] = new(
            "没有找到样品 {0}，或您无权查看。请对照标签。", "There is no sample {0} that you may see. Compare the code with the label."),
        [LabRefusal.AnalyteUnknown] = new("没有代码为“{0}”的检测项目。请从列表中选择。", "No analyte has the code “{0}”. Please choose one from the list."),
        [LabRefusal.DrawnInFuture] = new("抽样日期还没有到。请检查日期。", "The sampling day is still to come. Check the day."),
        [LabRefusal.DrawnBeforeHarvest] = new(
            "抽样日期早于采收日期 {0}。请检查两个日期。", "The sampling day lies before the harvest on {0}. Check both days."),
        [LabRefusal.ReceivedBeforeDrawn] = new(
            "收样日期早于抽样日期 {0}。请检查日期。", "The day of receipt lies before the sampling day {0}. Check the day."),
        [LabRefusal.ReceivedInFuture] = new("收样日期还没有到。请检查日期。", "The day of receipt is still to come. Check the day."),
        [LabRefusal.ReasonMissing] = new(
            "要写明原因，一句话即可；原因会留在记录里。", "A reason is needed; one sentence will do, and it is kept with the record."),
        [LabRefusal.ReasonTooLong] = new("原因最多 {0} 个字，请缩短。", "The reason may have {0} characters at most; please shorten it."),
        [LabRefusal.ReadingChangedMeanwhile] = new(
            "这一项刚才已有人录入 {0}，您填的是 {1}，没有保存。请核对原始记录再定。",
            "Meanwhile somebody entered {0}; your {1} was not saved. Check the raw record, then decide."),
        [LabRefusal.NoProfile] = new(
            "{0} 市场在 {1} 还没有适用的限量，不能判定。请换一个市场或日期。",
            "The market {0} has no limits in force on {1}, so nothing can be judged. Choose another market or day."),
        [LabRefusal.ProductUnknown] = new("没有代码为“{0}”的产品。例如蜂蜜是 HONEY，鲜蜂王浆是 RJ_FRESH。", "No product has the code “{0}”. Honey is HONEY, fresh royal jelly RJ_FRESH."),
        [LabRefusal.PlantUnknown] = new(
            "不认识蜜源植物“{0}”。请写拉丁学名，或名录中的中文名、英文名。", "The plant “{0}” is unknown. Write its Latin name, or a Chinese or English name from the list."),
        [LabRefusal.BeeUnknown] = new("不认识蜂种“{0}”。请写 Apis mellifera 或 Apis cerana。", "The bee “{0}” is unknown. Write Apis mellifera or Apis cerana."),
        [LabRefusal.StateUnknown] = new("不认识声明状态“{0}”。可以写：{1}。", "The declared state “{0}” is unknown. Known are {1}."),
        [LabRefusal.AnalyteTwice] = new("{0} 写了两次。一个项目只有一个结果。", "{0} stands there twice. An analyte has one reading."),
        [LabRefusal.TooManyReadings] = new("一次最多 {0} 个结果。", "At most {0} readings at a time."),
        [LabRefusal.MarketMissing] = new("请至少选择一个市场。", "Choose at least one market."),
        [LabRefusal.MarketUnknown] = new("没有市场“{0}”的判定方案。现有：{1}。", "There is no profile of a market “{0}”. Known are {1}."),
        [LabRefusal.AboveTheWhole] = new("“{0}” {1} 超过整体的 100 %，不可能。请检查小数点和单位。", "“{0}” {1} is more than the whole. Check the decimal point and the unit."),
        [LabRefusal.OutOfRange] = new(
            "{0} 远在以往结果 {1} 至 {2} 之外，小数点可能错了位。核对后如果无误，请确认。", "{0} lies far outside of what was measured so far, {1} to {2}; the decimal point may have slipped. Confirm it if it is right."),
        [LabRefusal.NotOrdered] = new(
            "这个样品没有要求检测 {0}。核对后如果确要录入，请确认。", "Nobody asked for {0} in this sample. If it is to be entered all the same, please confirm."),
        [LabRefusal.ReadingIdTaken] = new("这次录入的编号已用于另一个结果，没有保存。请重新打开录入表。", "This entry’s identity belongs to another reading; nothing was saved. Open the sheet anew."),
        [LabRefusal.MethodCodeMissing] = new("请填写方法编号，例如 GB/T 18932.19。", "Give the method’s code, such as GB/T 18932.19."),
        [LabRefusal.SourceMissing] = new("请写明出处，例如验证报告编号或标准条款。", "Name the source, such as the validation report or the standard’s clause."),
        [LabRefusal.UncertaintyPercentWrong] = new("相对扩展不确定度应在 0 到 100 % 之间，现在填的是 {0}。", "The relative expanded uncertainty lies between 0 and 100 %; {0} was given."),
        [LabRefusal.QualitativeHasNoLod] = new("只判检出与否的项目没有检出限。", "What is only detected or not has no limit of detection."),
        [LabRefusal.MethodUsedAlready] = new("方法 {0} 已在使用。数值有变时，先停用再登记新的。", "The method {0} is in use already. Where its figures change, end it and enter the new ones."),
        [LabRefusal.MethodUnknown] = new("没有找到这个在用的方法。", "There is no such method in use."),
        [LabRefusal.LaboratoryFactMissing] = new("请填写这一项：它印在每份报告上。", "Please fill this in; it stands on every report."),
        [LabRefusal.LaboratoryTextTooLong] = new("文字太长，最多 {0} 个字。", "The text is too long; at most {0} characters."),
        [LabRefusal.HoldingOutside] = new("保存期限要写成 1 到 {0} 之间的整小时数；没有规定就留空。", "A holding time is a whole number of hours from 1 to {0}; leave it empty where there is none."),
        [LabRefusal.TurnaroundOutside] = new("检测时限要写成 0 到 {0} 之间的整天数；没有承诺就留空。", "A turnaround is a whole number of days from 0 to {0}; leave it empty where none is promised."),
        [LabRefusal.DayUnreadable] = new("“{0}”读不成日期。请写成 2026-05-20。", "“{0}” cannot be read as a day. Write it as 2026-05-20."),
        [LabRefusal.NumberUnreadable] = new("“{0}”读不成数字。小数点用句点，如 0.15。", "“{0}” is no number. Write it with a point, such as 0.15."),
        [LabRefusal.BoundMissing] = new("这种比较方式要填这个数。", "This comparison needs a number here."),
        [LabRefusal.BoundsReversed] = new("下限 {0} 大于上限 {1}，两个数可能填反了。", "The lower bound {0} is above the upper bound {1}; they may be swapped."),
        [LabRefusal.KindAndComparator] = new(
            "限量类型和比较方式不符：“不得检出”和定性项目用“不得检出”，行动参考值用 < 或 ≤，其他类型用数值比较。",
            "Kind and comparison do not fit: what may not be detected is “not detectable”, a reference point is < or ≤, all others compare a number."),
        [LabRefusal.StandardMissing] = new("请填写标准号：没有出处的限量不能用于判定。", "Name the standard: a limit without one cannot judge."),
        [LabRefusal.StandardUnknown] = new("标准目录里没有 {0}。请核对标准号；新标准先由系统管理员载入标准表。", "The register of standards has no {0}. Check the number; a new standard is first loaded with the table of standards."),
        [LabRefusal.EditionMissing] = new("{0} 有多个版本，请写明是哪一版（通常是年份）。", "{0} has editions; say which, mostly the year."),
        [LabRefusal.ClauseMissing] = new("请写明条款、表号或条号，好让别人找得到这个数。", "Name the clause, table or article, so that others find the figure."),
        [LabRefusal.InForceMissing] = new("请填写日期。", "Give the day."),
        [LabRefusal.EndsBeforeBegin] = new("最后一天早于第一天 {0}。", "The last day is before the first, {0}."),
        [LabRefusal.TrustMissing] = new("请说明您见到的是什么文本。", "Say what you have seen of the text."),
        [LabRefusal.UnseenReplaces] = new("没有见过文本的数值只作备注，不能取代正在用于判定的限量。", "A figure whose text nobody saw is only a note; it cannot replace a limit that judges."),
        [LabRefusal.NectarSourcesMissing] = new("请列出蜜源植物的拉丁名，用分号隔开。", "List the plants by Latin name, with semicolons between."),
        [LabRefusal.StateContradicted] = new("“仅限”和“除外”不能是同一种声明。", "“Only” and “all but” cannot name the same."),
        [LabRefusal.TextTooLong] = new("这里最多 {0} 个字。", "At most {0} characters here."),
        [LabRefusal.LimitOverlaps] = new(
            "同一问题同一天只能有一个限量：{0}（{1}，{2}）在这些日子里已生效。请改为取代它，或改日期。",
            "One question has one limit a day: {0} ({1}, {2}) is in force on some of these days. Replace that one, or change the days."),
        [LabRefusal.LimitsMeet] = new("同一问题同一天只能有一个限量；这里有两个。", "One question has one limit a day; here are two."),
        [LabRefusal.ProfileOverlaps] = new("一个市场同一天只能有一个判定方案。", "A market has one profile on a day."),
        [LabRefusal.LimitUnknown] = new("没有这个限量，或者它已经失效、仅作备注。", "There is no such limit, or it has ended or is only a note."),
        [LabRefusal.ReplacesBeforeBegin] = new("新限量要在原限量的第一天 {0} 之后生效。", "The new limit begins after the first day of the old one, {0}."),
        [LabRefusal.ReplacesAnother] = new("取代只换数值和出处；市场、产品、项目和适用条件不变。条件不同请另提新限量。", "A replacement changes figure and source; market, product, analyte and conditions stay. Propose a new limit for other conditions."),
        [LabRefusal.ProposalOpen] = new("这个限量已有一个待决的提议，请先处理它。", "There is an open proposal for this limit; decide on that one first."),
        [LabRefusal.ProposalUnknown] = new("没有这个提议，或者它已经有了结果。", "There is no such proposal, or it has been decided."),
        [LabRefusal.OwnProposal] = new("您提议的限量由另一个人决定。", "Another person decides on what you proposed."),
        [LabRefusal.NotYourProposal] = new("提议由提出的人撤回。", "A proposal is withdrawn by who made it."),
        [LabRefusal.NotYetJudged] = new("只有已批准的样品可以重新判定。", "Only an approved sample is judged again."),
        [LabRefusal.VerdictWithoutEvaluation] = new("样品的判定只随新的判定记录改变。", "A sample’s verdict changes only with a newer evaluation."),
    };

    /// <summary>A sample's status in a sentence.</summary>
    public static Bilingual Name(SampleStatus status) => status switch
    {
        SampleStatus.Drawn => new("已抽样", "drawn"),
        SampleStatus.InTransit => new("运送中", "on its way"),
        SampleStatus.Received => new("已收样", "received"),
        SampleStatus.Assigned => new("已派样", "assigned"),
        SampleStatus.Testing => new("检测中", "testing"),
        SampleStatus.RawRecorded => new("待批准", "awaiting approval"),
        SampleStatus.Approved => new("已批准", "approved"),
        SampleStatus.Rejected => new("已拒收", "rejected"),
        SampleStatus.Cancelled => new("已取消", "cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };
}
