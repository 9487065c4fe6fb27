using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Import;

/// <summary>Words of the import's pages, and what is wrong in a table as lines for a console.</summary>
public static class ImportText
{
    public static Bilingual Title => new("导入与导出", "Import and export");
    public static Bilingual Line0 => new("表格整批进出：全部写入，或一行也不写。", "Tables in and out: a file is taken in whole, or nothing of it.");
    public static Bilingual Bring => new("导入表格", "Bring a table");
    public static Bilingual Kind => new("表格内容", "What it holds");
    public static Bilingual File => new("文件（XLSX 或 CSV）", "File (XLSX or CSV)");
    public static Bilingual FileHint => new("最大 50 MB、20 万行。选好后先检查，不会马上写入。", "At most 50 MB and 200,000 rows. It is checked first; nothing is written yet.");
    public static Bilingual Uploading(string percent) => new($"正在上传 {percent}", $"Uploading {percent}");
    public static Bilingual Templates => new("空白模板", "Empty templates");
    public static Bilingual Kept(string file) => new($"“{file}”已上传，尚未导入。", $"“{file}” is uploaded and not imported yet.");
    public static Bilingual GoOn => new("继续检查", "Go on with it");

    public static Bilingual ExportHead => new("导出", "Take tables out");
    public static Bilingual ExportText => new("导出的表格可以原样再导入。导出精确位置会留下操作记录。", "A table taken out can be brought back as it is. Taking out exact places leaves a deed.");

    public static Bilingual Past => new("导入记录", "Past imports");
    public static Bilingual NoRunsTitle => new("还没有导入过表格", "No table was imported yet");
    public static Bilingual NoRunsText => new("导入后，每个文件在这里占一行，可以整批撤销。", "Each file that was imported stands here and can be taken back as a whole.");
    public static Bilingual When => new("时间", "When");
    public static Bilingual What => new("内容", "What");
    public static Bilingual FileHead => new("文件", "File");
    public static Bilingual Who => new("导入人", "By");
    public static Bilingual RowsHead => new("行数", "Rows");
    public static Bilingual WrittenHead => new("写入", "Written");
    public static Bilingual Undo => new("撤销", "Take back");
    public static Bilingual UndoSure => new("确认撤销", "Yes, take it back");
    public static Bilingual Keep => new("保留", "Keep it");
    public static Bilingual Undone => new("已撤销", "taken back");
    public static Bilingual UndoneSaid(string file) => new($"“{file}”的导入已撤销。", $"The import of “{file}” was taken back.");

    public static Bilingual CheckTitle => new("检查表格", "Check the table");
    public static Bilingual GoneTitle => new("没有待导入的文件", "No file is waiting");
    public static Bilingual GoneText => new("上传的文件最多保留一天，导入或放弃后即删除。", "An uploaded file is kept for a day at most, and deleted once it is imported or put away.");
    public static Bilingual Columns => new("列的对应", "Columns");
    public static Bilingual Theirs => new("文件中的列", "In the file");
    public static Bilingual Ours => new("对应", "Means");
    public static Bilingual LeftOut => new("不导入", "left out");
    public static Bilingual Required => new("必填", "must be there");
    public static Bilingual CheckAgain => new("重新检查", "Check again");
    public static Bilingual Checking => new("正在检查", "Checking");
    public static Bilingual Importing => new("正在导入", "Importing");
    public static Bilingual PutAway => new("放弃这个文件", "Put the file away");
    public static Bilingual BadRows => new("下载有误的行", "Download the bad rows");
    public static Bilingual Errors => new("需改正", "To mend");
    public static Bilingual RowHead => new("行", "Row");
    public static Bilingual ColumnHead => new("列", "Column");
    public static Bilingual CellHead => new("内容", "What stands there");
    public static Bilingual WhyHead => new("原因", "Why");
    public static Bilingual WholeFile => new("整个文件", "whole file");
    public static Bilingual WholeRow => new("整行", "whole row");
    public static Bilingual Questions => new("请核对", "To be looked at");
    public static Bilingual Likenesses => new("与他人相似", "Like somebody else");
    public static Bilingual LikenessesText => new(
        "这些养蜂人可以照常导入，但先列入待办，由县里比对后确认或合并；确认前不计数、不公开。",
        "These beekeepers can be imported, but wait in the queue until the county has compared, and kept or merged them; until then they are neither counted nor shown to the public.");
    public static Bilingual ToQueue => new("去待办登记", "Go to the queue");
    public static Bilingual Accept => new("我已核对，这些行没有错", "I have looked at these rows; they are right");
    public static Bilingual MendHint => new("可在此直接改正，再重新检查；也可下载有误的行，改好后重新上传。", "Mend cells here and check again, or download the bad rows, mend them and bring them again.");
    public static Bilingual MendLabel(int row, string column) => new($"第 {row} 行 {column}", $"Row {row}, {column}");
    public static Bilingual ReasonColumn => new("原因", "reason");

    public static Bilingual Counted(ImportedTable t) => new(
        $"共 {Numerals.Count(t.Rows)} 行：新增 {Numerals.Count(t.Added)}，更新 {Numerals.Count(t.Changed)}，有误 {Numerals.Count(t.ErrorCount)} 处，待核对 {Numerals.Count(t.Questions.Count)} 处",
        $"{Rows(t.Rows)}: {Numerals.Count(t.Added)} new, {Numerals.Count(t.Changed)} to bring up to date, {Numerals.Count(t.ErrorCount)} to mend, {Numerals.Count(t.Questions.Count)} to look at");

    /// <summary>What would wait, behind what was counted; nothing where nobody does.</summary>
    public static Bilingual WouldWait(ImportedTable t) => t.Waiting == 0 ? new("", "") : new(
        $"，其中 {Numerals.Count(t.Waiting)} 位与他人相似，将列入待办", t.Waiting == 1 ? ". 1 is like somebody else and would wait in the queue" : $". {Numerals.Count(t.Waiting)} are like somebody else and would wait in the queue");

    public static Bilingual Import(int rows) => new($"导入 {Numerals.Count(rows)} 行", $"Import {Rows(rows)}");

    public static Bilingual NothingNew => new("这些行都已登记，没有可写入的内容。", "All of these rows are registered already; there is nothing to write.");

    public static Bilingual Done(ImportedTable t) => new(
        $"已导入：新增 {Numerals.Count(t.Added)} 行，更新 {Numerals.Count(t.Changed)} 行。",
        $"Imported: {Rows(t.Added)} new, {Numerals.Count(t.Changed)} brought up to date.");

    /// <summary>That some of them wait.</summary>
    public static Bilingual DoneWaiting(int waiting) => new(
        $"{Numerals.Count(waiting)} 位养蜂人与他人相似，已列入待办。", waiting == 1 ? "1 beekeeper is like somebody else and waits in the queue." : $"{Numerals.Count(waiting)} beekeepers are like somebody else and wait in the queue.");

    /// <summary><c>FILE:ROW:COLUMN sentence</c>, in the console's language.</summary>
    public static string Line(string file, ImportError error) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{error.Row}:{error.Column} {RefusalText.Of(error.Refusal)}");

    private static string Rows(int count) => count == 1 ? "1 row" : $"{Numerals.Count(count)} rows";
}
