using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>A lot, the certificate that speaks for it, and what leaves.</summary>
internal sealed record LeavingLot(Lot Lot, Certificate Certificate, decimal NetKg, int? Packages);

/// <summary>Reads the typed lines of a consignment.</summary>
internal static class LeavingLots
{
    /// <summary>Every line, looked at; each lot is locked until the consignment stands, so that it cannot leave twice. All that is wrong is told at once.</summary>
    public static async Task<Outcome<IReadOnlyList<LeavingLot>>> ReadAsync(Work work, FirmId firm, Country country, IReadOnlyList<ConsignLot> typed, CancellationToken cancel)
    {
        var lines = typed.Where(l => !string.IsNullOrWhiteSpace(l.Certificate)).ToList();
        if (lines.Count == 0)
            return new Refusal(CertificateRefusal.NothingConsigned);
        var leaving = new List<LeavingLot>();
        var refusals = new List<Refusal>();
        foreach (var line in lines)
        {
            var read = await ReadAsync(work, firm, country, line, leaving, cancel);
            if (read.IsDone)
                leaving.Add(read.Value);
            else
                refusals.AddRange(read.Refusals);
        }

        return refusals.Count > 0 ? Outcome<IReadOnlyList<LeavingLot>>.Refused(refusals) : leaving;
    }

    private static async Task<Outcome<LeavingLot>> ReadAsync(Work work, FirmId firm, Country country, ConsignLot line, List<LeavingLot> before, CancellationToken cancel)
    {
        var db = work.Db;
        var parsed = CertificateNumber.Parse(line.Certificate, line.Certificate);
        if (!parsed.IsDone)
            return Outcome<LeavingLot>.Refused(parsed.Refusals);
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(
            c => c.Number == parsed.Value && c.Kind == CertificateKind.BatchTest && c.FirmId == firm && !db.CertificateEndings.Any(e => e.CertificateId == c.Id), cancel);
        if (certificate is null)
            return new Refusal(CertificateRefusal.NotABatchOfTheFirm, line.Certificate, parsed.Value.ToString());
        if (before.Any(l => l.Lot.Id == certificate.LotId))
            return new Refusal(CertificateRefusal.LotTwice, line.Certificate, parsed.Value.ToString());

        var lot = await db.Lots.AsNoTracking().SingleAsync(l => l.Id == certificate.LotId, cancel);
        await work.OneAtATimeAsync(lot.Code.ToString(), cancel);
        if (await db.LotHolds.AnyAsync(h => h.LotId == lot.Id && h.ReleasedAt == null, cancel))
            return new Refusal(CertificateRefusal.LotOnHold, line.Certificate, lot.Code.ToString());
        if (await MarketRules.BeeAsync(db, lot, country.Market, line.Certificate, cancel) is { } bee)
            return bee;
        var left = await db.Database.SqlQuery<decimal>($"""select trade.left_kg({lot.Id.Value}) as "Value" """).SingleAsync(cancel);
        var mass = KilogramText.Parse(line.NetKg);
        if (ConsignmentRules.MayLeave(lot.Code, left, mass, line.NetKg, line.Certificate) is { } refusal)
            return refusal;
        return new LeavingLot(lot, certificate, mass!.Value, line.Packages);
    }
}
