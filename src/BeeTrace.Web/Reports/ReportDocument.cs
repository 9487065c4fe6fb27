using BeeTrace.Core;
using BeeTrace.Core.Reports;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Reports;

/// <summary>A part of a report with a heading: parties, sample, laboratory, basis.</summary>
public sealed record ReportSection(Bilingual Caption, IReadOnlyList<CertificateFact> Facts);

/// <summary>A place for a signature: whose it is, the typed name and the day; both null until it is signed.</summary>
public sealed record ReportSigned(Bilingual As, string? Name, string? On);

/// <summary>A report as plain content, free of any word about paper: the same is drawn on paper and on the screen.</summary>
public sealed record ReportDocument
{
    public required ReportLanguages Languages { get; init; }

    public required string Number { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>The laboratory that is responsible.</summary>
    public required Bilingual Laboratory { get; init; }

    /// <summary>Day of issue in China (UTC+8); null before.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Which report it replaces and what changed; null for a first one.</summary>
    public Bilingual? Replaces { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    public required CertificateConclusion Conclusion { get; init; }

    /// <summary>Results by market, the home market first.</summary>
    public required IReadOnlyList<CertificateTable> Tables { get; init; }

    /// <summary>What follows for further markets, signs in the tables, and what the report does and does not say.</summary>
    public required IReadOnlyList<Bilingual> Statements { get; init; }

    public required IReadOnlyList<ReportSigned> Signatures { get; init; }

    /// <summary>The content as canonical JSON; attached as <c>report.json</c>.</summary>
    public required ReadOnlyMemory<byte> ContentJson { get; init; }

    /// <summary>SHA-256 of <see cref="ContentJson"/>, lower-case hex.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>A text in the languages of the report; one that is printed in a single language says the same twice.</summary>
    public Bilingual Say(Bilingual text) => Languages switch
    {
        ReportLanguages.Chinese => new(text.Zh, text.Zh),
        ReportLanguages.English => new(text.En, text.En),
        _ => text,
    };

    /// <summary>The report with every text in its languages.</summary>
    public ReportDocument InItsLanguages() => Languages == ReportLanguages.Both ? this : this with
    {
        Title = Say(Title),
        Laboratory = Say(Laboratory),
        Replaces = Replaces is { } replaces ? Say(replaces) : null,
        Sections = [.. Sections.Select(s => new ReportSection(Say(s.Caption), [.. s.Facts.Select(f => new CertificateFact(Say(f.Label), Say(f.Value)))]))],
        Conclusion = Conclusion with { Word = Say(Conclusion.Word), Sentence = Say(Conclusion.Sentence) },
        Tables = [.. Tables.Select(t => new CertificateTable(
            Say(t.Caption),
            [.. t.Columns.Select(c => c with { Heading = Say(c.Heading) })],
            [.. t.Rows.Select(IReadOnlyList<CertificateCell> (row) => [.. row.Select(c => c with { Text = Say(c.Text) })])]))],
        Statements = [.. Statements.Select(Say)],
        Signatures = [.. Signatures.Select(s => s with { As = Say(s.As) })],
    };
}
