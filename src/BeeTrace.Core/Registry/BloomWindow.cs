using System.Globalization;

namespace BeeTrace.Core.Registry;

/// <summary>A date without a year, such as the 10th of April.</summary>
public readonly record struct MonthDay : IComparable<MonthDay>
{
    /// <summary>A leap year, so that 29 February is a date.</summary>
    private const int LeapYear = 2000;

    /// <exception cref="ArgumentOutOfRangeException">No such date in any year.</exception>
    public MonthDay(int month, int day)
    {
        _ = new DateOnly(LeapYear, month, day);
        (Month, Day) = (month, day);
    }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Reads <c>04-10</c>.</summary>
    public static bool TryParse(string? text, out MonthDay monthDay)
    {
        var isDate = DateOnly.TryParseExact($"{LeapYear}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        monthDay = isDate ? new MonthDay(date.Month, date.Day) : default;
        return isDate;
    }

    /// <summary>The day in this year; 29 February becomes the 28th in a common year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <summary>The form <c>04-10</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;
}

/// <summary>When a plant is in full bloom in a region, both days included. A window from November to January runs over New Year.</summary>
/// <param name="From">First day of full bloom.</param>
/// <param name="To">Last day of full bloom.</param>
public readonly record struct BloomWindow(MonthDay From, MonthDay To)
{
    /// <summary>True when the window runs over New Year.</summary>
    public bool Wraps => From > To;

    /// <summary>True when the day lies in the window of any year, or up to so many days before or after it.</summary>
    /// <param name="day">The harvest day.</param>
    /// <param name="toleranceDays">How far bloom may shift with height and weather.</param>
    public bool Contains(DateOnly day, int toleranceDays = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(toleranceDays);
        for (var year = Math.Max(day.Year - 2, 1); year <= Math.Min(day.Year + 1, 9998); year++)
        {
            var first = From.In(year).DayNumber - toleranceDays;
            var last = To.In(Wraps ? year + 1 : year).DayNumber + toleranceDays;
            if (first <= day.DayNumber && day.DayNumber <= last)
                return true;
        }

        return false;
    }
}
