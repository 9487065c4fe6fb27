using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>Words of what others stated.</summary>
public static class FigureText
{
    /// <summary>A claim's number with what it measures.</summary>
    public static Bilingual Stated(Claim claim)
    {
        var n = claim.Value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return claim.Measure switch
        {
            "ExportMass" => new($"出口量 {Amount(claim).Zh}", $"Exports of {Amount(claim).En}"),
            "ImportMass" => new($"进口量 {Amount(claim).Zh}", $"Imports of {Amount(claim).En}"),
            "ImportMassFromChina" => new($"自中国进口 {Amount(claim).Zh}", $"Imports from China of {Amount(claim).En}"),
            "ExportValue" => new($"出口额 {Amount(claim).Zh}", $"Exports worth {Amount(claim).En}"),
            "ShareOfImports" => new($"占进口 {n} %", $"{n} % of imports"),
            "Rank" => new($"全国第 {n}", $"no. {n} in the nation"),
            "ShareOfNation" => new($"占全国 {n} %", $"{n} % of the nation"),
            "ChainOutput" => new($"全产业链产值 {Yuan(claim).Zh}", $"Output of the whole chain {Yuan(claim).En}"),
            "Sales" => new($"企业销售额合计 {Yuan(claim).Zh}", $"Sales of the firms together {Yuan(claim).En}"),
            "Firms" => new($"蜂产品企业 {n} 家", $"{n} firms"),
            "FirmsAbove100Million" => new($"年销售额过亿元的企业 {n} 家", $"{n} firms with yearly sales above CNY 100 million"),
            _ => new($"{claim.Measure} {n} {claim.Unit}", $"{claim.Measure} {n} {claim.Unit}"),
        };
    }

    /// <summary>A mass in tonnes or a value in dollars, whatever unit it was printed in, with its period where that is no year.</summary>
    private static Bilingual Amount(Claim claim)
    {
        var period = FigurePeriod.OfDays(claim.From, claim.To);
        var months = period is null || period == FigurePeriod.OfYear(claim.Year) ? default : period.Describe();
        var (value, unit) = claim.Basic ?? (claim.Value, claim.Unit);
        var number = value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return unit == "t"
            ? new($"{number} 吨{In(months.Zh, "（", "）")}", $"{number} t{In(months.En, " (", ")")}")
            : new($"{number} 美元{In(months.Zh, "（", "）")}", $"USD {number}{In(months.En, " (", ")")}");

        static string In(string? text, string open, string close) => string.IsNullOrEmpty(text) ? "" : open + text + close;
    }

    private static Bilingual Yuan(Claim claim) => Shell.Public.FiguresText.Yuan(claim.Value);
}
