namespace BeeTrace.Core.Trade;

/// <summary>
/// A figure that somebody stated, kept apart from what BeeTrace computes: who said it, when, and what exactly it counts.
/// </summary>
public sealed class Claim
{
    /// <summary>What stands for a point of the definition that the source does not tell.</summary>
    public const string Unstated = "Unstated";

    /// <summary>The subject of a national total.</summary>
    public const string Nation = "CN";

    public required ClaimId Id { get; init; }

    public required string Code { get; init; }

    /// <summary>1 for the first; who corrects a claim enters a further revision under the same code, and the last one counts.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>County code, or <c>CN</c> for the nation.</summary>
    public required string Subject { get; init; }

    /// <summary>What is stated: a word of <see cref="ClaimMeasure"/>, or another such as <c>ChainOutput</c>.</summary>
    public required string Measure { get; init; }

    public required decimal Value { get; init; }

    /// <summary>Decimals with which the value was printed, 0 or more; how far rounding may have moved it follows from them.</summary>
    public required int Decimals { get; init; }

    /// <summary>The unit of the value as printed: <c>t</c>, <c>10000 t</c>, <c>kg</c>, <c>USD</c>, <c>million USD</c>, <c>CNY</c>, <c>%</c>, or what is counted (<c>firms</c>).</summary>
    public required string Unit { get; init; }

    /// <summary>First day of what the value covers.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of what the value covers.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The year in which that begins.</summary>
    public int Year => From.Year;

    /// <summary>Product scope such as <c>RJ</c>; null where the claim is not about a product.</summary>
    public string? ProductScope { get; init; }

    /// <summary>A word of <see cref="ShareBasis"/>; null or <see cref="Unstated"/> where the source does not say.</summary>
    public string? Basis { get; init; }

    /// <summary>A word of <see cref="ShareFlow"/>; null or <see cref="Unstated"/> where the source does not say.</summary>
    public string? Flow { get; init; }

    /// <summary>A word of <see cref="ShareAttribution"/>; null or <see cref="Unstated"/> where the source does not say. Of a nation's total it says nothing.</summary>
    public string? Attribution { get; init; }

    public required string DefinitionZh { get; init; }

    public required string DefinitionEn { get; init; }

    public required string SourceZh { get; init; }

    public required string SourceEn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public required string SourceMark { get; init; }

    /// <summary>The value in tonnes or dollars, whatever the unit it was printed in; null where it is neither.</summary>
    public (decimal Value, string Unit)? Basic => StatedValue.Of(this) switch
    {
        { Kind: "kg" } mass => (Value * mass.Factor / 1000, "t"),
        { Kind: "USD" or "CNY" } money => (Value * money.Factor, money.Kind),
        _ => null,
    };

    public Bilingual Definition => new(DefinitionZh, DefinitionEn);

    public Bilingual Source => new(SourceZh, SourceEn);
}
