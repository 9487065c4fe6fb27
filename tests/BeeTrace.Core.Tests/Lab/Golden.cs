using System.Globalization;

namespace BeeTrace.Core.Tests.Lab;

/// <summary>A table of cases that lies beside the tests as CSV, so that a chemist can add a line.</summary>
internal sealed class Golden
{
    private readonly Dictionary<string, GoldenRow> _rows = new(StringComparer.Ordinal);

    internal Golden(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, path));
        var header = Tests.Golden.Cells(lines[0]);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var cells = Tests.Golden.Cells(lines[i]);
            if (cells.Count != header.Count)
                throw new InvalidDataException($"{path} line {i + 1} has {cells.Count} cells, the header {header.Count}.");
            var name = string.Create(CultureInfo.InvariantCulture, $"line {i + 1}: {cells[0]}");
            _rows.Add(name, new GoldenRow(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
        }
    }

    internal IReadOnlyCollection<GoldenRow> Rows => _rows.Values;

    internal GoldenRow this[string name] => _rows[name];

    internal TheoryData<string> Names => new(_rows.Keys);
}
