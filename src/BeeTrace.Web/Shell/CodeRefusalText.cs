using BeeTrace.Core;

namespace BeeTrace.Web.Shell;

/// <summary>Why a code of an apiary, lot, sample or certificate is not taken.</summary>
internal static class CodeRefusalText
{
    public static IReadOnlyDictionary<string, Bilingual> Sentences { get; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        [CodeRefusal.Malformed] = new(
            "“{0}”不像这里的编号。请照标签填写，样子像 {1}。",
            "“{0}” does not look like a code of this kind. Copy it from the label; it looks like {1}."),
        [CodeRefusal.CheckCharacter] = new(
            "编号“{0}”的校验位不符，多半是有一个字符错了，或两个字符颠倒了。请对照标签再看一遍。",
            "The check character of “{0}” does not fit: one character is wrong or two are swapped. Compare it with the label."),
    };
}
