using System.Globalization;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>What a running server says of itself in <c>postmaster.pid</c>; a killed one leaves the file behind.</summary>
/// <param name="ProcessId">First line.</param>
/// <param name="Port">Fourth line.</param>
/// <param name="IsReady">Eighth line: it answers.</param>
internal sealed record PostmasterFile(int ProcessId, int Port, bool IsReady)
{
    /// <summary>Null when there is no file, or not yet a whole one.</summary>
    public static PostmasterFile? Read(string dataFolder)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(dataFolder));
            return lines.Length >= 4
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
                && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(processId, port, lines.Length >= 8 && lines[7].TrimEnd() == "ready")
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the process is alive and is the server of this folder. A process number is used again after a restart
    /// of the machine, and a dead server can linger as a zombie: both count as not running.
    /// </summary>
    public bool IsServing(string dataFolder)
    {
        try
        {
            // Unlike /proc/N/cwd, the command line may be read by root even in a container without CAP_SYS_PTRACE. A
            // zombie's is empty.
            var command = File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0');
            return Path.GetFileName(command[0]) == "postgres" && command.Contains(dataFolder);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// A stale file whose process number now belongs to another program keeps PostgreSQL from starting. PostgreSQL
    /// takes its own parent's number for stale; the rest of the file stays, for it guards the shared memory.
    /// </summary>
    public void Disown(string dataFolder)
    {
        if (!Directory.Exists($"/proc/{ProcessId}"))
            return;
        var lines = File.ReadAllLines(PathIn(dataFolder));
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        File.WriteAllLines(PathIn(dataFolder), lines);
    }

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");
}
