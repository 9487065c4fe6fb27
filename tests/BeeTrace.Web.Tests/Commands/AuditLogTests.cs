using BeeTrace.Web.Certificates;
using BeeTrace.Web.Commands;
using Npgsql;

namespace BeeTrace.Web.Tests.Commands;

/// <summary>The audit at the console, against a real database.</summary>
public sealed class AuditLogTests(World world) : IClassFixture<World>, IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task It_says_how_much_it_compared_what_does_not_fit_and_what_it_cannot_find()
    {
        var number = await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));
        var kept = _here.FileOf("checkpoint", System.Text.Encoding.UTF8.GetBytes(await world.Get<CertificateLog>().CheckpointAsync()));
        await world.CertificateAsync(await world.ApprovedSampleAsync(await world.LotAsync()));

        var (exitCode, lines) = await AuditAsync(file: null);
        exitCode.ShouldBe(0);
        lines[0].ShouldBe("Compared: 2 entries, 2 checkpoints, 2 certificates, 0 ends. Findings: 0.");
        lines[1].ShouldContain("Without a kept checkpoint this cannot find");

        (exitCode, lines) = await AuditAsync(kept);
        exitCode.ShouldBe(0);
        lines[1].ShouldContain("Entries after the kept checkpoint");

        await using var superuser = NpgsqlDataSource.Create(world.Store.SuperuserConnectionString);
        await using var tamper = superuser.CreateCommand($"set session_replication_role = replica; update certificates.certificates set issued_on = issued_on + 1 where number = '{number}'; reset session_replication_role");
        await tamper.ExecuteNonQueryAsync();
        (exitCode, lines) = await AuditAsync(kept);
        exitCode.ShouldBe(1);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain(number.ToString());
        lines[1].ShouldEndWith("Findings: 1.");
    }

    [Fact]
    public async Task A_file_that_is_no_checkpoint_is_a_wrong_use()
    {
        (await AuditAsync(_here.PathOf("nowhere"))).ShouldBe((2, []));
        (await AuditAsync(_here.FileOf("letter", "dear sirs"u8.ToArray()))).ShouldBe((2, []));
        (await AuditAsync(_here.FileOf("note", "dear sirs\n\n— a AAAAAAA=\n"u8.ToArray()))).ShouldBe((2, []));
    }

    private async Task<(int ExitCode, string[] Lines)> AuditAsync(string? file)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var exitCode = await AuditLogCommand.RunAsync(_here.OnKeysOf(world), file, said, CancellationToken.None);
        return (exitCode, said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
