using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>
/// The log as files that anybody can copy (C2SP tlog-tiles): tiles of 256 hashes and bundles of 256 entries. A full file never
/// changes; the last of each row is partial until it is full.
/// </summary>
public static class LogTile
{
    /// <summary>Levels of the tree in a tile.</summary>
    public const int Height = 8;

    /// <summary>Hashes, or entries, in a full file.</summary>
    public const int FullWidth = 1 << Height;

    /// <summary>The most bytes an entry may have: its length is written in two bytes.</summary>
    public const int LongestEntry = ushort.MaxValue;

    private const string Entries = "entries";
    private const string PartialBegins = ".p/";
    private const int HighestLevel = 63;

    /// <summary>Reads the part of the address behind <c>/tile/</c>: <c>0/x001/234</c>, <c>1/000.p/3</c>, <c>entries/000</c>. False for every other spelling.</summary>
    public static bool TryParse(string path, out LogTilePlace place)
    {
        const int LongestPath = 64;
        place = default;
        var slash = path.Length <= LongestPath ? path.IndexOf('/', StringComparison.Ordinal) : -1;
        if (slash < 0)
            return false;
        var level = (long)LogTilePlace.EntriesLevel;
        if (path[..slash] != Entries && (!LogSyntax.TryNumber(path.AsSpan(0, slash), out level) || level > HighestLevel))
            return false;

        var rest = path.AsSpan(slash + 1);
        var width = (long)FullWidth;
        if (rest.IndexOf(PartialBegins, StringComparison.Ordinal) is >= 0 and var dot)
        {
            if (!LogSyntax.TryNumber(rest[(dot + PartialBegins.Length)..], out width) || width is < 1 or >= FullWidth)
                return false;
            rest = rest[..dot];
        }

        if (!long.TryParse(rest.ToString().Replace("/", "", StringComparison.Ordinal).Replace("x", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return false;
        var read = new LogTilePlace((int)level, index, (int)width);
        if (read.Path != path)
            return false;
        place = read;
        return true;
    }

    /// <summary>A bundle: each entry behind its length in two bytes, the higher first.</summary>
    /// <exception cref="ArgumentException">An entry is longer than <see cref="LongestEntry"/>.</exception>
    public static byte[] Bundle(IReadOnlyList<byte[]> entries)
    {
        var bundle = new byte[entries.Sum(entry => sizeof(ushort) + entry.Length)];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
                throw new ArgumentException($"An entry has {entry.Length} bytes, more than {LongestEntry}.", nameof(entries));
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>The entries of a bundle. One that breaks off, is empty or holds more than 256 is refused.</summary>
    public static Outcome<IReadOnlyList<byte[]>> ParseBundle(ReadOnlySpan<byte> bundle)
    {
        var entries = new List<byte[]>();
        for (var rest = bundle; !rest.IsEmpty;)
        {
            if (rest.Length < sizeof(ushort) || entries.Count == FullWidth)
                return new Refusal(LogRefusal.BundleMalformed);
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            rest = rest[sizeof(ushort)..];
            if (rest.Length < length)
                return new Refusal(LogRefusal.BundleMalformed);
            entries.Add(rest[..length].ToArray());
            rest = rest[length..];
        }

        return entries.Count == 0 ? new Refusal(LogRefusal.BundleMalformed) : entries;
    }

    /// <summary>The files a tree of that size is made of, the partial ones included: what a copy of the log holds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static IEnumerable<LogTilePlace> Places(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Row(LogTilePlace.EntriesLevel, size)
            .Concat(Enumerable.Range(0, (HighestLevel / Height) + 1).SelectMany(level => Row(level, size >> (level * Height))));
    }

    internal static string PathOf(LogTilePlace place)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{place.Index % 1000:000}");
        for (var higher = place.Index / 1000; higher > 0; higher /= 1000)
            path.Insert(0, string.Create(CultureInfo.InvariantCulture, $"x{higher % 1000:000}/"));
        path.Insert(0, place.Level == LogTilePlace.EntriesLevel ? $"{Entries}/" : string.Create(CultureInfo.InvariantCulture, $"{place.Level}/"));
        if (place.Width < FullWidth)
            path.Append(CultureInfo.InvariantCulture, $"{PartialBegins}{place.Width}");
        return path.ToString();
    }

    private static IEnumerable<LogTilePlace> Row(int level, long count)
    {
        for (long index = 0; index < count >> Height; index++)
            yield return new(level, index, FullWidth);
        if (count % FullWidth is > 0 and var width)
            yield return new(level, count >> Height, (int)width);
    }
}

/// <summary>One file of the log.</summary>
/// <param name="Level">Row of tiles: its hashes cover 256^level entries each. <see cref="EntriesLevel"/> for a bundle of entries.</param>
/// <param name="Index">Position in the row, from 0.</param>
/// <param name="Width">How many hashes or entries: 256 in a full file, 1 to 255 in a partial one.</param>
public readonly record struct LogTilePlace(int Level, long Index, int Width)
{
    /// <summary>The row of the entries themselves.</summary>
    public const int EntriesLevel = -1;

    /// <summary>The address behind <c>/tile/</c>.</summary>
    public string Path => LogTile.PathOf(this);

    /// <summary>The first entry, or the first node of the tile's level of the tree, that stands in the file.</summary>
    /// <exception cref="OverflowException">The file lies beyond every log that can be counted.</exception>
    public NodePlace First => new(Math.Max(0, Level) * LogTile.Height, checked(Index * LogTile.FullWidth));

    /// <summary>Whether a log of that size has everything that stands in the file.</summary>
    public bool IsWithin(long size)
    {
        var level = Math.Max(0, Level) * LogTile.Height;
        // Counted in whole files first: an address may name an index that no log reaches.
        var there = level < 63 ? size >> level : 0;
        return Index < there >> LogTile.Height || (Index == there >> LogTile.Height && Width <= there % LogTile.FullWidth);
    }
}
