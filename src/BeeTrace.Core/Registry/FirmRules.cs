namespace BeeTrace.Core.Registry;

/// <summary>The county registers a firm, or changes what may change of one; the credit code in any common form.</summary>
public sealed record RegisterFirm(string? CreditCode, string? NameZh, string? NameEn, FirmKind? Kind, string? County, string? Address);

/// <summary>A base for export is filed. The id is made by the form, so that a second click finds the first.</summary>
public sealed record RecordFiling(BaseFilingId Id, string? FilingNumber, string? Name, string? County, DateOnly? From);

/// <summary>A brand or honour is recorded, with the number of a document or an address where it can be looked up.</summary>
public sealed record RecordHonour(HonourId Id, HonourKind? Kind, HonourLevel? Level, string? TitleZh, string? TitleEn, int? Year, string? Evidence);

/// <summary>A standard that a firm helped to write is recorded.</summary>
public sealed record RecordStandard(DraftedStandardId Id, string? Number, string? TitleZh, string? TitleEn, DraftingRole? Role, int? Year);

/// <summary>What a firm and what belongs to it must be to enter the register.</summary>
public static class FirmRules
{
    public const int LongestNameZh = 120;
    public const int LongestNameEn = 160;
    public const int LongestNumber = 40;
    public const int LongestEvidence = 300;

    /// <summary>
    /// Colonies below which a member of an export base is questioned: "60 colonies or more" in a translated rule for exporters'
    /// bases [S70]. The operator may set another number; who is below is warned of, never refused.
    /// </summary>
    public const int FewestColoniesOfMember = 60;

    /// <summary>House rule: no bee product was given a brand or standard before the People's Republic registered any.</summary>
    private const int EarliestYear = 1950;

    public static Outcome Check(RegisterFirm firm)
    {
        List<Refusal> refusals = [];
        refusals.AddRange(UnifiedSocialCreditCode.Parse(firm.CreditCode, nameof(firm.CreditCode)).Refusals);
        AddText(refusals, firm.NameZh, LongestNameZh, nameof(firm.NameZh), OfficeRefusal.FirmNameMissing);
        AddText(refusals, firm.NameEn, LongestNameEn, nameof(firm.NameEn), missing: null);
        AddText(refusals, firm.Address, BeekeeperRules.LongestAddress, nameof(firm.Address), missing: null);
        AddText(refusals, firm.County, 6, nameof(firm.County), OfficeRefusal.CountyMissing);
        if (firm.Kind is not { } kind || !Enum.IsDefined(kind))
            refusals.Add(new(OfficeRefusal.FirmKindMissing, nameof(firm.Kind)));
        return Of(refusals);
    }

    public static Outcome Check(RecordFiling filing, DateOnly today)
    {
        List<Refusal> refusals = [];
        AddText(refusals, filing.FilingNumber, LongestNumber, nameof(filing.FilingNumber), OfficeRefusal.FilingNumberMissing);
        AddText(refusals, filing.Name, LongestNameZh, nameof(filing.Name), RegistryRefusal.NameMissing);
        AddText(refusals, filing.County, 6, nameof(filing.County), OfficeRefusal.CountyMissing);
        AddPast(refusals, filing.From, today, nameof(filing.From));
        return Of(refusals);
    }

    /// <summary>A membership lies within the days of its base.</summary>
    public static Outcome CheckMember(BaseFiling filing, DateOnly? from, DateOnly today, string field = "From")
    {
        List<Refusal> refusals = [];
        AddPast(refusals, from, today, field);
        if (from < filing.From)
            refusals.Add(new(OfficeRefusal.DayBefore, field, filing.From));
        if (filing.Until is { } until && from >= until)
            refusals.Add(new(OfficeRefusal.BaseEnded, field, until));
        return Of(refusals);
    }

    /// <summary>A period ends after it began, today at the latest.</summary>
    public static Outcome CheckEnd(DateOnly began, DateOnly? until, DateOnly today, string field = "Until")
    {
        List<Refusal> refusals = [];
        AddPast(refusals, until, today, field);
        if (until <= began)
            refusals.Add(new(OfficeRefusal.EndsBeforeItBegins, field, began));
        return Of(refusals);
    }

    /// <summary>
    /// A base ends after it was filed, and after all of its members, those who left too, have come and gone: nobody is a member of a base that is
    /// not there.
    /// </summary>
    public static Outcome CheckBaseEnd(BaseFiling filing, IReadOnlyCollection<BaseMember> members, DateOnly? until, DateOnly today, string field = "Until")
    {
        if (filing.Until is { } ended)
            return new Refusal(OfficeRefusal.BaseEnded, null, ended);
        var check = CheckEnd(filing.From, until, today, field);
        if (!check.IsDone || members.Count == 0)
            return check;
        // A membership lasts a day at least.
        var earliest = members.Max(m => m.Until ?? m.From.AddDays(1));
        return until < earliest ? new Refusal(OfficeRefusal.BaseEndsBeforeMembers, field, earliest) : Outcome.Done;
    }

    public static Outcome Check(RecordHonour honour, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (honour.Kind is not { } kind || !Enum.IsDefined(kind))
            refusals.Add(new(OfficeRefusal.ChoiceMissing, nameof(honour.Kind)));
        if (honour.Level is not { } level || !Enum.IsDefined(level))
            refusals.Add(new(OfficeRefusal.ChoiceMissing, nameof(honour.Level)));
        AddText(refusals, honour.TitleZh, LongestNameZh, nameof(honour.TitleZh), OfficeRefusal.TitleMissing);
        AddText(refusals, honour.TitleEn, LongestNameEn, nameof(honour.TitleEn), missing: null);
        AddText(refusals, honour.Evidence, LongestEvidence, nameof(honour.Evidence), OfficeRefusal.EvidenceMissing);
        AddYear(refusals, honour.Year, today, nameof(honour.Year));
        return Of(refusals);
    }

    public static Outcome Check(RecordStandard standard, DateOnly today)
    {
        List<Refusal> refusals = [];
        AddText(refusals, standard.Number, 60, nameof(standard.Number), OfficeRefusal.StandardNumberMissing);
        AddText(refusals, standard.TitleZh, LongestNameZh, nameof(standard.TitleZh), OfficeRefusal.TitleMissing);
        AddText(refusals, standard.TitleEn, LongestNameEn, nameof(standard.TitleEn), missing: null);
        if (standard.Role is not { } role || !Enum.IsDefined(role))
            refusals.Add(new(OfficeRefusal.ChoiceMissing, nameof(standard.Role)));
        AddYear(refusals, standard.Year, today, nameof(standard.Year));
        return Of(refusals);
    }

    private static void AddText(List<Refusal> refusals, string? text, int longest, string field, string? missing)
    {
        if (missing is not null && string.IsNullOrWhiteSpace(text))
            refusals.Add(new(missing, field));
        else if (text?.Trim().EnumerateRunes().Count() > longest)
            refusals.Add(new(FieldRefusal.TextTooLong, field, longest));
    }

    private static void AddPast(List<Refusal> refusals, DateOnly? day, DateOnly today, string field)
    {
        if (day is null)
            refusals.Add(new(FieldRefusal.DayMissing, field));
        else if (day > today)
            refusals.Add(new(FieldRefusal.DayInFuture, field, today));
    }

    private static void AddYear(List<Refusal> refusals, int? year, DateOnly today, string field)
    {
        if (year is null || year < EarliestYear || year > today.Year)
            refusals.Add(new(OfficeRefusal.YearOutOfRange, field, EarliestYear.ToString(System.Globalization.CultureInfo.InvariantCulture), today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Outcome Of(List<Refusal> refusals) => refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
}
