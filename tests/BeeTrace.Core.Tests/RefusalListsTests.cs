using System.Reflection;
using BeeTrace.Core.Access;

namespace BeeTrace.Core.Tests;

public class RefusalListsTests
{
    /// <summary>Every class of refusals or warnings that keeps a list of itself.</summary>
    public static TheoryData<Type> Lists => [.. typeof(AccessRefusal).Assembly.GetTypes()
        .Where(type => type.GetProperty("All") is { } all && all.PropertyType == typeof(IReadOnlyList<string>)
            && (type.Name.EndsWith("Refusal", StringComparison.Ordinal) || type.Name.EndsWith("Warning", StringComparison.Ordinal)))];

    [Fact]
    public void There_are_lists_to_look_at() => Lists.Count.ShouldBeGreaterThanOrEqualTo(6);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_code_is_listed_once_and_says_its_feature(Type list)
    {
        var constants = list.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        var all = (IReadOnlyList<string>)list.GetProperty("All")!.GetValue(null)!;
        all.Order(StringComparer.Ordinal).ShouldBe(constants.Order(StringComparer.Ordinal));
        all.ShouldBeUnique();
        var feature = list.Namespace!.Split('.')[^1].ToLowerInvariant();
        all.ShouldAllBe(code => code.StartsWith(feature + ".", StringComparison.Ordinal));
    }
}
