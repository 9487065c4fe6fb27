using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using BeeTrace.Web.Data;
using Npgsql;

namespace BeeTrace.Web.Commands;

/// <summary>
/// <c>pg_dump</c>, <c>pg_restore</c> and <c>psql</c> as <c>beetrace_owner</c>. They learn by environment where the database
/// is, so that no password stands in the list of processes.
/// </summary>
/// <param name="connection">Connection string; several hosts may be named.</param>
/// <param name="binFolder">Where the programs are; null to look for them on the path.</param>
internal sealed class PostgresClient(string connection, string? binFolder)
{
    /// <summary>Everything of BeeTrace's own; extensions and their tables stay outside.</summary>
    public static IReadOnlyList<string> Schemas { get; } = ["access", "registry", "trace", "lab", "certificates", "trade", "map", "import"];

    /// <summary>The client of an opened installation. Refuses one whose owner is not known.</summary>
    public static PostgresClient Of(DataHome data) => new(
        data.Connections.Owner ?? throw new DataSetupException(
            "Only beetrace_owner sees everything: set ConnectionStrings__BeeTraceOwner too, and start again."),
        data.Cluster?.BinFolder);

    /// <summary>Runs a program to its end and returns what it printed.</summary>
    /// <param name="feed">Writes the program's input; a broken pipe there means that the program gave up and says why itself.</param>
    /// <exception cref="DataSetupException">It is missing or failed; the message holds its last words.</exception>
    public async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, Func<Stream, Task>? feed = null, CancellationToken cancel = default)
    {
        using var process = Start(program, arguments);
        await using var kill = cancel.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            if (feed is not null)
                await feed(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before its input did; exit code and last words follow.
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        await process.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        var said = await output;
        return process.ExitCode == 0 ? said : throw new DataSetupException($"{program} failed: {LastWords(await error)}");
    }

    /// <summary>The output of <c>pg_restore</c> as a stream, for scripts that are too large to hold.</summary>
    public async Task PourAsync(string program, IEnumerable<string> arguments, Stream into, CancellationToken cancel = default)
    {
        using var process = Start(program, arguments);
        await using var kill = cancel.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardOutput.BaseStream.CopyToAsync(into, cancel);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await process.WaitForExitAsync(CancellationToken.None);
        if (process.ExitCode != 0)
            throw new DataSetupException($"{program} failed: {LastWords(await error)}");
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(binFolder is null ? program : Path.Combine(binFolder, program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var inherited in info.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            info.Environment.Remove(inherited);
        foreach (var (name, value) in Whereabouts(new NpgsqlConnectionStringBuilder(connection)))
            info.Environment[name] = value;
        info.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception e)
        {
            throw new DataSetupException(
                $"{program} cannot be started ({e.Message}): install PostgreSQL's client programs, no older than the server.");
        }
    }

    /// <summary>The connection string as libpq's variables; Npgsql writes several hosts as <c>a:5521,b:5522</c>, libpq as two lists.</summary>
    private static IEnumerable<(string Name, string Value)> Whereabouts(NpgsqlConnectionStringBuilder c)
    {
        (string Host, string Port)[] hosts = [.. (c.Host ?? "localhost").Split(',').Select(host => HostAndPort(host.Trim(), c.Port))];
        yield return ("PGHOST", string.Join(',', hosts.Select(h => h.Host)));
        yield return ("PGPORT", string.Join(',', hosts.Select(h => h.Port)));
        yield return ("PGDATABASE", c.Database ?? c.Username ?? "");
        yield return ("PGUSER", c.Username ?? "");
        yield return ("PGSSLMODE", c.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => Lower(mode) });
        yield return ("PGGSSENCMODE", Lower(c.GssEncryptionMode));
        yield return ("PGAPPNAME", "BeeTrace");
        if (hosts.Length > 1)
            yield return ("PGTARGETSESSIONATTRS", "read-write");
        if (c.Password is { Length: > 0 } password)
            yield return ("PGPASSWORD", password);
        if (c.Passfile is { Length: > 0 } passwords)
            yield return ("PGPASSFILE", passwords);
        if (c.RootCertificate is { Length: > 0 } authority)
            yield return ("PGSSLROOTCERT", authority);
    }

    private static (string Host, string Port) HostAndPort(string host, int port)
    {
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        // A socket's folder and an IPv6 address hold no port.
        return host.StartsWith('/') || colon < 0 || colon != host.LastIndexOf(':')
            ? (host, port.ToString(CultureInfo.InvariantCulture))
            : (host[..colon], host[(colon + 1)..]);
    }

    private static string Lower<TEnum>(TEnum mode) where TEnum : struct, Enum => mode.ToString().ToLowerInvariant();

    private static string LastWords(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("ERROR", StringComparison.Ordinal) || line.Contains("error:", StringComparison.Ordinal))
            ?? lines.LastOrDefault() ?? "it gave no reason";
    }
}
