using System.Text.RegularExpressions;

namespace BeeTrace.Web.Tests.Architecture;

/// <summary>The repository's own files, for rules that no compiler checks.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", ".beetrace", "bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts",
    };

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the repository with the names a pattern fits, as paths from the root with slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*") => [.. Below(Path.Combine(Root, folder), pattern)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    /// <summary>C# without comments and string literals, so that a rule looks at what is done and not at what is said.</summary>
    public static string Code(string path) => Regex.Replace(
        Read(path), """//[^\n]*|/\*.*?\*/|\$*"{3}.*?"{3}|@?\$?@?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'""", "_", RegexOptions.Singleline, TimeSpan.FromSeconds(10));

    private static IEnumerable<string> Below(string folder, string pattern)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, pattern))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Below(inner, pattern))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BeeTrace.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No BeeTrace.sln above {AppContext.BaseDirectory}.");
    }
}
