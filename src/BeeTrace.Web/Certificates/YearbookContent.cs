using BeeTrace.Core;

namespace BeeTrace.Web.Certificates;

/// <summary>The county's figures of one year as they stood on the day of publication: what was counted, not how to count it again.</summary>
public sealed record YearbookContent
{
    public required NamedCode County { get; init; }

    public required int Year { get; init; }

    /// <summary>1 for the first edition of the year.</summary>
    public required int Edition { get; init; }

    /// <summary>What this edition corrects; null for the first.</summary>
    public string? Why { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public required IReadOnlyList<YearbookSection> Sections { get; init; }
}

/// <summary>Figures that belong together.</summary>
public sealed record YearbookSection(Bilingual Head, IReadOnlyList<YearbookLine> Lines);

/// <summary>One figure: what it is, its value, the same of the year before, and what it counts or where it comes from.</summary>
public sealed record YearbookLine(Bilingual Label, Bilingual Value, Bilingual? Before, Bilingual From);
