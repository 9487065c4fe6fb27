namespace BeeTrace.Core.Registry;

/// <summary>How long an apiary stays where it is.</summary>
public enum ApiaryKind
{
    /// <summary>定地: all year in one place.</summary>
    Fixed,

    /// <summary>转地: a stop for one flow.</summary>
    Temporary,

    /// <summary>越冬: winter quarters.</summary>
    Wintering,
}

/// <summary>What a beekeeper is before the law.</summary>
public enum BeekeeperKind
{
    /// <summary>个人.</summary>
    Individual,

    /// <summary>合作社.</summary>
    Cooperative,

    /// <summary>企业.</summary>
    Company,
}

/// <summary>What a firm does with what beekeepers bring.</summary>
public enum FirmKind
{
    /// <summary>加工: strains, blends, freeze-dries, fills; many export too.</summary>
    Processing,

    /// <summary>贸易: buys and sells.</summary>
    Trading,

    /// <summary>检测: tests; owns no lots.</summary>
    Laboratory,
}

/// <summary>The kinds' names for people.</summary>
public static class KindNames
{
    public static Bilingual Name(this ApiaryKind kind) => kind switch
    {
        ApiaryKind.Fixed => new("定地", "fixed"),
        ApiaryKind.Temporary => new("转地", "migratory stop"),
        ApiaryKind.Wintering => new("越冬", "wintering"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static Bilingual Name(this BeekeeperKind kind) => kind switch
    {
        BeekeeperKind.Individual => new("个人", "individual"),
        BeekeeperKind.Cooperative => new("合作社", "cooperative"),
        BeekeeperKind.Company => new("企业", "company"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static Bilingual Name(this FirmKind kind) => kind switch
    {
        FirmKind.Processing => new("加工企业", "processing firm"),
        FirmKind.Trading => new("贸易企业", "trading firm"),
        FirmKind.Laboratory => new("检测机构", "laboratory"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
