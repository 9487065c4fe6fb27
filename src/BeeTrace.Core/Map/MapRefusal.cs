namespace BeeTrace.Core.Map;

/// <summary>What the map, questions by place and notices refuse.</summary>
public static class MapRefusal
{
    /// <summary>A distance is missing or outside what can be asked. Arguments: least and most metres.</summary>
    public const string RadiusOutOfRange = "map.radius-out-of-range";

    /// <summary>What the notice warns of is missing. No arguments.</summary>
    public const string KindMissing = "map.kind-missing";

    /// <summary>First or last day is missing. No arguments.</summary>
    public const string DayMissing = "map.day-missing";

    /// <summary>The last day is over already. Arguments: today.</summary>
    public const string DaysPast = "map.days-past";

    /// <summary>The last day lies before the first. Arguments: first day.</summary>
    public const string EndsBeforeItBegins = "map.ends-before-it-begins";

    /// <summary>The notice speaks of too many days. Arguments: most days.</summary>
    public const string TooManyDays = "map.too-many-days";

    /// <summary>The notice begins too far ahead. Arguments: latest first day.</summary>
    public const string TooFarAhead = "map.too-far-ahead";

    /// <summary>Crop and medicine, or the disease, are missing. No arguments.</summary>
    public const string SubjectMissing = "map.subject-missing";

    /// <summary>A text is too long. Arguments: most characters.</summary>
    public const string TextTooLong = "map.text-too-long";

    /// <summary>Whoever sprays cannot be asked: the contact is missing. No arguments.</summary>
    public const string ContactMissing = "map.contact-missing";

    /// <summary>
    /// Spraying from the air is to be told five days ahead (article 12); to be confirmed, as late is better than never.
    /// Arguments: first day that would be in time.
    /// </summary>
    public const string LateForAir = "map.late-for-air";

    /// <summary>No notice has this code. Arguments: the code.</summary>
    public const string NoticeUnknown = "map.notice-unknown";

    /// <summary>The notice was withdrawn before. Arguments: its code.</summary>
    public const string WithdrawnBefore = "map.withdrawn-before";

    /// <summary>The notice's last day is over; there is nothing left to withdraw. Arguments: its code.</summary>
    public const string NoticeOver = "map.notice-over";

    /// <summary>The reason for a withdrawal is missing. No arguments.</summary>
    public const string WhyMissing = "map.why-missing";

    /// <summary>An announcement does not say whether it is sprayed from the ground or from the air. No arguments.</summary>
    public const string SprayingMissing = "map.spraying-missing";

    /// <summary>An announcement does not say who sprays. No arguments.</summary>
    public const string NameMissing = "map.name-missing";

    /// <summary>An announcement gives no phone number. No arguments.</summary>
    public const string PhoneMissing = "map.phone-missing";

    /// <summary>No announcement has this id. No arguments.</summary>
    public const string AnnouncementUnknown = "map.announcement-unknown";

    /// <summary>The reason why no notice is issued is missing. No arguments.</summary>
    public const string RefusalWhyMissing = "map.refusal-why-missing";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        RadiusOutOfRange, KindMissing, DayMissing, DaysPast, EndsBeforeItBegins, TooManyDays, TooFarAhead, SubjectMissing, TextTooLong, ContactMissing,
        LateForAir, NoticeUnknown, WithdrawnBefore, NoticeOver, WhyMissing,
        SprayingMissing, NameMissing, PhoneMissing, AnnouncementUnknown, RefusalWhyMissing,
    ];
}
