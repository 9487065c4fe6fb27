using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using BeeTrace.Web.Data.Cluster;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BeeTrace.Web.Tests.Data.Cluster;

/// <summary>Against a real server of its own in a folder below <c>/var/tmp</c>, which every user may pass.</summary>
[SupportedOSPlatform("linux")]
public sealed class PrivateClusterTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    private readonly string _folder = $"/var/tmp/beetrace-test-{Guid.NewGuid():N}";
    private readonly LogLines _log = new();

    private string Home => Path.Combine(_folder, "home");

    private PrivateClusterSettings Durable => new() { Home = Home, FallbackFolder = Path.Combine(_folder, "fallback"), Log = _log };

    private PrivateClusterSettings Quick => Durable with { Durable = false };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_start_makes_a_database_with_the_extensions_and_two_humble_roles()
    {
        await using var cluster = await PrivateCluster.StartAsync(Durable);

        cluster.OwnsServer.ShouldBeTrue();
        cluster.AdoptedServer.ShouldBeFalse();
        (await AskAsync(cluster.AppConnectionString, "select string_agg(extname, ' ' order by extname) from pg_extension where extname <> 'plpgsql'"))
            .ShouldBe("btree_gist pg_trgm postgis");
        (await AskAsync(cluster.AppConnectionString, "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
            .ShouldBe("beetrace_owner");
        (await AskAsync(cluster.AppConnectionString, """
            select string_agg(rolname, ' ' order by rolname) from pg_roles
            where rolname like 'beetrace%' and not (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)
            """)).ShouldBe("beetrace_app beetrace_owner");
        (await AskAsync(cluster.AppConnectionString, """
            select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
            where name in ('data_checksums', 'fsync', 'listen_addresses', 'synchronous_commit', 'max_connections', 'server_encoding')
            """)).ShouldBe("data_checksums=on fsync=on listen_addresses=127.0.0.1 max_connections=60 server_encoding=UTF8 synchronous_commit=on");
        (await AskAsync(cluster.AppConnectionString, "select show_trgm('洋槐蜜')::text")).ShouldNotBe("{}", "trigrams see Chinese");
    }

    [Fact]
    public async Task Only_who_started_it_can_read_the_passwords_and_nobody_connects_without_one()
    {
        await using var cluster = await PrivateCluster.StartAsync(Quick);

        File.GetUnixFileMode(Path.Combine(Home, "cluster.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(cluster.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var guess = new NpgsqlConnectionStringBuilder(cluster.SuperuserConnectionString) { Password = "guess" }.ConnectionString;
        var refused = await Should.ThrowAsync<PostgresException>(() => AskAsync(guess, "select 1"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task A_second_start_keeps_the_data_and_the_connection_strings()
    {
        string connectionString;
        await using (var first = await PrivateCluster.StartAsync(Quick))
        {
            connectionString = first.OwnerConnectionString;
            await TellAsync(connectionString, "create table hive (id int); insert into hive values (7)");
        }

        await using var second = await PrivateCluster.StartAsync(Quick);

        second.OwnerConnectionString.ShouldBe(connectionString);
        (await AskAsync(connectionString, "select id from hive")).ShouldBe(7);
    }

    [Fact]
    public async Task A_stop_leaves_no_server_behind()
    {
        int process;
        await using (var cluster = await PrivateCluster.StartAsync(Quick))
            process = ServerProcess(cluster);

        Directory.Exists($"/proc/{process}").ShouldBeFalse();
        Directory.GetFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_killed_database_is_back_by_itself_and_has_every_row_that_it_acknowledged()
    {
        await using var cluster = await PrivateCluster.StartAsync(Durable);
        await using var writers = await Writers.StartAsync(cluster);

        for (var kill = 1; kill <= 3; kill++)
        {
            await writers.AcknowledgeMoreAsync();
            var process = ServerProcess(cluster);
            KillNine(process);
            await UntilAnswersAsync(cluster.AppConnectionString);

            ServerProcess(cluster).ShouldNotBe(process);
            _log.Lines.Count(line => line.Contains($"process {process}) ended unexpectedly", StringComparison.Ordinal)).ShouldBe(1);
        }

        await writers.AcknowledgeMoreAsync();
        (await writers.LostAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_BeeTrace_is_killed_the_database_ends_with_it_and_loses_nothing()
    {
        using var killed = await OtherProcess.StartAsync(Durable);
        await using var guest = await PrivateCluster.StartAsync(Durable);
        await using var writers = await Writers.StartAsync(guest);
        await writers.AcknowledgeMoreAsync();
        var process = ServerProcess(guest);

        killed.Kill();
        await using var next = await PrivateCluster.StartAsync(Durable);

        next.OwnsServer.ShouldBeTrue();
        ServerProcess(next).ShouldNotBe(process);
        await writers.AcknowledgeMoreAsync();
        (await writers.LostAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_outlived_BeeTrace_is_adopted_kept_alive_and_stopped_in_the_end()
    {
        var untied = Durable with { StopsWithProcess = false };
        using var killed = await OtherProcess.StartAsync(untied);
        await using var guest = await PrivateCluster.StartAsync(untied);
        var orphan = ServerProcess(guest);
        killed.Kill();

        int successor;
        await using (var next = await PrivateCluster.StartAsync(untied))
        {
            next.AdoptedServer.ShouldBeTrue();
            ServerProcess(next).ShouldBe(orphan);

            KillNine(orphan);
            await UntilAnswersAsync(next.AppConnectionString);
            successor = ServerProcess(next);
        }

        successor.ShouldNotBe(orphan);
        Directory.Exists($"/proc/{successor}").ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_process_on_the_folder_connects_but_neither_starts_nor_stops_the_server()
    {
        await using var owner = await PrivateCluster.StartAsync(Quick);
        await using (var guest = await PrivateCluster.StartAsync(Quick))
        {
            guest.OwnsServer.ShouldBeFalse();
            guest.AppConnectionString.ShouldBe(owner.AppConnectionString);
            (await AskAsync(guest.AppConnectionString, "select 1")).ShouldBe(1);
        }

        (await AskAsync(owner.AppConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_that_start_at_once_on_a_new_folder_one_owns_and_both_connect()
    {
        var both = await Task.WhenAll(PrivateCluster.StartAsync(Quick), PrivateCluster.StartAsync(Quick));
        await using var one = both[0];
        await using var other = both[1];

        both.Count(cluster => cluster.OwnsServer).ShouldBe(1);
        foreach (var cluster in both)
            (await AskAsync(cluster.AppConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_process_number_that_now_belongs_to_another_program_does_not_keep_it_from_starting()
    {
        string file, text;
        await using (var cluster = await PrivateCluster.StartAsync(Quick))
        {
            file = Path.Combine(cluster.Folder, "data", "postmaster.pid");
            text = await File.ReadAllTextAsync(file);
        }

        using var stranger = Process.Start(new ProcessStartInfo("/bin/sleep", ["600"])
        {
            UserName = Environment.IsPrivilegedProcess ? "postgres" : "",
            WorkingDirectory = "/",
        })!;
        try
        {
            var rest = text[text.IndexOf('\n', StringComparison.Ordinal)..];
            await File.WriteAllTextAsync(file, stranger.Id.ToString(CultureInfo.InvariantCulture) + rest);

            await using var next = await PrivateCluster.StartAsync(Quick);

            next.AdoptedServer.ShouldBeFalse();
            (await AskAsync(next.AppConnectionString, "select 1")).ShouldBe(1);
            stranger.HasExited.ShouldBeFalse();
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_meanwhile_is_given_up_for_a_free_one()
    {
        int port;
        await using (var first = await PrivateCluster.StartAsync(Quick))
            port = first.Port;
        using var squatter = new TcpListener(IPAddress.Loopback, port);
        squatter.Start();

        await using var second = await PrivateCluster.StartAsync(Quick);

        second.Port.ShouldNotBe(port);
        (await AskAsync(second.AppConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_servers_user_may_not_enter_the_data_stand_elsewhere_and_the_log_says_where()
    {
        Directory.CreateDirectory(Home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using var cluster = await PrivateCluster.StartAsync(Quick);

        // Only root hands the server to another user; everybody else may enter the own home.
        var expected = Environment.IsPrivilegedProcess ? Quick.FallbackFolder : Home;
        Path.GetDirectoryName(cluster.Folder).ShouldBe(expected);
        _log.Lines.ShouldContain(line => line.Contains(cluster.Folder, StringComparison.Ordinal));
        (await AskAsync(cluster.AppConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_is_taken_up_again()
    {
        string data;
        await using (var first = await PrivateCluster.StartAsync(Quick))
            data = Path.Combine(first.Folder, "data");
        Directory.Move(data, data + ".unfinished");
        var file = Path.Combine(Home, "cluster.json");
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        kept["prepared"] = false;
        await File.WriteAllTextAsync(file, kept.ToJsonString());

        await using var second = await PrivateCluster.StartAsync(Quick);

        Directory.Exists(data + ".unfinished").ShouldBeFalse();
        (await AskAsync(second.AppConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Data_that_are_gone_are_not_replaced_by_an_empty_database()
    {
        string folder;
        await using (var first = await PrivateCluster.StartAsync(Quick))
            folder = first.Folder;
        Directory.Move(folder, folder + "-away");

        (await RefusalAsync()).ShouldStartWith($"The data folder {folder} is gone");
    }

    [Fact]
    public async Task Data_without_their_passwords_are_not_touched()
    {
        await using (await PrivateCluster.StartAsync(Quick))
            File.Delete(Path.Combine(Home, "cluster.json"));

        (await RefusalAsync()).ShouldContain("whose cluster.json is gone");
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        Directory.CreateDirectory(Home);
        await File.WriteAllTextAsync(Path.Combine(Home, "cluster.json"), "{");

        (await RefusalAsync()).ShouldStartWith($"{Home}/cluster.json is damaged");
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed_name_the_package_to_install()
    {
        await using (var cluster = await PrivateCluster.StartAsync(Quick))
            await File.WriteAllTextAsync(Path.Combine(cluster.Folder, "data", "PG_VERSION"), "99\n");

        (await RefusalAsync()).ShouldContain("apt-get install postgresql-99-postgis-3");
    }

    [Fact]
    public async Task A_test_gets_a_copy_of_a_template_and_leaves_nothing_behind()
    {
        await using var cluster = await PrivateCluster.StartAsync(Quick);
        await using var template = await cluster.CreateDatabaseAsync("migrated");
        await TellAsync(template.OwnerConnectionString, "create table hive (place geometry); grant select on hive to beetrace_app");

        await using (var copy = await cluster.CreateDatabaseAsync("copy", template.Name))
        {
            (await AskAsync(copy.AppConnectionString, "select count(*) from hive")).ShouldBe(0L);
            var denied = await Should.ThrowAsync<PostgresException>(() => TellAsync(copy.AppConnectionString, "drop table hive"));
            denied.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        (await AskAsync(cluster.AppConnectionString, "select count(*) from pg_database where datname = 'copy'")).ShouldBe(0L);
    }

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task TellAsync(string connectionString, string sql) => await AskAsync(connectionString, sql);

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private static int ServerProcess(PrivateCluster cluster) =>
        int.Parse(File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static void KillNine(int process)
    {
        using var server = Process.GetProcessById(process);
        server.Kill();
    }

    private static async Task UntilAnswersAsync(string connectionString)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await AskAsync(connectionString, "select 1");
                return;
            }
            catch (NpgsqlException) when (since.Elapsed < Deadline)
            {
                await Task.Delay(Glance);
            }
        }
    }

    private async Task<string> RefusalAsync() =>
        (await Should.ThrowAsync<ClusterException>(() => PrivateCluster.StartAsync(Quick))).Message;

    /// <summary>Several connections that insert one row after the other and remember what was acknowledged.</summary>
    private sealed class Writers : IAsyncDisposable
    {
        private const int Connections = 4;

        private readonly string _connectionString;
        private readonly CancellationTokenSource _stop = new();
        private readonly ConcurrentQueue<Guid> _acknowledged = new();
        private Task _writing = Task.CompletedTask;

        private Writers(string connectionString) => _connectionString = Unpooled(connectionString);

        public static async Task<Writers> StartAsync(PrivateCluster cluster)
        {
            var writers = new Writers(cluster.OwnerConnectionString);
            await TellAsync(writers._connectionString, "create table written (id uuid primary key)");
            writers._writing = Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(writers.WriteAsync)));
            return writers;
        }

        /// <summary>Returns after a hundred more rows.</summary>
        public async Task AcknowledgeMoreAsync()
        {
            var enough = _acknowledged.Count + 100;
            var since = Stopwatch.StartNew();
            while (_acknowledged.Count < enough)
            {
                since.Elapsed.ShouldBeLessThan(Deadline);
                await Task.Delay(Glance);
            }
        }

        /// <summary>Rows that were acknowledged and are not there.</summary>
        public async Task<IReadOnlyList<Guid>> LostAsync()
        {
            await _stop.CancelAsync();
            await _writing;
            await using var connection = new NpgsqlConnection(_connectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("select coalesce(array_agg(id), '{}') from written", connection);
            var there = (Guid[])(await command.ExecuteScalarAsync())!;
            return [.. _acknowledged.Except(there)];
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _writing;
            _stop.Dispose();
        }

        private async Task WriteAsync()
        {
            while (!_stop.IsCancellationRequested)
            {
                try
                {
                    await using var connection = new NpgsqlConnection(_connectionString);
                    await connection.OpenAsync();
                    while (!_stop.IsCancellationRequested)
                    {
                        var id = Guid.CreateVersion7();
                        await using var insert = new NpgsqlCommand("insert into written values ($1)", connection) { Parameters = { new() { Value = id } } };
                        await insert.ExecuteNonQueryAsync();
                        _acknowledged.Enqueue(id);
                    }
                }
                catch (NpgsqlException)
                {
                    // The server was killed: connect again.
                    await Task.Delay(Glance);
                }
            }
        }
    }

    private sealed class LogLines : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));
    }
}
