namespace BeeTrace.Core.Trade;

/// <summary>How far a consignment has come.</summary>
public enum ConsignmentState
{
    /// <summary>草稿: being put together; its lots are reserved.</summary>
    Draft,

    /// <summary>已申报: declared to customs.</summary>
    Declared,

    /// <summary>已发运: it has left.</summary>
    Shipped,

    /// <summary>已结案: arrived and settled.</summary>
    Closed,

    /// <summary>已取消: it never left; its lots are free again.</summary>
    Cancelled,
}

/// <summary>Terms of delivery (Incoterms 2020).</summary>
public enum Incoterm
{
    Exw, Fca, Fas, Fob, Cfr, Cif, Cpt, Cip, Dap, Dpu, Ddp,
}

/// <summary>Lots of one exporter that travel together to one country (货物). What customs is told of it are its <see cref="Declaration"/> rows.</summary>
public sealed class Consignment
{
    public required ConsignmentId Id { get; init; }

    public required ConsignmentCode Code { get; init; }

    public required FirmId FirmId { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Destination { get; set; }

    public Incoterm? Incoterm { get; set; }

    public string? Container { get; set; }

    public string? Seal { get; set; }

    public required ConsignmentState State { get; set; }

    public DateOnly? DeclaredOn { get; set; }

    public DateOnly? ShippedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>The newest consignment statement issued of it.</summary>
    public CertificateId? StatementId { get; set; }

    public required AccountId MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>What of a lot is in a consignment, and the batch test certificate that speaks for it.</summary>
public sealed class ConsignedLot
{
    public required ConsignmentId ConsignmentId { get; init; }

    public required LotId LotId { get; init; }

    public required CertificateId CertificateId { get; init; }

    public required decimal NetKg { get; init; }

    public int? Packages { get; init; }
}

/// <summary>An officer lets a lot leave for a market in which its verdict is not a pass, and says why (放行).</summary>
public sealed class MarketRelease
{
    public const int LongestReason = 400;

    public required MarketReleaseId Id { get; init; }

    public required LotId LotId { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, or EU.</summary>
    public required string Market { get; init; }

    public required string Reason { get; init; }

    public required AccountId ReleasedBy { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }
}
