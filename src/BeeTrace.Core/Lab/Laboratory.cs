namespace BeeTrace.Core.Lab;

/// <summary>How many different people stand behind a test report. Who counts is a person, never an account's role.</summary>
public enum FourEyes
{
    /// <summary>两人: the signatory entered none of the readings and did not prepare the report.</summary>
    TwoPersons,

    /// <summary>三人: besides, the signatory is not one of those who checked the readings or reviewed the report.</summary>
    ThreePersons,
}

/// <summary>
/// A laboratory as it stood from one day on. A change is another version, so that every report keeps the rule under which it
/// was signed. It is the body that tests and signs, not a firm of the trade.
/// </summary>
public sealed class LaboratoryVersion
{
    public required LaboratoryVersionId Id { get; init; }

    /// <summary>The county it tests for, six digits of GB/T 2260.</summary>
    public required string County { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string AddressZh { get; init; }

    public required string AddressEn { get; init; }

    public string? Phone { get; init; }

    public string? Postcode { get; init; }

    /// <summary>
    /// Number of the qualification certificate of inspection bodies (检验检测机构资质认定, CMA); null where there is none. Papers print at
    /// most this number in words: the mark itself is never drawn.
    /// </summary>
    public string? CmaNumber { get; init; }

    /// <summary>Number of the accreditation by CNAS to ISO/IEC 17025; null where there is none.</summary>
    public string? CnasNumber { get; init; }

    public required FourEyes FourEyes { get; init; }

    /// <summary>Calendar days from receipt to approval that the laboratory promises; null where it promises none, and then nothing is late.</summary>
    public int? TurnaroundDays { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required AccountId RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Bilingual Name => new(NameZh, NameEn);

    public Bilingual Address => new(AddressZh, AddressEn);

    /// <summary>True where a number is set, so that items outside the scope must be told apart.</summary>
    public bool HasNumber => CmaNumber is not null || CnasNumber is not null;

    /// <summary>
    /// True for a result inside the scope of one of the numbers: its method says so. All others are flagged on a report that names a number
    /// (ISO/IEC 17025:2017 8.1.3 leaves the claim of conformity to the stated scope).
    /// </summary>
    /// <param name="method">The method in use for analyte and product when the result was entered; null for none that is registered.</param>
    public bool Covers(Method? method) =>
        !HasNumber || (CmaNumber is not null && method?.AccreditedCma == true) || (CnasNumber is not null && method?.AccreditedCnas == true);
}

/// <summary>The administrator says what the laboratory is from today on.</summary>
public sealed record ChangeLaboratory(
    string? NameZh, string? NameEn, string? AddressZh, string? AddressEn, string? Phone, string? Postcode, string? CmaNumber, string? CnasNumber,
    FourEyes? FourEyes, int? TurnaroundDays = null);

/// <summary>What a laboratory must say of itself.</summary>
public static class LaboratoryRules
{
    public const int LongestText = 160;
    public const int LongestNumber = 40;

    /// <summary>House rule: a year; longer is no promise.</summary>
    public const int LongestTurnaroundDays = 366;

    /// <summary>
    /// Name and address in both languages, since ISO/IEC 17025:2017 7.8.2.1 wants them on every report.
    /// Refuses every wrong input at once.
    /// </summary>
    public static Outcome Check(ChangeLaboratory change)
    {
        List<Refusal> refusals = [];
        Add(change.NameZh, nameof(change.NameZh), LongestText, isNeeded: true);
        Add(change.NameEn, nameof(change.NameEn), LongestText, isNeeded: true);
        Add(change.AddressZh, nameof(change.AddressZh), LongestText, isNeeded: true);
        Add(change.AddressEn, nameof(change.AddressEn), LongestText, isNeeded: true);
        Add(change.Phone, nameof(change.Phone), LongestNumber, isNeeded: false);
        Add(change.Postcode, nameof(change.Postcode), LongestNumber, isNeeded: false);
        Add(change.CmaNumber, nameof(change.CmaNumber), LongestNumber, isNeeded: false);
        Add(change.CnasNumber, nameof(change.CnasNumber), LongestNumber, isNeeded: false);
        if (change.FourEyes is not { } rule || !Enum.IsDefined(rule))
            refusals.Add(new(LabRefusal.LaboratoryFactMissing, nameof(change.FourEyes)));
        if (change.TurnaroundDays is < 0 or > LongestTurnaroundDays)
            refusals.Add(new(LabRefusal.TurnaroundOutside, nameof(change.TurnaroundDays), LongestTurnaroundDays));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);

        void Add(string? text, string field, int longest, bool isNeeded)
        {
            if (isNeeded && string.IsNullOrWhiteSpace(text))
                refusals.Add(new(LabRefusal.LaboratoryFactMissing, field));
            else if (text?.Trim().EnumerateRunes().Count() > longest)
                refusals.Add(new(LabRefusal.LaboratoryTextTooLong, field, longest));
        }
    }
}
