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
            "ExportMass" => new($"出口量 {n} 吨", $"Exports of {n} t"),
            "ShareOfNation" => new($"占全国 {n} %", $"{n} % of the nation"),
            "ChainOutput" => new($"全产业链产值 {Yuan(claim).Zh}", $"Output of the whole chain {Yuan(claim).En}"),
            "Sales" => new($"企业销售额合计 {Yuan(claim).Zh}", $"Sales of the firms together {Yuan(claim).En}"),
            "Firms" => new($"蜂产品企业 {n} 家", $"{n} firms"),
            "FirmsAbove100Million" => new($"年销售额过亿元的企业 {n} 家", $"{n} firms with yearly sales above CNY 100 million"),
            _ => new($"{claim.Measure} {n} {claim.Unit}", $"{claim.Measure} {n} {claim.Unit}"),
        };
    }

    private static Bilingual Yuan(Claim claim) => Shell.Public.FiguresText.Yuan(claim.Value);
}
