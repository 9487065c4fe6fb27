using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>One lot of a consignment as typed: the number of its batch test certificate, and the net mass that leaves.</summary>
public sealed record ConsignLot(string Certificate, string NetKg);

/// <summary>The signatory states which certified lots of an exporter travel together, and where to.</summary>
public sealed record IssueConsignment(FirmId Firm, string Destination, string? Container, string? Seal, IReadOnlyList<ConsignLot> Lots)
{
    /// <summary>Made by the page, so that a second click finds what the first issued.</summary>
    public CertificateId Id { get; init; } = CertificateId.New();

    public CertificateLanguage Language { get; init; }
}

/// <summary>Issues consignment statements: what leaves is checked against the lots, their holds and their certificates.</summary>
public sealed class ConsignmentStatementService(Database database, CertificateIssuer issuer)
{
    /// <summary>
    /// A signatory issues a consignment statement. Refused: a password given too long ago, an unknown destination, no lot or one named twice, a certificate that is
    /// no valid batch test certificate of that firm, a lot on hold, a mass that is none or more than has not left yet. Recorded: number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> IssueAsync(IssueConsignment issue, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (CertificateService.MaySign(work) is { } refusal)
            return refusal;
        await work.OneAtATimeAsync(issue.Id.Value.ToString(), cancel);
        if (await db.Certificates.Where(c => c.Id == issue.Id).Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        if (await db.Countries.AsNoTracking().SingleOrDefaultAsync(c => c.Code == issue.Destination, cancel) is not { } country)
            return new Refusal(TradeRefusal.CountryUnknown, nameof(issue.Destination), issue.Destination);
        if (await CertificateService.LaboratoryAsync(db, cancel) is not { } laboratory)
            return new Refusal(CertificateRefusal.NoLaboratory);

        var leaving = await LeavingAsync(work, issue, cancel);
        if (!leaving.IsDone)
            return Outcome<CertificateNumber>.Refused(leaving.Refusals);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == issue.Firm, cancel);
        var facts = await FactsAsync(db, issue, firm, country, leaving.Value, cancel);

        var draft = new CertificateDraft(issue.Id, CertificateKind.Consignment, laboratory) { Firm = issue.Firm, Language = issue.Language };
        var issued = await issuer.IssueAsync(work, draft, content => content with { Consignment = facts }, cancel);
        if (!issued.IsDone)
            return Outcome<CertificateNumber>.Refused(issued.Refusals);
        db.ConsignmentLots.AddRange(leaving.Value.Select(l => new ConsignmentLot { CertificateId = issue.Id, LotId = l.Lot.Id, BatchCertificateId = l.Certificate.Id, NetKg = l.NetKg }));
        work.Record(
            DeedCode.CertificateIssued, issued.Value.Number.ToString(),
            @new: new { kind = CertificateKind.Consignment.Code(), issued.Value.ContentSha256, issued.Value.PdfSha256, lots = facts.Lines.Select(l => l.Lot) });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? issued.Value.Number : Outcome<CertificateNumber>.Refused(committed.Refusals);
    }

    /// <summary>Every line, looked at; each lot is locked until the statement stands, so that it cannot leave twice.</summary>
    private static async Task<Outcome<IReadOnlyList<LeavingLot>>> LeavingAsync(Work work, IssueConsignment issue, CancellationToken cancel)
    {
        var db = work.Db;
        var lines = issue.Lots.Where(l => !string.IsNullOrWhiteSpace(l.Certificate)).ToList();
        if (lines.Count == 0)
            return new Refusal(CertificateRefusal.NothingConsigned);
        var leaving = new List<LeavingLot>();
        var refusals = new List<Refusal>();
        foreach (var line in lines)
        {
            var parsed = CertificateNumber.Parse(line.Certificate, line.Certificate);
            if (!parsed.IsDone)
            {
                refusals.AddRange(parsed.Refusals);
                continue;
            }

            if (leaving.Any(l => l.Certificate.Number == parsed.Value))
            {
                refusals.Add(new Refusal(CertificateRefusal.LotTwice, line.Certificate, parsed.Value.ToString()));
                continue;
            }

            var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(
                c => c.Number == parsed.Value && c.Kind == CertificateKind.BatchTest && c.FirmId == issue.Firm && !db.CertificateEndings.Any(e => e.CertificateId == c.Id), cancel);
            if (certificate is null)
            {
                refusals.Add(new Refusal(CertificateRefusal.NotABatchOfTheFirm, line.Certificate, parsed.Value.ToString()));
                continue;
            }

            var lot = await db.Lots.AsNoTracking().SingleAsync(l => l.Id == certificate.LotId, cancel);
            await work.OneAtATimeAsync(lot.Code.ToString(), cancel);
            if (await db.LotHolds.AnyAsync(h => h.LotId == lot.Id && h.ReleasedAt == null, cancel))
            {
                refusals.Add(new Refusal(CertificateRefusal.LotOnHold, line.Certificate, lot.Code.ToString()));
                continue;
            }

            var left = await db.Database.SqlQuery<decimal>($"""select certificates.consigned_kg({lot.Id.Value}) as "Value" """).SingleAsync(cancel);
            var mass = KilogramText.Parse(line.NetKg);
            if (ConsignmentRules.MayLeave(lot.Code, lot.MassKg, left + leaving.Where(l => l.Lot.Id == lot.Id).Sum(l => l.NetKg), mass, line.NetKg, line.Certificate) is { } refusal)
                refusals.Add(refusal);
            else
                leaving.Add(new LeavingLot(lot, certificate, mass!.Value));
        }

        return refusals.Count > 0 ? Outcome<IReadOnlyList<LeavingLot>>.Refused(refusals) : leaving;
    }

    private static async Task<ConsignmentContent> FactsAsync(
        BeeTraceDb db, IssueConsignment issue, Firm firm, Country country, IReadOnlyList<LeavingLot> leaving, CancellationToken cancel)
    {
        var apiaries = leaving.Select(l => l.Lot.ApiaryId).Distinct().ToList();
        var counties = await (from a in db.Apiaries.AsNoTracking() where apiaries.Contains(a.Id) join c in db.Counties on a.County equals c.Code select new { a.Id, County = c }).ToDictionaryAsync(r => r.Id, r => r.County, cancel);
        var products = await db.Products.AsNoTracking().ToDictionaryAsync(p => p.Code, p => p.Name, cancel);
        NamedCode CountyOf(Lot lot) => new(counties[lot.ApiaryId].Code, counties[lot.ApiaryId].Name);
        var named = counties.Values.DistinctBy(c => c.Code).ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
        return new ConsignmentContent
        {
            Firm = new NamedCode(firm.CreditCode, firm.Name),
            Destination = new NamedCode(country.Code, country.Name),
            Container = Written(issue.Container),
            Seal = Written(issue.Seal),
            Lines =
            [
                .. leaving.Select(l => new ConsignmentLine
                {
                    Lot = l.Lot.Code.ToString(), Product = new NamedCode(l.Lot.Product, products[l.Lot.Product]), NetMassKg = Kilograms(l.NetKg), LotMassKg = Kilograms(l.Lot.MassKg),
                    HarvestedOn = l.Lot.HarvestedOn, County = CountyOf(l.Lot), Species = l.Lot.Species.LatinName(), Certificate = l.Certificate.Number.ToString(),
                    CertificateSha256 = l.Certificate.ContentSha256,
                }),
            ],
            NetMassKg = Kilograms(leaving.Sum(l => l.NetKg)),
            Origins =
            [
                .. ConsignmentRules.Shares(leaving.Select(l => (CountyOf(l.Lot).Code, l.NetKg)))
                    .Select(s => new OriginShare(new NamedCode(s.Code, named[s.Code]), Kilograms(s.Kg), s.Percent.ToString("0.0", CultureInfo.InvariantCulture))),
            ],
        };
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Kilograms(decimal mass) => mass.ToString("0.000###", CultureInfo.InvariantCulture);

    /// <summary>A lot, the certificate that speaks for it, and what leaves.</summary>
    private sealed record LeavingLot(Lot Lot, Certificate Certificate, decimal NetKg);
}
