namespace BeeTrace.Core.Lab;

/// <summary>How parts of a sum that were not quantified are counted; EU contaminants law normally takes the lower bound.</summary>
public enum SumBound
{
    /// <summary>As 0.</summary>
    Lower,

    /// <summary>As their limit of quantification.</summary>
    Upper,
}

/// <summary>One part of a sum.</summary>
/// <param name="Analyte">Analyte code of the part, not of the sum.</param>
/// <param name="Factor">What one unit of it counts for in the sum (ratio of molar masses); 1 for a plain sum.</param>
public sealed record ResiduePart(string Analyte, decimal Factor);

/// <summary>
/// Of what an analyte that is a sum consists in one market, such as a parent substance with its metabolites expressed as the
/// parent. The limit stands at the sum. Not a method, and no limit.
/// </summary>
/// <param name="Analyte">Analyte code of the sum.</param>
/// <param name="Parts">Everything that has to be read for it.</param>
/// <param name="ExpressedAs">As what the sum is stated (<c>amitraz</c>).</param>
/// <param name="Bound">How a part that was not quantified is counted.</param>
/// <param name="Source">Where the definition was read.</param>
public sealed record ResidueDefinition(string Analyte, IReadOnlyList<ResiduePart> Parts, string ExpressedAs, SumBound Bound, string Source);

/// <summary>One part of a residue definition as kept in the database; the definition is all rows of one market and sum.</summary>
public sealed class ResidueRow
{
    /// <summary>ISO 3166-1 alpha-2 code, or EU.</summary>
    public required string Market { get; init; }

    /// <summary>Analyte code of the sum.</summary>
    public required string Analyte { get; init; }

    /// <summary>Analyte code of the part.</summary>
    public required string Part { get; init; }

    /// <summary>What one unit of the part counts for; null where it is not known, which only a row that is not active may be.</summary>
    public decimal? Factor { get; init; }

    /// <summary>As what the sum is stated.</summary>
    public required string ExpressedAs { get; init; }

    /// <summary>How a part that was not quantified is counted.</summary>
    public required SumBound Bound { get; init; }

    /// <summary>How far the row may be trusted.</summary>
    public required string SourceMark { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>False for a row that is only kept as a note.</summary>
    public bool Active { get; init; }

    /// <summary>The definitions that rows of one market make; a sum of which any row is only a note is not defined.</summary>
    public static IReadOnlyList<ResidueDefinition> Together(IEnumerable<ResidueRow> rows) =>
    [
        .. rows.GroupBy(row => row.Analyte, StringComparer.Ordinal)
            .Where(sum => sum.All(row => row is { Active: true, Factor: not null }))
            .Select(sum => new ResidueDefinition(
                sum.Key, [.. sum.Select(row => new ResiduePart(row.Part, row.Factor!.Value))], sum.First().ExpressedAs, sum.First().Bound, sum.First().Source)),
    ];
}
