namespace BeeTrace.Core.Registry;

/// <summary>What Registry refuses.</summary>
public static class RegistryRefusal
{
    /// <summary>A name is missing. No arguments.</summary>
    public const string NameMissing = "registry.name-missing";

    /// <summary>A name is too long. Arguments: most characters allowed.</summary>
    public const string NameTooLong = "registry.name-too-long";

    /// <summary>The bee species is missing. No arguments.</summary>
    public const string SpeciesMissing = "registry.species-missing";

    /// <summary>The kind of apiary is missing. No arguments.</summary>
    public const string KindMissing = "registry.kind-missing";

    /// <summary>The number of colonies is missing. No arguments.</summary>
    public const string ColoniesMissing = "registry.colonies-missing";

    /// <summary>Fewer than one colony. Arguments: fewest allowed, what was given.</summary>
    public const string ColoniesTooFew = "registry.colonies-too-few";

    /// <summary>More colonies than one apiary holds. Arguments: most allowed, what was given.</summary>
    public const string ColoniesTooMany = "registry.colonies-too-many";

    /// <summary>The latitude or the longitude is missing. No arguments.</summary>
    public const string CoordinateMissing = "registry.coordinate-missing";

    /// <summary>A text is not a coordinate. Arguments: what was typed.</summary>
    public const string CoordinateUnreadable = "registry.coordinate-unreadable";

    /// <summary>A latitude beyond 90° or a longitude beyond 180°. Arguments: what was given, most allowed.</summary>
    public const string CoordinateOutOfRange = "registry.coordinate-out-of-range";

    /// <summary>Latitude and longitude look swapped. Arguments: the latitude and the longitude that were probably meant.</summary>
    public const string CoordinatesSwapped = "registry.coordinates-swapped";

    /// <summary>The datum of the coordinates (phone, AMap, Baidu …) is missing. No arguments.</summary>
    public const string DatumMissing = "registry.datum-missing";

    /// <summary>The place lies outside the county; to be confirmed, as bees do travel. Arguments: the county's name (<see cref="Bilingual"/>).</summary>
    public const string OutsideCounty = "registry.outside-county";

    /// <summary>The first day is missing. No arguments.</summary>
    public const string FromMissing = "registry.from-missing";

    /// <summary>The first day lies too far ahead. Arguments: latest day allowed.</summary>
    public const string FromTooLate = "registry.from-too-late";

    /// <summary>The first day lies before there was a register. Arguments: earliest day allowed.</summary>
    public const string FromTooEarly = "registry.from-too-early";

    /// <summary>The plant in bloom is missing. No arguments.</summary>
    public const string PlantMissing = "registry.plant-missing";

    /// <summary>A placement ends on or before the day on which it begins. Arguments: first day, the given end.</summary>
    public const string PlacementEndsBeforeItBegins = "registry.placement-ends-before-it-begins";

    /// <summary>The colonies stand elsewhere at that time. Arguments: first day of the other placement, the day it ended.</summary>
    public const string PlacementOverlaps = "registry.placement-overlaps";

    /// <summary>The colonies still stand elsewhere; that placement must end first. Arguments: first day of the other placement.</summary>
    public const string PlacementStillOpen = "registry.placement-still-open";

    /// <summary>Not a unified social credit code. Arguments: what was typed.</summary>
    public const string CreditCodeMalformed = "registry.credit-code-malformed";

    /// <summary>The check character of a unified social credit code does not fit. Arguments: what was typed.</summary>
    public const string CreditCodeCheck = "registry.credit-code-check";

    /// <summary>The colonies stand elsewhere on one of these days, found when saving. No arguments.</summary>
    public const string PlacementElsewhere = "registry.placement-elsewhere";

    /// <summary>No plant of the list has this Latin name. Arguments: what was given.</summary>
    public const string PlantUnknown = "registry.plant-unknown";

    /// <summary>No such apiary, or not one of the beekeeper's. Arguments: the code.</summary>
    public const string ApiaryUnknown = "registry.apiary-unknown";

    /// <summary>An area has more corners than any field. Arguments: most allowed, how many were given.</summary>
    public const string AreaTooManyCorners = "registry.area-too-many-corners";

    /// <summary>Two corners make a line, no area. No arguments.</summary>
    public const string AreaTwoCorners = "registry.area-two-corners";

    /// <summary>The edge of an area crosses, touches or runs back over itself. Arguments: number of the one side and of the other, from 1.</summary>
    public const string AreaCrossesItself = "registry.area-crosses-itself";

    /// <summary>An area reaches too far to be a field. Arguments: most degrees from edge to edge.</summary>
    public const string AreaTooLarge = "registry.area-too-large";

    /// <summary>The licence number is registered already. No arguments.</summary>
    public const string LicenceTaken = "registry.licence-taken";

    /// <summary>The filing number of a base is registered already. No arguments.</summary>
    public const string FilingTaken = "registry.filing-taken";

    /// <summary>The beekeeper belongs to another filed base on these days. No arguments.</summary>
    public const string InAnotherBase = "registry.in-another-base";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NameMissing, NameTooLong, SpeciesMissing, KindMissing, ColoniesMissing, ColoniesTooFew, ColoniesTooMany,
        CoordinateMissing, CoordinateUnreadable, CoordinateOutOfRange, CoordinatesSwapped, DatumMissing, OutsideCounty,
        FromMissing, FromTooLate, FromTooEarly, PlantMissing, PlacementEndsBeforeItBegins, PlacementOverlaps, PlacementStillOpen,
        CreditCodeMalformed, CreditCodeCheck, PlacementElsewhere, PlantUnknown, ApiaryUnknown, LicenceTaken, FilingTaken, InAnotherBase,
        AreaTooManyCorners, AreaTwoCorners, AreaCrossesItself, AreaTooLarge,
    ];
}
