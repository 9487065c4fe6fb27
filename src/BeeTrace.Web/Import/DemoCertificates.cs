using System.Globalization;
using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Access;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Trade;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>Certificates of the demo county, at least one of each kind; their numbers stand in one file of the operator's.</summary>
public sealed class DemoCertificates(Database database, CertificateService certificates, ConsignmentService consignments, ConsignmentStatementService statements, YearbookService yearbooks)
{
    /// <summary>The kind issued last: where it is there, all are.</summary>
    public const CertificateKind Last = CertificateKind.Yearbook;

    /// <summary>Where the demo consignment goes.</summary>
    private const string Destination = "JP";

    private static readonly int[] Years = [2018, 2019];

    /// <summary>
    /// The signatory certifies the firm's newest passed sample of each product, then the county's pass rates of two years, then states a consignment of
    /// some of these lots; the county publishes the yearbooks of the same years; one of the pass rates is replaced, so that a paper that has ended can be looked at. Writes <c>kind TAB number</c>, one a line.
    /// </summary>
    public async Task IssueAsync(Actor exporter, Actor signatory, Actor county, string file, CancellationToken cancel)
    {
        var lines = new StringBuilder();
        var batches = new List<CertificateNumber>();
        foreach (var sample in await NewestPassedAsync(exporter.Firm!.Value, signatory, cancel))
        {
            var issued = await certificates.IssueBatchTestAsync(sample, signatory, cancel: cancel);
            batches.Add(issued.Value);
            Note(CertificateKind.BatchTest, issued);
        }

        var rates = new List<CertificateNumber>();
        foreach (var year in Years)
        {
            var issued = await certificates.IssuePassRateAsync(new IssuePassRate(new(year, 1, 1), new(year, 12, 31)), signatory, cancel);
            rates.Add(issued.Value);
            Note(CertificateKind.PassRate, issued);
        }

        Note(CertificateKind.PassRate, await certificates.ReplaceAsync(new EndCertificate(rates[^1], EndReason.CountedAgain, null), signatory, cancel));
        Note(CertificateKind.Consignment, await StateAsync(exporter, signatory, batches, cancel));
        var editions = await yearbooks.EditionsAsync(county, cancel);
        foreach (var year in Years)
        {
            Note(CertificateKind.Yearbook, editions.FirstOrDefault(e => e.Year == year) is { } edition
                ? edition.Number
                : await yearbooks.PublishAsync(new PublishYearbook(year, null), county, cancel));
        }

        await OperatorFile.WriteAsync(file, lines.ToString(), cancel);

        void Note(CertificateKind kind, Outcome<CertificateNumber> issued) =>
            lines.Append(CultureInfo.InvariantCulture, $"{kind.Code()}\t{issued.Value}\n");
    }

    /// <summary>The statement that stands already, of a start before this one; else a consignment of two certified lots is put together and stated.</summary>
    private async Task<Outcome<CertificateNumber>> StateAsync(Actor exporter, Actor signatory, List<CertificateNumber> batches, CancellationToken cancel)
    {
        ConsignmentCode? begun;
        await using (var work = await database.OpenAsync(exporter, cancel))
        {
            var stated = await work.Db.Certificates
                .Where(c => c.Kind == CertificateKind.Consignment && c.FirmId == exporter.Firm && !work.Db.CertificateEndings.Any(e => e.CertificateId == c.Id))
                .Select(c => (CertificateNumber?)c.Number).FirstOrDefaultAsync(cancel);
            if (stated is { } number)
                return number;
            begun = await work.Db.Consignments.Where(c => c.State == ConsignmentState.Draft).OrderBy(c => c.Code).Select(c => (ConsignmentCode?)c.Code).FirstOrDefaultAsync(cancel);
        }

        var lots = batches.Take(2).Select(number => new ConsignLot(number.ToString(), "12.5")).ToList();
        begun ??= (await consignments.PutTogetherAsync(new PutTogether(ConsignmentId.New(), Destination, Incoterm.Fob, null, null, lots), exporter, cancel)).Value;
        return await statements.IssueAsync(new IssueStatement(begun.Value), signatory, cancel);
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
