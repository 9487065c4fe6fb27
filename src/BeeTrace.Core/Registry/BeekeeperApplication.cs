namespace BeeTrace.Core.Registry;

/// <summary>
/// Somebody who keeps bees asks the county to be registered, or, with a licence already, for an account. It waits until a county
/// officer has looked at it; nothing of it counts before. Registration is voluntary and free (养蜂管理办法（试行）, article 8).
/// </summary>
public sealed class BeekeeperApplication
{
    /// <summary>Made with the form.</summary>
    public required BeekeeperApplicationId Id { get; init; }

    public required string Name { get; init; }

    public required BeekeeperKind Kind { get; init; }

    public required string Phone { get; init; }

    public string? Address { get; init; }

    /// <summary>County where to be registered, six-digit code of GB/T 2260.</summary>
    public required string County { get; init; }

    /// <summary>Number of a licence 养蜂证 that the applicant says to hold; null where none was told.</summary>
    public string? LicenceNumber { get; init; }

    /// <summary>The identity number, sealed for this application; null where none was told.</summary>
    public byte[]? IdentityNumberSealed { get; set; }

    /// <summary>A keyed hash of it, by which the same person is found in the register.</summary>
    public byte[]? IdentityNumberHash { get; init; }

    /// <summary>The applicant agrees that public pages show the name.</summary>
    public bool ShowsName { get; init; }

    /// <summary>
    /// E-mail address with which the account will sign in; where none was told, it signs in with the phone number. The hash of the chosen
    /// password lies beside it in the database and is read by nobody; it becomes the account's.
    /// </summary>
    public string? Email { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Confirmed: a new beekeeper was registered. Merged: the account was given to one who is registered already.</summary>
    public required RegistrationState State { get; set; }

    /// <summary>Whose account it became.</summary>
    public BeekeeperId? BeekeeperId { get; set; }

    public AccountId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was refused; the applicant reads it.</summary>
    public string? Why { get; set; }

    /// <summary>What the account will sign in with.</summary>
    public string SignInName => Email ?? ApplicationRules.SignInNumber(Phone);
}
