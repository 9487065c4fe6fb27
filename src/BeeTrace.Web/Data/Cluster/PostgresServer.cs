using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>
/// Keeps one server running over one data folder until it is disposed: adopts a running one or starts one, starts it
/// again when it ends by itself, stops it in the end. All of it happens on one thread of its own, because the kernel
/// ties the server's life to the thread that started it.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Recovery after a kill reads up to max_wal_size again; to interrupt it would only make it start over.
    private static readonly TimeSpan RecoveryPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private const long LargestLog = 10_000_000;

    private readonly PrivateClusterSettings _settings;
    private readonly ServerAccount _account;
    private readonly PostgresInstallation _installation;
    private readonly string _folder;
    private readonly string _dataFolder;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();

    private PostgresServer(
        PrivateClusterSettings settings, ServerAccount account, PostgresInstallation installation, string folder, int port)
    {
        _settings = settings;
        _account = account;
        _installation = installation;
        _folder = folder;
        _dataFolder = DataFolderIn(folder);
        Port = port;
    }

    /// <summary>Port on 127.0.0.1; another one than asked for when that was taken or the adopted server has its own.</summary>
    public int Port { get; private set; }

    /// <summary>True when the server was running already.</summary>
    public bool WasAdopted { get; private set; }

    private string LogFile => Path.Combine(_folder, "postgres.log");

    public static string DataFolderIn(string folder) => Path.Combine(folder, "data");

    /// <summary>Returns when the server answers.</summary>
    /// <exception cref="ClusterException">It does not start.</exception>
    public static async Task<PostgresServer> StartAsync(
        PrivateClusterSettings settings, ServerAccount account, PostgresInstallation installation, string folder, int port)
    {
        var server = new PostgresServer(settings, account, installation, folder, port);
        new Thread(server.Supervise) { IsBackground = true, Name = "Private PostgreSQL" }.Start();
        await server._started.Task;
        return server;
    }

    /// <summary>Stops the server and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ended.Task;
        _stop.Dispose();
    }

    private void Supervise()
    {
        Postmaster? postmaster;
        try
        {
            postmaster = Adopt() ?? Launch();
        }
        catch (Exception e)
        {
            _started.SetException(e);
            _ended.SetResult();
            return;
        }

        _started.SetResult();
        while (postmaster is not null)
        {
            postmaster.WaitForEnd(_stop.Token);
            if (_stop.IsCancellationRequested)
                break;
            _settings.Log.LogError("The private PostgreSQL (process {Process}) ended unexpectedly; it is started again", postmaster.Id);
            postmaster.Dispose();
            postmaster = Relaunch();
        }

        if (postmaster is not null)
            Stop(postmaster);
        _ended.SetResult();
    }

    /// <summary>A pause that a stop cuts short; true when it did.</summary>
    private bool StopsWithin(TimeSpan pause) => _stop.Token.WaitHandle.WaitOne(pause);

    /// <summary>Takes over a server that is running on the folder; waits for one that is just going down.</summary>
    private Postmaster? Adopt()
    {
        var since = _settings.Time.GetTimestamp();
        while (PostmasterFile.Read(_dataFolder) is { } file && file.IsServing(_dataFolder))
        {
            if (file.IsReady)
            {
                Port = file.Port;
                WasAdopted = true;
                return Postmaster.Adopt(_dataFolder, file);
            }

            if (_settings.Time.GetElapsedTime(since) > Patience)
            {
                throw new ClusterException(
                    $"PostgreSQL (process {file.ProcessId}) holds {_dataFolder} but does not answer: stop that process and start again.");
            }

            StopsWithin(Glance);
        }

        return null;
    }

    private Postmaster Launch()
    {
        PostmasterFile.Read(_dataFolder)?.Disown(_dataFolder);
        if (!IsFree(Port))
            Port = FreePort();
        return LaunchOnPort();
    }

    private Postmaster LaunchOnPort()
    {
        var logged = KeepLogSmall();
        var postmaster = Postmaster.Launch(_dataFolder, _account, Command());
        var since = _settings.Time.GetTimestamp();
        while (true)
        {
            if (PostmasterFile.Read(_dataFolder) is { IsReady: true } file && file.ProcessId == postmaster.Id)
                return postmaster;

            var isLate = _settings.Time.GetElapsedTime(since) > RecoveryPatience;
            if (postmaster.HasEnded || isLate || StopsWithin(Glance))
            {
                Stop(postmaster);
                throw new ClusterException($"PostgreSQL did not start on {_dataFolder}: {LastReason(logged)} (more in {LogFile}).");
            }
        }
    }

    /// <summary>
    /// After an unexpected end, on the same port, since that stands in everybody's connection string. PostgreSQL refuses
    /// as long as a session of the killed server still runs, so it is tried until it works. Null when stopped meanwhile.
    /// </summary>
    private Postmaster? Relaunch()
    {
        var since = _settings.Time.GetTimestamp();
        for (var pause = Glance; !StopsWithin(pause); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                PostmasterFile.Read(_dataFolder)?.Disown(_dataFolder);
                var postmaster = LaunchOnPort();
                _settings.Log.LogWarning(
                    "The private PostgreSQL answers again after {Milliseconds:0} ms", _settings.Time.GetElapsedTime(since).TotalMilliseconds);
                return postmaster;
            }
            catch (Exception e) when (e is ClusterException or IOException or UnauthorizedAccessException)
            {
                _settings.Log.LogError(e, "The private PostgreSQL did not start again; next attempt soon");
            }
        }

        return null;
    }

    private static void Stop(Postmaster postmaster)
    {
        using (postmaster)
        {
            postmaster.StopFast();
            if (!postmaster.EndsWithin(Patience))
                postmaster.StopImmediately();
            postmaster.EndsWithin(Patience);
        }
    }

    /// <summary>
    /// The shell only opens the log and gives way; <c>setsid</c> keeps the terminal's Ctrl-C, which goes to the whole
    /// process group, from stopping the database under the requests that BeeTrace still finishes.
    /// </summary>
    private ProcessStartInfo Command()
    {
        List<string> server = [_installation.Program("postgres"), "-D", _dataFolder, "-p", Port.ToString(CultureInfo.InvariantCulture)];
        server.AddRange(["-c", $"max_connections={_settings.MaxConnections}"]);
        if (!_settings.Durable)
            server.AddRange(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
        if (_settings.StopsWithProcess && File.Exists("/usr/bin/setpriv"))
            server.InsertRange(0, ["/usr/bin/setpriv", "--pdeathsig", "INT"]);
        if (File.Exists("/usr/bin/setsid"))
            server.Insert(0, "/usr/bin/setsid");
        return _account.Command("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", LogFile, .. server]);
    }

    /// <summary>Puts a log that has grown large aside and returns the length of what is there.</summary>
    private long KeepLogSmall()
    {
        var log = new FileInfo(LogFile);
        if (log.Exists && log.Length > LargestLog)
            log.MoveTo(LogFile + ".1", overwrite: true);
        log = new FileInfo(LogFile);
        return log.Exists ? log.Length : 0;
    }

    /// <summary>PostgreSQL's own words since the log was <paramref name="logged"/> bytes long.</summary>
    private string LastReason(long logged)
    {
        if (!File.Exists(LogFile))
            return "it wrote no log";
        using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(logged, SeekOrigin.Begin);
        using var text = new StreamReader(log);
        var lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "it gave no reason";
    }

    /// <summary>Below the range from which the kernel takes ports for outgoing connections, so that it stays free.</summary>
    private static int FreePort()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (IsFree(port))
                return port;
        }

        throw new ClusterException("No port between 20000 and 32000 is free on 127.0.0.1: stop what holds them.");
    }

    private static bool IsFree(int port)
    {
        if (port == 0)
            return false;
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
