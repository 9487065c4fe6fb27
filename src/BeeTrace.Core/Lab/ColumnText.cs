using System.Globalization;
using System.Text.RegularExpressions;

namespace BeeTrace.Core.Lab;

/// <summary>
/// What is typed into a column of the sheet. The column fixes the unit; a number that brings another one along, as pasted from
/// an instrument's table (<c>420 µg/kg</c>), is converted exactly, digit for digit (0.420 mg/kg).
/// </summary>
public static partial class ColumnText
{
    /// <summary>
    /// The text without its unit, in the column's. Text that ends in no unit is left as it is, for <see cref="Reading.Parse"/> to judge.
    /// Refuses <see cref="LabRefusal.UnitsDiffer"/> and <see cref="LabRefusal.NotExact"/>.
    /// </summary>
    public static Outcome<string> In(Unit column, string? text)
    {
        var typed = TypedText.Normalise(text);
        var match = NumberWithUnit().Match(typed);
        if (!match.Success || Unit.Parse(match.Groups["unit"].Value) is not { IsDone: true } unit)
            return typed;
        if (!decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return typed;
        var converted = unit.Value.Convert(number, column);
        return converted.IsDone
            ? match.Groups["sign"].Value + converted.Value.ToString(CultureInfo.InvariantCulture)
            : Outcome<string>.Refused([.. converted.Refusals.Select(refusal => refusal with { Field = "reading" })]);
    }

    /// <summary>
    /// The same for a table that states the unit in a column of its own, which then also holds for the LOD inside of <c>ND(&lt;0.1)</c>.
    /// Refuses <see cref="LabRefusal.UnitUnknown"/>, <see cref="LabRefusal.UnitsDiffer"/> and <see cref="LabRefusal.NotExact"/>.
    /// </summary>
    public static Outcome<string> In(Unit column, string? text, string? unit)
    {
        if (string.IsNullOrWhiteSpace(unit))
            return In(column, text);
        var stated = Unit.Parse(unit);
        if (!stated.IsDone)
            return Outcome<string>.Refused(stated.Refusals);
        if (stated.Value.Dimension != column.Dimension)
            return new Refusal(LabRefusal.UnitsDiffer, "unit", stated.Value.Code, column.Code);
        var typed = TypedText.Normalise(text);
        var match = NumberInText().Match(typed);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return typed;
        var converted = stated.Value.Convert(number, column);
        return converted.IsDone
            ? match.Groups["before"].Value + converted.Value.ToString(CultureInfo.InvariantCulture) + match.Groups["after"].Value
            : Outcome<string>.Refused(converted.Refusals);
    }

    [GeneratedRegex(@"^(?<before>[<>]?|(ND|N\.D\.?|未检出|NOT ?DETECTED)\(<)(?<number>[+-]?[0-9]{1,20}(\.[0-9]{1,20})?)(?<after>\)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NumberInText();

    [GeneratedRegex(@"^(?<sign>[<>]?)\s*(?<number>[+-]?[0-9]{1,20}(\.[0-9]{1,20})?)\s*(?<unit>[^0-9\s.,].*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberWithUnit();
}
