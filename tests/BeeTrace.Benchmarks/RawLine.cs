using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BeeTrace.Benchmarks;

/// <summary>One kept connection that asks by HTTP/1.1 and reads the answer, with next to no work of its own.</summary>
internal sealed class RawLine : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _host;
    private readonly byte[] _buffer = new byte[256 * 1024];

    private RawLine(string host) => _host = host;

    public static async Task<RawLine> OpenAsync(Uri host)
    {
        var line = new RawLine(host.Authority);
        await line._socket.ConnectAsync(host.Host, host.Port);
        return line;
    }

    public async Task<HttpStatusCode> AskAsync(string address, string? etag)
    {
        var question = $"GET {address} HTTP/1.1\r\nHost: {_host}\r\nAccept-Encoding: br\r\n{(etag is null ? "" : $"If-None-Match: {etag}\r\n")}\r\n";
        await _socket.SendAsync(Encoding.ASCII.GetBytes(question));
        var read = 0;
        int end;
        do
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (more == 0)
                throw new InvalidOperationException("The host hung up.");
            read += more;
            end = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        while (end < 0);

        var head = Encoding.ASCII.GetString(_buffer, 0, end);
        const string length = "Content-Length: ";
        var at = head.IndexOf(length, StringComparison.OrdinalIgnoreCase);
        var body = at < 0 ? 0 : int.Parse(head[(at + length.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
        while (read < end + 4 + body)
            read += await _socket.ReceiveAsync(_buffer.AsMemory(read));
        return (HttpStatusCode)int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    public void Dispose() => _socket.Dispose();
}
