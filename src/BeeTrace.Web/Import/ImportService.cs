using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Bring a table in.</summary>
/// <param name="Kind">One of <see cref="ImportKinds.Codes"/>.</param>
/// <param name="FileName">The file's name without its folder, for the record.</param>
/// <param name="LatestDay">
/// A day up to which rows may speak even where the clock is behind it: the demo county's days are fixed, the clock of whoever looks at it is not.
/// </param>
public sealed record ImportTable(string Kind, string FileName, TableFile Content, DateOnly? LatestDay = null)
{
    public TableLimits Limits { get; init; } = TableLimits.Usual;

    /// <summary>Our column by theirs, empty to leave one out; null where nobody was asked.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>Cells that were mended at the page, by row and our column.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>>? Mended { get; init; }

    /// <summary>Whoever brings the table says that what looks odd is right. At a console there is nobody to ask.</summary>
    public bool AcceptsQuestions { get; init; } = true;
}

/// <summary>What came of a table: all of it is in, or none of it and every reason why.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Written">Rows that added or changed something; the others were there already.</param>
/// <param name="Errors">What is wrong, by row; of very many the first ones.</param>
public sealed record ImportedTable(int Rows, int Written, IReadOnlyList<ImportError> Errors)
{
    /// <summary>All errors, told or only counted.</summary>
    public int ErrorCount { get; init; } = Errors.Count;

    /// <summary>Rows that are new, or would be; known of the register's kinds.</summary>
    public int Added { get; init; }

    /// <summary>Rows that bring a stored one up to date, or would.</summary>
    public int Changed { get; init; }

    /// <summary>What looks odd and may be right.</summary>
    public IReadOnlyList<ImportError> Questions { get; init; } = [];

    /// <summary>New beekeepers who resemble others and wait for the county, or would.</summary>
    public int Waiting { get; init; }

    /// <summary>Whom they resemble, by row; of very many the first ones.</summary>
    public IReadOnlyList<ImportError> Likenesses { get; init; } = [];

    public bool IsDone => ErrorCount == 0;
}

/// <summary>Tables in: the seed, the operator and the county load theirs by the same way.</summary>
public sealed class ImportService(Database database, IdentityVault vault)
{
    /// <summary>
    /// Loads a whole table in one transaction. Refused: everything that is wrong with form or content, all at once, and a role that does
    /// not keep such a table. New beekeepers who resemble others enter as waiting. Recorded: kind, file name, SHA-256, rows, how many wait; and of the
    /// register's kinds every row, so that it can be taken back.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such kind: the caller offered one that does not exist.</exception>
    public Task<ImportedTable> ImportAsync(ImportTable table, Actor actor, CancellationToken cancel = default) => RunAsync(table, actor, isTrial: false, cancel);

    /// <summary>Says what <see cref="ImportAsync"/> would: the same work, not committed.</summary>
    public Task<ImportedTable> TryAsync(ImportTable table, Actor actor, CancellationToken cancel = default) => RunAsync(table, actor, isTrial: true, cancel);

    /// <summary>
    /// Takes a whole import of the register back, in one transaction: what it added goes, what it changed is as before. Refused where something
    /// refers to its rows or was done to them since, and of kinds that are not taken back. Recorded: file, rows.
    /// </summary>
    public async Task<Outcome> UndoAsync(ImportRunId id, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role is not (Role.County or Role.Admin or Role.System))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        await using var work = await database.OpenAsync(actor, cancel);
        work.Db.Database.SetCommandTimeout(StagedImport.Longest);
        if (await work.Db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run)
            return new Refusal(ImportRefusal.RunUnknown);
        var hindrance = await work.Db.Database.SqlQuery<UndoHindrance>($"select * from import.undo({id.Value})").ToListAsync(cancel);
        if (hindrance is [var first, ..])
            return first.ToRefusal();
        work.Record(DeedCode.ImportUndone, run.Kind, old: new { file = run.FileName, rows = run.Written });
        return await work.CommitAsync(cancel);
    }

    private async Task<ImportedTable> RunAsync(ImportTable table, Actor actor, bool isTrial, CancellationToken cancel)
    {
        var kind = ImportKinds.Find(table.Kind) ?? throw new ArgumentException($"There is no kind '{table.Kind}'.", nameof(table));
        if (!kind.Roles.Contains(actor.Role))
            return Refused(0, new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code()));

        var errors = new ErrorList();
        using var sheet = ImportSheet.Open(table, kind, errors);
        await using var work = await database.OpenAsync(actor, cancel);
        work.Db.Database.SetCommandTimeout(StagedImport.Longest);
        // Two imports of a kind at once: the second waits here and finds what the first brought.
        await work.OneAtATimeAsync("import " + kind.Code, cancel);
        return kind.Staged is { } staged
            ? await StageAsync(staged(), sheet, table, work, errors, isTrial, cancel)
            : await LoadAsync(kind, sheet, table, work, errors, isTrial, cancel);
    }

    private async Task<ImportedTable> StageAsync(
        StagedTable staged, ImportSheet sheet, ImportTable table, Work work, ErrorList errors, bool isTrial, CancellationToken cancel)
    {
        var import = new StagedImport(work, sheet, vault, table.LatestDay, errors);
        await staged.CheckAsync(import, cancel);
        var (added, changed) = await import.CountAsync(cancel);
        if (errors.Count > 0 || isTrial)
        {
            return new ImportedTable(sheet.Count, 0, errors.Told)
            {
                ErrorCount = errors.Count, Questions = import.Questions, Added = added, Changed = changed, Waiting = import.Waiting, Likenesses = import.Likenesses,
            };
        }

        if (import.Questions.Count > 0 && !table.AcceptsQuestions)
            return Refused(sheet.Count, new Refusal(ImportRefusal.QuestionsOpen, null, import.Questions.Count)) with { Questions = import.Questions, Waiting = import.Waiting, Likenesses = import.Likenesses };

        var run = Note(work, table, sheet.Count, added + changed);
        await work.Db.SaveChangesAsync(cancel);
        try
        {
            await staged.StoreAsync(import, run.Id, cancel);
            var done = await CommitAsync(work, table, run, import.Waiting, cancel);
            return done with { Added = added, Changed = changed, Waiting = import.Waiting, Likenesses = import.Likenesses };
        }
        catch (Npgsql.PostgresException e) when (DbErrors.RefusalFor(e) is { } refusal)
        {
            // Somebody registered the same thing while this table was read.
            return Refused(sheet.Count, refusal);
        }
    }

    private static async Task<ImportedTable> LoadAsync(
        ImportKind kind, ImportSheet sheet, ImportTable table, Work work, ErrorList errors, bool isTrial, CancellationToken cancel)
    {
        List<TableRow> rows = [.. sheet.Rows()];
        var import = new TableImport(work, rows, table.LatestDay, errors);
        await kind.LoadAsync!(import, cancel);
        if (errors.Count > 0 || isTrial)
            return new ImportedTable(sheet.Count, 0, errors.Told) { ErrorCount = errors.Count };
        return await CommitAsync(work, table, Note(work, table, sheet.Count, import.Written), waiting: 0, cancel);
    }

    private static ImportRun Note(Work work, ImportTable table, int rows, int written)
    {
        var run = new ImportRun
        {
            Id = ImportRunId.New(),
            Kind = table.Kind,
            FileName = table.FileName.Length <= ImportRun.LongestFileName ? table.FileName : table.FileName[..ImportRun.LongestFileName],
            Sha256 = Convert.FromHexString(table.Content.Sha256.Value),
            ActorId = work.Actor.Account,
            At = work.Now,
            Rows = rows,
            Written = written,
        };
        work.Db.ImportRuns.Add(run);
        return run;
    }

    private static async Task<ImportedTable> CommitAsync(Work work, ImportTable table, ImportRun run, int waiting, CancellationToken cancel)
    {
        work.Record(DeedCode.TableImported, table.Kind, @new: new
        {
            file = table.FileName, sha256 = table.Content.Sha256.Value, rows = run.Rows, written = run.Written, waiting = waiting > 0 ? waiting : (int?)null,
        });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? new ImportedTable(run.Rows, run.Written, []) : Refused(run.Rows, [.. committed.Refusals]);
    }

    private static ImportedTable Refused(int rows, params Refusal[] refusals) =>
        new(rows, 0, Array.ConvertAll(refusals, refusal => new ImportError(0, "", refusal)));
}
