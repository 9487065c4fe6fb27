using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BeeTrace.Core.Certificates.Log;

/// <summary>A SHA-256 hash of the certificate log: of a leaf, of an inner node or of a whole tree. Compared by its 32 bytes.</summary>
public readonly struct LogHash : IEquatable<LogHash>
{
    /// <summary>Bytes in a hash.</summary>
    public const int Size = 32;

    private readonly Content _content;

    private LogHash(ReadOnlySpan<byte> bytes)
    {
        Unsafe.SkipInit(out _content);
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Content, byte>(ref _content), Size));
    }

    /// <summary>The 32 bytes, without a copy.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => _content;

    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static LogHash FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new(bytes) : throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads the base64 of a checkpoint or a proof (RFC 4648 section 4), in its one canonical spelling.</summary>
    public static Outcome<LogHash> Parse(string text) =>
        TryParse(text, out var hash) ? hash : new Refusal(LogRefusal.HashMalformed, null, text);

    /// <summary>As <see cref="Parse"/>, for callers that have a refusal of their own.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out LogHash hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var found = LogSyntax.TryBase64(text, bytes, out var count) && count == Size;
        hash = found ? new(bytes) : default;
        return found;
    }

    public byte[] ToArray() => Bytes.ToArray();

    public bool Equals(LogHash other) => Bytes.SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => obj is LogHash other && Equals(other);

    /// <summary>A hash is its own hash code: its first four bytes are as good as any.</summary>
    public override int GetHashCode() => MemoryMarshal.Read<int>(Bytes);

    /// <summary>Base64, as checkpoints and proofs write it.</summary>
    public override string ToString() => Convert.ToBase64String(Bytes);

    public static bool operator ==(LogHash left, LogHash right) => left.Equals(right);

    public static bool operator !=(LogHash left, LogHash right) => !left.Equals(right);

    [InlineArray(Size)]
    private struct Content
    {
        private byte _first;
    }
}
