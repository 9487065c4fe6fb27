using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Map;

/// <summary>Words of the map, its cards and its list.</summary>
public static class MapText
{
    public static Bilingual PageTitle => new("蜂业一张图 · 蜂迹", "Map · BeeTrace");
    public static Bilingual Head => new("一张图", "One map");
    public static Bilingual Lead => new(
        "登记的蜂场今天在哪里，附近什么花在开。", "Where registered apiaries stand today, and what blooms near them.");
    public static Bilingual MapName => new("蜂场和蜜源地图", "Map of apiaries and nectar sources");
    public static Bilingual NoDrawing => new(
        "这个浏览器画不出地图。下面的列表内容相同。", "This browser cannot draw the map. The list below says the same.");
    public static Bilingual Layers => new("图层", "Layers");
    public static Bilingual Apiaries => new("蜂场", "Apiaries");
    public static Bilingual NectarSources => new("蜜源", "Nectar sources");
    public static Bilingual Forage => new("采集范围", "Forage circles");
    public static Bilingual ForageHint => new("意蜂 3 km，中蜂 1.5 km；只围绕您可见确切位置的蜂场。", "3 km, 1.5 km for A. cerana; only around apiaries whose exact place you may see.");
    public static Bilingual Overlap => new("蜂群与蜜源", "Colonies per source");
    public static Bilingual Notices => new("通知", "Notices");
    public static Bilingual Month => new("花期月份", "In bloom in");
    public static Bilingual AllYear => new("全年", "All year");
    public static Bilingual ShowMonth => new("按月份列出", "List this month");
    public static Bilingual SkipToList => new("跳到列表", "Skip to the list");
    public static Bilingual Keys => new(
        "键盘：方向键移动地图，+ 和 − 缩放，回车看十字处是什么。列表内容与地图相同。", "By keyboard: arrow keys move the map, + and − zoom, Enter tells what lies at the cross. The list says the same as the map.");

    public static Bilingual OnMap => new("地图", "Map");
    public static Bilingual ToList => new("列出这一范围", "List this part");
    public static Bilingual Close => new("关闭", "Close");
    public static Bilingual Card => new("所选内容", "What was chosen");
    public static Bilingual Land => new("陆地与海岸：Natural Earth", "Land and coast: Natural Earth");

    public static Bilingual ListHead => new("列表", "The same as a list");
    public static Bilingual NearList(int total) => new($"这一范围内的蜂场：{Numerals.Count(total)} 个", $"Apiaries in this part: {Numerals.Count(total)}");
    public static Bilingual FarList(int total) => new($"这一范围内的网格：{Numerals.Count(total)} 个", $"Cells in this part: {Numerals.Count(total)}");
    public static Bilingual NectarList(int total) => new($"这一范围内的蜜源：{Numerals.Count(total)} 处", $"Nectar sources in this part: {Numerals.Count(total)}");
    public static Bilingual NoticeList(int total) => new($"影响这一范围的通知：{Numerals.Count(total)} 份", $"Notices that reach into this part: {Numerals.Count(total)}");
    public static Bilingual BloomList(int total, Bilingual month) => new($"这一范围内{month.Zh}开花的蜜源：{Numerals.Count(total)} 处", $"Nectar sources in bloom in {month.En} in this part: {Numerals.Count(total)}");
    public static Bilingual NoneBlooms(Bilingual month) => new($"这里没有登记{month.Zh}开花的蜜源。", $"No nectar source that blooms in {month.En} is registered here.");
    public static Bilingual Nearer => new("放大", "Nearer");
    public static Bilingual Farther => new("缩小", "Farther");
    public static Bilingual WholeCountry => new("全国", "Whole country");
    public static Bilingual NothingHere => new("这里还没有登记的蜂场", "No apiary is registered here");
    public static Bilingual NothingHereText => new("放大、缩小或移动地图，换一个范围。", "Look nearer, from farther away, or at another part.");
    public static Bilingual NoNectar => new("这里还没有登记的蜜源。", "No nectar source is registered here.");

    public static Bilingual About => new("大约位置", "About");
    public static Bilingual CountOfApiaries => new("蜂场数", "Apiaries");
    public static Bilingual Colonies => new("群数", "Colonies");
    public static Bilingual Code => new("编号", "Code");
    public static Bilingual Species => new("蜂种", "Species");
    public static Bilingual Bloom => new("采蜜植物", "Forage");
    public static Bilingual Since => new("到场日期", "Since");
    public static Bilingual County => new("登记县", "County");
    public static Bilingual Cell => new("位置", "Place");
    public static Bilingual Plant => new("植物", "Plant");
    public static Bilingual Window => new("花期", "In bloom");
    public static Bilingual InBloom => new("花期中", "in bloom");
    public static Bilingual Toxic => new("有毒蜜源", "toxic");
    public static Bilingual AreaHead => new("面积（亩）", "Area (mu)");
    public static Bilingual Area => new("面积", "Area");
    public static Bilingual NearHead => new("3 km 内群数", "Colonies within 3 km");
    public static Bilingual PerMuHead => new("群/亩", "Colonies per mu");
    public static Bilingual Waiting => new("待确认", "waiting");
    public static Bilingual Own => new("自己的蜂场", "your own");
    public static Bilingual PlaceName => new("地点", "Called");

    /// <summary>What the indicator is and is not.</summary>
    public static Bilingual OverlapDefinition => new(
        "群/亩 = 蜜源地 3 km 内的蜂群数 ÷ 蜜源面积（亩）。只作参考：不看流蜜、天气，也不算附近未登记的蜂场。",
        "Colonies per mu = colonies within 3 km of the source ÷ its area in mu. An indicator only: it knows neither flow nor weather nor apiaries that nobody registered.");

    public static Bilingual Degree(int metres) => metres switch
    {
        0 => new("按确切位置计算。", "Reckoned from exact places."),
        1000 => new("按 1 km 网格计算，中心在 3 km 内的算入。", "Reckoned from cells of 1 km whose centre lies within 3 km."),
        _ => new("按 5 km 网格计算，中心在 3 km 内的算入；很粗略。", "Reckoned from cells of 5 km whose centre lies within 3 km; very rough."),
    };

    /// <summary>How rough the places in the list are, and why.</summary>
    public static Bilingual Privacy(int metres) => metres == 1000
        ? new("为防偷盗和投毒，这里只显示 1 km 网格的中心。确切位置每看一次都有记录。", "Against theft and poisoning places are shown as centres of 1 km cells. Each look at an exact place is recorded.")
        : new("为防偷盗和投毒，公众只看到 5 km 网格的中心和编号。", "Against theft and poisoning the public sees the centres of 5 km cells, and codes.");

    public static Bilingual CellTitle(long n) => new($"{Numerals.Count(n)} 个蜂场", n == 1 ? "1 apiary" : $"{Numerals.Count(n)} apiaries");
    public static Bilingual CellColonies(long n) => new($"{Numerals.Count(n)} 群", n == 1 ? "1 colony" : $"{Numerals.Count(n)} colonies");
    public static Bilingual CellOf(int metres) => new($"{metres / 1000} km 网格", $"a cell of {metres / 1000} km");
    public static Bilingual AndMore(int n) => new($"另有 {Numerals.Count(n)} 个", $"and {Numerals.Count(n)} more");

    public static Bilingual AreaBoth(decimal mu) => new(
        $"{Numerals.Amount(mu, 0)} 亩（{Numerals.Amount(Core.Registry.Area.Hectares(mu), 1)} 公顷）",
        $"{Numerals.Amount(mu, 0)} mu ({Numerals.Amount(Core.Registry.Area.Hectares(mu), 1)} ha)");

    public static Bilingual WindowOf(BloomWindow bloom) => new($"{bloom.From} 至 {bloom.To}", $"{bloom.From} to {bloom.To}");

    /// <summary>January to December, and the whole year, as the slider says them.</summary>
    public static Bilingual MonthName(int month) => month is >= 1 and <= 12 ? new($"{month}月", CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)) : AllYear;

    /// <summary>About where: two decimals are about a kilometre.</summary>
    public static string Rough(double latitude, double longitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{latitude:0.00}, {longitude:0.00}");

    public static string Exact(decimal latitude, decimal longitude) => Registry.Degrees.Pair(latitude, longitude, 5);
}
