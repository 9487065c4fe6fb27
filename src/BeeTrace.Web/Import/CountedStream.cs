using System.Globalization;

namespace BeeTrace.Web.Import;

/// <summary>Tells how far a stream was read, in steps of five per cent.</summary>
internal sealed class CountedStream(Stream inner, long length, Action<string> tell) : Stream
{
    private long _read;
    private long _told;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        _read += count;
        var step = length == 0 ? 20 : _read * 20 / length;
        if (step != _told)
        {
            _told = step;
            tell(string.Create(CultureInfo.InvariantCulture, $"{step * 5} %"));
        }

        return count;
    }

    // Browsers' files are read asynchronously or not at all.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
