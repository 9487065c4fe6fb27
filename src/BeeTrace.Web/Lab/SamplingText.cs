using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>Words of sampling records, labels and custody.</summary>
public static class SamplingText
{
    public static Bilingual Title => new("抽样", "Sampling");
    public static Bilingual FormTitle => new("填写抽样单", "Sampling record");
    public static Bilingual ToSampling => new("回到抽样", "To sampling");
    public static Bilingual NewRecord => new("填写抽样单", "Write a sampling record");
    public static Bilingual InField => new("现场抽样", "Sampling in the field");
    public static Bilingual ToDraw => new("计划中待抽的批次", "Lots of a plan to be sampled");
    public static Bilingual AwaitsMe => new("等您会签", "Waiting for your signature");
    public static Bilingual Mine => new("最近的样品", "Recent samples");
    public static Bilingual NothingTitle => new("还没有抽样", "Nothing sampled yet");
    public static Bilingual NothingText => new("填写第一张抽样单。没有信号时也能填，有信号时自动送出。", "Write the first sampling record. It works without a line and is sent by itself when there is one.");
    public static Bilingual TakeIt => new("抽取", "Sample it");

    public static Bilingual What => new("样品", "The sample");
    public static Bilingual Where => new("时间和地点", "When and where");
    public static Bilingual HowMuch => new("数量和封样", "Quantities and seals");
    public static Bilingual LabelSays => new("标签和包装（选填）", "Label and packaging (optional)");
    public static Bilingual Party => new("在场和签字", "Who was there");

    public static Bilingual Record => new("抽样单", "Sampling record");
    public static Bilingual Number => new("抽样单编号", "Number of the record");
    public static Bilingual TaskSource => new("任务来源（选填）", "Ordered by (optional)");
    public static Bilingual TaskSourceHint => new("下达任务的文件或抽样计划的编号。", "The document or sampling plan that orders it.");
    public static Bilingual States => new("标签上的声明（蜂蜜，选填）", "Declared on the label (honey, optional)");
    public static Bilingual Declared => new("声明", "Declared");
    public static Bilingual DrawnTime => new("抽样时间", "Time");
    public static Bilingual Stage => new("抽样环节", "Stage");
    public static Bilingual Address => new("抽样地址", "Address of the place");
    public static Bilingual Position => new("坐标（选填）", "Coordinates (optional)");
    public static Bilingual PositionHint => new("按手机定位（WGS-84），如 29.79, 119.69。", "As the phone tells it (WGS 84), such as 29.79, 119.69.");
    public static Bilingual Unit => new("被抽样单位（选填）", "Sampled unit (optional)");
    public static Bilingual UnitHint => new("不填则为批次所属企业。", "The lot’s own firm where nothing is filled in.");
    public static Bilingual Licence => new("许可证或信用代码（选填）", "Licence or credit code (optional)");
    public static Bilingual Contact => new("法定代表人、联系人和电话（选填）", "Legal person, contact, telephone (optional)");
    public static Bilingual Producer => new("标称生产者（选填）", "Nominal producer (optional)");
    public static Bilingual LotSize => new("抽样基数", "Lot size");
    public static Bilingual LotSizeUnit => new("基数的单位", "Counted in");
    public static Bilingual LotSizeUnitHint => new("千克、桶、瓶等。", "Kilograms, drums, bottles …");
    public static Bilingual SampleG => new("检样量（克）", "Test portion, g");
    public static Bilingual ReTestG => new("备样量（克）", "Re-test portion, g");
    public static Bilingual OfficialHint => new("监督和监测抽样必填。", "Needed for official samples.");
    public static Bilingual Seal => new("检样封条号", "Seal of the test portion");
    public static Bilingual ReTestSeal => new("备样封条号", "Seal of the re-test portion");
    public static Bilingual Temperature => new("样品温度（°C，选填）", "Temperature, °C (optional)");
    public static Bilingual Method => new("抽样方法（选填）", "How it was taken (optional)");
    public static Bilingual MethodHint => new("标准、工具、从几件中取。", "Standard, tool, from how many units.");
    public static Bilingual Container => new("盛装容器（选填）", "Container (optional)");
    public static Bilingual Brand => new("商标", "Brand");
    public static Bilingual Specification => new("规格", "Size of the unit");
    public static Bilingual Packaging => new("包装", "Packaging");
    public static Bilingual LabelBatch => new("标签上的生产日期或批号", "Production date or batch on the label");
    public static Bilingual ShelfLife => new("保质期", "Shelf life");
    public static Bilingual Storage => new("储存条件", "Storage");
    public static Bilingual DeclaredStandard => new("明示标准", "Declared standard");
    public static Bilingual FirstSampler => new("抽样员", "Sampler");
    public static Bilingual Second => new("第二名抽样员", "Second sampler");
    public static Bilingual SecondHint => new("送出后，他用自己的账号会签。", "Signs under their own account once the record has arrived.");
    public static Bilingual NobodyElse => new("不需要", "None");
    public static Bilingual PartyName => new("被抽样方在场人", "Who stood for the sampled party");
    public static Bilingual PartySigned => new("在场人是否签字", "Did they sign");
    public static Bilingual RefusalNote => new("拒签原因和见证人", "Why they refused, and the witness");
    public static Bilingual RefusalHint => new("只在拒签时填写。", "Only where they refused.");
    public static Bilingual Remarks => new("备注（选填）", "Remarks (optional)");
    public static Bilingual Species => new("蜂种", "Bee species");
    public static Bilingual HarvestedOn => new("采收日期", "Harvested");
    public static Bilingual Save => new("登记抽样", "Record the sample");

    public static Bilingual Saved(SampleCode code) => new($"已登记样品 {code}。", $"Sample {code} is recorded.");
    public static Bilingual ScanHint => new("扫描或输入批次标签上的编号。", "Scan or type the code on the lot’s label.");

    public static Bilingual Sign => new("会签", "Sign the record");
    public static Bilingual SignLead => new("您是这张抽样单的第二名抽样员。核对以下内容后签字。", "You are the second sampler of this record. Check what stands below, then sign.");
    public static Bilingual SignedAt(string moment) => new($"{moment} 会签", $"signed {moment}");
    public static Bilingual AwaitsOther => new("等第二名抽样员会签", "waits for the second sampler");
    public static Bilingual HandOver => new("交接送样", "Hand it over");
    public static Bilingual HandOverTo => new("交给谁（承运人或检测中心）", "To whom (carrier or laboratory)");
    public static Bilingual PaperRecord => new("抽样单 PDF", "Record as PDF");
    public static Bilingual Labels => new("样品标签 PDF", "Labels as PDF");
    public static Bilingual BlindLabel => new("盲样标签 PDF", "Blind label as PDF");
    public static Bilingual NoRecord => new("这个样品没有抽样单：它是从表格导入或登记的。", "This sample has no sampling record: it came from a table.");
    public static Bilingual PhotosTitle => new("抽样照片", "Pictures of the sampling");
    public static Bilingual PhotoHint => new("JPEG，不超过 5 MB。照片里的位置、时间和机型信息会去掉，只有检测中心和县里看得到。", "JPEG, 5 MB at most. Place, time and camera are taken out of it; only the laboratory and the county office can see it.");

    public static Bilingual Custody => new("样品流转", "Chain of custody");
    public static Bilingual CustodyLead => new("每份样品从封样到处置，由谁交给谁。只能增加，不能更改。", "From hand to hand, from seal to end. Steps are added and never changed.");
    public static Bilingual Portion => new("样品份", "Portion");
    public static Bilingual StepHead => new("环节", "Step");
    public static Bilingual At => new("时间", "At");
    public static Bilingual FromTo => new("由谁交给谁", "From and to");
    public static Bilingual PlaceHead => new("存放处", "Place");
    public static Bilingual SealHead => new("封条", "Seal");
    public static Bilingual ConditionHead => new("状态", "Condition");
    public static Bilingual SignedBy => new("签字", "Signed by");
    public static Bilingual MoveTitle => new("登记流转", "Record a step");
    public static Bilingual To => new("交给谁", "To whom");
    public static Bilingual NewSeal => new("封条号（不变则留空）", "Seal (empty where it stays)");
    public static Bilingual Opened => new("已拆封", "opened");
    public static Bilingual Reason => new("原因或说明", "Reason");
    public static Bilingual MoveIt => new("登记", "Record");
    public static Bilingual Intact => new("封条完好", "seal intact");
    public static Bilingual Broken => new("封条破损", "seal broken");
    public static Bilingual KeptUntil(string day) => new($"备样保存到 {day}（合格 3 个月、其余 6 个月，市场监管总局令第 15 号，未核对原文）。", $"The re-test portion is kept until {day} (3 months after a pass, 6 otherwise; SAMR Order 15, official text not compared).");

    public static Bilingual ReceiveSeal => new("封条", "Seal");
    public static Bilingual ReceiveTemperature => new("到样温度（°C）", "Temperature, °C");
    public static Bilingual ReceiveQuantity => new("到样量（克）", "Quantity, g");
    public static Bilingual ReceivePlace => new("检样存放处", "Where the test portion waits");
    public static Bilingual ReceiveReTestPlace => new("备样存放处", "Where the re-test portion is stored");
    public static Bilingual NotSealed => new("没有封条", "not sealed");

    public static Bilingual Assign => new("派样", "Assign");
    public static Bilingual AssignTo => new("派给", "Assign to");
    public static Bilingual TakeOn => new("我来检测", "I test it");
    public static Bilingual AssignedTo => new("检验员", "Analyst");
    public static Bilingual BlindCode => new("盲样号", "Blind number");
    public static Bilingual Hidden => new("检测期间不显示", "hidden while it is tested");
    public static Bilingual DueOn => new("应出结果日期", "Due");
    public static Bilingual Late(int days) => new($"超期 {days} 天", days == 1 ? "1 day late" : $"{days} days late");
    public static Bilingual PastHolding => new("超过保存期限后检测", "tested after its holding time");
    public static Bilingual SearchBlind => new("盲样号", "Blind number");
    public static Bilingual OnlyLate => new("只看超期", "Late only");
    public static Bilingual OnlyDrawnByMe => new("只看本人抽取", "Drawn by me");
    public static Bilingual OnlyMine => new("只看本人或未派", "Mine or nobody’s");
    public static Bilingual Turnaround => new("检测时限（日历天）", "Turnaround, calendar days");
    public static Bilingual TurnaroundHint => new("从收样到批准。不填就没有超期。", "From receipt to approval. Left empty, nothing is late.");
    public static Bilingual HoldingHours => new("保存期限（小时，选填）", "Holding time, hours (optional)");

    public static Bilingual Of(PartySignature signature) => signature switch
    {
        PartySignature.Signed => new("签字或盖章", "signed or stamped"),
        PartySignature.Refused => new("拒签", "refused to sign"),
        _ => throw new ArgumentOutOfRangeException(nameof(signature), signature, message: null),
    };

    public static Bilingual Of(SamplePortion portion) => portion switch
    {
        SamplePortion.Test => new("检样", "test portion"),
        SamplePortion.ReTest => new("备样", "re-test portion"),
        _ => throw new ArgumentOutOfRangeException(nameof(portion), portion, message: null),
    };

    public static Bilingual Of(CustodyStep step) => step switch
    {
        CustodyStep.Sealed => new("封样", "sealed"),
        CustodyStep.HandedOver => new("交接", "handed over"),
        CustodyStep.Received => new("收样", "received"),
        CustodyStep.Stored => new("入库", "stored"),
        CustodyStep.Issued => new("领样", "issued to the analyst"),
        CustodyStep.Disposed => new("处置", "disposed of"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
    };

    public static Bilingual Of(DeclaredState state) => state switch
    {
        DeclaredState.Bakers => new("烘焙用蜂蜜", "baker’s honey"),
        DeclaredState.Pressed => new("压榨蜜", "pressed honey"),
        DeclaredState.TropicalOrigin => new("热带产地", "tropical origin"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
