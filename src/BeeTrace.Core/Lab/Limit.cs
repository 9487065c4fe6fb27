using System.Globalization;

namespace BeeTrace.Core.Lab;

/// <summary>What sort of limit it is, which decides how it is judged.</summary>
public enum LimitKind
{
    /// <summary>MRL or ML of a permitted or tolerated substance.</summary>
    MaximumLevel,

    /// <summary>Numeric trigger of a prohibited substance: non-compliant at or above (Regulation (EU) 2019/1871).</summary>
    ReferencePointForAction,

    /// <summary>不得检出: any confirmed detection at or above the named method's LOD fails.</summary>
    NotDetectable,

    /// <summary>Composition or quality (moisture, sugars, 10-HDA).</summary>
    Quality,

    /// <summary>Present or absent (pathogens, starch).</summary>
    Qualitative,

    /// <summary>Agreed between buyer and seller, or an importer's action value.</summary>
    ContractValue,

    /// <summary>What may bear the product's name at all; judged on what was declared of the sample, without a reading.</summary>
    Definition,
}

/// <summary>How a value is compared with a limit.</summary>
public enum Comparator
{
    /// <summary>≤ high; of a reference point for action always read as &lt; high.</summary>
    AtMost,

    /// <summary>&lt; high.</summary>
    LessThan,

    /// <summary>≥ low.</summary>
    AtLeast,

    /// <summary>&gt; low.</summary>
    MoreThan,

    /// <summary>low ≤ value ≤ high.</summary>
    Within,

    /// <summary>Must not be there.</summary>
    Absent,

    /// <summary>The declared bee must be <see cref="Limit.Species"/>.</summary>
    OfSpecies,
}

/// <summary>Whether a limit depends on the declared nectar source. The list belongs to each standard and is never global.</summary>
public enum NectarRule
{
    /// <summary>For every nectar source.</summary>
    Any,

    /// <summary>Only for the listed sources.</summary>
    In,

    /// <summary>For all but the listed sources.</summary>
    NotIn,
}

/// <summary>
/// One limit of one market for one analyte in one product, with the standard it comes from. Limits are data: a new edition
/// is a new row. Not a verdict and not a method.
/// </summary>
public sealed class Limit
{
    /// <summary>Identity of the row.</summary>
    public LimitId Id { get; init; } = LimitId.New();

    /// <summary>ISO 3166-1 alpha-2 code, or EU.</summary>
    public required string Market { get; init; }

    /// <summary>Product code (<c>HONEY</c>, <c>RJ_FRESH</c>).</summary>
    public required string Product { get; init; }

    /// <summary>Analyte code (<c>SUCROSE</c>).</summary>
    public required string Analyte { get; init; }

    /// <summary>What sort of limit it is.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>How a value is compared.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>Lower bound in <see cref="Unit"/>; for AtLeast, MoreThan and Within. Its written digits count (1.40 is not 1.4) under <see cref="DecisionRule.CnRounded"/>.</summary>
    public decimal? Low { get; init; }

    /// <summary>
    /// Upper bound in <see cref="Unit"/>; for AtMost, LessThan and Within. Its written digits count (69.0 is not 69) under
    /// <see cref="DecisionRule.CnRounded"/>, so it is stored without a fixed scale. With Absent: the LOD of the method that the standard names, null where it names none.
    /// </summary>
    public decimal? High { get; init; }

    /// <summary>Unit code that <see cref="Lab.Unit.Parse"/> reads.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether <see cref="NectarSources"/> restricts the limit.</summary>
    public NectarRule NectarRule { get; init; }

    /// <summary>Latin names; a genus alone, or with <c>spp.</c>, stands for all its species.</summary>
    public string[] NectarSources { get; init; } = [];

    /// <summary>Latin name of the bee; null for every bee. With <see cref="Comparator.OfSpecies"/>: the bee whose product it has to be.</summary>
    public string? Species { get; init; }

    /// <summary>Holds only where this was declared; null for every state.</summary>
    public DeclaredState? State { get; init; }

    /// <summary>Does not hold where this was declared (diastase and HMF of baker's honey, Directive 2001/110/EC).</summary>
    public DeclaredState? NotState { get; init; }

    /// <summary>
    /// Analyte of the proviso under which this row is an alternative to the general row of its standard; null for a limit
    /// without a proviso. Directive 2001/110/EC: diastase ≥ 3 DN only if HMF ≤ 15 mg/kg.
    /// </summary>
    public string? ProvisoAnalyte { get; init; }

    /// <summary>How the proviso's reading is compared: AtMost, LessThan, AtLeast or MoreThan.</summary>
    public Comparator? ProvisoComparator { get; init; }

    /// <summary>Bound of the proviso in <see cref="ProvisoUnit"/>, with its written digits.</summary>
    public decimal? ProvisoBound { get; init; }

    /// <summary>Unit code of <see cref="ProvisoBound"/>.</summary>
    public string? ProvisoUnit { get; init; }

    /// <summary>Grade of the standard; null for every grade.</summary>
    public string? Grade { get; init; }

    /// <summary>Number of the standard without its year (<c>GB 14963</c>).</summary>
    public string? StandardCode { get; init; }

    /// <summary>Edition, mostly the year (<c>2011</c>).</summary>
    public string? Edition { get; init; }

    /// <summary>Clause, table or article.</summary>
    public string? Clause { get; init; }

    /// <summary>First day; null where unknown, which counts as long ago.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Decision rule of this limit where it differs from the market's.</summary>
    public DecisionRule? RuleOverride { get; init; }

    /// <summary>Method that the standard names.</summary>
    public string? Method { get; init; }

    /// <summary>How far the figure may be trusted (S4, K).</summary>
    public string? SourceMark { get; init; }

    /// <summary>Where the figure was read.</summary>
    public string? Source { get; init; }

    /// <summary>A source of the figure was seen, mostly a secondary one; compare with the official text before real use.</summary>
    public bool Verified { get; init; }

    /// <summary>False for a row that is only kept as a note; it judges nothing.</summary>
    public bool Active { get; init; }

    /// <summary>True where the bounds that the comparator needs are there; without them nothing can be judged.</summary>
    public bool HasBounds => Comparator switch
    {
        Comparator.AtMost or Comparator.LessThan => High is not null,
        Comparator.AtLeast or Comparator.MoreThan => Low is not null,
        Comparator.Within => Low is not null && High is not null && Low <= High,
        Comparator.OfSpecies => Species is not null,
        _ => true,
    };

    /// <summary>Code and edition as cited (<c>GB 14963-2011</c>); null where there is no standard.</summary>
    public string? Standard => StandardCode is null || string.IsNullOrEmpty(Edition) ? StandardCode : $"{StandardCode}-{Edition}";

    /// <summary>True on the first day, the last day and between.</summary>
    public bool IsInForceOn(DateOnly day) => (InForceFrom is null || day >= InForceFrom) && (InForceTo is null || day <= InForceTo);

    /// <summary>The limit as printed: "≤ 5 g/100 g", "11–16 %", "不得检出 / not detectable".</summary>
    public Bilingual Describe()
    {
        if (Comparator == Comparator.Absent)
            return DescribeAbsent();
        if (Comparator == Comparator.OfSpecies)
            return new Bilingual($"只限 {Species}", $"{Species} only");
        var unit = Lab.Unit.Parse(Unit);
        var suffix = unit.IsDone && unit.Value.Equals(Lab.Unit.None) ? "" : " " + (unit.IsDone ? unit.Value.Code : Unit);
        var text = Comparator switch
        {
            Comparator.AtMost when Kind != LimitKind.ReferencePointForAction => "≤ " + Digits(High),
            Comparator.AtMost or Comparator.LessThan => "< " + Digits(High),
            Comparator.AtLeast => "≥ " + Digits(Low),
            Comparator.MoreThan => "> " + Digits(Low),
            _ => Digits(Low) + (Low < 0m ? " – " : "–") + Digits(High),
        } + suffix;
        return new Bilingual(text, text);
    }

    /// <summary>The proviso as a limit of its own analyte; null where there is none. Not a row: it exists only beside this one.</summary>
    public Limit? ToProviso() => ProvisoAnalyte is null
        ? null
        : new Limit
        {
            Market = Market, Product = Product, Analyte = ProvisoAnalyte, Kind = Kind,
            Comparator = ProvisoComparator ?? Comparator.AtMost, Unit = ProvisoUnit ?? Unit,
            Low = ProvisoComparator is Comparator.AtLeast or Comparator.MoreThan ? ProvisoBound : null,
            High = ProvisoComparator is Comparator.AtLeast or Comparator.MoreThan ? null : ProvisoBound,
            StandardCode = StandardCode, Edition = Edition, Clause = Clause, Active = Active,
        };

    private Bilingual DescribeAbsent()
    {
        var unit = Lab.Unit.Parse(Unit);
        if (unit.IsDone && unit.Value.IsPresence)
            return new Bilingual("不得检出/25 g", "absent in 25 g");
        return High is null || !unit.IsDone
            ? new Bilingual("不得检出", "not detectable")
            : new Bilingual($"不得检出（检出限 {Digits(High)} {unit.Value}）", $"not detectable (LOD {Digits(High)} {unit.Value})");
    }

    private static string Digits(decimal? value) => value?.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212') ?? "?";
}
