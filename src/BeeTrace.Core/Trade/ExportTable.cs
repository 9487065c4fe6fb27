namespace BeeTrace.Core.Trade;

/// <summary>The sums of a cell, as the database keeps them.</summary>
/// <param name="Declarations">Items counted.</param>
/// <param name="NetKg">Declared net mass in kilograms.</param>
/// <param name="ValueUsd">FOB value in dollars of the items that state one.</param>
/// <param name="UsdKg">Mass of those items: a unit price is of them alone.</param>
public readonly record struct ExportSums(int Declarations, decimal NetKg, decimal ValueUsd, decimal UsdKg)
{
    public static ExportSums operator +(ExportSums a, ExportSums b) => new(a.Declarations + b.Declarations, a.NetKg + b.NetKg, a.ValueUsd + b.ValueUsd, a.UsdKg + b.UsdKg);

    /// <summary>Dollars for a kilogram, two decimals, half to even; null where no item states a value.</summary>
    public decimal? UsdPerKg => UsdKg > 0 ? Math.Round(ValueUsd / UsdKg, 2, MidpointRounding.ToEven) : null;
}

/// <summary>
/// One cell of a year as read: by product and destination (ISO 3166-1), or by product and month (1 to 12). The firms behind it are told
/// apart by any numbers.
/// </summary>
public sealed record ExportPart(string Product, string? Destination, int? Month, ExportSums Sums, IReadOnlyCollection<int> Firms);

/// <summary>A cell of the year's table: sums and firms, or that it is withheld.</summary>
/// <param name="Sums">Null where it is withheld.</param>
/// <param name="Firms">How many firms stand behind it; null where it is withheld.</param>
public sealed record ExportCell(ExportSums? Sums, int? Firms)
{
    public static readonly ExportCell Empty = new(default(ExportSums), 0);

    public static readonly ExportCell Withheld = new(null, null);

    public bool IsWithheld => Sums is null;
}

/// <summary>
/// A year's exports in every way that is published: by product, scope and all together; by destination, month, quarter and year. What
/// the public may not see is withheld over all of them at once, so that no sum gives it away.
/// </summary>
public sealed class ExportTable
{
    /// <summary>The scope of every product.</summary>
    public const string All = "ALL";

    private readonly Dictionary<(string Line, string Column), ExportCell> _cells = [];

    private ExportTable(int year) => Year = year;

    public int Year { get; }

    /// <summary>Destinations of the year, the largest first as far as they are shown.</summary>
    public IReadOnlyList<string> Destinations { get; private init; } = [];

    /// <summary>Products of the year.</summary>
    public IReadOnlyList<string> Products { get; private init; } = [];

    /// <summary>True where anything is withheld.</summary>
    public bool HasWithheld => _cells.Values.Any(c => c.IsWithheld);

    /// <summary>The year of a line (<see cref="LineOf"/>, <see cref="Product"/>); months and quarters count from 1.</summary>
    public ExportCell OfYear(string line) => Cell(line, "Y");

    public ExportCell Of(string line, string destination) => Cell(line, $"D{destination}");

    public ExportCell OfMonth(string line, int month) => Cell(line, $"M{month}");

    public ExportCell OfQuarter(string line, int quarter) => Cell(line, $"Q{quarter}");

    /// <summary>The table of a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="parts">Every cell by product and destination, and by product and month.</param>
    /// <param name="scopes">The scope of each product.</param>
    /// <param name="isPublic">True to withhold what stands on too few firms.</param>
    public static ExportTable Of(int year, IReadOnlyList<ExportPart> parts, IReadOnlyDictionary<string, string> scopes, bool isPublic)
    {
        var sheet = new Sheet();
        foreach (var part in parts)
        {
            foreach (var line in new[] { Product(part.Product), ScopeOf(part.Product, scopes), All })
            {
                if (part.Destination is { } destination)
                {
                    sheet.Add((line, $"D{destination}"), part);
                    sheet.Add((line, "Y"), part);
                }
                else if (part.Month is { } month)
                {
                    sheet.Add((line, $"M{month}"), part);
                    sheet.Add((line, $"Q{(month + 2) / 3}"), part);
                }
            }
        }

        var withheld = isPublic ? sheet.Withheld(scopes) : [];
        var table = new ExportTable(year)
        {
            Destinations = [.. parts.Where(p => p.Destination is not null).GroupBy(p => p.Destination!, StringComparer.Ordinal).OrderByDescending(g => withheld.Contains((All, $"D{g.Key}")) ? 0 : g.Sum(p => p.Sums.NetKg)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
            Products = [.. parts.Select(p => p.Product).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        foreach (var (key, cell) in sheet.Cells)
            table._cells[key] = withheld.Contains(key) ? ExportCell.Withheld : new ExportCell(cell.Sums, cell.Firms.Count);
        return table;
    }

    private static string ScopeOf(string product, IReadOnlyDictionary<string, string> scopes) => $"S:{scopes.GetValueOrDefault(product, product)}";

    private ExportCell Cell(string line, string column) => _cells.GetValueOrDefault((line, column), ExportCell.Empty);

    /// <summary>The line of a product alone; a scope may bear the same word.</summary>
    public static string Product(string code) => $"P:{code}";

    /// <summary>The line of a word: of a scope, of <see cref="All"/>, or else of a product.</summary>
    public string LineOf(string word) => word == All ? All : _cells.ContainsKey(($"S:{word}", "Y")) ? $"S:{word}" : Product(word);

    /// <summary>All cells with their firms, and the sums that a reader knows among them.</summary>
    private sealed class Sheet
    {
        public Dictionary<(string Line, string Column), (ExportSums Sums, HashSet<int> Firms)> Cells { get; } = [];

        public void Add((string, string) key, ExportPart part)
        {
            var (sums, firms) = Cells.TryGetValue(key, out var cell) ? cell : (default, []);
            firms.UnionWith(part.Firms);
            Cells[key] = (sums + part.Sums, firms);
        }

        public HashSet<(string, string)> Withheld(IReadOnlyDictionary<string, string> scopes)
        {
            List<(string Line, string Column)> keys = [.. Cells.Keys.Order()];
            var places = keys.Index().ToDictionary(k => k.Item, k => k.Index);
            var sums = new List<CellSum>();
            foreach (var line in keys.Select(k => k.Line).Distinct())
            {
                var columns = keys.Where(k => k.Line == line).Select(k => k.Column).ToList();
                AddSum(line, "Y", columns.Where(c => c[0] == 'D'));
                AddSum(line, "Y", columns.Where(c => c[0] == 'M'));
                foreach (var quarter in columns.Where(c => c[0] == 'Q'))
                    AddSum(line, quarter, columns.Where(c => c[0] == 'M' && $"Q{(int.Parse(c[1..], System.Globalization.CultureInfo.InvariantCulture) + 2) / 3}" == quarter));
            }

            foreach (var column in keys.Select(k => k.Column).Distinct())
            {
                var products = keys.Where(k => k.Column == column && k.Line[0] == 'P').Select(k => k.Line).ToList();
                var ofScopes = products.GroupBy(l => ScopeOf(l[2..], scopes), StringComparer.Ordinal).ToList();
                AddDown(All, column, ofScopes.Select(g => g.Key));
                foreach (var scope in ofScopes)
                    AddDown(scope.Key, column, scope);
            }

            var cells = keys.ConvertAll(k => new PublicCell([.. Cells[k].Firms.Select(f => new FirmId(new Guid(f, 0, 0, new byte[8])))], Cells[k].Sums.NetKg));
            return [.. Withholding.Choose(cells, sums).Select(i => keys[i])];

            void AddSum(string line, string total, IEnumerable<string> columns) => Note((line, total), columns.Select(c => (line, c)));

            void AddDown(string total, string column, IEnumerable<string> lines) => Note((total, column), lines.Select(l => (l, column)));

            void Note((string, string) total, IEnumerable<(string, string)> parts)
            {
                List<int> of = [.. parts.Where(p => p != total).Select(p => places[p])];
                if (of.Count > 0)
                    sums.Add(new CellSum(places[total], of));
            }
        }
    }
}
