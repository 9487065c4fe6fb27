using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>
/// A stay of an apiary as it was typed into a form: texts only, so that nothing is lost that cannot be read. Serves the
/// registration, which also asks for name, species and kind, and the move, which does not.
/// </summary>
public sealed class ApiaryEntry
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly string[] InOrder =
        [nameof(Name), nameof(Species), nameof(Kind), nameof(Place), nameof(Datum), nameof(Plant), nameof(From), nameof(Colonies)];

    /// <summary>Made with the empty form, so that a second click finds what the first saved.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Species { get; set; }

    public string? Kind { get; set; }

    public string? Colonies { get; set; }

    /// <summary>Latitude and longitude in one text, as a phone or map copies them.</summary>
    public string? Place { get; set; }

    public string? Datum { get; set; }

    public string? From { get; set; }

    public string? Plant { get; set; }

    /// <summary><c>true</c> once the person has said that the place is right although outside the county.</summary>
    public string? OutsideCounty { get; set; }

    /// <summary>True when the first day can be shown in a date input, which drops every other text.</summary>
    public bool IsFromADay => string.IsNullOrEmpty(From) || DateOnly.TryParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The id that was made with the form. One that was tampered with is replaced.</summary>
    public Guid Key()
    {
        var key = Guid.TryParse(Id, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();
        Id = key.ToString();
        return key;
    }

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
            DateOnly.TryParseExact(Plain(From), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) ? from : null,
            Plain(Plant),
            OutsideCounty == "true");
        return (apiary, unread);
    }

    /// <summary>
    /// Every reason once, in the order of the form, under the input that it belongs to: what could not be read is not also
    /// called missing.
    /// </summary>
    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) =>
    [
        .. unread.Concat(refused.Select(OnThisForm).Where(reason => reason.Field is null || unread.All(known => known.Field != reason.Field)))
            .DistinctBy(reason => (reason.Code, reason.Field))
            .OrderBy(reason => Array.IndexOf(InOrder, reason.Field)),
    ];

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

    private static TEnum? Choice<TEnum>(string? typed) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(typed, out var choice) && Enum.IsDefined(choice) ? choice : null;

    /// <summary>Full-width digits and letters become narrow; control characters go, as the database takes none.</summary>
    private static string? Plain(string? typed) => typed is null
        ? null
        : string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(character => !char.IsControl(character))).Trim();
}
