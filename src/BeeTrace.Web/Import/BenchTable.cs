using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Import;

/// <summary>What a file from an instrument holds.</summary>
/// <param name="Cells">Results, in the order of the file.</param>
/// <param name="Errors">What is wrong with the form, by row.</param>
/// <param name="LeftOut">Columns that mean nothing here, such as peak areas.</param>
public sealed record BenchTableContent(IReadOnlyList<FileCell> Cells, IReadOnlyList<ImportError> Errors, IReadOnlyList<string> LeftOut);

/// <summary>
/// Reads an instrument's table: one result a row (sample, analyte, result, unit, method), or one sample a row with a column for each analyte.
/// What stands above the head is passed over, and so are columns that mean nothing here.
/// </summary>
internal sealed partial class BenchTable
{
    /// <summary>House rule: a day's sequence of an instrument has some thousand results.</summary>
    public static readonly TableLimits Limits = new(5 * 1024 * 1024, 20_000, 100 * 1024 * 1024, 16 * 1024 * 1024);

    /// <summary>House rule: instruments print date, operator and method above their table.</summary>
    private const int MostTitles = 30;

    private const int LongestReading = 40;

    private static readonly ImportColumn Sample = new("sample", false, new("样品", "sample"), "样品号", "样品编号", "盲样号", "样品名称", "sample code", "sample id", "sample name", "sample no");
    private static readonly ImportColumn Analyte = new("analyte", false, new("项目", "analyte"), "检测项目", "检验项目", "化合物", "组分", "parameter", "compound", "component");
    private static readonly ImportColumn Reading = new("value", false, new("结果", "result"), "数值", "检测结果", "浓度", "含量", "reading", "concentration", "conc", "amount");
    private static readonly ImportColumn UnitOf = new("unit", true, new("单位", "unit"), "units");
    private static readonly ImportColumn MethodOf = new("method", true, new("方法", "method"), "检验方法", "检测方法", "标准");
    private static readonly ImportColumn[] Long = [Sample, Analyte, Reading, UnitOf, MethodOf];

    private readonly IReadOnlyList<Analyte> _analytes;
    private readonly ErrorList _errors = new();

    private BenchTable(IReadOnlyList<Analyte> analytes) => _analytes = analytes;

    /// <param name="analytes">All there are: files name them by code or by either name.</param>
    public static BenchTableContent Read(TableFile file, IReadOnlyList<Analyte> analytes) => new BenchTable(analytes).Read(file);

    private BenchTableContent Read(TableFile file)
    {
        using var reader = TableReader.Open(file, Limits, name => Long.Any(c => c.IsMeantBy(name)) || ColumnOf(name) is not null, _errors);
        if (reader is null)
            return new BenchTableContent([], _errors.Told, []);
        for (var titles = 0; titles < MostTitles && reader.Read(); titles++)
        {
            if (!reader.Fields.Any(Sample.IsMeantBy))
                continue;
            string[] names = [.. reader.Fields];
            if (names.Any(Analyte.IsMeantBy) && names.Any(Reading.IsMeantBy))
                return Rows(reader, HeadOf(reader, names, Long, name => Long.FirstOrDefault(c => c.IsMeantBy(name))?.Name), names, LongRow);
            if (names.Any(name => ColumnOf(name) is not null))
                return Rows(reader, WideHead(reader, names), names, (row, cells) => WideRow(row, names, cells));
        }

        if (_errors.Count == 0)
            _errors.Add(new ImportError(0, "", new Refusal(ImportRefusal.NoBenchHead)));
        return new BenchTableContent([], _errors.Told, []);
    }

    private BenchTableContent Rows(TableReader reader, TableHead head, string[] names, Action<TableRow, List<FileCell>> read)
    {
        var cells = new List<FileCell>();
        var count = 0;
        while (reader.Read())
        {
            if (++count > Limits.MostRows)
            {
                _errors.Add(new ImportError(0, "", new Refusal(ImportRefusal.TooManyRows, null, Limits.MostRows)));
                break;
            }

            if (Fitting(reader, names.Length) is { } fields)
                read(new TableRow(reader.Number, fields, head, _errors), cells);
        }

        Dictionary<(string, string), int> first = [];
        foreach (var cell in cells.Where(cell => !first.TryAdd((cell.Sample, cell.Analyte), cell.Row)))
            _errors.Add(new ImportError(cell.Row, cell.Column, new Refusal(ImportRefusal.Twice, null, first[(cell.Sample, cell.Analyte)])));
        return new BenchTableContent(cells, _errors.Told, [.. names.Where((name, place) => name.Length > 0 && !head.Places.ContainsValue(place))]);
    }

    private void LongRow(TableRow row, List<FileCell> cells)
    {
        var (sample, analyte, text) = (Mark(row), row.RequiredText("analyte", LongestReading), row.RequiredText("value", LongestReading));
        var (unit, method) = (row.Text("unit", 20), row.Text("method", 60));
        if (row.IsSound)
            cells.Add(new FileCell(row.At, "value", sample, Find(analyte)?.Code ?? analyte, text, unit, method));
    }

    /// <summary>The blind number on the bottle, or the sample's own; empty where it is neither, and then the row says so.</summary>
    private static string Mark(TableRow row) =>
        BlindCode.TryParse(row.Peek("sample"), out var blind) ? blind.ToString() : row.Code<SampleCode>("sample").ToString();

    private void WideRow(TableRow row, string[] names, List<FileCell> cells)
    {
        var sample = Mark(row);
        foreach (var name in names)
        {
            // An empty cell was not tested.
            if (ColumnOf(name) is { } column && row.Text(column.Analyte.Code, LongestReading) is { } text && sample.Length > 0)
                cells.Add(new FileCell(row.At, column.Analyte.Code, sample, column.Analyte.Code, text, column.Unit));
        }
    }

    private TableHead WideHead(TableReader reader, string[] names)
    {
        ImportColumn[] columns = [Sample, .. names.Select(ColumnOf).OfType<WideColumn>().Select(c => new ImportColumn(c.Analyte.Code, true, c.Analyte.Name)).DistinctBy(c => c.Name)];
        return HeadOf(reader, names, columns, name => Sample.IsMeantBy(name) ? Sample.Name : ColumnOf(name)?.Analyte.Code);
    }

    private TableHead HeadOf(TableReader reader, string[] names, ImportColumn[] columns, Func<string, string?> meant)
    {
        var said = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => meant(name) ?? "", StringComparer.Ordinal);
        return TableHead.Of(new ImportKind("bench", columns, [], [], null), reader.Number, names, reader.Counts1904, said, _errors);
    }

    private IReadOnlyList<string>? Fitting(TableReader reader, int wanted)
    {
        var fields = reader.Fields;
        if (fields.Count == wanted)
            return fields;
        if (reader.RowsMayBeShort && fields.Count < wanted)
            return [.. fields, .. Enumerable.Repeat("", wanted - fields.Count)];
        if (fields.Skip(wanted).All(f => f.Length == 0) && fields.Count > wanted)
            return [.. fields.Take(wanted)];
        _errors.Add(new ImportError(reader.Number, "", new Refusal(ImportRefusal.FieldCount, null, wanted, fields.Count)));
        return null;
    }

    /// <summary>A head that names an analyte, perhaps with a unit in brackets: <c>铅 (µg/kg)</c>.</summary>
    private WideColumn? ColumnOf(string head)
    {
        if (Find(head) is { } whole)
            return new WideColumn(whole, null);
        return WithUnit().Match(Keyboard.Narrow(head)) is { Success: true } match && Find(match.Groups["name"].Value) is { } analyte
            ? new WideColumn(analyte, match.Groups["unit"].Value)
            : null;
    }

    private Analyte? Find(string name)
    {
        var wanted = name.Trim();
        return wanted.Length == 0 ? null : _analytes.FirstOrDefault(a => Is(a.Code)) ?? _analytes.FirstOrDefault(a => Is(a.NameZh) || Is(a.NameEn));
        bool Is(string known) => known.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?<name>.+?)\s*[(\[](?<unit>[^()\[\]]+)[)\]]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithUnit();

    private sealed record WideColumn(Analyte Analyte, string? Unit);
}
