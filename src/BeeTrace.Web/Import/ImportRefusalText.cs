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
            "This row has {1} fields, the header has {0}. Put text that holds a comma in quotation marks."),
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
    };
}
