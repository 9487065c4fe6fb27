using System.Globalization;

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
/// <item>Where the declared facts leave several limits possible and all of them give one verdict, that is the verdict;
/// otherwise the missing fact is asked for. Never a pass and never a fail by guessing.</item>
/// <item>No grade declared and only graded limits: the sample is judged as the least strict grade, and this is said.</item>
/// <item>A declared grade that no standard in force knows is asked for again; a standard without that grade is otherwise left out.</item>
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

/// <summary>One reading against one limit.</summary>
internal sealed record Finding(Verdict Verdict, Limit Limit, DecisionRule Rule, string JudgedValue, string PrintedValue, Bilingual? Why)
{
    internal Finding With(Bilingual note) => this with { Why = Comparison.Together(Why, note) };
}

/// <summary>Which of a market's limits apply to a sample, and what they say together.</summary>
internal sealed class LimitChoice(JudgedSample sample, IReadOnlyList<Limit> candidates)
{
    private readonly HashSet<string> _grades = candidates.Select(limit => limit.Grade).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The strictest finding of all limits that apply; null where none does.</summary>
    internal Finding? Decide(string analyte, Func<Limit, Finding> judge) => Strictest(candidates
        .Where(limit => limit.Analyte == analyte)
        .GroupBy(limit => (limit.StandardCode, limit.Edition, limit.Kind, Side: SideOf(limit)))
        .Select(standard => ByGrade(standard.ToList(), judge))
        .OfType<Finding>());

    // Limits of one standard, one kind and one direction: these can replace each other.
    private Finding? ByGrade(List<Limit> standard, Func<Limit, Finding> judge)
    {
        var graded = standard.Where(limit => limit.Grade is not null).ToList();
        var ungraded = standard.Where(limit => limit.Grade is null).ToList();
        if (graded.Count == 0)
            return ByDeclaration(ungraded, judge);

        if (sample.Grade is { } grade)
        {
            var own = graded.Where(limit => SameName(limit.Grade!, grade)).ToList();
            if (own.Count > 0 || _grades.Contains(grade))
                return ByDeclaration([.. ungraded, .. own], judge);
            var known = string.Join(", ", _grades.Order(StringComparer.Ordinal));
            return Strictest(graded.Select(judge))! with
            {
                Verdict = Verdict.NeedsInput,
                Why = new Bilingual($"所适用标准没有等级“{grade}”，请填写：{known}。", $"No standard in force knows the grade \"{grade}\"; state one of: {known}."),
            };
        }

        if (ungraded.Count > 0)
            return ByDeclaration(ungraded, judge);
        var mildest = graded
            .GroupBy(limit => limit.Grade!, StringComparer.OrdinalIgnoreCase)
            .Select(limits => ByDeclaration([.. limits], judge))
            .OfType<Finding>()
            .OrderByDescending(finding => finding.Verdict.Strictness())
            .ThenByDescending(finding => Tightness(finding.Limit))
            .FirstOrDefault();
        return mildest?.With(new Bilingual(
            $"未声明等级，按最低要求的等级“{mildest.Limit.Grade}”判定。",
            $"No grade declared: judged as the least strict grade, \"{mildest.Limit.Grade}\"."));
    }

    private Finding? ByDeclaration(List<Limit> limits, Func<Limit, Finding> judge)
    {
        var sure = limits.Where(limit => Applies(limit) == true).ToList();
        var open = limits.Where(limit => Applies(limit) is null).ToList();
        if (open.Count == 0)
        {
            var best = sure.Count == 0 ? 0 : sure.Max(Specificity);
            return Strictest(sure.Where(limit => Specificity(limit) == best).Select(judge));
        }

        var possible = sure.Concat(open).Select(judge).ToList();
        var strictest = Strictest(possible)!;
        // With special cases only, "no limit at all" is possible too, and so a fail would be a guess.
        var complete = sure.Count > 0 || open.Exists(limit => limit.NectarRule == NectarRule.NotIn);
        if (possible.TrueForAll(finding => finding.Verdict == strictest.Verdict) && (complete || strictest.Verdict == Verdict.Pass))
            return strictest;

        var texts = possible.Select(finding => finding.Limit.Describe()).Distinct().ToList();
        var byNectar = open.Exists(limit => limit.NectarRule != NectarRule.Any && NectarApplies(limit) is null);
        return strictest with
        {
            Verdict = Verdict.NeedsInput,
            Why = new Bilingual(
                $"限量取决于{(byNectar ? "蜜源植物" : "蜂种")}（{string.Join(" 或 ", texts.Select(text => text.Zh))}），请补充申报。",
                $"The limit depends on the {(byNectar ? "nectar source" : "bee species")} ({string.Join(" or ", texts.Select(text => text.En))}), which has to be declared."),
        };
    }

    private bool? Applies(Limit limit)
    {
        var nectar = NectarApplies(limit);
        bool? species = limit.Species is null ? true : sample.Species is null ? null : SameName(limit.Species, sample.Species);
        return nectar == false || species == false ? false : nectar is null || species is null ? null : true;
    }

    private bool? NectarApplies(Limit limit)
    {
        if (limit.NectarRule == NectarRule.Any)
            return true;
        if (string.IsNullOrWhiteSpace(sample.NectarSource))
            return null;
        var listed = IsListed(sample.NectarSource.Trim(), limit.NectarSources);
        return limit.NectarRule == NectarRule.In ? listed : !listed;
    }

    // Null where only the genus was declared and only some of its species are listed.
    private static bool? IsListed(string declared, string[] listed)
    {
        var (genus, species) = Split(declared);
        bool? answer = false;
        foreach (var (listedGenus, listedSpecies) in listed.Select(Split))
        {
            if (!SameName(genus, listedGenus))
                continue;
            if (listedSpecies is null || (species is not null && SameName(species, listedSpecies)))
                return true;
            if (species is null)
                answer = null;
        }

        return answer;
    }

    private static (string Genus, string? Species) Split(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length < 2 || words[1] is "spp." or "sp." or "spp" or "sp"
            ? (words.FirstOrDefault() ?? "", null)
            : (words[0], string.Join(' ', words.Skip(1)));
    }

    private static bool SameName(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static int Specificity(Limit limit) => (limit.NectarRule == NectarRule.Any ? 0 : 1) + (limit.Species is null ? 0 : 1);

    private static Finding? Strictest(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => finding.Verdict.Strictness())
        .ThenBy(finding => Tightness(finding.Limit))
        .FirstOrDefault();

    private static int SideOf(Limit limit) => limit.Comparator switch
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
        var size = unit.IsDone ? Power(unit.Value.Exponent) : 1m;
        return limit.Comparator switch
        {
            Comparator.AtMost or Comparator.LessThan => (limit.High ?? 0m) * size,
            Comparator.AtLeast or Comparator.MoreThan => -(limit.Low ?? 0m) * size,
            Comparator.Within => ((limit.High ?? 0m) - (limit.Low ?? 0m)) * size,
            _ => decimal.MinValue,
        };
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power = exponent < 0 ? power / 10m : power * 10m;
        return power;
    }
}

/// <summary>Compares one reading with one limit under one decision rule.</summary>
internal static class Comparison
{
    internal static Finding Judge(AnalyteReading analyte, Limit limit, DecisionRule wanted)
    {
        var reading = analyte.Reading;
        var rule = RuleFor(limit, wanted);
        var plain = Plain(reading);
        if (limit.Comparator == Comparator.Absent && (limit.High is null || reading.Kind is ReadingKind.Detected or ReadingKind.NotDetected))
            return JudgeAbsence(new Finding(Verdict.Pass, limit, rule, plain, plain, Why: null), reading, named: null);

        var unit = Unit.Parse(limit.Unit);
        if (!unit.IsDone || Amounts.Of(reading, unit.Value) is not { } amounts)
        {
            return new Finding(Verdict.CannotJudge, limit, rule, plain, plain, new Bilingual(
                $"结果的单位 {reading.Unit} 与限量的单位 {limit.Unit} 不可换算。", $"The reading's unit {reading.Unit} cannot be converted into the limit's {limit.Unit}."));
        }

        var (judged, printed) = Texts(reading.Kind, amounts, limit, rule, analyte.PrintedDecimals);
        var finding = new Finding(Verdict.Pass, limit, rule, judged, printed, Why: null);
        return limit.Comparator == Comparator.Absent
            ? JudgeAbsence(finding, reading, limit.High, amounts)
            : JudgeAmount(finding, reading.Kind, amounts);
    }

    /// <summary>The reading without a unit, in no language: "0.42", "ND (&lt;0.1)", "&lt;LOQ 0.3", "&gt;300", "detected", "ND".</summary>
    internal static string Plain(Reading reading) => Plain(reading.Kind, Amounts.Of(reading, reading.Unit)!);

    internal static Bilingual Together(Bilingual? first, Bilingual second) =>
        first is { } one ? new Bilingual(one.Zh + second.Zh, one.En + " " + second.En) : second;

    // The EU's two residue rules say nothing of moisture or sugar.
    private static DecisionRule RuleFor(Limit limit, DecisionRule wanted) => wanted switch
    {
        DecisionRule.EuPesticide when limit.Kind != LimitKind.MaximumLevel => DecisionRule.Simple,
        DecisionRule.EuCcAlpha when limit.Kind is not (LimitKind.MaximumLevel or LimitKind.ReferencePointForAction or LimitKind.NotDetectable) => DecisionRule.Simple,
        _ => wanted,
    };

    /// <summary>Not detectable, or absent. <paramref name="named"/> is the LOD of the standard's method in the limit's unit.</summary>
    private static Finding JudgeAbsence(Finding finding, Reading reading, decimal? named, Amounts? converted = null)
    {
        var amounts = converted ?? Amounts.Of(reading, reading.Unit)!;
        switch (reading.Kind)
        {
            case ReadingKind.NotDetected:
                return finding;
            case ReadingKind.BelowLod when named is null || amounts.Lod <= named:
                return finding;
            case ReadingKind.BelowLod:
                return finding.Saying(Verdict.CannotJudge,
                    $"检出限 {Digits(amounts.Lod)} 高于标准方法的检出限 {Digits(named)}，未检出不能说明合格。",
                    $"The LOD {Digits(amounts.Lod)} is above that of the standard's method, {Digits(named)}: not detected proves nothing.");
            case ReadingKind.BelowLoq when amounts.Loq <= named:
            case ReadingKind.BelowValue when amounts.Bound <= named:
                return finding;
            case ReadingKind.BelowLoq:
                return finding.Saying(Verdict.CannotJudge,
                    "检出但低于定量限：不得检出的项目须先确证。",
                    "Detected below the LOQ: where nothing may be detected, this needs confirmation first.");
            case ReadingKind.BelowValue:
                return finding.Saying(Verdict.NeedsInput,
                    "结果只说明低于某值，请填写检出限以判断是否检出。",
                    "The reading only says below a value; state the LOD to tell whether anything was detected.");
            case ReadingKind.Numeric when finding.Rule == DecisionRule.EuCcAlpha && amounts.Value < amounts.CcAlpha:
                return finding.Saying(Verdict.Pass,
                    $"低于判定限 CCα {Digits(amounts.CcAlpha)}：记录，不判不合格。",
                    $"Below the decision limit CCα {Digits(amounts.CcAlpha)}: to be recorded, not non-compliant.");
            case ReadingKind.Numeric when amounts.Value < named:
                return finding.Saying(Verdict.Pass,
                    $"检出值低于标准方法的检出限 {Digits(named)}。",
                    $"The amount found is below the LOD of the standard's method, {Digits(named)}.");
            case ReadingKind.Numeric when amounts.Value == 0m:
                return finding;
            default:
                return finding with { Verdict = Verdict.Fail };
        }
    }

    private static Finding JudgeAmount(Finding finding, ReadingKind kind, Amounts amounts)
    {
        if (kind is ReadingKind.Detected or ReadingKind.NotDetected)
        {
            return finding.Saying(Verdict.CannotJudge,
                "限量是数值，定性结果不能比较。", "The limit is a number; a word cannot be compared with it.");
        }

        var limit = finding.Limit;
        if (NeedsUncertainty(finding, kind, amounts) is { } needs)
            return needs;
        if (limit.Kind == LimitKind.ReferencePointForAction && finding.Rule == DecisionRule.EuCcAlpha && amounts.CcAlpha > limit.High)
        {
            return finding.Saying(Verdict.CannotJudge,
                $"方法的 CCα {Digits(amounts.CcAlpha)} 高于行动参考点 {Digits(limit.High)}，该方法不适用。",
                $"The method's CCα {Digits(amounts.CcAlpha)} is above the reference point for action {Digits(limit.High)}: unfit for it.");
        }

        var span = Span.Of(kind, amounts);
        var verdict = OfSpan(span, limit, finding.Rule, amounts);
        var judged = finding with { Verdict = verdict };
        return verdict == Verdict.CannotJudge ? Undecided(judged, kind, amounts) : Explained(judged, kind, amounts);
    }

    private static Finding? NeedsUncertainty(Finding finding, ReadingKind kind, Amounts amounts)
    {
        if (kind != ReadingKind.Numeric || amounts.Uncertainty is not null)
            return null;
        // With a one-sided guard band a value beyond the limit itself fails whatever U is.
        var needed = finding.Rule == DecisionRule.NonBinary
            || (finding.Rule == DecisionRule.GuardU && OfSpan(Span.Of(kind, amounts), finding.Limit, DecisionRule.Simple, amounts) == Verdict.Pass);
        return needed
            ? finding.Saying(Verdict.NeedsInput,
                $"判定规则 {finding.Rule.Code()} 需要扩展不确定度 U。", $"The decision rule {finding.Rule.Code()} needs the expanded uncertainty U.")
            : null;
    }

    private static Finding Undecided(Finding finding, ReadingKind kind, Amounts amounts)
    {
        var limit = finding.Limit.Describe();
        var (zh, en, bound) = kind switch
        {
            ReadingKind.BelowLod => ("检出限", "LOD", amounts.Lod),
            ReadingKind.BelowLoq => ("定量限", "LOQ", amounts.Loq),
            ReadingKind.BelowValue => ("“<”之后的数值", "bound of the \"<\"", amounts.Bound),
            _ => ("量程上限", "upper end of the range", amounts.Bound),
        };
        return finding.Saying(Verdict.CannotJudge,
            $"{zh} {Digits(bound)} 与限量 {limit.Zh} 相比不足以判定。",
            $"The {en} {Digits(bound)} cannot decide against the limit {limit.En}.");
    }

    private static Finding Explained(Finding finding, ReadingKind kind, Amounts amounts)
    {
        if (kind == ReadingKind.BelowLoq && finding.Limit.Kind == LimitKind.ReferencePointForAction && finding.Verdict == Verdict.Pass)
            return finding.With(RecordedBelowRpa);
        if (kind != ReadingKind.Numeric)
            return finding;

        var limit = finding.Limit;
        var plain = OfSpan(Span.Of(kind, amounts), limit, DecisionRule.Simple, amounts);
        switch (finding.Rule)
        {
            case DecisionRule.GuardU when finding.Verdict == Verdict.Fail && plain == Verdict.Pass:
                finding = finding.With(new Bilingual(
                    $"符合限量，但与限量的距离小于 U = {Digits(amounts.Uncertainty)}。",
                    $"Meets the limit, but by less than U = {Digits(amounts.Uncertainty)}."));
                break;
            case DecisionRule.EuPesticide when finding.Verdict == Verdict.Pass && plain == Verdict.Fail:
                var half = amounts.Uncertainty ?? DefaultPesticideUncertainty(amounts.Value!.Value);
                finding = finding.With(new Bilingual(
                    $"减去扩展不确定度 {Digits(half)} 后未超过限量。", $"Less its expanded uncertainty {Digits(half)} it does not exceed the limit."));
                break;
            case DecisionRule.EuCcAlpha when limit.Kind == LimitKind.MaximumLevel && plain == Verdict.Fail:
                finding = finding.With(DecisionLimit(limit.High!.Value, amounts) is { } ccAlpha
                    ? new Bilingual($"判定限 CCα = {Digits(ccAlpha)}。", $"The decision limit CCα is {Digits(ccAlpha)}.")
                    : new Bilingual("未给出 CCα 或 U，直接与限量比较。", "Neither CCα nor U is stated: compared with the limit itself."));
                break;
            case DecisionRule.CnRounded when finding.Verdict != plain:
                finding = finding.With(new Bilingual(
                    $"{Digits(amounts.Value)} 按限量的位数修约为 {finding.JudgedValue} 后判定（GB/T 8170-2008）。",
                    $"{Digits(amounts.Value)} is rounded to the limit's digits, {finding.JudgedValue}, and that is judged (GB/T 8170-2008)."));
                break;
        }

        if (limit.Kind == LimitKind.ReferencePointForAction && finding.Verdict == Verdict.Pass)
            finding = finding.With(RecordedBelowRpa);
        return PrintMisleads(finding, amounts)
            ? finding.With(new Bilingual(
                $"报告印 {finding.PrintedValue}，但按 {finding.JudgedValue} 判定。", $"Prints {finding.PrintedValue}, but {finding.JudgedValue} is judged."))
            : finding;
    }

    private static Bilingual RecordedBelowRpa => new(
        "低于行动参考点：不禁止进入食物链，但须记录并调查。", "Below the reference point for action: not barred from the food chain, to be recorded and investigated.");

    // True where a reader who compares the printed number with the limit would come to another verdict.
    private static bool PrintMisleads(Finding finding, Amounts amounts)
    {
        if (finding.PrintedValue == finding.JudgedValue)
            return false;
        var printed = amounts with { Value = decimal.Parse(finding.PrintedValue, CultureInfo.InvariantCulture) };
        return OfSpan(Span.Of(ReadingKind.Numeric, printed), finding.Limit, finding.Rule, printed) != finding.Verdict;
    }

    private static Verdict OfSpan(Span span, Limit limit, DecisionRule rule, Amounts amounts)
    {
        var upper = limit.Comparator is Comparator.AtMost or Comparator.LessThan or Comparator.Within && limit.High is { } high
            ? OfSide(span, high, limit.Comparator == Comparator.LessThan || limit.Kind == LimitKind.ReferencePointForAction, rule, amounts, limit.Kind)
            : Verdict.Pass;
        // A lower limit is an upper one seen in a mirror: −x ≤ −low. So a guard band moves the other way by itself.
        var lower = limit.Comparator is Comparator.AtLeast or Comparator.MoreThan or Comparator.Within && limit.Low is { } low
            ? OfSide(span.Mirrored, -low, limit.Comparator == Comparator.MoreThan, rule, amounts, limit.Kind)
            : Verdict.Pass;
        return upper.Strictness() < lower.Strictness() ? upper : lower;
    }

    // Every rule is monotone: if both ends of what the value may be get one verdict, all of it does.
    private static Verdict OfSide(Span span, decimal bound, bool strict, DecisionRule rule, Amounts amounts, LimitKind kind)
    {
        var first = OfPoint(span.From, bound, strict, rule, amounts, kind);
        return first == OfPoint(span.To, bound, strict, rule, amounts, kind) ? first : Verdict.CannotJudge;
    }

    private static Verdict OfPoint(Point point, decimal bound, bool strict, DecisionRule rule, Amounts amounts, LimitKind kind)
    {
        // Without a value of its own a censored reading has no uncertainty to add.
        var u = amounts.Uncertainty ?? 0m;
        switch (rule)
        {
            case DecisionRule.GuardU:
                return Binary(point.Meets(bound - u, strict));
            case DecisionRule.NonBinary:
                return point.Meets(bound - u, strict) ? Verdict.Pass
                    : point.Meets(bound, strict) ? Verdict.ConditionalPass
                    : point.Meets(bound + u, strict: false) ? Verdict.ConditionalFail
                    : Verdict.Fail;
            case DecisionRule.EuCcAlpha when kind == LimitKind.MaximumLevel && DecisionLimit(bound, amounts) is { } ccAlpha:
                return Binary(point.Meets(ccAlpha, strict: true) || point.Meets(bound, strict));
            case DecisionRule.EuPesticide:
                var less = amounts.Uncertainty ?? DefaultPesticideUncertainty(Math.Abs(point.IsInfinite ? 0m : point.Value));
                return Binary((point.IsInfinite ? point : point with { Value = point.Value - less }).Meets(bound, strict));
            case DecisionRule.CnRounded when point.IsExact:
                return Binary((point with { Value = Rounding.ToPlaces(point.Value, bound.Scale) }).Meets(bound, strict));
            default:
                return Binary(point.Meets(bound, strict));
        }
    }

    private static Verdict Binary(bool meets) => meets ? Verdict.Pass : Verdict.Fail;

    // (EU) 2021/808 Annex I 2.6: for an authorised substance CCα is the limit plus 1.64 standard uncertainties.
    private static decimal? DecisionLimit(decimal limit, Amounts amounts) =>
        amounts.CcAlpha ?? (amounts.Uncertainty is { } u ? limit + (1.64m * u / amounts.CoverageFactor) : null);

    private static decimal DefaultPesticideUncertainty(decimal value) => value * 0.5m;

    private static (string Judged, string Printed) Texts(ReadingKind kind, Amounts amounts, Limit limit, DecisionRule rule, int? printedDecimals)
    {
        var plain = Plain(kind, amounts);
        if (kind != ReadingKind.Numeric)
            return (plain, plain);
        var value = amounts.Value!.Value;
        if (limit.Comparator == Comparator.Absent)
            return (plain, plain);
        var places = Math.Max(limit.High?.Scale ?? 0, limit.Low?.Scale ?? 0);
        if (rule == DecisionRule.CnRounded)
        {
            var rounded = Rounding.Print(value, places);
            return (rounded, rounded);
        }

        // A limit without decimals ("≤ 5 g/100 g") does not mean that sugar is reported in whole grams.
        var wanted = printedDecimals is { } known ? Math.Max(known, places) : places == 0 ? value.Scale : places;
        return (plain, wanted < value.Scale ? Rounding.Print(value, wanted) : plain);
    }

    private static string Plain(ReadingKind kind, Amounts amounts) => kind switch
    {
        ReadingKind.Numeric => Digits(amounts.Value),
        ReadingKind.BelowLod => $"ND (<{Digits(amounts.Lod)})",
        ReadingKind.BelowLoq => $"<LOQ {Digits(amounts.Loq)}",
        ReadingKind.BelowValue => "<" + Digits(amounts.Bound),
        ReadingKind.AboveRange => ">" + Digits(amounts.Bound),
        ReadingKind.Detected => "detected",
        _ => "ND",
    };

    private static string Digits(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static Finding Saying(this Finding finding, Verdict verdict, string zh, string en) =>
        (finding with { Verdict = verdict }).With(new Bilingual(zh, en));

    /// <summary>A reading's numbers in one unit.</summary>
    private sealed record Amounts(decimal? Value, decimal? Bound, decimal? Lod, decimal? Loq, decimal? Uncertainty, decimal CoverageFactor, decimal? CcAlpha)
    {
        /// <summary>Null where the units do not convert.</summary>
        internal static Amounts? Of(Reading reading, Unit unit)
        {
            if (reading.Unit.Dimension != unit.Dimension)
                return null;
            var exact = true;
            decimal? Convert(decimal? value)
            {
                if (value is not { } number)
                    return null;
                var converted = reading.Unit.Convert(number, unit);
                exact &= converted.IsDone;
                return converted.IsDone ? converted.Value : null;
            }

            var amounts = new Amounts(
                Convert(reading.Value), Convert(reading.Bound), Convert(reading.Lod), Convert(reading.Loq),
                Convert(reading.Uncertainty), reading.CoverageFactor, Convert(reading.CcAlpha));
            return exact ? amounts : null;
        }
    }

    /// <summary>A value, or the place just below (−1) or just above (+1) it: the open end of a span.</summary>
    private readonly record struct Point(decimal Value, int Side)
    {
        internal bool IsExact => Side == 0;

        internal bool IsInfinite => Value is decimal.MaxValue or decimal.MinValue;

        internal bool Meets(decimal bound, bool strict) => Value < bound || (Value == bound && (Side < 0 || (Side == 0 && !strict)));
    }

    /// <summary>Everything that the true reading may be.</summary>
    private readonly record struct Span(Point From, Point To)
    {
        internal Span Mirrored => new(new Point(-From.Value, -From.Side), new Point(-To.Value, -To.Side));

        internal static Span Of(ReadingKind kind, Amounts amounts) => kind switch
        {
            ReadingKind.Numeric => new(new Point(amounts.Value!.Value, 0), new Point(amounts.Value.Value, 0)),
            ReadingKind.BelowLod => new(new Point(0m, 0), new Point(amounts.Lod!.Value, -1)),
            ReadingKind.BelowLoq => new(new Point(amounts.Lod ?? 0m, 0), new Point(amounts.Loq!.Value, -1)),
            ReadingKind.BelowValue => new(new Point(0m, 0), new Point(amounts.Bound!.Value, -1)),
            _ => new(new Point(amounts.Bound!.Value, 1), new Point(decimal.MaxValue, 0)),
        };
    }
}
