namespace BeeTrace.Core.Lab;

/// <summary>
/// Whose product it may be at all, where a market says so: the EU calls only the honey of <c>Apis mellifera</c> honey
/// (Directive 2001/110/EC). Judged on the declared bee, without a reading; of several rows any one suffices, and a market without
/// such a row asks nothing.
/// </summary>
internal static class BeeDefinition
{
    internal static ItemJudgement Judge(IReadOnlyList<Limit> rows, string? declared, DecisionRule rule)
    {
        var allowed = string.Join(" / ", rows.Select(row => row.Species));
        if (string.IsNullOrWhiteSpace(declared))
        {
            return Item(rows[0], Verdict.NeedsInput, "", rule, new Bilingual(
                $"该市场只认 {allowed} 的产品为此产品，请申报蜂种。",
                $"This market gives the product its name only if it is of {allowed}: the bee has to be declared."));
        }

        var bee = declared.Trim();
        return rows.FirstOrDefault(row => bee.Equals(row.Species?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } met
            ? Item(met, Verdict.Pass, bee, rule, why: null)
            : Item(rows[0], Verdict.Fail, bee, rule, new Bilingual(
                $"该市场只认 {allowed} 的产品为此产品，申报的蜂种是 {bee}。",
                $"This market gives the product its name only if it is of {allowed}; the declared bee is {bee}."));
    }

    private static ItemJudgement Item(Limit row, Verdict verdict, string bee, DecisionRule rule, Bilingual? why) =>
        new(row.Analyte, verdict, row, rule, bee, bee, why);
}
