using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>One running server process: our own child, or one that an earlier BeeTrace left running.</summary>
internal sealed class Postmaster : IDisposable
{
    private static readonly TimeSpan AdoptedPause = TimeSpan.FromMilliseconds(100);

    private readonly string _dataFolder;
    private readonly Process? _child;

    private Postmaster(string dataFolder, int id, Process? child)
    {
        _dataFolder = dataFolder;
        _child = child;
        Id = id;
    }

    /// <summary>Process number.</summary>
    public int Id { get; }

    public bool HasEnded => _child?.HasExited ?? !new PostmasterFile(Id, Port: 0, IsReady: false).IsServing(_dataFolder);

    /// <summary>A server that this process did not start.</summary>
    public static Postmaster Adopt(string dataFolder, PostmasterFile file) => new(dataFolder, file.ProcessId, child: null);

    /// <summary>A child of the calling thread: with <c>setpriv --pdeathsig</c> it is told to stop when that thread ends.</summary>
    public static Postmaster Launch(string dataFolder, ServerAccount account, ProcessStartInfo command)
    {
        var child = account.Start(command);
        return new Postmaster(dataFolder, child.Id, child);
    }

    /// <summary>Returns when the server has ended or <paramref name="stop"/> is cancelled; blocks its thread.</summary>
    public void WaitForEnd(CancellationToken stop)
    {
        if (_child is null)
        {
            var isStopped = false;
            while (!HasEnded && !isStopped)
                isStopped = stop.WaitHandle.WaitOne(AdoptedPause);
            return;
        }

        try
        {
            _child.WaitForExitAsync(stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Told to stop waiting.
        }
    }

    /// <summary>Waits, but not for ever.</summary>
    public bool EndsWithin(TimeSpan time)
    {
        using var until = new CancellationTokenSource(time);
        WaitForEnd(until.Token);
        return HasEnded;
    }

    /// <summary>Fast shutdown: open transactions are rolled back, everything is written, the server ends.</summary>
    public void StopFast() => Send(signal: 2);

    /// <summary>At once, without writing; the next start recovers from the log. For a server that does not stop otherwise.</summary>
    public void StopImmediately() => Send(signal: 3);

    public void Dispose() => _child?.Dispose();

    private void Send(int signal)
    {
        if (!HasEnded)
            _ = Kill(Id, signal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
