using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Trade;

/// <summary>Words of the pages about yearly returns.</summary>
public static class ReturnText
{
    public static Bilingual Returns => new("企业年报", "Yearly returns");
    public static Bilingual OwnReturns => new("年报", "Yearly return");
    public static Bilingual OwnLead => new("每年的销售、产量、出口、用工和合作情况，由企业填报、县办公室核定。", "Sales, output, exports, employees and co-operation of each year, filed by the firm and accepted by the county.");
    public static Bilingual Years => new("年度", "Years");
    public static Bilingual Year => new("年度", "Year");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual State => new("状态", "State");
    public static Bilingual StateFilter => new("按状态筛选", "By state");
    public static Bilingual All => new("全部", "All");
    public static Bilingual Search => new("企业名称或信用代码", "Firm or credit code");
    public static Bilingual FiledOn => new("填报日期", "Filed on");
    public static Bilingual Differences => new("差异", "Differences");
    public static Bilingual Next => new("下一步", "Next");
    public static Bilingual NoFirmsTitle => new("还没有企业", "No firms yet");
    public static Bilingual NoFirmsText => new("登记企业以后，它们每年的年报会列在这里。", "Their returns stand here year by year once firms are registered.");
    public static Bilingual NothingFoundTitle => new("没有找到", "Nothing found");
    public static Bilingual NothingFoundText => new("没有符合条件的企业。请换一个状态或名称。", "No firm fits. Try another state or name.");
    public static Bilingual ShowAll => new("看全部企业", "Show all firms");
    public static Bilingual UnknownTitle => new("没有这份年报", "No such return");

    public static Bilingual Sales => new("销售额（万元）", "Sales (10,000 CNY)");
    public static Bilingual Output => new("产值（万元）", "Output value (10,000 CNY)");
    public static Bilingual ExportValue => new("出口额（万美元，FOB）", "Exports (10,000 USD, FOB)");
    public static Bilingual Employees => new("年末从业人员（人）", "Employees at the end of the year");
    public static Bilingual Note => new("说明", "Note");
    public static Bilingual NoteHint => new("可不填，如库存、停产或口径说明。", "May be left empty: stock, a stop of production, what a figure counts.");
    public static Bilingual MoneyHint => new("单位是万元，不是元。", "In ten thousands of yuan, not in yuan.");
    public static Bilingual DollarHint => new("单位是万美元；没有出口填 0。", "In ten thousands of US dollars; 0 without exports.");
    public static Bilingual OutputByProduct => new("分产品产量", "Output by product");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual OutputKg => new("产量（kg）", "Output (kg)");
    public static Bilingual ExportKg => new("其中出口（kg）", "Of it exported (kg)");
    public static Bilingual AddProduct => new("加一行产品", "One more product");
    public static Bilingual Cooperation => new("合作单位", "Co-operation");
    public static Bilingual CooperationLead => new("与高校、科研院所等的合作：接收的实习生和共同开发的产品。", "With universities, institutes and others: interns taken, products brought out together.");
    public static Bilingual Partner => new("单位名称", "Partner");
    public static Bilingual PartnerKindHead => new("类型", "Kind");
    public static Bilingual Interns => new("实习生（人）", "Interns");
    public static Bilingual JointProducts => new("共同开发产品（个）", "Joint products");
    public static Bilingual AddPartner => new("加一行合作单位", "One more partner");
    public static Bilingual Choose => new("请选择", "Choose");
    public static Bilingual None => new("无", "None");

    public static Bilingual SaveDraft => new("保存草稿", "Save draft");
    public static Bilingual File => new("填报", "File");
    public static Bilingual Confirm => new("以上数字已核对，确实如此", "I have checked these figures and they are right");
    public static Bilingual Correct => new("更正", "Correct");
    public static Bilingual CorrectNote => new("开始一份更正稿，内容从已核定的年报带入；更正核定以前，已核定的数字仍然有效。", "Starts a corrected version with the accepted content; until it is accepted, the accepted figures count.");
    public static Bilingual Accept => new("核定", "Accept");
    public static Bilingual AcceptNoteLabel => new("核定意见（可不填）", "Note (may be left empty)");
    public static Bilingual AcceptNote => new("核定后，销售额和产值进入企业名录与全县统计，年报不再改动。", "Once accepted, sales and output enter the register and the county's figures, and the return stays as it is.");
    public static Bilingual SendBack => new("退回", "Send back");
    public static Bilingual Reason => new("退回原因", "Reason");
    public static Bilingual DraftSaved => new("草稿已保存。", "The draft is saved.");
    public static Bilingual CountyNext => new("已填报，等待县办公室核定。", "Filed; the county looks at it next.");

    public static Bilingual Figure => new("项目", "Figure");
    public static Bilingual ThisReturn => new("本年报", "This return");
    public static Bilingual AcceptedBefore => new("已核定", "Accepted");
    public static Bilingual InRecords => new("系统记录", "Records");
    public static Bilingual Difference => new("差异", "Difference");
    public static Bilingual RecordsNote => new("系统记录：产量取当年采收的批次，出口取未撤销的报关单。企业不必登记每个批次，产量高于批次只作提示。", "Records: output from lots harvested in the year, exports from declarations that stand. A firm need not record every lot, so output above the lots is a note only.");
    public static Bilingual NoDifferences => new("与批次、报关单没有差异。", "No differences to lots and declarations.");
    public static Bilingual NotRecorded => new("系统无记录", "nothing recorded");
    public static Bilingual MoreThanTenfold => new("十倍以上", "more than tenfold");
    public static Bilingual OnlyNote => new("提示", "note");
    public static Bilingual Honours => new("当年品牌荣誉", "Brands and honours of the year");
    public static Bilingual Standards => new("当年参与制定的标准", "Standards drafted in the year");
    public static Bilingual HonoursElsewhere => new("品牌荣誉和参与制定的标准在企业页登记，这里只列出当年的。", "Brands, honours and drafted standards are recorded on the firm's page; those of the year are listed here.");
    public static Bilingual FirmPage => new("打开企业页", "Open the firm's page");
    public static Bilingual History => new("版本", "Versions");
    public static Bilingual VersionHead => new("版本", "Version");
    public static Bilingual FiledBy => new("填报", "Filed");
    public static Bilingual DecidedBy => new("核定或退回", "Accepted or sent back");
    public static Bilingual Remark => new("意见", "Remark");
    public static Bilingual OnPaper => new("纸质签署，由表格导入", "signed on paper, came by a table");
    public static Bilingual ByTable => new("由表格导入", "by a table");
    public static Bilingual Somebody => new("已注销账号", "a closed account");
    public static Bilingual Look => new("查看", "Look");
    public static Bilingual Correction => new("更正稿", "correction");
    public static Bilingual Superseded => new("已被新版本取代", "superseded");
    public static Bilingual BeforeEnd => new("年度还没有结束，可以先保存草稿。", "The year has not ended yet; it can be saved as a draft.");

    public static Bilingual HeadOf(int year) => new($"{Plain(year)} 年年报", $"Yearly return {Plain(year)}");

    public static Bilingual Owed(int year) => new($"{Plain(year)} 年的年报还没有填报。", $"The return of {Plain(year)} has not been filed yet.");

    public static Bilingual WriteOwed(int year) => new($"填写 {Plain(year)} 年年报", $"Write the return of {Plain(year)}");

    public static Bilingual Counted(int year, int firms, int missing) => new(
        $"{Plain(year)} 年：{Numerals.Count(firms)} 家企业，{Numerals.Count(missing)} 家未报", $"{Plain(year)}: {Numerals.Count(firms)} firms, {Numerals.Count(missing)} missing");

    public static Bilingual EarlierYear(int year) => new($"{Plain(year)} 年", Plain(year));

    public static Bilingual VersionOf(int version) => new($"第 {Numerals.Count(version)} 版", $"Version {Numerals.Count(version)}");

    public static Bilingual SentBackBecause(string reason) => new($"县办公室退回：{reason}", $"Sent back by the county: {reason}");

    /// <summary>The label of a field in a line of a table.</summary>
    public static Bilingual Line(Bilingual head, int number) => new($"第 {Numerals.Count(number)} 行 · {head.Zh}", $"Line {Numerals.Count(number)} · {head.En}");

    /// <summary>What an amount in ten thousands is in single units, said beside the field.</summary>
    public static Bilingual InYuan(decimal yuan) => new($"即 {Numerals.Amount(yuan, 0)} 元", $"That is {Numerals.Amount(yuan, 0)} yuan");

    /// <inheritdoc cref="InYuan"/>
    public static Bilingual InDollars(decimal dollars) => new($"即 {Numerals.Amount(dollars, 0)} 美元", $"That is {Numerals.Amount(dollars, 0)} US dollars");

    public static Bilingual Of(ReturnStanding standing) => standing switch
    {
        ReturnStanding.Missing => new("未报", "missing"),
        ReturnStanding.Draft => ReturnState.Draft.Name(),
        ReturnStanding.SentBack => ReturnState.SentBack.Name(),
        ReturnStanding.Filed => ReturnState.Filed.Name(),
        ReturnStanding.Accepted => ReturnState.Accepted.Name(),
        _ => new("仅有汇总数", "totals only"),
    };

    /// <summary>What is compared.</summary>
    public static Bilingual Of(DifferenceKind kind, Bilingual product) => kind switch
    {
        DifferenceKind.Output => new($"{product.Zh}产量（kg）", $"{product.En}, output (kg)"),
        DifferenceKind.ExportMass => new($"{product.Zh}出口（kg）", $"{product.En}, exported (kg)"),
        _ => new("出口额（美元）", "Exports (USD)"),
    };

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
