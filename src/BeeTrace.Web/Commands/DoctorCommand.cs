using System.Globalization;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Verifier;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BeeTrace.Web.Commands;

/// <summary>
/// <c>doctor</c>: looks at everything BeeTrace stands on and says, one line each, what is in order and what to do about the rest.
/// It changes nothing; a private database that is down is started for the look and stopped again.
/// </summary>
internal static class DoctorCommand
{
    /// <summary>House rule: below one gigabyte a backup or an import may not fit.</summary>
    private const long LeastFree = 1_000_000_000;

    /// <summary>House rule: a provider needs its weeks for a new certificate.</summary>
    private const int FewestDaysOfKey = 30;

    private sealed record Finding(bool IsOk, string Text);

    public static async Task<int> RunAsync(Settings settings, TextWriter say, CancellationToken cancel, TimeProvider? clock = null)
    {
        var isWell = true;
        await foreach (var finding in ExamineAsync(settings, clock ?? TimeProvider.System, cancel))
        {
            isWell &= finding.IsOk;
            await say.WriteLineAsync($"{(finding.IsOk ? "ok   " : "wrong")}  {finding.Text}");
        }

        return isWell ? 0 : 1;
    }

    private static async IAsyncEnumerable<Finding> ExamineAsync(
        Settings settings, TimeProvider clock, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Typeface();
        yield return PublicAddress(settings);
        yield return Disk(settings.Home);
        var signing = Try(() => SigningKey(settings, clock), out var unreadable);
        yield return unreadable ?? signing!;
        yield return DemoAccounts(settings);

        if (settings.App is null)
        {
            var kept = Try(() => ClusterFile.Read(settings.Home), out var damaged);
            if (damaged is not null)
            {
                yield return damaged;
                yield break;
            }

            var folder = kept is null ? null : PostgresServer.DataFolderIn(ClusterFolder.PathOf(settings.Home, kept));
            var installation = Try(() => PostgresInstallation.For(folder ?? settings.Home), out var missing);
            yield return missing ?? new Finding(true, $"PostgreSQL {installation!.Major} with PostGIS is in {installation.BinFolder}.");
            if (kept is null)
                yield return new Finding(true, $"{settings.Home} holds no database yet; the first start makes one.");
            if (kept is null || missing is not null)
                yield break;
            yield return State(folder!);
        }

        await using var data = await TryAsync(() => DataHome.ConnectAsync(settings, NullLogger.Instance, cancel));
        if (data.Value is null)
        {
            yield return data.Wrong!;
            yield break;
        }

        if (settings.App is not null)
        {
            yield return new Finding(true, "The database that ConnectionStrings__BeeTrace names answers.");
            yield return settings.Owner is null
                ? new Finding(true, "ConnectionStrings__BeeTraceOwner is not set: migrate, backup and restore need it, serve does not.")
                : new Finding(true, "ConnectionStrings__BeeTraceOwner is set.");
        }

        var connections = data.Value.Connections;
        var check = await TryAsync(async () => { await Migrator.CheckAsync(connections.App, cancel); return connections; });
        yield return check.Wrong ?? new Finding(true, "The database is up to date, and BeeTrace runs as a role that row security binds.");
        if (check.Wrong is not null)
            yield break;

        yield return await RowSecurityAsync(connections.App, cancel);
        yield return await PeopleAsync(settings, connections.App, cancel);
        var log = await TryAsync(() => LogKeyAsync(settings, connections.App, cancel));
        yield return log.Wrong ?? log.Value!;
        var identity = await TryAsync(() => IdentityAsync(settings, connections.App, cancel));
        yield return identity.Wrong ?? identity.Value!;
    }

    private static Finding Typeface()
    {
        try
        {
            CertificatePaper.Load();
            return new Finding(true, "The typeface of the certificates is the right one.");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return new Finding(false, $"The typeface of the certificates is missing or another one ({e.Message}): build again with ./run.sh.");
        }
    }

    private static Finding PublicAddress(Settings settings)
    {
        var isLocal = Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var address) && address.IsLoopback;
        return settings.Demo || !isLocal
            ? new Finding(true, $"Certificates will point to {settings.PublicUrl}.")
            : new Finding(false, $"Certificates would point to {settings.PublicUrl}, which only this machine can open: set BEETRACE_PUBLIC_URL.");
    }

    private static Finding SigningKey(Settings settings, TimeProvider clock)
    {
        using var key = SigningKeys.Look(settings);
        if (key is null)
            return new Finding(true, "There is no key for signing papers yet; the first paper makes one.");
        var days = (int)Math.Floor((key.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime).TotalDays);
        var whose = settings.SigningKey ?? "the try-out authority, which nobody has to trust,";
        return days >= FewestDaysOfKey
            ? new Finding(true, $"The key for signing papers, of {whose} can be read and is valid for {days} more days.")
            : new Finding(false, $"The key for signing papers, of {whose} {(days < 0 ? "has expired" : $"expires in {days} days")}: {(settings.SigningKey is null ? "run rotate-key and restart" : "put the provider's new file in its place and restart")}.");
    }

    /// <summary>Whether the log's key is the one that signed the newest checkpoint.</summary>
    private static async Task<Finding> LogKeyAsync(Settings settings, string app, CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace(app);
        await using var work = await new Database(options.Options, TimeProvider.System).OpenAsync(Actor.System, cancel);
        var newest = await work.Db.Database.SqlQuery<string>($"""select note as "Value" from certificates.checkpoints order by size desc limit 1""").SingleOrDefaultAsync(cancel);
        var key = SigningKeys.LookAtLog(settings);
        var where = SigningKeys.FolderIn(settings);
        if (newest is null)
            return new Finding(true, key is null ? "Nothing was logged yet; the first certificate makes the log's key." : "The log's key is there; nothing was signed with it yet.");
        if (key is null)
            return new Finding(false, $"The log's key is not in {where}: put it back. With another key the log would go on as another log.");
        return SignedNote.Parse(newest) is { IsDone: true } note && key.Signed(note.Value, Ed25519Signature.Verify)
            ? new Finding(true, $"The log's key in {where} signed the newest checkpoint; no backup holds it, so keep a copy apart.")
            : new Finding(false, $"The key in {where} is not the one that signed the newest checkpoint: put back the one with which the log began.");
    }

    private static Finding Disk(string home)
    {
        var folder = home;
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var gigabytes = (free / 1e9).ToString("0.0", CultureInfo.InvariantCulture);
        return free >= LeastFree
            ? new Finding(true, $"{gigabytes} GB are free for {home}.")
            : new Finding(false, $"Only {gigabytes} GB are free for {home}: make room.");
    }

    private static Finding DemoAccounts(Settings settings)
    {
        var file = settings.DemoAccountsFile;
        if (!File.Exists(file))
            return new Finding(true, settings.Demo ? "The demo county is not loaded yet; serve loads it." : "There is no demo county.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
            return new Finding(false, $"Other people can read {file}, which holds passwords: chmod 600 {file}");
        return settings.Demo
            ? new Finding(true, $"The demo county is loaded; its accounts stand in {file}.")
            : new Finding(false, $"BEETRACE_DEMO is 0, but {file} lists demo accounts: use a fresh BEETRACE_HOME or database for real work.");
    }

    private static Finding State(string dataFolder) =>
        PostmasterFile.Read(dataFolder) is { } file && file.IsServing(dataFolder)
            ? new Finding(true, $"The private database runs on 127.0.0.1:{file.Port}, data in {dataFolder}.")
            : new Finding(true, $"The private database in {dataFolder} is stopped; it is started for this look.");

    /// <summary>A table without row security would show everything to everybody.</summary>
    private static async Task<Finding> RowSecurityAsync(string app, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(app);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(
            """
            select count(*), string_agg(n.nspname || '.' || c.relname, ', ') filter (where not (c.relrowsecurity and c.relforcerowsecurity))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname = any ($1)
            """,
            connection)
        {
            Parameters = { new() { Value = PostgresClient.Schemas.ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return await reader.IsDBNullAsync(1, cancel)
            ? new Finding(true, $"Row security is forced on all {reader.GetInt64(0)} tables.")
            : new Finding(false, $"Row security is not forced on {reader.GetString(1)}: restore a backup, or set it again as beetrace_owner.");
    }

    private static async Task<Finding> PeopleAsync(Settings settings, string app, CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace(app);
        await using var work = await new Database(options.Options, TimeProvider.System).OpenAsync(Actor.System, cancel);
        var accounts = await work.Db.Accounts.CountAsync(cancel);
        var certificates = await work.Db.Certificates.CountAsync(cancel);
        return accounts > 0 || settings.Demo
            ? new Finding(true, $"Accounts: {accounts}. Certificates: {certificates}.")
            : new Finding(false, "Nobody can sign in: make the first account with make-account.");
    }

    /// <summary>Whether this key opens the identity numbers that were sealed: the oldest and the newest, as a lost key is followed by a new one.</summary>
    private static async Task<Finding> IdentityAsync(Settings settings, string app, CancellationToken cancel)
    {
        const int few = 20;
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace(app);
        await using var work = await new Database(options.Options, TimeProvider.System).OpenAsync(Actor.System, cancel);
        var kept = work.Db.Beekeepers.AsNoTracking().Where(b => b.IdentityNumberSealed != null).Select(b => new { b.Id, Box = b.IdentityNumberSealed! });
        var looked = (await kept.OrderBy(b => b.Id).Take(few).ToListAsync(cancel)).Union(await kept.OrderByDescending(b => b.Id).Take(few).ToListAsync(cancel)).DistinctBy(b => b.Id).ToList();
        if (looked.Count == 0)
            return new Finding(true, "No identity numbers are kept.");
        var where = IdentityVault.WhereOf(settings);
        if (!IdentityVault.HasKey(settings))
            return new Finding(false, $"Identity numbers are kept, but the key that opens them is not there: put it back to {where}.");
        var vault = new IdentityVault(settings);
        var closed = looked.Count(b => !vault.Open(b.Id, b.Box, work.Today).IsDone);
        return closed == 0
            ? new Finding(true, $"The key in {where} opens the identity numbers; no backup holds it, so keep a copy apart.")
            : new Finding(false, $"The key in {where} does not open {closed} of {looked.Count} identity numbers that were tried: put back the one with which they were registered.");
    }

    private static T? Try<T>(Func<T> look, out Finding? wrong) where T : class?
    {
        try
        {
            wrong = null;
            return look();
        }
        catch (Exception e) when (e is ClusterException or DataSetupException or UnauthorizedAccessException)
        {
            wrong = new Finding(false, e.Message);
            return null;
        }
    }

    private static async Task<Looked<T>> TryAsync<T>(Func<Task<T>> look) where T : class
    {
        try
        {
            return new Looked<T>(await look(), null);
        }
        catch (Exception e) when (e is ClusterException or DataSetupException or NpgsqlException)
        {
            return new Looked<T>(null, new Finding(false, e.Message));
        }
    }

    /// <summary>What was found, or why it could not be looked at.</summary>
    private sealed record Looked<T>(T? Value, Finding? Wrong) : IAsyncDisposable where T : class
    {
        public async ValueTask DisposeAsync()
        {
            if (Value is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
        }
    }
}
