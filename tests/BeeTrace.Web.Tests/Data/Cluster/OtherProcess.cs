using System.Diagnostics;
using System.Runtime.CompilerServices;
using BeeTrace.Web.Data.Cluster;

namespace BeeTrace.Web.Tests.Data.Cluster;

/// <summary>
/// A second process that owns a private database and does nothing else, so that a test can kill it: this same test
/// program, which an environment variable turns aside before it comes to its tests.
/// </summary>
internal sealed class OtherProcess : IDisposable
{
    private const string HomeVariable = "BEETRACE_TEST_CLUSTER_HOME";
    private const string TiedVariable = "BEETRACE_TEST_CLUSTER_TIED";

    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    /// <summary>Returns when its database answers.</summary>
    public static async Task<OtherProcess> StartAsync(PrivateClusterSettings settings)
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(OtherProcess).Assembly.Location] : [];
        var info = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        info.Environment[HomeVariable] = settings.Home;
        info.Environment[TiedVariable] = settings.StopsWithProcess.ToString();
        var other = new OtherProcess(Process.Start(info)!);
        var said = await other._process.StandardOutput.ReadLineAsync();
        said.ShouldBe("ready");
        return other;
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    /// <summary>No lambda and no <c>await</c> in here: another thread may not enter this module before it returns.</summary>
    [ModuleInitializer]
    internal static void TurnAside()
    {
        if (Environment.GetEnvironmentVariable(HomeVariable) is not { } home)
            return;
        var settings = new PrivateClusterSettings
        {
            Home = home,
            StopsWithProcess = Environment.GetEnvironmentVariable(TiedVariable) == bool.TrueString,
        };
        var cluster = PrivateCluster.StartAsync(settings).GetAwaiter().GetResult();
        Console.WriteLine("ready");
        Console.In.ReadToEnd();
        cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
