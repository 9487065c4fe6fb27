namespace BeeTrace.Core.Access;

/// <summary>Who does a deed, as far as rules and row security must know. Not the account itself: no address, no password.</summary>
/// <param name="Account">The account; the three actors that are no people have fixed ones.</param>
/// <param name="Name">The name that the deeds' record keeps.</param>
/// <param name="Role">The one role in which the deed is done.</param>
/// <param name="Beekeeper">The beekeeper whose own things these are; null for all other roles.</param>
/// <param name="Firm">The firm whose own things these are; null for all other roles.</param>
public sealed record Actor(AccountId Account, string Name, Role Role, BeekeeperId? Beekeeper = null, FirmId? Firm = null)
{
    /// <summary>Anybody without an account.</summary>
    public static Actor Public { get; } = new(new AccountId(new Guid("00000000-0000-7000-8000-000000000001")), "public", Role.Public);

    /// <summary>BeeTrace itself: import, seed, migration.</summary>
    public static Actor System { get; } = new(new AccountId(new Guid("00000000-0000-7000-8000-000000000002")), "system", Role.System);

    /// <summary>The step of signing in.</summary>
    public static Actor SignIn { get; } = new(new AccountId(new Guid("00000000-0000-7000-8000-000000000003")), "sign-in", Role.SignIn);

    /// <summary>House rule: who signs a paper has given a password at most this long ago, so that a page left open does not sign.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>When the password was given; null behind a token, which signs nothing.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>Whether this actor may sign a paper now.</summary>
    public bool IsFresh(DateTimeOffset now) => SignedInAt is { } at && now - at < Fresh;

    /// <summary>True for a person with an account.</summary>
    public bool IsPerson => Role is not (Role.Public or Role.System or Role.SignIn);
}
