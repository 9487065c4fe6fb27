using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Certificates;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>The signatory states what is in a recorded consignment, and where it goes.</summary>
public sealed record IssueStatement(ConsignmentCode Consignment)
{
    /// <summary>Made by the page, so that a second click finds what the first issued.</summary>
    public CertificateId Id { get; init; } = CertificateId.New();

    public CertificateLanguage Language { get; init; }
}

/// <summary>Issues consignment statements of consignments that exporters have put together.</summary>
public sealed class ConsignmentStatementService(Database database, CertificateIssuer issuer)
{
    /// <summary>
    /// A signatory states a consignment. Refused: a password given too long ago, an unknown or cancelled consignment, one that is stated already, a lot on hold or whose
    /// certificate has ended since, a lot that fails in the market and was not released. Recorded: number and hashes.
    /// </summary>
    public async Task<Outcome<CertificateNumber>> IssueAsync(IssueStatement issue, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var db = work.Db;
        if (CertificateService.MaySign(work) is { } refusal)
            return refusal;
        if (await db.Consignments.SingleOrDefaultAsync(c => c.Code == issue.Consignment, cancel) is not { } consignment)
            return new Refusal(TradeRefusal.ConsignmentUnknown);
        await work.OneAtATimeAsync(consignment.Id.Value.ToString(), cancel);
        if (await db.Certificates.Where(c => c.Id == issue.Id).Select(c => (CertificateNumber?)c.Number).SingleOrDefaultAsync(cancel) is { } before)
            return before;
        await db.Entry(consignment).ReloadAsync(cancel);
        if (consignment.State is ConsignmentState.Cancelled)
            return new Refusal(TradeRefusal.NotInThatState, null, consignment.State.Name());
        if (await ConsignmentService.StatementAsync(db, consignment, cancel) is { } stated)
            return new Refusal(TradeRefusal.StatementStands, null, stated.ToString());
        if (await CertificateService.LaboratoryAsync(db, cancel) is not { } laboratory)
            return new Refusal(CertificateRefusal.NoLaboratory);

        var country = await db.Countries.AsNoTracking().SingleAsync(c => c.Code == consignment.Destination, cancel);
        var leaving = await LeavingAsync(work, consignment, country, cancel);
        if (!leaving.IsDone)
            return Outcome<CertificateNumber>.Refused(leaving.Refusals);
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == consignment.FirmId, cancel);
        var facts = await FactsAsync(db, consignment, firm, country, leaving.Value, cancel);

        var draft = new CertificateDraft(issue.Id, CertificateKind.Consignment, laboratory) { Firm = consignment.FirmId, Language = issue.Language };
        var issued = await issuer.IssueAsync(work, draft, content => content with { Consignment = facts }, cancel);
        if (!issued.IsDone)
            return Outcome<CertificateNumber>.Refused(issued.Refusals);
        db.ConsignmentLots.AddRange(leaving.Value.Select(l => new ConsignmentLot { CertificateId = issue.Id, LotId = l.Lot.Id, BatchCertificateId = l.Certificate.Id, NetKg = l.NetKg }));
        consignment.StatementId = issue.Id;
        work.Record(
            DeedCode.CertificateIssued, issued.Value.Number.ToString(),
            @new: new { kind = CertificateKind.Consignment.Code(), issued.Value.ContentSha256, issued.Value.PdfSha256, lots = facts.Lines.Select(l => l.Lot) });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? issued.Value.Number : Outcome<CertificateNumber>.Refused(committed.Refusals);
    }

    /// <summary>The lots as they were put together; what has happened to them since is looked at again, and each is locked until the statement stands.</summary>
    private static async Task<Outcome<IReadOnlyList<LeavingLot>>> LeavingAsync(Work work, Consignment consignment, Country country, CancellationToken cancel)
    {
        var db = work.Db;
        var lots = await (
            from l in db.ConsignedLots.AsNoTracking()
            where l.ConsignmentId == consignment.Id
            join lot in db.Lots.AsNoTracking() on l.LotId equals lot.Id
            join c in db.Certificates.AsNoTracking() on l.CertificateId equals c.Id
            orderby lot.Code
            select new { Leaving = new LeavingLot(lot, c, l.NetKg, l.Packages), HasEnded = db.CertificateEndings.Any(e => e.CertificateId == c.Id) }).ToListAsync(cancel);
        var refusals = new List<Refusal>();
        foreach (var lot in lots)
        {
            await work.OneAtATimeAsync(lot.Leaving.Lot.Code.ToString(), cancel);
            if (lot.HasEnded)
                refusals.Add(new Refusal(CertificateRefusal.NotABatchOfTheFirm, null, lot.Leaving.Certificate.Number.ToString()));
            refusals.AddRange(await MarketRules.CheckAsync(db, lot.Leaving.Lot, country.Market, cancel));
        }

        return refusals.Count > 0 ? Outcome<IReadOnlyList<LeavingLot>>.Refused(refusals) : lots.ConvertAll(l => l.Leaving);
    }

    private static async Task<ConsignmentContent> FactsAsync(
        BeeTraceDb db, Consignment consignment, Firm firm, Country country, IReadOnlyList<LeavingLot> leaving, CancellationToken cancel)
    {
        var apiaries = leaving.Select(l => l.Lot.ApiaryId).Distinct().ToList();
        var counties = await (from a in db.Apiaries.AsNoTracking() where apiaries.Contains(a.Id) join c in db.Counties on a.County equals c.Code select new { a.Id, County = c }).ToDictionaryAsync(r => r.Id, r => r.County, cancel);
        var products = await db.Products.AsNoTracking().ToDictionaryAsync(p => p.Code, p => p.Name, cancel);
        NamedCode CountyOf(Lot lot) => new(counties[lot.ApiaryId].Code, counties[lot.ApiaryId].Name);
        var verdicts = new Dictionary<LotId, string?>();
        foreach (var lot in leaving.Select(l => l.Lot.Id))
            verdicts[lot] = (await MarketRules.VerdictAsync(db, lot, country.Market, cancel))?.ToString();
        var named = counties.Values.DistinctBy(c => c.Code).ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
        return new ConsignmentContent
        {
            Firm = new NamedCode(firm.CreditCode, firm.Name),
            Destination = new NamedCode(country.Code, country.Name),
            Container = consignment.Container,
            Seal = consignment.Seal,
            Lines =
            [
                .. leaving.Select(l => new ConsignmentLine
                {
                    Lot = l.Lot.Code.ToString(), Product = new NamedCode(l.Lot.Product, products[l.Lot.Product]), NetMassKg = Kilograms(l.NetKg), LotMassKg = Kilograms(l.Lot.MassKg),
                    HarvestedOn = l.Lot.HarvestedOn, County = CountyOf(l.Lot), Species = l.Lot.Species.LatinName(), Certificate = l.Certificate.Number.ToString(),
                    CertificateSha256 = l.Certificate.ContentSha256, Verdict = verdicts[l.Lot.Id],
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

    private static string Kilograms(decimal mass) => mass.ToString("0.000###", CultureInfo.InvariantCulture);
}
