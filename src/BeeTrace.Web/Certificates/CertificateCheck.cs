using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Shell.Display;

namespace BeeTrace.Web.Certificates;

/// <summary>What came out of a check.</summary>
/// <param name="Number">The number asked for, or found in the file; null where none was found.</param>
/// <param name="Reasons">What was found, as sentences.</param>
public sealed record CheckResult(CertificateState State, string? Number, StoredCertificate? Certificate, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>What has come up since the certificate was issued and speaks against relying on it; it stays what it is.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];
}

/// <summary>Checks a number or a file against what was issued.</summary>
public sealed partial class CertificateCheck(CertificateQueries certificates)
{
    /// <summary>House rule: a certificate has some 100 KB; a file above this is no certificate of ours.</summary>
    public const int LargestPdf = 5 * 1024 * 1024;

    private const int MostNumbers = 4;

    public async Task<CheckResult> ByNumberAsync(CertificateNumber number, CancellationToken cancel = default)
    {
        var found = await certificates.FindAsync(number, cancel);
        if (found is null)
            return new CheckResult(CertificateState.Unknown, number.ToString(), null, [CheckReason.NeverIssued(number.ToString())]);
        // Rows are frozen by the database; a hash that no longer fits means that somebody went round it.
        return found.IsIntact
            ? new CheckResult(CertificateState.Valid, number.ToString(), found, [CheckReason.Issued, CheckReason.ContentIntact])
            {
                Warnings = [.. (await certificates.WithdrawnResultsAsync(number, cancel)).Select(CheckReason.ResultWithdrawn)],
            }
            : new CheckResult(CertificateState.Altered, number.ToString(), found, [CheckReason.ContentBroken]);
    }

    /// <summary>Checks a file by its bytes: the same bytes as issued are valid, anything else that bears our number is altered.</summary>
    public async Task<CheckResult> ByFileAsync(byte[] file, CancellationToken cancel = default)
    {
        if (!file.AsSpan().StartsWith("%PDF-"u8))
            return new CheckResult(CertificateState.Unreadable, null, null, [CheckReason.NotPdf]);

        var exact = await certificates.FindByPdfAsync(Convert.ToHexStringLower(SHA256.HashData(file)), cancel);
        if (exact is not null)
        {
            var byNumber = await ByNumberAsync(exact.Number, cancel);
            return byNumber with { Reasons = [CheckReason.SameBytes, .. byNumber.Reasons] };
        }

        foreach (var text in NumbersIn(file))
        {
            if (CertificateNumber.TryParse(text, out var number) && await certificates.FindAsync(number, cancel) is { } issued)
                return new CheckResult(CertificateState.Altered, number.ToString(), issued, [CheckReason.OtherBytes(number.ToString())]);
        }

        return new CheckResult(CertificateState.Unknown, null, null, [CheckReason.NoNumberFound]);
    }

    /// <summary>A certificate names its own number and perhaps one other; a file with many is made to try numbers out.</summary>
    private static IReadOnlyList<string> NumbersIn(byte[] file)
    {
        try
        {
            return [.. NumberInFile().Matches(System.Text.Encoding.Latin1.GetString(file)).Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(MostNumbers)];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    [GeneratedRegex("BT-20[0-9]{2}-(?:[0-9A-HJKMNP-TV-Z]{4}-){1,2}[0-9A-HJKMNP-TV-Z]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NumberInFile();
}

/// <summary>What a check found, in words.</summary>
public static class CheckReason
{
    public static Bilingual Issued => new("编号在签发记录中", "the number stands in the record of issue");
    public static Bilingual ContentIntact => new("存档内容与签发时的 SHA-256 一致", "the stored content has the SHA-256 it was issued with");
    public static Bilingual ContentBroken => new("存档内容与签发时的 SHA-256 不一致", "the stored content no longer has the SHA-256 it was issued with");
    public static Bilingual SameBytes => new("文件与签发的 PDF 逐字节相同", "the file is byte for byte the PDF that was issued");
    public static Bilingual NotPdf => new("文件不是 PDF", "the file is not a PDF");
    public static Bilingual TooLarge => new("文件大于 5 MiB，证书只有约 100 KB", "the file is larger than 5 MiB; a certificate has some 100 KB");
    public static Bilingual NoNumberFound => new("文件里没有找到从这里签发过的编号", "no number that was issued here was found in the file");

    public static Bilingual ResultWithdrawn(WithdrawnResult result)
    {
        var again = (result.ReTest, result.Verdict) switch
        {
            (null, _) => new Bilingual("", ""),
            ({ } sample, null) => new Bilingual($"正在复检（样品 {sample}）。", $" It is being tested again (sample {sample})."),
            ({ } sample, { } verdict) => new Bilingual(
                $"复检样品 {sample}：{DisplayText.Of(Enum.Parse<Verdict>(verdict)).Zh}。", $" Tested again, sample {sample}: {DisplayText.Of(Enum.Parse<Verdict>(verdict)).En}."),
        };
        return new($"所依据的样品 {result.Sample} 的检验报告已作废。{again.Zh}", $"The test report on sample {result.Sample}, on which this rests, was invalidated.{again.En}");
    }

    public static Bilingual NeverIssued(string number) => new($"签发记录中没有 {number}", $"the record of issue has no {number}");

    public static Bilingual OtherBytes(string number) => new(
        $"文件带有编号 {number}，但与签发的 PDF 不是同一份字节", $"the file bears the number {number} but is not the PDF that was issued");
}
