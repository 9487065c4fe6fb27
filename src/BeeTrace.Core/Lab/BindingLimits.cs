namespace BeeTrace.Core.Lab;

/// <summary>
/// The rows of one standard that hold for a sample at one grade: the general ones, of which the most specific count, and
/// alternatives that hold only under a proviso on another analyte.
/// </summary>
internal sealed class BindingLimits
{
    private readonly Limit[] _general;
    private readonly (Limit Row, Limit Proviso)[] _alternatives;

    private BindingLimits(Limit[] general, (Limit Row, Limit Proviso)[] alternatives) => (_general, _alternatives) = (general, alternatives);

    /// <summary>Null where no row is left.</summary>
    internal static BindingLimits? Of(IReadOnlyCollection<Limit> rows)
    {
        if (rows.Count == 0)
            return null;
        var general = rows.Where(row => row.ProvisoAnalyte is null).GroupBy(Specificity).MaxBy(group => group.Key);
        var alternatives = rows.Where(row => row.ProvisoAnalyte is not null).Select(row => (row, row.ToProviso()!));
        return new BindingLimits(general is null ? [] : [.. general], [.. alternatives]);
    }

    internal Finding Judge(AnalyteReading reading, ReadingsAtHand hand)
    {
        var finding = Findings.Strictest(_general.Select(limit => hand.Judge(reading, limit)));
        foreach (var (row, proviso) in _alternatives)
        {
            if (finding?.Verdict.IsPassed() != true)
                finding = Either(finding, hand.Judge(reading, row), hand.Find(proviso), proviso);
        }

        return finding!;
    }

    // The standard is met if either the general row is, or the alternative and its proviso both are.
    private static Finding Either(Finding? general, Finding own, Finding? asked, Limit proviso)
    {
        var verdict = Findings.Stricter(own.Verdict, asked?.Verdict ?? Verdict.NeedsInput);
        if (general is null || verdict.Strictness() > general.Verdict.Strictness())
            return own with { Verdict = verdict, Why = WhyAlternative(general, own, asked, proviso) };
        return own.Verdict.IsFailed() || asked?.Verdict.IsFailed() != true
            ? general
            : general.With(new Bilingual(
                $"另一限量 {own.Limit.Describe().Zh} 不适用：{proviso.Analyte} {asked.JudgedValue} 不符合 {proviso.Describe().Zh}。",
                $"The alternative {own.Limit.Describe().En} does not hold: {proviso.Analyte} {asked.JudgedValue} is not {proviso.Describe().En}."));
    }

    private static Bilingual WhyAlternative(Finding? general, Finding own, Finding? asked, Limit proviso)
    {
        var (row, condition) = (own.Limit.Describe(), proviso.Describe());
        var missed = general is null ? new Bilingual("", "")
            : general.Verdict.IsFailed()
                ? new Bilingual($"未达到 {general.Limit.Describe().Zh}。", $"Does not meet {general.Limit.Describe().En}. ")
                : new Bilingual($"不能说明达到 {general.Limit.Describe().Zh}。", $"Is not shown to meet {general.Limit.Describe().En}. ");
        var said = asked switch
        {
            null => new Bilingual(
                $"另一限量 {row.Zh} 只在 {proviso.Analyte} {condition.Zh} 时适用，请补充 {proviso.Analyte} 的结果。",
                $"The alternative {row.En} holds only with {proviso.Analyte} {condition.En}: the reading of {proviso.Analyte} is needed."),
            { Verdict: var verdict } when verdict.IsPassed() => new Bilingual(
                $"{proviso.Analyte} {asked.JudgedValue} 符合 {condition.Zh}，按另一限量 {row.Zh} 判定。",
                $"{proviso.Analyte} {asked.JudgedValue} is {condition.En}, so the alternative {row.En} is judged."),
            _ => new Bilingual(
                $"另一限量 {row.Zh} 只在 {proviso.Analyte} {condition.Zh} 时适用，而 {proviso.Analyte} {asked.JudgedValue} 不足以判定。{asked.Why?.Zh}",
                $"The alternative {row.En} holds only with {proviso.Analyte} {condition.En}, which {proviso.Analyte} {asked.JudgedValue} cannot decide. {asked.Why?.En}".TrimEnd()),
        };
        var why = new Bilingual(missed.Zh + said.Zh, missed.En + said.En);
        return own.Why is { } note ? Comparison.Together(why, note) : why;
    }

    private static int Specificity(Limit limit) =>
        (limit.NectarRule == NectarRule.Any ? 0 : 1) + (limit.Species is null ? 0 : 1) + (limit.State is null ? 0 : 1);
}
