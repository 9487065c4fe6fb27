using System.Security.Cryptography;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;

namespace BeeTrace.Web.Certificates;

/// <summary>Tone of a word that judges. The word itself always stands there too.</summary>
public enum CertificateTone
{
    /// <summary>Judges nothing.</summary>
    Plain,

    /// <summary>Complies.</summary>
    Pass,

    /// <summary>Does not comply.</summary>
    Fail,

    /// <summary>Neither could be said.</summary>
    Open,
}

/// <summary>
/// A certificate as plain bilingual content, free of any word about paper. Whoever draws it, on paper or on a screen,
/// draws the same. Once issued it does not change.
/// </summary>
public sealed record CertificateDocument
{
    public required CertificateKind Kind { get; init; }

    /// <summary>The number that people read aloud and scan, <c>BT-2018-7K3M-D</c>.</summary>
    public required string Number { get; init; }

    /// <summary>What is printed. In one language alone both sides of every text are the same, and it is printed once.</summary>
    public CertificateLanguage Language { get; init; }

    /// <summary>The certificate that this one takes the place of, as a sentence.</summary>
    public Bilingual? Replaces { get; init; }

    /// <summary>Day of issue in China (UTC+8).</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Who is responsible.</summary>
    public required Bilingual Issuer { get; init; }

    /// <summary>What the paper calls itself. Never a word that only a 检验报告 or a health certificate may bear.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What it is about: subject, period, basis, standards, dates.</summary>
    public IReadOnlyList<CertificateFact> Facts { get; init; } = [];

    /// <summary>The verdict on one batch in words; of a <see cref="CertificateKind.BatchTest"/>.</summary>
    public CertificateConclusion? Conclusion { get; init; }

    /// <summary>The count and its bounds; of a <see cref="CertificateKind.PassRate"/>.</summary>
    public PassRateStatement? PassRate { get; init; }

    public IReadOnlyList<CertificateTable> Tables { get; init; } = [];

    /// <summary>What the paper does and does not say: validity, scope, objections.</summary>
    public IReadOnlyList<Bilingual> Statements { get; init; } = [];

    /// <summary>Name of the authorised signatory (授权签字人).</summary>
    public required Bilingual Signatory { get; init; }

    /// <summary>Absolute address where anyone can check the certificate; printed and in the QR code.</summary>
    public required string CheckAddress { get; init; }

    /// <summary>The frozen content as canonical JSON; attached as <c>certificate.json</c>.</summary>
    public required ReadOnlyMemory<byte> ContentJson { get; init; }

    /// <summary>SHA-256 of <see cref="ContentJson"/>, 64 lower-case hexadecimal digits.</summary>
    public string ContentSha256 => Convert.ToHexStringLower(SHA256.HashData(ContentJson.Span));
}

/// <summary>A label and what it says.</summary>
public sealed record CertificateFact(Bilingual Label, Bilingual Value);

/// <summary>A verdict in words.</summary>
/// <param name="Word">符合 / Complies, in two or three words.</param>
/// <param name="Sentence">The whole sentence: what complies with what.</param>
/// <param name="Tone">Its colour.</param>
public sealed record CertificateConclusion(Bilingual Word, Bilingual Sentence, CertificateTone Tone);

/// <summary>
/// How many sampled batches passed. Percentages are shares from 0 to 1; they never stand without the count beside them.
/// </summary>
/// <param name="Passed">Batches that passed.</param>
/// <param name="Judged">Batches that passed or failed.</param>
/// <param name="Inconclusive">Batches without a verdict; not part of <paramref name="Judged"/>.</param>
/// <param name="Drawn">Batches drawn.</param>
/// <param name="Interval">Bounds at 95 % confidence; null where sampling was not random, so that none may be given.</param>
/// <param name="Sentence">The statement as a sentence with its confidence and method.</param>
public sealed record PassRateStatement(int Passed, int Judged, int Inconclusive, int Drawn, PassRateInterval? Interval, Bilingual Sentence);

/// <summary>Exact bounds (Clopper and Pearson) of a pass rate at 95 % confidence, as shares from 0 to 1.</summary>
/// <param name="LowerOneSided">The rate is at least this, with 5 % risk.</param>
/// <param name="LowerTwoSided">Lower end of the two-sided interval.</param>
/// <param name="UpperTwoSided">Upper end of the two-sided interval.</param>
public sealed record PassRateInterval(decimal LowerOneSided, decimal LowerTwoSided, decimal UpperTwoSided);

/// <summary>A table of results.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">One cell for each column.</param>
public sealed record CertificateTable(Bilingual Caption, IReadOnlyList<CertificateColumn> Columns, IReadOnlyList<IReadOnlyList<CertificateCell>> Rows);

/// <summary>A column of a table; its unit stands in the heading.</summary>
/// <param name="Heading">What stands over it.</param>
/// <param name="IsNumber">True aligns right, for figures.</param>
/// <param name="Share">Its part of the table's width; null to fit the content.</param>
public sealed record CertificateColumn(Bilingual Heading, bool IsNumber = false, double? Share = null);

/// <summary>A cell: the same text for both languages, such as a number or a code, is printed once.</summary>
public readonly record struct CertificateCell(Bilingual Text, CertificateTone Tone = CertificateTone.Plain)
{
    public static implicit operator CertificateCell(string text) => FromString(text);

    public static implicit operator CertificateCell(Bilingual text) => FromBilingual(text);

    /// <summary>A number, a code or a standard that reads the same in both languages.</summary>
    public static CertificateCell FromString(string text) => new(new Bilingual(text, text));

    public static CertificateCell FromBilingual(Bilingual text) => new(text);
}
