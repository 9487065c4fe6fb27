using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>A password that the rules let through.</summary>
    public const string Password = "linden over the river 7";

    public Actor Sampler { get; } = Person(Role.Sampler);

    public Actor Analyst { get; } = Person(Role.Analyst);

    public Actor OtherAnalyst { get; } = Person(Role.Analyst);

    public Actor Reviewer { get; } = Person(Role.Reviewer);

    /// <summary>Has always just given the password.</summary>
    public Actor Signatory { get; } = Person(Role.Signatory) with { SignedInAt = DateTimeOffset.MaxValue };

    public Actor County { get; } = Person(Role.County);

    public Actor Auditor { get; } = Person(Role.Auditor);

    public Actor Admin { get; } = Person(Role.Admin);

    /// <summary>Somebody in a role, without an account to sign in with.</summary>
    public static Actor Person(Role role, BeekeeperId? beekeeper = null, FirmId? firm = null) =>
        new(AccountId.New(), $"{role} in a test", role, beekeeper, firm);

    /// <summary>Somebody who can sign in with <see cref="Password"/>.</summary>
    public async Task<Account> AccountAsync(Role role, BeekeeperId? beekeeper = null, FirmId? firm = null)
    {
        var make = new MakeAccount($"{Guid.NewGuid():N}@beetrace.test", $"{role} in a test", role, Password, beekeeper, firm);
        return (await CallAsync((AccountService accounts) => accounts.MakeAsync(make, Admin))).Value;
    }

    /// <summary>What the record of deeds says of <paramref name="subject"/>, oldest first.</summary>
    public Task<List<DeedRow>> DeedsOfAsync(string subject) =>
        SeeAsync(Auditor, db => db.Deeds.AsNoTracking().Where(d => d.Subject == subject).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync());
}
