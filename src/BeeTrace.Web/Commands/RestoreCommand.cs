using System.Text;
using BeeTrace.Web.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BeeTrace.Web.Commands;

/// <summary>
/// <c>restore FILE</c>: replaces everything by what a backup holds, in one transaction, so that nothing is ever half
/// restored; then migrates what an older BeeTrace wrote. Refuses while BeeTrace runs on the data.
/// </summary>
internal static class RestoreCommand
{
    /// <summary>Tenths of a second.</summary>
    private const int Patience = 30;

    public static async Task<int> RunAsync(Settings settings, string file, CancellationToken cancel)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{file} is not there.");
            return 2;
        }

        await using var data = await DataHome.ConnectAsync(settings, NullLogger.Instance, cancel);
        var client = PostgresClient.Of(data);
        await RequireKnownAsync(client, file, cancel);
        await RequireAloneAsync(data, settings, cancel);
        await client.RunAsync(
            "psql", ["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-"],
            script => ReplaceAsync(client, file, script, cancel), cancel);
        await data.BringUpToDateAsync(cancel);
        Console.WriteLine($"Restored from {file}. What was there before is gone.");
        return 0;
    }

    /// <summary>Without its last line the server takes everything back; it is written only when the whole file has been read.</summary>
    private static async Task ReplaceAsync(PostgresClient client, string file, Stream script, CancellationToken cancel)
    {
        var schemas = string.Join(", ", PostgresClient.Schemas);
        await WriteAsync($"begin;\nset local lock_timeout = '30s';\nset local client_min_messages = warning;\ndrop schema if exists {schemas} cascade;\n");
        await client.PourAsync("pg_restore", ["--no-owner", "--enable-row-security", "--file=-", file], script, cancel);
        await WriteAsync("\ncommit;\n");

        async Task WriteAsync(string text) => await script.WriteAsync(Encoding.ASCII.GetBytes(text), cancel);
    }

    /// <summary>The file must be a backup of BeeTrace, and not of a newer one than this.</summary>
    private static async Task RequireKnownAsync(PostgresClient client, string file, CancellationToken cancel)
    {
        string rows;
        try
        {
            rows = await client.RunAsync(
                "pg_restore", ["--data-only", "--schema=access", "--table=migrations", "--file=-", file], cancel: cancel);
        }
        catch (DataSetupException e)
        {
            throw new DataSetupException($"{file} cannot be read as a backup, nothing was changed: {e.Message}");
        }

        var applied = rows.Split('\n')
            .SkipWhile(line => !line.StartsWith("COPY access.migrations ", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line != "\\.")
            .Select(line => line.Split('\t')[0]).ToList();
        if (applied.Count == 0)
            throw new DataSetupException($"{file} is no backup of BeeTrace; nothing was changed.");
        if (applied.Except(Migrator.Known(), StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new DataSetupException(
                $"{file} was written by a newer BeeTrace (migration {newer}): restore it with that one. Nothing was changed.");
        }
    }

    private static async Task RequireAloneAsync(DataHome data, Settings settings, CancellationToken cancel)
    {
        if (data.Cluster is { OwnsServer: false })
            throw new DataSetupException($"BeeTrace is running on {settings.Home}: stop it first, since a restore replaces what it works with.");

        // Our own pooled connections are no strangers.
        NpgsqlConnection.ClearAllPools();
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(data.Connections.Owner) { Pooling = false }.ConnectionString);
        await owner.OpenAsync(cancel);
        await using var others = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and usename = 'beetrace_app'", owner);
        // The server notices a moment later that a session has gone.
        for (var attempt = 0; await others.ExecuteScalarAsync(cancel) is > 0L; attempt++)
        {
            if (attempt == Patience)
                throw new DataSetupException("Somebody is connected to the database as beetrace_app: stop every BeeTrace on it first.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }
}
