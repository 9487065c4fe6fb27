using System.Globalization;
using System.Text.RegularExpressions;

namespace BeeTrace.Core.Registry;

/// <summary>Coordinates as a person typed them, in whatever system the map or phone showed; not yet a place.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct TypedCoordinates(decimal Latitude, decimal Longitude)
{
    /// <summary>The place they mean when read in this system.</summary>
    public GeoPoint In(Datum datum) => GeoPoint.FromDatum(Latitude, Longitude, datum);
}

/// <summary>
/// Reads coordinates as phones, maps and people write them: <c>29.7937, 119.6915</c>, <c>29°47'37"N 119°41'29"E</c>,
/// <c>北纬29°47′37″</c>, with full-width characters and any common mark for minutes and seconds.
/// </summary>
public static partial class CoordinateText
{
    /// <summary>Digits kept of degrees given in minutes and seconds: 1e-8° is about one millimetre.</summary>
    private const int Digits = 8;

    private const int LongestText = 80;

    private enum Axis
    {
        Unknown,
        Latitude,
        Longitude,
    }

    /// <summary>Reads latitude and longitude from one text. Without letters the latitude stands first, as map apps copy it.</summary>
    /// <param name="text">What was typed or pasted.</param>
    /// <param name="field">The input it stands in, for the refusal.</param>
    /// <returns>The pair, or why not; a swapped pair is refused with the order that was probably meant.</returns>
    public static Outcome<TypedCoordinates> Parse(string? text, string? field = null)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return new Refusal(RegistryRefusal.CoordinateMissing, field);
        if (typed.Length > LongestText || Pair().Match(Plain(typed)) is not { Success: true } match)
            return new Refusal(RegistryRefusal.CoordinateUnreadable, field, Shortened(typed));
        if (Read(match.Groups["first"].Value) is not var (firstAxis, first) || Read(match.Groups["second"].Value) is not var (secondAxis, second))
            return new Refusal(RegistryRefusal.CoordinateUnreadable, field, typed);
        if (firstAxis != Axis.Unknown && firstAxis == secondAxis)
            return new Refusal(RegistryRefusal.CoordinateUnreadable, field, typed);

        if (firstAxis == Axis.Longitude || secondAxis == Axis.Latitude)
            return Checked(second, first, field);
        var lettered = firstAxis == Axis.Latitude || secondAxis == Axis.Longitude;
        return lettered ? Checked(first, second, field) : Of(first, second, field);
    }

    /// <summary>Takes two numbers, latitude first, whose order nobody marked: refused where they look swapped, or are no degrees.</summary>
    public static Outcome<TypedCoordinates> Of(decimal latitude, decimal longitude, string? field = null) =>
        LooksSwapped(latitude, longitude) ? new Refusal(RegistryRefusal.CoordinatesSwapped, field, longitude, latitude) : Checked(latitude, longitude, field);

    /// <summary>Reads a latitude typed on its own.</summary>
    public static Outcome<decimal> ParseLatitude(string? text, string? field = null) => ParseOne(text, Axis.Latitude, 90, field);

    /// <summary>Reads a longitude typed on its own.</summary>
    public static Outcome<decimal> ParseLongitude(string? text, string? field = null) => ParseOne(text, Axis.Longitude, 180, field);

    /// <summary>
    /// True when the numbers make a place in China only the other way round. As no Chinese latitude reaches 55° and
    /// no Chinese longitude falls below 72°, no place in China is ever questioned wrongly.
    /// </summary>
    public static bool LooksSwapped(decimal latitude, decimal longitude) => !IsInChina(latitude, longitude) && IsInChina(longitude, latitude);

    private static bool IsInChina(decimal latitude, decimal longitude) => latitude is >= 0 and <= 55 && longitude is >= 72 and <= 138;

    private static Outcome<TypedCoordinates> Checked(decimal latitude, decimal longitude, string? field)
    {
        if (Math.Abs(latitude) > 90)
            return new Refusal(RegistryRefusal.CoordinateOutOfRange, field, latitude, 90);
        if (Math.Abs(longitude) > 180)
            return new Refusal(RegistryRefusal.CoordinateOutOfRange, field, longitude, 180);
        return new TypedCoordinates(latitude, longitude);
    }

    private static Outcome<decimal> ParseOne(string? text, Axis wanted, int most, string? field)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return new Refusal(RegistryRefusal.CoordinateMissing, field);
        if (typed.Length > LongestText || Read(Plain(typed)) is not var (axis, degrees) || (axis != Axis.Unknown && axis != wanted))
            return new Refusal(RegistryRefusal.CoordinateUnreadable, field, Shortened(typed));
        return Math.Abs(degrees) > most ? new Refusal(RegistryRefusal.CoordinateOutOfRange, field, degrees, most) : degrees;
    }

    /// <summary>Narrow characters, one mark each for degree, minute and second, letters for the Chinese words.</summary>
    private static string Plain(string text) => Keyboard.Narrow(text)
        .Replace("北纬", "N", StringComparison.Ordinal).Replace("南纬", "S", StringComparison.Ordinal)
        .Replace("东经", "E", StringComparison.Ordinal).Replace("西经", "W", StringComparison.Ordinal)
        .Replace('度', '°').Replace('º', '°').Replace('˚', '°').Replace('分', '\'').Replace('秒', '"')
        .Replace('′', '\'').Replace('’', '\'').Replace('‘', '\'').Replace('`', '\'')
        .Replace('″', '"').Replace('”', '"').Replace('“', '"').Replace("''", "\"", StringComparison.Ordinal)
        .Replace('，', ',').Replace('、', ',').Replace(';', ',').Replace('。', '.').Replace('−', '-').Replace('–', '-')
        .ToUpperInvariant().Trim();

    private static (Axis Axis, decimal Degrees)? Read(string text)
    {
        if (One().Match(text) is not { Success: true } match)
            return null;
        var letters = match.Groups["before"].Value + match.Groups["after"].Value;
        var isNegative = match.Groups["sign"].Value == "-";
        if (letters.Length > 1 || (letters.Length == 1 && isNegative))
            return null;

        if (Number(match.Groups["deg"]) is not { } degrees || Number(match.Groups["min"]) is not { } minutes || Number(match.Groups["sec"]) is not { } seconds)
            return null;
        var hasMinutes = match.Groups["min"].Success;
        // 29.5°30' says the half degree twice.
        if (minutes >= 60 || seconds >= 60 || (hasMinutes && degrees % 1 != 0) || (match.Groups["sec"].Success && minutes % 1 != 0))
            return null;

        var value = hasMinutes ? Math.Round(degrees + minutes / 60 + seconds / 3600, Digits) : degrees;
        var axis = letters switch { "N" or "S" => Axis.Latitude, "E" or "W" => Axis.Longitude, _ => Axis.Unknown };
        return (axis, isNegative || letters is "S" or "W" ? -value : value);
    }

    /// <summary>The number of a group, 0 for an absent one, null for one with more digits than a number holds.</summary>
    private static decimal? Number(Group group) =>
        !group.Success ? 0
        : decimal.TryParse(group.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static string Shortened(string typed) => typed.Length <= LongestText ? typed : typed[..LongestText] + "…";

    private const string Letter = "[NSEW]";

    private const string Degrees = """[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?\s*(?:°\s*(?:[0-9]{1,2}(?:\.[0-9]{1,20})?\s*'\s*(?:[0-9]{1,2}(?:\.[0-9]{1,20})?\s*")?)?)?""";

    private const string Between = """(?:\s*,\s*|\s+|(?<=[°'"NSEW])\s*|(?=[NSEW]))""";

    /// <summary>
    /// Letters stand before both numbers or behind both, and one alone at an outer end: in <c>30° N 60°</c> nobody knows
    /// to which number it belongs.
    /// </summary>
    [GeneratedRegex(
        $@"^((?<first>{Letter}\s*{Degrees}){Between}(?<second>({Letter}\s*)?{Degrees})|(?<first>{Degrees}\s*{Letter}?){Between}(?<second>{Degrees}\s*{Letter})|(?<first>{Degrees}){Between}(?<second>{Degrees}))$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(
        """^(?<before>[NSEW]?)\s*(?<sign>[+-]?)(?<deg>[0-9]{1,3}(\.[0-9]{1,20})?)\s*(°\s*((?<min>[0-9]{1,2}(\.[0-9]{1,20})?)\s*'\s*((?<sec>[0-9]{1,2}(\.[0-9]{1,20})?)\s*")?)?)?\s*(?<after>[NSEW]?)$""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex One();
}
