namespace BeeTrace.Core.Trade;

/// <summary>
/// An edition of the county's yearbook (年报): the figures of one year, frozen in a certificate on the day it was published. A correction
/// is a new edition, whose certificate replaces that of the old one.
/// </summary>
public sealed class YearbookEdition
{
    public required YearbookEditionId Id { get; init; }

    public required int Year { get; init; }

    /// <summary>1 for the first edition of the year.</summary>
    public required int Edition { get; init; }

    public required CertificateId CertificateId { get; init; }

    public required AccountId PublishedBy { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>What was corrected; null for a first edition.</summary>
    public string? Why { get; init; }
}
