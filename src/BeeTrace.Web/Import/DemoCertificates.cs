using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Access;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Certificates of the demo county, at least one of each kind; their numbers stand in one file of the operator's.</summary>
public sealed class DemoCertificates(Database database, CertificateService certificates)
{
    /// <summary>The kind issued last: where it is there, all are.</summary>
    public const CertificateKind Last = CertificateKind.PassRate;

    private static readonly int[] Years = [2018, 2019];

    /// <summary>
    /// The signatory certifies the firm's newest passed sample of each product, then the county's pass rates of two years. Writes
    /// <c>kind TAB number</c>, one a line.
    /// </summary>
    public async Task IssueAsync(FirmId firm, Actor signatory, string file, CancellationToken cancel)
    {
        var lines = new StringBuilder();
        foreach (var sample in await NewestPassedAsync(firm, signatory, cancel))
            Note(CertificateKind.BatchTest, await certificates.IssueBatchTestAsync(sample, signatory, cancel: cancel));
        foreach (var year in Years)
            Note(CertificateKind.PassRate, await certificates.IssuePassRateAsync(new IssuePassRate(new(year, 1, 1), new(year, 12, 31)), signatory, cancel));
        await OperatorFile.WriteAsync(file, lines.ToString(), cancel);

        void Note(CertificateKind kind, Outcome<CertificateNumber> issued) =>
            lines.Append(CultureInfo.InvariantCulture, $"{kind.Code()}\t{issued.Value}\n");
    }

    private async Task<List<SampleCode>> NewestPassedAsync(FirmId firm, Actor signatory, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(signatory, cancel);
        var passed = await work.Db.Samples.AsNoTracking()
            .Where(s => s.FirmId == firm && s.Verdict == Verdict.Pass)
            .OrderByDescending(s => s.DrawnOn)
            .Select(s => new { s.Code, s.Product })
            .ToListAsync(cancel);
        return [.. passed.DistinctBy(s => s.Product).Select(s => s.Code)];
    }
}
