using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BeeTrace.Web.Commands;

/// <summary>
/// <c>audit-log [CHECKPOINT-FILE]</c>: compares the log of certificates with itself, with the certificates, and with a checkpoint that
/// somebody kept. One line a finding; exit code 0 for none, 1 for some, 2 for a file that is no checkpoint. It changes nothing.
/// </summary>
internal static class AuditLogCommand
{
    public static async Task<int> RunAsync(Settings settings, string? file, TextWriter say, CancellationToken cancel)
    {
        SignedNote? kept = null;
        if (file is not null)
        {
            if (!File.Exists(file))
                return await WrongUseAsync($"{file} is not there.");
            if (new FileInfo(file).Length > SignedNote.LongestNote || SignedNote.Parse(await File.ReadAllTextAsync(file, cancel)) is not { IsDone: true } note || !Checkpoint.Parse(note.Value.Text).IsDone)
                return await WrongUseAsync($"{file} is no checkpoint: save what /log/checkpoint answers, as it is.");
            kept = note.Value;
        }

        var witnesses = Witness.ParseAll(settings.Witnesses).Select(w => w.Key).ToList();
        await using var data = await DataHome.ConnectAsync(settings, NullLogger.Instance, cancel);
        await Migrator.CheckAsync(data.Connections.App, cancel);
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace(data.Connections.App);
        await using var work = await new Database(options.Options, TimeProvider.System).OpenPictureAsync(Actor.System, cancel);
        var tally = await LogAudit.RunAsync(
            (NpgsqlConnection)work.Db.Database.GetDbConnection(), SigningKeys.LookAtLog(settings), witnesses, kept, finding => say.WriteLine(finding.Sentence.ToString()), cancel);
        await say.WriteLineAsync(Sum(tally).ToString());
        await say.WriteLineAsync((kept is null ? CannotFind : CannotFindAfterKept).ToString());
        return tally.Findings == 0 ? 0 : 1;
    }

    private static Bilingual Sum(LogTally tally) => new(
        $"已比对 {tally.Entries} 条日志、{tally.Checkpoints} 个检查点、{tally.Certificates} 份证书、{tally.Endings} 份失效记录；发现 {tally.Findings} 处不符。",
        $"Compared: {tally.Entries} entries, {tally.Checkpoints} checkpoints, {tally.Certificates} certificates, {tally.Endings} ends. Findings: {tally.Findings}.");

    private static Bilingual CannotFind { get; } = new(
        "没有留存的检查点，就查不出：日志被截短、恢复成旧备份，或被同时掌握数据库和密钥的人整个改写。请定期把 /log/checkpoint 存到别处，或设置见证方（BEETRACE_WITNESSES）。",
        "Without a kept checkpoint this cannot find: a log that was cut short, one restored from an older backup, and one rewritten by somebody who has both the database and the keys. Save /log/checkpoint elsewhere from time to time, or set witnesses (BEETRACE_WITNESSES).");

    private static Bilingual CannotFindAfterKept { get; } = new(
        "留存的检查点之后的条目，若被同时掌握数据库和密钥的人改写，这里查不出；要靠更新的检查点或见证方。",
        "Entries after the kept checkpoint, if rewritten by somebody who has both the database and the keys, are not found here: that takes a newer checkpoint, or a witness.");

    private static async Task<int> WrongUseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
