using System.Globalization;
using BeeTrace.Core;

namespace BeeTrace.Web.Shell.Display;

/// <summary>A day, or a moment, as people write it.</summary>
public static class Days
{
    /// <summary>For tables and machines: <c>2026-05-20</c>.</summary>
    public static string Short(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment in China's time: <c>2026-05-20 14:02</c>.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(Data.ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For sentences: <c>2026年5月20日</c>, <c>20 May 2026</c>.</summary>
    public static Bilingual InWords(DateOnly day) => new(
        day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}
