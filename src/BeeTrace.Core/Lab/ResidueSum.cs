using System.Globalization;

namespace BeeTrace.Core.Lab;

/// <summary>A sum worked out of the readings of its parts.</summary>
/// <param name="Result">The sum; null where it cannot be worked out.</param>
/// <param name="Verdict">Why not, where there is none.</param>
/// <param name="Why">Of what the sum consists, or what is missing.</param>
internal sealed record ResidueSum(AnalyteReading? Result, Verdict Verdict, Bilingual Why)
{
    /// <summary>Null where no part was read at all.</summary>
    /// <remarks>
    /// House rules: all parts not detected is not detected, below the sum of their weighted LODs, since more the methods do not
    /// vouch for; parts of which none was quantified are below the sum of their weighted LOQs, whatever the bound. A part without
    /// a stated LOQ that is not detected is at most its LOD. The uncertainty of the sum is not known, as that of parts may correlate.
    /// </remarks>
    internal static ResidueSum? Of(ResidueDefinition definition, IReadOnlyList<AnalyteReading> readings)
    {
        var read = definition.Parts.Select(part => readings.FirstOrDefault(reading => reading.Analyte == part.Analyte)).ToList();
        if (read.TrueForAll(reading => reading is null))
            return null;
        var missing = string.Join(", ", definition.Parts.Where((_, at) => read[at] is null).Select(part => part.Analyte));
        if (missing.Length > 0)
        {
            return new ResidueSum(null, Verdict.Incomplete, new Bilingual(
                $"{definition.Analyte} 是各组分之和，缺少 {missing} 的结果。", $"{definition.Analyte} is a sum; the reading of {missing} is missing."));
        }

        var unit = read[0]!.Reading.Unit;
        var parts = definition.Parts.Select((part, at) => Part.Of(part.Factor, read[at]!.Reading, unit)).ToList();
        var why = Composition(definition, read!);
        if (parts.Exists(part => part is null) || Add(parts!, definition.Bound, unit) is not { IsDone: true } sum)
        {
            return new ResidueSum(null, Verdict.CannotJudge, Comparison.Together(why, new Bilingual(
                "各组分的结果不能相加。", "These readings cannot be added.")));
        }

        return new ResidueSum(new AnalyteReading(definition.Analyte, sum.Value, read.Min(reading => reading!.PrintedDecimals)), Verdict.Pass, why);
    }

    private static Outcome<Reading> Add(List<Part> parts, SumBound bound, Unit unit)
    {
        if (parts.TrueForAll(part => part.Kind == ReadingKind.BelowLod))
            return Reading.Parse("ND", unit, parts.Sum(part => part.Lod!.Value), loq: null);
        if (parts.TrueForAll(part => part.IsUnquantified))
            return Reading.Parse("<LOQ", unit, lod: null, parts.Sum(part => part.Most!.Value));
        var sum = parts.Sum(part => part.IsUnquantified ? (bound == SumBound.Upper ? part.Most!.Value : 0m) : part.Amount!.Value);
        var sign = parts.Exists(part => part.Kind == ReadingKind.AboveRange) ? ">" : "";
        return Reading.Parse(sign + sum.ToString(CultureInfo.InvariantCulture), unit, lod: null, loq: null);
    }

    private static Bilingual Composition(ResidueDefinition definition, List<AnalyteReading> read)
    {
        var terms = string.Join(" + ", definition.Parts.Select((part, at) =>
            (part.Factor == 1m ? "" : part.Factor.ToString(CultureInfo.InvariantCulture) + " × ") + part.Analyte + " " + Comparison.Plain(read[at].Reading)));
        return definition.Bound == SumBound.Lower
            ? new Bilingual(
                $"{definition.Analyte} = {terms}，未定量的组分按 0 计（下界），以 {definition.ExpressedAs} 计。",
                $"{definition.Analyte} = {terms}; parts not quantified count as 0 (lower bound); expressed as {definition.ExpressedAs}.")
            : new Bilingual(
                $"{definition.Analyte} = {terms}，未定量的组分按定量限计（上界），以 {definition.ExpressedAs} 计。",
                $"{definition.Analyte} = {terms}; parts not quantified count as their LOQ (upper bound); expressed as {definition.ExpressedAs}.");
    }

    /// <summary>A part's numbers in the unit of the sum, already weighted.</summary>
    private sealed record Part(ReadingKind Kind, decimal? Amount, decimal? Lod, decimal? Most)
    {
        internal bool IsUnquantified => Kind is ReadingKind.BelowLod or ReadingKind.BelowLoq or ReadingKind.BelowValue;

        /// <summary>Null where the reading is a word or its unit does not convert.</summary>
        internal static Part? Of(decimal factor, Reading reading, Unit unit)
        {
            if (reading.Kind is ReadingKind.Detected or ReadingKind.NotDetected)
                return null;
            var exact = true;
            decimal? Weigh(decimal? number)
            {
                if (number is not { } value)
                    return null;
                var converted = reading.Unit.Convert(value, unit);
                exact &= converted.IsDone;
                return converted.IsDone ? factor * converted.Value : null;
            }

            var most = reading.Kind == ReadingKind.BelowValue ? reading.Bound : reading.Loq ?? reading.Lod;
            var part = new Part(reading.Kind, Weigh(reading.Value ?? reading.Bound), Weigh(reading.Lod), Weigh(most));
            return exact ? part : null;
        }
    }
}
