namespace BeeTrace.Core.Registry;

/// <summary>
/// Write a treatment into the medicine log. Nothing is sure yet: every field is as a form left it. The withdrawal period is
/// asked in two questions, whether it is known and how long, so that 0 days and unknown cannot be mistaken for each other.
/// </summary>
public sealed record RecordTreatment(TreatmentId Id, ApiaryCode Apiary)
{
    public int? Colonies { get; init; }

    public string? Indication { get; init; }

    public string? Medicine { get; init; }

    public string? ApprovalNumber { get; init; }

    public string? BatchNumber { get; init; }

    public DateOnly? MedicineExpiresOn { get; init; }

    public string? ActiveSubstance { get; init; }

    public string? Dose { get; init; }

    public TreatmentRoute? Route { get; init; }

    public DateOnly? StartedOn { get; init; }

    /// <summary>Null while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>True when label or leaflet say a withdrawal period, also one of 0 days; false when nobody knows; null when not told.</summary>
    public bool? IsWithdrawalKnown { get; init; }

    public int? WithdrawalDays { get; init; }

    public bool? SupersOn { get; init; }

    public string? GivenBy { get; init; }

    public string? Supplier { get; init; }

    public string? Remarks { get; init; }

    /// <summary>The entry that this one corrects or ends.</summary>
    public TreatmentId? Supersedes { get; init; }
}

/// <summary>What an entry of the medicine log must be.</summary>
public static class TreatmentRules
{
    /// <summary>House rule: a longer withdrawal period than a year is a slip.</summary>
    public const int MostWithdrawalDays = 365;

    public const int LongestNumber = 60;

    public const int LongestDose = 80;

    public const int LongestRemarks = 500;

    /// <summary>Checks an entry and tells everything that is wrong at once, each with the name of its field.</summary>
    public static Outcome Check(RecordTreatment treatment, DateOnly today)
    {
        Refusal[] refusals =
        [
            .. FieldRules.CheckColonies(treatment.Colonies, nameof(treatment.Colonies)),
            .. Required(treatment.Indication, FieldRefusal.IndicationMissing, nameof(treatment.Indication)),
            .. Required(treatment.Medicine, FieldRefusal.MedicineMissing, nameof(treatment.Medicine)),
            .. FieldRules.CheckLength(treatment.ApprovalNumber, LongestNumber, nameof(treatment.ApprovalNumber)),
            .. FieldRules.CheckLength(treatment.BatchNumber, LongestNumber, nameof(treatment.BatchNumber)),
            .. FieldRules.CheckLength(treatment.ActiveSubstance, FieldRules.LongestLine, nameof(treatment.ActiveSubstance)),
            .. FieldRules.CheckLength(treatment.Dose, LongestDose, nameof(treatment.Dose)),
            .. CheckRoute(treatment.Route),
            .. FieldRules.CheckDay(treatment.StartedOn, today, nameof(treatment.StartedOn)),
            .. CheckEnd(treatment, today),
            .. CheckWithdrawal(treatment),
            .. FieldRules.CheckLength(treatment.GivenBy, LongestDose, nameof(treatment.GivenBy)),
            .. FieldRules.CheckLength(treatment.Supplier, FieldRules.LongestLine, nameof(treatment.Supplier)),
            .. FieldRules.CheckLength(treatment.Remarks, LongestRemarks, nameof(treatment.Remarks)),
        ];
        return refusals.Length == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    private static IEnumerable<Refusal> Required(string? text, string missing, string field) =>
        string.IsNullOrWhiteSpace(text) ? [new(missing, field)] : FieldRules.CheckLength(text, FieldRules.LongestLine, field);

    private static IEnumerable<Refusal> CheckRoute(TreatmentRoute? route)
    {
        if (route is not { } made || !Enum.IsDefined(made))
            yield return new(FieldRefusal.RouteMissing, nameof(RecordTreatment.Route));
    }

    private static IEnumerable<Refusal> CheckEnd(RecordTreatment treatment, DateOnly today)
    {
        if (treatment.EndedOn is not { } end)
            yield break;
        if (end < treatment.StartedOn)
            yield return new(FieldRefusal.EndsBeforeStart, nameof(treatment.EndedOn), treatment.StartedOn.Value);
        else if (end > today)
            yield return new(FieldRefusal.DayInFuture, nameof(treatment.EndedOn), today);
    }

    private static IEnumerable<Refusal> CheckWithdrawal(RecordTreatment treatment)
    {
        if (treatment.IsWithdrawalKnown is not { } known)
            yield return new(FieldRefusal.WithdrawalMissing, nameof(treatment.IsWithdrawalKnown));
        else if (known && treatment.WithdrawalDays is null)
            yield return new(FieldRefusal.WithdrawalDaysMissing, nameof(treatment.WithdrawalDays));
        else if (!known && treatment.WithdrawalDays is not null)
            yield return new(FieldRefusal.WithdrawalDaysUnwanted, nameof(treatment.WithdrawalDays));
        if (treatment.WithdrawalDays is < 0 or > MostWithdrawalDays)
            yield return new(FieldRefusal.WithdrawalDaysOutOfRange, nameof(treatment.WithdrawalDays), MostWithdrawalDays);
    }
}
