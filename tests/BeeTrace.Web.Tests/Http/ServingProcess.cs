using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BeeTrace.Web.Tests.Http;

/// <summary>The product as the operator runs it, in a process of its own that a test can kill.</summary>
internal sealed class ServingProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ServingProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Returns when it says that it is ready.</summary>
    public static async Task<ServingProcess> StartAsync(string home, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BeeTrace.Web.dll"), "serve"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["BEETRACE_HOME"] = home;
        start.Environment["BEETRACE_URL"] = address.ToString().TrimEnd('/');
        start.Environment["BEETRACE_DEMO"] = "0";
        start.Environment.Remove("ConnectionStrings__BeeTrace");
        var said = new List<string?>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"It ended:\n{All()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(LongestStart);
        return new ServingProcess(process, address);

        void Hear(string? line)
        {
            lock (said)
                said.Add(line);
            if (line?.StartsWith("BeeTrace is ready", StringComparison.Ordinal) == true)
                ready.TrySetResult();
        }

        string All()
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>As an operator stops it: with SIGTERM, so that its database has ended when it has.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            using var signal = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            signal.WaitForExit();
            if (!_process.WaitForExit(LongestStop))
                Kill();
        }

        _process.Dispose();
    }
}
