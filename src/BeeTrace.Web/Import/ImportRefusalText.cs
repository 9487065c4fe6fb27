using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>What an import refuses, as sentences.</summary>
internal static class ImportRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [ImportRefusal.EncodingUnknown] = new(
            "文件既不是 UTF-8 也不是 GB18030 编码。请另存为“CSV UTF-8”后再导入。",
            "The file is neither UTF-8 nor GB18030. Save it as “CSV UTF-8” and bring it again."),
        [ImportRefusal.FileTooLarge] = new("文件超过 {0} MB，请分成几个文件。", "The file is larger than {0} MB. Split it."),
        [ImportRefusal.TooManyRows] = new("文件超过 {0} 行，请分成几个文件。", "The file has more than {0} rows. Split it."),
        [ImportRefusal.Empty] = new("文件是空的：第一行应为列名。", "The file is empty: its first row must name the columns."),
        [ImportRefusal.ColumnMissing] = new("缺少列“{0}”。", "The column “{0}” is missing."),
        [ImportRefusal.ColumnUnknown] = new("该类表格没有“{0}”列，请删去或改名。", "This kind of table has no column “{0}”. Remove or rename it."),
        [ImportRefusal.ColumnTwice] = new("列“{0}”出现了两次。", "The column “{0}” stands there twice."),
        [ImportRefusal.FieldCount] = new(
            "本行有 {1} 个字段，表头有 {0} 个。含逗号的内容请用引号括起来。",
            "Fields in this row: {1}, in the header: {0}. Put text that holds a comma in quotation marks."),
        [ImportRefusal.Quoting] = new("引号位置不对或没有配对。", "A quotation mark stands in the wrong place or is not closed."),
        [ImportRefusal.ControlCharacter] = new("含有不可见的控制字符 {0}，请删去。", "It holds an invisible control character, {0}. Remove it."),
        [ImportRefusal.Missing] = new("此项必填。", "This must be filled in."),
        [ImportRefusal.TextTooLong] = new("最多 {0} 个字符。", "At most {0} characters."),
        [ImportRefusal.NotANumber] = new("“{0}”不是数字。小数点用“.”，不用千位分隔符。", "“{0}” is no number. Use a decimal point and no thousands separators."),
        [ImportRefusal.NotAWholeNumber] = new("“{0}”不是整数。", "“{0}” is no whole number."),
        [ImportRefusal.OutOfRange] = new("{2} 不在 {0} 到 {1} 之间。", "{2} is not between {0} and {1}."),
        [ImportRefusal.NotPositive] = new("{0} 应大于零。", "{0} must be above zero."),
        [ImportRefusal.TooFine] = new("最多 {0} 位小数。", "At most {0} decimals."),
        [ImportRefusal.NotADay] = new("“{0}”不是日期，请写成 2018-04-10 的形式。", "“{0}” is no day. Write it like 2018-04-10."),
        [ImportRefusal.NotADayOfTheYear] = new("“{0}”不是月日，请写成 04-10 的形式。", "“{0}” is no day of the year. Write it like 04-10."),
        [ImportRefusal.NotTrueOrFalse] = new("“{0}”应为 true 或 false。", "“{0}” must be true or false."),
        [ImportRefusal.NotAChoice] = new("“{0}”不在可选值之内：{1}。", "“{0}” is not one of {1}."),
        [ImportRefusal.Unknown] = new("没有编号或名称为“{0}”的{1}。", "There is no {1} “{0}”."),
        [ImportRefusal.Twice] = new("与第 {0} 行重复。", "The same as in row {0}."),
        [ImportRefusal.ExistsDifferently] = new(
            "“{0}”已存在，且内容不同。表格不能更改已登记的内容。",
            "“{0}” exists already with other content. A table does not change what was recorded."),
        [ImportRefusal.DayTooEarly] = new("不应早于 {0}。", "It must not be before {0}."),
        [ImportRefusal.DayInFuture] = new("不应晚于今天（{0}）。", "It must not be after today ({0})."),
        [ImportRefusal.BoundMissing] = new("比较方式 {0} 需要填写此项。", "The comparison {0} needs this number."),
        [ImportRefusal.BoundsReversed] = new("上限低于下限。", "The upper bound is below the lower one."),
        [ImportRefusal.UnitOther] = new("单位“{0}”不对：该项目以“{1}”填报。", "The unit “{0}” is not the one of this analyte, “{1}”."),
        [ImportRefusal.WorkbookOldOrLocked] = new(
            "这是旧版 .xls 文件，或设有密码。请在 Excel 中另存为不加密的 .xlsx 后再导入。",
            "This is an old .xls file, or a password locks it. Save it in Excel as .xlsx without a password and bring it again."),
        [ImportRefusal.WorkbookUnreadable] = new(
            "文件不是 Excel 工作簿（.xlsx），或已损坏。请另存为 .xlsx 或 CSV 后再导入。",
            "The file is no Excel workbook (.xlsx), or it is damaged. Save it as .xlsx or CSV and bring it again."),
        [ImportRefusal.WorkbookUnpacksTooFar] = new(
            "文件解压后超过 {0} MB 或结构异常，未读取。请只保留需要的工作表，另存后再导入。",
            "Unpacked, the file is larger than {0} MB or oddly built; it was not read. Save only the sheet that is needed and bring it again."),
        [ImportRefusal.TooManyColumns] = new("工作表超过 {0} 列，请只保留需要的列。", "The sheet has more than {0} columns. Keep only the needed ones."),
        [ImportRefusal.CellError] = new("单元格公式出错，显示“{0}”。请在表格中改正。", "A formula failed here and shows “{0}”. Mend it in the spreadsheet."),
        [ImportRefusal.OutsideCountry] = new("此位置不在中国境内，请核对经纬度和坐标系。", "This place is outside of China. Check latitude, longitude and datum."),
        [ImportRefusal.ShapeUnreadable] = new(
            "“{0}”不是点或面。请写成 POINT(119.69 29.79) 或 POLYGON((119.6 29.7, …)) 的形式，经度在前。",
            "“{0}” is neither point nor area. Write POINT(119.69 29.79) or POLYGON((119.6 29.7, …)), longitude first."),
        [ImportRefusal.BloomWithoutDays] = new("花期首日与末日相同。请填写盛花期的第一天和最后一天。", "The bloom ends on the day it begins. Give the first and the last day of full bloom."),
        [ImportRefusal.LooksShifted] = new(
            "这组数若来自{0}，就正好是该养蜂人 {1} 起的放蜂点；按所填坐标系则相差几百米。请核对坐标系。",
            "Read as {0}, these numbers are a place of the same beekeeper since {1}; in the datum given they miss it by some hundred metres. Check the datum."),
        [ImportRefusal.QuestionsOpen] = new("有 {0} 行看似异常。请改正，或确认无误后再导入。", "Rows that look odd: {0}. Mend them, or say that they are right, and import again."),
        [ImportRefusal.LikeRegistered] = new(
            "{1}，与已登记的 {0}。导入后列入待办，比对后再确认。", "Like {0}, who is registered: {1}. It will wait in the queue until somebody has compared both."),
        [ImportRefusal.LikeRow] = new(
            "{1}，与第 {0} 行。导入后列入待办，比对后再确认。", "Like row {0}: {1}. Both will wait in the queue until somebody has compared them."),
        [ImportRefusal.RunUnknown] = new("没有这次导入，或您无权撤销。", "There is no such import, or it is not yours to take back."),
        [ImportRefusal.RunUndone] = new("这次导入已于 {0} 撤销。", "This import was taken back on {0}."),
        [ImportRefusal.RunNotUndoable] = new("这类表格不能整批撤销，请用新表格更正。", "This kind of table is not taken back as a whole. Correct it by a new table."),
        [ImportRefusal.RunInUse] = new(
            "不能撤销：导入的 {0} 行已被{1}引用（如 {2}）。请先处理这些记录。",
            "It cannot be taken back: {1} refer to {0} of its rows (such as {2}). See to those first."),
        [ImportRefusal.RunChangedSince] = new(
            "不能撤销：导入的 {0} 行之后又有变动（如 {1}）。",
            "It cannot be taken back: something was done since to {0} of its rows (such as {1})."),
        [ImportRefusal.WorkbookTooSmall] = new("Excel 工作表最多容纳 {0} 行，请改用 CSV 导出。", "A sheet of Excel holds at most {0} rows. Take the table out as CSV."),
        [ImportRefusal.NoBenchHead] = new(
            "没有找到表头。表头要有“样品”列，再加“项目”和“结果”两列，或者每个项目一列（写项目代码或名称）。",
            "No header was found. It needs a column “sample” and either “analyte” and “result”, or one column for each analyte (its code or name)."),
        [ImportRefusal.UploadGone] = new("上传的文件已不再保留，请重新上传。", "The uploaded file is not kept any more. Upload it again."),
    };
}
