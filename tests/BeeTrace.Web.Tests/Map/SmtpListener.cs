using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BeeTrace.Web.Tests.Map;

/// <summary>A small mail server that keeps what it is given, or refuses as it is told.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    public SmtpListener()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The messages it took, whole, in order.</summary>
    public List<(string[] To, string Text)> Taken { get; } = [];

    /// <summary>Answer to RCPT for addresses that begin with this text: 550.</summary>
    public string? Refused { get; set; }

    /// <summary>Hang up in the middle of a message.</summary>
    public bool HangsUp { get; set; }

    /// <summary>Nobody listens any more.</summary>
    public void Close() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Close();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or SocketException { SocketErrorCode: SocketError.OperationAborted or SocketError.Interrupted })
        {
            // The test closed it.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        List<string> to = [];
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT" && !(Refused is { } refused && line.Contains($"<{refused}", StringComparison.Ordinal)))
                to.Add(line.Split('<', '>')[1]);
            switch (word)
            {
                case "EHLO": await writer.WriteLineAsync("250 test"); break;
                case "RCPT" when Refused is { } r && line.Contains($"<{r}", StringComparison.Ordinal): await writer.WriteLineAsync("550 nobody of that name"); break;
                case "DATA" when HangsUp: return;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync(_end.Token) is { } said && said != ".")
                        text.AppendLine(said);
                    Taken.Add(([.. to], text.ToString()));
                    to.Clear();
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("250 ok"); break;
            }
        }
    }
}
