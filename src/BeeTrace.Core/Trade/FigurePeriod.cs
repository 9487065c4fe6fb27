using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BeeTrace.Core.Trade;

/// <summary>
/// The whole months that a figure covers, the least that customs publish: a year, a quarter, a month, or any months in a row. The same months
/// are the same period however they were written: <c>2018-01..2018-12</c> is <c>2018</c>.
/// </summary>
public sealed record FigurePeriod
{
    /// <summary>First year that a period is read of. House rule: nobody here asks for older figures, and a slip of the pen does not become a year.</summary>
    public const int FirstYear = 1950;

    /// <summary>Last year that a period is read of.</summary>
    public const int LastYear = 2100;

    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>Months since the year 0, so that a year is twelve of them.</summary>
    private readonly int _first;

    private readonly int _last;

    private FigurePeriod(int first, int last) => (_first, _last) = (first, last);

    /// <summary>First day.</summary>
    public DateOnly From => FirstDay(_first);

    /// <summary>Last day.</summary>
    public DateOnly To => FirstDay(_last + 1).AddDays(-1);

    /// <summary>How many months.</summary>
    public int Months => _last - _first + 1;

    /// <summary>The same months one year before.</summary>
    public FigurePeriod SamePeriodYearBefore => new(_first - MonthsOfYear, _last - MonthsOfYear);

    private bool IsYear => Months == MonthsOfYear && _first % MonthsOfYear == 0;

    private bool IsQuarter => Months == MonthsOfQuarter && _first % MonthsOfQuarter == 0;

    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public static FigurePeriod OfYear(int year) => OfMonths(year, 1, year, MonthsOfYear);

    /// <param name="year">The year.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter or year.</exception>
    public static FigurePeriod OfQuarter(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return OfMonths(year, MonthsOfQuarter * (quarter - 1) + 1, year, MonthsOfQuarter * quarter);
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such month or year.</exception>
    public static FigurePeriod OfMonth(int year, int month) => OfMonths(year, month, year, month);

    /// <summary>The months from one to another, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month or year, or the last is before the first.</exception>
    public static FigurePeriod OfMonths(int fromYear, int fromMonth, int toYear, int toMonth)
    {
        var (first, last) = (Number(fromYear, fromMonth), Number(toYear, toMonth));
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first, nameof(toMonth));
        return new(first, last);

        static int Number(int year, int month)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
            ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(month, MonthsOfYear);
            return year * MonthsOfYear + month - 1;
        }
    }

    /// <summary>The period of some days; null when they are not whole months in a row.</summary>
    public static FigurePeriod? OfDays(DateOnly from, DateOnly to) =>
        from.Year >= FirstYear && to.Year <= LastYear && from <= to && from.Day == 1 && to.AddDays(1).Day == 1
            ? OfMonths(from.Year, from.Month, to.Year, to.Month)
            : null;

    /// <summary>Reads the word of an address: <c>2018</c>, <c>2018-Q2</c>, <c>2018-05</c>, <c>2022-01..2022-11</c>; null when it is none.</summary>
    public static FigurePeriod? Parse(string? text)
    {
        if (text?.Split("..") is not { Length: 1 or 2 } ends || ReadEnd(ends[0]) is not { } first)
            return null;
        if (ends.Length == 1)
            return first;
        return first.Months == 1 && ReadEnd(ends[1]) is { Months: 1 } last && last._first >= first._first ? new(first._first, last._last) : null;
    }

    /// <summary>For addresses whose parameter is a period.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FigurePeriod? period) => (period = Parse(text)) is not null;

    /// <summary>True when its last day is past.</summary>
    /// <param name="today">Today in the county.</param>
    public bool IsOver(DateOnly today) => To < today;

    /// <summary>Its months that are over: itself when it is over, fewer while it runs, null when none is.</summary>
    /// <param name="today">Today in the county.</param>
    public FigurePeriod? PartOver(DateOnly today)
    {
        var last = Math.Min(_last, today.Year * MonthsOfYear + today.Month - 2);
        return last < _first ? null : new(_first, last);
    }

    /// <summary>The period for people.</summary>
    public Bilingual Describe()
    {
        if (IsYear)
            return new($"{From.Year}年", $"{From.Year}");
        if (IsQuarter)
            return new($"{From.Year} 年第 {Quarter} 季度", $"quarter {Quarter} of {From.Year}");
        var (from, to) = (EnglishMonth(From), EnglishMonth(To));
        if (Months == 1)
            return new($"{From.Year} 年 {From.Month} 月", $"{from} {From.Year}");
        return From.Year == To.Year
            ? new($"{From.Year} 年 {From.Month}—{To.Month} 月", $"{from} to {to} {To.Year}")
            : new($"{From.Year} 年 {From.Month} 月至 {To.Year} 年 {To.Month} 月", $"{from} {From.Year} to {to} {To.Year}");
    }

    /// <summary>The word for an address, which <see cref="Parse"/> reads back.</summary>
    public override string ToString()
    {
        if (IsYear)
            return Invariant($"{From.Year:0000}");
        if (IsQuarter)
            return Invariant($"{From.Year:0000}-Q{Quarter}");
        return Months == 1 ? Invariant($"{From:yyyy-MM}") : Invariant($"{From:yyyy-MM}..{To:yyyy-MM}");
    }

    private int Quarter => (From.Month + 2) / MonthsOfQuarter;

    private static FigurePeriod? ReadEnd(string text)
    {
        if (text.Length < 4 || Read(text.AsSpan(0, 4)) is not { } year || year is < FirstYear or > LastYear)
            return null;
        return text.Length switch
        {
            4 => OfYear(year),
            7 when text[4] == '-' && text[5] is 'Q' or 'q' && text[6] is >= '1' and <= '4' => OfQuarter(year, text[6] - '0'),
            7 when text[4] == '-' && Read(text.AsSpan(5)) is { } month and >= 1 and <= MonthsOfYear => OfMonth(year, month),
            _ => null,
        };
    }

    private static int? Read(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly FirstDay(int month) => new(month / MonthsOfYear, month % MonthsOfYear + 1, 1);

    private static string EnglishMonth(DateOnly day) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
