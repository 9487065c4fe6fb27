using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>An import that was done.</summary>
public sealed record ImportRunRow(ImportRunId Id, string Kind, string FileName, DateTimeOffset At, string Who, int Rows, int Written, DateTimeOffset? UndoneAt)
{
    public bool CanBeUndone => UndoneAt is null && Written > 0;
}

/// <summary>What was imported.</summary>
public sealed class ImportQueries(Database database)
{
    public const int PageSize = 20;

    private static readonly string[] Kinds = [.. ImportKinds.OfTheRegister.Select(k => k.Code)];

    /// <summary>Imports of the register, the newest first, and how many there are. What came in by the console for others stands in the record of deeds.</summary>
    public async Task<(IReadOnlyList<ImportRunRow> Rows, int Total)> RunsAsync(int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var runs = await work.Db.ImportRuns.AsNoTracking().Where(r => Kinds.Contains(r.Kind)).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var ids = runs.Select(r => r.ActorId.Value).Distinct().ToArray();
        var names = (await work.Db.Database.SqlQuery<AccountName>($"select * from access.account_names({ids})").ToListAsync(cancel)).ToDictionary(n => n.Id, n => n.Name);
        return (
            [.. runs.Select(r => new ImportRunRow(r.Id, r.Kind, r.FileName, r.At, names.GetValueOrDefault(r.ActorId.Value, ""), r.Rows, r.Written, r.UndoneAt))],
            await work.Db.ImportRuns.CountAsync(r => Kinds.Contains(r.Kind), cancel));
    }

    private sealed record AccountName(Guid Id, string Name);
}
