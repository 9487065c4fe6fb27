namespace BeeTrace.Core.Lab;

/// <summary>What has to be known of a sample to find its limits.</summary>
/// <param name="Product">Product code (<c>HONEY</c>).</param>
/// <param name="NectarSource">Declared nectar source, Latin name; null when none was declared.</param>
/// <param name="Species">Bee, Latin name; null when not declared.</param>
/// <param name="Grade">Declared grade; null when none.</param>
/// <param name="SampledOn">The day whose limits count.</param>
/// <param name="States">
/// What the honey is declared to be beside (baker's, pressed, of tropical origin). Null or empty means that nothing of the kind was
/// declared: ordinary honey, judged by the general limits and never asked about, since a label without these words is a statement.
/// </param>
public sealed record JudgedSample(
    string Product, string? NectarSource, string? Species, string? Grade, DateOnly SampledOn, IReadOnlyCollection<DeclaredState>? States = null);

/// <summary>One result of a sample.</summary>
/// <param name="Analyte">Analyte code (<c>SUCROSE</c>).</param>
/// <param name="Reading">The result.</param>
/// <param name="PrintedDecimals">Places that reports of this analyte print at least; null where unknown.</param>
public sealed record AnalyteReading(string Analyte, Reading Reading, int? PrintedDecimals = null);

/// <summary>The verdict on one analyte.</summary>
/// <param name="Analyte">Analyte code.</param>
/// <param name="Verdict">What is said.</param>
/// <param name="Limit">The limit that decided; of several the strictest. Null where there is none.</param>
/// <param name="Rule">The decision rule applied.</param>
/// <param name="JudgedValue">What was compared, in the limit's unit (the reading's where there is no limit); empty without a reading.</param>
/// <param name="PrintedValue">What a report prints, in the same unit. May differ from <paramref name="JudgedValue"/> by rounding.</param>
/// <param name="Why">What a reader has to know beside the verdict; null where the numbers speak for themselves.</param>
public sealed record ItemJudgement(
    string Analyte, Verdict Verdict, Limit? Limit, DecisionRule Rule, string JudgedValue, string PrintedValue, Bilingual? Why);

/// <summary>The verdict on a sample for one market.</summary>
/// <param name="Verdict">All items together (<see cref="Verdicts.Together"/>).</param>
/// <param name="Items">
/// One per reading in the order given, then sums worked out of their parts, then what the market wants declared (the bee), then one per
/// required analyte without a reading.
/// </param>
public sealed record SampleJudgement(Verdict Verdict, IReadOnlyList<ItemJudgement> Items);

/// <summary>
/// Judges readings against the limits of one market: which limits apply to this sample on this day, and what the reading
/// says against each. Pure: the same inputs give the same verdict for ever, which is what lets a verdict be checked again.
/// </summary>
/// <remarks>
/// House rules, where standards are silent:
/// <list type="bullet">
/// <item>Within one standard a limit for a named nectar source or bee replaces the general one; limits of different
/// standards all count, and the strictest outcome is the item's.</item>
/// <item>Where nectar source or bee is not declared, every one that a limit names, and one that none names, is tried. If
/// all give one verdict, that is the verdict; otherwise the missing fact is asked for. Never a pass and never a fail by guessing.</item>
/// <item>A contract value with a grade binds only a sample that declares this grade (GH/T 18796-2012 binds when declared).</item>
/// <item>Any other standard that has grades, none of which is declared, judges by its least strict grade, and this is said.</item>
/// <item>A declared grade that no standard in force knows is asked for again.</item>
/// <item>A limit with a proviso on another analyte is an alternative: the standard is met by the general row, or by the alternative
/// and its proviso both. Where only the proviso's reading is missing, it is asked for.</item>
/// <item>A sum that was not read itself is worked out of its parts where the market defines them (<see cref="ResidueDefinition"/>).</item>
/// </list>
/// </remarks>
public static class Judgement
{
    /// <summary>Judges a sample.</summary>
    /// <param name="sample">What was sampled.</param>
    /// <param name="readings">The results that count; a superseded reading is not among them.</param>
    /// <param name="profile">The market.</param>
    /// <param name="limits">Limits to choose from; other markets, products, days and inactive rows are ignored.</param>
    /// <param name="agreedRule">A rule agreed with the client, before those of limit and market (ISO/IEC 17025:2017 7.1.3).</param>
    public static SampleJudgement Judge(
        JudgedSample sample,
        IReadOnlyList<AnalyteReading> readings,
        MarketProfile profile,
        IReadOnlyList<Limit> limits,
        DecisionRule? agreedRule = null) =>
        new SampleLimits(sample, profile, limits, agreedRule).Judge(readings);
}
