using System.Globalization;

namespace BeeTrace.Core.Tests.Lab;

/// <summary>One line of a table; an empty cell is null.</summary>
internal sealed record GoldenRow(IReadOnlyDictionary<string, string> Cells)
{
    internal string? this[string column] => Cells[column].Length == 0 ? null : Cells[column];

    internal decimal? Number(string column) => this[column] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    internal DateOnly? Day(string column) => this[column] is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
