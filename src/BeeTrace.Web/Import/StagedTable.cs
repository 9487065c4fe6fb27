using BeeTrace.Core;
using Npgsql;
using NpgsqlTypes;

namespace BeeTrace.Web.Import;

/// <summary>A column of a staged table.</summary>
/// <param name="Name">Its name in the file and in the stage.</param>
/// <param name="Type">Its type there.</param>
/// <param name="Stored">What a stored row <c>t</c> holds in its place; null where the two are not compared.</param>
/// <param name="MayChange">A table may bring it up to date; otherwise what was said once stays said.</param>
/// <param name="MayBeFilled">A table may say what was not said yet.</param>
/// <param name="Brought">What the row brings to the comparison, where that is not what stands in the stage.</param>
internal sealed record StagedColumn(
    string Name, NpgsqlDbType Type, string? Stored = null, bool MayChange = false, bool MayBeFilled = false, string? Brought = null);

/// <summary>How a kind that may have a million rows is read, checked and stored.</summary>
internal abstract class StagedTable
{
    /// <summary>The stage's columns beside the row's number and its new id.</summary>
    protected abstract IReadOnlyList<StagedColumn> Staged { get; }

    /// <summary>What a row is known by, as an expression on the stage <c>s</c>; the column that says so in the file.</summary>
    protected abstract (string Expression, string Column) Key { get; }

    /// <summary>
    /// Brings all rows into the stage and finds everything that is wrong: in each row by the rules of Core, between rows and against what is
    /// stored by sets.
    /// </summary>
    public async Task CheckAsync(StagedImport import, CancellationToken cancel)
    {
        await import.ExecuteAsync("set local work_mem = '64MB'", cancel);
        var columns = string.Join(", ", Staged.Select(c => $"\"{c.Name}\" {TypeOf(c)}"));
        await import.ExecuteAsync($"create temp table import_rows (number integer, id uuid, {columns}) on commit drop", cancel);
        await PrepareAsync(import, cancel);
        var names = string.Join(", ", Staged.Select(c => $"\"{c.Name}\""));
        await using (var copy = await import.Connection.BeginBinaryImportAsync($"copy import_rows (number, id, {names}) from stdin (format binary)", cancel))
        {
            copy.Timeout = StagedImport.Longest;
            foreach (var row in import.Rows())
                await StageAsync(row, copy, cancel);
            await copy.CompleteAsync(cancel);
        }

        await import.ExecuteAsync("analyze import_rows", cancel);
        var (key, keyColumn) = Key;
        await import.EachAsync(
            $"""
            select s.number, d.first from import_rows s
            join (select {key} as key, min(s.number) as first from import_rows s group by 1 having count(*) > 1) d on d.key = {key}
            where s.number <> d.first order by s.number limit {ErrorList.Most}
            """,
            found => import.Refuse(found.GetInt32(0), keyColumn, new Refusal(ImportRefusal.Twice, null, found.GetInt32(1))), cancel);
        await CheckSetsAsync(import, cancel);
    }

    /// <summary>Moves the stage into the register.</summary>
    public abstract Task StoreAsync(StagedImport import, ImportRunId run, CancellationToken cancel);

    /// <summary>Loads the few things that every row is held against.</summary>
    protected abstract Task PrepareAsync(StagedImport import, CancellationToken cancel);

    /// <summary>Reads a row and, where it is sound, writes it into the stage.</summary>
    protected abstract Task StageAsync(TableRow row, NpgsqlBinaryImporter copy, CancellationToken cancel);

    /// <summary>What only the whole file or the stored rows can tell.</summary>
    protected abstract Task CheckSetsAsync(StagedImport import, CancellationToken cancel);

    /// <summary>
    /// Finds the rows that are stored already, in a table <c>import_known</c>: number, id, and what would change as JSON
    /// <c>column: [before, after]</c>. An empty cell changes nothing. What may not change is refused.
    /// </summary>
    protected async Task FindKnownAsync(StagedImport import, string stored, string on, CancellationToken cancel)
    {
        var pairs = string.Join(", ", Staged.Where(c => c.Stored is not null).Select(c => $"('{c.Name}', to_jsonb({c.Stored}), to_jsonb({c.Brought ?? $"s.\"{c.Name}\""}))"));
        await import.ExecuteAsync(
            $"""
            create temp table import_known on commit drop as
            select s.number, t.id, {Key.Expression} as key, (
                select jsonb_object_agg(c.name, jsonb_build_array(c.was, c.becomes)) from (values {pairs}) c (name, was, becomes)
                where c.becomes is not null and c.was is distinct from c.becomes) as changes
            from import_rows s join {stored} t on {on}
            """, cancel);
        await import.ExecuteAsync("analyze import_known", cancel);
        var kept = Staged.Where(c => c is { Stored: not null, MayChange: false }).ToLookup(c => c.MayBeFilled, c => c.Name);
        await import.EachAsync(
            $"""
            select k.number, c.name, k.key from import_known k cross join lateral jsonb_object_keys(k.changes) c (name)
            where c.name = any ($1) or (c.name = any ($2) and k.changes -> c.name -> 0 <> 'null') order by 1, 2 limit {ErrorList.Most}
            """,
            found => import.Refuse(found.GetInt32(0), found.GetString(1), new Refusal(ImportRefusal.ExistsDifferently, null, found.GetString(2))), cancel,
            kept[false].ToArray(), kept[true].ToArray());
    }

    /// <summary>Tells each row whose cell names something that is not there.</summary>
    protected static Task RefuseUnknownAsync(StagedImport import, string column, string known, string on, Bilingual what, CancellationToken cancel) =>
        import.EachAsync(
            $"""
            select s.number, s."{column}" from import_rows s
            where s."{column}" is not null and not exists (select from {known} t where {on}) order by s.number limit {ErrorList.Most}
            """,
            found => import.Refuse(found.GetInt32(0), column, new Refusal(ImportRefusal.Unknown, null, found.GetString(1), what)), cancel);

    /// <summary>Writes down which rows the run added and which it changed, so that it can be taken back.</summary>
    protected async Task NoteRowsAsync(StagedImport import, ImportRunId run, CancellationToken cancel) => await import.ExecuteAsync(
        $"""
        insert into import.rows (run_id, number, row_key, row_id, before)
        select $1, s.number, {Key.Expression}, s.id, null from import_rows s where not exists (select from import_known k where k.number = s.number)
        union all
        select $1, k.number, k.key, k.id, k.changes from import_known k where k.changes is not null
        """, cancel, run.Value);

    protected static async Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancel)
    {
        if (text is null)
            await copy.WriteNullAsync(cancel);
        else
            await copy.WriteAsync(text, NpgsqlDbType.Text, cancel);
    }

    protected static async Task WriteAsync(NpgsqlBinaryImporter copy, byte[]? bytes, CancellationToken cancel)
    {
        if (bytes is null)
            await copy.WriteNullAsync(cancel);
        else
            await copy.WriteAsync(bytes, NpgsqlDbType.Bytea, cancel);
    }

    protected static async Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancel) where T : struct
    {
        if (value is null)
            await copy.WriteNullAsync(cancel);
        else
            await copy.WriteAsync(value.Value, type, cancel);
    }

    private static string TypeOf(StagedColumn column) => column.Type switch
    {
        NpgsqlDbType.Text => "text",
        NpgsqlDbType.Date => "date",
        NpgsqlDbType.Integer => "integer",
        NpgsqlDbType.Numeric => "numeric",
        NpgsqlDbType.Double => "double precision",
        NpgsqlDbType.Bytea => "bytea",
        _ => throw new InvalidOperationException($"{column.Name} has a type that no stage has: {column.Type}."),
    };
}
