using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Trade;

/// <summary>What keeps a lot from a market: its bee, and the newest verdict there that nobody has released it from.</summary>
internal static class MarketRules
{
    /// <summary>Why a lot may not be declared for a market; empty where nothing is in the way.</summary>
    public static async Task<IReadOnlyList<Refusal>> CheckAsync(BeeTraceDb db, Lot lot, string market, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        if (await db.LotHolds.AnyAsync(h => h.LotId == lot.Id && h.ReleasedAt == null, cancel))
            refusals.Add(new Refusal(TradeRefusal.LotOnHold, null, lot.Code.ToString()));
        if (await BeeAsync(db, lot, market, null, cancel) is { } bee)
            refusals.Add(bee);
        if (!await PassesAsync(db, lot.Id, market, cancel) && !await db.MarketReleases.AnyAsync(r => r.LotId == lot.Id && r.Market == market, cancel))
            refusals.Add(new Refusal(TradeRefusal.FailsInMarket, null, lot.Code.ToString(), market));
        return refusals;
    }

    /// <summary>A market that calls the product by its name only of certain bees (the EU honey of <c>Apis mellifera</c>: Directive 2001/110/EC, Annex I) takes no other.</summary>
    public static async Task<Refusal?> BeeAsync(BeeTraceDb db, Lot lot, string market, string? field, CancellationToken cancel)
    {
        var taken = await db.Limits.AsNoTracking().Where(l => l.Market == market && l.Product == lot.Product && l.Active && l.Comparator == Comparator.OfSpecies).Select(l => l.Species).ToListAsync(cancel);
        var bee = lot.Species.LatinName();
        return taken.Count == 0 || taken.Contains(bee, StringComparer.OrdinalIgnoreCase) ? null : new Refusal(TradeRefusal.BeeNotTaken, field, lot.Code.ToString(), bee, market);
    }

    /// <summary>False where the newest evaluation of a sample of the lot says in that market that it fails. A market for which it was not judged says nothing.</summary>
    public static async Task<bool> PassesAsync(BeeTraceDb db, LotId lot, string market, CancellationToken cancel)
    {
        var verdicts = await (
            from s in db.Samples.AsNoTracking()
            where s.LotId == lot
            join e in db.Evaluations.AsNoTracking() on s.Id equals e.SampleId
            where e.Market == market && !db.Evaluations.Any(later => later.SampleId == e.SampleId && later.Market == market && later.EvaluatedAt > e.EvaluatedAt)
            select e.Verdict).ToListAsync(cancel);
        return !verdicts.Any(v => v is Verdict.Fail or Verdict.ConditionalFail);
    }
}
