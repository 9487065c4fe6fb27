using BeeTrace.Core;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>What was backed up can be had again, all of it, and a restore that cannot be done does nothing.</summary>
public sealed class BackupTests(World world) : IClassFixture<World>, IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task A_restore_brings_every_row_and_the_bytes_of_certificates_back()
    {
        var number = await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var rows = await CountRowsAsync();
        var paper = await world.Get<CertificateQueries>().PdfAsync(number);
        var file = await BackUpAsync();
        var later = await world.LotAsync();
        (await CountRowsAsync()).ShouldNotBe(rows);

        (await RestoreAsync(file)).ShouldBe(0);

        (await CountRowsAsync()).ShouldBe(rows);
        (await world.Get<CertificateQueries>().PdfAsync(number)).ShouldBe(paper.ShouldNotBeNull());
        // Numbers go on where the backup left them, rules still hold, and work goes on.
        (await world.LotAsync()).ShouldBe(later);
        await Should.ThrowAsync<PostgresException>(() => AskAsync("update lab.readings set text = '0'"));
        (await AskAsync("select pg_get_userbyid(relowner) from pg_class where oid = 'lab.readings'::regclass")).ShouldBe("beetrace_owner");
    }

    [Fact]
    public async Task A_backup_holds_every_table_there_is()
    {
        var outside = await AskAsync(
            $"""
            select string_agg(distinct n.nspname, ' ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'S') and pg_get_userbyid(c.relowner) = 'beetrace_owner'
                and n.nspname not in ({string.Join(',', PostgresClient.Schemas.Select(s => $"'{s}'"))})
            """);

        outside.ShouldBe(DBNull.Value);
        (await CountRowsAsync()).Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_is_for_its_owner_alone()
    {
        var file = await BackUpAsync();
        var length = new FileInfo(file).Length;

        (await BackupCommand.RunAsync(_here.On(world), file, CancellationToken.None)).ShouldBe(1);

        new FileInfo(file).Length.ShouldBe(length);
        File.Exists(file + ".unfinished").ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_or_no_backup_changes_nothing()
    {
        await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var whole = await File.ReadAllBytesAsync(await BackUpAsync());
        var rows = await CountRowsAsync();

        foreach (var content in new[] { whole[..^2000], whole[..2000], "a letter"u8.ToArray(), [] })
        {
            var refused = await Should.ThrowAsync<DataSetupException>(() => RestoreAsync(_here.FileOf("broken", content)));
            refused.Message.ShouldContain("pg_restore failed");
            // The first one is found out only after most of it was written into the transaction.
            refused.Message.Contains("cannot be read as a backup", StringComparison.Ordinal).ShouldBe(content.Length != whole.Length - 2000);
            (await CountRowsAsync()).ShouldBe(rows);
        }

        (await RestoreCommand.RunAsync(_here.On(world), _here.PathOf("nowhere"), CancellationToken.None)).ShouldBe(2);
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        var owner = world.Store.OwnerConnectionString;
        await AskAsync("insert into access.migrations values ('99990101000000_Tomorrow', '99.0')", owner);
        var file = await BackUpAsync();
        await AskAsync("delete from access.migrations where migration_id like '9999%'", owner);

        var refused = await Should.ThrowAsync<DataSetupException>(() => RestoreAsync(file));

        refused.Message.ShouldContain("99990101000000_Tomorrow");
    }

    [Fact]
    public async Task A_restore_refuses_while_somebody_works()
    {
        var file = await BackUpAsync();
        await using var somebody = new NpgsqlConnection(world.Store.AppConnectionString);
        await somebody.OpenAsync();

        var refused = await Should.ThrowAsync<DataSetupException>(() => RestoreAsync(file));

        refused.Message.ShouldContain("stop every BeeTrace");
    }

    [Fact]
    public async Task The_private_database_is_backed_up_while_it_serves_and_restored_when_it_does_not()
    {
        var file = _here.PathOf("private.backup");
        await using (await DataHome.OpenAsync(_here.Private, NullLogger.Instance, CancellationToken.None))
        {
            (await BackupCommand.RunAsync(_here.Private, file, CancellationToken.None)).ShouldBe(0);
            var refused = await Should.ThrowAsync<DataSetupException>(() => RestoreCommand.RunAsync(_here.Private, file, CancellationToken.None));
            refused.Message.ShouldContain("stop it first");
        }

        (await RestoreCommand.RunAsync(_here.Private, file, CancellationToken.None)).ShouldBe(0);
    }

    private async Task<string> BackUpAsync()
    {
        var file = _here.PathOf($"{Guid.NewGuid():N}.backup");
        (await BackupCommand.RunAsync(_here.On(world), file, CancellationToken.None)).ShouldBe(0);
        return file;
    }

    private Task<int> RestoreAsync(string file)
    {
        // The host's own connections: it is stopped before a restore.
        world.Get<NpgsqlDataSource>().Clear();
        return RestoreCommand.RunAsync(_here.On(world), file, CancellationToken.None);
    }

    /// <summary>Rows by table, behind row security.</summary>
    private async Task<IReadOnlyList<string>> CountRowsAsync()
    {
        await using var connection = new NpgsqlConnection(world.Store.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select format('%s.%s %s', schemaname, tablename,
                (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), true, true, '')))[1])
            from pg_tables where tableowner = 'beetrace_owner' order by 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private async Task<object?> AskAsync(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection(connectionString ?? world.Store.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
