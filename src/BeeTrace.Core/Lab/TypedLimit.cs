using System.Globalization;

namespace BeeTrace.Core.Lab;

/// <summary>A limit as a person types it. Numbers are texts, so that their written digits are kept (69.0 is not 69 under <see cref="DecisionRule.CnRounded"/>).</summary>
public sealed record TypedLimit
{
    /// <summary>House rule: a clause or a source is a line, not a page.</summary>
    public const int LongestText = 400;

    // decimal keeps 28 digits; what is longer would be rounded without a word.
    private const int MostDigits = 28;

    /// <summary>ISO 3166-1 alpha-2 code, or EU.</summary>
    public string? Market { get; init; }

    /// <summary>Product code.</summary>
    public string? Product { get; init; }

    /// <summary>Analyte code.</summary>
    public string? Analyte { get; init; }

    /// <summary>What sort of limit it is.</summary>
    public LimitKind Kind { get; init; }

    /// <summary>How a value is compared.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>Lower bound.</summary>
    public string? Low { get; init; }

    /// <summary>Upper bound; with <see cref="Comparator.Absent"/> the LOD that the standard's method reaches, empty where it names none.</summary>
    public string? High { get; init; }

    /// <summary>Unit of the bounds.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether plants are named.</summary>
    public NectarRule NectarRule { get; init; }

    /// <summary>Latin names, with semicolons between.</summary>
    public string? NectarSources { get; init; }

    /// <summary>Latin name of the bee; empty for every bee.</summary>
    public string? Species { get; init; }

    /// <summary>Grade of the standard; empty for every grade.</summary>
    public string? Grade { get; init; }

    /// <summary>Only where this is declared.</summary>
    public DeclaredState? State { get; init; }

    /// <summary>Not where this is declared.</summary>
    public DeclaredState? NotState { get; init; }

    /// <summary>Number of the standard without its edition.</summary>
    public string? StandardCode { get; init; }

    /// <summary>Edition; empty for acts that bear their year in the number.</summary>
    public string? Edition { get; init; }

    /// <summary>Clause, table or article.</summary>
    public string? Clause { get; init; }

    /// <summary>First day in force.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in force; null where none is known.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Decision rule where it differs from the market's.</summary>
    public DecisionRule? RuleOverride { get; init; }

    /// <summary>Method that the standard names.</summary>
    public string? Method { get; init; }

    /// <summary>Where the figure was read: an address, a publication.</summary>
    public string? Source { get; init; }

    /// <summary>What was seen of it.</summary>
    public SourceTrust? Trust { get; init; }

    /// <summary>
    /// The limit that these words mean. Refuses, all at once and each beside its field, what cannot be read, contradicts itself, or lacks its
    /// source, standard, clause, first day or trust. A limit whose text nobody saw comes out as a note (<see cref="Limit.Active"/> false).
    /// </summary>
    /// <param name="analyteUnit">The analyte's own unit; the limit's has to measure the same. Null where the analyte is not known.</param>
    /// <param name="replaced">The limit whose proviso is kept; null for a limit of its own.</param>
    public Outcome<Limit> Read(Unit? analyteUnit, Limit? replaced = null)
    {
        var refusals = new List<Refusal>();
        var unit = ReadUnit(analyteUnit, refusals);
        var (low, high) = (ReadBound(Low, nameof(Low), unit, refusals), ReadBound(High, nameof(High), unit, refusals));
        CheckBounds(low, high, refusals);
        CheckConditions(refusals);
        CheckGround(refusals);
        if (refusals.Count > 0)
            return Outcome<Limit>.Refused(refusals);
        return new Limit
        {
            Market = Market!, Product = Product!, Analyte = Analyte!, Kind = Kind, Comparator = Comparator, Low = AsksLow ? low : null, High = AsksHigh || Comparator == Comparator.Absent ? high : null, Unit = unit.Code,
            NectarRule = NectarRule, NectarSources = NamedPlants, Species = Blank(Species), Grade = Blank(Grade), State = State, NotState = NotState,
            ProvisoAnalyte = replaced?.ProvisoAnalyte, ProvisoComparator = replaced?.ProvisoComparator, ProvisoBound = replaced?.ProvisoBound, ProvisoUnit = replaced?.ProvisoUnit,
            StandardCode = Blank(StandardCode), Edition = Blank(Edition) ?? "", Clause = Blank(Clause), InForceFrom = From, InForceTo = To,
            RuleOverride = RuleOverride, Method = Blank(Method), SourceMark = MarkOf(Trust!.Value), Source = Blank(Source),
            Verified = Trust != SourceTrust.NotSeen, Active = Trust != SourceTrust.NotSeen,
        };
    }

    /// <summary>What stands as the mark of a source: <c>OFFICIAL</c>, <c>SECONDARY</c>, or <c>K</c> for general knowledge.</summary>
    public static string MarkOf(SourceTrust trust) => trust switch
    {
        SourceTrust.OfficialText => "OFFICIAL",
        SourceTrust.Secondary => "SECONDARY",
        _ => "K",
    };

    /// <summary>True where the comparator needs a lower bound.</summary>
    public bool AsksLow => Comparator is Comparator.AtLeast or Comparator.MoreThan or Comparator.Within;

    /// <summary>True where the comparator needs an upper bound.</summary>
    public bool AsksHigh => Comparator is Comparator.AtMost or Comparator.LessThan or Comparator.Within;

    private string[] NamedPlants => NectarRule == NectarRule.Any
        ? []
        : (NectarSources ?? "").Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private Unit ReadUnit(Unit? analyteUnit, List<Refusal> refusals)
    {
        var unit = Lab.Unit.Parse(Unit);
        if (!unit.IsDone)
            refusals.AddRange(unit.Refusals.Select(refusal => refusal with { Field = nameof(Unit) }));
        else if (analyteUnit is not null && unit.Value.Dimension != analyteUnit.Dimension)
            refusals.Add(new Refusal(LabRefusal.UnitsDiffer, nameof(Unit), unit.Value.Code, analyteUnit.Code));
        return unit.IsDone ? unit.Value : analyteUnit ?? Lab.Unit.None;
    }

    private static decimal? ReadBound(string? text, string field, Unit unit, List<Refusal> refusals)
    {
        var typed = TypedText.Normalise(text);
        if (typed.Length == 0)
            return null;
        if (typed.Contains(',', StringComparison.Ordinal))
            refusals.Add(new Refusal(LabRefusal.CommaInNumber, field, typed));
        else if (typed.Length > MostDigits || !decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            refusals.Add(new Refusal(LabRefusal.NumberUnreadable, field, typed));
        else if (number < 0m && unit.Dimension is not (Dimension.IsotopeDelta or Dimension.Temperature))
            refusals.Add(new Refusal(LabRefusal.NegativeReading, field, typed));
        else
            return number;
        return null;
    }

    private void CheckBounds(decimal? low, decimal? high, List<Refusal> refusals)
    {
        if (AsksLow && string.IsNullOrWhiteSpace(Low))
            refusals.Add(new Refusal(LabRefusal.BoundMissing, nameof(Low)));
        if (AsksHigh && string.IsNullOrWhiteSpace(High))
            refusals.Add(new Refusal(LabRefusal.BoundMissing, nameof(High)));
        if (AsksLow && AsksHigh && low > high)
            refusals.Add(new Refusal(LabRefusal.BoundsReversed, nameof(High), low.Value, high!.Value));
        // A reference point (Regulation (EU) 2019/1871) is a number that fails at or above; not detectable and present-or-absent have none to compare.
        var fits = Kind switch
        {
            LimitKind.ReferencePointForAction => Comparator is Comparator.AtMost or Comparator.LessThan,
            LimitKind.NotDetectable or LimitKind.Qualitative => Comparator == Comparator.Absent,
            LimitKind.Definition => Comparator == Comparator.OfSpecies,
            _ => Comparator is not (Comparator.Absent or Comparator.OfSpecies),
        };
        if (!fits)
            refusals.Add(new Refusal(LabRefusal.KindAndComparator, nameof(Comparator)));
    }

    private void CheckConditions(List<Refusal> refusals)
    {
        if (NectarRule != NectarRule.Any && NamedPlants.Length == 0)
            refusals.Add(new Refusal(LabRefusal.NectarSourcesMissing, nameof(NectarSources)));
        if (Comparator == Comparator.OfSpecies && string.IsNullOrWhiteSpace(Species))
            refusals.Add(new Refusal(LabRefusal.BeeUnknown, nameof(Species), ""));
        if (State is not null && State == NotState)
            refusals.Add(new Refusal(LabRefusal.StateContradicted, nameof(NotState)));
    }

    private void CheckGround(List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(StandardCode))
            refusals.Add(new Refusal(LabRefusal.StandardMissing, nameof(StandardCode)));
        if (string.IsNullOrWhiteSpace(Clause))
            refusals.Add(new Refusal(LabRefusal.ClauseMissing, nameof(Clause)));
        if (From is null)
            refusals.Add(new Refusal(LabRefusal.InForceMissing, nameof(From)));
        if (To < From)
            refusals.Add(new Refusal(LabRefusal.EndsBeforeBegin, nameof(To), From!.Value));
        if (string.IsNullOrWhiteSpace(Source))
            refusals.Add(new Refusal(LabRefusal.SourceMissing, nameof(Source)));
        if (Trust is null)
            refusals.Add(new Refusal(LabRefusal.TrustMissing, nameof(Trust)));
        foreach (var (text, field) in new[] { (Clause, nameof(Clause)), (Source, nameof(Source)), (Method, nameof(Method)), (NectarSources, nameof(NectarSources)), (Grade, nameof(Grade)) })
        {
            if (text?.Length > LongestText)
                refusals.Add(new Refusal(LabRefusal.TextTooLong, field, LongestText));
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
