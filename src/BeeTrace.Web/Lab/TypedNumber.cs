using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>A number that stands beside a reading (LOD, LOQ, U), as people type it: full width too, never with a comma.</summary>
internal static class TypedNumber
{
    // decimal keeps 28 digits; what is longer would be rounded without a word.
    private const int MostDigits = 28;

    /// <returns>Null where nothing was typed. Refuses <see cref="LabRefusal.CommaInNumber"/> and <see cref="LabRefusal.ReadingUnreadable"/>.</returns>
    internal static Outcome<decimal?> Parse(string? text, string field)
    {
        var typed = (text ?? "").Normalize(NormalizationForm.FormKC).Replace('。', '.').Trim();
        if (typed.Length == 0)
            return (decimal?)null;
        if (typed.Length <= MostDigits && decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        return new Refusal(typed.Contains(',', StringComparison.Ordinal) ? LabRefusal.CommaInNumber : LabRefusal.ReadingUnreadable, field, typed);
    }
}
