namespace BeeTrace.Web.Tests.Architecture;

/// <summary>What files may look like.</summary>
public sealed class FileTests
{
    private static readonly string[] TextKinds =
        [".cs", ".razor", ".sql", ".css", ".js", ".mjs", ".md", ".csv", ".sh", ".json", ".yml", ".yaml", ".csproj", ".props", ".sln", ".txt", ".svg", ".html"];

    [Fact]
    public void A_page_is_short_enough_to_be_one_thing()
    {
        const int Longest = 160;
        var pages = SourceTree.Files("src", "*.razor").Where(f => SourceTree.Read(f).StartsWith("@page", StringComparison.Ordinal)).ToList();

        pages.Count.ShouldBeGreaterThan(10);
        pages.Select(f => (f, Lines: SourceTree.Read(f).Count(c => c == '\n'))).Where(p => p.Lines > Longest).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_is_named_Page_and_an_address_is_asked_for_by_one_page()
    {
        var pages = SourceTree.Files("src", "*.razor")
            .SelectMany(file => SourceTree.Read(file).Split('\n').Where(line => line.StartsWith("@page ", StringComparison.Ordinal)).Select(line => (file, line)))
            .ToList();

        pages.Count.ShouldBeGreaterThan(10);
        pages.Where(p => !p.file.EndsWith("Page.razor", StringComparison.Ordinal)).ShouldBeEmpty();
        pages.GroupBy(p => p.line).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_says_who_may_open_it_or_is_for_everybody()
    {
        // Public addresses of the contract; all others need an account.
        string[] everybodys = ["/", "/check", "/c/", "/lot/", "/plan/", "/figures", "/figures/yearbook", "/map", "/map/announce", "/map/announce/", "/sign-in", "/not-found", "/error/", "/keeper/offline", "/sampler/offline", "/keeper/join", "/keeper/join/"];
        var pages = SourceTree.Files("src/BeeTrace.Web", "*.razor").Select(f => (File: f, Text: SourceTree.Read(f)))
            .Where(p => p.Text.StartsWith("@page", StringComparison.Ordinal)).ToList();
        var open = pages.Where(p => !p.Text.Contains("Authorize(", StringComparison.Ordinal) && !p.Text.Contains("[Authorize]", StringComparison.Ordinal)).ToList();

        open.ShouldNotBeEmpty();
        open.Count.ShouldBeLessThan(pages.Count);
        open.Select(p => p.Text.Split('"')[1]).Where(address => !everybodys.Any(e => address == e || (e.Length > 1 && e.EndsWith('/') && address.StartsWith(e, StringComparison.Ordinal))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Sql_is_versioned_by_its_name_and_called_by_a_migration()
    {
        var scripts = SourceTree.Files("src/BeeTrace.Web/Data/Sql", "*.sql");
        var migrations = string.Concat(SourceTree.Files("src/BeeTrace.Web/Data/Migrations", "*.cs").Select(SourceTree.Read));

        scripts.Count.ShouldBeGreaterThan(4);
        scripts.ShouldAllBe(path => System.Text.RegularExpressions.Regex.IsMatch(path, "/(policies|triggers|functions)/[a-z_]+_v[1-9][0-9]*\\.sql$"));
        scripts.Select(path => path["src/BeeTrace.Web/Data/Sql/".Length..^".sql".Length])
            .Where(name => !migrations.Contains($"SqlFile(\"{name}\")", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_file_ends_its_last_line_and_none_has_a_mark_at_its_beginning()
    {
        // NuGet and EF Core write theirs as they like.
        var files = SourceTree.Files("").Where(f => TextKinds.Contains(Path.GetExtension(f)) && !f.EndsWith("packages.lock.json", StringComparison.Ordinal)
            && !f.Contains("/Migrations/", StringComparison.Ordinal)).ToList();

        files.Count.ShouldBeGreaterThan(200);
        files.Where(f => SourceTree.Bytes(f) is [.., not (byte)'\n'] or []).ShouldBeEmpty();
        files.Where(f => SourceTree.Bytes(f) is [0xEF, 0xBB, 0xBF, ..] && !f.EndsWith(".sln", StringComparison.Ordinal)).ShouldBeEmpty();
        files.Where(f => SourceTree.Bytes(f).AsSpan().Contains((byte)'\r') && !f.EndsWith(".sln", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
