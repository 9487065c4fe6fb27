namespace BeeTrace.Core.Lab;

/// <summary>
/// What a limit answers: how much of one analyte one standard lets be in one product of one market, to which side, and for which honey.
/// Two limits that answer one question are never in force on one day; a new edition ends the one before. Limits of different standards
/// answer different questions, for they all count (<see cref="Judgement"/>).
/// </summary>
public sealed record LimitQuestion
{
    private LimitQuestion()
    {
    }

    /// <summary>ISO 3166-1 alpha-2 code, or EU.</summary>
    public required string Market { get; init; }

    /// <summary>Product code.</summary>
    public required string Product { get; init; }

    /// <summary>Analyte code.</summary>
    public required string Analyte { get; init; }

    /// <summary>Number of the standard without its edition.</summary>
    public required string? Standard { get; init; }

    /// <summary>Upward, downward, both or another kind of statement; ≤ and &lt; are one side.</summary>
    public required string Side { get; init; }

    /// <summary>Plant, bee, grade, declared states and proviso.</summary>
    public required string Conditions { get; init; }

    /// <summary>The question of a limit.</summary>
    public static LimitQuestion Of(Limit limit) => new()
    {
        Market = limit.Market,
        Product = limit.Product,
        Analyte = limit.Analyte,
        Standard = limit.StandardCode,
        Side = limit.Comparator switch
        {
            Comparator.AtMost or Comparator.LessThan => "upper",
            Comparator.AtLeast or Comparator.MoreThan => "lower",
            Comparator.Within => "both",
            _ => "other",
        },
        Conditions = ConditionsOf(limit),
    };

    /// <summary>For which honey a limit is meant, as one text: equal where the limits are meant for the same.</summary>
    public static string ConditionsOf(Limit limit) => string.Join('|',
        limit.NectarRule, string.Join(';', limit.NectarSources.Order(StringComparer.Ordinal)), limit.Species, limit.Grade, limit.State, limit.NotState, limit.ProvisoAnalyte);

    /// <summary>True where both limits would be in force on some day.</summary>
    public static bool Meet(Limit one, Limit other) =>
        (one.InForceTo is null || other.InForceFrom is null || other.InForceFrom <= one.InForceTo)
        && (other.InForceTo is null || one.InForceFrom is null || one.InForceFrom <= other.InForceTo);
}
