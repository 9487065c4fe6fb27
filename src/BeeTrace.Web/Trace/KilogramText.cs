using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BeeTrace.Web.Trace;

/// <summary>A mass as somebody types it: full-width digits, thousands grouped by comma, the unit behind it.</summary>
public static partial class KilogramText
{
    /// <summary>
    /// The kilograms, or null where the text is none. A comma is read only where it can only group thousands (1,250.5);
    /// <c>1,5</c> is one and a half to some and fifteen to a careless program, so it is refused.
    /// </summary>
    public static decimal? Parse(string? text)
    {
        var typed = (text ?? "").Normalize(NormalizationForm.FormKC).Replace('。', '.').Trim();
        return Form().Match(typed) is { Success: true } match
            && decimal.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var kilograms)
                ? kilograms
                : null;
    }

    [GeneratedRegex(@"^(?<number>-?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,18})(\.[0-9]{1,9})?)\s*(kg|KG|Kg|公斤|千克)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
