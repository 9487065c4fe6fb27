namespace BeeTrace.Core.Trade;

/// <summary>
/// One number of the tables that the public sees: an inner cell or a margin, which is a cell like any other. Its index is its
/// place in the list that <see cref="Withholding"/> is given.
/// </summary>
/// <param name="Firms">The firms whose amounts are in it. None: an empty cell, which everybody knows to be zero.</param>
/// <param name="Amount">How much the public would lose with it; only decides which cell is given up where one of several must be.</param>
public sealed record PublicCell(IReadOnlyCollection<FirmId> Firms, decimal Amount);

/// <summary>
/// That a cell is the sum of others, as every reader of a table knows: a row and its margin, three months and their quarter, twelve
/// months and the same year by destination.
/// </summary>
/// <param name="Total">Index of the sum.</param>
/// <param name="Parts">Indices of what is added; each once, and never the sum itself.</param>
public sealed record CellSum(int Total, IReadOnlyList<int> Parts);
