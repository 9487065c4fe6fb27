using System.Text;

namespace BeeTrace.Core.Tests;

/// <summary>
/// Golden tables: CSV files beside the tests, which people who know the field can extend without knowing C#. The first line names the
/// columns, lines that start with # are remarks, a cell with a comma or a quote stands in quotes.
/// </summary>
public static class Golden
{
    /// <summary>The rows of a table as a theory's data, one text for each column.</summary>
    /// <param name="file">Path from the test project, such as <c>Registry/datums.csv</c>.</param>
    public static IEnumerable<object[]> Rows(string file)
    {
        var lines = Lines(file);
        var columns = Cells(lines[0]).Count;
        var rows = lines.Skip(1).Select(Cells).ToList();
        if (rows.Count == 0)
            throw new InvalidDataException($"{file} has no rows.");
        if (rows.Find(row => row.Count != columns) is { } odd)
            throw new InvalidDataException($"{file} has {columns} columns, but a row has {odd.Count}: {string.Join(" | ", odd)}");
        return rows.Select(row => row.ToArray<object>());
    }

    /// <summary>The rows of a table by the names of its columns.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Named(string file)
    {
        var lines = Lines(file);
        var columns = Cells(lines[0]);
        return [.. Rows(file).Select(row => columns.Zip(row.Cast<string>()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static List<string> Lines(string file) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The cells of one line.</summary>
    internal static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
