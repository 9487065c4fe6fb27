using Npgsql;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>
/// BeeTrace's own PostgreSQL with PostGIS below <c>BEETRACE_HOME</c>, run from the machine's binaries, so that one
/// command is enough to have a platform. It listens on 127.0.0.1 only and asks for a password. One process owns start
/// and stop; another one on the same folder connects and leaves the server alone.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly PrivateClusterSettings _settings;
    private readonly ClusterFile _file;
    private readonly PostgresServer? _server;
    private readonly FileStream? _lock;

    private PrivateCluster(
        PrivateClusterSettings settings, ClusterFile file, string folder, PostgresServer? server, FileStream? ownership)
    {
        _settings = settings;
        _file = file;
        _server = server;
        _lock = ownership;
        Folder = folder;
        BinFolder = PostgresInstallation.For(PostgresServer.DataFolderIn(folder)).BinFolder;
    }

    /// <summary>Where the data are: <c>BEETRACE_HOME/postgres</c>, or below the fallback folder.</summary>
    public string Folder { get; }

    /// <summary>The programs that fit the server: <c>pg_dump</c>, <c>pg_restore</c>, <c>psql</c>.</summary>
    public string BinFolder { get; }

    /// <summary>The server's port on 127.0.0.1.</summary>
    public int Port => _file.Port;

    /// <summary>True when this process starts and stops the server; false when another one does.</summary>
    public bool OwnsServer => _server is not null;

    /// <summary>True when the server was running already when this process became its owner.</summary>
    public bool AdoptedServer => _server?.WasAdopted ?? false;

    /// <summary>As <c>beetrace_owner</c>, who owns the database and migrates it.</summary>
    public string OwnerConnectionString => OwnerConnectionStringTo(ClusterDatabase.Name);

    /// <summary>As <c>beetrace_app</c>, who owns nothing and is bound by row security: the host runs with this one.</summary>
    public string AppConnectionString => AppConnectionStringTo(ClusterDatabase.Name);

    /// <summary>As superuser, for tests only.</summary>
    public string SuperuserConnectionString => SuperuserConnectionStringTo(ClusterDatabase.Name);

    /// <summary>Starts, adopts or joins the server of the folder; the first start makes database, roles and extensions.</summary>
    /// <exception cref="ClusterException">There is no database to be had; the message says why and what to do.</exception>
    public static async Task<PrivateCluster> StartAsync(PrivateClusterSettings settings, CancellationToken cancel = default)
    {
        if (!OperatingSystem.IsLinux())
            throw new ClusterException("The private database runs on Linux only: set ConnectionStrings__BeeTrace to a PostgreSQL with PostGIS.");

        settings = settings with { Home = Path.GetFullPath(settings.Home), FallbackFolder = Path.GetFullPath(settings.FallbackFolder) };
        try
        {
            MakeHome(settings.Home);
            var since = settings.Time.GetTimestamp();
            while (settings.Time.GetElapsedTime(since) < Patience)
            {
                if (TryLock(settings.Home) is { } ownership)
                    return await OwnAsync(settings, ownership, cancel);
                if (await TryJoinAsync(settings, cancel) is { } cluster)
                    return cluster;
                await Task.Delay(Pause, settings.Time, cancel);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ClusterException(
                $"{settings.Home} is not accessible ({e.Message}): start BeeTrace as the user who did so first, or set "
                + "BEETRACE_HOME to a folder of your own.", e);
        }

        throw new ClusterException(
            $"Another BeeTrace holds {settings.Home} but its database does not answer: stop that process, or set "
            + "BEETRACE_HOME to another folder.");
    }

    /// <summary>A database of its own, for tests.</summary>
    /// <param name="name">A new name.</param>
    /// <param name="template">The database to copy, without anybody connected to it; null for an empty one with the extensions.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<TemporaryDatabase> CreateDatabaseAsync(string name, string? template = null, CancellationToken cancel = default)
    {
        await ClusterDatabase.CreateAsync(SuperuserConnectionStringTo, name, template, cancel);
        return new TemporaryDatabase(this, name);
    }

    /// <summary>Stops the server when this process owns it, and waits until everything is written.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_lock is not null)
            await _lock.DisposeAsync();
    }

    internal string OwnerConnectionStringTo(string database) =>
        ConnectionString(_file, ClusterDatabase.Owner, _file.OwnerPassword, database, _settings.MaxConnections / 6);

    internal string AppConnectionStringTo(string database) =>
        ConnectionString(_file, ClusterDatabase.App, _file.AppPassword, database, _settings.MaxConnections * 2 / 3);

    internal string SuperuserConnectionStringTo(string database) => SuperuserConnectionStringTo(_file, database);

    private static async Task<PrivateCluster> OwnAsync(PrivateClusterSettings settings, FileStream ownership, CancellationToken cancel)
    {
        PostgresServer? server = null;
        try
        {
            var (file, folder) = await ClusterFolder.FindOrMakeAsync(settings, cancel);
            var dataFolder = PostgresServer.DataFolderIn(folder);
            var account = ServerAccount.For(file.User);
            var installation = PostgresInstallation.For(dataFolder);
            if (!Directory.Exists(dataFolder))
                await ClusterFolder.InitialiseAsync(settings, account, installation, folder, file, cancel);

            server = await PostgresServer.StartAsync(settings, account, installation, folder, file.Port);
            var isAsKept = file.Prepared && file.Port == server.Port;
            file.Port = server.Port;
            await PrepareAsync(settings, file, cancel);
            file.Prepared = true;
            if (!isAsKept)
                file.Write(settings.Home);

            settings.Log.LogInformation(
                "The private PostgreSQL {Major} {Deed} on 127.0.0.1:{Port}, data in {Folder}",
                installation.Major, server.WasAdopted ? "was running already" : "runs", server.Port, folder);
            return new PrivateCluster(settings, file, folder, server, ownership);
        }
        catch (Exception e)
        {
            if (server is not null)
                await server.DisposeAsync();
            await ownership.DisposeAsync();
            if (e is NpgsqlException)
                throw new ClusterException($"The private database in {settings.Home} cannot be prepared: {e.Message}", e);
            throw;
        }
    }

    /// <summary>
    /// A server that was adopted in the moment of its end refuses connections until it is back: that is waited for.
    /// </summary>
    private static async Task PrepareAsync(PrivateClusterSettings settings, ClusterFile file, CancellationToken cancel)
    {
        var since = settings.Time.GetTimestamp();
        while (true)
        {
            try
            {
                await ClusterDatabase.PrepareAsync(database => SuperuserConnectionStringTo(file, database), file, cancel);
                return;
            }
            catch (NpgsqlException e) when (e.IsTransient && settings.Time.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(Pause, settings.Time, cancel);
            }
        }
    }

    /// <summary>Connects to the server of the process that owns the folder; null when that is not ready yet.</summary>
    private static async Task<PrivateCluster?> TryJoinAsync(PrivateClusterSettings settings, CancellationToken cancel)
    {
        if (ClusterFile.Read(settings.Home) is not { Prepared: true } file)
            return null;
        try
        {
            await using var probe = new NpgsqlConnection(SuperuserConnectionStringTo(file, ClusterDatabase.Name));
            await probe.OpenAsync(cancel);
            return new PrivateCluster(settings, file, ClusterFolder.PathOf(settings.Home, file), server: null, ownership: null);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>Held as long as the file is open; the kernel lets go of it when the process dies.</summary>
    private static FileStream? TryLock(string home)
    {
        try
        {
            return new FileStream(Path.Combine(home, "cluster.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            return null;
        }
    }

    /// <summary>Closed to other people; as root passable, since the server's user has to reach its data.</summary>
    private static void MakeHome(string home)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode Passable = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(home, Environment.IsPrivilegedProcess ? Passable : OwnerOnly);
    }

    private static string SuperuserConnectionStringTo(ClusterFile file, string database) =>
        ConnectionString(file, ClusterDatabase.Superuser, file.SuperuserPassword, database, poolSize: 0);

    private static string ConnectionString(ClusterFile file, string role, string password, string database, int poolSize) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = file.Port,
            Username = role,
            Password = password,
            Database = database,
            // This machine only: encrypting costs two more round trips a connection and protects from nobody.
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Pooling = poolSize > 0,
            MaxPoolSize = Math.Max(1, poolSize),
            ApplicationName = "BeeTrace",
        }.ConnectionString;
}
