using System.Text.Json;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Access;

/// <summary>One line of what a deed changed: <c>colonies: 60 → 86</c>.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">What it was; null where there was nothing.</param>
/// <param name="After">What it is now; null where nothing is left.</param>
public sealed record DeedChange(Bilingual Name, Bilingual? Before, Bilingual? After)
{
    /// <summary>The lines of a deed, in the order in which they were written down.</summary>
    public static IReadOnlyList<DeedChange> Of(DeedRow deed)
    {
        var before = Facts(deed.Old);
        var after = Facts(deed.New);
        return
        [
            .. after.Select(fact => new DeedChange(NameOf(fact.Key), Find(before, fact.Key), fact.Value)).Where(c => c.Before is not null || c.After is not null),
            .. before.Where(fact => fact.Value is not null && !after.Exists(now => now.Key == fact.Key))
                .Select(fact => new DeedChange(NameOf(fact.Key), fact.Value, null)),
        ];
    }

    private static Bilingual? Find(List<KeyValuePair<string, Bilingual?>> facts, string key) => facts.Find(fact => fact.Key == key).Value;

    private static List<KeyValuePair<string, Bilingual?>> Facts(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? [.. document.RootElement.EnumerateObject().Select(fact => KeyValuePair.Create(fact.Name, Say(fact.Name, fact.Value)))]
            : [KeyValuePair.Create("value", Say("value", document.RootElement))];
    }

    private static Bilingual? Say(string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return key switch
        {
            "role" when RoleCode.TryParse(text, out var role) => role.Name(),
            "kind" when Enum.TryParse<ApiaryKind>(text, out var kind) && Enum.IsDefined(kind) => kind.Name(),
            "kind" when Enum.TryParse<NoticeKind>(text, out var notice) && Enum.IsDefined(notice) => Map.NoticeText.Of(notice),
            "datum" when Enum.TryParse<Datum>(text, out var datum) && Enum.IsDefined(datum) => DatumName(datum),
            "verdict" when Enum.TryParse<Verdict>(text, out var verdict) && Enum.IsDefined(verdict) => DisplayText.Of(verdict),
            _ when IsHash(text) => new(text[..12] + "…", text[..12] + "…"),
            _ => new(text, text),
        };
    }

    private static Bilingual DatumName(Datum datum)
    {
        var name = datum switch { Datum.Wgs84 => "WGS-84", Datum.Gcj02 => "GCJ-02", Datum.Bd09 => "BD-09", _ => "CGCS2000" };
        return new(name, name);
    }

    /// <summary>A SHA-256 in hex: its beginning tells two files apart, the rest only fills the page.</summary>
    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>The names of what services write down; a name that is not here is shown as it was written.</summary>
    private static Bilingual NameOf(string key) => key switch
    {
        "name" => new("名称", "name"),
        "role" => new("角色", "role"),
        "address" => new("来自", "from address"),
        "failures" => new("连续失败次数", "failures in a row"),
        "species" => new("蜂种", "species"),
        "kind" => new("类型", "kind"),
        "from" => new("到达", "first day"),
        "until" => new("离开", "day of leaving"),
        "latitude" => new("纬度", "latitude"),
        "longitude" => new("经度", "longitude"),
        "datum" => new("坐标来源", "datum"),
        "colonies" => new("群数", "colonies"),
        "plant" or "nectarSource" => new("蜜源", "plant"),
        "apiaries" => new("蜂场", "apiaries"),
        "apiary" => new("蜂场", "apiary"),
        "radiusM" => new("范围（米）", "reach (m)"),
        "to" => new("最后一天", "last day"),
        "memberships" => new("退出的成员", "memberships ended"),
        "beekeepers" => new("养蜂人", "beekeepers"),
        "lot" => new("批次", "lot"),
        "product" => new("产品", "product"),
        "massKg" => new("重量（kg）", "mass (kg)"),
        "harvestedOn" => new("采收", "harvested"),
        "basis" => new("抽样类型", "sampling basis"),
        "drawnOn" => new("抽样", "drawn"),
        "receivedOn" => new("收样", "received"),
        "analyte" => new("项目", "analyte"),
        "text" => new("结果", "reading"),
        "unit" => new("单位", "unit"),
        "lod" => new("检出限", "LOD"),
        "loq" => new("定量限", "LOQ"),
        "year" => new("年份", "year"),
        "planned" => new("计划样品数", "samples planned"),
        "list" => new("名单", "list"),
        "strata" => new("抽样层", "strata"),
        "lots" => new("批次数", "lots"),
        "valueName" => new("公开数值", "public value"),
        "valueDay" => new("产生日期", "its day"),
        "value" => new("数值", "value"),
        "source" => new("来源", "source"),
        "seed" => new("种子", "seed"),
        "reason" => new("原因", "reason"),
        "mean" => new("均值", "mean"),
        "sd" => new("标准差", "standard deviation"),
        "low" => new("下限", "lower limit"),
        "high" => new("上限", "upper limit"),
        "results" => new("结果数", "results"),
        "measuredOn" => new("检测日期", "measured on"),
        "first" => new("第一个数", "first number"),
        "second" => new("第二个数", "second number"),
        "added" => new("加标量", "amount added"),
        "verdict" => new("结论", "verdict"),
        "profile" => new("限量版本", "limits"),
        "rule" => new("判定规则", "decision rule"),
        "report" => new("检验报告", "test report"),
        "sample" => new("样品", "sample"),
        "markets" => new("其他市场", "further markets"),
        "replaces" => new("替换的报告", "replaces report"),
        "replacedBy" => new("替换它的报告", "replaced by"),
        "fourEyes" => new("签署规则", "rule of signing"),
        "scope" => new("能力范围", "scope"),
        "addressZh" => new("中文地址", "address in Chinese"),
        "addressEn" => new("英文地址", "address in English"),
        "nameEn" => new("英文名称", "name in English"),
        "contentSha256" => new("内容 SHA-256", "content SHA-256"),
        "pdfSha256" => new("PDF SHA-256", "PDF SHA-256"),
        "sha256" => new("SHA-256", "SHA-256"),
        "written" => new("写入", "written"),
        "waiting" => new("待确认", "waiting"),
        "rows" => new("行数", "rows"),
        "version" => new("版本", "version"),
        "sales" => new("销售额（元）", "sales (CNY)"),
        "output" => new("产值（元）", "output value (CNY)"),
        "exportUsd" => new("出口额（美元）", "exports (USD)"),
        "employees" => new("从业人员", "employees"),
        "file" => new("文件", "file"),
        _ => new(key, key),
    };
}
