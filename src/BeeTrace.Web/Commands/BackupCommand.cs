using System.Globalization;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Registry;
using Microsoft.Extensions.Logging.Abstractions;

namespace BeeTrace.Web.Commands;

/// <summary><c>backup FILE</c>: one consistent picture of everything, also while BeeTrace runs.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(Settings settings, string file, CancellationToken cancel)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file) || Directory.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{file} is there already: name a new file, or move that one away.");
            return 1;
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            await Console.Error.WriteLineAsync($"The folder {Path.GetDirectoryName(file)} is not there: make it first.");
            return 1;
        }

        await using var data = await DataHome.ConnectAsync(settings, NullLogger.Instance, cancel);
        var unfinished = file + ".unfinished";
        try
        {
            MakeEmpty(unfinished);
            // Row security is forced on the owner too; its policy shows every row, and pg_dump has to be told that this is all.
            await PostgresClient.Of(data).RunAsync(
                "pg_dump",
                ["--format=custom", "--enable-row-security", $"--file={unfinished}", .. PostgresClient.Schemas.Select(schema => $"--schema={schema}")],
                cancel: cancel);
            File.Move(unfinished, file, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }

        var size = (new FileInfo(file).Length / 1024m).ToString("N0", CultureInfo.InvariantCulture);
        Console.WriteLine($"Backed up to {file} ({size} KiB). It holds password hashes and keys: keep it as safe as the database.");
        Console.WriteLine($"The key that opens identity numbers is not in it ({IdentityVault.WhereOf(settings)}): keep a copy of that apart from the backup.");
        Console.WriteLine($"The keys that papers and the log are signed with are not in it either ({SigningKeys.FolderIn(settings)}): keep a copy of that folder too, as a log goes on only with its own key.");
        return 0;
    }

    /// <summary>Closed to other people before the first byte is in it.</summary>
    private static void MakeEmpty(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(path, options);
    }
}
