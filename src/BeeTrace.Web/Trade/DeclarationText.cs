using BeeTrace.Core;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Trade;

/// <summary>Words of the pages of export declarations.</summary>
public static class DeclarationText
{
    public static Bilingual Head => new("出口报关单", "Export declarations");
    public static Bilingual Number => new("报关单号 · 项", "Declaration · item");
    public static Bilingual Of(string number) => new($"报关单 {number}", $"Declaration {number}");
    public static Bilingual Sum(int count, decimal kg, decimal usd) => new(
        $"{Numerals.Count(count)} 项，净重 {Numerals.Amount(kg / 1000, 2)} 吨，{Numerals.Amount(usd, 2)} 美元（FOB，仅计写明的）",
        $"{Numerals.Count(count)} items, {Numerals.Amount(kg / 1000, 2)} t net, USD {Numerals.Amount(usd, 2)} (FOB, where stated)");
    public static Bilingual NoneTitle => new("没有符合的报关单", "No declarations here");
    public static Bilingual NoneText => new("申报货物后，或由县办公室导入报关数据后，这里会列出每一项。", "Items stand here once a consignment is declared, or the county imports a table of declarations.");
    public static Bilingual ShowAll => new("显示全部", "Show all");
    public static Bilingual Year => new("年份", "Year");
    public static Bilingual AnyYear => new("全部年份", "All years");
    public static Bilingual AnyProduct => new("全部产品", "All products");
    public static Bilingual AnyCountry => new("全部目的国", "All destinations");
    public static Bilingual Version => new("版本", "Version");
    public static Bilingual RecordedBy => new("录入", "Recorded by");
    public static Bilingual Why => new("更正原因", "Why corrected");
    public static Bilingual Counts => new("现行", "counts");
    public static Bilingual Superseded => new("已被更正", "superseded");
    public static Bilingual Revoked => new("已撤销", "revoked");
    public static Bilingual Item(int item) => new($"第 {item} 项", $"Item {item}");
    public static Bilingual Correct => new("更正", "Correct");
    public static Bilingual CorrectHead(int item) => new($"更正第 {item} 项", $"Correct item {item}");
    public static Bilingual CorrectLead => new("旧版本保留可查；所有统计数字随即按新版本计算。", "The old version stays on record; every figure follows the new one at once.");
    public static Bilingual Revoke => new("撤销申报", "Revoke");
    public static Bilingual Corrected => new("已更正。", "Corrected.");
    public static Bilingual ToList => new("全部报关单", "All declarations");

    /// <summary>A mass with as many decimals as it needs; the database pads six.</summary>
    public static string Kilograms(decimal kilograms) => kilograms.ToString("#,##0.###", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An amount of money with cents; a dash where none was stated.</summary>
    public static string Money(decimal? value) => value is { } amount ? Numerals.Amount(amount, 2) : "–";
}
