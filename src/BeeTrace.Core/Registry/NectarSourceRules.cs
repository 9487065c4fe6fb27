namespace BeeTrace.Core.Registry;

/// <summary>
/// The county registers a place where a nectar plant grows. The id is made by the form, so that a second click finds the first.
/// Nothing is sure yet: every field is as a form or a table left it.
/// </summary>
/// <param name="Id">Made by the form.</param>
/// <param name="Plant">Latin name of the plant.</param>
/// <param name="Name">What people call the place.</param>
/// <param name="County">Six-digit code of GB/T 2260.</param>
/// <param name="Corners">One point or the corners of the edge, one a line, in any form of <see cref="CoordinateText"/>.</param>
/// <param name="Datum">The system of the numbers.</param>
/// <param name="AreaMu">Area in mu; null takes what the corners enclose.</param>
/// <param name="BloomFrom">First day of full bloom as MM-DD.</param>
/// <param name="BloomTo">Last day of full bloom as MM-DD; before the first where the bloom runs over New Year.</param>
/// <param name="IsOutsideCountyConfirmed">The person was asked and says that the place is right although outside the county's box.</param>
public sealed record RegisterNectarSource(
    NectarSourceId Id, string? Plant, string? Name, string? County, string? Corners, Datum? Datum, decimal? AreaMu, string? BloomFrom, string? BloomTo,
    bool IsOutsideCountyConfirmed = false);

/// <summary>A registration that was found right: its shape as entered and on WGS-84, its area and its window.</summary>
/// <param name="Entered">The corners in the system in which they were typed.</param>
/// <param name="Shape">The same on WGS-84.</param>
/// <param name="AreaMu">As typed, or what the corners enclose; null for a point without an area.</param>
/// <param name="Bloom">When it blooms.</param>
/// <param name="Warning">The typed area is far from what the corners enclose.</param>
public sealed record SoundNectarSource(Polygon Entered, Polygon Shape, decimal? AreaMu, BloomWindow Bloom, Warning? Warning);

/// <summary>What a nectar source must be to enter the register.</summary>
public static class NectarSourceRules
{
    /// <summary>House rule: an area that differs from the drawn one by more than this share is questioned.</summary>
    public const decimal FarOff = 0.2m;

    public const int LongestName = 80;

    private const decimal MostMu = 1_000_000m;

    /// <summary>Checks a registration and tells everything that is wrong at once, each with the name of its field.</summary>
    /// <param name="source">What was filled in.</param>
    /// <param name="county">The county's box; null where it is not known.</param>
    public static Outcome<SoundNectarSource> Check(RegisterNectarSource source, CountyBox? county)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(source.Plant))
            refusals.Add(new(RegistryRefusal.PlantMissing, nameof(source.Plant)));
        if (string.IsNullOrWhiteSpace(source.Name))
            refusals.Add(new(OfficeRefusal.SourceNameMissing, nameof(source.Name)));
        else if (source.Name.Trim().EnumerateRunes().Count() > LongestName)
            refusals.Add(new(FieldRefusal.TextTooLong, nameof(source.Name), LongestName));
        if (string.IsNullOrWhiteSpace(source.County))
            refusals.Add(new(OfficeRefusal.CountyMissing, nameof(source.County)));
        if (source.AreaMu is <= 0 or > MostMu)
            refusals.Add(new(OfficeRefusal.AreaOutOfRange, nameof(source.AreaMu), MostMu));
        var bloom = CheckBloom(source.BloomFrom, source.BloomTo, refusals);
        var shapes = CheckShape(source, county, refusals);
        if (refusals.Count > 0 || bloom is not { } window || shapes is not var (entered, shape))
            return Outcome<SoundNectarSource>.Refused(refusals);

        var drawn = shape.AreaMu;
        var warning = source.AreaMu is { } typed && drawn is { } enclosed && Math.Abs(typed - enclosed) > FarOff * enclosed
            ? new Warning(OfficeWarning.AreaFarOff, typed, enclosed)
            : null;
        return new SoundNectarSource(entered, shape, source.AreaMu ?? drawn, window, warning);
    }

    private static BloomWindow? CheckBloom(string? from, string? to, List<Refusal> refusals)
    {
        var hasFrom = MonthDay.TryParse(from?.Trim(), out var first);
        var hasTo = MonthDay.TryParse(to?.Trim(), out var last);
        if (!hasFrom)
            refusals.Add(new(OfficeRefusal.BloomDayMissing, nameof(RegisterNectarSource.BloomFrom)));
        if (!hasTo)
            refusals.Add(new(OfficeRefusal.BloomDayMissing, nameof(RegisterNectarSource.BloomTo)));
        if (!hasFrom || !hasTo)
            return null;
        // House rule: no bloom begins and ends on one day; who types the same twice has forgotten one of them.
        if (first == last)
            refusals.Add(new(OfficeRefusal.BloomOfNoDays, nameof(RegisterNectarSource.BloomTo), first.ToString()));
        return new BloomWindow(first, last);
    }

    private static (Polygon Entered, Polygon Shape)? CheckShape(RegisterNectarSource source, CountyBox? county, List<Refusal> refusals)
    {
        if (source.Datum is not { } datum || !Enum.IsDefined(datum))
        {
            refusals.Add(new(RegistryRefusal.DatumMissing, nameof(source.Datum)));
            refusals.AddRange(Polygon.Parse(source.Corners, Datum.Wgs84, nameof(source.Corners)).Refusals);
            return null;
        }

        // As typed: read without conversion.
        var entered = Polygon.Parse(source.Corners, Datum.Wgs84, nameof(source.Corners));
        var shape = Polygon.Parse(source.Corners, datum, nameof(source.Corners));
        if (!entered.IsDone || !shape.IsDone)
        {
            refusals.AddRange((entered.IsDone ? shape : entered).Refusals);
            return null;
        }

        if (shape.Value.Corners.FirstOrDefault(corner => !corner.IsInChina) is { } outside && outside != default)
        {
            refusals.Add(new(OfficeRefusal.OutsideCountry, nameof(source.Corners), outside.Latitude, outside.Longitude));
            return null;
        }

        if (county is not null && !source.IsOutsideCountyConfirmed && shape.Value.Corners.Any(corner => !county.Contains(corner)))
            refusals.Add(new(RegistryRefusal.OutsideCounty, nameof(source.Corners), county.Name));
        return (entered.Value, shape.Value);
    }
}
