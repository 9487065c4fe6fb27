using System.Diagnostics;

namespace BeeTrace.Web.Data.Cluster;

/// <summary>
/// The operating system's user who runs the server. PostgreSQL refuses to run as root, so root hands it to another
/// user; everybody else runs it in their own name.
/// </summary>
/// <param name="Name">The user's login name.</param>
/// <param name="IsOther">True when programs must change to this user first.</param>
internal sealed record ServerAccount(string Name, bool IsOther)
{
    private const string DebiansServerUser = "postgres";

    /// <summary>Who runs the server from now on.</summary>
    /// <param name="keptName">Who has run it so far, since the data are that user's; null for a new folder.</param>
    public static ServerAccount For(string? keptName) => Environment.IsPrivilegedProcess
        ? new ServerAccount(keptName ?? DebiansServerUser, IsOther: true)
        : new ServerAccount(Environment.UserName, IsOther: false);

    /// <summary>
    /// A program in this user's name. Its environment is empty but for path and locale: <c>PG…</c> variables and
    /// secrets of the parent are no business of the server's, and a locale that is not installed would stop it.
    /// </summary>
    public ProcessStartInfo Command(string program, params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false };
        info.Environment.Clear();
        info.Environment["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin";
        info.Environment["LC_ALL"] = "C.UTF-8";
        if (IsOther)
            info.UserName = Name;
        return info;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="ClusterException">It failed; the message ends with the last line that it wrote.</exception>
    public async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var (exitCode, lastLine) = await FinishAsync(Command(program, arguments), cancel);
        if (exitCode != 0)
            throw new ClusterException($"{Path.GetFileName(program)} failed as user {Name}: {lastLine}");
    }

    /// <summary>Whether this user may pass every folder on the way to <paramref name="folder"/>.</summary>
    public async Task<bool> MayEnterAsync(string folder, CancellationToken cancel) =>
        !IsOther || (await FinishAsync(Command("/bin/sh", "-c", "cd \"$1\"", "sh", folder), cancel)).ExitCode == 0;

    /// <summary>Gives a folder and everything in it to this user.</summary>
    public async Task TakeOverAsync(string folder, CancellationToken cancel)
    {
        if (IsOther)
            await (this with { IsOther = false }).RunAsync("/bin/chown", ["-R", Name + ":", folder], cancel);
    }

    private async Task<(int ExitCode, string LastLine)> FinishAsync(ProcessStartInfo info, CancellationToken cancel)
    {
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        using var process = Start(info);
        await using var kill = cancel.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = (await process.StandardError.ReadToEndAsync(CancellationToken.None)).Trim();
        await output;
        await process.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return (process.ExitCode, error[(error.LastIndexOf('\n') + 1)..]);
    }

    /// <summary>Starts a program that <see cref="Command"/> has described.</summary>
    public Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ClusterException(
                $"{info.FileName} cannot be started as user {Name} ({e.Message}): install PostgreSQL with ./run.sh, "
                + "or start BeeTrace as an ordinary user.", e);
        }
    }
}
