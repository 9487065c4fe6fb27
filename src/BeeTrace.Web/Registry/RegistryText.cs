using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Registry;

/// <summary>Words of the register.</summary>
public static class RegistryText
{
    public static Bilingual Licence => new("养蜂证", "Licence");
    public static Bilingual Beekeeper => new("养蜂人", "Beekeeper");
    public static Bilingual ValidUntil => new("有效期至", "Valid until");
    public static Bilingual County => new("县", "County");
    public static Bilingual NoCardTitle => new("这个账号还没有连到养蜂人", "This account belongs to no beekeeper yet");
    public static Bilingual NoCardText => new("请联系县主管部门，把账号和您的养蜂证连起来。", "Ask the county office to connect the account with your licence.");

    public static Bilingual RegisterTitle => new("登记蜂场", "Register an apiary");
    public static Bilingual RegisterButton => new("登记", "Register");
    public static Bilingual MoveTitle => new("登记转场", "Register a move");
    public static Bilingual Move => new("转场", "Move");
    public static Bilingual NoApiariesTitle => new("还没有蜂场", "No apiaries yet");
    public static Bilingual NoApiariesText => new("登记以后，蜂场的编号、位置、蜜源和群数会列在这里。", "Once registered, each apiary stands here with its code, place, bloom and colonies.");
    public static Bilingual ToMyApiaries => new("回到我的蜂场", "Back to my apiaries");

    public static Bilingual Name => new("蜂场名称", "Name of the apiary");
    public static Bilingual NameHint => new("平时叫的名字，如“窄溪一号”。", "The name you use, such as “Zhaixi 1”.");
    public static Bilingual Species => new("蜂种", "Bee species");
    public static Bilingual Kind => new("蜂场类型", "Kind of apiary");
    public static Bilingual Place => new("位置坐标", "Coordinates");
    public static Bilingual PlaceHint => new(
        "纬度在前，经度在后，如 29.7937, 119.6915；也可以写度分秒。按 WGS-84 保存，对外不公开精确位置。",
        "Latitude, then longitude, such as 29.7937, 119.6915; degrees, minutes and seconds will do too. Kept in WGS-84; the exact place is never public.");

    public static Bilingual DatumLabel => new("坐标从哪里来", "Where the coordinates come from");
    public static Bilingual OutsideLabel => new("位置无误，就在县外", "The place is right: it lies outside the county");
    public static Bilingual Plant => new("蜜源", "Plant in bloom");
    public static Bilingual ChoosePlant => new("请选择", "Please choose");
    public static Bilingual From => new("到达日期", "First day there");
    public static Bilingual Colonies => new("群数", "Colonies");

    public static Bilingual Now => new("现在", "Now");
    public static Bilingual Since => new("从何时起", "Since");
    public static Bilingual Nowhere => new("没有登记位置", "registered nowhere");

    public static Bilingual Apiaries => new("蜂场", "Apiaries");
    public static Bilingual Code => new("编号", "Code");
    public static Bilingual NameHead => new("名称", "Name");
    public static Bilingual PlaceHead => new("约略位置", "Rough place");
    public static Bilingual SearchApiaries => new("编号、名称、养蜂人或养蜂证号", "Code, name, beekeeper or licence");
    public static Bilingual NothingFoundTitle => new("没有找到", "Nothing found");
    public static Bilingual NothingFoundText => new("换一个词试试，或看全部蜂场。", "Try another word, or look at all apiaries.");
    public static Bilingual ShowAll => new("看全部蜂场", "Show all apiaries");
    public static Bilingual RegisterEmptyTitle => new("名录里还没有蜂场", "The register holds no apiary yet");
    public static Bilingual RegisterEmptyText => new("养蜂人登记蜂场以后会列在这里。", "Apiaries stand here once beekeepers have registered them.");

    public static Bilingual Firms => new("企业名录", "Firms");
    public static Bilingual Firm => new("企业", "Firm");
    public static Bilingual CreditCode => new("信用代码", "Credit code");
    public static Bilingual FirmKind => new("类型", "Kind");
    public static Bilingual Sales => new("销售额（万元）", "Sales (CNY 10,000)");
    public static Bilingual Output => new("产值（万元）", "Output (CNY 10,000)");
    public static Bilingual Total => new("合计", "Total");
    public static Bilingual Years => new("年份", "Years");
    public static Bilingual NoFirmsTitle => new("名录里还没有企业", "The register holds no firm yet");
    public static Bilingual NoFirmsText => new("企业登记以后会列在这里，并按年份列出销售额和产值。", "Firms stand here once they are registered, with sales and output of each year.");

    /// <summary>After a registration or a move.</summary>
    public static Bilingual Saved(string code) => new($"已登记，蜂场编号 {code}。", $"Registered. The apiary’s code is {code}.");

    public static Bilingual Moved(string code) => new($"已登记转场，蜂场 {code}。", $"The move of apiary {code} is registered.");

    public static Bilingual LicenceEnds(DateOnly day) => new(
        $"养蜂证将于 {Days.InWords(day).Zh}到期。请向县主管部门申请换证，免费。",
        $"The licence ends on {Days.InWords(day).En}. Ask the county office to renew it, free of charge.");

    public static Bilingual LicenceEnded(DateOnly day) => new(
        $"养蜂证已于 {Days.InWords(day).Zh}到期。登记和以前的批次不受影响；请向县主管部门申请换证，免费。",
        $"The licence ended on {Days.InWords(day).En}. Registrations and earlier lots are not affected; ask the county office to renew it, free of charge.");

    public static Bilingual Counted(int apiaries, int colonies) => new(
        $"{Numerals.Count(apiaries)} 个蜂场，现有 {Numerals.Count(colonies)} 群",
        $"{(apiaries == 1 ? "1 apiary" : Numerals.Count(apiaries) + " apiaries")}, {(colonies == 1 ? "1 colony" : Numerals.Count(colonies) + " colonies")} now");

    public static Bilingual FirmsCounted(int firms, int reporting, int year) => new(
        $"{Numerals.Count(firms)} 家企业，其中 {Numerals.Count(reporting)} 家有 {year} 年数字",
        $"{(firms == 1 ? "1 firm" : Numerals.Count(firms) + " firms")}, {Numerals.Count(reporting)} with figures of {year}");

    /// <summary>The choices for a datum in plain words.</summary>
    public static Bilingual Of(Datum datum) => datum switch
    {
        Datum.Wgs84 => new("手机定位、GPS（WGS-84）", "Phone or GPS (WGS-84)"),
        Datum.Gcj02 => new("高德、腾讯地图（GCJ-02）", "AMap or Tencent Maps (GCJ-02)"),
        Datum.Bd09 => new("百度地图（BD-09）", "Baidu Maps (BD-09)"),
        Datum.Cgcs2000 => new("国家大地坐标（CGCS2000）", "Survey papers (CGCS2000)"),
        _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, message: null),
    };

    /// <summary>A species where there is little room.</summary>
    internal static Bilingual Short(BeeSpecies species) => species == BeeSpecies.Cerana ? new("中蜂", "eastern") : new("意蜂", "western");

    /// <summary>The choices for a kind of apiary in plain words.</summary>
    public static Bilingual Of(ApiaryKind kind) => kind switch
    {
        ApiaryKind.Fixed => new("定地，全年在一处", "Fixed, all year in one place"),
        ApiaryKind.Temporary => new("转地，随花期迁移", "Migratory, moves with the bloom"),
        ApiaryKind.Wintering => new("越冬场", "Winter quarters"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The choices for a species: the name people use, then the Latin one.</summary>
    public static Bilingual Of(BeeSpecies species) => species switch
    {
        BeeSpecies.Mellifera => new("意蜂（西方蜜蜂）", "Western honey bee (A. mellifera)"),
        BeeSpecies.Cerana => new("中蜂（中华蜜蜂）", "Eastern honey bee (A. cerana)"),
        _ => throw new ArgumentOutOfRangeException(nameof(species), species, message: null),
    };
}
