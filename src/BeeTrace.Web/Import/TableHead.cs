using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>The head of a table: where its columns stand, and how it counts days.</summary>
internal sealed class TableHead
{
    private readonly ImportKind _kind;

    private TableHead(ImportKind kind, int row, IReadOnlyList<string> names, bool counts1904) =>
        (_kind, Row, Names, Counts1904) = (kind, row, names, counts1904);

    /// <summary>Row as a spreadsheet counts them.</summary>
    public int Row { get; }

    /// <summary>The words that stand there.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool Counts1904 { get; }

    /// <summary>Place of our columns in each row.</summary>
    public Dictionary<string, int> Places { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool MayMiss(string column) => _kind.MayMiss(column);

    /// <summary>Finds our columns under their names, other names for them, or as somebody said.</summary>
    /// <param name="said">Our column by theirs, empty to leave one out; null where nobody was asked and every column must be known.</param>
    public static TableHead Of(
        ImportKind kind, int row, IReadOnlyList<string> names, bool counts1904, IReadOnlyDictionary<string, string>? said, ErrorList errors)
    {
        var head = new TableHead(kind, row, names, counts1904);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (said?.GetValueOrDefault(name) is { Length: 0 } || (name.Length == 0 && kind.IsForgiving))
                continue;
            var column = said?.GetValueOrDefault(name) ?? kind.Meant(name);
            if (column is not null && !head.Places.TryAdd(column, i))
                Refuse(ImportRefusal.ColumnTwice, name);
            else if (column is null && said is null && !kind.Beside.Contains(name, StringComparer.OrdinalIgnoreCase))
                Refuse(ImportRefusal.ColumnUnknown, name);
        }

        foreach (var column in kind.Columns.Where(c => !c.MayBeMissing && !head.Places.ContainsKey(c.Name)))
            Refuse(ImportRefusal.ColumnMissing, column.Name);
        return head;

        void Refuse(string code, string column) => errors.Add(new ImportError(row, column, new Refusal(code, null, column)));
    }
}
