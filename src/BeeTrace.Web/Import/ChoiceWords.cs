using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Import;

/// <summary>The words by which people choose among the names of an enumeration: the names, what the product calls them in both languages, and common ones beside.</summary>
internal static class ChoiceWords<TEnum> where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> ByWord = All();

    public static TEnum? Find(string text) => ByWord.TryGetValue(Plain(text), out var choice) ? choice : null;

    /// <summary>The words to choose from, for a person; those of our files where there are no others.</summary>
    public static Bilingual Told { get; } = new(
        string.Join("、", Enum.GetValues<TEnum>().Select(choice => NameOf(choice)?.Zh ?? choice.ToString())), string.Join(", ", Enum.GetNames<TEnum>()));

    private static Bilingual? NameOf(TEnum choice) => choice switch
    {
        ApiaryKind kind => kind.Name(),
        BeekeeperKind kind => kind.Name(),
        FirmKind kind => kind.Name(),
        TradeMode mode => mode.Name(),
        PartnerKind kind => kind.Name(),
        HonourKind kind => OfficeText.Of(kind),
        HonourLevel level => OfficeText.Of(level),
        DraftingRole role => OfficeText.Of(role),
        _ => null,
    };

    private static Dictionary<string, TEnum> All()
    {
        var words = Enum.GetValues<TEnum>().ToDictionary(choice => Plain(choice.ToString()));
        foreach (var (word, choice) in Beside())
            words.TryAdd(Plain(word), (TEnum)choice);
        return words;
    }

    private static IEnumerable<(string Word, Enum Choice)> Beside()
    {
        foreach (var choice in Enum.GetValues<TEnum>())
        {
            if (NameOf(choice) is { } known)
            {
                yield return (known.Zh, choice);
                yield return (known.En, choice);
            }
        }

        if (typeof(TEnum) == typeof(ApiaryKind))
        {
            yield return ("定地养殖", ApiaryKind.Fixed);
            yield return ("转地养殖", ApiaryKind.Temporary);
            yield return ("转地放蜂", ApiaryKind.Temporary);
            yield return ("migratory", ApiaryKind.Temporary);
            yield return ("越冬场", ApiaryKind.Wintering);
        }
        else if (typeof(TEnum) == typeof(BeekeeperKind))
        {
            yield return ("养蜂户", BeekeeperKind.Individual);
            yield return ("农户", BeekeeperKind.Individual);
            yield return ("专业合作社", BeekeeperKind.Cooperative);
            yield return ("公司", BeekeeperKind.Company);
        }
        else if (typeof(TEnum) == typeof(Datum))
        {
            yield return ("GPS", Datum.Wgs84);
            yield return ("EPSG:4326", Datum.Wgs84);
            yield return ("国家2000", Datum.Cgcs2000);
            yield return ("2000国家大地坐标系", Datum.Cgcs2000);
            yield return ("EPSG:4490", Datum.Cgcs2000);
            yield return ("高德", Datum.Gcj02);
            yield return ("腾讯", Datum.Gcj02);
            yield return ("火星坐标", Datum.Gcj02);
            yield return ("AMap", Datum.Gcj02);
            yield return ("百度", Datum.Bd09);
            yield return ("百度坐标", Datum.Bd09);
            yield return ("BD09LL", Datum.Bd09);
            yield return ("Baidu", Datum.Bd09);
        }
    }

    /// <summary>Without what people write differently: <c>WGS-84</c>, <c>wgs 84</c> and <c>ＷＧＳ８４</c> are one word.</summary>
    private static string Plain(string text) => string.Concat(Keyboard.Narrow(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
