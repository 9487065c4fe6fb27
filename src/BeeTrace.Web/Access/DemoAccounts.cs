using System.Security.Cryptography;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace BeeTrace.Web.Access;

/// <summary>One account a role, made on the first start with demo data; passwords and tokens stand in one file of the operator's.</summary>
public sealed class DemoAccounts(Database database, BeeTraceDb db, AccountService service, UserManager<Account> accounts)
{
    private const int PasswordLength = 20;
    private const string PasswordCharacters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary>
    /// Makes the nine accounts, gives each a new password and token, and writes the file: <c>role TAB e-mail TAB password TAB token</c>, for its
    /// owner's eyes alone. Accounts that an interrupted first start left behind get a new password.
    /// </summary>
    public async Task<IReadOnlyDictionary<Role, Actor>> MakeAsync(BeekeeperId beekeeper, FirmId exporter, string file, CancellationToken cancel)
    {
        var actors = new Dictionary<Role, Actor>();
        var lines = new StringBuilder();
        foreach (var role in RoleCode.OfPeople)
        {
            var (account, line) = await MakeAsync(
                EmailOf(role), NameOf(role), role, role == Role.Beekeeper ? beekeeper : null, role == Role.Exporter ? exporter : null, cancel);
            lines.Append(line);
            actors[role] = account.ToActor();
        }

        await OperatorFile.WriteAsync(file, lines.ToString(), cancel);
        return actors;
    }

    /// <summary>A second sampler, since two sign an official sampling record; in a file of its own, for the other one lists a role once.</summary>
    public async Task<Actor> MakeSecondSamplerAsync(string file, CancellationToken cancel)
    {
        var (account, line) = await MakeAsync("sampler-2@demo.beetrace.example", "演示抽样员乙 Demo Sampler Two", Role.Sampler, null, null, cancel);
        await OperatorFile.WriteAsync(file, line, cancel);
        return account.ToActor();
    }

    private async Task<(Account Account, string Line)> MakeAsync(string email, string name, Role role, BeekeeperId? beekeeper, FirmId? exporter, CancellationToken cancel)
    {
        var make = new MakeAccount(email, name, role, RandomNumberGenerator.GetString(PasswordCharacters, PasswordLength), beekeeper, exporter);
        var account = await MakeOrRenewAsync(make, cancel);
        var token = await service.IssueTokenAsync(account, Actor.System, cancel);
        return (account, $"{role.Code()}\t{make.Email}\t{make.Password}\t{token.Value}\n");
    }

    /// <summary>The address by which a demo account signs in.</summary>
    public static string EmailOf(Role role) => $"{role.Code()}@demo.beetrace.example";

    private async Task<Account> MakeOrRenewAsync(MakeAccount make, CancellationToken cancel)
    {
        var made = await service.MakeAsync(make, Actor.System, cancel);
        if (made.IsDone)
            return made.Value;
        if (made.Refusals[0].Code != AccessRefusal.AddressTaken)
            throw new InvalidOperationException($"A demo account was refused: {made.Refusals[0].Code}");

        db.ChangeTracker.Clear();
        await using var work = await database.OpenAsync(Actor.System, db, cancel);
        var account = await accounts.FindByEmailAsync(make.Email) ?? throw new InvalidOperationException("The demo account is taken and not there.");
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, make.Password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        work.Record(DeedCode.PasswordChanged, make.Email);
        await work.CommitAsync(cancel);
        return account;
    }

    private static string NameOf(Role role) => role switch
    {
        Role.Beekeeper => "演示养蜂人 Demo Beekeeper",
        Role.Sampler => "演示抽样员 Demo Sampler",
        Role.Analyst => "演示检验员 Demo Analyst",
        Role.Reviewer => "演示审核员 Demo Reviewer",
        Role.Signatory => "演示签字人 Demo Signatory",
        Role.Exporter => "演示出口企业 Demo Exporter",
        Role.County => "演示县主管 Demo County Officer",
        Role.Auditor => "演示审计员 Demo Auditor",
        _ => "演示管理员 Demo Administrator",
    };
}

/// <summary>Files with secrets for whoever runs the program, and nobody else (mode 0600).</summary>
internal static class OperatorFile
{
    public static async Task WriteAsync(string path, string content, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // The mode is set when a file is made; one that is there keeps its own.
        File.Delete(path);
        await using var stream = new FileStream(path, options);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(content), cancel);
    }
}
