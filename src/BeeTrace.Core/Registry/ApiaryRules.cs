namespace BeeTrace.Core.Registry;

/// <summary>
/// Register an apiary and its first placement. Nothing is sure yet: every field is as a form or a table left it.
/// </summary>
/// <param name="Name">What the beekeeper calls the place.</param>
/// <param name="Species">The bees.</param>
/// <param name="Kind">How long it stays.</param>
/// <param name="Colonies">How many colonies stand there.</param>
/// <param name="Latitude">Degrees north in <paramref name="Datum"/>.</param>
/// <param name="Longitude">Degrees east in <paramref name="Datum"/>.</param>
/// <param name="Datum">The system of the two numbers.</param>
/// <param name="From">First day there.</param>
/// <param name="Plant">The plant that the bees are there for, by Latin name.</param>
/// <param name="IsOutsideCountyConfirmed">The person was asked and says that the place is right although outside the county.</param>
/// <param name="IsShiftConfirmed">The person was asked and says that the datum is right although another one would fit an earlier place.</param>
/// <param name="AccuracyM">Radius of the position fix in metres, where the device told.</param>
/// <param name="PlaceName">Village or valley in the beekeeper's words.</param>
/// <param name="QuarantineCertificate">Number of the animal quarantine certificate with which the bees came.</param>
public sealed record RegisterApiary(
    string? Name,
    BeeSpecies? Species,
    ApiaryKind? Kind,
    int? Colonies,
    decimal? Latitude,
    decimal? Longitude,
    Datum? Datum,
    DateOnly? From,
    string? Plant,
    bool IsOutsideCountyConfirmed = false,
    bool IsShiftConfirmed = false,
    decimal? AccuracyM = null,
    string? PlaceName = null,
    string? QuarantineCertificate = null);

/// <summary>What an apiary must be to enter the register.</summary>
public static class ApiaryRules
{
    /// <summary>House rule: what fits on a form's line.</summary>
    public const int LongestName = 80;

    public const int LongestPlaceName = 80;

    public const int LongestQuarantineCertificate = 40;

    public const int FewestColonies = 1;

    /// <summary>House rule: far above any real apiary, so that a larger number is a slip.</summary>
    public const int MostColonies = 2000;

    /// <summary>House rule: a placement is announced at most this many days ahead.</summary>
    public const int MostDaysAhead = 30;

    /// <summary>The day of the measures that made the register (养蜂管理办法（试行）, Announcement 1692); no registered placement is older.</summary>
    public static DateOnly EarliestFrom { get; } = new(2011, 12, 13);

    /// <summary>Checks a registration and tells everything that is wrong at once, each with the name of its field.</summary>
    /// <param name="apiary">What was filled in.</param>
    /// <param name="today">The county's calendar day.</param>
    /// <param name="county">The county that registers; null where its box is not known.</param>
    /// <param name="earlier">Where the beekeeper's apiaries stood before, in WGS-84, the newest first.</param>
    public static Outcome Check(RegisterApiary apiary, DateOnly today, CountyBox? county, IReadOnlyList<(GeoPoint Place, DateOnly Since)>? earlier = null)
    {
        List<Refusal> refusals =
        [
            .. CheckName(apiary.Name),
            .. Required(apiary.Species, RegistryRefusal.SpeciesMissing, nameof(RegisterApiary.Species)),
            .. Required(apiary.Kind, RegistryRefusal.KindMissing, nameof(RegisterApiary.Kind)),
            .. CheckColonies(apiary.Colonies),
            .. CheckPlace(apiary, county, earlier ?? []),
            .. Required(apiary.Datum, RegistryRefusal.DatumMissing, nameof(RegisterApiary.Datum)),
            .. CheckFrom(apiary.From, today),
            .. FieldRules.CheckLength(apiary.PlaceName, LongestPlaceName, nameof(RegisterApiary.PlaceName)),
            .. FieldRules.CheckLength(apiary.QuarantineCertificate, LongestQuarantineCertificate, nameof(RegisterApiary.QuarantineCertificate)),
        ];
        // Winter quarters stand on no bloom.
        if (string.IsNullOrWhiteSpace(apiary.Plant) && apiary.Kind != ApiaryKind.Wintering)
            refusals.Add(new(RegistryRefusal.PlantMissing, nameof(RegisterApiary.Plant)));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    private static IEnumerable<Refusal> CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            yield return new(RegistryRefusal.NameMissing, nameof(RegisterApiary.Name));
        else if (name.Trim().EnumerateRunes().Count() > LongestName)
            yield return new(RegistryRefusal.NameTooLong, nameof(RegisterApiary.Name), LongestName);
    }

    private static IEnumerable<Refusal> CheckColonies(int? colonies)
    {
        if (colonies is null)
            yield return new(RegistryRefusal.ColoniesMissing, nameof(RegisterApiary.Colonies));
        else if (colonies < FewestColonies)
            yield return new(RegistryRefusal.ColoniesTooFew, nameof(RegisterApiary.Colonies), FewestColonies, colonies);
        else if (colonies > MostColonies)
            yield return new(RegistryRefusal.ColoniesTooMany, nameof(RegisterApiary.Colonies), MostColonies, colonies);
    }

    private static IEnumerable<Refusal> CheckPlace(RegisterApiary apiary, CountyBox? county, IReadOnlyList<(GeoPoint Place, DateOnly Since)> earlier)
    {
        if (apiary.Latitude is not { } latitude || apiary.Longitude is not { } longitude)
        {
            if (apiary.Latitude is null)
                yield return new(RegistryRefusal.CoordinateMissing, nameof(RegisterApiary.Latitude));
            if (apiary.Longitude is null)
                yield return new(RegistryRefusal.CoordinateMissing, nameof(RegisterApiary.Longitude));
            yield break;
        }

        if (CoordinateText.LooksSwapped(latitude, longitude))
        {
            yield return new(RegistryRefusal.CoordinatesSwapped, nameof(RegisterApiary.Latitude), longitude, latitude);
            yield break;
        }

        var isLatitude = Math.Abs(latitude) <= 90;
        var isLongitude = Math.Abs(longitude) <= 180;
        if (!isLatitude)
            yield return new(RegistryRefusal.CoordinateOutOfRange, nameof(RegisterApiary.Latitude), latitude, 90);
        if (!isLongitude)
            yield return new(RegistryRefusal.CoordinateOutOfRange, nameof(RegisterApiary.Longitude), longitude, 180);

        // Without a datum the place is not known, and a missing datum is refused anyway.
        if (!isLatitude || !isLongitude || apiary.Datum is not { } datum || !Enum.IsDefined(datum))
            yield break;
        if (county is not null && !apiary.IsOutsideCountyConfirmed)
        {
            foreach (var refusal in county.Check(GeoPoint.FromDatum(latitude, longitude, datum), nameof(RegisterApiary.Latitude)).Refusals)
                yield return refusal;
        }

        if (!apiary.IsShiftConfirmed && ShiftRules.Find(latitude, longitude, datum, earlier) is { } shift)
            yield return new(FieldRefusal.LooksShifted, nameof(RegisterApiary.Latitude), shift.Since, shift.Datum.Name());
    }

    private static IEnumerable<Refusal> CheckFrom(DateOnly? from, DateOnly today)
    {
        var latest = today.AddDays(MostDaysAhead);
        if (from is null)
            yield return new(RegistryRefusal.FromMissing, nameof(RegisterApiary.From));
        else if (from > latest)
            yield return new(RegistryRefusal.FromTooLate, nameof(RegisterApiary.From), latest);
        else if (from < EarliestFrom)
            yield return new(RegistryRefusal.FromTooEarly, nameof(RegisterApiary.From), EarliestFrom);
    }

    /// <summary>A choice must be made, and be one of those offered: a number from outside can be cast to any enum.</summary>
    private static IEnumerable<Refusal> Required<TEnum>(TEnum? choice, string code, string field) where TEnum : struct, Enum
    {
        if (choice is not { } made || !Enum.IsDefined(made))
            yield return new(code, field);
    }
}
