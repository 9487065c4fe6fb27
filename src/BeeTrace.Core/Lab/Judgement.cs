namespace BeeTrace.Core.Lab;

/// <summary>What has to be known of a sample to find its limits.</summary>
/// <param name="Product">Product code (<c>HONEY</c>).</param>
/// <param name="NectarSource">Declared nectar source, Latin name; null when none was declared.</param>
/// <param name="Species">Bee, Latin name; null when not declared.</param>
/// <param name="Grade">Declared grade; null when none.</param>
/// <param name="SampledOn">The day whose limits count.</param>
public sealed record JudgedSample(string Product, string? NectarSource, string? Species, string? Grade, DateOnly SampledOn);

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
/// <param name="Items">One per reading in the order given, then one per required analyte without a reading.</param>
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
        DecisionRule? agreedRule = null)
    {
        var candidates = limits
            .Where(limit => limit.Active && limit.Market == profile.Market && limit.Product == sample.Product && limit.IsInForceOn(sample.SampledOn))
            .ToList();
        var choice = new LimitChoice(sample, candidates);
        var items = readings.Select(reading => JudgeItem(reading, choice, profile, agreedRule)).ToList();
        if (profile.RequiredAnalytes.TryGetValue(sample.Product, out var required))
        {
            items.AddRange(required
                .Where(analyte => readings.All(reading => reading.Analyte != analyte))
                .Select(analyte => new ItemJudgement(
                    analyte, Verdict.Incomplete, Limit: null, agreedRule ?? profile.Rule, "", "",
                    new Bilingual($"{profile.Market} 要求检测该项目，但没有结果。", $"{profile.Market} requires this analyte, but there is no reading."))));
        }

        return new SampleJudgement(Verdicts.Together(items.Select(item => item.Verdict)), items);
    }

    private static ItemJudgement JudgeItem(AnalyteReading reading, LimitChoice choice, MarketProfile profile, DecisionRule? agreedRule)
    {
        var finding = choice.Decide(
            reading.Analyte,
            limit => Comparison.Judge(reading, limit, agreedRule ?? limit.RuleOverride ?? profile.Rule));
        if (finding is not null)
            return new ItemJudgement(reading.Analyte, finding.Verdict, finding.Limit, finding.Rule, finding.JudgedValue, finding.PrintedValue, finding.Why);

        var value = Comparison.Plain(reading.Reading);
        return new ItemJudgement(
            reading.Analyte, Verdict.NoLimit, Limit: null, agreedRule ?? profile.Rule, value, value,
            new Bilingual($"{profile.Market} 当日没有适用的限量：只报告结果，不作判定。", $"{profile.Market} had no limit for it on that day: reported, not judged."));
    }
}
