using Npgsql;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>Roles, databases and extensions of the private cluster: what only the superuser may make.</summary>
internal static class ClusterDatabase
{
    public const string Superuser = "beetrace_super";
    public const string Owner = "beetrace_owner";
    public const string App = "beetrace_app";
    public const string Name = "beetrace";

    private static readonly string[] Extensions = ["postgis", "pg_trgm", "btree_gist"];

    /// <summary>Makes what is missing and leaves alone what is there; passwords are set to those of the file.</summary>
    public static async Task PrepareAsync(Func<string, string> connectionString, ClusterFile file, CancellationToken cancel)
    {
        await using (var server = await OpenAsync(connectionString("postgres"), cancel))
        {
            await KeepRoleAsync(server, Owner, file.OwnerPassword, cancel);
            await KeepRoleAsync(server, App, file.AppPassword, cancel);
            await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", server)
            {
                Parameters = { new() { Value = Name } },
            };
            if (await find.ExecuteScalarAsync(cancel) is null)
                await ExecuteAsync(server, $"create database {Name} owner {Owner}", cancel);
        }

        await AddExtensionsAsync(connectionString(Name), cancel);
    }

    /// <summary>A new database: a copy of <paramref name="template"/>, or an empty one with the extensions.</summary>
    public static async Task CreateAsync(
        Func<string, string> connectionString, string name, string? template, CancellationToken cancel)
    {
        await using (var server = await OpenAsync(connectionString("postgres"), cancel))
        {
            var copy = template is null ? "" : $" template {Quote(template)}";
            await ExecuteAsync(server, $"create database {Quote(name)} owner {Owner}{copy}", cancel);
        }

        if (template is null)
            await AddExtensionsAsync(connectionString(name), cancel);
    }

    /// <summary>Drops a database together with the sessions that are still in it.</summary>
    public static async Task DropAsync(Func<string, string> connectionString, string name)
    {
        await using var server = await OpenAsync(connectionString("postgres"), CancellationToken.None);
        await ExecuteAsync(server, $"drop database if exists {Quote(name)} with (force)", CancellationToken.None);
    }

    private static async Task KeepRoleAsync(NpgsqlConnection server, string role, string password, CancellationToken cancel)
    {
        await using var find = new NpgsqlCommand("select 1 from pg_roles where rolname = $1", server)
        {
            Parameters = { new() { Value = role } },
        };
        var verb = await find.ExecuteScalarAsync(cancel) is null ? "create" : "alter";
        await ExecuteAsync(
            server,
            $"{verb} role {role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '{password}'",
            cancel);
    }

    private static async Task AddExtensionsAsync(string connectionString, CancellationToken cancel)
    {
        await using var database = await OpenAsync(connectionString, cancel);
        foreach (var extension in Extensions)
            await ExecuteAsync(database, $"create extension if not exists {extension}", cancel);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
