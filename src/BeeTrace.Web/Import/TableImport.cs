using BeeTrace.Core;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>One file on its way into the database: its rows, the transaction, and what of it is new.</summary>
/// <param name="latestDay">A day up to which rows may speak even where the clock is behind it.</param>
internal sealed class TableImport(Work work, IReadOnlyList<TableRow> rows, DateOnly? latestDay, ErrorList errors)
{
    /// <summary>The last day that is not to come.</summary>
    public DateOnly Today => latestDay > work.Today ? latestDay.Value : work.Today;

    public Work Work => work;

    public BeeTraceDb Db => work.Db;

    public IReadOnlyList<TableRow> Rows => rows;

    /// <summary>True while nothing is wrong anywhere in the file.</summary>
    public bool IsSound => errors.Count == 0;

    /// <summary>Rows that added or changed something.</summary>
    public int Written { get; private set; }

    /// <summary>The keys of a table that rows may name.</summary>
    public static async Task<HashSet<string>> KeysAsync(IQueryable<string> keys, CancellationToken cancel) =>
        new(await keys.ToListAsync(cancel), StringComparer.Ordinal);

    /// <summary>What is stored already, by the key under which files know it.</summary>
    public static async Task<KnownRows<TKey, T>> KnownAsync<TKey, T>(IQueryable<T> rows, Func<T, TKey> key, CancellationToken cancel)
        where TKey : notnull where T : class =>
        new((await rows.ToListAsync(cancel)).ToDictionary(key));

    /// <summary>Adds a row, or brings the stored one up to date: reference data is what its newest file says.</summary>
    /// <param name="make">Makes the row; is given the stored one, whose identity it keeps.</param>
    public void Put<TKey, T>(TableRow row, string column, KnownRows<TKey, T> known, TKey key, Func<T?, T> make)
        where TKey : notnull where T : class
    {
        if (!row.IsSound || known.IsTwice(row, column, key))
            return;
        var stored = known.Find(key);
        var made = make(stored);
        if (stored is null)
        {
            Add(made);
            return;
        }

        var entry = Db.Entry(stored);
        entry.CurrentValues.SetValues(made);
        if (entry.State == EntityState.Modified)
            Written++;
    }

    /// <summary>
    /// Adds a row. One that is stored with the same content is passed over, so that a file may be loaded again; one with other
    /// content is refused: what was said is not changed by a table.
    /// </summary>
    /// <param name="unlike">Properties that may differ: identity, and what happened to the row since.</param>
    /// <returns>The row where it is new and nothing is wrong with it.</returns>
    public T? Insert<TKey, T>(TableRow row, string column, KnownRows<TKey, T> known, TKey key, Func<T> make, params string[] unlike)
        where TKey : notnull where T : class
    {
        if (!row.IsSound || known.IsTwice(row, column, key))
            return null;
        var made = make();
        if (known.Find(key) is { } stored)
        {
            if (!IsSame(stored, made, unlike))
                row.Refuse(column, ImportRefusal.ExistsDifferently, key.ToString()!);
            return null;
        }

        Add(made);
        return made;
    }

    /// <summary>Counts a row that changed something by other ways than <see cref="Put"/> and <see cref="Insert"/>.</summary>
    public void Count() => Written++;

    private void Add<T>(T made) where T : class
    {
        Db.Add(made);
        Written++;
    }

    /// <summary>True where both have the same content.</summary>
    /// <param name="unlike">Properties that may differ.</param>
    public bool IsSame<T>(T stored, T made, params string[] unlike) where T : class =>
        Db.Model.FindEntityType(typeof(T))!.GetProperties()
            .Where(p => p.PropertyInfo is not null && !unlike.Contains(p.Name))
            .All(p => p.GetValueComparer().Equals(p.PropertyInfo!.GetValue(stored), p.PropertyInfo.GetValue(made)));
}

/// <summary>What is stored of a kind, and what of it the file has named so far.</summary>
internal sealed class KnownRows<TKey, T>(Dictionary<TKey, T> stored) where TKey : notnull where T : class
{
    private readonly Dictionary<TKey, int> _named = [];

    public T? Find(TKey key) => stored.GetValueOrDefault(key);

    /// <summary>Stored rows that the file does not name.</summary>
    public IEnumerable<KeyValuePair<TKey, T>> Unnamed => stored.Where(pair => !_named.ContainsKey(pair.Key));

    /// <summary>Notes that the row names this key; refuses it where another has.</summary>
    public bool IsTwice(TableRow row, string column, TKey key)
    {
        if (_named.TryAdd(key, row.At))
            return false;
        row.Refuse(column, ImportRefusal.Twice, _named[key]);
        return true;
    }
}
