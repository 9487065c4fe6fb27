namespace BeeTrace.Core.Trade;

/// <summary>
/// What somebody can compute who has the published cells of tables and knows all sums: each withheld cell as a mixture of published cells
/// and of withheld ones that may be anything. A figure is found when its mixture holds published cells alone.
/// </summary>
/// <remarks>
/// Exact elimination over the integers modulo the prime 2³¹ − 1, so that no rounding error calls a cell safe that is not. Withheld
/// columns come before published ones; what is left of the sums without withheld cells takes out of the mixtures what published cells
/// say about each other. A mixture of nothing at all holds for any amounts, and tells none.
/// </remarks>
internal sealed class ReadersView
{
    private const uint Prime = int.MaxValue;

    private readonly int[] _published;
    private readonly Dictionary<int, int> _columns;
    private readonly (int Column, uint Factor)[][] _mixtures;
    private readonly int[] _movers;

    /// <param name="withheld">The withheld cells; earlier ones are mixed from later ones.</param>
    /// <param name="published">The published cells. What is neither is known to be zero.</param>
    /// <param name="sums">The sums in which they stand.</param>
    internal ReadersView(int[] withheld, int[] published, IReadOnlyList<CellSum> sums)
    {
        _published = published;
        _columns = withheld.Concat(published).Select((cell, column) => (cell, column)).ToDictionary();
        _movers = new int[withheld.Length];
        var rows = sums.Select(RowOf).ToArray();
        var pivots = Eliminate(rows, _columns.Count);
        _mixtures = [.. withheld.Select((_, column) => pivots[column] < 0 ? [(column, 1u)] : MixtureOf(rows[pivots[column]], column))];
    }

    /// <summary>
    /// Those of some withheld cells that may make a figure together: a cell that alone has a certain free one in its mixture is in
    /// none, and the others are as free without it.
    /// </summary>
    internal List<int> Tied(List<int> cells)
    {
        var tied = cells;
        int before;
        do
        {
            before = tied.Count;
            Array.Clear(_movers);
            foreach (var cell in tied)
            {
                foreach (var (column, _) in MixtureOf(cell))
                {
                    if (IsFree(column))
                        _movers[column]++;
                }
            }

            tied = tied.FindAll(cell => Array.TrueForAll(MixtureOf(cell), part => !IsFree(part.Column) || _movers[part.Column] > 1));
        }
        while (tied.Count < before);
        return tied;
    }

    /// <summary>The published cells from which a figure made of these withheld cells alone follows; empty when none does.</summary>
    internal IReadOnlyList<int> GivenAwayBy(List<int> cells)
    {
        var known = new Dictionary<int, uint[]>();
        foreach (var cell in Tied(cells))
        {
            var row = new uint[_columns.Count];
            foreach (var (column, factor) in MixtureOf(cell))
                row[column] = factor;
            if (IsWider(row, known))
                continue;
            int[] givenAwayBy = [.. _published.Where((_, place) => row[_movers.Length + place] != 0)];
            if (givenAwayBy.Length > 0)
                return givenAwayBy;
        }

        return [];
    }

    /// <summary>Takes out of a mixture what others know of its free cells; true, and known henceforth, when free ones remain.</summary>
    private bool IsWider(uint[] row, Dictionary<int, uint[]> known)
    {
        for (var column = 0; column < _movers.Length; column++)
        {
            if (row[column] == 0)
                continue;
            if (!known.TryGetValue(column, out var other))
            {
                Scale(row, column);
                known.Add(column, row);
                return true;
            }

            Subtract(row, other, column);
        }

        return false;
    }

    private (int Column, uint Factor)[] MixtureOf(int cell) => _mixtures[_columns[cell]];

    private bool IsFree(int column) => column < _movers.Length;

    private uint[] RowOf(CellSum sum)
    {
        var row = new uint[_columns.Count];
        if (_columns.TryGetValue(sum.Total, out var total))
            row[total] = 1;
        foreach (var part in sum.Parts)
        {
            if (_columns.TryGetValue(part, out var column))
                row[column] = Prime - 1;
        }

        return row;
    }

    private static (int, uint)[] MixtureOf(uint[] row, int pivot)
    {
        var mixture = new List<(int, uint)>();
        for (var column = pivot + 1; column < row.Length; column++)
        {
            if (row[column] != 0)
                mixture.Add((column, Prime - row[column]));
        }

        return [.. mixture];
    }

    /// <summary>Brings the rows to reduced echelon form; tells for each column the row of which it is the pivot, or -1.</summary>
    private static int[] Eliminate(uint[][] rows, int columns)
    {
        var pivots = new int[columns];
        Array.Fill(pivots, -1);
        var done = 0;
        for (var column = 0; column < columns && done < rows.Length; column++)
        {
            var found = Array.FindIndex(rows, done, row => row[column] != 0);
            if (found < 0)
                continue;
            (rows[done], rows[found]) = (rows[found], rows[done]);
            Scale(rows[done], column);
            for (var other = 0; other < rows.Length; other++)
            {
                if (other != done && rows[other][column] != 0)
                    Subtract(rows[other], rows[done], column);
            }

            pivots[column] = done++;
        }

        return pivots;
    }

    /// <summary>Divides a row by its entry in the column, which becomes 1.</summary>
    private static void Scale(uint[] row, int column)
    {
        if (row[column] == 1)
            return;
        var factor = InverseOf(row[column]);
        for (var i = column; i < row.Length; i++)
            row[i] = Times(row[i], factor);
    }

    /// <summary>Takes a row with 1 in the column out of another as often as makes that one's entry 0.</summary>
    private static void Subtract(uint[] from, uint[] row, int column)
    {
        var factor = Prime - from[column];
        for (var i = column; i < row.Length; i++)
        {
            if (row[i] != 0)
                from[i] = (uint)((from[i] + (ulong)factor * row[i]) % Prime);
        }
    }

    private static uint Times(uint one, uint other) => (uint)((ulong)one * other % Prime);

    /// <summary>The number that makes 1 with the given one (Fermat: its power Prime − 2).</summary>
    private static uint InverseOf(uint number)
    {
        var inverse = 1u;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
                inverse = Times(inverse, number);
            number = Times(number, number);
        }

        return inverse;
    }
}
