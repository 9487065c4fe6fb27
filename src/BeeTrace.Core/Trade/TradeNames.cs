namespace BeeTrace.Core.Trade;

/// <summary>The names for people of the states and kinds of trade.</summary>
public static class TradeNames
{
    public static Bilingual Name(this TradeMode mode) => mode switch
    {
        TradeMode.General => new("一般贸易", "general trade"),
        TradeMode.InwardProcessing => new("进料加工", "processing with imported materials"),
        TradeMode.SuppliedProcessing => new("来料加工", "processing with supplied materials"),
        TradeMode.Other => new("其他贸易", "other"),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, message: null),
    };

    public static Bilingual Name(this ConsignmentState state) => state switch
    {
        ConsignmentState.Draft => new("草稿", "draft"),
        ConsignmentState.Declared => new("已申报", "declared"),
        ConsignmentState.Shipped => new("已发运", "shipped"),
        ConsignmentState.Closed => new("已结案", "closed"),
        ConsignmentState.Cancelled => new("已取消", "cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static Bilingual Name(this ReturnState state) => state switch
    {
        ReturnState.Draft => new("草稿", "draft"),
        ReturnState.Filed => new("已填报", "filed"),
        ReturnState.SentBack => new("已退回", "sent back"),
        ReturnState.Accepted => new("已核定", "accepted"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static Bilingual Name(this PartnerKind kind) => kind switch
    {
        PartnerKind.University => new("高校", "university"),
        PartnerKind.Institute => new("科研院所", "research institute"),
        PartnerKind.Company => new("企业", "company"),
        PartnerKind.Cooperative => new("合作社", "co-operative"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
