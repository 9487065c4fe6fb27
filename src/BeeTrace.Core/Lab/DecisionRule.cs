namespace BeeTrace.Core.Lab;

/// <summary>
/// How measurement uncertainty enters a verdict. ISO/IEC 17025:2017 7.1.3 and 7.8.6 want the rule agreed with the client
/// and stated on the report.
/// </summary>
public enum DecisionRule
{
    /// <summary>Compare the value itself; the risk is shared (ILAC-G8:09/2019 4.2.1).</summary>
    Simple,

    /// <summary>Guard band of one expanded uncertainty: pass only up to limit − U (ILAC-G8:09/2019).</summary>
    GuardU,

    /// <summary>Guard band on both sides with conditional verdicts (ILAC-G8:09/2019).</summary>
    NonBinary,

    /// <summary>Non-compliant at or above the decision limit CCα (Regulation (EU) 2021/808 Art. 5).</summary>
    EuCcAlpha,

    /// <summary>Non-compliant if value − U is above the limit, U being 50 % by default (SANTE guidance on pesticide residues).</summary>
    EuPesticide,

    /// <summary>Compare the unrounded value, 全数值比较法 (GB/T 8170-2008), the default in China.</summary>
    CnFull,

    /// <summary>Round to the digits of the limit, then compare, 修约值比较法 (GB/T 8170-2008).</summary>
    CnRounded,
}

/// <summary>Codes and printed statements of decision rules.</summary>
public static class DecisionRules
{
    /// <summary>The code in tables, in JSON and on paper (<c>CN_FULL</c>).</summary>
    public static string Code(this DecisionRule rule) => rule switch
    {
        DecisionRule.Simple => "SIMPLE",
        DecisionRule.GuardU => "GUARD_U",
        DecisionRule.NonBinary => "NONBINARY",
        DecisionRule.EuCcAlpha => "EU_CCALPHA",
        DecisionRule.EuPesticide => "EU_PESTICIDE",
        DecisionRule.CnFull => "CN_FULL",
        DecisionRule.CnRounded => "CN_ROUNDED",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, message: null),
    };

    /// <summary>Reads a code. Refuses <see cref="LabRefusal.RuleUnknown"/>.</summary>
    public static Outcome<DecisionRule> Parse(string? code)
    {
        foreach (var rule in Enum.GetValues<DecisionRule>())
        {
            if (rule.Code().Equals(code?.Trim(), StringComparison.OrdinalIgnoreCase))
                return rule;
        }

        return new Refusal(LabRefusal.RuleUnknown, "rule", code ?? "");
    }

    /// <summary>The statement that a report makes about its rule (ISO/IEC 17025:2017 7.8.6.1).</summary>
    public static Bilingual Statement(this DecisionRule rule) => rule switch
    {
        DecisionRule.Simple => new("以测定值直接与限量比较（简单接受，风险共担）。", "The measured value is compared with the limit itself (simple acceptance, shared risk)."),
        DecisionRule.GuardU => new("以扩展不确定度 U 为保护带：距限量不足 U 者不判合格。", "Guard band of one expanded uncertainty U: no pass within U of the limit."),
        DecisionRule.NonBinary => new("以扩展不确定度 U 为保护带，限量附近判为有条件合格或有条件不合格。", "Guard band of one expanded uncertainty U; conditional verdicts near the limit."),
        DecisionRule.EuCcAlpha => new("测定值达到或超过判定限 CCα 者判为不合格（(EU) 2021/808）。", "Non-compliant at or above the decision limit CCα ((EU) 2021/808)."),
        DecisionRule.EuPesticide => new("测定值减去扩展不确定度（默认 50 %）后仍超过限量者判为不合格。", "Non-compliant if the value less its expanded uncertainty (50 % by default) exceeds the limit."),
        DecisionRule.CnFull => new("全数值比较法（GB/T 8170-2008）：以未修约的测定值与限量比较。", "Full-value comparison (GB/T 8170-2008): the unrounded value is compared with the limit."),
        DecisionRule.CnRounded => new("修约值比较法（GB/T 8170-2008）：修约到限量的位数后比较。", "Rounded-value comparison (GB/T 8170-2008): rounded to the digits of the limit, then compared."),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, message: null),
    };
}
