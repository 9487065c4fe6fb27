using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace BeeTrace.Web.Access;

/// <summary>Identity asks here whether a password will do; the rules themselves are <see cref="PasswordRules"/>.</summary>
public sealed class PasswordValidator : IPasswordValidator<Account>
{
    private static readonly FrozenSet<string> Common = ReadCommon();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Check(password, user.Email ?? user.UserName ?? "") is { IsDone: false } refused
            ? IdentityResult.Failed([.. refused.Refusals.Select(ToError)])
            : IdentityResult.Success);

    /// <summary>The same for somebody who has no account yet.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="signInName">E-mail address or phone number.</param>
    public static Outcome Check(string? password, string signInName) => PasswordRules.Check(password, signInName, Common);

    /// <summary>Identity carries a code and a text; the arguments of the refusal travel in the text.</summary>
    private static IdentityError ToError(Refusal refusal) => new()
    {
        Code = refusal.Code,
        Description = string.Join('\t', refusal.Arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture))),
    };

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("access/common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.ToLowerInvariant())
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
