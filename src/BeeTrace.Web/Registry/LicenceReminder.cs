using BeeTrace.Core;

namespace BeeTrace.Web.Registry;

/// <summary>When a beekeeper is reminded that the licence ends, and how its state is said.</summary>
public static class LicenceReminder
{
    /// <summary>House rule: long enough to apply for a new licence without haste.</summary>
    public const int FirstDays = 90;

    /// <summary>House rule: now it is time.</summary>
    public const int LastDays = 30;

    /// <summary>The reminder that is due; null while the end is far.</summary>
    public static Bilingual? Of(DateOnly expires, DateOnly today) => (expires.DayNumber - today.DayNumber) switch
    {
        < 0 => RegistryText.LicenceEnded(expires),
        <= LastDays and var days => FieldText.LicenceEndsIn(days, expires),
        <= FirstDays => RegistryText.LicenceEnds(expires),
        _ => null,
    };

    public static Bilingual State(DateOnly issued, DateOnly expires, DateOnly today) =>
        today < issued ? FieldText.LicenceNotYet
        : today > expires ? FieldText.LicenceHasEnded
        : expires.DayNumber - today.DayNumber <= FirstDays ? FieldText.LicenceSoonEnds
        : FieldText.LicenceValid;
}
