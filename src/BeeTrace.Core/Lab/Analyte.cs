namespace BeeTrace.Core.Lab;

/// <summary>How an analyte is read.</summary>
public enum AnalyteNature
{
    /// <summary>A measured amount.</summary>
    Measured,

    /// <summary>A count of organisms.</summary>
    Counted,

    /// <summary>Detected or not in a stated mass.</summary>
    Qualitative,

    /// <summary>Not read by anybody but declared of the sample (the bee).</summary>
    Declared,
}

/// <summary>What is tested for (检验项目).</summary>
public sealed class Analyte
{
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>The unit in which readings of it are entered and printed.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals usually printed.</summary>
    public int Decimals { get; init; }

    public required AnalyteNature Nature { get; init; }

    public int Sort { get; init; }

    public required string SourceMark { get; init; }

    public Bilingual Name => new(NameZh, NameEn);
}

/// <summary>A standard or regulation in one edition.</summary>
public sealed class Standard
{
    /// <summary>Without the year: <c>GB 14963</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Year or version: <c>2011</c>.</summary>
    public required string Edition { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public required StandardKind Kind { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public DateOnly? InForceTo { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }

    public bool Verified { get; init; }

    public Bilingual Title => new(TitleZh, TitleEn);

    /// <summary>As limits cite it: <c>GB 14963-2011</c>; without an edition where it has none.</summary>
    public string Citation => Edition.Length == 0 ? Code : $"{Code}-{Edition}";

    /// <summary>As each language cites it. An announcement is known in Chinese by the words its title begins with (农业部公告第235号).</summary>
    public Bilingual Name => new(Kind == StandardKind.Announcement ? TitleZh.Split(' ')[0] : Citation, Citation);
}

/// <summary>What binds a standard has.</summary>
public enum StandardKind
{
    Mandatory,
    Recommended,
    Regulation,
    Announcement,
    International,
}

/// <summary>An analyte that a market profile requires for a product (检验项目表).</summary>
public sealed class PanelItem
{
    public required string Market { get; init; }

    public required string Version { get; init; }

    public required string Product { get; init; }

    public required string Analyte { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }
}

/// <summary>A market's limits and rule in one version, as kept in the database.</summary>
public sealed class MarketVersion
{
    /// <summary>ISO 3166-1 alpha-2, or <c>EU</c>.</summary>
    public required string Market { get; init; }

    public required string Version { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required DecisionRule Rule { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string SourceMark { get; init; }

    public required string Source { get; init; }
}
