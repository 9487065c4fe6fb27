using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Access;

/// <summary>Lets people in, slows guessers down, and never locks the owner out.</summary>
public sealed class SignInService(Database database, BeeTraceDb db, UserManager<Account> accounts)
{
    private const int LongestEmail = 256;

    /// <summary>A hash of nothing in particular: an unknown e-mail costs as long as a wrong password.</summary>
    private static readonly Account Nobody = new() { Name = "", Role = Role.Public };
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>
    /// Somebody signs in, with an e-mail address or, where the account has none, a phone number. Refused: <see cref="AccessRefusal.SignInWait"/> while the delay after failures from this
    /// address runs, <see cref="AccessRefusal.SignInWrong"/> otherwise. Recorded: both outcomes.
    /// </summary>
    public async Task<Outcome<ClaimsPrincipal>> SignInAsync(string email, string password, IPAddress? remote, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.SignIn, db, cancel);
        var address = Bucket(remote);
        var normal = accounts.NormalizeName(Written(email)) ?? "";
        if (normal.Length > LongestEmail)
            return new Refusal(AccessRefusal.SignInWrong);
        var key = normal;
        // One guess after the other: many at once would all be made before the first failure counts.
        await work.OneAtATimeAsync($"{key} {address}", cancel);
        var failure = await db.SignInFailures.SingleOrDefaultAsync(f => f.Email == key && f.Address == address, cancel);

        if (failure is not null && SignInDelay.Remaining(failure.Failures, failure.LastAt, work.Now) is { Ticks: > 0 } wait)
            return new Refusal(AccessRefusal.SignInWait, null, (int)Math.Ceiling(wait.TotalSeconds));

        var account = await accounts.FindByEmailAsync(key) ?? await accounts.FindByNameAsync(key);
        if (!await PasswordFitsAsync(account, password))
        {
            if (failure is null)
                db.SignInFailures.Add(failure = new SignInFailure { Email = key, Address = address, Failures = 0, LastAt = work.Now });
            failure.Failures++;
            failure.LastAt = work.Now;
            work.Record(DeedCode.SignInRefused, key, @new: new { address, failure.Failures });
            await work.CommitAsync(cancel);
            return new Refusal(AccessRefusal.SignInWrong);
        }

        if (failure is not null)
            db.SignInFailures.Remove(failure);
        work.Record(DeedCode.SignedIn, key, @new: new { address });
        await work.CommitAsync(cancel);
        return account!.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme, work.Now);
    }

    /// <summary>Whether the account behind a cookie still exists with the password it was given for.</summary>
    public async Task<bool> StillValidAsync(ClaimsPrincipal principal, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.SignIn, cancel);
        var id = principal.ToActor().Account.Value;
        var stamp = principal.FindFirstValue(ActorClaims.Stamp);
        return await work.Db.Accounts.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp, cancel);
    }

    /// <summary>A phone number is its digits, however it is written; an address is as it is.</summary>
    private static string Written(string name)
    {
        var narrow = Keyboard.Narrow(name.Trim());
        return narrow.Any(char.IsAsciiLetter) || narrow.Contains('@', StringComparison.Ordinal) ? narrow : string.Concat(narrow.Where(char.IsAsciiDigit));
    }

    private async Task<bool> PasswordFitsAsync(Account? account, string password)
    {
        if (account is not null)
            return await accounts.CheckPasswordAsync(account, password);

        accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
        return false;
    }

    /// <summary>The address as limits count it: an IPv6 host owns its whole /64.</summary>
    internal static string Bucket(IPAddress? remote)
    {
        if (remote is null)
            return "unknown";
        if (remote.IsIPv4MappedToIPv6)
            remote = remote.MapToIPv4();
        if (remote.AddressFamily == AddressFamily.InterNetwork)
            return remote.ToString();

        var bytes = remote.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }
}
