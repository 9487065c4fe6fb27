using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Shell.Public;

/// <summary>A certificate as anyone may see it.</summary>
public sealed record CertificateSheet
{
    /// <summary>What can be said of it.</summary>
    public required CertificateState State { get; init; }

    /// <summary>Its number as it stands on the paper; what was asked for where nothing was found.</summary>
    public required string Number { get; init; }

    /// <summary>What it certifies ("sampled pass rate").</summary>
    public Bilingual? Kind { get; init; }

    /// <summary>The day of issue.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Who issued it.</summary>
    public Bilingual? Issuer { get; init; }

    /// <summary>The day of withdrawal or replacement.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it was withdrawn or replaced, as a clause without a full stop.</summary>
    public Bilingual? EndReason { get; init; }

    /// <summary>The number that took its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>For whom it was issued.</summary>
    public Bilingual? IssuedTo { get; init; }

    /// <summary>The lot it speaks of; null for certificates of a period.</summary>
    public string? LotCode { get; init; }

    /// <summary>What else it states: product, net weight, destination, period.</summary>
    public IReadOnlyList<CertificateFact> Facts { get; init; } = [];

    /// <summary>The readings it reports.</summary>
    public IReadOnlyList<CertificateReading> Readings { get; init; } = [];

    /// <summary>What speaks against relying on it although it is what was issued.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];

    /// <summary>What was checked just now.</summary>
    public IReadOnlyList<CheckedThing> Checked { get; init; } = [];

    /// <summary>The address that the browser must show (<c>https://…/c/BT-2018-7K3M-Q</c>).</summary>
    public string? Address { get; init; }

    /// <summary>The lots inside; of a consignment statement.</summary>
    public IReadOnlyList<ConsignedLot> Lots { get; init; } = [];

    /// <summary>How often the number was looked up; null where nothing is known.</summary>
    public long? LookUps { get; init; }

    /// <summary>Where the PDF can be had; with a stamp once it has ended.</summary>
    public string? PdfHref { get; init; }

    /// <summary>Where the bytes as issued can be had, when the other address has a stamped copy.</summary>
    public string? OriginalHref { get; init; }

    /// <summary>Where the proof can be had that it stands in the public log.</summary>
    public string? LogHref { get; init; }
}

/// <summary>A lot of a consignment with the certificate that speaks for it.</summary>
public sealed record ConsignedLot(string Code, Bilingual Product, string NetKg, Bilingual County, string Certificate);

/// <summary>One statement of a certificate.</summary>
public sealed record CertificateFact(Bilingual Name, Bilingual Statement);

/// <summary>One reading of a certificate, printed as on the paper.</summary>
public sealed record CertificateReading(Bilingual Analyte, string Method, Bilingual Reading, Bilingual Limit, Verdict Verdict);

/// <summary>One thing that was checked; null where it could not be.</summary>
public sealed record CheckedThing(Bilingual What, bool? Holds);
