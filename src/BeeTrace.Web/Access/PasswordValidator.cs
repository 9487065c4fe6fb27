using System.Collections.Frozen;
using System.Reflection;
using BeeTrace.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace BeeTrace.Web.Access;

/// <summary>Identity asks here whether a password will do; the rules themselves are <see cref="PasswordRules"/>.</summary>
public sealed class PasswordValidator : IPasswordValidator<Account>
{
    private static readonly FrozenSet<string> Common = ReadCommon();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(PasswordRules.Check(password ?? "", user.Email ?? "", Common) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = string.Join(' ', refusal.Arguments) })
            : IdentityResult.Success);

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("access/common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
