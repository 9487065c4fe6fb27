using BeeTrace.Core;

namespace BeeTrace.Web.Trade;

/// <summary>Words of the page where consignment statements are issued.</summary>
public static class ConsignmentText
{
    public static Bilingual Head => new("签发货物说明", "State a consignment");
    public static Bilingual Lead => new(
        "同一票货里的批次、净重和各自的批次证书。停用的批次、已经出完的批次不能再写。",
        "The lots of one consignment, their net mass, and the certificate of each. A lot on hold, or one that has left already, cannot be stated.");

    public static Bilingual Certificate => new("批次证书编号", "Batch certificate");
    public static Bilingual OneMore => new("再加一行", "One more lot");

    public static Bilingual CertificateOf(int row) => new($"第 {row} 行：批次证书编号", $"Lot {row}: batch certificate");

    public static Bilingual NetKgOf(int row) => new($"第 {row} 行：净重 kg", $"Lot {row}: net mass, kg");
}
