using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Pdf;
using BeeTrace.Web.Access;
using BeeTrace.Web.Commands;

namespace BeeTrace.Web.Tests.Architecture;

/// <summary>Names, codes and shapes that people rely on when they search.</summary>
public sealed partial class NameTests
{
    private static readonly Assembly[] Ours = [typeof(Outcome).Assembly, typeof(PdfDocument).Assembly, typeof(Settings).Assembly];

    private static readonly Type[] Types =
        [.. Ours.SelectMany(a => a.GetTypes()).Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && t.Namespace?.StartsWith("BeeTrace", StringComparison.Ordinal) == true)];

    [Fact]
    public void No_type_is_named_after_nothing_in_the_field()
    {
        Types.Length.ShouldBeGreaterThan(200);
        Types.Select(t => t.Name.Split('`')[0]).Where(name => EmptyName().IsMatch(name)).ShouldBeEmpty();
    }

    [Fact]
    public void No_interface_has_one_implementation()
    {
        var interfaces = Types.Where(t => t.IsInterface).ToList();

        interfaces.ShouldNotBeEmpty();
        interfaces.Where(i => Types.Count(t => !t.IsInterface && t.GetInterfaces().Any(of => of == i || (of.IsGenericType && of.GetGenericTypeDefinition() == i))) < 2)
            .Select(i => i.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_deed_of_a_service_is_done_by_somebody()
    {
        // Whoever signs in is nobody yet.
        string[] exempt = [$"{nameof(SignInService)}.{nameof(SignInService.SignInAsync)}"];
        var deeds = Types.Where(t => t.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance))
            .Where(m => IsOutcome(m.ReturnType.GenericTypeArguments.FirstOrDefault() ?? m.ReturnType))
            .ToList();

        deeds.Count.ShouldBeGreaterThan(10);
        deeds.Where(m => m.GetParameters().All(p => p.ParameterType != typeof(Actor)))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").ShouldBe(exempt);
    }

    [Fact]
    public void A_refusal_is_named_by_its_feature_in_kebab_case_and_only_once()
    {
        var codes = Types.Where(t => t is { IsAbstract: true, IsSealed: true } && (t.Name.EndsWith("Refusal", StringComparison.Ordinal) || t.Name.EndsWith("Warning", StringComparison.Ordinal)))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.IsLiteral)
            .Select(f => (Type: f.DeclaringType!, Code: (string)f.GetRawConstantValue()!))
            .ToList();

        codes.Count.ShouldBeGreaterThan(60);
        foreach (var (type, code) in codes)
        {
            code.ShouldMatch("^[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)$", type.Name);
            var feature = type.Namespace!.Split('.') is [_, _, .., var name] ? name.ToLowerInvariant() : "code";
            code.Split('.')[0].ShouldBe(feature, type.Name);
        }

        codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_deed_stands_in_the_documents()
    {
        var listed = Quoted().Matches(SourceTree.Read("docs/deeds.md")).Select(m => m.Groups[1].Value).ToHashSet();
        var all = typeof(DeedCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();

        all.Count.ShouldBeGreaterThan(20);
        DeedCode.All.ShouldBe(all, ignoreOrder: true);
        all.Where(code => !listed.Contains(code)).ShouldBeEmpty();
    }

    [GeneratedRegex("(Common|Utils?|Helpers?|Manager|Dto|Handler|Impl|Model|Base|Mediator|Repository)$|^Abstract")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Quoted();

    private static bool IsOutcome(Type type) => type == typeof(Outcome) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Outcome<>));
}
