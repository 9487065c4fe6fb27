using BeeTrace.Core.Trade;
using CsCheck;

namespace BeeTrace.Core.Tests.Trade;

public class WithholdingTests
{
    private static readonly FirmId[] Firms = [.. Enumerable.Range(1, 8).Select(n => new FirmId(new Guid(n, 0, 0, new byte[8])))];

    [Fact]
    public void Three_firms_make_a_cell_public() => Withholding.FewestFirms.ShouldBe(3);

    [Fact]
    public void Where_every_cell_has_three_firms_nothing_is_withheld()
    {
        var (cells, sums) = Grid([["abc", "abd"], ["acd", "bcd"]]);
        Withholding.Choose(cells, sums).ShouldBeEmpty();
    }

    [Fact]
    public void A_small_cell_takes_the_smallest_of_its_sum_with_it()
    {
        // A column without a second dimension: the small cell follows from the total, so the smallest other part goes too.
        PublicCell[] cells = [Cell("a", 5), Cell("bcd", 90), Cell("bce", 20), Cell("bcf", 40), Cell("abcdef", 155)];
        Withheld(cells, [new(4, [0, 1, 2, 3])]).ShouldBe([0, 2]);
    }

    [Fact]
    public void Of_equal_cells_the_first_goes()
    {
        PublicCell[] cells = [Cell("a", 5), Cell("bcd", 20), Cell("bce", 20), Cell("abcde", 45)];
        Withheld(cells, [new(3, [0, 1, 2])]).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_small_cell_inside_a_table_takes_the_corners_of_a_rectangle_with_it()
    {
        // Row 0 gives the small cell away, then its column, then the two helpers' own row and column: four corners, no more.
        var (cells, sums) = Grid(
            [["a", "abc", "abc"], ["abc", "abc", "abc"], ["abc", "abc", "abc"]],
            [[1, 20, 90], [30, 50, 10], [90, 90, 90]]);
        Withheld(cells, sums).ShouldBe([0, 1, 3, 4]);
    }

    [Fact]
    public void Two_small_cells_of_one_sum_are_not_enough_when_one_firm_could_take_its_part_out()
    {
        PublicCell[] cells = [Cell("a", 5), Cell("b", 6), Cell("bcd", 90), Cell("bce", 20), Cell("abcde", 121)];
        Withheld(cells, [new(4, [0, 1, 2, 3])]).ShouldBe([0, 1, 3]);
    }

    [Fact]
    public void Two_small_cells_with_three_firms_together_protect_each_other()
    {
        PublicCell[] cells = [Cell("a", 5), Cell("bc", 6), Cell("bcd", 90), Cell("abcd", 101)];
        Withheld(cells, [new(3, [0, 1, 2])]).ShouldBe([0, 1]);
    }

    [Fact]
    public void An_empty_cell_is_a_known_zero_and_hides_nothing()
    {
        PublicCell[] cells = [Cell("a", 5), Cell("", 0), Cell("bcd", 90), Cell("abcd", 95)];
        Withheld(cells, [new(3, [0, 1, 2])]).ShouldBe([0, 2]);
    }

    [Fact]
    public void A_total_goes_only_where_no_part_is_left()
    {
        PublicCell[] cells = [Cell("a", 5), Cell("b", 50), Cell("ab", 55)];
        Withheld(cells, [new(2, [0, 1])]).ShouldBe([0, 1, 2]);

        // The total of one row has the two firms of its only cells; the grand total then gives up another row.
        PublicCell[] rows = [Cell("ab", 5), Cell("", 0), Cell("ab", 5), Cell("bcd", 40), Cell("bce", 30), Cell("abcde", 75)];
        Withheld(rows, [new(2, [0, 1]), new(5, [2, 3, 4])]).ShouldBe([0, 2, 4]);
    }

    [Fact]
    public void What_one_table_withholds_another_with_the_same_margin_does_not_give_away()
    {
        // A year is two destinations and two halves. Both halves go for the one firm of the first; no sum joins a half to a destination.
        PublicCell[] cells = [Cell("abc", 60), Cell("bcd", 40), Cell("a", 10), Cell("bcd", 90), Cell("abcd", 100)];
        Withheld(cells, [new(4, [0, 1]), new(4, [2, 3])]).ShouldBe([2, 3]);

        // The same month stands in two tables as one cell of each, joined by a sum of one part: withheld in one, it goes in the other.
        PublicCell[] twice = [Cell("a", 10), Cell("bcd", 90), Cell("abcd", 100), Cell("a", 10), Cell("bce", 70), Cell("abce", 80)];
        Withheld(twice, [new(2, [0, 1]), new(5, [3, 4]), new(0, [3])]).ShouldBe([0, 1, 3, 4]);
    }

    [Fact]
    public void A_firm_does_not_find_another_by_way_of_a_cell_of_many_firms()
    {
        // a + w and w + b are known, so a − b is: firm a takes itself out and has b, although each sum has four firms withheld.
        PublicCell[] cells = [Cell("a", 5), Cell("b", 7), Cell("cde", 20), Cell("cdf", 99), Cell("cdg", 98), Cell("acdef", 124), Cell("bcdeg", 125)];
        Withheld(cells, [new(5, [0, 2, 3]), new(6, [1, 2, 4])]).ShouldBe([0, 1, 2, 4]);
    }

    [Fact]
    public void Sums_that_meet_only_through_several_tables_are_seen()
    {
        // Two by two by two with all faces published: whichever way one cell is hidden, all eight hang on it.
        var table = Tables([("a", 0, 0, 0, 3), .. Everywhere(2, 2, 2)], 2, 2, 2, isCube: true);
        var small = Array.FindIndex(table.Cells, cell => cell.Firms.Count == 1);
        var withheld = Withholding.Choose(table.Cells, table.Sums);
        withheld.ShouldContain(small);
        withheld.Count.ShouldBe(8);
        withheld.ShouldAllBe(cell => !table.Sums.Any(sum => sum.Total == cell));
    }

    [Fact]
    public void A_sum_of_a_cell_that_is_not_there_or_there_twice_is_a_bug_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => Withholding.Choose([Cell("a", 1)], [new(1, [0])]));
        Should.Throw<ArgumentException>(() => Withholding.Choose([Cell("a", 1)], [new(0, [-1])]));
        Should.Throw<ArgumentException>(() => Withholding.Choose([Cell("a", 1), Cell("a", 1)], [new(0, [1, 1])]));
        Should.Throw<ArgumentException>(() => Withholding.Choose([Cell("a", 1)], [new(0, [0])]));
    }

    [Fact]
    public void Tables_that_contradict_themselves_are_answered_too() =>
        Withheld([Cell("a", 1), Cell("", 0), Cell("bcd", 0)], [new(1, [0]), new(0, [1]), new(2, [])]).ShouldBe([0]);

    [Fact]
    public void Every_small_cell_is_withheld_and_no_empty_one() => AnyTables.Sample(table =>
    {
        var withheld = Withholding.Choose(table.Cells, table.Sums);
        for (var i = 0; i < table.Cells.Length; i++)
        {
            var firms = table.Cells[i].Firms.Count;
            if (firms is 0 or 1 or 2)
                withheld.Contains(i).ShouldBe(firms > 0);
        }

        if (table.Cells.All(cell => cell.Firms.Count is 0 or > 2))
            withheld.ShouldBeEmpty();
    });

    [Fact]
    public void Nobody_finds_a_withheld_cell_from_the_published_ones() => AnyTables.Sample(table => FoundByAnybody(table).ShouldBeEmpty());

    [Fact]
    public void No_firm_that_knows_its_own_part_finds_that_of_another() => AnyTables.Sample(table => FoundByFirms(table).ShouldBeEmpty());

    [Fact]
    public void No_sums_and_differences_leave_a_figure_of_two_firms() => AnyTables.Sample(table => FiguresFound(table).ShouldBeEmpty());

    [Fact]
    public void The_cells_missing_in_a_sum_have_three_firms_together() => AnyTables.Sample(table =>
    {
        var withheld = Withholding.Choose(table.Cells, table.Sums);
        foreach (var sum in table.Sums)
        {
            int[] all = [sum.Total, .. sum.Parts];
            int[] missing = [.. all.Where(withheld.Contains)];
            if (missing.Length > 0 && all.Any(c => !withheld.Contains(c) && table.Cells[c].Firms.Count > 0))
                missing.SelectMany(c => table.Cells[c].Firms).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        }
    });

    [Fact]
    public void The_same_tables_are_withheld_alike() => AnyTables.Sample(table =>
    {
        var again = table.Cells.Select(cell => new PublicCell([.. cell.Firms.Reverse()], cell.Amount)).ToArray();
        Withholding.Choose(again, table.Sums).Order().ShouldBe(Withholding.Choose(table.Cells, table.Sums).Order());
    });

    [Fact]
    public void The_attacker_of_these_tests_finds_what_is_only_half_hidden()
    {
        var (cells, sums) = Grid([["a", "abc"], ["abc", "abc"]]);
        FoundByAnybody(new(cells, sums), new HashSet<int> { 0 }).ShouldBe([0]);
        FoundByAnybody(new(cells, sums), new HashSet<int> { 0, 1 }).ShouldBe([0, 1]);
        FoundByAnybody(new(cells, sums), new HashSet<int> { 0, 1, 2 }).ShouldBe([0, 1, 2]);
        FoundByAnybody(new(cells, sums), new HashSet<int> { 0, 1, 2, 3 }).ShouldBeEmpty();

        PublicCell[] row = [Cell("a", 5), Cell("b", 6), Cell("abc", 11)];
        FoundByAnybody(new(row, [new(2, [0, 1])]), new HashSet<int> { 0, 1 }).ShouldBeEmpty();
        FoundByFirms(new(row, [new(2, [0, 1])]), new HashSet<int> { 0, 1 }).ShouldBe([0, 1], ignoreOrder: true);
        FiguresFound(new(row, [new(2, [0, 1])]), new HashSet<int> { 0, 1 }).ShouldHaveSingleItem();
    }

    private sealed record Published(PublicCell[] Cells, CellSum[] Sums);

    /// <summary>Exports of up to eight firms by product, destination and month, published as tables that share margins, or as a whole cube.</summary>
    private static readonly Gen<Published> AnyTables =
        from products in Gen.Int[1, 3]
        from destinations in Gen.Int[2, 4]
        from months in Gen.Int[2, 4]
        from isCube in Gen.Bool
        from rows in Gen.Select(Gen.Int[0, 7], Gen.Int[0, products - 1], Gen.Int[0, destinations - 1], Gen.Int[0, months - 1], Gen.Int[1, 1000]).Array[0, 120]
        select Tables([.. rows.Select(r => ($"{(char)('a' + r.Item1)}", r.Item2, r.Item3, r.Item4, r.Item5))], products, destinations, months, isCube);

    private static Published Tables((string Firm, int P, int D, int M, int Amount)[] rows, int products, int destinations, int months, bool isCube)
    {
        // A key of -1 stands for "all"; half years stand as months from 100.
        var keys = new List<(int P, int D, int M)>();
        var sums = new List<CellSum>();
        int[] allP = [-1, .. Enumerable.Range(0, products)], allD = [-1, .. Enumerable.Range(0, destinations)], allM = [-1, .. Enumerable.Range(0, months)];
        foreach (var p in allP)
        {
            foreach (var d in allD)
            {
                foreach (var m in allM)
                {
                    if (isCube || p < 0 || d < 0 || m < 0)
                        keys.Add((p, d, m));
                }
            }
        }

        foreach (var (p, d, m) in keys.ToArray())
        {
            Add((p, d, m), p < 0, [.. Enumerable.Range(0, products).Select(i => (i, d, m))]);
            Add((p, d, m), d < 0, [.. Enumerable.Range(0, destinations).Select(i => (p, i, m))]);
            Add((p, d, m), m < 0, [.. Enumerable.Range(0, months).Select(i => (p, d, i))]);
            if (m < 0 && months == 4 && (p < 0 || d < 0 || isCube))
            {
                keys.AddRange([(p, d, 100), (p, d, 101)]);
                Add((p, d, 100), true, [(p, d, 0), (p, d, 1)]);
                Add((p, d, 101), true, [(p, d, 2), (p, d, 3)]);
                Add((p, d, -1), true, [(p, d, 100), (p, d, 101)]);
            }
        }

        return new([.. keys.Select(CellOf)], [.. sums]);

        void Add((int, int, int) total, bool isTotal, (int, int, int)[] parts)
        {
            if (isTotal && parts.All(keys.Contains))
                sums.Add(new(keys.IndexOf(total), [.. parts.Select(part => keys.IndexOf(part))]));
        }

        PublicCell CellOf((int P, int D, int M) key)
        {
            var within = rows.Where(r =>
                (key.P < 0 || r.P == key.P) && (key.D < 0 || r.D == key.D)
                && (key.M < 0 || r.M == key.M || (key.M >= 100 && r.M / 2 == key.M - 100))).ToArray();
            return Cell(string.Concat(within.Select(r => r.Firm).Distinct()), within.Sum(r => r.Amount));
        }
    }

    private static IEnumerable<(string, int, int, int, int)> Everywhere(int products, int destinations, int months) =>
        from p in Enumerable.Range(0, products)
        from d in Enumerable.Range(0, destinations)
        from m in Enumerable.Range(0, months)
        where p + d + m > 0
        from firm in "bcd"
        select ($"{firm}", p, d, m, 10 + p + 2 * d + 4 * m);

    private static PublicCell Cell(string firms, int amount) => new([.. firms.Select(firm => Firms[firm - 'a'])], amount);

    /// <summary>A table with row totals, column totals and a grand total; cells first, row by row.</summary>
    private static (PublicCell[] Cells, CellSum[] Sums) Grid(string[][] firms, int[][]? amounts = null)
    {
        var (rows, columns) = (firms.Length, firms[0].Length);
        var cells = new List<PublicCell>();
        for (var r = 0; r < rows; r++)
            cells.AddRange(firms[r].Select((f, c) => Cell(f, amounts?[r][c] ?? 10)));
        int[][] rowParts = [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => r * columns + c).ToArray())];
        int[][] columnParts = [.. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Select(r => r * columns + c).ToArray())];
        var sums = new List<CellSum>();
        foreach (var parts in rowParts.Concat(columnParts))
        {
            sums.Add(new(cells.Count, parts));
            cells.Add(new([.. parts.SelectMany(p => cells[p].Firms).Distinct()], parts.Sum(p => cells[p].Amount)));
        }

        int[] rowTotals = [.. sums.Take(rows).Select(s => s.Total)], columnTotals = [.. sums.Skip(rows).Select(s => s.Total)];
        cells.Add(new([.. rowTotals.SelectMany(p => cells[p].Firms).Distinct()], rowTotals.Sum(p => cells[p].Amount)));
        sums.Add(new(cells.Count - 1, rowTotals));
        sums.Add(new(cells.Count - 1, columnTotals));
        return ([.. cells], [.. sums]);
    }

    private static IEnumerable<int> Withheld(PublicCell[] cells, CellSum[] sums) => Withholding.Choose(cells, sums).Order();

    // The attacker: ranks of integer matrices, written without a look at how cells are chosen.

    private static int[] FoundByAnybody(Published table, IReadOnlySet<int>? withheld = null)
    {
        withheld ??= Withholding.Choose(table.Cells, table.Sums);
        return [.. withheld.Order().Where(cell => IsFound(table, withheld, c => c == cell))];
    }

    private static int[] FoundByFirms(Published table, IReadOnlySet<int>? withheld = null)
    {
        withheld ??= Withholding.Choose(table.Cells, table.Sums);
        var found = new HashSet<int>();
        foreach (var firm in Firms)
        {
            // What is the firm's alone it can take out of any figure; of a cell of two it knows its own part.
            foreach (var cell in withheld.Where(c => table.Cells[c].Firms.Count <= 2 && table.Cells[c].Firms.Any(f => f != firm)))
            {
                if (table.Cells[cell].Firms.Count == 2 && !table.Cells[cell].Firms.Contains(firm))
                    continue;
                if (IsFound(table, withheld, c => c == cell || table.Cells[c].Firms.All(f => f == firm), butOnlyWith: cell))
                    found.Add(cell);
            }
        }

        return [.. found];
    }

    private static (FirmId, FirmId)[] FiguresFound(Published table, IReadOnlySet<int>? withheld = null)
    {
        withheld ??= Withholding.Choose(table.Cells, table.Sums);
        var found = new List<(FirmId, FirmId)>();
        for (var i = 0; i < Firms.Length; i++)
        {
            for (var j = i + 1; j < Firms.Length; j++)
            {
                if (IsFound(table, withheld, c => table.Cells[c].Firms.All(f => f == Firms[i] || f == Firms[j])))
                    found.Add((Firms[i], Firms[j]));
            }
        }

        return [.. found];
    }

    /// <summary>
    /// Whether the sums fix a figure made of the given withheld cells alone from published amounts. With all others free, the combinations
    /// of sums without a free cell are counted, less those without any withheld cell and those without any published one.
    /// </summary>
    private static bool IsFound(Published table, IReadOnlySet<int> withheld, Func<int, bool> isOfFigure, int? butOnlyWith = null)
    {
        int[] hidden = [.. withheld.Order()], free = [.. hidden.Where(c => !isOfFigure(c))];
        int[] shown = [.. Enumerable.Range(0, table.Cells.Length).Where(c => !withheld.Contains(c) && table.Cells[c].Firms.Count > 0)];
        var isFound = Told(hidden, free) > 0;

        // Of a firm's own cells alone it learns nothing: the cell must be in the figure.
        return butOnlyWith is { } cell ? isFound && Told(hidden, free) > Told(hidden, [.. free, cell]) : isFound;

        int Told(int[] all, int[] others) =>
            Rank(table, all) + Rank(table, [.. others, .. shown]) - Rank(table, [.. all, .. shown]) - Rank(table, others);
    }

    private static int Rank(Published table, int[] columns) => Rank([.. table.Sums.Select(sum => RowOf(sum, columns))]);

    private static long[] RowOf(CellSum sum, int[] hidden) => [.. hidden.Select(cell => sum.Total == cell ? -1L : sum.Parts.Contains(cell) ? 1L : 0L)];

    /// <summary>Fraction-free elimination in big integers.</summary>
    private static int Rank(List<long[]> equations)
    {
        var rows = equations.Select(row => row.Select(n => new System.Numerics.BigInteger(n)).ToArray()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => !row[column].IsZero);
            if (pivot < 0)
                continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = rank + 1; r < rows.Count; r++)
            {
                if (rows[r][column].IsZero)
                    continue;
                var (mine, its) = (rows[r][column], rows[rank][column]);
                for (var c = column; c < rows[r].Length; c++)
                    rows[r][c] = rows[r][c] * its - rows[rank][c] * mine;
            }

            rank++;
        }

        return rank;
    }
}
