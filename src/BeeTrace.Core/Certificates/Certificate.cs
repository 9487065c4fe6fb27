namespace BeeTrace.Core.Certificates;

/// <summary>
/// A paper that was issued: its content, the hash of it and the very bytes handed out. It never changes; that it was
/// withdrawn or replaced is said by later records, not by editing it.
/// </summary>
public sealed class Certificate
{
    public required CertificateId Id { get; init; }

    public required CertificateNumber Number { get; init; }

    public required CertificateKind Kind { get; init; }

    /// <summary>For whom; null when it speaks of the whole county.</summary>
    public FirmId? FirmId { get; init; }

    /// <summary>The lot a batch test certificate is about; null for other kinds.</summary>
    public LotId? LotId { get; init; }

    public SampleId? SampleId { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The authorised signatory (授权签字人).</summary>
    public required AccountId IssuedBy { get; init; }

    /// <summary>Canonical JSON (RFC 8785) of everything the paper says.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Content"/>, lower-case hex.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>The PDF as issued.</summary>
    public required byte[] Pdf { get; init; }

    /// <summary>SHA-256 of <see cref="Pdf"/>, lower-case hex.</summary>
    public required string PdfSha256 { get; init; }
}
