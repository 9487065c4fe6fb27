using BeeTrace.Core.Lab;

namespace BeeTrace.Core.Reports;

/// <summary>In which languages a report is printed.</summary>
public enum ReportLanguages
{
    /// <summary>Chinese first, English under it.</summary>
    Both,

    /// <summary>Chinese alone.</summary>
    Chinese,

    /// <summary>English alone.</summary>
    English,
}

/// <summary>
/// A test report 检验报告 (ISO/IEC 17025:2017 7.8): what leaves the house about one approved sample. What it says is put together once, when it
/// is prepared, and frozen with its bytes when it is issued. It is not a certificate of BeeTrace and bears no mark and no seal.
/// </summary>
public sealed class Report
{
    public required ReportId Id { get; init; }

    public required ReportNumber Number { get; init; }

    public required SampleId SampleId { get; init; }

    /// <summary>The firm whose sample it is, repeated here so that the database can decide who sees the row.</summary>
    public required FirmId FirmId { get; init; }

    /// <summary>The frozen evaluation of the home market that it rests on.</summary>
    public required EvaluationId EvaluationId { get; init; }

    /// <summary>Further markets in which the same readings are judged on it.</summary>
    public required string[] Markets { get; init; }

    public required ReportLanguages Languages { get; init; }

    /// <summary>The laboratory as it stood when the report was prepared.</summary>
    public required LaboratoryVersionId LaboratoryId { get; init; }

    /// <summary>The rule under which it is signed.</summary>
    public required FourEyes FourEyes { get; init; }

    public required ReportState State { get; set; }

    public required AccountId PreparedBy { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    public AccountId? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>The authorised signatory (授权签字人).</summary>
    public AccountId? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public AccountId? IssuedBy { get; set; }

    public DateOnly? IssuedOn { get; set; }

    /// <summary>The report that it replaces; null for a first one.</summary>
    public ReportId? Supersedes { get; init; }

    /// <summary>What is changed against the replaced report, and why (ISO/IEC 17025:2017 7.8.8.1).</summary>
    public string? Changes { get; init; }

    /// <summary>Why it was given up or invalidated.</summary>
    public string? EndedWhy { get; set; }

    /// <summary>Canonical JSON (RFC 8785) of everything that the paper says; without signatures and day of issue until it is issued.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hex; from the day of issue on.</summary>
    public string? ContentSha256 { get; set; }

    /// <summary>The PDF as issued.</summary>
    public byte[]? Pdf { get; set; }

    /// <summary>SHA-256 of <see cref="Pdf"/>, lower-case hex.</summary>
    public string? PdfSha256 { get; set; }

    /// <summary>Concurrency token: the second of two writers is told.</summary>
    public uint Version { get; init; }
}

/// <summary>Somebody of the laboratory prepares a report on an approved sample.</summary>
/// <param name="Id">Made by the page, so that a second click finds what the first prepared.</param>
/// <param name="Sample">The sample's code.</param>
/// <param name="Client">Who asked for the test (委托方), with the address.</param>
/// <param name="Producer">Who made the product; null where it is not stated.</param>
/// <param name="Markets">Markets besides the home market.</param>
/// <param name="Regime">Which law gives the sampled firm its right to object; null for tests that no authority ordered.</param>
/// <param name="Languages">In which languages it is printed.</param>
/// <param name="Changes">For a report that replaces the one in force: what is changed, and why.</param>
public sealed record PrepareReport(
    ReportId Id, SampleCode Sample, string? Client, string? Producer, IReadOnlyList<string> Markets, ObjectionRegime? Regime, ReportLanguages Languages,
    string? Changes = null);

/// <summary>What may stand on a report.</summary>
public static class ReportRules
{
    public const int LongestParty = 300;
    public const int LongestReason = 400;

    /// <summary>The typed parts of a report. Refuses every wrong input at once.</summary>
    public static Outcome Check(PrepareReport prepare)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(prepare.Client))
            refusals.Add(new(ReportRefusal.ClientMissing, nameof(prepare.Client)));
        refusals.AddRange(CheckLength(prepare.Client, LongestParty, nameof(prepare.Client)).Refusals);
        refusals.AddRange(CheckLength(prepare.Producer, LongestParty, nameof(prepare.Producer)).Refusals);
        refusals.AddRange(CheckLength(prepare.Changes, LongestReason, nameof(prepare.Changes)).Refusals);
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }

    /// <summary>A reason is given. Refuses <see cref="ReportRefusal.ReasonMissing"/> and <see cref="ReportRefusal.TextTooLong"/>.</summary>
    public static Outcome CheckReason(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal(ReportRefusal.ReasonMissing, field) : CheckLength(reason, LongestReason, field);

    private static Outcome CheckLength(string? text, int longest, string field) =>
        text?.Trim().EnumerateRunes().Count() > longest ? new Refusal(ReportRefusal.TextTooLong, field, longest) : Outcome.Done;
}
