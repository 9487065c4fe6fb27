using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace BeeTrace.Web.Data;

/// <summary>Something about the database that only the operator can mend; the message says how.</summary>
public sealed class DataSetupException(string message) : Exception(message);

/// <summary>Brings the schema up to date, and makes sure that the app does not run with rights it must not have.</summary>
public static class Migrator
{
    /// <summary>Any number of nodes may start at once; one migrates, the others wait for it.</summary>
    private const long MigrationLock = 0x42656554; // "BeeT"

    /// <summary>House rule: one statement writes a country's rows anew, on a small machine too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly string[] Extensions = ["postgis", "pg_trgm", "btree_gist"];

    /// <summary>Applies what is missing, as <c>beetrace_owner</c>, under an advisory lock.</summary>
    public static async Task MigrateAsync(string owner, CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_lock({MigrationLock})", cancel);
        try
        {
            await RequireExtensionsAsync(connection, cancel);
            await using var db = Open(owner);
            db.Database.SetCommandTimeout(Longest);
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    /// <summary>
    /// Refuses to go on as a role for which row security does not hold, and with a schema that is older than the program.
    /// </summary>
    public static async Task CheckAsync(string app, CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(app);
        await connection.OpenAsync(cancel);

        await using var role = new NpgsqlCommand(
            """
            select r.rolname, r.rolsuper or r.rolbypassrls,
                   exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where n.nspname in ('access', 'registry', 'trace', 'lab', 'certificates', 'trade', 'map', 'import') and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'member'))
            from pg_roles r where r.rolname = current_user
            """,
            connection);
        await using (var reader = await role.ExecuteReaderAsync(cancel))
        {
            await reader.ReadAsync(cancel);
            if (reader.GetBoolean(1) || reader.GetBoolean(2))
            {
                throw new DataSetupException(
                    $"BeeTrace does not run as the database role '{reader.GetString(0)}', because row security does not hold for it: use a role that is no superuser, has no BYPASSRLS and owns no table (beetrace_app).");
            }
        }

        await using var db = Open(app);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            throw new DataSetupException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}: run the command 'migrate' with ConnectionStrings__BeeTraceOwner set.");
        }
    }

    /// <summary>The migrations that this program knows, oldest first.</summary>
    public static IReadOnlyList<string> Known()
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        return [.. db.Database.GetMigrations()];
    }

    private static BeeTraceDb Open(string connection)
    {
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace(connection);
        return new BeeTraceDb(options.Options);
    }

    private static async Task RequireExtensionsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select extname from pg_extension", connection);
        var installed = new HashSet<string>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
                installed.Add(reader.GetString(0));
        }

        if (Extensions.FirstOrDefault(e => !installed.Contains(e)) is { } missing)
        {
            throw new DataSetupException(
                $"The database lacks the extension '{missing}': a superuser runs \"create extension {missing}\" in it once.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>Only <c>dotnet ef migrations add</c> comes here; it compares models and opens nothing.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<BeeTraceDb>
{
    public BeeTraceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace("Host=127.0.0.1;Database=beetrace");
        return new BeeTraceDb(options.Options);
    }
}
