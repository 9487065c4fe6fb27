using System.Globalization;
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
public sealed partial class CertificateCheck(CertificateQueries certificates, CertificateFiles files)
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
        if (!found.IsIntact)
            return new CheckResult(CertificateState.Altered, found.Number, found, [CheckReason.ContentBroken]);
        IReadOnlyList<Bilingual> held = found.LogIndex is { } index
            ? [CheckReason.Issued, CheckReason.ContentIntact, CheckReason.Logged(index, found.LogSize)]
            : [CheckReason.Issued, CheckReason.ContentIntact];
        return found.Ending switch
        {
            EndingDeed.Withdrawn => new CheckResult(CertificateState.Withdrawn, found.Number, found, [.. held, CheckReason.EndLogged(found.EndIndex)]),
            EndingDeed.Replaced => new CheckResult(CertificateState.Replaced, found.Number, found, [.. held, CheckReason.EndLogged(found.EndIndex)]),
            _ => new CheckResult(CertificateState.Valid, found.Number, found, held) { Warnings = await WarningsAsync(number, cancel) },
        };
    }

    /// <summary>Checks a file by its bytes: the same bytes as issued are what they are, anything else that bears our number is altered.</summary>
    public async Task<CheckResult> ByFileAsync(byte[] file, CancellationToken cancel = default)
    {
        var exact = await certificates.FindByPdfAsync(Convert.ToHexStringLower(SHA256.HashData(file)), cancel);
        if (exact is not null)
        {
            var byNumber = await ByNumberAsync(CertificateNumber.Parse(exact.Number).Value, cancel);
            return byNumber with { Reasons = [CheckReason.SameBytes, .. await files.SignatureAsync(file, cancel), .. byNumber.Reasons] };
        }

        // Half a download cannot be read, and yet bears a number.
        var seen = await files.LookAsync(file, cancel);
        foreach (var text in NumbersIn(file))
        {
            if (!CertificateNumber.TryParse(text, out var number) || await certificates.FindAsync(number, cancel) is not { } issued)
                continue;
            if (await files.IsStampedCopyAsync(number, issued, file, cancel))
            {
                var byNumber = await ByNumberAsync(number, cancel);
                return byNumber with { Reasons = [CheckReason.StampedCopy, .. byNumber.Reasons] };
            }

            return new CheckResult(CertificateState.Altered, number.ToString(), issued, [CheckReason.OtherBytes(number.ToString()), .. seen.Reasons]);
        }

        return seen.State is CertificateState.Unreadable
            ? new CheckResult(CertificateState.Unreadable, null, null, seen.Reasons)
            : new CheckResult(CertificateState.Unknown, null, null, [CheckReason.NoNumberFound, .. seen.Reasons]);
    }

    private async Task<IReadOnlyList<Bilingual>> WarningsAsync(CertificateNumber number, CancellationToken cancel) =>
    [
        .. (await certificates.WithdrawnResultsAsync(number, cancel)).Select(CheckReason.ResultWithdrawn),
        .. (await certificates.JudgedAgainAsync(number, cancel)).Select(CheckReason.JudgedAgain),
    ];

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
    public static Bilingual BeforeSignatures => new("签发时证书还不带电子签名", "it was issued before papers were signed electronically");
    public static Bilingual StampedCopy => new("文件是这里发出的加盖副本，原件字节在前", "the file is the stamped copy that is handed out here; the original bytes stand before the stamp");

    public static Bilingual Logged(long index, long size) => new(
        $"公开日志第 {index + 1} 条，共 {size} 条", string.Create(CultureInfo.InvariantCulture, $"in the public log: entry {index + 1} of {size}"));

    public static Bilingual EndLogged(long? index) => index is { } i
        ? new($"失效记在公开日志第 {i + 1} 条", string.Create(CultureInfo.InvariantCulture, $"its end stands in the public log as entry {i + 1}"))
        : new("失效没有记入公开日志", "its end does not stand in the public log");

    public static Bilingual JudgedAgain(JudgedAgain again) => new(
        $"签发后，样品 {again.Sample} 重新判定为：{DisplayText.Of(Enum.Parse<Verdict>(again.Verdict)).Zh}。",
        $"After the issue sample {again.Sample} was judged again: {DisplayText.Of(Enum.Parse<Verdict>(again.Verdict)).En}.");
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
