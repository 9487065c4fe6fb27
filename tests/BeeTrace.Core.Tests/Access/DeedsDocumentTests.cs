using System.Text.RegularExpressions;
using BeeTrace.Core.Access;

namespace BeeTrace.Core.Tests.Access;

/// <summary><c>docs/deeds.md</c> is what a lawyer reads: it lists every deed once and says rightly whether it is recorded.</summary>
public sealed partial class DeedsDocumentTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Every_deed_stands_in_the_document_once_and_no_other() =>
        Documented().Select(d => d.Code).Order().ShouldBe(DeedCode.All.Order());

    [Fact]
    public void The_document_says_which_deeds_are_recorded()
    {
        var codes = typeof(DeedCode).GetFields().Where(f => f.IsLiteral).ToDictionary(f => f.Name, f => (string)f.GetRawConstantValue()!);
        var used = Directory.EnumerateFiles(Path.Combine(Root, "src", "BeeTrace.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Recording().Matches(File.ReadAllText(file)))
            .SelectMany(recording => Use().Matches(recording.Value))
            .Select(match => codes[match.Groups["name"].Value])
            // What the database itself writes down.
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "src", "BeeTrace.Web", "Data", "Sql"), "*.sql", SearchOption.AllDirectories)
                .Select(File.ReadAllText).Where(sql => sql.Contains("insert into access.deeds", StringComparison.Ordinal))
                .SelectMany(sql => DeedCode.All.Where(code => sql.Contains($"'{code}'", StringComparison.Ordinal))))
            .Distinct().ToList();

        used.ShouldNotBeEmpty();
        Documented().Where(d => d.IsRecorded).Select(d => d.Code).Order().ShouldBe(used.Order());
    }

    private static List<(string Code, bool IsRecorded)> Documented() =>
        [.. Row().Matches(File.ReadAllText(Path.Combine(Root, "docs", "deeds.md"))).Select(m => (m.Groups["code"].Value, m.Groups["recorded"].Value == "yes"))];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BeeTrace.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside of the project.");
        return folder;
    }

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)` \|.*\| (?<recorded>yes|no) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Row();

    /// <summary>A statement that records; elsewhere codes are only named or looked for.</summary>
    [GeneratedRegex(@"\.Record\([^;]*;", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Recording();

    [GeneratedRegex(@"\bDeedCode\.(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Use();
}
