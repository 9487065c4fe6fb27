using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BeeTrace.Web.Import;

/// <summary>The bytes of a table, in memory or on disk; read as often as it takes, never held twice.</summary>
public sealed class TableFile
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly string? _path;

    private TableFile(string? path, ReadOnlyMemory<byte> content, long length)
    {
        _path = path;
        _content = content;
        Length = length;
        Sha256 = new(() =>
        {
            using var stream = Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        });
    }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>Lower-case hex, counted when first asked for.</summary>
    public Lazy<string> Sha256 { get; }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static TableFile OnDisk(string path) => new(path, default, new FileInfo(path).Length);

    public static TableFile InMemory(ReadOnlyMemory<byte> content) => new(null, content, content.Length);

    public static implicit operator TableFile(byte[] content) => InMemory(content);

    /// <summary>The content from its beginning; the caller closes it.</summary>
    public Stream Open() => _path is null
        ? MemoryMarshal.TryGetArray(_content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(_content.ToArray(), writable: false)
        : new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
}

/// <summary>How large a table may be.</summary>
/// <param name="MostBytes">Bytes of the file.</param>
/// <param name="MostRows">Rows below the header.</param>
/// <param name="MostUnpacked">Bytes of a workbook once unpacked: they are read as a stream, so this bounds time and not memory.</param>
/// <param name="MostTexts">Bytes of a workbook's different texts once unpacked; these are kept in memory.</param>
public sealed record TableLimits(long MostBytes, int MostRows, long MostUnpacked, long MostTexts)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>House rule: more than this is a mistake, or a job for several files.</summary>
    public static TableLimits Usual { get; } = new(50 * Megabyte, 200_000, 600 * Megabyte, 64 * Megabyte);

    /// <summary>House rule: what the operator brings at the console may be a whole province.</summary>
    public static TableLimits Console { get; } = new(2048 * Megabyte, 5_000_000, 8192 * Megabyte, 512 * Megabyte);

    internal int MostMegabytes => (int)(MostBytes / Megabyte);

    internal int MostUnpackedMegabytes => (int)(MostUnpacked / Megabyte);
}
