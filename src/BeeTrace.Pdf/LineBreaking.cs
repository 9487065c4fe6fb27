using System.Collections.Frozen;
using System.Text;

namespace BeeTrace.Pdf;

/// <summary>
/// Where a line of mixed Chinese and Latin text may end. Follows the layout rules for Chinese text (GB/T 15834-2011, 5.1:
/// no closing mark begins a line, no opening mark ends one) and the manners of measurement: a number and its unit, a
/// sign and its number, a standard's letters and its number stay together.
/// </summary>
public static class LineBreaking
{
    private const string Opening = "（《〈“‘「『【〔［｛([{¥￥$#№";
    private const string Closing = "，。、；：？！）》〉”’」』】〕］｝…·,.;:?!)]}%‰°℃";
    private const string Signs = "≤≥<>±≈~≠=×≡−－–";

    /// <summary>Measure words and units in Chinese that stand right behind a number.</summary>
    private const string MeasureWords = "年月日时分秒天周岁批页群个件项次户家箱桶瓶袋只份种号度米亩升克吨斤千公万亿元位人所条倍毫微";

    private static readonly FrozenSet<string> Units = new[]
    {
        "%", "‰", "°", "°C", "℃", "K", "g", "kg", "mg", "µg", "μg", "ug", "ng", "pg", "t", "L", "l", "mL", "ml", "µL", "μL", "m", "mm", "cm",
        "km", "ha", "mu", "mol", "mmol", "CFU", "MPN", "IU", "d", "h", "min", "s", "tonnes", "tonne", "kPa", "MPa", "meq",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>For each character, whether a line may end right after it. The end of the text is not marked.</summary>
    public static bool[] Find(IReadOnlyList<Rune> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mayEndAfter = new bool[text.Count];
        for (int i = 0; i + 1 < text.Count; i++)
            mayEndAfter[i] = MayBreak(text, i);
        return mayEndAfter;
    }

    internal static bool IsHan(Rune c) => c.Value
        is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3005 or 0x3007;

    /// <summary>Full-width marks and letters, which follow the rules of Chinese text.</summary>
    internal static bool IsWideMark(Rune c) => c.Value is (>= 0x3000 and <= 0x303F) or (>= 0xFF00 and <= 0xFF60);

    private static bool MayBreak(IReadOnlyList<Rune> text, int i)
    {
        Rune before = text[i], after = text[i + 1];
        if (IsGlue(before) || IsGlue(after) || after.Value is PrintableText.ZeroWidthSpace or ' ' or '\n')
            return false;
        if (before.Value is PrintableText.ZeroWidthSpace)
            return true;
        return before.Value == ' ' ? MayBreakAtSpace(text, i) : MayBreakBetween(text, i);
    }

    private static bool MayBreakAtSpace(IReadOnlyList<Rune> text, int space)
    {
        int last = space;
        while (last >= 0 && text[last].Value == ' ')
            last--;
        if (last < 0)
            return false;
        Rune before = text[last], after = text[space + 1];
        if (IsIn(Closing, after) || IsIn(Opening, before))
            return false;
        bool numberEnds = IsDigit(before) || before.Value is '%';
        if (numberEnds && (StartsWithUnit(text, space + 1) || IsIn(MeasureWords, after) || IsIn(Signs, after) || after.Value == '/'))
            return false;
        bool numberBegins = IsDigit(after);
        return !(numberBegins && (IsIn(Signs, before) || before.Value is '/' or '第' || EndsWithStandardLetters(text, last)));
    }

    private static bool MayBreakBetween(IReadOnlyList<Rune> text, int i)
    {
        Rune before = text[i], after = text[i + 1];
        if (IsIn(Closing, after) || IsIn(Opening, before))
            return false;
        bool pairedDash = before.Value is '—' or '…' && before == after;
        if (pairedDash || IsIn(Signs, before) || after.Value is '/' or '-')
            return false;
        if (IsDigit(before) && IsIn(MeasureWords, after) || IsDigit(after) && before.Value == '第')
            return false;
        if (IsHan(before) || IsHan(after) || IsWideMark(before) || IsWideMark(after))
            return true;
        // A hyphen inside a word of small letters ends a line; one inside a code or a standard's number does not.
        return before.Value == '—'
            || before.Value == '-' && i > 0 && IsSmallLetter(text[i - 1]) && IsSmallLetter(after);
    }

    private static bool IsGlue(Rune c) => c.Value is PrintableText.NoBreakSpace or PrintableText.WordJoiner;

    private static bool IsIn(string set, Rune c) => c.IsBmp && set.Contains((char)c.Value, StringComparison.Ordinal);

    private static bool IsDigit(Rune c) => c.Value is >= '0' and <= '9';

    private static bool IsSmallLetter(Rune c) => c.Value is >= 'a' and <= 'z';

    /// <summary>True for <c>mg/kg</c>, <c>%</c>, <c>g/100 g</c>: the first part before a slash is a unit.</summary>
    private static bool StartsWithUnit(IReadOnlyList<Rune> text, int from)
    {
        var word = new StringBuilder();
        for (int i = from; i < text.Count && word.Length <= 8; i++)
        {
            Rune c = text[i];
            bool ends = c.Value is ' ' or '/' or '·' or '\n' || IsHan(c) || IsWideMark(c) || word.Length > 0 && c.Value != '°' && IsIn(Closing, c);
            if (ends)
                break;
            word.Append(c.ToString());
        }

        return Units.Contains(word.ToString());
    }

    /// <summary>True for the letters of <c>GB 14963-2011</c>, <c>GB/T 8170-2008</c>, <c>ISO 24381</c>.</summary>
    private static bool EndsWithStandardLetters(IReadOnlyList<Rune> text, int last)
    {
        int i = last;
        while (i >= 0 && text[i].Value is (>= 'A' and <= 'Z') or '/')
            i--;
        bool startsWord = i < 0 || text[i].Value is not ((>= 'a' and <= 'z') or (>= '0' and <= '9'));
        return startsWord && last - i >= 2;
    }
}
