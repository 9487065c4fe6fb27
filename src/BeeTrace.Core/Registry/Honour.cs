namespace BeeTrace.Core.Registry;

/// <summary>What a firm was given.</summary>
public enum HonourKind
{
    /// <summary>品牌: a brand.</summary>
    Brand,

    /// <summary>荣誉: an award or title.</summary>
    Award,
}

/// <summary>Who gave it.</summary>
public enum HonourLevel
{
    /// <summary>国家级.</summary>
    National,

    /// <summary>省级.</summary>
    Provincial,

    /// <summary>市级.</summary>
    Municipal,

    /// <summary>县级.</summary>
    County,
}

/// <summary>A brand or honour of a firm, with what proves it (品牌荣誉).</summary>
public sealed class Honour
{
    public required HonourId Id { get; init; }

    public required FirmId FirmId { get; init; }

    public required HonourKind Kind { get; init; }

    public required HonourLevel Level { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public required int Year { get; init; }

    /// <summary>Number of the document or address where it can be looked up.</summary>
    public required string Evidence { get; init; }

    public Bilingual Title => new(TitleZh, TitleEn);
}

/// <summary>A firm's part in writing a standard.</summary>
public enum DraftingRole
{
    /// <summary>牵头起草.</summary>
    Lead,

    /// <summary>参与起草.</summary>
    Participant,
}

/// <summary>A standard that a firm helped to write (参与制定标准). It is not a limit: nothing is judged by this row.</summary>
public sealed class DraftedStandard
{
    public required DraftedStandardId Id { get; init; }

    public required FirmId FirmId { get; init; }

    /// <summary>Number of the standard, such as <c>GB 9697-2008</c>.</summary>
    public required string Number { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public required DraftingRole Role { get; init; }

    public required int Year { get; init; }

    public Bilingual Title => new(TitleZh, TitleEn);
}
