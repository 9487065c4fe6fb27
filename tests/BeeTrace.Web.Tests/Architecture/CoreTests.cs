using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Pdf;

namespace BeeTrace.Web.Tests.Architecture;

/// <summary>Rules may not touch the world: Core has no I/O, no clock and no waiting; Pdf knows nothing of bees.</summary>
public sealed partial class CoreTests
{
    private static readonly Assembly Core = typeof(Outcome).Assembly;

    [Fact]
    public void Core_needs_nothing_but_dotnet()
    {
        var needed = Core.GetReferencedAssemblies();

        needed.ShouldNotBeEmpty();
        needed.Select(a => a.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();
        needed.Select(a => a.Name!).Where(name => name.Contains("Net.", StringComparison.Ordinal) || name.Contains("IO.Pipes", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Pdf_knows_nothing_of_bees()
    {
        var needed = typeof(PdfDocument).Assembly.GetReferencedAssemblies();

        needed.ShouldNotBeEmpty();
        needed.Select(a => a.Name!).Where(name => name.StartsWith("BeeTrace", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Core_does_not_wait()
    {
        var methods = Core.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .ToList();

        methods.Count.ShouldBeGreaterThan(100);
        methods.Where(m => m.GetCustomAttribute<AsyncStateMachineAttribute>() is not null || typeof(Task).IsAssignableFrom(m.ReturnType))
            .Select(m => $"{m.DeclaringType}.{m.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Core_has_no_clock_and_opens_no_files()
    {
        var files = SourceTree.Files("src/BeeTrace.Core", "*.cs");

        files.Count.ShouldBeGreaterThan(30);
        files.SelectMany(file => WorldTouching().Matches(SourceTree.Code(file)).Select(m => $"{file}: {m.Value}")).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|TimeProvider|Stopwatch|TickCount64?|File\.|Directory\.|Console\.|HttpClient|Environment\.GetEnv\w+|Random\.Shared)")]
    private static partial Regex WorldTouching();
}
