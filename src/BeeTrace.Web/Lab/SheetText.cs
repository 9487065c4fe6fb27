using BeeTrace.Core;

namespace BeeTrace.Web.Lab;

/// <summary>Words of the bench sheet; those that its script says are handed to it.</summary>
public static class SheetText
{
    public static Bilingual Title => new("录入", "Bench sheet");
    public static Bilingual Line => new("一行一个样品，一列一个项目；离开一格即保存，随键入判定。", "A row a sample, a column an analyte; a cell is saved when you leave it, and judged.");
    public static Bilingual Submit => new("完成的送复核", "Submit what is complete");
    public static Bilingual FromFile => new("导入仪器文件", "From an instrument");
    public static Bilingual EmptyTitle => new("台面上没有样品", "Nothing on the bench");
    public static Bilingual EmptyText => new("收样以后，样品排在这里等待录入。", "Once samples are received they stand here.");
    public static Bilingual JudgedUnder => new("判定市场", "Judged under");
    public static Bilingual Find => new("扫码或键入样品号", "Scan or type a sample");
    public static Bilingual Keys => new(
        "方向键、Enter、Tab 移动；直接键入即改写，F2 改一部分，Esc 还原，Ctrl+D 向下填充，Shift+方向键选区，可从表格软件粘贴整块。结果写 0.42、<0.1、<LOQ、ND、未检出、>300、检出；带别的单位也可以，自动准确换算。",
        "Arrows, Enter and Tab move; typing replaces, F2 edits, Esc restores, Ctrl+D fills down, Shift+arrows select, a block can be pasted from a spreadsheet. Write 0.42, <0.1, <LOQ, ND, >300 or detected; another unit is converted exactly.");

    /// <summary>The script's words in the reader's language, by name; <c>{0}</c> is filled by it.</summary>
    public static IReadOnlyDictionary<string, string> ForScript() => new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        ["sample"] = LabText.SampleCode,
        ["notHere"] = new("台面上没有样品 {0}。", "The sample {0} is not on this bench."),
        ["outside"] = new("有 {0} 格在表外，没有粘贴。", "{0} values lay outside of the sheet and were not pasted."),
        ["savedBy"] = new("已保存 {0}，{1}，{2}", "saved: {0}, {1}, {2}"),
        ["saved"] = new("全部已保存。", "All saved."),
        ["saving"] = new("正在保存。", "Saving."),
        ["no-line"] = new("没有连接。{0} 个结果留在这台电脑上，连上后自动保存。", "No connection. {0} readings are kept on this computer and saved when it is back."),
        ["signed-out"] = new("登录已过期。{0} 个结果留在这台电脑上；请在另一个窗口登录，然后回到这里。", "You are signed out. {0} readings are kept on this computer; sign in in another window, then come back here."),
        ["other-account"] = new("这些结果是另一个账号键入的，没有保存。", "Another account typed these readings; they were not saved."),
        ["notKept"] = new("这个浏览器不允许暂存，断线时请不要关闭页面。", "This browser keeps nothing; do not close the page while the connection is down."),
        ["needReason"] = new("{0} 处更正要写原因。", "Corrections that need a reason: {0}."),
        ["toMend"] = new("{0} 格要处理。", "Cells to mend: {0}."),
        ["sure"] = new("核对过，就是这个数", "Checked, it is right"),
        ["keepTheirs"] = LabText.KeepTheirs,
        ["keepMine"] = LabText.KeepMine,
        ["reason"] = new("原结果 {0} 会保留。更正原因", "The reading {0} is kept. Why it is corrected"),
        ["withdraw"] = LabText.Withdraw,
        ["withdrawReason"] = new("结果 {0} 留在记录里，但不再计入。撤回原因", "The reading {0} stays on record and no longer counts. Why it is withdrawn"),
        ["saveCorrection"] = LabText.SaveCorrection,
        ["nothingComplete"] = new("还没有一个样品的必检项目全部保存。", "No sample has all its required readings saved yet."),
    }.ToDictionary(word => word.Key, word => word.Value.ToString(), StringComparer.Ordinal);
}
