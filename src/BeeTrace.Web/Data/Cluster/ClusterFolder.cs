using System.Security.Cryptography;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>Finds or makes the folder that holds the data, in a place that the server's user can reach.</summary>
internal static class ClusterFolder
{
    private const string Inside = "postgres";

    /// <summary>For a small machine: what an operator may change later stands in <c>data/postgresql.conf</c>.</summary>
    private const string SettingsText = """

        # BeeTrace: a small machine, this machine only. Port and max_connections come from BeeTrace.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        shared_buffers = 128MB
        effective_cache_size = 512MB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        max_wal_size = 512MB
        random_page_cost = 1.1
        fsync = on
        synchronous_commit = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_checkpoints = off
        log_line_prefix = '%m [%p] %q%u@%d '
        """;

    public static string PathOf(string home, ClusterFile file) => Path.GetFullPath(file.Folder, home);

    /// <summary>
    /// The kept folder, or a new one. The file is written before anything else is made, so that a start that was
    /// interrupted goes on in the same place with the same passwords.
    /// </summary>
    public static async Task<(ClusterFile File, string Folder)> FindOrMakeAsync(PrivateClusterSettings settings, CancellationToken cancel)
    {
        if (ClusterFile.Read(settings.Home) is { } kept)
            return (kept, PathOf(settings.Home, kept));

        var inside = Path.Combine(settings.Home, Inside);
        if (Directory.Exists(inside))
        {
            throw new ClusterException(
                $"{inside} holds a database whose cluster.json is gone: put {settings.Home}/cluster.json back, or move {inside} away to start anew.");
        }

        var account = ServerAccount.For(keptName: null);
        var isReachable = await account.MayEnterAsync(settings.Home, cancel);
        // A random name: what another or an earlier BeeTrace keeps there is never touched.
        var folder = isReachable ? inside : Path.Combine(settings.FallbackFolder, RandomNumberGenerator.GetHexString(16, lowercase: true));
        if (!isReachable)
        {
            settings.Log.LogWarning(
                "User {User}, who runs PostgreSQL, may not enter {Home}; the data are in {Folder}", account.Name, settings.Home, folder);
        }

        var file = new ClusterFile { Folder = isReachable ? Inside : folder, User = account.Name };
        file.Write(settings.Home);
        return (file, folder);
    }

    /// <summary>Makes an empty cluster beside its final place and moves it there when it is whole.</summary>
    public static async Task InitialiseAsync(
        PrivateClusterSettings settings, ServerAccount account, PostgresInstallation installation, string folder, ClusterFile file, CancellationToken cancel)
    {
        if (file.Prepared)
            throw new ClusterException($"The data folder {folder} is gone: put it back, or move {settings.Home} away to start anew.");

        var unfinished = Path.Combine(folder, "data.unfinished");
        var password = Path.Combine(folder, "password");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        MakeFolder(settings, folder);
        File.Delete(password);
        PrivateText.Write(password, file.SuperuserPassword);
        await account.TakeOverAsync(folder, cancel);
        await account.RunAsync(
            installation.Program("initdb"),
            [
                "-D", unfinished, "-U", ClusterDatabase.Superuser, "--auth=scram-sha-256", $"--pwfile={password}",
                "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", .. settings.Durable ? Array.Empty<string>() : ["--no-sync"],
            ],
            cancel);
        File.Delete(password);
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), SettingsText + "\n", cancel);
        Directory.Move(unfinished, PostgresServer.DataFolderIn(folder));
    }

    private static void MakeFolder(PrivateClusterSettings settings, string folder)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            return;
        if (!folder.StartsWith(settings.Home + "/", StringComparison.Ordinal))
            Directory.CreateDirectory(settings.FallbackFolder, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(folder, OwnerOnly);
    }
}
