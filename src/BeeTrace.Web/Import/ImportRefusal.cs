using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>What is wrong in a table, and where.</summary>
/// <param name="Row">Row as a spreadsheet counts them: the header is 1. 0 speaks of the whole file.</param>
/// <param name="Column">Name of the column; empty where the row as a whole is meant.</param>
public sealed record ImportError(int Row, string Column, Refusal Refusal);

/// <summary>What an import refuses, beside what the rules of the features refuse.</summary>
public static class ImportRefusal
{
    /// <summary>The bytes are neither UTF-8 nor GB18030. No arguments.</summary>
    public const string EncodingUnknown = "import.encoding-unknown";

    /// <summary>The file is larger than one import takes. Arguments: most megabytes.</summary>
    public const string FileTooLarge = "import.file-too-large";

    /// <summary>The file has more rows than one import takes. Arguments: most rows.</summary>
    public const string TooManyRows = "import.too-many-rows";

    /// <summary>There is no header row. No arguments.</summary>
    public const string Empty = "import.empty";

    /// <summary>A column that the table needs is not there. Arguments: its name.</summary>
    public const string ColumnMissing = "import.column-missing";

    /// <summary>A column that the table does not know. Arguments: its name.</summary>
    public const string ColumnUnknown = "import.column-unknown";

    /// <summary>A column stands in the header twice. Arguments: its name.</summary>
    public const string ColumnTwice = "import.column-twice";

    /// <summary>A row has more or fewer fields than the header. Arguments: fields of the header, fields of the row.</summary>
    public const string FieldCount = "import.field-count";

    /// <summary>A quotation mark stands where none can stand, or is never closed. No arguments.</summary>
    public const string Quoting = "import.quoting";

    /// <summary>A character that no text holds. Arguments: its code point, such as <c>U+0000</c>.</summary>
    public const string ControlCharacter = "import.control-character";

    /// <summary>A field that must be filled is empty. No arguments.</summary>
    public const string Missing = "import.missing";

    /// <summary>A text is too long. Arguments: most characters.</summary>
    public const string TextTooLong = "import.text-too-long";

    /// <summary>Not a number with a decimal point. Arguments: what stands there.</summary>
    public const string NotANumber = "import.not-a-number";

    /// <summary>Not a whole number. Arguments: what stands there.</summary>
    public const string NotAWholeNumber = "import.not-a-whole-number";

    /// <summary>A number outside of what the column may hold. Arguments: least, most, what stands there.</summary>
    public const string OutOfRange = "import.out-of-range";

    /// <summary>Zero or less. Arguments: what stands there.</summary>
    public const string NotPositive = "import.not-positive";

    /// <summary>More decimals than are kept. Arguments: most decimals.</summary>
    public const string TooFine = "import.too-fine";

    /// <summary>Not a day such as <c>2018-04-10</c>. Arguments: what stands there.</summary>
    public const string NotADay = "import.not-a-day";

    /// <summary>Not a day of the year such as <c>04-10</c>. Arguments: what stands there.</summary>
    public const string NotADayOfTheYear = "import.not-a-day-of-the-year";

    /// <summary>Neither <c>true</c> nor <c>false</c>. Arguments: what stands there.</summary>
    public const string NotTrueOrFalse = "import.not-true-or-false";

    /// <summary>None of the words that the column knows. Arguments: what stands there, the words (text, or <see cref="Bilingual"/> where people have words of their own).</summary>
    public const string NotAChoice = "import.not-a-choice";

    /// <summary>Nothing of this name is known. Arguments: what stands there, what it should name (<see cref="Bilingual"/>).</summary>
    public const string Unknown = "import.unknown";

    /// <summary>The same thing stands in the file twice. Arguments: row of the first.</summary>
    public const string Twice = "import.twice";

    /// <summary>It is stored already, with other content. Arguments: what it is known by.</summary>
    public const string ExistsDifferently = "import.exists-differently";

    /// <summary>A day lies before the one it must follow. Arguments: the day it must not precede.</summary>
    public const string DayTooEarly = "import.day-too-early";

    /// <summary>A day is still to come. Arguments: today.</summary>
    public const string DayInFuture = "import.day-in-future";

    /// <summary>The comparison needs a bound that is empty. Arguments: the comparison.</summary>
    public const string BoundMissing = "import.bound-missing";

    /// <summary>A lower bound is above the upper one. No arguments.</summary>
    public const string BoundsReversed = "import.bounds-reversed";

    /// <summary>A reading in another unit than the analyte's. Arguments: what stands there, the analyte's unit.</summary>
    public const string UnitOther = "import.unit-other";

    /// <summary>Excel's form until 2003, or a workbook that a password locks; both begin alike. No arguments.</summary>
    public const string WorkbookOldOrLocked = "import.workbook-old-or-locked";

    /// <summary>Neither an Excel workbook nor a CSV file, or one that is damaged. No arguments.</summary>
    public const string WorkbookUnreadable = "import.workbook-unreadable";

    /// <summary>A small file that unpacks to more than one import takes. Arguments: most megabytes.</summary>
    public const string WorkbookUnpacksTooFar = "import.workbook-unpacks-too-far";

    /// <summary>A row has more columns than any table of ours. Arguments: most columns.</summary>
    public const string TooManyColumns = "import.too-many-columns";

    /// <summary>A formula failed in the spreadsheet. Arguments: what it shows.</summary>
    public const string CellError = "import.cell-error";

    /// <summary>A place outside of China. No arguments.</summary>
    public const string OutsideCountry = "import.outside-country";

    /// <summary>Neither a point nor an area as well-known text. Arguments: what stands there.</summary>
    public const string ShapeUnreadable = "import.shape-unreadable";

    /// <summary>A bloom that ends on the day it begins. No arguments.</summary>
    public const string BloomWithoutDays = "import.bloom-without-days";

    /// <summary>Read in another datum, the numbers mean an earlier place of the beekeeper. Arguments: the datum (<see cref="Bilingual"/>), first day of that place.</summary>
    public const string LooksShifted = "import.looks-shifted";

    /// <summary>Rows look odd, and nobody said that they are right. Arguments: how many.</summary>
    public const string QuestionsOpen = "import.questions-open";

    /// <summary>A new beekeeper resembles one who is registered, and would wait. Arguments: the licence number, why (<see cref="Bilingual"/>).</summary>
    public const string LikeRegistered = "import.like-registered";

    /// <summary>A new beekeeper resembles another row of the file, and would wait. Arguments: the row, why (<see cref="Bilingual"/>).</summary>
    public const string LikeRow = "import.like-row";

    /// <summary>There is no such import, or it is not this person's to take back. No arguments.</summary>
    public const string RunUnknown = "import.run-unknown";

    /// <summary>The import was taken back already. Arguments: the day.</summary>
    public const string RunUndone = "import.run-undone";

    /// <summary>A kind of table that is not taken back row by row. No arguments.</summary>
    public const string RunNotUndoable = "import.run-not-undoable";

    /// <summary>Something refers to rows that the import brought. Arguments: how many rows, what refers to them (<see cref="Bilingual"/>), the first row's key.</summary>
    public const string RunInUse = "import.run-in-use";

    /// <summary>Rows that the import brought were changed since. Arguments: how many rows, the first row's key.</summary>
    public const string RunChangedSince = "import.run-changed-since";

    /// <summary>The uploaded file is not kept any more. No arguments.</summary>
    public const string UploadGone = "import.upload-gone";

    /// <summary>More rows than a sheet of Excel holds. Arguments: most rows.</summary>
    public const string WorkbookTooSmall = "import.workbook-too-small";

    /// <summary>No row of an instrument's file names a sample column and either analyte and result or analytes. No arguments.</summary>
    public const string NoBenchHead = "import.no-bench-head";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        EncodingUnknown, FileTooLarge, TooManyRows, Empty, ColumnMissing, ColumnUnknown, ColumnTwice, FieldCount, Quoting, ControlCharacter,
        Missing, TextTooLong, NotANumber, NotAWholeNumber, OutOfRange, NotPositive, TooFine, NotADay, NotADayOfTheYear, NotTrueOrFalse, NotAChoice,
        Unknown, Twice, ExistsDifferently, DayTooEarly, DayInFuture, BoundMissing, BoundsReversed, UnitOther,
        WorkbookOldOrLocked, WorkbookUnreadable, WorkbookUnpacksTooFar, TooManyColumns, CellError, OutsideCountry, ShapeUnreadable,
        BloomWithoutDays, LooksShifted, QuestionsOpen, LikeRegistered, LikeRow, RunUnknown, RunUndone, RunNotUndoable, RunInUse, RunChangedSince, UploadGone, WorkbookTooSmall, NoBenchHead,
    ];
}
