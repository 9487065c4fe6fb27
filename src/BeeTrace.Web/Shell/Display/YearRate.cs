using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Shell.Display;

/// <summary>The pass rate of one year.</summary>
/// <param name="Year">Calendar year of sampling.</param>
/// <param name="Rate">What was judged in it; nothing judged is a gap, counts without bounds are a lone dot.</param>
public sealed record YearRate(int Year, PassRate Rate);
