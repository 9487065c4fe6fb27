namespace BeeTrace.Core.Registry;

/// <summary>The county registers a beekeeper and issues a licence. Nothing is sure yet: every field is as a form left it.</summary>
/// <param name="LicenceNumber">Number printed on the licence 养蜂证.</param>
/// <param name="NameZh">Name in Chinese, or in any script where there is none.</param>
/// <param name="NameEn">Name in Latin letters; where empty, <paramref name="NameZh"/> stands for it.</param>
/// <param name="Kind">What the beekeeper is before the law.</param>
/// <param name="Phone">Any common form.</param>
/// <param name="Address">Postal address.</param>
/// <param name="County">Six-digit code of GB/T 2260.</param>
/// <param name="LicenceIssuedOn">First day of the licence.</param>
/// <param name="IdentityNumber">Of a person; empty where it was not given.</param>
/// <param name="ShowsName">The beekeeper agrees that public pages show the name.</param>
public sealed record RegisterBeekeeper(
    string? LicenceNumber, string? NameZh, string? NameEn, BeekeeperKind? Kind, string? Phone, string? Address, string? County,
    DateOnly? LicenceIssuedOn, string? IdentityNumber = null, bool ShowsName = false);

/// <summary>What a beekeeper must be to enter the register.</summary>
public static class BeekeeperRules
{
    public const int LongestNameZh = 80;
    public const int LongestNameEn = 120;
    public const int LongestLicence = 30;

    /// <summary>House rule: what fits on two lines of an envelope.</summary>
    public const int LongestAddress = 200;

    /// <summary>House rule: a reason is a sentence, not a file.</summary>
    public const int LongestReason = 400;

    /// <summary>Checks a registration and tells everything that is wrong at once, each with the name of its field.</summary>
    public static Outcome Check(RegisterBeekeeper beekeeper, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(beekeeper.LicenceNumber))
            refusals.Add(new(OfficeRefusal.LicenceNumberMissing, nameof(beekeeper.LicenceNumber)));
        else if (beekeeper.LicenceNumber.Trim().Length > LongestLicence)
            refusals.Add(new(FieldRefusal.TextTooLong, nameof(beekeeper.LicenceNumber), LongestLicence));
        if (beekeeper.Kind is not { } kind || !Enum.IsDefined(kind))
            refusals.Add(new(OfficeRefusal.BeekeeperKindMissing, nameof(beekeeper.Kind)));
        if (string.IsNullOrWhiteSpace(beekeeper.County))
            refusals.Add(new(OfficeRefusal.CountyMissing, nameof(beekeeper.County)));
        refusals.AddRange(CheckIssue(beekeeper.LicenceIssuedOn, today, nameof(beekeeper.LicenceIssuedOn)).Refusals);
        refusals.AddRange(CheckPerson(beekeeper.NameZh, beekeeper.NameEn, beekeeper.Phone, beekeeper.Address).Refusals);
        if (!string.IsNullOrWhiteSpace(beekeeper.IdentityNumber))
            refusals.AddRange(CheckIdentity(beekeeper.IdentityNumber, beekeeper.Kind, today, nameof(beekeeper.IdentityNumber)).Refusals);
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>Name, phone and address, as they are registered and as they are changed.</summary>
    public static Outcome CheckPerson(string? nameZh, string? nameEn, string? phone, string? address)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(nameZh))
            refusals.Add(new(OfficeRefusal.BeekeeperNameMissing, nameof(RegisterBeekeeper.NameZh)));
        AddIfLong(refusals, nameZh, LongestNameZh, nameof(RegisterBeekeeper.NameZh));
        AddIfLong(refusals, nameEn, LongestNameEn, nameof(RegisterBeekeeper.NameEn));
        AddIfLong(refusals, address, LongestAddress, nameof(RegisterBeekeeper.Address));
        if (!string.IsNullOrWhiteSpace(phone) && !IsPhone(phone))
            refusals.Add(new(OfficeRefusal.PhoneMalformed, nameof(RegisterBeekeeper.Phone), phone.Trim().Length > 40 ? phone.Trim()[..40] + "…" : phone.Trim()));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>The day of issue: known, not to come, and not before there were licences.</summary>
    public static Outcome CheckIssue(DateOnly? day, DateOnly today, string field) =>
        day is null ? new Refusal(OfficeRefusal.LicenceDayMissing, field)
        : day > today ? new Refusal(OfficeRefusal.LicenceFromFuture, field, today)
        : day < ApiaryRules.EarliestFrom ? new Refusal(OfficeRefusal.LicenceTooOld, field, ApiaryRules.EarliestFrom)
        : Outcome.Done;

    /// <summary>An identity number is a person's; cooperatives and companies have none.</summary>
    public static Outcome CheckIdentity(string? number, BeekeeperKind? kind, DateOnly today, string field)
    {
        if (kind is BeekeeperKind.Cooperative or BeekeeperKind.Company)
            return new Refusal(OfficeRefusal.IdentityOfPersonsOnly, field);
        var read = IdentityNumber.Parse(number, today, field);
        return read.IsDone ? Outcome.Done : Outcome.Refused(read.Refusals);
    }

    /// <summary>A reason that somebody else will read.</summary>
    public static Outcome CheckReason(string? reason, string field = "Reason") =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal(OfficeRefusal.ReasonMissing, field)
        : reason.Trim().Length > LongestReason ? new Refusal(FieldRefusal.TextTooLong, field, LongestReason)
        : Outcome.Done;

    /// <summary>Seven to fifteen digits (ITU-T E.164) between spaces, dashes, brackets and a plus.</summary>
    internal static bool IsPhone(string phone)
    {
        var narrow = Keyboard.Narrow(phone.Trim());
        return narrow.Length <= 40 && narrow.Count(char.IsAsciiDigit) is >= 7 and <= 15
            && narrow.All(c => char.IsAsciiDigit(c) || c is '+' or '(' or ')' or '/' || Keyboard.IsBlank(c) || Keyboard.IsDash(c));
    }

    private static void AddIfLong(List<Refusal> refusals, string? text, int longest, string field)
    {
        if (text?.Trim().EnumerateRunes().Count() > longest)
            refusals.Add(new(FieldRefusal.TextTooLong, field, longest));
    }
}
