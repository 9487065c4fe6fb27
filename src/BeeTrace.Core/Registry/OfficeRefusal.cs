namespace BeeTrace.Core.Registry;

/// <summary>What the register refuses to the county's office and to firms, beside <see cref="RegistryRefusal"/>.</summary>
public static class OfficeRefusal
{
    /// <summary>A beekeeper's name is missing. No arguments.</summary>
    public const string BeekeeperNameMissing = "registry.beekeeper-name-missing";

    /// <summary>The kind of beekeeper is missing. No arguments.</summary>
    public const string BeekeeperKindMissing = "registry.beekeeper-kind-missing";

    /// <summary>The licence's number is missing. No arguments.</summary>
    public const string LicenceNumberMissing = "registry.licence-number-missing";

    /// <summary>The licence's day of issue is missing. No arguments.</summary>
    public const string LicenceDayMissing = "registry.licence-day-missing";

    /// <summary>A licence that is issued on a day to come. Arguments: latest day allowed.</summary>
    public const string LicenceFromFuture = "registry.licence-from-future";

    /// <summary>A licence older than the first of them. Arguments: earliest day allowed.</summary>
    public const string LicenceTooOld = "registry.licence-too-old";

    /// <summary>A renewal that is not later than the licence. Arguments: the licence's day of issue.</summary>
    public const string RenewalNotLater = "registry.renewal-not-later";

    /// <summary>The county is missing. No arguments.</summary>
    public const string CountyMissing = "registry.county-missing";

    /// <summary>No such county is known here. Arguments: the code.</summary>
    public const string CountyUnknown = "registry.county-unknown";

    /// <summary>Whoever applies must be reached by phone. No arguments.</summary>
    public const string PhoneMissing = "registry.phone-missing";

    /// <summary>Somebody signs in with this address or number already. Arguments: the address or number.</summary>
    public const string SignInNameTaken = "registry.sign-in-name-taken";

    /// <summary>No application has this id. No arguments.</summary>
    public const string ApplicationUnknown = "registry.application-unknown";

    /// <summary>So many applications wait that no more are taken. No arguments.</summary>
    public const string ApplicationsFull = "registry.applications-full";

    /// <summary>Not a phone number. Arguments: what was typed.</summary>
    public const string PhoneMalformed = "registry.phone-malformed";

    /// <summary>Not an identity number; what was typed is not repeated. No arguments.</summary>
    public const string IdentityMalformed = "registry.identity-malformed";

    /// <summary>The day of birth in an identity number is none. No arguments.</summary>
    public const string IdentityBirthDay = "registry.identity-birth-day";

    /// <summary>The check character of an identity number does not fit. No arguments.</summary>
    public const string IdentityCheck = "registry.identity-check";

    /// <summary>A cooperative or company has no identity number. No arguments.</summary>
    public const string IdentityOfPersonsOnly = "registry.identity-of-persons-only";

    /// <summary>No identity number is kept. No arguments.</summary>
    public const string IdentityMissing = "registry.identity-missing";

    /// <summary>The key of this installation does not open the identity number. No arguments.</summary>
    public const string IdentityKeyWrong = "registry.identity-key-wrong";

    /// <summary>A reason is missing. No arguments.</summary>
    public const string ReasonMissing = "registry.reason-missing";

    /// <summary>No beekeeper has this licence number. Arguments: the number.</summary>
    public const string BeekeeperUnknown = "registry.beekeeper-unknown";

    /// <summary>No apiary has this code. Arguments: the code.</summary>
    public const string CodeUnknown = "registry.code-unknown";

    /// <summary>An entry cannot be merged into itself. No arguments.</summary>
    public const string MergeIntoItself = "registry.merge-into-itself";

    /// <summary>The other entry does not count itself. Arguments: its code.</summary>
    public const string MergeIntoUnsound = "registry.merge-into-unsound";

    /// <summary>The entry that would be merged has an account. Arguments: its licence number.</summary>
    public const string MergeHasAccount = "registry.merge-has-account";

    /// <summary>The entry that would be merged belongs to a filed base. Arguments: its licence number, the filing number.</summary>
    public const string MergeInBase = "registry.merge-in-base";

    /// <summary>A day before the thing began. Arguments: earliest day allowed.</summary>
    public const string DayBefore = "registry.day-before";

    /// <summary>A period ends before or on the day it began. Arguments: the day it began.</summary>
    public const string EndsBeforeItBegins = "registry.ends-before-it-begins";

    /// <summary>The findings are missing. No arguments.</summary>
    public const string FindingsMissing = "registry.findings-missing";

    /// <summary>A number of colonies that cannot be. Arguments: most allowed, what was given.</summary>
    public const string ColoniesOutOfRange = "registry.colonies-out-of-range";

    /// <summary>Another disease is not named. No arguments.</summary>
    public const string DiseaseUnnamed = "registry.disease-unnamed";

    /// <summary>One disease is reported twice. No arguments.</summary>
    public const string DiseaseTwice = "registry.disease-twice";

    /// <summary>A firm's name is missing. No arguments.</summary>
    public const string FirmNameMissing = "registry.firm-name-missing";

    /// <summary>The kind of firm is missing. No arguments.</summary>
    public const string FirmKindMissing = "registry.firm-kind-missing";

    /// <summary>A firm with this credit code is registered. Arguments: the code.</summary>
    public const string FirmTaken = "registry.firm-taken";

    /// <summary>No firm has this credit code. Arguments: the code.</summary>
    public const string FirmUnknown = "registry.firm-unknown";

    /// <summary>The filing number is missing. No arguments.</summary>
    public const string FilingNumberMissing = "registry.filing-number-missing";

    /// <summary>No base of the firm has this number. Arguments: the number.</summary>
    public const string BaseUnknown = "registry.base-unknown";

    /// <summary>The filing of the base has ended. Arguments: the day.</summary>
    public const string BaseEnded = "registry.base-ended";

    /// <summary>A base ends before one of its members joined or left. Arguments: earliest day allowed.</summary>
    public const string BaseEndsBeforeMembers = "registry.base-ends-before-members";

    /// <summary>The beekeeper is no member of the base now. No arguments.</summary>
    public const string NoMember = "registry.no-member";

    /// <summary>A choice was not made. No arguments.</summary>
    public const string ChoiceMissing = "registry.choice-missing";

    /// <summary>A title is missing. No arguments.</summary>
    public const string TitleMissing = "registry.title-missing";

    /// <summary>What proves an honour is missing. No arguments.</summary>
    public const string EvidenceMissing = "registry.evidence-missing";

    /// <summary>A standard's number is missing. No arguments.</summary>
    public const string StandardNumberMissing = "registry.standard-number-missing";

    /// <summary>The standard is recorded for this firm already. Arguments: its number.</summary>
    public const string StandardTwice = "registry.standard-twice";

    /// <summary>Not a year that can be meant. Arguments: first and last year allowed.</summary>
    public const string YearOutOfRange = "registry.year-out-of-range";

    /// <summary>A nectar source's name is missing. No arguments.</summary>
    public const string SourceNameMissing = "registry.source-name-missing";

    /// <summary>A day of the bloom window is missing or cannot be read. No arguments.</summary>
    public const string BloomDayMissing = "registry.bloom-day-missing";

    /// <summary>The bloom begins and ends on one day. Arguments: the day.</summary>
    public const string BloomOfNoDays = "registry.bloom-of-no-days";

    /// <summary>An area that cannot be. Arguments: most mu allowed.</summary>
    public const string AreaOutOfRange = "registry.area-out-of-range";

    /// <summary>A corner lies outside the country. Arguments: its latitude and longitude on WGS-84.</summary>
    public const string OutsideCountry = "registry.outside-country";

    /// <summary>No nectar source has this code. Arguments: the code.</summary>
    public const string SourceUnknown = "registry.source-unknown";

    /// <summary>The nectar source is closed already. Arguments: the day.</summary>
    public const string SourceClosed = "registry.source-closed";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        BeekeeperNameMissing, BeekeeperKindMissing, LicenceNumberMissing, LicenceDayMissing, LicenceFromFuture, LicenceTooOld, RenewalNotLater,
        CountyMissing, CountyUnknown, PhoneMissing, PhoneMalformed, SignInNameTaken, ApplicationUnknown, ApplicationsFull,
        IdentityMalformed, IdentityBirthDay, IdentityCheck, IdentityOfPersonsOnly,
        IdentityMissing, IdentityKeyWrong, ReasonMissing, BeekeeperUnknown, CodeUnknown, MergeIntoItself, MergeIntoUnsound, MergeHasAccount, MergeInBase,
        DayBefore, EndsBeforeItBegins, FindingsMissing, ColoniesOutOfRange, DiseaseUnnamed, DiseaseTwice,
        FirmNameMissing, FirmKindMissing, FirmTaken, FirmUnknown, FilingNumberMissing, BaseUnknown, BaseEnded, BaseEndsBeforeMembers, NoMember, ChoiceMissing,
        TitleMissing, EvidenceMissing, StandardNumberMissing, StandardTwice, YearOutOfRange,
        SourceNameMissing, BloomDayMissing, BloomOfNoDays, AreaOutOfRange, OutsideCountry, SourceUnknown, SourceClosed,
    ];
}
