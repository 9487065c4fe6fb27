using System.IO.Compression;
using System.Security.Cryptography;

namespace BeeTrace.Web.Map;

/// <summary>A drawn tile, ready to be sent: as drawn and, where it pays, compressed.</summary>
public sealed class Tile
{
    /// <summary>Below this a compressed tile is no smaller.</summary>
    private const int WorthIt = 256;

    private Tile(byte[] bytes, byte[]? brotli, byte[]? gzip)
    {
        (Bytes, Brotli, Gzip) = (bytes, brotli, gzip);
        // Weak: the same tile for every compression. Of the content, so that it outlives a restart and is the same on every node.
        ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
    }

    public byte[] Bytes { get; }

    public byte[]? Brotli { get; }

    public byte[]? Gzip { get; }

    public string ETag { get; }

    /// <summary>What it takes up in memory.</summary>
    public long Size => 200 + Bytes.Length + (Brotli?.Length ?? 0) + (Gzip?.Length ?? 0);

    /// <param name="bytes">The tile as drawn.</param>
    /// <param name="isKept">True where many will ask for it; one that is sent once is not compressed.</param>
    public static Tile Of(byte[] bytes, bool isKept) => isKept && bytes.Length >= WorthIt
        ? new Tile(bytes, Compress(bytes, stream => new BrotliStream(stream, CompressionLevel.Optimal)), Compress(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal)))
        : new Tile(bytes, null, null);

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> by)
    {
        using var compressed = new MemoryStream();
        using (var stream = by(compressed))
            stream.Write(bytes);
        return compressed.ToArray();
    }
}
