using BeeTrace.Core.Access;

namespace BeeTrace.Core.Registry;

/// <summary>
/// Somebody who keeps bees asks to be registered and for an account. Nothing is sure yet: every field is as a form left it. The password
/// is checked apart (<see cref="PasswordRules"/>), with the list of those that are guessed first.
/// </summary>
/// <param name="Id">Made with the form.</param>
/// <param name="Name">Name in Chinese, or in any script where there is none.</param>
/// <param name="Kind">What the applicant is before the law.</param>
/// <param name="Phone">How the county reaches the applicant.</param>
/// <param name="Address">Postal address; may be empty.</param>
/// <param name="County">Six-digit code of GB/T 2260.</param>
/// <param name="LicenceNumber">Of a licence that the applicant holds; may be empty.</param>
/// <param name="IdentityNumber">Of a person; may be empty.</param>
/// <param name="ShowsName">The applicant agrees that public pages show the name.</param>
/// <param name="Email">To sign in with; empty signs in with the phone number.</param>
public sealed record ApplyAsBeekeeper(
    BeekeeperApplicationId Id, string? Name, BeekeeperKind? Kind, string? Phone, string? Address, string? County, string? LicenceNumber,
    string? IdentityNumber, bool ShowsName, string? Email);

/// <summary>What an application must be.</summary>
public static class ApplicationRules
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them brackets.</summary>
    public const int LongestEmail = 254;

    /// <summary>Checks an application and tells everything that is wrong at once, each with the name of its field.</summary>
    public static Outcome Check(ApplyAsBeekeeper apply, DateOnly today)
    {
        List<Refusal> refusals =
        [
            .. BeekeeperRules.CheckPerson(apply.Name, null, apply.Phone, apply.Address).Refusals
                .Select(refusal => refusal.Field == nameof(RegisterBeekeeper.NameZh) ? refusal with { Field = nameof(apply.Name) } : refusal),
        ];
        if (string.IsNullOrWhiteSpace(apply.Phone))
            refusals.Add(new(OfficeRefusal.PhoneMissing, nameof(apply.Phone)));
        if (apply.Kind is not { } kind || !Enum.IsDefined(kind))
            refusals.Add(new(OfficeRefusal.BeekeeperKindMissing, nameof(apply.Kind)));
        if (string.IsNullOrWhiteSpace(apply.County))
            refusals.Add(new(OfficeRefusal.CountyMissing, nameof(apply.County)));
        refusals.AddRange(FieldRules.CheckLength(apply.LicenceNumber, BeekeeperRules.LongestLicence, nameof(apply.LicenceNumber)));
        if (!string.IsNullOrWhiteSpace(apply.IdentityNumber))
            refusals.AddRange(BeekeeperRules.CheckIdentity(apply.IdentityNumber, apply.Kind, today, nameof(apply.IdentityNumber)).Refusals);
        if (!string.IsNullOrWhiteSpace(apply.Email) && !IsEmail(apply.Email.Trim()))
            refusals.Add(new(AccessRefusal.AddressUnreadable, nameof(apply.Email)));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>A phone number as it is signed in with: its digits.</summary>
    public static string SignInNumber(string phone) => string.Concat(Keyboard.Narrow(phone).Where(char.IsAsciiDigit));

    /// <summary>One @ with something before it and a dotted name behind it. Whether somebody reads it, no rule can tell.</summary>
    private static bool IsEmail(string text) =>
        text.Length <= LongestEmail && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && text.Split('@') is [{ Length: > 0 }, var host] && host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && !host.EndsWith('.');
}
