using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>An application as it was typed. The password stands apart and never goes back into the page.</summary>
public sealed class ApplicationEntry : TypedEntry
{
    private static readonly string[] InOrder =
    [
        nameof(Name), nameof(Kind), nameof(Phone), nameof(County), nameof(Address), nameof(LicenceNumber), nameof(IdentityNumber), nameof(Email), "Password",
    ];

    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? Phone { get; set; }

    public string? County { get; set; }

    public string? Address { get; set; }

    public string? LicenceNumber { get; set; }

    public string? IdentityNumber { get; set; }

    public string? Email { get; set; }

    /// <summary><c>true</c> where the applicant agrees that public pages show the name.</summary>
    public string? ShowsName { get; set; }

    internal ApplyAsBeekeeper Read() => new(
        new BeekeeperApplicationId(Key()), Words(Name), Choice<BeekeeperKind>(Kind), Plain(Phone), Words(Address), Plain(County), Plain(LicenceNumber), Plain(IdentityNumber),
        ShowsName == "true", Plain(Email));

    /// <summary>Every reason in the order of the form.</summary>
    internal static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> refused) => Reasons([], refused, InOrder);
}
