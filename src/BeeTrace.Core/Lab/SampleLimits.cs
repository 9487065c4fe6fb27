namespace BeeTrace.Core.Lab;

/// <summary>
/// A sample's declared facts and the limits of one market, brought together once: which limits apply is worked out at the first
/// reading of an analyte and kept, so that every further reading costs only its comparison. Not for several threads at a time.
/// </summary>
public sealed class SampleLimits
{
    private readonly JudgedSample _sample;
    private readonly MarketProfile _profile;
    private readonly DecisionRule? _agreedRule;
    private readonly ILookup<string, Limit> _limits;
    private readonly ILookup<string, Limit> _definitions;
    private readonly HashSet<string> _grades;
    private readonly Dictionary<string, LimitChoice> _choices = new(StringComparer.Ordinal);

    /// <inheritdoc cref="Judgement.Judge" path="/param" />
    public SampleLimits(JudgedSample sample, MarketProfile profile, IReadOnlyList<Limit> limits, DecisionRule? agreedRule = null)
    {
        (_sample, _profile, _agreedRule) = (sample, profile, agreedRule);
        var candidates = limits
            .Where(limit => limit.Active && limit.Market == profile.Market && limit.Product == sample.Product && limit.IsInForceOn(sample.SampledOn))
            .ToList();
        _limits = candidates.Where(limit => limit.Comparator != Comparator.OfSpecies).ToLookup(limit => limit.Analyte, StringComparer.Ordinal);
        _definitions = candidates.Where(limit => limit.Comparator == Comparator.OfSpecies).ToLookup(limit => limit.Analyte, StringComparer.Ordinal);
        _grades = candidates.Select(limit => limit.Grade?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc cref="Judgement.Judge" path="/summary" />
    /// <inheritdoc cref="Judgement.Judge" path="/param[@name='readings']" />
    public SampleJudgement Judge(IReadOnlyList<AnalyteReading> readings)
    {
        var hand = new ReadingsAtHand(readings, _profile, _agreedRule);
        var items = new List<ItemJudgement>(readings.Count);
        foreach (var reading in readings)
            items.Add(Judge(reading, hand));
        items.AddRange(_profile.ResidueDefinitions
            .Where(definition => !IsAmong(items, definition.Analyte))
            .Select(definition => (definition.Analyte, Sum: ResidueSum.Of(definition, readings)))
            .Where(worked => worked.Sum is not null)
            .Select(worked => Judge(worked.Analyte, worked.Sum!, hand))
            .ToList());
        items.AddRange(_definitions
            .Where(definition => !IsAmong(items, definition.Key))
            .Select(definition => BeeDefinition.Judge([.. definition], _sample.Species, Rule))
            .ToList());
        if (_profile.RequiredAnalytes.TryGetValue(_sample.Product, out var required))
            items.AddRange(required.Where(analyte => !IsAmong(items, analyte)).Select(Missing).ToList());
        // House rule: to be honey at all is no test passed, so a definition that is met makes no pass where nothing else was judged.
        return new SampleJudgement(
            Verdicts.Together(items.Where(item => item is not { Verdict: Verdict.Pass, Limit.Comparator: Comparator.OfSpecies }).Select(item => item.Verdict)), items);
    }

    private DecisionRule Rule => _agreedRule ?? _profile.Rule;

    private static bool IsAmong(List<ItemJudgement> items, string analyte) => items.Exists(item => item.Analyte == analyte);

    private ItemJudgement Judge(AnalyteReading reading, ReadingsAtHand hand)
    {
        if (_definitions.Contains(reading.Analyte))
            return BeeDefinition.Judge([.. _definitions[reading.Analyte]], _sample.Species, Rule);
        if (ChoiceFor(reading.Analyte).Decide(reading, hand) is { } finding)
            return new ItemJudgement(reading.Analyte, finding.Verdict, finding.Limit, finding.Rule, finding.JudgedValue, finding.PrintedValue, finding.Why);

        var value = Comparison.Plain(reading.Reading);
        return new ItemJudgement(
            reading.Analyte, Verdict.NoLimit, Limit: null, Rule, value, value,
            new Bilingual($"{_profile.Market} 当日没有适用的限量：只报告结果，不作判定。", $"{_profile.Market} had no limit for it on that day: reported, not judged."));
    }

    private ItemJudgement Judge(string analyte, ResidueSum sum, ReadingsAtHand hand)
    {
        if (sum.Result is null)
            return new ItemJudgement(analyte, sum.Verdict, Limit: null, Rule, "", "", sum.Why);
        var item = Judge(sum.Result, hand);
        return item with { Why = item.Why is { } why ? Comparison.Together(sum.Why, why) : sum.Why };
    }

    private ItemJudgement Missing(string analyte) => new(
        analyte, Verdict.Incomplete, Limit: null, Rule, "", "",
        new Bilingual($"{_profile.Market} 要求检测该项目，但没有结果。", $"{_profile.Market} requires this analyte, but there is no reading."));

    private LimitChoice ChoiceFor(string analyte)
    {
        if (!_choices.TryGetValue(analyte, out var choice))
            _choices[analyte] = choice = new LimitChoice(_sample, [.. _limits[analyte]], _grades);
        return choice;
    }
}
