using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>A table on its way in: its head, then its rows one after the other.</summary>
internal sealed class ImportSheet : IDisposable
{
    /// <summary>House rule: titles and notes above the head that are passed over.</summary>
    private const int MostTitles = 5;

    private readonly TableReader? _reader;
    private readonly TableHead? _head;
    private readonly ImportTable _table;
    private readonly ErrorList _errors;

    private ImportSheet(TableReader? reader, TableHead? head, ImportTable table, ErrorList errors) =>
        (_reader, _head, _table, _errors) = (reader, head, table, errors);

    /// <summary>Rows read so far, without empty ones.</summary>
    public int Count { get; private set; }

    /// <summary>The words in the head, as they stand there; none where there is no head.</summary>
    public IReadOnlyList<string> Names => _head?.Names ?? [];

    /// <summary>Where our columns stand in a record.</summary>
    public IReadOnlyDictionary<string, int> Places => _head?.Places ?? [];

    /// <param name="errors">Takes what is wrong with the form; what is wrong with the content the rows tell it.</param>
    public static ImportSheet Open(ImportTable table, ImportKind kind, ErrorList errors)
    {
        var reader = TableReader.Open(table.Content, table.Limits, name => kind.Meant(name) is not null, errors);
        if (reader is null)
            return new ImportSheet(null, null, table, errors);
        var before = errors.Count;
        for (var titles = 0; reader.Read(); titles++)
        {
            // A title in the first cell above a table with several columns.
            var isTitle = titles < MostTitles && reader.Fields.Count(f => f.Length > 0) == 1 && kind.Columns.Count > 1 && !reader.Fields.Any(f => kind.Meant(f) is not null);
            if (!isTitle)
                return new ImportSheet(reader, TableHead.Of(kind, reader.Number, reader.Fields, reader.Counts1904, table.Columns, errors), table, errors);
        }

        if (errors.Count == before)
            errors.Add(new ImportError(0, "", new Refusal(ImportRefusal.Empty)));
        return new ImportSheet(reader, null, table, errors);
    }

    /// <summary>The rows below the head, with what was mended in them. A row with more or fewer fields than it is told and left out.</summary>
    public IEnumerable<TableRow> Rows()
    {
        foreach (var (number, fields) in Records())
            yield return new TableRow(number, fields, _head!, _errors);
    }

    /// <summary>The same as they stand in the file, for those who want to see or save them.</summary>
    public IEnumerable<(int Number, IReadOnlyList<string> Fields)> Records()
    {
        if (_reader is null || _head is null)
            yield break;
        while (_reader.Read())
        {
            Count++;
            if (Count > _table.Limits.MostRows)
            {
                _errors.Add(new ImportError(0, "", new Refusal(ImportRefusal.TooManyRows, null, _table.Limits.MostRows)));
                yield break;
            }

            if (Fitting(_reader.Fields) is { } fields)
                yield return (_reader.Number, Mended(_reader.Number, fields));
            else
                _errors.Add(new ImportError(_reader.Number, "", new Refusal(ImportRefusal.FieldCount, null, _head.Names.Count, _reader.Fields.Count)));
        }
    }

    public void Dispose() => _reader?.Dispose();

    private IReadOnlyList<string>? Fitting(IReadOnlyList<string> fields)
    {
        var wanted = _head!.Names.Count;
        if (fields.Count == wanted)
            return fields;
        if (!_reader!.RowsMayBeShort)
            return null;
        return fields.Count < wanted ? [.. fields, .. Enumerable.Repeat("", wanted - fields.Count)]
            : fields.Skip(wanted).All(f => f.Length == 0) ? [.. fields.Take(wanted)]
            : null;
    }

    private IReadOnlyList<string> Mended(int number, IReadOnlyList<string> fields)
    {
        if (_table.Mended is null || !_table.Mended.TryGetValue(number, out var cells))
            return fields;
        var mended = fields.ToArray();
        foreach (var (column, text) in cells)
        {
            if (_head!.Places.TryGetValue(column, out var place))
                mended[place] = text.Trim();
        }

        return mended;
    }
}
