namespace BeeTrace.Core.Registry;

/// <summary>
/// A base of beekeepers that a firm has filed for export (出口蜂产品企业养蜂基地备案). The firm builds, files and answers for it.
/// </summary>
public sealed class BaseFiling
{
    public required BaseFilingId Id { get; init; }

    public required FirmId FirmId { get; init; }

    /// <summary>Number under which it was filed.</summary>
    public required string FilingNumber { get; init; }

    public required string Name { get; init; }

    /// <summary>Six-digit code of GB/T 2260.</summary>
    public required string County { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>First day on which the filing no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>
/// A beekeeper belongs to a filed base from one day on. At any time to one base of one firm only; the database keeps that
/// by an exclusion constraint.
/// </summary>
public sealed class BaseMember
{
    public required BaseMemberId Id { get; init; }

    public required BaseFilingId BaseId { get; init; }

    /// <summary>Firm of the base, repeated here so that the database can decide who sees the row.</summary>
    public required FirmId FirmId { get; init; }

    public required BeekeeperId BeekeeperId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>First day on which the beekeeper is no longer a member; null while one.</summary>
    public DateOnly? Until { get; set; }
}
