using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>A log of a dozen certificates and three ends, tampered with in every way that a superuser has, and audited.</summary>
public sealed class LogAuditTests(LogAuditTests.History history) : IClassFixture<LogAuditTests.History>
{
    private const int Ways = 1000;

    [Fact]
    public async Task A_log_that_nobody_touched_is_in_order_with_and_without_a_kept_checkpoint()
    {
        foreach (var actor in new[] { Actor.System, history.World.Auditor })
        {
            foreach (var kept in new[] { null, history.Early, history.Late })
            {
                var findings = new List<LogFinding>();
                await using var work = await history.World.Get<Database>().OpenPictureAsync(actor);
                var tally = await LogAudit.RunAsync((NpgsqlConnection)work.Db.Database.GetDbConnection(), history.Key, [], kept, findings.Add);
                findings.ShouldBeEmpty();
                tally.ShouldBe(new LogTally(15, 14, 12, 3, 0));
            }
        }
    }

    [Fact]
    public async Task Whatever_a_superuser_without_the_key_does_is_found()
    {
        await using var connection = await SuperuserAsync();
        var missed = new List<string>();
        var done = new HashSet<(string, string)>();
        for (var seed = 0; seed < Ways; seed++)
        {
            await using var transaction = await BeginAsync(connection);
            var (kind, table, sql) = await new LogTampering(connection, new Random(seed)).DoAsync();
            done.Add((kind, table));
            var findings = await AuditAsync(connection, history.Late);
            if (findings.Count == 0 || findings.Exists(f => f.Sentence.En.StartsWith("The database could not be read", StringComparison.Ordinal)))
                missed.Add($"{seed}: {sql}");
            await transaction.RollbackAsync();
        }

        missed.ShouldBeEmpty();
        foreach (var kind in LogTampering.Kinds.Except(["restore"], StringComparer.Ordinal))
            done.Where(d => d.Item1 == kind).Select(d => d.Item2).ShouldBe(LogTampering.Tables, ignoreOrder: true, kind);
        done.ShouldContain(d => d.Item1 == "restore");
        (await AuditAsync(connection, history.Late)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_copy_is_found_by_a_kept_checkpoint_and_by_nothing_else()
    {
        await using var connection = await SuperuserAsync();
        await using var transaction = await BeginAsync(connection);
        await using (var cut = new NpgsqlCommand(
            """
            delete from certificates.log_entries where index >= 8;
            delete from certificates.log_nodes where (index + 1) << level > 8;
            delete from certificates.checkpoints where size > 8;
            delete from certificates.endings;
            delete from certificates.certificates where content_sha256 not in (select content from certificates.log_entries)
            """,
            connection))
            await cut.ExecuteNonQueryAsync();

        (await AuditAsync(connection, kept: null)).ShouldBeEmpty();
        (await AuditAsync(connection, history.Early)).ShouldBeEmpty();
        (await AuditAsync(connection, history.Late)).ShouldHaveSingleItem().Sentence.En.ShouldContain("older backup");
    }

    [Fact]
    public async Task Certificates_from_before_the_log_began_have_no_time_and_no_root_of_their_own_in_it()
    {
        await using var connection = await SuperuserAsync();
        await using var transaction = await BeginAsync(connection);
        await using (var migrated = new NpgsqlCommand("update certificates.log_entries set at = null where index < 3; delete from certificates.checkpoints where size <= 3", connection))
            await migrated.ExecuteNonQueryAsync();
        (await AuditAsync(connection, history.Late)).ShouldBeEmpty();

        await using (var later = new NpgsqlCommand("update certificates.log_entries set at = null where index = 4", connection))
            await later.ExecuteNonQueryAsync();
        (await AuditAsync(connection, history.Late)).ShouldContain(f => f.Sentence.En.StartsWith("Entry 4 has no time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_history_rewritten_before_the_kept_checkpoint_is_found_even_when_everything_fits_and_is_signed()
    {
        await using var connection = await SuperuserAsync();
        await using var transaction = await BeginAsync(connection);
        await RewrittenHistory.WriteAsync(connection, history.World.Get<SigningKeys>(), history.EarlySize - 1);

        (await AuditAsync(connection, history.Early)).ShouldHaveSingleItem().Sentence.En.ShouldContain("history was rewritten");
    }

    [Fact]
    public async Task A_tail_rewritten_after_the_kept_checkpoint_by_the_owner_of_database_and_keys_is_not_found_which_is_what_a_witness_is_for()
    {
        await using var connection = await SuperuserAsync();
        await using var transaction = await BeginAsync(connection);
        await RewrittenHistory.WriteAsync(connection, history.World.Get<SigningKeys>(), history.LastIssue);

        (await AuditAsync(connection, history.Early)).ShouldBeEmpty();
        (await AuditAsync(connection, history.Late)).ShouldHaveSingleItem().Sentence.En.ShouldContain("history was rewritten");
    }

    [Fact]
    public async Task A_kept_checkpoint_of_another_log_or_key_compares_with_nothing_and_is_told()
    {
        await using var connection = await SuperuserAsync();
        var other = new NoteKey("other.test/log", NoteKey.Ed25519, new byte[32]);
        var note = history.Late with { Signatures = [other.Sign(history.Late.Text, _ => new byte[64])] };

        (await AuditAsync(connection, note)).ShouldHaveSingleItem().Sentence.En.ShouldContain("not signed by the log’s key");
        var findings = new List<LogFinding>();
        await LogAudit.RunAsync(connection, key: null, [], history.Late, findings.Add);
        findings.ShouldHaveSingleItem().Sentence.En.ShouldContain("key is not there");
    }

    private async Task<NpgsqlConnection> SuperuserAsync()
    {
        var connection = new NpgsqlConnection(history.World.Store.SuperuserConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>No trigger and no foreign key looks at what is done in it.</summary>
    private static async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("set local session_replication_role = replica", connection);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private async Task<List<LogFinding>> AuditAsync(NpgsqlConnection connection, SignedNote? kept)
    {
        var findings = new List<LogFinding>();
        var tally = await LogAudit.RunAsync(connection, history.Key, [], kept, findings.Add);
        tally.Findings.ShouldBe(findings.Count);
        return findings;
    }

    /// <summary>Eleven batch test certificates and one of a pass rate; two were withdrawn, one replaced.</summary>
    public sealed class History(DatabaseServer server) : IAsyncLifetime
    {
        public World World { get; } = new(server);

        public NoteKey Key => World.Get<SigningKeys>().LogPublicKey;

        /// <summary>The checkpoint after the first eight certificates.</summary>
        public SignedNote Early { get; private set; } = null!;

        /// <summary>The newest checkpoint.</summary>
        public SignedNote Late { get; private set; } = null!;

        public long EarlySize => Checkpoint.Parse(Early.Text).Value.Size;

        /// <summary>Where the last certificate stands that has not ended.</summary>
        public long LastIssue => Checkpoint.Parse(Late.Text).Value.Size - 2;

        public async ValueTask InitializeAsync()
        {
            await World.InitializeAsync();
            var service = World.Get<CertificateService>();
            var numbers = new List<CertificateNumber>();
            for (var i = 0; i < 8; i++)
                numbers.Add(await IssuedAsync());
            Early = await CheckpointAsync();
            (await service.WithdrawAsync(new EndCertificate(numbers[1], EndReason.NotUsed, "企业未出口 not exported"), World.Signatory)).ShouldBeDone();
            (await service.ReplaceAsync(new EndCertificate(numbers[3], EndReason.WrongOnPaper, null), World.Signatory)).ShouldBeDone();
            await IssuedAsync();
            await IssuedAsync();
            World.Clock.Advance(TimeSpan.FromDays(1));
            var rate = (await service.IssuePassRateAsync(new IssuePassRate(World.Today.AddDays(-3), World.Today.AddDays(-1)), World.Signatory)).Value;
            rate.ToString().ShouldNotBeEmpty();
            (await service.WithdrawAsync(new EndCertificate(numbers[5], EndReason.Misused, null), World.Signatory)).ShouldBeDone();
            Late = await CheckpointAsync();
        }

        public ValueTask DisposeAsync() => World.DisposeAsync();

        private async Task<CertificateNumber> IssuedAsync()
        {
            World.Clock.Advance(TimeSpan.FromMinutes(1));
            return await World.CertificateAsync(await World.ApprovedSampleAsync(await World.LotAsync()));
        }

        private async Task<SignedNote> CheckpointAsync() => SignedNote.Parse(await World.Get<CertificateLog>().CheckpointAsync()).Value;
    }
}
