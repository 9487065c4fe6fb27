using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Registry;

/// <summary>The end of a stay as it was typed.</summary>
public sealed class StayEndEntry : TypedEntry
{
    public string? On { get; set; }

    /// <summary>As for <see cref="ApiaryEntry.Seen"/>.</summary>
    public string? Seen { get; set; }

    public (EndStay End, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        return (new EndStay(ApiaryCode, Day(On, nameof(On), unread), SeenStay.Parse(Seen)), unread);
    }

    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) => Reasons(unread, refused, [nameof(On)]);
}

/// <summary>A colony count as it was typed.</summary>
public sealed class CountEntry : TypedEntry
{
    public string? On { get; set; }

    public string? Colonies { get; set; }

    public (CountColonies Count, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        return (new CountColonies(new ColonyCountId(Key()), ApiaryCode, Day(On, nameof(On), unread), Whole(Colonies, "群")), unread);
    }

    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) =>
        Reasons(unread, refused, [nameof(Colonies), nameof(On)]);
}

/// <summary>A report of a disease as it was typed.</summary>
public sealed class DiseaseEntry : TypedEntry
{
    public string? Disease { get; set; }

    public string? On { get; set; }

    public string? Colonies { get; set; }

    public string? Signs { get; set; }

    public (ReportDisease Report, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        var colonies = Whole(Colonies, "群");
        if (colonies is null && !string.IsNullOrWhiteSpace(Colonies))
            unread.Add(new Refusal(RegistryRefusal.ColoniesMissing, nameof(Colonies)));
        return (new ReportDisease(new DiseaseReportId(Key()), ApiaryCode, Choice<BeeDisease>(Disease), Day(On, nameof(On), unread), colonies, Words(Signs)), unread);
    }

    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) =>
        Reasons(unread, refused, [nameof(Disease), nameof(On), nameof(Colonies), nameof(Signs)]);
}

/// <summary>An entry of the medicine log as it was typed.</summary>
public sealed class TreatmentEntry : TypedEntry
{
    private static readonly string[] InOrder =
    [
        nameof(Medicine), nameof(Indication), nameof(Colonies), nameof(Route), nameof(Dose), nameof(StartedOn), nameof(EndedOn), nameof(IsWithdrawalKnown),
        nameof(WithdrawalDays), nameof(SupersOn), nameof(ActiveSubstance), nameof(ApprovalNumber), nameof(BatchNumber), nameof(MedicineExpiresOn),
        nameof(GivenBy), nameof(Supplier), nameof(Remarks),
    ];

    public string? Colonies { get; set; }

    public string? Indication { get; set; }

    public string? Medicine { get; set; }

    public string? ApprovalNumber { get; set; }

    public string? BatchNumber { get; set; }

    public string? MedicineExpiresOn { get; set; }

    public string? ActiveSubstance { get; set; }

    public string? Dose { get; set; }

    public string? Route { get; set; }

    public string? StartedOn { get; set; }

    public string? EndedOn { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public string? IsWithdrawalKnown { get; set; }

    public string? WithdrawalDays { get; set; }

    /// <summary><c>yes</c>, <c>no</c>, or nothing where not told.</summary>
    public string? SupersOn { get; set; }

    public string? GivenBy { get; set; }

    public string? Supplier { get; set; }

    public string? Remarks { get; set; }

    /// <summary>Id of the entry that this one corrects or ends.</summary>
    public string? Supersedes { get; set; }

    public (RecordTreatment Treatment, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        var days = Whole(WithdrawalDays, "天日");
        if (days is null && !string.IsNullOrWhiteSpace(WithdrawalDays))
            unread.Add(new Refusal(FieldRefusal.WithdrawalDaysMissing, nameof(WithdrawalDays)));
        return (new RecordTreatment(new TreatmentId(Key()), ApiaryCode)
        {
            Colonies = Whole(Colonies, "群"),
            Indication = Words(Indication),
            Medicine = Words(Medicine),
            ApprovalNumber = Words(ApprovalNumber),
            BatchNumber = Words(BatchNumber),
            MedicineExpiresOn = Day(MedicineExpiresOn, nameof(MedicineExpiresOn), unread),
            ActiveSubstance = Words(ActiveSubstance),
            Dose = Words(Dose),
            Route = Choice<TreatmentRoute>(Route),
            StartedOn = Day(StartedOn, nameof(StartedOn), unread),
            EndedOn = Day(EndedOn, nameof(EndedOn), unread),
            IsWithdrawalKnown = YesOrNo(IsWithdrawalKnown),
            WithdrawalDays = days,
            SupersOn = YesOrNo(SupersOn),
            GivenBy = Words(GivenBy),
            Supplier = Words(Supplier),
            Remarks = Words(Remarks),
            Supersedes = Guid.TryParse(Supersedes, out var superseded) ? new TreatmentId(superseded) : null,
        }, unread);
    }

    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) => Reasons(unread, refused, InOrder);

    /// <summary>A form that corrects or ends this entry: filled with what it says.</summary>
    internal static TreatmentEntry Of(Treatment t) => new()
    {
        Supersedes = t.Id.Value.ToString(),
        Colonies = t.Colonies.ToString(CultureInfo.InvariantCulture),
        Indication = t.Indication,
        Medicine = t.Medicine,
        ApprovalNumber = t.ApprovalNumber,
        BatchNumber = t.BatchNumber,
        MedicineExpiresOn = t.MedicineExpiresOn is { } expires ? Days.Short(expires) : null,
        ActiveSubstance = t.ActiveSubstance,
        Dose = t.Dose,
        Route = t.Route.ToString(),
        StartedOn = Days.Short(t.StartedOn),
        EndedOn = t.EndedOn is { } ended ? Days.Short(ended) : null,
        IsWithdrawalKnown = t.WithdrawalDays is null ? "no" : "yes",
        WithdrawalDays = t.WithdrawalDays?.ToString(CultureInfo.InvariantCulture),
        SupersOn = t.SupersOn switch { true => "yes", false => "no", null => null },
        GivenBy = t.GivenBy,
        Supplier = t.Supplier,
        Remarks = t.Remarks,
    };
}
