namespace BeeTrace.Core.Registry;

/// <summary>How a medicine was given.</summary>
public enum TreatmentRoute
{
    /// <summary>挂条: strips between the combs.</summary>
    Strip,

    /// <summary>滴注: trickled between the combs.</summary>
    Trickle,

    /// <summary>饲喂: in sugar syrup.</summary>
    Feed,

    /// <summary>喷雾: sprayed on bees and combs.</summary>
    Spray,

    /// <summary>熏蒸: vapour or smoke.</summary>
    Fumigation,

    /// <summary>其他: another way, told in the remarks.</summary>
    Other,
}

/// <summary>
/// One entry of the medicine log (用药记录). It is never changed: a correction is a new one that supersedes it. What it
/// means for a harvest is decided by <see cref="Withdrawal"/>.
/// </summary>
public sealed class Treatment
{
    public required TreatmentId Id { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    /// <summary>Owner of the apiary, repeated here so that the database can decide who sees the row.</summary>
    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>How many colonies were treated.</summary>
    public required int Colonies { get; init; }

    /// <summary>Disease or pest it was given against.</summary>
    public required string Indication { get; init; }

    /// <summary>Name of the medicine as on its label.</summary>
    public required string Medicine { get; init; }

    /// <summary>Approval number of the veterinary medicine (兽药批准文号).</summary>
    public string? ApprovalNumber { get; init; }

    public string? BatchNumber { get; init; }

    /// <summary>Last day on which the medicine may be used.</summary>
    public DateOnly? MedicineExpiresOn { get; init; }

    public string? ActiveSubstance { get; init; }

    /// <summary>Dose as told, with its unit: <c>1 条/群</c>.</summary>
    public string? Dose { get; init; }

    public required TreatmentRoute Route { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>Last day of treatment; null while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Days after the end during which nothing may be harvested. 0 is known to be none; null is not known.</summary>
    public int? WithdrawalDays { get; init; }

    /// <summary>Honey supers stood on the hives; most medicines forbid it. Null where not told.</summary>
    public bool? SupersOn { get; init; }

    /// <summary>Who gave it.</summary>
    public string? GivenBy { get; init; }

    public string? Supplier { get; init; }

    public string? Remarks { get; init; }

    public required AccountId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The entry that this one corrects or ends.</summary>
    public TreatmentId? Supersedes { get; init; }
}
