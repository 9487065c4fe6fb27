using System.Globalization;

namespace BeeTrace.Core.Lab;

/// <summary>One reading against one limit.</summary>
internal sealed record Finding(Verdict Verdict, Limit Limit, DecisionRule Rule, string JudgedValue, string PrintedValue, Bilingual? Why)
{
    internal Finding With(Bilingual note) => this with { Why = Comparison.Together(Why, note) };
}

/// <summary>Compares one reading with one limit under one decision rule.</summary>
internal static class Comparison
{
    internal static Finding Judge(AnalyteReading analyte, Limit limit, DecisionRule wanted)
    {
        var reading = analyte.Reading;
        var rule = RuleFor(limit, wanted);
        var unit = Unit.Parse(limit.Unit);
        var amounts = unit.IsDone ? Amounts.Of(reading, unit.Value) : null;
        // "Must not be there" compares no numbers unless the standard names a LOD.
        if (limit.Comparator == Comparator.Absent && (limit.High is null || reading.Kind is ReadingKind.Detected or ReadingKind.NotDetected))
            amounts ??= Amounts.Of(reading, reading.Unit);
        if (amounts is null)
        {
            var plain = Plain(reading);
            return new Finding(Verdict.CannotJudge, limit, rule, plain, plain, new Bilingual(
                $"结果的单位 {reading.Unit} 与限量的单位 {limit.Unit} 不可换算。", $"The reading's unit {reading.Unit} cannot be converted into the limit's {limit.Unit}."));
        }

        var (judged, printed) = Texts(reading.Kind, amounts, limit, rule, analyte.PrintedDecimals);
        var finding = new Finding(Verdict.Pass, limit, rule, judged, printed, Why: null);
        return limit.Comparator == Comparator.Absent
            ? JudgeAbsence(finding, reading.Kind, amounts)
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

    // Not detectable, or absent.
    private static Finding JudgeAbsence(Finding finding, ReadingKind kind, Amounts amounts)
    {
        var named = finding.Limit.High;
        switch (kind)
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
        if (!limit.HasBounds)
            return finding.Saying(Verdict.CannotJudge, "限量缺少数值。", "The limit lacks its number.");
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

    // (EU) 2021/808, Annex I: for an authorised substance CCα is the limit plus 1.64 standard uncertainties.
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

        // House rule: to the places of the analyte or of the limit, whichever are more. A limit alone is a poor guide ("≤ 5 g/100 g"
        // does not mean whole grams, and 0.03 against 0.1 must not print as 0.0), hence its decimals only, and two figures at least.
        var wanted = printedDecimals is { } known ? Math.Max(known, places)
            : places == 0 ? value.Scale
            : Math.Max(places, Rounding.PlacesOf(value, 2));
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
            ReadingKind.BelowValue => new(new Point(amounts.Bound > 0m ? 0m : decimal.MinValue, 0), new Point(amounts.Bound!.Value, -1)),
            _ => new(new Point(amounts.Bound!.Value, 1), new Point(decimal.MaxValue, 0)),
        };
    }
}
