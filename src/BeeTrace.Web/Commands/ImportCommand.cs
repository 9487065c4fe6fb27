using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Commands;

/// <summary>
/// <c>import KIND FILE [--as E-MAIL]</c>: loads a table, or says of every row what is wrong with it. Samples, readings and approvals are
/// somebody's word, so they need a name.
/// </summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(Settings settings, string kind, string file, string? email)
    {
        if (!ImportKinds.Codes.Contains(kind))
        {
            Console.Error.WriteLine($"There is no kind '{kind}'; one of {string.Join(' ', ImportKinds.Codes)}.");
            return 2;
        }

        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        await using var data = await DataHome.OpenAsync(settings, NullLogger.Instance, CancellationToken.None);
        await using var app = Host.Build(settings, data.Connections);
        var actor = email is null ? Actor.System : await FindAsync(app.Services.GetRequiredService<Database>(), email);
        if (actor is null)
        {
            Console.Error.WriteLine($"There is no account {email}.");
            return 1;
        }

        var table = new ImportTable(kind, Path.GetFileName(file), TableFile.OnDisk(Path.GetFullPath(file))) { Limits = ImportKinds.LimitsOf(kind) };
        var done = await app.Services.GetRequiredService<ImportService>().ImportAsync(table, actor);
        foreach (var error in done.Errors)
            Console.Error.WriteLine(ImportText.Line(file, error));
        if (done.ErrorCount > done.Errors.Count)
            Console.Error.WriteLine($"{file}: {done.ErrorCount - done.Errors.Count} more errors.");
        if (!done.IsDone)
            return 1;
        foreach (var question in done.Questions)
            Console.Error.WriteLine($"{ImportText.Line(file, question)} (imported nevertheless)");

        Console.WriteLine(done.Written == done.Rows
            ? $"{done.Rows} rows imported."
            : $"{done.Written} rows imported, {done.Rows - done.Written} were there already.");
        if (done.Waiting > 0)
            Console.WriteLine($"{done.Waiting} beekeepers resemble others and wait in the queue (/registry/queue).");
        return 0;
    }

    private static async Task<Actor?> FindAsync(Database database, string email)
    {
        await using var work = await database.OpenAsync(Actor.System);
        var wanted = email.ToUpperInvariant();
        var account = await work.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == wanted);
        return account?.ToActor();
    }
}
