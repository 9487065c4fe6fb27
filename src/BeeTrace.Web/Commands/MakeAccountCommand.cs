using System.Security.Cryptography;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Commands;

/// <summary>
/// <c>make-account ROLE E-MAIL NAME [--firm CREDIT-CODE | --beekeeper LICENCE]</c>: the operator lets a person in. The
/// password is drawn by chance and shown once.
/// </summary>
internal static class MakeAccountCommand
{
    /// <summary>Crockford's letters in lower case: nothing that looks like something else. Twenty of them are 100 bits.</summary>
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public static async Task<int> RunAsync(
        Settings settings, string role, string email, string name, IReadOnlyList<string> holder, TextWriter say, CancellationToken cancel)
    {
        if (!RoleCode.TryParse(role, out var parsed) || !RoleCode.OfPeople.Contains(parsed))
            return await WrongUseAsync($"'{role}' is no role: {string.Join(' ', RoleCode.OfPeople.Select(r => r.Code()))}.");
        var option = parsed switch { Role.Exporter => "--firm", Role.Beekeeper => "--beekeeper", _ => null };
        if (option is null ? holder.Count > 0 : holder.Count != 2 || holder[0] != option)
        {
            return await WrongUseAsync(option switch
            {
                "--firm" => "An exporter acts for a firm: add --firm and its unified social credit code.",
                "--beekeeper" => "A beekeeper's account belongs to a registered beekeeper: add --beekeeper and the licence number.",
                _ => $"An account of the role {role} belongs to no firm and no beekeeper.",
            });
        }

        await using var data = await DataHome.OpenAsync(settings, NullLogger.Instance, cancel);
        await using var services = new ServiceCollection().AddLogging().AddBeeTrace(settings, data.Connections).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var firm = parsed is Role.Exporter ? await FirmAsync(database, holder[1], cancel) : null;
        var beekeeper = parsed is Role.Beekeeper ? await BeekeeperAsync(database, holder[1].Trim(), cancel) : null;

        var password = string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        var made = await scope.ServiceProvider.GetRequiredService<AccountService>()
            .MakeAsync(new MakeAccount(email.Trim(), name.Trim(), parsed, password, beekeeper, firm), Actor.System, cancel);
        if (!made.IsDone)
            throw new DataSetupException(string.Join('\n', made.Refusals.Select(refusal => RefusalText.Of(refusal).En).Distinct()));

        await say.WriteLineAsync($"E-mail    {made.Value.Email}\nPassword  {password}\nThe password is shown this once.");
        return 0;
    }

    private static async Task<FirmId?> FirmAsync(Database database, string text, CancellationToken cancel)
    {
        var code = UnifiedSocialCreditCode.Parse(text);
        if (!code.IsDone)
            throw new DataSetupException(RefusalText.Of(code.Refusals[0]).En);
        var wanted = code.Value.ToString();
        await using var work = await database.OpenAsync(Actor.System, cancel);
        return await work.Db.Firms.Where(f => f.CreditCode == wanted).Select(f => (FirmId?)f.Id).SingleOrDefaultAsync(cancel)
            ?? throw new DataSetupException($"No firm with the credit code {wanted} is registered: import it first.");
    }

    private static async Task<BeekeeperId?> BeekeeperAsync(Database database, string licence, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        return await work.Db.Beekeepers.Where(b => b.LicenceNumber == licence).Select(b => (BeekeeperId?)b.Id).SingleOrDefaultAsync(cancel)
            ?? throw new DataSetupException($"No beekeeper with the licence {licence} is registered: import them first.");
    }

    private static async Task<int> WrongUseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
