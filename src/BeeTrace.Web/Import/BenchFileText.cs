using BeeTrace.Core;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Import;

/// <summary>Words of the page that takes an instrument's file to the bench.</summary>
public static class BenchFileText
{
    public static Bilingual Title => new("导入仪器文件", "Results from an instrument");
    public static Bilingual Line => new("先检查，后录入；有一格不对，就一格也不录。", "It is checked first. While one cell is wrong, none is entered.");
    public static Bilingual File => new("文件（XLSX 或 CSV）", "File (XLSX or CSV)");
    public static Bilingual Hint => new(
        "最大 5 MB、2 万行。一行一个结果（样品、项目、结果、单位、方法），或者一行一个样品、一列一个项目。检出限和定量限取自在用方法；别的单位自动准确换算。",
        "At most 5 MB and 20,000 rows. One result a row (sample, analyte, result, unit, method), or one sample a row with a column for each analyte. LOD and LOQ come from the method in use; other units are converted exactly.");
    public static Bilingual Template => new("空白模板", "Empty template");
    public static Bilingual LeftOut(string columns) => new($"没有读取的列：{columns}。", $"Columns that were not read: {columns}.");
    public static Bilingual Wrong => new("有误的格", "Wrong cells");
    public static Bilingual WrongHint => new("请在文件中改正后重新选择。", "Mend them in the file and choose it again.");
    public static Bilingual DownloadWrong => new("下载有误的格（CSV）", "Download the wrong cells (CSV)");
    public static Bilingual Asked => new("请核对", "To be looked at");
    public static Bilingual Accept => new("我已核对，这些结果没有错", "I have looked at these; they are right");
    public static Bilingual Corrected => new("将被更正的结果", "Readings that would be corrected");
    public static Bilingual ReasonLabel => new("更正原因（用于以上全部）", "Why they are corrected (for all of them)");
    public static Bilingual Coming => new("将录入的结果", "Readings to be entered");
    public static Bilingual Sample => LabText.SampleCode;
    public static Bilingual Stands => new("现有结果", "Stands now");
    public static Bilingual New => new("文件中的结果", "In the file");
    public static Bilingual Enter(int count) => new($"录入 {Numerals.Count(count)} 个结果", count == 1 ? "Enter 1 reading" : $"Enter {Numerals.Count(count)} readings");
    public static Bilingual NothingNew => new("文件里的结果都已录入，没有新的。", "All results of the file stand already; there is nothing to enter.");
    public static Bilingual ToBench => new("去录入表", "To the bench");
    public static Bilingual Done(int count) => new($"已录入 {Numerals.Count(count)} 个结果。", count == 1 ? "Entered 1 reading." : $"Entered {Numerals.Count(count)} readings.");
    public static Bilingual NotDone => new("检查之后有变动，没有录入。请再看一遍。", "Something changed since it was checked; nothing was entered. Please look again.");

    public static Bilingual Counted(BenchFile file) => new(
        $"{file.FileName}：{Numerals.Count(file.Content.Cells.Count)} 个结果，新的 {Numerals.Count(file.Coming)}，已录入过 {Numerals.Count(file.Answer.CountOf(FileCellState.Standing))}，有误 {Numerals.Count(file.Errors.Count)} 处。",
        $"{file.FileName}: {Numerals.Count(file.Content.Cells.Count)} results, {Numerals.Count(file.Coming)} to enter, {Numerals.Count(file.Answer.CountOf(FileCellState.Standing))} that stand already, {Numerals.Count(file.Errors.Count)} wrong.");

    /// <summary>What people call a column of the file.</summary>
    internal static Bilingual ColumnName(string column) => column switch
    {
        "" => ImportText.WholeRow,
        "sample" => new("样品", "sample"),
        "analyte" => new("项目", "analyte"),
        "value" => new("结果", "result"),
        "unit" => new("单位", "unit"),
        "method" => new("方法", "method"),
        _ => new(column, column),
    };
}
