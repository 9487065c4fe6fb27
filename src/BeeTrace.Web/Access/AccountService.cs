using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace BeeTrace.Web.Access;

/// <summary>A new account: who, in which role, for which beekeeper or firm.</summary>
public sealed record MakeAccount(string Email, string Name, Role Role, string Password, BeekeeperId? Beekeeper = null, FirmId? Firm = null);

/// <summary>Makes accounts and their tokens.</summary>
public sealed class AccountService(Database database, BeeTraceDb db, UserManager<Account> accounts)
{
    /// <summary>
    /// An administrator, or the operator at the console, makes an account. Refused: a password that is too short, common or
    /// close to the e-mail, and an e-mail that has an account. Recorded: who was let in, in which role.
    /// </summary>
    public async Task<Outcome<Account>> MakeAsync(MakeAccount make, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.Admin or Role.System))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, db, cancel);
        var account = new Account
        {
            Id = AccountId.New().Value,
            Name = make.Name,
            Email = make.Email,
            UserName = make.Email,
            EmailConfirmed = true,
            Role = make.Role,
            BeekeeperId = make.Beekeeper,
            FirmId = make.Firm,
        };
        var made = await accounts.CreateAsync(account, make.Password);
        if (!made.Succeeded)
            return Outcome<Account>.Refused([.. made.Errors.Select(e => ToRefusal(e, make.Email))]);

        work.Record(DeedCode.AccountMade, make.Email, @new: new { make.Name, role = make.Role.Code() });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? account : Outcome<Account>.Refused(committed.Refusals);
    }

    /// <summary>Gives an account a token for the API. The token is shown once; its hash is kept.</summary>
    public async Task<Outcome<string>> IssueTokenAsync(Account account, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var token = "bt_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        work.Db.ApiTokens.Add(new ApiToken { Hash = HashOf(token), AccountId = account.Id, IssuedAt = work.Now });
        work.Record(DeedCode.TokenMade, account.Email!);
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? token : Outcome<string>.Refused(committed.Refusals);
    }

    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static Refusal ToRefusal(IdentityError error, string email) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) =>
            new Refusal(AccessRefusal.AddressTaken, nameof(MakeAccount.Email), email),
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) =>
            new Refusal(AccessRefusal.AddressUnreadable, nameof(MakeAccount.Email)),
        _ => new Refusal(error.Code, nameof(MakeAccount.Password), [.. error.Description.Split('\t', StringSplitOptions.RemoveEmptyEntries)]),
    };
}
