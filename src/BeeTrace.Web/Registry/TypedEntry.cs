using System.Globalization;
using System.Text;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>An entry from the field as it was typed: texts only, so that nothing is lost that cannot be read.</summary>
public abstract class TypedEntry
{
    /// <summary>House rule: more than a form can hold is no form.</summary>
    private const int LongestField = 4000;

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Made with the empty form, on the phone or here, so that a second sending finds what the first saved.</summary>
    public string? Id { get; set; }

    /// <summary>Code of the apiary it is about; empty on the form that registers one.</summary>
    public string? Apiary { get; set; }

    /// <summary>The id that was made with the form. One that was tampered with is replaced.</summary>
    public Guid Key()
    {
        var key = Guid.TryParse(Id, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();
        Id = key.ToString();
        return key;
    }

    /// <summary>The fields of a form as a phone sent them; null where they are not those of a form.</summary>
    internal static TEntry? ReadFields<TEntry>(JsonElement fields) where TEntry : TypedEntry
    {
        if (fields.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var field in fields.EnumerateObject())
        {
            if (field.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) || field.Value.ValueKind == JsonValueKind.String && field.Value.GetString()!.Length > LongestField)
                return null;
        }

        return fields.Deserialize<TEntry>();
    }

    /// <summary>True when a text can be shown in a date input, which drops every other text.</summary>
    public static bool IsDay(string? typed) =>
        string.IsNullOrEmpty(typed) || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>
    /// Every reason once, in the order of the form, under the input that it belongs to: what could not be read is not also
    /// called missing.
    /// </summary>
    protected static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused, string[] inOrder) =>
    [
        .. unread.Concat(refused.Where(reason => reason.Field is null || unread.All(known => known.Field != reason.Field)))
            .DistinctBy(reason => (reason.Code, reason.Field))
            .OrderBy(reason => Array.IndexOf(inOrder, reason.Field)),
    ];

    /// <summary>The apiary it is about; a code that nobody has where the text is none, so that it is refused as unknown.</summary>
    internal ApiaryCode ApiaryCode => Core.ApiaryCode.TryParse(Apiary, out var code) ? code : default;

    /// <summary>A day in one of the forms people use; null where nothing is typed, refused where it is no day.</summary>
    protected static DateOnly? Day(string? typed, string field, List<Refusal> unread)
    {
        var text = Plain(typed);
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        unread.Add(new Refusal(FieldRefusal.DayUnreadable, field, text.Length <= 40 ? text : text[..40] + "…"));
        return null;
    }

    /// <summary>A whole number; null where the text is none. One beyond the range of numbers stays beyond it.</summary>
    protected static int? Whole(string? typed, string unit = "")
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var text = Plain(typed)?.TrimEnd(unit.ToCharArray()).Trim();
        return decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : null;
    }

    protected static TEnum? Choice<TEnum>(string? typed) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(typed, out var choice) && Enum.IsDefined(choice) ? choice : null;

    /// <summary>Yes, no, or not told.</summary>
    protected static bool? YesOrNo(string? typed) => typed switch { "yes" => true, "no" => false, _ => null };

    /// <summary>Full-width digits and letters become narrow; control characters go, as the database takes none.</summary>
    protected static string? Plain(string? typed) => typed is null
        ? null
        : string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(character => !char.IsControl(character))).Trim();

    /// <summary>A text to be kept as it was written, without control characters; null where nothing is.</summary>
    protected static string? Words(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(character => !char.IsControl(character) || character == '\n')).Trim();
        return text.Length == 0 ? null : text;
    }
}
