using BeeTrace.Core;
using BeeTrace.Core.Trade;

namespace BeeTrace.Web.Trade;

/// <summary>Words of the pages where goods are put together, declared and stated.</summary>
public static class ConsignmentText
{
    public static Bilingual Head => new("货物", "Consignments");
    public static Bilingual New => new("新建货物", "New consignment");
    public static Bilingual Edit => new("修改货物", "Change the consignment");
    public static Bilingual Of(ConsignmentCode code) => new($"货物 {code}", $"Consignment {code}");
    public static Bilingual NoneTitle => new("还没有货物", "No consignments yet");
    public static Bilingual NoneText => new("把有批次证书的批次放在一起，写明去哪里，再申报出口。", "Put certified lots together, say where they go, then declare them.");
    public static Bilingual Counted(int count) => new($"{count} 票", $"{count} of them");

    public static Bilingual Number => new("编号", "Number");
    public static Bilingual Exporter => new("出口企业", "Exporter");
    public static Bilingual Destination => new("目的国", "Destination");
    public static Bilingual State => new("状态", "State");
    public static Bilingual Lots => new("批次", "Lots");
    public static Bilingual Lot => new("批次", "Lot");
    public static Bilingual NetKg => new("净重 kg", "Net, kg");
    public static Bilingual DeclaredOn => new("申报日期", "Declared on");
    public static Bilingual ShippedOn => new("发运日期", "Shipped on");
    public static Bilingual ClosedOn => new("结案日期", "Closed on");
    public static Bilingual Statement => new("货物说明", "Statement");
    public static Bilingual All => new("全部", "All");
    public static Bilingual Terms => new("贸易术语", "Incoterm");
    public static Bilingual Container => new("集装箱号", "Container");
    public static Bilingual Seal => new("封志号", "Seal");
    public static Bilingual Product => new("产品", "Product");
    public static Bilingual Harvested => new("采收", "Harvested");
    public static Bilingual Certificate => new("批次证书", "Certificate");
    public static Bilingual LeftKg => new("剩余 kg", "Left, kg");
    public static Bilingual SendKg => new("本票 kg", "In this one, kg");
    public static Bilingual Packages => new("件数", "Packages");
    public static Bilingual Choose => new("请选择", "Choose");
    public static Bilingual ChooseLots => new("放进哪些批次", "Which lots travel");
    public static Bilingual ChooseLotsHint => new("只写要出口的批次，其余留空。这里只列出有有效批次证书、还有剩余的批次。", "Fill in the lots that travel and leave the others empty. Listed are lots with a valid certificate of which something is left.");
    public static Bilingual NothingShippable => new("没有可出口的批次：先要有有效的批次证书，且还有剩余。", "No lot can travel: it needs a valid batch certificate, and something left.");
    public static Bilingual SaveDraft => new("存为草稿", "Save the draft");
    public static Bilingual Saved => new("已保存，批次已预留。", "Saved; the lots are reserved.");
    public static Bilingual NetOf(LotCode lot) => new($"批次 {lot}：净重 kg", $"Lot {lot}: net mass, kg");
    public static Bilingual PackagesOf(LotCode lot) => new($"批次 {lot}：件数", $"Lot {lot}: packages");

    public static Bilingual Declare => new("申报出口", "Declare");
    public static Bilingual DeclareLead => new("按报关单填写。净重由批次相加得出；金额按离岸价（FOB）。", "As on the customs declaration. Net mass is the sum of the lots; values are FOB.");
    public static Bilingual DeclarationNumber => new("报关单号（18 位）", "Declaration number (18 digits)");
    public static Bilingual TradeMode => new("贸易方式", "Trade mode");
    public static Bilingual SourcePlace => new("境内货源地（六位代码）", "Source place (six digits)");
    public static Bilingual HsCode => new("商品编码", "Commodity code");
    public static Bilingual HsCodeHint => new("留空则按申报日期取当时的编码。", "Left empty, it is the code of the day.");
    public static Bilingual GrossKg => new("毛重 kg", "Gross, kg");
    public static Bilingual Usd => new("美元（FOB）", "USD (FOB)");
    public static Bilingual Cny => new("人民币（FOB）", "CNY (FOB)");
    public static Bilingual Declarations => new("报关单", "Declarations");
    public static Bilingual ProductField(Bilingual product, Bilingual field) => new($"{product.Zh}：{field.Zh}", $"{product.En}: {field.En}");

    public static Bilingual Ship => new("记录发运", "Record shipment");
    public static Bilingual Close => new("结案", "Close");
    public static Bilingual Cancel => new("取消货物", "Cancel the consignment");
    public static Bilingual Reason => new("原因", "Reason");
    public static Bilingual StateIt => new("签发货物说明", "Issue the statement");
    public static Bilingual InTheWay => new("还不能出口", "In the way");
    public static Bilingual ReleaseFor(LotCode lot, string market) => new($"放行批次 {lot} 到 {market} 市场", $"Release lot {lot} for the market {market}");
    public static Bilingual Released(string reason) => new($"县办公室已放行：{reason}", $"Released by the county: {reason}");
    public static Bilingual ToList => new("全部货物", "All consignments");
}
