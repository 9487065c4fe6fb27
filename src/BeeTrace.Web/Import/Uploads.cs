using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>A file that somebody brought and has not imported yet, with what was said and mended of it.</summary>
public sealed class Upload
{
    private readonly Dictionary<int, IReadOnlyDictionary<string, string>> _mended = [];

    internal Upload(string kind, string fileName, string path, DateTimeOffset at, UploadHead head)
    {
        (Kind, FileName, Path, At, Head) = (kind, fileName, path, at, head);
        Columns = head.Found.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    public string Kind { get; }

    public string FileName { get; }

    public DateTimeOffset At { get; }

    /// <summary>What stands in the first row, and what it was taken for.</summary>
    public UploadHead Head { get; }

    /// <summary>Our column by theirs; empty where one is left out.</summary>
    public Dictionary<string, string> Columns { get; }

    /// <summary>What the last look at it found; null while nobody has looked.</summary>
    public ImportedTable? Found { get; internal set; }

    public int MendedCells => _mended.Values.Sum(cells => cells.Count);

    internal string Path { get; }

    public void Mend(int row, string column, string text) =>
        _mended[row] = new Dictionary<string, string>(_mended.GetValueOrDefault(row) ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [column] = text };

    internal ImportTable ToTable(bool acceptsQuestions = false) => new(Kind, FileName, TableFile.OnDisk(Path))
    {
        Columns = Columns, Mended = _mended, AcceptsQuestions = acceptsQuestions,
    };
}

/// <summary>The head of somebody's table.</summary>
/// <param name="Names">The words that stand there.</param>
/// <param name="Found">Our column by theirs, empty where none was recognised.</param>
public sealed record UploadHead(IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Found);

/// <summary>
/// Files on their way in: one an account, kept on the server until it is imported or put away, so that a line that drops costs nothing. House rule:
/// a day at most, and never beyond the end of the process; what they hold is personal data, so the folder is nobody else's.
/// </summary>
public sealed class Uploads(Database database, ImportService import, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<AccountId, Upload> _kept = [];
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("beetrace-uploads-"));

    /// <summary>The file that this person has brought; null for none.</summary>
    public Upload? Find(Actor actor)
    {
        DropOld();
        return _kept.GetValueOrDefault(actor.Account);
    }

    /// <summary>
    /// Takes a file in place of an earlier one. Refused: a role that does not keep such a table, a file that is too large or none at all.
    /// </summary>
    public async Task<Outcome> TakeAsync(string kind, string fileName, Stream content, Actor actor, CancellationToken cancel = default)
    {
        if (ImportKinds.Find(kind) is not { Staged: not null } known || !known.Roles.Contains(actor.Role))
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        DropOld();
        var path = Path.Combine(_folder.Value.FullName, Guid.NewGuid().ToString("N"));
        var taken = await SaveAsync(path, content, cancel);
        var head = taken.IsDone ? ReadHead(known, path) : Outcome<UploadHead>.Refused(taken.Refusals);
        if (!head.IsDone)
        {
            File.Delete(path);
            return Outcome.Refused(head.Refusals);
        }

        var remembered = await RememberedAsync(kind, head.Value, actor, cancel);
        var upload = new Upload(kind, Path.GetFileName(fileName), path, clock.GetUtcNow(), head.Value with { Found = remembered });
        PutAway(actor);
        _kept[actor.Account] = upload;
        return Outcome.Done;
    }

    /// <summary>Looks at the file as it is now mended and named, and remembers how its columns were named. Writes nothing of it.</summary>
    public async Task<Outcome> CheckAsync(Actor actor, CancellationToken cancel = default)
    {
        if (Find(actor) is not { } upload)
            return new Refusal(ImportRefusal.UploadGone);
        await RememberAsync(upload, actor, cancel);
        upload.Found = await import.TryAsync(upload.ToTable(), actor, cancel);
        return Outcome.Done;
    }

    /// <summary>Imports the file, whole or not at all. What hinders it now stands in <see cref="Upload.Found"/>.</summary>
    public async Task<Outcome<ImportedTable>> ImportAsync(bool acceptsQuestions, Actor actor, CancellationToken cancel = default)
    {
        if (Find(actor) is not { } upload)
            return new Refusal(ImportRefusal.UploadGone);
        var done = await import.ImportAsync(upload.ToTable(acceptsQuestions), actor, cancel);
        if (done.IsDone)
            PutAway(actor);
        else
            upload.Found = done;
        return done;
    }

    /// <summary>Forgets the file.</summary>
    public void PutAway(Actor actor)
    {
        if (_kept.TryRemove(actor.Account, out var upload))
            File.Delete(upload.Path);
    }

    /// <summary>The cells of some rows, as they stand in the file with what was mended, by our columns.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> RowsOf(Upload upload, IReadOnlySet<int> numbers)
    {
        var rows = new Dictionary<int, IReadOnlyDictionary<string, string>>();
        using var sheet = ImportSheet.Open(upload.ToTable(), ImportKinds.Find(upload.Kind)!, new ErrorList());
        var places = sheet.Places;
        foreach (var (number, fields) in sheet.Records())
        {
            if (numbers.Contains(number))
                rows[number] = places.ToDictionary(place => place.Key, place => fields[place.Value], StringComparer.Ordinal);
            if (rows.Count == numbers.Count)
                break;
        }

        return rows;
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
            _folder.Value.Delete(recursive: true);
    }

    private static async Task<Outcome> SaveAsync(string path, Stream content, CancellationToken cancel)
    {
        var limits = TableLimits.Usual;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        var piece = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(piece, cancel)) > 0)
        {
            if (file.Position + read > limits.MostBytes)
                return new Refusal(ImportRefusal.FileTooLarge, null, limits.MostMegabytes);
            await file.WriteAsync(piece.AsMemory(0, read), cancel);
        }

        return Outcome.Done;
    }

    private static Outcome<UploadHead> ReadHead(ImportKind kind, string path)
    {
        var errors = new ErrorList();
        using var sheet = ImportSheet.Open(new ImportTable(kind.Code, "", TableFile.OnDisk(path)), kind, errors);
        // What is wrong with the head itself is settled at the page; a file without one is not.
        return sheet.Names.Count == 0
            ? Outcome<UploadHead>.Refused([.. errors.Told.Select(e => e.Refusal)])
            : new UploadHead(sheet.Names, sheet.Names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(n => n, n => kind.Meant(n) ?? "", StringComparer.Ordinal));
    }

    private async Task<IReadOnlyDictionary<string, string>> RememberedAsync(string kind, UploadHead head, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var key = KeyOf(head);
        var stored = await work.Db.ColumnMaps.AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == actor.Account && m.Kind == kind && m.Header == key, cancel);
        return stored is null ? head.Found : JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Columns)!;
    }

    private async Task RememberAsync(Upload upload, Actor actor, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var (key, columns) = (KeyOf(upload.Head), JsonSerializer.Serialize(upload.Columns));
        if (await work.Db.ColumnMaps.SingleOrDefaultAsync(m => m.AccountId == actor.Account && m.Kind == upload.Kind && m.Header == key, cancel) is { } stored)
            stored.Columns = columns;
        else
            work.Db.ColumnMaps.Add(new ColumnMap { AccountId = actor.Account, Kind = upload.Kind, Header = key, Columns = columns });
        await work.CommitAsync(cancel);
    }

    private static string KeyOf(UploadHead head) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', head.Names))));

    private void DropOld()
    {
        foreach (var (account, upload) in _kept.Where(kept => kept.Value.At < clock.GetUtcNow() - Longest))
        {
            if (_kept.TryRemove(KeyValuePair.Create(account, upload)))
                File.Delete(upload.Path);
        }
    }
}
