using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Import;

/// <summary>
/// One row of a table. Each reader gives the field's value, or notes what is wrong with it and gives a value that means
/// nothing: what is built of a row counts only where <see cref="IsSound"/>.
/// </summary>
internal sealed class CsvRow(int number, string[] fields, IReadOnlyDictionary<string, int> places, List<ImportError> errors)
{
    /// <summary>The last place before the decimal point that <c>numeric(18,6)</c> keeps.</summary>
    private const decimal LargestNumber = 999_999_999_999m;

    private const int LongestText = 4000;

    private HashSet<string>? _refused;

    /// <summary>Row as a spreadsheet counts them.</summary>
    public int Number => number;

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
        if (!places.TryGetValue(column, out var place))
        {
            // The header was refused for it already.
            IsSound = false;
            return null;
        }

        var text = fields[place];
        if (text.Length == 0)
            return null;
        if (text.Any(char.IsControl))
            Refuse(column, ImportRefusal.ControlCharacter, string.Create(CultureInfo.InvariantCulture, $"U+{(int)text.First(char.IsControl):X4}"));
        if (text.Length > most)
            Refuse(column, ImportRefusal.TextTooLong, most);
        return text;
    }

    /// <summary>What stands in the field, whatever it is; notes nothing.</summary>
    public string? Peek(string column) => places.TryGetValue(column, out var place) && fields[place].Length > 0 ? fields[place] : null;

    public string RequiredText(string column, int most = LongestText) => Text(column, most) ?? Missing(column, "");

    public string[] List(string column) =>
        Text(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A number with its digits as written; no thousands separators, no exponent.</summary>
    /// <param name="decimals">Most decimals; null for as many as there are.</param>
    public decimal? Decimal(string column, int? decimals = 6)
    {
        if (Text(column) is not { } text)
            return null;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            Refuse(column, ImportRefusal.NotANumber, text);
        else if (Math.Abs(value) > LargestNumber)
            Refuse(column, ImportRefusal.OutOfRange, -LargestNumber, LargestNumber, value);
        else if (decimals is { } most && value != Math.Round(value, most))
            Refuse(column, ImportRefusal.TooFine, most);
        else
            return value;
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
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            Refuse(column, ImportRefusal.NotAWholeNumber, text);
        else if (value < least || value > most)
            Refuse(column, ImportRefusal.OutOfRange, Plain(least), Plain(most), Plain(value));
        return value;
    }

    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
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
        if (!MonthDay.TryParse(text, out var day))
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

    /// <summary>One of the names of an enumeration, in any case; its numbers are no words.</summary>
    public TEnum Choice<TEnum>(string column) where TEnum : struct, Enum
    {
        if (Text(column) is not { } text)
            return Missing(column, default(TEnum));
        var names = Enum.GetNames<TEnum>();
        if (Array.Find(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<TEnum>(found);
        Refuse(column, ImportRefusal.NotAChoice, text, string.Join(", ", names));
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

    private bool IsTold(string column) => _refused?.Contains(column) == true || (column.Length > 0 && !places.ContainsKey(column));

    // A year is no amount: it bears no separators.
    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private T Missing<T>(string column, T nothing)
    {
        IsSound = false;
        // Where the whole column is missing, the header was refused for it.
        if (places.ContainsKey(column))
            Refuse(column, ImportRefusal.Missing);
        return nothing;
    }
}
