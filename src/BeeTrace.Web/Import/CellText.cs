using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Import;

/// <summary>What people and spreadsheets make of a day in a cell.</summary>
public static class CellText
{
    /// <summary>Days before this one are counted as if 29 February 1900 had been (a mistake that Excel keeps for its predecessor's sake).</summary>
    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);

    private static readonly DateOnly MacintoshEpoch = new(1904, 1, 1);

    /// <summary>
    /// A day as people write it: <c>2026-5-2</c>, <c>2026/5/2</c>, <c>2026.5.2</c>, <c>2026年5月2日</c>, <c>20260502</c>, with full-width digits or a time
    /// of day behind it, or as the number that a spreadsheet counts days by. The year stands first: in <c>5/2/2026</c> nobody knows the month.
    /// </summary>
    /// <param name="counts1904">The workbook counts days from 1904.</param>
    public static bool TryDay(string text, bool counts1904, out DateOnly day)
    {
        day = default;
        var plain = Keyboard.Narrow(text).Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-').Trim();
        plain = plain.Split(['日', 'T', ' '], 2)[0];
        if (plain.Length == 8 && plain.All(char.IsAsciiDigit))
            return DateOnly.TryParseExact(plain, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        if (plain.Length == 5 && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            day = DayOf(serial, counts1904);
            return true;
        }

        return DateOnly.TryParseExact(plain, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>A day of any year: <c>04-10</c>, <c>4/10</c>, <c>4月10日</c>, or a whole day, which spreadsheets like to make of it.</summary>
    public static bool TryMonthDay(string text, bool counts1904, out MonthDay day)
    {
        day = default;
        if (TryDay(text, counts1904, out var whole))
        {
            day = new MonthDay(whole.Month, whole.Day);
            return true;
        }

        var parts = Keyboard.Narrow(text).Replace('月', '-').Replace('/', '-').Replace('.', '-').TrimEnd('日').Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var dayOfMonth))
            return false;
        return MonthDay.TryParse(string.Create(CultureInfo.InvariantCulture, $"{month:00}-{dayOfMonth:00}"), out day);
    }

    /// <summary>The day behind a spreadsheet's number.</summary>
    internal static DateOnly DayOf(int serial, bool counts1904) =>
        counts1904 ? MacintoshEpoch.AddDays(serial) : ExcelEpoch.AddDays(serial is > 0 and < 61 ? serial + 1 : serial);
}
