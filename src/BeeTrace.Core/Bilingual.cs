using System.Globalization;

namespace BeeTrace.Core;

/// <summary>The two languages BeeTrace speaks everywhere.</summary>
public enum Language
{
    /// <summary>Simplified Chinese (zh-CN), the first language of every document.</summary>
    Chinese,

    /// <summary>English (en).</summary>
    English,
}

/// <summary>
/// One text in both languages. Neither side can be forgotten: a pair without its translation does not compile.
/// </summary>
/// <param name="Zh">The text in simplified Chinese.</param>
/// <param name="En">The text in English.</param>
public readonly record struct Bilingual(string Zh, string En)
{
    /// <summary>The text in the language a document asks for.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>The text in the reader's language (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    public override string ToString() => In(LanguageOf(CultureInfo.CurrentUICulture));

    /// <summary>Chinese for every Chinese culture, English for all others.</summary>
    public static Language LanguageOf(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "zh" ? Language.Chinese : Language.English;
}
