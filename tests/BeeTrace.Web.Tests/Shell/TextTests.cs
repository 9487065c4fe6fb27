using System.Reflection;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Tests.Shell;

/// <summary>Every text of every page, in both languages.</summary>
public sealed class TextTests
{
    // The same in Chinese: names and codes.
    private static readonly HashSet<string> WithoutChinese = [];

    [Fact]
    public void Both_languages_say_something_and_Chinese_says_it_in_Chinese()
    {
        var texts = Texts().ToList();
        texts.Count.ShouldBeGreaterThan(100);
        texts.Where(text => string.IsNullOrWhiteSpace(text.Value.Zh) || string.IsNullOrWhiteSpace(text.Value.En)).Select(text => text.Name).ShouldBeEmpty();
        texts.Where(text => !text.Value.Zh.Any(IsHan) && !WithoutChinese.Contains(text.Name)).Select(text => text.Name).ShouldBeEmpty();
    }

    [Fact]
    public void English_holds_no_Chinese_but_the_names_own() =>
        Texts().Where(text => text.Value.En.Replace("蜂迹", "", StringComparison.Ordinal).Any(IsHan)).Select(text => text.Name).ShouldBeEmpty();

    [Fact]
    public void Nobody_shouts_and_nobody_says_oops() =>
        Texts().Where(text => text.Value.Zh.IndexOfAny(['!', '！']) >= 0 || text.Value.En.Contains('!', StringComparison.Ordinal)
            || text.Value.En.Contains("oops", StringComparison.OrdinalIgnoreCase)).Select(text => text.Name).ShouldBeEmpty();

    [Fact]
    public void Chinese_is_punctuated_in_Chinese() =>
        Texts().Where(text => text.Value.Zh.IndexOfAny([',', ';', '?', '(']) >= 0
            && !text.Value.Zh.Any(char.IsAsciiDigit)).Select(text => text.Name).ShouldBeEmpty();

    private static IEnumerable<(string Name, Bilingual Value)> Texts()
    {
        var classes = typeof(ShellText).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Text", StringComparison.Ordinal));
        foreach (var type in classes)
        {
            foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                Bilingual? value = member switch
                {
                    PropertyInfo property when property.PropertyType == typeof(Bilingual) => (Bilingual)property.GetValue(null)!,
                    FieldInfo field when field.FieldType == typeof(Bilingual) => (Bilingual)field.GetValue(null)!,
                    MethodInfo { IsSpecialName: false } method when method.ReturnType == typeof(Bilingual) && Arguments(method) is { } arguments
                        => (Bilingual)method.Invoke(null, arguments)!,
                    _ => null,
                };
                if (value is { } text)
                {
                    yield return ($"{type.Name}.{member.Name}", text);
                }
            }
        }
    }

    // Methods whose parameters are plain values are called with an example; the others have tests of their own.
    private static object?[]? Arguments(MethodInfo method)
    {
        var examples = method.GetParameters().Select(parameter => Example(parameter.ParameterType)).ToArray();
        return examples.Contains(null) ? null : examples;
    }

    private static object? Example(Type type) =>
        type == typeof(int) || type == typeof(int?) ? 2
        : type == typeof(decimal) ? 2.5m
        : type == typeof(double) ? 0.5
        : type == typeof(string) ? "BT-2018"
        : type == typeof(DateOnly) ? new DateOnly(2018, 12, 14)
        : type == typeof(Bilingual) ? new Bilingual("蜂蜜", "honey")
        : type == typeof(PassRate) ? new PassRate(119, 120, 1)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : null;

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
