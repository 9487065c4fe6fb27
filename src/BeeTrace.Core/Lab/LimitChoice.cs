namespace BeeTrace.Core.Lab;

/// <summary>
/// Which of a market's limits apply to one analyte of a sample, and what they say together. Where nectar source or bee is not declared,
/// each that a limit names and one that none names makes a world of its own; worlds with the same limits are one.
/// </summary>
internal sealed class LimitChoice
{
    // Stands for a nectar source or a bee that no limit names.
    private const string AnyOther = "(other)";

    private readonly List<StandardLimits[]> _worlds = [];
    private readonly bool _asksNectarSource;
    private readonly bool _asksBee;

    internal LimitChoice(JudgedSample sample, IReadOnlyList<Limit> limits, HashSet<string> knownGrades)
    {
        var conditions = limits.Select(limit => new Condition(limit)).ToList();
        var nectarSources = PossibleNectarSources(sample, conditions);
        var bees = PossibleBees(sample, limits);
        (_asksNectarSource, _asksBee) = (nectarSources.Count > 1, bees.Count > 1);
        var seen = new List<Limit[]>();
        foreach (var nectarSource in nectarSources)
        {
            foreach (var bee in bees)
            {
                Limit[] applying = [.. conditions.Where(condition => condition.Applies(nectarSource, bee, sample.States)).Select(condition => condition.Limit)];
                if (seen.Exists(known => known.SequenceEqual(applying)))
                    continue;
                seen.Add(applying);
                _worlds.Add(InForce(applying, sample.Grade, knownGrades));
            }
        }
    }

    /// <summary>The strictest finding of all limits that apply; null where none does.</summary>
    internal Finding? Decide(AnalyteReading reading, ReadingsAtHand hand)
    {
        var findings = new List<Finding>(_worlds.Count);
        foreach (var world in _worlds)
        {
            if (Findings.Strictest(world.Select(standard => standard.Judge(reading, hand))) is { } finding)
                findings.Add(finding);
        }

        var strictest = Findings.Strictest(findings);
        if (strictest is null)
            return null;

        // Where some worlds have no limit at all, a fail in the others would be a guess; a pass would not.
        var agree = findings.TrueForAll(finding => finding.Verdict == strictest.Verdict)
            && (findings.Count == _worlds.Count || strictest.Verdict == Verdict.Pass);
        return agree ? strictest : Ask(strictest, findings);
    }

    private Finding Ask(Finding strictest, List<Finding> findings)
    {
        var texts = findings.Select(finding => finding.Limit.Describe()).Distinct().ToList();
        var (zh, en) = (_asksNectarSource, _asksBee) switch
        {
            (true, true) => ("蜜源植物和蜂种", "nectar source and the bee"),
            (true, false) => ("蜜源植物", "nectar source"),
            _ => ("蜂种", "bee"),
        };
        return strictest with
        {
            Verdict = Verdict.NeedsInput,
            Why = new Bilingual(
                $"限量取决于{zh}（{string.Join(" 或 ", texts.Select(text => text.Zh))}），请补充申报。",
                $"The limit depends on the {en} ({string.Join(" or ", texts.Select(text => text.En))}), which has to be declared."),
        };
    }

    private static StandardLimits[] InForce(Limit[] applying, string? grade, HashSet<string> knownGrades) =>
    [
        .. applying
            .GroupBy(limit => (limit.StandardCode, limit.Kind, Direction: DirectionOf(limit)))
            .Select(standard => StandardLimits.Of([.. standard], grade, knownGrades))
            .OfType<StandardLimits>(),
    ];

    private static List<PlantName> PossibleNectarSources(JudgedSample sample, List<Condition> conditions)
    {
        var listed = conditions.SelectMany(condition => condition.NectarSources).Distinct().ToList();
        if (string.IsNullOrWhiteSpace(sample.NectarSource))
            return [.. listed, PlantName.Parse(AnyOther)];

        // Only the genus is declared: it may be any of its listed species.
        var declared = PlantName.Parse(sample.NectarSource);
        return declared.Species is null
            ? [declared, .. listed.Where(name => name.Species is not null && name.IsOfGenus(declared.Genus))]
            : [declared];
    }

    private static List<string> PossibleBees(JudgedSample sample, IReadOnlyList<Limit> limits) =>
        string.IsNullOrWhiteSpace(sample.Species)
            ? [.. limits.Select(limit => limit.Species).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase), AnyOther]
            : [sample.Species.Trim()];

    private static int DirectionOf(Limit limit) => limit.Comparator switch
    {
        Comparator.AtMost or Comparator.LessThan => 1,
        Comparator.AtLeast or Comparator.MoreThan => -1,
        Comparator.Within => 0,
        _ => 2,
    };

    /// <summary>For which honey a limit is meant, with its plant names taken apart once.</summary>
    private sealed class Condition(Limit limit)
    {
        internal Limit Limit => limit;

        internal PlantName[] NectarSources { get; } = limit.NectarRule == NectarRule.Any ? [] : [.. limit.NectarSources.Select(PlantName.Parse)];

        internal bool Applies(PlantName nectarSource, string bee, IReadOnlyCollection<DeclaredState>? states)
        {
            if (limit.Species is not null && !limit.Species.Trim().Equals(bee, StringComparison.OrdinalIgnoreCase))
                return false;
            if (limit.State is { } only && states?.Contains(only) != true)
                return false;
            if (limit.NotState is { } never && states?.Contains(never) == true)
                return false;
            return limit.NectarRule == NectarRule.Any
                || Array.Exists(NectarSources, name => name.Covers(nectarSource)) == (limit.NectarRule == NectarRule.In);
        }
    }
}
