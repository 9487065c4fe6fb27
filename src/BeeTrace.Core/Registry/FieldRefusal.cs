namespace BeeTrace.Core.Registry;

/// <summary>What Registry refuses of an entry from the field: leaving, counts, medicines, diseases, pictures, receipts.</summary>
public static class FieldRefusal
{
    /// <summary>The day is missing. No arguments.</summary>
    public const string DayMissing = "registry.day-missing";

    /// <summary>The day is still to come. Arguments: today.</summary>
    public const string DayInFuture = "registry.day-in-future";

    /// <summary>The day lies before there was a register. Arguments: the earliest day.</summary>
    public const string DayTooEarly = "registry.day-too-early";

    /// <summary>A text is longer than is kept. Arguments: most characters.</summary>
    public const string TextTooLong = "registry.text-too-long";

    /// <summary>The apiary is closed. Arguments: the day it was closed.</summary>
    public const string ApiaryClosed = "registry.apiary-closed";

    /// <summary>The apiary stands nowhere, so there is no stay to end. No arguments.</summary>
    public const string StandsNowhere = "registry.stands-nowhere";

    /// <summary>A stay cannot end on or before its first day. Arguments: the first day.</summary>
    public const string LeftTooEarly = "registry.left-too-early";

    /// <summary>Fewer than one colony was counted. Arguments: fewest allowed.</summary>
    public const string CountTooFew = "registry.count-too-few";

    /// <summary>What the medicine is against is missing. No arguments.</summary>
    public const string IndicationMissing = "registry.indication-missing";

    /// <summary>The medicine's name is missing. No arguments.</summary>
    public const string MedicineMissing = "registry.medicine-missing";

    /// <summary>How the medicine was given is missing. No arguments.</summary>
    public const string RouteMissing = "registry.route-missing";

    /// <summary>A day is no day. Arguments: what was typed.</summary>
    public const string DayUnreadable = "registry.day-unreadable";

    /// <summary>The treatment ends before it begins. Arguments: its first day.</summary>
    public const string EndsBeforeStart = "registry.treatment-ends-before-start";

    /// <summary>Whether the withdrawal period is known was not said. No arguments.</summary>
    public const string WithdrawalMissing = "registry.withdrawal-missing";

    /// <summary>The withdrawal period is said to be known, but its days are missing or no number. No arguments.</summary>
    public const string WithdrawalDaysMissing = "registry.withdrawal-days-missing";

    /// <summary>The withdrawal period is said to be unknown, and days are given all the same. No arguments.</summary>
    public const string WithdrawalDaysUnwanted = "registry.withdrawal-days-unwanted";

    /// <summary>Withdrawal days below 0 or beyond a year. Arguments: most days.</summary>
    public const string WithdrawalDaysOutOfRange = "registry.withdrawal-days-out-of-range";

    /// <summary>The treatment to be corrected is not one of this apiary. No arguments.</summary>
    public const string TreatmentUnknown = "registry.treatment-unknown";

    /// <summary>The disease is missing. No arguments.</summary>
    public const string DiseaseMissing = "registry.disease-missing";

    /// <summary>A disease that is not in the list must be told in words. No arguments.</summary>
    public const string SignsMissing = "registry.signs-missing";

    /// <summary>The place looks as if its numbers were of another datum. Arguments: first day of the earlier place that would fit, the datum that would fit.</summary>
    public const string LooksShifted = "registry.looks-shifted";

    /// <summary>Something else was registered since the form was opened. No arguments.</summary>
    public const string StayChanged = "registry.stay-changed";

    /// <summary>An entry with this id has arrived, with another content. Arguments: its receipt.</summary>
    public const string EntryTaken = "registry.entry-taken";

    /// <summary>The entry cannot be read: no id, or not the fields of the form. No arguments.</summary>
    public const string EntryUnreadable = "registry.entry-unreadable";

    /// <summary>The entry was made by somebody else who used this phone. No arguments.</summary>
    public const string OtherAccount = "registry.other-account";

    /// <summary>No picture was chosen. No arguments.</summary>
    public const string PhotoMissing = "registry.photo-missing";

    /// <summary>The file is too large. Arguments: most megabytes.</summary>
    public const string PhotoTooLarge = "registry.photo-too-large";

    /// <summary>The file is no JPEG picture. No arguments.</summary>
    public const string PhotoNotJpeg = "registry.photo-not-jpeg";

    /// <summary>The picture is cut off or damaged. No arguments.</summary>
    public const string PhotoBroken = "registry.photo-broken";

    /// <summary>The picture has more pixels than are kept. Arguments: its megapixels, most megapixels.</summary>
    public const string PhotoTooManyPixels = "registry.photo-too-many-pixels";

    /// <summary>The apiary has as many pictures as are kept. Arguments: most pictures.</summary>
    public const string PhotosFull = "registry.photos-full";

    /// <summary>The corrected stay would begin before the one before it ends. Arguments: the earliest day.</summary>
    public const string BeforeEarlierStay = "registry.before-earlier-stay";

    /// <summary>Something was harvested on a day that would fall out of the corrected stay. Arguments: the day.</summary>
    public const string HarvestOutside = "registry.harvest-outside-correction";

    /// <summary>A stay is taken back from which something was harvested. Arguments: the first such day.</summary>
    public const string HarvestedThere = "registry.harvested-there";

    /// <summary>The only stay of an apiary is corrected, not taken back. No arguments.</summary>
    public const string OnlyStay = "registry.only-stay";

    /// <summary>The correction says what is registered already. No arguments.</summary>
    public const string NothingCorrected = "registry.nothing-corrected";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DayMissing, DayInFuture, DayTooEarly, DayUnreadable, TextTooLong, ApiaryClosed, StandsNowhere, LeftTooEarly, CountTooFew,
        IndicationMissing, MedicineMissing, RouteMissing, EndsBeforeStart, WithdrawalMissing, WithdrawalDaysMissing, WithdrawalDaysUnwanted,
        WithdrawalDaysOutOfRange, TreatmentUnknown, DiseaseMissing, SignsMissing, LooksShifted, StayChanged, EntryTaken, EntryUnreadable, OtherAccount,
        PhotoMissing, PhotoTooLarge, PhotoNotJpeg, PhotoBroken, PhotoTooManyPixels, PhotosFull,
        BeforeEarlierStay, HarvestOutside, HarvestedThere, OnlyStay, NothingCorrected,
    ];
}
