namespace BeeTrace.Core.Lab;

/// <summary>
/// The rows of one standard, one kind and one direction that apply to a sample: these can replace each other, all others add up.
/// Without a declared grade that they know, the least strict of their grades counts.
/// </summary>
internal sealed class StandardLimits
{
    private readonly List<BindingLimits> _grades;
    private readonly bool _binds;
    private readonly Bilingual? _unknownGrade;

    private StandardLimits(List<BindingLimits> grades, bool binds, Bilingual? unknownGrade) =>
        (_grades, _binds, _unknownGrade) = (grades, binds, unknownGrade);

    /// <param name="rows">Rows of the standard that apply whatever the grade.</param>
    /// <param name="grade">The declared grade.</param>
    /// <param name="knownGrades">Grades that any standard in force knows.</param>
    /// <returns>Null where the standard does not bind this sample.</returns>
    internal static StandardLimits? Of(IReadOnlyList<Limit> rows, string? grade, HashSet<string> knownGrades)
    {
        var binding = rows.Where(limit => limit.Grade is null || (grade is not null && IsGrade(limit.Grade, grade))).ToList();
        if (binding.Count > 0 || rows[0].Kind == LimitKind.ContractValue)
            return BindingLimits.Of(binding) is { } bound ? new StandardLimits([bound], binds: true, unknownGrade: null) : null;

        var grades = rows.GroupBy(limit => limit.Grade!, StringComparer.OrdinalIgnoreCase).Select(limits => BindingLimits.Of([.. limits])!).ToList();
        var isKnown = grade is null || knownGrades.Contains(grade.Trim());
        return new StandardLimits(grades, binds: false, isKnown ? null : UnknownGrade(grade!, knownGrades));
    }

    internal Finding Judge(AnalyteReading reading, ReadingsAtHand hand)
    {
        if (_binds)
            return _grades[0].Judge(reading, hand);
        var mildest = Findings.Mildest(_grades.Select(grade => grade.Judge(reading, hand)));
        return _unknownGrade is { } unknown
            ? mildest with { Verdict = Verdict.NeedsInput, Why = unknown }
            : mildest.With(new Bilingual(
                $"未声明该标准的等级，按最低要求的等级“{mildest.Limit.Grade}”判定。",
                $"No grade of this standard is declared: judged as its least strict, \"{mildest.Limit.Grade}\"."));
    }

    private static Bilingual UnknownGrade(string grade, HashSet<string> knownGrades)
    {
        var known = string.Join(", ", knownGrades.Order(StringComparer.Ordinal));
        return new Bilingual(
            $"现行标准没有等级“{grade}”，请从下列等级中填写：{known}。",
            $"No standard in force knows the grade \"{grade}\"; declare one of: {known}.");
    }

    private static bool IsGrade(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}
