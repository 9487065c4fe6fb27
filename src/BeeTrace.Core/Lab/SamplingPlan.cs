namespace BeeTrace.Core.Lab;

/// <summary>
/// A county's sampling plan 抽样计划 for one year and one sampling basis: how many samples of what are to be drawn, before anybody knows
/// which. Once made it stays as it is; who wants more makes another plan. House rule: one basis a plan, since rates of different
/// bases are never added.
/// </summary>
public sealed class SamplingPlan
{
    public required SamplingPlanId Id { get; init; }

    public required PlanCode Code { get; init; }

    /// <summary>Lots harvested in this year.</summary>
    public required int Year { get; init; }

    /// <summary>Why the samples are drawn (<see cref="SamplingPlanRules.Bases"/>).</summary>
    public required SamplingBasis Basis { get; init; }

    public required AccountId PlannedBy { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public List<Stratum> Strata { get; init; } = [];
}

/// <summary>
/// One stratum 抽样层 of a plan: lots of one product, of a season, of one firm or one county or of all. No lot stands in two strata of a plan.
/// </summary>
public sealed class Stratum
{
    public required SamplingPlanId PlanId { get; init; }

    /// <summary>1 for the first of the plan; part of what a candidate's rank is made of.</summary>
    public required int Number { get; init; }

    public required string Product { get; init; }

    /// <summary>Only lots of this firm; null for lots of several.</summary>
    public FirmId? FirmId { get; init; }

    /// <summary>Only lots of firms of this county (GB/T 2260); null where a firm is named or all are meant.</summary>
    public string? County { get; init; }

    /// <summary>First month of harvest, 1 to 12.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Last month of harvest, not before the first.</summary>
    public required int LastMonth { get; init; }

    public required SamplingStage Stage { get; init; }

    /// <summary>How many samples are to be drawn.</summary>
    public required int Planned { get; init; }

    /// <summary>The list on which its candidates were frozen; null until then. A stratum is frozen once, so that no second draw can replace one that does not please.</summary>
    public FrozenListId? ListId { get; set; }
}

/// <summary>
/// Where samples of a stratum are taken. It tells the sampler where to go; the register does not know at which stage a lot stands, so that it
/// does not choose the candidates.
/// </summary>
public enum SamplingStage
{
    /// <summary>蜂场: at the hives.</summary>
    Apiary,

    /// <summary>收购点: where beekeepers deliver.</summary>
    CollectionPoint,

    /// <summary>加工厂: in processing.</summary>
    Plant,

    /// <summary>仓库: stored, finished goods.</summary>
    Warehouse,

    /// <summary>销售点: on sale.</summary>
    Shop,
}

/// <summary>The candidates of some strata, written down once and never changed, and what became of the draw from them.</summary>
public sealed class FrozenList
{
    public required FrozenListId Id { get; init; }

    public required SamplingPlanId PlanId { get; init; }

    /// <summary>1 for the plan's first list.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the list's file (<see cref="Draw.ListSha256"/>).</summary>
    public required string Sha256 { get; init; }

    /// <summary>Which public value will make the seed, in words that leave no choice: “first prize of … no. …, seven numbers in ascending order”.</summary>
    public required string ValueName { get; init; }

    /// <summary>How many digits the value has.</summary>
    public required int ValueDigits { get; init; }

    /// <summary>The day on which it comes into being, later than the day of the freezing.</summary>
    public required DateOnly ValueDay { get; init; }

    public required AccountId FrozenBy { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>The value, once two people have entered the same; null before.</summary>
    public string? Value { get; set; }

    /// <summary>Where the second of them read it.</summary>
    public string? ValueSource { get; set; }

    public DateTimeOffset? DrawnAt { get; set; }

    /// <summary>What the ranks are made with; null before the draw.</summary>
    public string? Seed => Value is null ? null : Draw.Seed(Sha256, Value);
}

/// <summary>One lot of a frozen list.</summary>
public sealed class ListedLot
{
    public required SamplingPlanId PlanId { get; init; }

    public required int Stratum { get; init; }

    public required LotCode Lot { get; init; }

    public required FrozenListId ListId { get; init; }
}

/// <summary>What one person read as the public value. Every entry stays on record, also one that was wrong.</summary>
public sealed class PublicValueEntry
{
    public required PublicValueEntryId Id { get; init; }

    public required FrozenListId ListId { get; init; }

    public required string Value { get; init; }

    /// <summary>Where it was read: an address on the web, a newspaper and its day.</summary>
    public required string Source { get; init; }

    public required AccountId EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }
}

/// <summary>One lot that the draw chose, at first or in the place of another.</summary>
public sealed class Pick
{
    public required SamplingPlanId PlanId { get; init; }

    public required int Stratum { get; init; }

    /// <summary>Its place in the order of the draw, from 1.</summary>
    public required int Place { get; init; }

    public required LotCode Lot { get; init; }

    /// <summary>The place of the lot that could not be sampled; null for one drawn at first.</summary>
    public int? Replaces { get; init; }

    public ReplacementReason? Reason { get; init; }

    /// <summary>The reason in words; not for the public, since it may name people.</summary>
    public string? Why { get; init; }

    public required AccountId PickedBy { get; init; }

    public required DateTimeOffset PickedAt { get; init; }
}

/// <summary>Why a drawn lot could not be sampled.</summary>
public enum ReplacementReason
{
    /// <summary>已用完: sold or used up.</summary>
    UsedUp,

    /// <summary>找不到: not where it should be.</summary>
    NotFound,

    /// <summary>数量不足: not enough left for test and re-test portions.</summary>
    QuantityShort,

    /// <summary>拒绝抽样: refused by whoever holds it. The refusal itself is a matter for the county.</summary>
    SamplingRefused,

    /// <summary>其他: as the words say.</summary>
    Other,
}
