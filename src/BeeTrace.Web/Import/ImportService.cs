using System.Security.Cryptography;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Bring a table in.</summary>
/// <param name="Kind">One of <see cref="ImportKinds.Codes"/>.</param>
/// <param name="FileName">The file's name without its folder, for the record.</param>
/// <param name="LatestDay">
/// A day up to which rows may speak even where the clock is behind it: the demo county's days are fixed, the clock of whoever looks at it is not.
/// </param>
public sealed record ImportTable(string Kind, string FileName, ReadOnlyMemory<byte> Content, DateOnly? LatestDay = null);

/// <summary>What came of a table: all of it is in, or none of it and every reason why.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Written">Rows that added or changed something; the others were there already.</param>
public sealed record ImportedTable(int Rows, int Written, IReadOnlyList<ImportError> Errors)
{
    public bool IsDone => Errors.Count == 0;
}

/// <summary>Tables in: the seed, the operator and the county load theirs by the same way.</summary>
public sealed class ImportService(Database database)
{
    /// <summary>
    /// Loads a whole table in one transaction. Refused: everything that is wrong with form or content, all at once, and a role that does
    /// not keep such a table. Recorded: kind, file name, SHA-256, rows.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such kind: the caller offered one that does not exist.</exception>
    public async Task<ImportedTable> ImportAsync(ImportTable table, Actor actor, CancellationToken cancel = default)
    {
        var kind = ImportKinds.Find(table.Kind) ?? throw new ArgumentException($"There is no kind '{table.Kind}'.", nameof(table));
        if (!kind.Roles.Contains(actor.Role))
            return Refused(0, new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code()));

        var errors = new List<ImportError>();
        var csv = CsvTable.Read(table.Content, kind.Columns, kind.Beside, errors);
        await using var work = await database.OpenAsync(actor, cancel);
        // Two imports of a kind at once: the second waits here and finds what the first brought.
        await work.Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"import " + kind.Code}, 0))", cancel);
        var import = new TableImport(work, csv, table.LatestDay, errors);
        await kind.LoadAsync(import, cancel);
        if (errors.Count > 0)
            return new ImportedTable(csv.Rows.Count, 0, [.. errors.OrderBy(e => e.Row)]);

        work.Record(DeedCode.TableImported, kind.Code, @new: new
        {
            file = table.FileName, sha256 = HashOf(table.Content.Span), rows = csv.Rows.Count, written = import.Written,
        });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? new ImportedTable(csv.Rows.Count, import.Written, []) : Refused(csv.Rows.Count, [.. committed.Refusals]);
    }

    /// <summary>SHA-256 of a file, lower-case hex.</summary>
    internal static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static ImportedTable Refused(int rows, params Refusal[] refusals) =>
        new(rows, 0, Array.ConvertAll(refusals, refusal => new ImportError(0, "", refusal)));
}
