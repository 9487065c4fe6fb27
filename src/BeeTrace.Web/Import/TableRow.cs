using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Import;

/// <summary>
/// One row of a table. Each reader gives the field's value, or notes what is wrong with it and gives a value that means
/// nothing: what is built of a row counts only where <see cref="IsSound"/>.
/// </summary>
internal sealed class TableRow(int number, IReadOnlyList<string> fields, TableHead head, ErrorList errors)
{
    /// <summary>The last place before the decimal point that <c>numeric(18,6)</c> keeps.</summary>
    private const decimal LargestNumber = 999_999_999_999m;

    private const int LongestText = 4000;

    /// <summary>What Excel shows where a formula failed.</summary>
    private static readonly HashSet<string> CellErrors = new(StringComparer.Ordinal) { "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!" };

    private HashSet<string>? _refused;

    /// <summary>Row as a spreadsheet counts them.</summary>
    public int At => number;

    /// <summary>True while nothing is wrong with the row.</summary>
    public bool IsSound { get; private set; } = true;

    public void Refuse(string column, Refusal refusal)
    {
        IsSound = false;
        (_refused ??= new(StringComparer.Ordinal)).Add(column);
        errors.Add(new ImportError(number, column, refusal));
    }

    public void Refuse(string column, string code, params object[] arguments) => Refuse(column, new Refusal(code, null, arguments));

    /// <summary>
    /// Notes what a rule of a feature refuses, each beside the column that its field was read from. Of a field that could not be read nothing
    /// more is said.
    /// </summary>
    /// <param name="otherwise">The column of a refusal that names none of the fields.</param>
    public void Refuse(IEnumerable<Refusal> refusals, IReadOnlyDictionary<string, string> columnOfField, string otherwise = "")
    {
        foreach (var refusal in refusals)
        {
            var column = refusal.Field is null ? otherwise : columnOfField.GetValueOrDefault(refusal.Field, otherwise);
            if (!IsTold(column))
                Refuse(column, refusal);
        }
    }

    /// <summary>What stands in the field; null where it is empty.</summary>
    public string? Text(string column, int most = LongestText)
    {
        if (!head.Places.TryGetValue(column, out var place))
        {
            // The header was refused for it already, unless it may be missing.
            IsSound &= head.MayMiss(column);
            return null;
        }

        var text = fields[place];
        if (text.Length == 0)
            return null;
        if (text.Any(char.IsControl))
            Refuse(column, ImportRefusal.ControlCharacter, string.Create(CultureInfo.InvariantCulture, $"U+{(int)text.First(char.IsControl):X4}"));
        if (text[0] == '#' && CellErrors.Contains(text))
            Refuse(column, ImportRefusal.CellError, text);
        if (text.Length > most)
            Refuse(column, ImportRefusal.TextTooLong, most);
        return text;
    }

    /// <summary>What stands in the field, whatever it is; notes nothing.</summary>
    public string? Peek(string column) => head.Places.TryGetValue(column, out var place) && fields[place].Length > 0 ? fields[place] : null;

    /// <summary>A text that machines compare (a number of a licence, a phone): full-width characters are made narrow.</summary>
    public string? Number(string column, int most) => Text(column, most) is { } text ? Keyboard.Narrow(text) : null;

    public string RequiredNumber(string column, int most) => Number(column, most) ?? Missing(column, "");

    public string RequiredText(string column, int most = LongestText) => Text(column, most) ?? Missing(column, "");

    public string[] List(string column) =>
        Text(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A number with its digits as written; no thousands separators, no exponent.</summary>
    /// <param name="decimals">Most decimals; null for as many as there are.</param>
    public decimal? Decimal(string column, int? decimals = 6)
    {
        if (Text(column) is not { } text)
            return null;
        if (!decimal.TryParse(Keyboard.Narrow(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            Refuse(column, ImportRefusal.NotANumber, text);
        else if (Math.Abs(value) > LargestNumber)
            Refuse(column, ImportRefusal.OutOfRange, -LargestNumber, LargestNumber, value);
        else if (decimals is { } most && value != Math.Round(value, most))
            Refuse(column, ImportRefusal.TooFine, most);
        else
            return value;
        return null;
    }

    /// <summary>Degrees as phones and maps write them, rounded to the 7 decimals that are kept (a centimetre).</summary>
    public decimal? Degrees(string column)
    {
        if (Text(column) is not { } text)
            return null;
        // Which of the two it is the rules ask later, together with the other one: they may stand the wrong way round.
        var isNorth = column.StartsWith("lat", StringComparison.Ordinal);
        if (decimal.TryParse(Keyboard.Narrow(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) && Math.Abs(plain) <= 360)
            return Math.Round(plain, 7);
        var read = isNorth ? CoordinateText.ParseLatitude(text) : CoordinateText.ParseLongitude(text);
        if (read.IsDone)
            return Math.Round(read.Value, 7);
        Refuse(column, read.Refusals[0]);
        return null;
    }

    /// <summary>A number that must be there and not be below zero.</summary>
    public decimal Amount(string column, int decimals = 6)
    {
        if (Peek(column) is null)
            return Missing(column, 0m);
        var value = Decimal(column, decimals) ?? 0;
        if (value < 0)
            Refuse(column, ImportRefusal.OutOfRange, 0, LargestNumber, value);
        return value;
    }

    /// <summary>The same, above zero.</summary>
    public decimal PositiveAmount(string column, int decimals = 6)
    {
        if (Peek(column) is null)
            return Missing(column, 0m);
        if (Decimal(column, decimals) is not { } value)
            return 0;
        if (value <= 0)
            Refuse(column, ImportRefusal.NotPositive, value);
        return value;
    }

    public int Whole(string column, int least, int most)
    {
        if (Text(column) is not { } text)
            return Missing(column, least);
        if (!int.TryParse(Keyboard.Narrow(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            Refuse(column, ImportRefusal.NotAWholeNumber, text);
        else if (value < least || value > most)
            Refuse(column, ImportRefusal.OutOfRange, Plain(least), Plain(most), Plain(value));
        return value;
    }

    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (CellText.TryDay(text, head.Counts1904, out var day))
            return day;
        Refuse(column, ImportRefusal.NotADay, text);
        return null;
    }

    public DateOnly RequiredDay(string column) =>
        Peek(column) is null ? Missing(column, default(DateOnly)) : Day(column) ?? default;

    /// <summary>A day of any year, as <c>04-10</c>.</summary>
    public MonthDay DayOfYear(string column)
    {
        if (Text(column) is not { } text)
            return Missing(column, default(MonthDay));
        if (!CellText.TryMonthDay(text, head.Counts1904, out var day))
            Refuse(column, ImportRefusal.NotADayOfTheYear, text);
        return day;
    }

    public bool Truth(string column)
    {
        var text = RequiredText(column);
        if (text.Length > 0 && !bool.TryParse(text, out _))
            Refuse(column, ImportRefusal.NotTrueOrFalse, text);
        return bool.TryParse(text, out var truth) && truth;
    }

    /// <summary>One of the names of an enumeration, in any case, or another word for it (<see cref="ChoiceWords{TEnum}"/>); its numbers are no words.</summary>
    public TEnum Choice<TEnum>(string column) where TEnum : struct, Enum
    {
        if (Text(column) is not { } text)
            return Missing(column, default(TEnum));
        if (ChoiceWords<TEnum>.Find(text) is { } found)
            return found;
        Refuse(column, ImportRefusal.NotAChoice, text, ChoiceWords<TEnum>.Told);
        return default;
    }

    /// <summary>A code with its check character.</summary>
    public TCode Code<TCode>(string column) where TCode : struct, ICode<TCode> => Parsed(column, text => TCode.Parse(text));

    /// <summary>What a reader of Core makes of the field, which must be filled.</summary>
    public T Parsed<T>(string column, Func<string, Outcome<T>> parse) where T : struct
    {
        if (Text(column) is not { } text)
            return Missing(column, default(T));
        var parsed = parse(text);
        if (parsed.IsDone)
            return parsed.Value;
        Refuse(column, parsed.Refusals[0]);
        return default;
    }

    /// <summary>The name of something that must be there; null where the field is empty.</summary>
    public string? Reference(string column, IReadOnlySet<string> known, Bilingual what)
    {
        if (Text(column) is not { } text)
            return null;
        if (!known.Contains(text))
            Refuse(column, ImportRefusal.Unknown, text, what);
        return text;
    }

    public string RequiredReference(string column, IReadOnlySet<string> known, Bilingual what) =>
        Reference(column, known, what) ?? Missing(column, "");

    private bool IsTold(string column) => _refused?.Contains(column) == true || (column.Length > 0 && !head.Places.ContainsKey(column));

    // A year is no amount: it bears no separators.
    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private T Missing<T>(string column, T nothing)
    {
        IsSound = false;
        // Where the whole column is missing, the header was refused for it.
        if (head.Places.ContainsKey(column))
            Refuse(column, ImportRefusal.Missing);
        return nothing;
    }
}
