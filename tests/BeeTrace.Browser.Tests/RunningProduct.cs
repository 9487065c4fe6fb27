using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BeeTrace.Browser.Tests;
using BeeTrace.Core.Access;

[assembly: AssemblyFixture(typeof(RunningProduct))]

namespace BeeTrace.Browser.Tests;

/// <summary>
/// The product as its users meet it: its own process, its private database, demo data of the first start. One for all tests.
/// </summary>
public sealed class RunningProduct : IAsyncLifetime
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly string _home = Directory.CreateTempSubdirectory("beetrace-browser-").FullName;
    private readonly List<string> _output = [];
    private Process? _process;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:43210</c>.</summary>
    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>The demo accounts by role, as the operator's file has them.</summary>
    public IReadOnlyDictionary<string, DemoAccount> Accounts { get; private set; } = new Dictionary<string, DemoAccount>(StringComparer.Ordinal);

    /// <summary>The account of somebody with that role.</summary>
    public DemoAccount AccountOf(Role role) => Accounts[role.Code()];

    /// <summary>The other sampler, who countersigns.</summary>
    public DemoAccount SecondSampler { get; private set; } = null!;

    /// <summary>The pass-rate certificate that was issued last, in the place of another.</summary>
    public string NewestPassRate { get; private set; } = "";

    /// <summary>Numbers of the demo certificates by kind.</summary>
    public IReadOnlyDictionary<string, string> Certificates { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Numbers of all demo certificates, in force or not.</summary>
    public IReadOnlyList<string> CertificateNumbers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        // The private server runs as another user where this one is root: it must be able to pass through here.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_home, (UnixFileMode)0b111_101_101);

        var start = new ProcessStartInfo("dotnet", [HostAssembly(), "serve"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = _home,
        };
        start.Environment["BEETRACE_URL"] = Url;
        start.Environment["BEETRACE_HOME"] = _home;
        start.Environment.Remove("BEETRACE_DEMO");
        start.Environment.Remove("ConnectionStrings__BeeTrace");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The product ended:\n" + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(LongestStart);

        Accounts = File.ReadLines(Path.Combine(_home, "demo-accounts.tsv")).Select(line => line.Split('\t'))
            .GroupBy(c => c[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => new DemoAccount(c[1], c[2], c[3])).First(), StringComparer.Ordinal);
        var second = (await File.ReadAllTextAsync(Path.Combine(_home, "demo-second-sampler.tsv"))).Trim().Split('\t');
        SecondSampler = new DemoAccount(second[1], second[2], second[3]);
        var certificates = File.ReadLines(Path.Combine(_home, "demo-certificates.tsv")).Select(line => line.Split('\t')).ToList();
        CertificateNumbers = certificates.ConvertAll(c => c[1]);
        NewestPassRate = certificates.Last(c => c[0] == "pass-rate")[1];
        Certificates = certificates.GroupBy(c => c[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false } running)
        {
            using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            await running.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }

        _process?.Dispose();
        Directory.Delete(_home, recursive: true);
        // A page that recovers, or an error page that a test did not look at, is a bug all the same.
        if (_output.Exists(IsFault))
            throw new InvalidOperationException("The product reported a fault while it was tested:\n" + Output);
    }

    private string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    private static bool IsFault(string line) =>
        line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal);

    private void Heard(string? line, TaskCompletionSource ready)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        if (line.StartsWith("BeeTrace is ready:", StringComparison.Ordinal))
            ready.TrySetResult();
    }

    /// <summary>The host as it was built in this configuration.</summary>
    private static string HostAssembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent!.Name);
        return Path.Combine(RepositoryRoot(), "src", "BeeTrace.Web", "bin", configuration, framework, "BeeTrace.Web.dll");
    }

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "BeeTrace.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One line of the demo accounts' file.</summary>
public sealed record DemoAccount(string Email, string Password, string Token);
