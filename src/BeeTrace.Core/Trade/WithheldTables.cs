namespace BeeTrace.Core.Trade;

/// <summary>Tables at work in <see cref="Withholding"/>: what is withheld so far, and what more has to be.</summary>
internal sealed class WithheldTables
{
    private readonly IReadOnlyList<PublicCell> _cells;
    private readonly IReadOnlyList<CellSum> _sums;
    private readonly int[][] _firmsOf;
    private readonly int[][] _sumsOf;
    private readonly int[] _heights;
    private readonly bool[] _isWithheld;
    private readonly int[] _withheldIn;
    private readonly int[] _seenFirm;
    private int _look;

    internal WithheldTables(IReadOnlyList<PublicCell> cells, IReadOnlyList<CellSum> sums)
    {
        (_cells, _sums) = (cells, sums);
        var numbers = cells.SelectMany(cell => cell.Firms).Distinct().OrderBy(firm => firm.Value).Select((firm, number) => (firm, number)).ToDictionary();
        _firmsOf = [.. cells.Select(cell => cell.Firms.Select(firm => numbers[firm]).Distinct().Order().ToArray())];
        _seenFirm = new int[numbers.Count];
        _sumsOf = SumsOf(cells.Count, sums);
        _heights = HeightsOf(cells.Count, sums);
        _isWithheld = new bool[cells.Count];
        _withheldIn = new int[sums.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            if (IsSmall(cell))
                Withhold(cell);
        }
    }

    internal IReadOnlySet<int> Withheld => Every(cell => _isWithheld[cell]).ToHashSet();

    /// <summary>Until every sum that misses cells misses at least two, with enough firms behind them together.</summary>
    internal void CloseSums()
    {
        bool isChanged;
        do
        {
            isChanged = false;
            for (var sum = 0; sum < _sums.Count; sum++)
            {
                while (IsOpen(sum) && CheapestOf(CellsIn(_sums[sum]).Where(IsPublished)) is { } cell)
                {
                    Withhold(cell);
                    isChanged = true;
                }
            }
        }
        while (isChanged);
    }

    /// <summary>
    /// Withholds more where a withheld cell follows from the published ones, or else where sums and differences of them leave a figure
    /// of one or two firms; false when neither is so.
    /// </summary>
    internal bool CloseFound()
    {
        // Large cells first: they are expressed by small ones then, and figures of small ones are cheap to look at.
        var view = new ReadersView([.. Every(cell => _isWithheld[cell]).OrderBy(IsSmall)], [.. Every(IsPublished)], _sums);
        var isChanged = false;
        foreach (var cell in Every(cell => _isWithheld[cell]).ToList())
            isChanged |= Close(view.GivenAwayBy([cell]));
        return isChanged || CloseFigures(view);
    }

    private bool CloseFigures(ReadersView view)
    {
        var cellsOf = view.Tied([.. Every(IsSmall)]).ToLookup(cell => (One: _firmsOf[cell][0], Other: _firmsOf[cell][^1]));
        int[] firms = [.. cellsOf.SelectMany(cells => new[] { cells.Key.One, cells.Key.Other }).Distinct().Order()];
        var isChanged = false;
        for (var i = 0; i < firms.Length; i++)
        {
            for (var j = i; j < firms.Length; j++)
            {
                List<int> ofTwo = [.. cellsOf[(firms[i], firms[i])]];
                if (j > i)
                    ofTwo.AddRange([.. cellsOf[(firms[j], firms[j])], .. cellsOf[(firms[i], firms[j])]]);
                isChanged |= Close(view.GivenAwayBy(ofTwo));
            }
        }

        return isChanged;
    }

    /// <summary>Withholds one of the published cells that give a figure away together, unless one of them has gone meanwhile.</summary>
    private bool Close(IReadOnlyList<int> givenAwayBy)
    {
        if (!givenAwayBy.All(IsPublished) || CheapestOf(givenAwayBy) is not { } cell)
            return false;
        Withhold(cell);
        return true;
    }

    /// <summary>
    /// The cell that is given up most lightly: a part before a total, one that opens no further sum before one that does (what is opened must be
    /// closed by yet another cell), the smaller before the greater, the first before the later.
    /// </summary>
    private int? CheapestOf(IEnumerable<int> published)
    {
        int? cheapest = null;
        var best = (Height: int.MaxValue, Opens: int.MaxValue, Amount: decimal.MaxValue, Cell: int.MaxValue);
        foreach (var cell in published)
        {
            var cost = (_heights[cell], _sumsOf[cell].Count(sum => _withheldIn[sum] == 0), _cells[cell].Amount, cell);
            if (cost.CompareTo(best) < 0)
                (cheapest, best) = (cell, cost);
        }

        return cheapest;
    }

    private bool IsOpen(int sum) => _withheldIn[sum] == 1 || (_withheldIn[sum] > 1 && WithheldFirms(sum) < Withholding.FewestFirms);

    private int WithheldFirms(int sum)
    {
        _look++;
        var firms = 0;
        foreach (var firm in CellsIn(_sums[sum]).Where(cell => _isWithheld[cell]).SelectMany(cell => _firmsOf[cell]))
        {
            if (_seenFirm[firm] != _look)
                firms++;
            _seenFirm[firm] = _look;
        }

        return firms;
    }

    private void Withhold(int cell)
    {
        _isWithheld[cell] = true;
        foreach (var sum in _sumsOf[cell])
            _withheldIn[sum]++;
    }

    private bool IsSmall(int cell) => _firmsOf[cell].Length is > 0 and < Withholding.FewestFirms;

    private bool IsPublished(int cell) => !_isWithheld[cell] && _firmsOf[cell].Length > 0;

    private IEnumerable<int> Every(Func<int, bool> cell) => Enumerable.Range(0, _cells.Count).Where(cell);

    private static IEnumerable<int> CellsIn(CellSum sum) => sum.Parts.Append(sum.Total);

    private static int[][] SumsOf(int cells, IReadOnlyList<CellSum> sums)
    {
        var sumsOf = Enumerable.Range(0, cells).Select(_ => new List<int>()).ToArray();
        for (var sum = 0; sum < sums.Count; sum++)
        {
            foreach (var cell in CellsIn(sums[sum]))
            {
                if (cell < 0 || cell >= cells)
                    throw new ArgumentException($"There is no cell {cell}.", nameof(sums));
                if (sumsOf[cell].Count > 0 && sumsOf[cell][^1] == sum)
                    throw new ArgumentException($"Cell {cell} stands twice in one sum.", nameof(sums));
                sumsOf[cell].Add(sum);
            }
        }

        return [.. sumsOf.Select(list => list.ToArray())];
    }

    /// <summary>How many sums stand on one another up to a cell: 0 for what is no sum, and for a sum one more than its highest part.</summary>
    private static int[] HeightsOf(int cells, IReadOnlyList<CellSum> sums)
    {
        var heights = new int[cells];
        var isChanged = true;

        // As many rounds as there are sums are enough for the highest tower; sums in a circle would build for ever.
        for (var round = 0; isChanged && round < sums.Count; round++)
        {
            isChanged = false;
            foreach (var sum in sums)
            {
                var height = sum.Parts.Select(part => heights[part] + 1).DefaultIfEmpty().Max();
                isChanged |= height > heights[sum.Total];
                heights[sum.Total] = Math.Max(height, heights[sum.Total]);
            }
        }

        return heights;
    }
}
