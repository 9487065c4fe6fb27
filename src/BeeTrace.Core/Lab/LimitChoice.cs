namespace BeeTrace.Core.Lab;

/// <summary>Which of a market's limits apply to a sample, and what they say together.</summary>
internal sealed class LimitChoice(JudgedSample sample, IReadOnlyList<Limit> candidates)
{
    // Stands for a nectar source or a bee that no limit names.
    private const string AnyOther = "(other)";

    private readonly HashSet<string> _grades = candidates.Select(limit => limit.Grade).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The strictest finding of all limits that apply; null where none does.</summary>
    internal Finding? Decide(string analyte, Func<Limit, Finding> judge)
    {
        var limits = candidates.Where(limit => limit.Analyte == analyte).ToList();
        var nectarSources = PossibleNectarSources(limits);
        var bees = PossibleBees(limits);
        var worlds = nectarSources
            .SelectMany(nectar => bees.Select(bee => sample with { NectarSource = nectar, Species = bee }))
            .Select(world => In(world, limits, judge))
            .ToList();
        var findings = worlds.OfType<Finding>().ToList();
        var strictest = Strictest(findings);
        if (strictest is null)
            return null;

        // Where some worlds have no limit at all, a fail in the others would be a guess; a pass would not.
        var agree = findings.TrueForAll(finding => finding.Verdict == strictest.Verdict)
            && (findings.Count == worlds.Count || strictest.Verdict == Verdict.Pass);
        return agree ? strictest : Ask(strictest, findings, nectarSources.Count > 1, bees.Count > 1);
    }

    private static Finding Ask(Finding strictest, List<Finding> findings, bool nectar, bool bee)
    {
        var texts = findings.Select(finding => finding.Limit.Describe()).Distinct().ToList();
        var (zh, en) = (nectar, bee) switch
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

    private List<string?> PossibleNectarSources(List<Limit> limits)
    {
        var listed = limits
            .Where(limit => limit.NectarRule != NectarRule.Any)
            .SelectMany(limit => limit.NectarSources)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (string.IsNullOrWhiteSpace(sample.NectarSource))
            return listed.Count == 0 ? [null] : [.. listed, AnyOther];

        // Only the genus is declared: it may be any of its listed species.
        var (genus, species) = Split(sample.NectarSource);
        return species is null
            ? [sample.NectarSource, .. listed.Where(name => Split(name) is { Species: not null } one && SameName(one.Genus, genus))]
            : [sample.NectarSource];
    }

    private List<string?> PossibleBees(List<Limit> limits)
    {
        if (!string.IsNullOrWhiteSpace(sample.Species))
            return [sample.Species];
        var named = limits.Select(limit => limit.Species).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return named.Count == 0 ? [null] : [.. named, AnyOther];
    }

    // Limits of one standard, one kind and one direction can replace each other; all others add up.
    private Finding? In(JudgedSample world, List<Limit> limits, Func<Limit, Finding> judge) => Strictest(limits
        .Where(limit => Applies(limit, world))
        .GroupBy(limit => (limit.StandardCode, limit.Edition, limit.Kind, Direction: DirectionOf(limit)))
        .Select(standard => ByGrade([.. standard], judge))
        .OfType<Finding>());

    private Finding? ByGrade(List<Limit> standard, Func<Limit, Finding> judge)
    {
        var binding = standard.Where(limit => limit.Grade is null || (sample.Grade is { } grade && SameName(limit.Grade, grade))).ToList();
        if (binding.Count > 0 || standard[0].Kind == LimitKind.ContractValue)
            return MostSpecific(binding, judge);

        var mildest = standard
            .GroupBy(limit => limit.Grade!, StringComparer.OrdinalIgnoreCase)
            .Select(limits => MostSpecific([.. limits], judge)!)
            .OrderByDescending(finding => finding.Verdict.Strictness())
            .ThenByDescending(finding => Tightness(finding.Limit))
            .First();
        if (sample.Grade is null || _grades.Contains(sample.Grade))
        {
            return mildest.With(new Bilingual(
                $"未声明该标准的等级，按最低要求的等级“{mildest.Limit.Grade}”判定。",
                $"No grade of this standard is declared: judged as its least strict, \"{mildest.Limit.Grade}\"."));
        }

        var known = string.Join(", ", _grades.Order(StringComparer.Ordinal));
        return mildest with
        {
            Verdict = Verdict.NeedsInput,
            Why = new Bilingual(
                $"现行标准没有等级“{sample.Grade}”，请从下列等级中填写：{known}。",
                $"No standard in force knows the grade \"{sample.Grade}\"; declare one of: {known}."),
        };
    }

    private static Finding? MostSpecific(List<Limit> limits, Func<Limit, Finding> judge) => Strictest(limits
        .GroupBy(limit => (limit.NectarRule == NectarRule.Any ? 0 : 1) + (limit.Species is null ? 0 : 1))
        .OrderByDescending(limits => limits.Key)
        .FirstOrDefault()?
        .Select(judge) ?? []);

    private static Finding? Strictest(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => finding.Verdict.Strictness())
        .ThenBy(finding => finding.Verdict.IsFailed() && finding.Limit.Kind == LimitKind.ContractValue) // a broken law is named before a broken contract
        .ThenBy(finding => Tightness(finding.Limit))
        .FirstOrDefault();

    private static bool Applies(Limit limit, JudgedSample world)
    {
        if (limit.Species is not null && !SameName(limit.Species, world.Species ?? ""))
            return false;
        if (limit.NectarRule == NectarRule.Any)
            return true;
        var (genus, species) = Split(world.NectarSource ?? "");
        var listed = limit.NectarSources.Select(Split).Any(name =>
            SameName(name.Genus, genus) && (name.Species is null || (species is not null && SameName(name.Species, species))));
        return listed == (limit.NectarRule == NectarRule.In);
    }

    private static (string Genus, string? Species) Split(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length < 2 || words[1] is "spp." or "sp." or "spp" or "sp"
            ? (words.FirstOrDefault() ?? "", null)
            : (words[0], string.Join(' ', words.Skip(1)));
    }

    private static bool SameName(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static int DirectionOf(Limit limit) => limit.Comparator switch
    {
        Comparator.AtMost or Comparator.LessThan => 1,
        Comparator.AtLeast or Comparator.MoreThan => -1,
        Comparator.Within => 0,
        _ => 2,
    };

    // The smaller, the tighter; in the dimension's base unit, so that mg/kg and µg/kg compare.
    private static decimal Tightness(Limit limit)
    {
        var unit = Unit.Parse(limit.Unit);
        var size = unit.IsDone ? unit.Value.Size : 1m;
        return limit.Comparator switch
        {
            Comparator.AtMost or Comparator.LessThan => (limit.High ?? 0m) * size,
            Comparator.AtLeast or Comparator.MoreThan => -(limit.Low ?? 0m) * size,
            Comparator.Within => ((limit.High ?? 0m) - (limit.Low ?? 0m)) * size,
            _ => decimal.MinValue,
        };
    }
}
