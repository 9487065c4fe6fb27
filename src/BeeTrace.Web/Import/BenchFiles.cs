using System.Collections.Concurrent;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Import;

/// <summary>An instrument's file that was looked at and is not entered yet.</summary>
/// <param name="Content">What stands in it.</param>
/// <param name="Answer">What entering it would do; empty where the form is wrong.</param>
public sealed record BenchFile(string FileName, string Sha256, DateTimeOffset At, BenchTableContent Content, FileAnswer Answer)
{
    /// <summary>Everything that is wrong, by row: the form, then what the bench refuses.</summary>
    public IReadOnlyList<ImportError> Errors { get; } =
    [
        .. Content.Errors.Concat(
            from cell in Answer.Cells
            where cell.State == FileCellState.Refused
            from refusal in cell.Refusals
            select new ImportError(cell.Cell.Row, ColumnOf(refusal.Field, cell.Cell), refusal)).OrderBy(error => error.Row),
    ];

    public bool IsSound => Errors.Count == 0;

    public IReadOnlyList<FileCellAnswer> Asked => [.. Answer.Cells.Where(cell => cell.State == FileCellState.Asked)];

    public IReadOnlyList<FileCellAnswer> Corrections => [.. Answer.Cells.Where(cell => cell.Corrects)];

    /// <summary>Readings that entering it would add.</summary>
    public int Coming => Answer.CountOf(FileCellState.New) + Answer.CountOf(FileCellState.Correction) + Answer.CountOf(FileCellState.Asked);

    private static string ColumnOf(string? field, FileCell cell) => field?.ToLowerInvariant() is "sample" or "analyte" or "unit" or "method" ? field.ToLowerInvariant() : cell.Column;
}

/// <summary>
/// Instruments' files on their way to the bench: one an account, kept in memory once it is looked at, so that a line that drops costs nothing.
/// House rule: a day at most.
/// </summary>
public sealed class BenchFiles(BenchFileService bench, SampleQueries samples, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<AccountId, BenchFile> _kept = [];

    /// <summary>The file that this person has brought; null for none.</summary>
    public BenchFile? Find(Actor actor)
    {
        foreach (var old in _kept.Where(kept => kept.Value.At < clock.GetUtcNow() - Longest))
            _kept.TryRemove(old);
        return _kept.GetValueOrDefault(actor.Account);
    }

    /// <summary>Looks at a file, in place of an earlier one; nothing is entered. Refused: another role, a file that is too large.</summary>
    public async Task<Outcome> TakeAsync(string fileName, Stream content, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not Role.Analyst)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        if (await ReadAsync(content, cancel) is not { } bytes)
            return new Refusal(ImportRefusal.FileTooLarge, null, BenchTable.Limits.MostMegabytes);
        TableFile file = bytes;
        var read = BenchTable.Read(file, await samples.AnalytesAsync(actor, cancel));
        return await LookAsync(new BenchFile(Path.GetFileName(fileName), file.Sha256.Value, clock.GetUtcNow(), read, new FileAnswer([], 0)), actor, cancel);
    }

    /// <summary>
    /// Enters the file, whole or not at all, and forgets it. Refused: a form that is not sound, corrections without a reason. What else hinders it
    /// stands in <see cref="Find"/> then, and nothing was entered.
    /// </summary>
    public async Task<Outcome<FileAnswer>> EnterAsync(string? reason, bool sure, Actor actor, CancellationToken cancel = default)
    {
        if (Find(actor) is not { } kept || !kept.IsSound)
            return new Refusal(ImportRefusal.UploadGone);
        var seen = kept.Corrections.Select(cell => cell.Before!.Id).ToHashSet();
        var entered = await bench.EnterAsync(new EnterFile(kept.FileName, kept.Sha256, kept.Content.Cells, seen, reason, sure), actor, cancel);
        if (!entered.IsDone)
            return entered;
        if (entered.Value.Cells.Any(cell => cell.State is FileCellState.Refused or FileCellState.Asked))
            await LookAsync(kept, actor, cancel);
        else
            PutAway(actor);
        return entered;
    }

    /// <summary>Forgets the file.</summary>
    public void PutAway(Actor actor) => _kept.TryRemove(actor.Account, out _);

    private async Task<Outcome> LookAsync(BenchFile file, Actor actor, CancellationToken cancel)
    {
        var answer = await bench.TryAsync(file.Content.Cells, actor, cancel);
        if (!answer.IsDone)
            return Outcome.Refused(answer.Refusals);
        _kept[actor.Account] = new BenchFile(file.FileName, file.Sha256, clock.GetUtcNow(), file.Content, answer.Value);
        return Outcome.Done;
    }

    /// <returns>Null where there is more than is taken.</returns>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var piece = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(piece, cancel)) > 0)
        {
            if (whole.Length + read > BenchTable.Limits.MostBytes)
                return null;
            whole.Write(piece, 0, read);
        }

        return whole.ToArray();
    }
}
