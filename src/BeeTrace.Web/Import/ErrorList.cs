namespace BeeTrace.Web.Import;

/// <summary>What is wrong with a table, up to a number nobody reads through; beyond it errors are counted only.</summary>
internal sealed class ErrorList
{
    /// <summary>House rule: a file with more errors has one mistake in all of its rows.</summary>
    public const int Most = 10_000;

    private readonly List<ImportError> _told = [];

    /// <summary>All of them.</summary>
    public int Count { get; private set; }

    /// <summary>The first <see cref="Most"/>, by row.</summary>
    public IReadOnlyList<ImportError> Told => [.. _told.OrderBy(e => e.Row)];

    public void Add(ImportError error)
    {
        Count++;
        if (_told.Count < Most)
            _told.Add(error);
    }
}
