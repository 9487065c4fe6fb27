using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Registry;

/// <summary>
/// A stay of an apiary as it was typed into a form: texts only, so that nothing is lost that cannot be read. Serves the
/// registration, which also asks for name, species and kind, the move, which does not, and the correction, which asks for more.
/// </summary>
public class ApiaryEntry : TypedEntry
{
    private static readonly string[] InOrder =
    [
        nameof(Name), nameof(Species), nameof(Kind), nameof(Place), nameof(Datum), nameof(PlaceName), nameof(Plant), nameof(From), nameof(Colonies),
        nameof(QuarantineCertificate), nameof(CorrectionEntry.Until), nameof(CorrectionEntry.Why),
    ];

    public string? Name { get; set; }

    public string? Species { get; set; }

    public string? Kind { get; set; }

    public string? Colonies { get; set; }

    /// <summary>Latitude and longitude in one text, as a phone or map copies them.</summary>
    public string? Place { get; set; }

    public string? Datum { get; set; }

    public string? From { get; set; }

    public string? Plant { get; set; }

    /// <summary>Radius of the position fix in metres, as the device told the form; never typed.</summary>
    public string? Accuracy { get; set; }

    public string? PlaceName { get; set; }

    public string? QuarantineCertificate { get; set; }

    /// <summary>The stay that was the apiary's current one when the form was made: its id, <c>none</c>, or nothing where the form did not say.</summary>
    public string? Seen { get; set; }

    /// <summary><c>true</c> once the person has said that the place is right although outside the county.</summary>
    public string? OutsideCounty { get; set; }

    /// <summary><c>true</c> once the person has said that the datum is right although another would fit an earlier place.</summary>
    public string? Shift { get; set; }

    /// <summary>True when the first day can be shown in a date input, which drops every other text.</summary>
    public bool IsFromADay => IsDay(From);

    /// <summary>What was typed as the register wants it, and why some of it could not be read.</summary>
    public (RegisterApiary Apiary, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        var place = CoordinateText.Parse(Place, nameof(Place));
        unread.AddRange(place.Refusals);
        var apiary = new RegisterApiary(
            Plain(Name),
            Choice<BeeSpecies>(Species),
            Choice<ApiaryKind>(Kind),
            ReadColonies(unread),
            place.IsDone ? place.Value.Latitude : null,
            place.IsDone ? place.Value.Longitude : null,
            Choice<Datum>(Datum),
            Day(From, nameof(From), unread),
            Plain(Plant),
            OutsideCounty == "true",
            Shift == "true",
            decimal.TryParse(Accuracy, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var accuracy) && accuracy < 100_000 ? Math.Round(accuracy, 1) : null,
            Words(PlaceName),
            Words(QuarantineCertificate));
        return (apiary, unread);
    }

    /// <summary>
    /// Every reason once, in the order of the form, under the input that it belongs to: what could not be read is not also
    /// called missing.
    /// </summary>
    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) =>
        Reasons(unread, [.. refused.Select(OnThisForm)], InOrder);

    /// <summary>The move that was typed, and why some of it could not be read.</summary>
    internal (MoveApiary Move, IReadOnlyList<Refusal> Unread) ReadMove()
    {
        var (stay, unread) = Read();
        return (new MoveApiary(
            new PlacementId(Key()), ApiaryCode, stay.From, stay.Latitude, stay.Longitude, stay.Datum, stay.Colonies, stay.Plant,
            stay.IsOutsideCountyConfirmed, stay.IsShiftConfirmed, stay.AccuracyM, stay.PlaceName, stay.QuarantineCertificate, SeenStay.Parse(Seen)), unread);
    }

    private static Refusal OnThisForm(Refusal refusal) =>
        refusal.Field is nameof(RegisterApiary.Latitude) or nameof(RegisterApiary.Longitude) ? refusal with { Field = nameof(Place) } : refusal;

    /// <summary>A whole number; one too large for the register is refused as such, not called missing.</summary>
    private int? ReadColonies(List<Refusal> unread)
    {
        var styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var typed = Plain(Colonies)?.TrimEnd('群').Trim();
        if (!decimal.TryParse(typed, styles, CultureInfo.InvariantCulture, out var number) || number != Math.Truncate(number))
            return null;
        if (number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        unread.Add(number < 0
            ? new Refusal(RegistryRefusal.ColoniesTooFew, nameof(Colonies), ApiaryRules.FewestColonies, number)
            : new Refusal(RegistryRefusal.ColoniesTooMany, nameof(Colonies), ApiaryRules.MostColonies, number));
        return null;
    }
}

/// <summary>A correction of the newest stay, or its taking back, as it was typed.</summary>
public sealed class CorrectionEntry : ApiaryEntry
{
    public string? Until { get; set; }

    public string? Why { get; set; }

    /// <summary>The correction that was typed, and why some of it could not be read.</summary>
    internal (CorrectStay Correct, IReadOnlyList<Refusal> Unread) ReadCorrection()
    {
        var (stay, unread) = Read();
        var more = new List<Refusal>();
        return (new CorrectStay(
            new PlacementCorrectionId(Key()), ApiaryCode, stay.From, Day(Until, nameof(Until), more), stay.Latitude, stay.Longitude, stay.Datum, stay.Colonies, stay.Plant,
            stay.IsOutsideCountyConfirmed, stay.IsShiftConfirmed, stay.AccuracyM, stay.PlaceName, stay.QuarantineCertificate, Words(Why)), [.. unread, .. more]);
    }

    /// <summary>The taking back that was typed.</summary>
    internal TakeBackStay ReadTakingBack() => new(new PlacementCorrectionId(Key()), ApiaryCode, Words(Why));

    /// <summary>A form that corrects this stay: filled with what was entered.</summary>
    internal static CorrectionEntry Of(Placement stay) => new()
    {
        Place = string.Create(CultureInfo.InvariantCulture, $"{stay.EnteredLatitude:0.#######}, {stay.EnteredLongitude:0.#######}"),
        Datum = stay.EnteredDatum.ToString(),
        PlaceName = stay.PlaceName,
        Plant = stay.Plant,
        From = Days.Short(stay.From),
        Until = stay.Until is { } until ? Days.Short(until) : null,
        Colonies = stay.Colonies.ToString(CultureInfo.InvariantCulture),
        QuarantineCertificate = stay.QuarantineCertificate,
    };
}
