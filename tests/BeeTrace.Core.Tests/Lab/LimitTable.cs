using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Tests.Lab;

/// <summary>Reads limits in the form of the reference data.</summary>
internal static class LimitTable
{
    internal static IReadOnlyList<Limit> Read(string path) => [.. Tests.Golden.Named(path).Select(cells => Read(new GoldenRow(cells)))];

    private static Limit Read(GoldenRow row) => new()
    {
        Market = row["market"]!,
        Product = row["product"]!,
        Analyte = row["analyte"]!,
        Kind = Enum.Parse<LimitKind>(row["kind"]!),
        Comparator = Enum.Parse<Comparator>(row["comparator"]!),
        Low = row.Number("low"),
        High = row.Number("high"),
        Unit = row["unit"]!,
        NectarRule = row["nectar_rule"] is { } rule ? Enum.Parse<NectarRule>(rule) : NectarRule.Any,
        NectarSources = row["nectar_sources"]?.Split(';') ?? [],
        Species = row["species"],
        Grade = row["grade"],
        State = row["state"] is { } state ? Enum.Parse<DeclaredState>(state) : null,
        NotState = row["not_state"] is { } never ? Enum.Parse<DeclaredState>(never) : null,
        ProvisoAnalyte = row["proviso_analyte"],
        ProvisoComparator = row["proviso_comparator"] is { } comparator ? Enum.Parse<Comparator>(comparator) : null,
        ProvisoBound = row.Number("proviso_bound"),
        ProvisoUnit = row["proviso_unit"],
        StandardCode = row["standard"],
        Edition = row["edition"],
        Clause = row["clause"],
        InForceFrom = row.Day("in_force_from"),
        InForceTo = row.Day("in_force_to"),
        RuleOverride = row["rule"] is { } code ? DecisionRules.Parse(code).Value : null,
        Method = row["method"],
        SourceMark = row["source_mark"],
        Source = row["source"],
        Verified = row["verified"] == "true",
        Active = row["active"] == "true",
    };
}
