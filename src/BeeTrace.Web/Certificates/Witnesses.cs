using System.Globalization;
using System.Net;
using System.Text;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates.Log;
using BeeTrace.Verifier;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Certificates;

/// <summary>
/// Sends every new checkpoint to the witnesses that the operator named (C2SP tlog-witness) and keeps their counter-signatures. A witness
/// that has seen more, or something else, than this database holds is a finding: it is told, and nothing here or there is overwritten.
/// </summary>
/// <param name="witnesses">To whom.</param>
/// <param name="http">Sends; has its own patience and a limit to the length of answers.</param>
/// <param name="certificates">The log.</param>
/// <param name="database">Where counter-signatures are kept.</param>
/// <param name="clock">Says when to try again.</param>
/// <param name="log">Is told what a witness refused.</param>
public sealed partial class Witnesses(
    IReadOnlyList<Witness> witnesses, HttpClient http, CertificateLog certificates, Database database, TimeProvider clock, ILogger<Witnesses> log) : BackgroundService
{
    /// <summary>Longest answer that is read, in bytes: a few signature lines.</summary>
    public const int LongestAnswer = 16 * 1024;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, State> _states = witnesses.ToDictionary(w => w.Key.Name, _ => new State(), StringComparer.Ordinal);

    /// <summary>Offers the newest checkpoint to each witness that has not signed it, one after the other.</summary>
    public async Task OfferAsync(CancellationToken cancel = default)
    {
        if (witnesses.Count == 0 || await NewestAsync(cancel) is not { } newest)
            return;
        foreach (var witness in witnesses)
        {
            var state = _states[witness.Key.Name];
            if (clock.GetUtcNow() < state.NotBefore)
                continue;
            var signed = await SignedAsync(witness, cancel);
            if (signed == newest.Size)
                continue;
            try
            {
                var isDone = await OfferAsync(witness, state, signed, newest, cancel);
                state.Failures = isDone ? 0 : state.Failures + 1;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
            {
                NoAnswer(log, witness.Key.Name, witness.Url, e);
                state.Failures++;
            }

            if (state.Failures > 0)
                state.NotBefore = clock.GetUtcNow() + Pause(state.Failures);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (witnesses.Count == 0)
            return;
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await OfferAsync(stoppingToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                NoDatabase(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>True when the witness has signed.</summary>
    private async Task<bool> OfferAsync(Witness witness, State state, long old, StoredCheckpoint newest, CancellationToken cancel)
    {
        // The second time with the size that the witness itself names.
        for (var isSecond = false; ; isSecond = true)
        {
            using var response = await http.PostAsync($"{witness.Url.AbsoluteUri.TrimEnd('/')}/add-checkpoint", await RequestAsync(old, newest, cancel), cancel);
            var answer = await response.Content.ReadAsStringAsync(cancel);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    return await KeepAsync(witness, newest, answer, cancel);
                case HttpStatusCode.Conflict when Size(answer) is { } known && known > newest.Size:
                    // Another host may just have sent a checkpoint that was not there when this one looked.
                    if ((await NewestAsync(cancel))!.Size is var here && known > here)
                        Find(state, witness, known, here, LogIsOlder);
                    return false;
                case HttpStatusCode.Conflict when Size(answer) is { } known && known != old && !isSecond:
                    old = known;
                    continue;
                case HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity:
                    Find(state, witness, old, newest.Size, LogIsOther);
                    return false;
                default:
                    Refused(log, witness.Key.Name, witness.Url, (int)response.StatusCode, newest.Size);
                    return false;
            }
        }
    }

    private async Task<ByteArrayContent> RequestAsync(long old, StoredCheckpoint newest, CancellationToken cancel)
    {
        var proof = await certificates.ConsistencyAsync(old, newest.Size, cancel) ?? throw new InvalidOperationException($"No log of {newest.Size} begins with {old}.");
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"old {old}\n");
        foreach (var hash in proof)
            text.Append(hash.ToString()).Append('\n');
        return new ByteArrayContent(Encoding.UTF8.GetBytes(text.Append('\n').Append(newest.Note).ToString()));
    }

    /// <summary>Keeps the line of the witness's own key, if it holds; other lines are passed over.</summary>
    private async Task<bool> KeepAsync(Witness witness, StoredCheckpoint newest, string answer, CancellationToken cancel)
    {
        var body = SignedNote.Parse(newest.Note).Value;
        var note = SignedNote.Parse($"{body.Text}\n{answer}");
        if (!note.IsDone || !witness.Key.Signed(note.Value, Ed25519Signature.Verify))
        {
            NoSignature(log, witness.Key.Name, witness.Url, newest.Size);
            return false;
        }

        var line = note.Value.Signatures.First(s => s.KeyName == witness.Key.Name && s.KeyId == witness.Key.Id).ToString();
        await using var work = await database.OpenAsync(Actor.System, cancel);
        await work.Db.Database.ExecuteSqlAsync(
            $"insert into certificates.cosignatures (size, witness, line, at) values ({newest.Size}, {witness.Key.Name}, {line}, {work.Now}) on conflict do nothing", cancel);
        await work.CommitAsync(cancel);
        return true;
    }

    private async Task<StoredCheckpoint?> NewestAsync(CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        return await work.Db.Database.SqlQuery<StoredCheckpoint>($"select size, note from certificates.checkpoints order by size desc limit 1").SingleOrDefaultAsync(cancel);
    }

    /// <summary>The newest size that the witness signed, as far as is known here.</summary>
    private async Task<long> SignedAsync(Witness witness, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        return await work.Db.Database.SqlQuery<long>($"""select coalesce(max(size), 0) as "Value" from certificates.cosignatures where witness = {witness.Key.Name}""").SingleAsync(cancel);
    }

    /// <summary>Told once for each pair of sizes: the log of a host that runs for weeks is to be read by people.</summary>
    private void Find(State state, Witness witness, long known, long here, Action<ILogger, string, long, long> tell)
    {
        if (state.Found == (known, here))
            return;
        state.Found = (known, here);
        tell(log, witness.Key.Name, known, here);
    }

    private static long? Size(string answer) =>
        answer.EndsWith('\n') && long.TryParse(answer.AsSpan(0, answer.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    private static TimeSpan Pause(int failures)
    {
        var pause = Every * Math.Pow(2, Math.Min(failures, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Witness {Witness} at {Url} did not answer; it is asked again later.")]
    private static partial void NoAnswer(ILogger log, string witness, Uri url, Exception why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Witness {Witness} at {Url} answered {Status} to the checkpoint of size {Size}; it is asked again later.")]
    private static partial void Refused(ILogger log, string witness, Uri url, int status, long size);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Witness {Witness} at {Url} answered the checkpoint of size {Size} with no signature of its key; nothing was kept.")]
    private static partial void NoSignature(ILogger log, string witness, Uri url, long size);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Finding: witness {Witness} has signed {Known} entries of this log, but here there are only {Here}. The log was cut short, or an older backup was restored. Nothing was overwritten; compare with audit-log and a kept checkpoint before anything more is issued.")]
    private static partial void LogIsOlder(ILogger log, string witness, long known, long here);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Finding: the {Known} entries that witness {Witness} has signed are not those with which the log of {Here} entries begins. History was rewritten here, or shown to the witness otherwise. Nothing was overwritten; compare with audit-log and a kept checkpoint before anything more is issued.")]
    private static partial void LogIsOther(ILogger log, string witness, long known, long here);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Checkpoints could not be read for the witnesses.")]
    private static partial void NoDatabase(ILogger log, Exception why);

    private sealed class State
    {
        public int Failures { get; set; }

        public DateTimeOffset NotBefore { get; set; }

        public (long Known, long Here)? Found { get; set; }
    }

    private sealed record StoredCheckpoint(long Size, string Note);
}
