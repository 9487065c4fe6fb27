using System.Text.RegularExpressions;

namespace BeeTrace.Web.Tests.Architecture;

/// <summary>Features know each other in one direction; a failing verdict makes Lab tell Trace, Trace never asks Lab.</summary>
public sealed partial class FeatureTests
{
    /// <summary>Left may know right, never back.</summary>
    private static readonly string[] LeftToRight = ["Import", "Map", "Trade", "Reports", "Certificates", "Lab", "Trace", "Registry", "Access"];

    /// <summary>The record of deeds puts into words what every feature writes down in it.</summary>
    private const string DeedsInWords = "src/BeeTrace.Web/Access/DeedChange.cs";

    [Fact]
    public void Left_may_know_right_and_never_back()
    {
        var known =
            (from project in new[] { "Core", "Web" }
             from feature in LeftToRight
             // A page (*.razor, *.razor.cs) may put features together.
             from file in SourceTree.Files($"src/BeeTrace.{project}/{feature}", "*.cs")
             where !file.EndsWith(".razor.cs", StringComparison.Ordinal) && file != DeedsInWords
             from match in Mention().Matches(SourceTree.Code(file))
             let other = match.Groups[1].Value
             where other != feature && LeftToRight.Contains(other)
             select (feature, other, file)).Distinct().ToList();

        known.Count.ShouldBeGreaterThan(20);
        known.Where(k => Array.IndexOf(LeftToRight, k.feature) > Array.IndexOf(LeftToRight, k.other))
            .Select(k => $"{k.feature} knows {k.other}: {k.file}").ShouldBeEmpty();
    }

    [Fact]
    public void A_feature_has_the_same_name_in_Core_and_in_the_host()
    {
        string[] notFeatures = ["Commands", "Data", "Shell"];
        var inWeb = Folders("src/BeeTrace.Web");
        var inCore = Folders("src/BeeTrace.Core");

        inCore.Count.ShouldBeGreaterThan(4);
        inCore.Where(name => !inWeb.Contains(name)).ShouldBeEmpty();
        inWeb.Except(notFeatures).Where(name => !LeftToRight.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var files = SourceTree.Files("src", "*.cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)).ToList();

        files.Count.ShouldBeGreaterThan(150);
        files.Where(file =>
        {
            var folder = string.Join('.', Path.GetDirectoryName(file)!.Split('/', '\\').Skip(1));
            var stated = Namespace().Match(SourceTree.Read(file));
            return stated.Success && stated.Groups[1].Value != folder;
        }).ShouldBeEmpty();
    }

    private static HashSet<string> Folders(string project) =>
        [.. SourceTree.Files(project, "*.cs").Select(f => f.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2])];

    [GeneratedRegex(@"\bBeeTrace\.(?:Core|Web)\.(\w+)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
