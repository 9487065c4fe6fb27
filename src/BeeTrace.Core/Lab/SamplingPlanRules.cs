namespace BeeTrace.Core.Lab;

/// <summary>A stratum as somebody plans it.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Firm">Only lots of this firm.</param>
/// <param name="FirmCounty">That firm's county, so that overlapping strata are seen.</param>
/// <param name="County">Only lots of firms of this county.</param>
/// <param name="FirstMonth">First month of harvest.</param>
/// <param name="LastMonth">Last month of harvest.</param>
/// <param name="Stage">Where the sampler goes.</param>
/// <param name="Planned">How many samples.</param>
public sealed record PlannedStratum(
    string Product, FirmId? Firm, string? FirmCounty, string? County, int FirstMonth, int LastMonth, SamplingStage Stage, int Planned);

/// <summary>What a sampling plan must be, and when a list may be frozen and a value entered.</summary>
public static class SamplingPlanRules
{
    /// <summary>Most samples of one stratum. House rule: more than a county takes in a year is a slip of the key.</summary>
    public const int MostPlanned = 5000;

    /// <summary>
    /// Bases that the county plans. House rule: what clients bring, what complaints and suspicion bring and what repeats or tests the
    /// laboratory itself is not drawn by lot.
    /// </summary>
    public static IReadOnlyList<SamplingBasis> Bases { get; } = [SamplingBasis.RandomSurveillance, SamplingBasis.RoutineMonitoring, SamplingBasis.RiskMonitoring];

    /// <summary>Refuses what is no plan, every reason at once.</summary>
    public static Outcome Check(int year, SamplingBasis basis, IReadOnlyList<PlannedStratum> strata)
    {
        var refusals = new List<Refusal>();
        if (year is < 2000 or > 2099)
            refusals.Add(new Refusal(PlanRefusal.YearOutside, "Year"));
        if (!Bases.Contains(basis))
            refusals.Add(new Refusal(PlanRefusal.BasisNotPlanned, "Basis"));
        if (strata.Count == 0)
            refusals.Add(new Refusal(PlanRefusal.NoStratum));
        for (var i = 0; i < strata.Count; i++)
        {
            refusals.AddRange(Check(i + 1, strata[i]));
            for (var j = 0; j < i; j++)
            {
                if (Overlap(strata[j], strata[i]))
                    refusals.Add(new Refusal(PlanRefusal.StrataOverlap, null, j + 1, i + 1));
            }
        }

        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>
    /// May the candidates of this stratum be written down? Refused: a second time, and before the season is over, since a lot that is yet to
    /// be harvested would have no chance (House rule).
    /// </summary>
    public static Outcome CheckFreezing(int year, Stratum stratum, DateOnly today)
    {
        if (stratum.ListId is not null)
            return new Refusal(PlanRefusal.FrozenBefore, null, stratum.Number);
        var last = LastDay(year, stratum);
        return today <= last ? new Refusal(PlanRefusal.SeasonNotOver, null, stratum.Number, last) : Outcome.Done;
    }

    /// <summary>Is the public value announced so that nobody can know or choose it? Its day must be later than today.</summary>
    public static Outcome CheckAnnouncement(string? name, int digits, DateOnly day, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(name))
            refusals.Add(new Refusal(PlanRefusal.ValueNameMissing, "ValueName"));
        if (digits is < Draw.FewestDigits or > Draw.MostDigits)
            refusals.Add(new Refusal(PlanRefusal.DigitsOutside, "Digits", Draw.FewestDigits, Draw.MostDigits));
        if (day <= today)
            refusals.Add(new Refusal(PlanRefusal.ValueDayNotAhead, "ValueDay"));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>First day of the season.</summary>
    public static DateOnly FirstDay(int year, Stratum stratum) => new(year, stratum.FirstMonth, 1);

    /// <summary>Last day of the season.</summary>
    public static DateOnly LastDay(int year, Stratum stratum) => new DateOnly(year, stratum.LastMonth, 1).AddMonths(1).AddDays(-1);

    private static IEnumerable<Refusal> Check(int number, PlannedStratum stratum)
    {
        if (stratum.Planned is < 1 or > MostPlanned)
            yield return new Refusal(PlanRefusal.PlannedOutside, null, number, 1, MostPlanned);
        if (stratum.FirstMonth < 1 || stratum.LastMonth > 12 || stratum.FirstMonth > stratum.LastMonth)
            yield return new Refusal(PlanRefusal.SeasonBackward, null, number);
        if (stratum.Firm is not null && stratum.County is not null)
            yield return new Refusal(PlanRefusal.FirmAndCounty, null, number);
    }

    /// <summary>Could one lot belong to both? The stage does not count: the register does not know it.</summary>
    private static bool Overlap(PlannedStratum a, PlannedStratum b) =>
        a.Product == b.Product
        && a.FirstMonth <= b.LastMonth && b.FirstMonth <= a.LastMonth
        && (a.Firm is null || b.Firm is null || a.Firm == b.Firm)
        && (CountyOf(a) is not { } here || CountyOf(b) is not { } there || here == there);

    private static string? CountyOf(PlannedStratum stratum) => stratum.County ?? stratum.FirmCounty;
}
