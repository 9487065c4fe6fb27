namespace BeeTrace.Core.Trade;

/// <summary>
/// Which cells of public tables are withheld, so that nobody reads a single firm's business out of them. All tables that share a
/// margin are looked at together, since what one withholds another may give away.
/// </summary>
/// <remarks>
/// House rule: a number that the public can read or compute has at least <see cref="FewestFirms"/> firms behind it, since of two firms
/// each knows the other's part. Withheld is therefore every cell with one or two firms, and of the others as many as it takes that
/// <list type="bullet">
/// <item>no withheld cell follows from the published ones, by whatever sums and differences;</item>
/// <item>the withheld cells of one sum have <see cref="FewestFirms"/> firms together;</item>
/// <item>no sums and differences of published cells leave a figure behind which one or two firms stand. A firm that takes its own part
/// out of a sum finds nobody else's.</item>
/// </list>
/// Not guarded is what follows from amounts never being negative (a withheld cell is at most what is missing in its row), nor a cell of many firms
/// of which one has nearly all.
/// </remarks>
public static class Withholding
{
    /// <summary>How many firms at least stand behind a published number. House rule: with two, each would know the other's.</summary>
    public const int FewestFirms = 3;

    /// <summary>The indices of the cells to withhold; the same for the same input. Empty cells are never withheld.</summary>
    /// <param name="cells">Every number of the tables, inner cells and margins.</param>
    /// <param name="sums">Every sum that a reader can know.</param>
    /// <exception cref="ArgumentException">A sum names no cell or one cell twice.</exception>
    public static IReadOnlySet<int> Choose(IReadOnlyList<PublicCell> cells, IReadOnlyList<CellSum> sums)
    {
        var tables = new WithheldTables(cells, sums);
        do
            tables.CloseSums();
        while (tables.CloseFound());
        return tables.Withheld;
    }
}
