using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
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

    /// <summary>False where the lot fails in that market (<see cref="VerdictAsync"/>); a market that says nothing stands in nobody's way.</summary>
    public static async Task<bool> PassesAsync(BeeTraceDb db, LotId lot, string market, CancellationToken cancel) =>
        await VerdictAsync(db, lot, market, cancel) is not { } verdict || !verdict.IsFailed();

    /// <summary>
    /// What the approved samples of a lot mean in a market: the failing one of several, by the newest evaluation there, or judged now by the readings where nobody has
    /// judged them under that market yet. Null where the market has no profile or nothing was approved.
    /// </summary>
    public static async Task<Verdict?> VerdictAsync(BeeTraceDb db, LotId lot, string market, CancellationToken cancel)
    {
        Verdict? last = null;
        foreach (var sample in await db.Samples.AsNoTracking().Where(s => s.LotId == lot && s.Status == SampleStatus.Approved).OrderBy(s => s.DrawnOn).ToListAsync(cancel))
        {
            var frozen = await db.Evaluations.AsNoTracking().Where(e => e.SampleId == sample.Id && e.Market == market).OrderByDescending(e => e.EvaluatedAt)
                .Select(e => (Verdict?)e.Verdict).FirstOrDefaultAsync(cancel);
            last = frozen ?? await JudgeAsync(db, sample, market, cancel) ?? last;
            if (last?.IsFailed() == true)
                return last;
        }

        return last;
    }

    private static async Task<Verdict?> JudgeAsync(BeeTraceDb db, Sample sample, string market, CancellationToken cancel) =>
        (await SampleJudge.JudgeAsync(db, sample, await CurrentReadings.Of(db, sample.Id).ToListAsync(cancel), market, cancel))?.Judgement.Verdict;
}
