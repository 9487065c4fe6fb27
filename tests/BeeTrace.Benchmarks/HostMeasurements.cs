using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BeeTrace.Benchmarks;

/// <summary>
/// What an operator and a visitor wait for: first and second start, memory at rest, bytes of the public pages. The baseline
/// of a start is the same program that only prints its help: runtime and assembly, without database, data or server.
/// </summary>
internal static class HostMeasurements
{
    private static readonly string[] PublicPages = ["/", "/check", "/figures"];

    /// <param name="host">Path of the published <c>BeeTrace.Web.dll</c>.</param>
    public static async Task RunAsync(string host)
    {
        var home = Directory.CreateTempSubdirectory("beetrace-bench-");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(home.FullName, (UnixFileMode)0b111_101_101);
        try
        {
            var help = await TimeAsync(() => Process.Start(Command(host, home.FullName, 0, "--help"))!.WaitForExitAsync());
            await MeasureStartAsync("first start, with demo data", host, home.FullName, help);
            await MeasureStartAsync("second start", host, home.FullName, help);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task MeasureStartAsync(string name, string host, string home, TimeSpan help)
    {
        var port = FreePort();
        using var process = Process.Start(Command(host, home, port, "serve"))!;
        var watch = Stopwatch.StartNew();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("BeeTrace is ready:", StringComparison.Ordinal))
        {
        }

        Say($"{name}: {watch.Elapsed.TotalSeconds:0.0} s, {watch.Elapsed / help:0.0} times the program's bare start ({help.TotalSeconds:0.00} s)");
        await MeasurePagesAsync(port);
        await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System);
        process.Refresh();
        Say($"  at rest: {process.WorkingSet64 / 1024 / 1024} MiB of memory");
        using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
    }

    private static async Task MeasurePagesAsync(int port)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        foreach (var page in PublicPages)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.AcceptEncoding.ParseAdd("br");
            var watch = Stopwatch.StartNew();
            using var response = await client.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Say($"  {page}: {bytes.Length} bytes compressed ({(response.IsSuccessStatusCode ? "ok" : response.StatusCode)}), {watch.ElapsedMilliseconds} ms");
        }
    }

    private static ProcessStartInfo Command(string host, string home, int port, string command)
    {
        var start = new ProcessStartInfo("dotnet", [host, command]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = home };
        start.Environment["BEETRACE_HOME"] = home;
        start.Environment["BEETRACE_URL"] = $"http://127.0.0.1:{port}";
        return start;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> what)
    {
        var watch = Stopwatch.StartNew();
        await what();
        return watch.Elapsed;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
