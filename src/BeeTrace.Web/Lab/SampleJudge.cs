using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A sample judged under one market, with the profile that was in force on the sampling day.</summary>
public sealed record JudgedMarket(MarketProfile Profile, SampleJudgement Judgement);

/// <summary>Brings a sample's readings, declared facts and limits together and lets Core judge.</summary>
public static class SampleJudge
{
    /// <returns>Null where the market has no profile on the sampling day.</returns>
    public static async Task<JudgedMarket?> JudgeAsync(
        BeeTraceDb db, Sample sample, IReadOnlyCollection<EnteredReading> readings, string market, CancellationToken cancel) =>
        await FactsAsync(db, sample, cancel) is var facts && await GroundAsync(db, facts, market, cancel) is { } ground
            ? Judge(ground, readings)
            : null;

    /// <summary>The readings that count, judged on a ground that was read before.</summary>
    public static JudgedMarket Judge(JudgingGround ground, IEnumerable<EnteredReading> readings) =>
        new(ground.Market.Profile, ground.Judge([.. readings.Select(CurrentReadings.ToCore)]));

    /// <returns>Null where the market has no profile on the sampling day.</returns>
    public static async Task<JudgingGround?> GroundAsync(BeeTraceDb db, JudgedSample facts, string market, CancellationToken cancel) =>
        await LimitCatalogue.FindAsync(db, market, facts.Product, facts.SampledOn, cancel) is { } onDay ? new JudgingGround(facts, onDay) : null;

    /// <summary>What was declared of a sample: its lot's plant and bees, its grade, its day.</summary>
    public static async Task<JudgedSample> FactsAsync(BeeTraceDb db, Sample sample, CancellationToken cancel)
    {
        var lot = await db.Lots.AsNoTracking().Where(l => l.Id == sample.LotId)
            .Select(l => new { l.NectarSource, l.Species }).SingleAsync(cancel);
        return Facts(sample, lot.NectarSource, lot.Species);
    }

    /// <summary>The same when the lot has been read already.</summary>
    internal static JudgedSample Facts(Sample sample, string? nectarSource, BeeSpecies species) =>
        new(sample.Product, nectarSource, species.LatinName(), sample.Grade, sample.DrawnOn, sample.States);

    /// <summary>The copy that stays: readings, limits, rule and verdict as they were on this day.</summary>
    /// <param name="why">Why it is judged again; null at the approval.</param>
    /// <param name="after">When it was judged before: the newer evaluation is the later one, whatever the clock says.</param>
    internal static Evaluation Freeze(
        JudgedMarket judged, SampleId sample, IReadOnlyCollection<EnteredReading> readings, Work work, string? why = null, DateTimeOffset? after = null)
    {
        var id = EvaluationId.New();
        return new Evaluation
        {
            Id = id,
            SampleId = sample,
            Market = judged.Profile.Market,
            ProfileVersion = judged.Profile.Version,
            Rule = judged.Profile.Rule,
            Verdict = judged.Judgement.Verdict,
            EvaluatedAt = after >= work.Now ? after.Value.AddMicroseconds(1) : work.Now,
            EvaluatedBy = work.Actor.Account,
            Why = why,
            Items = [.. judged.Judgement.Items.Select(item => Freeze(item, id, readings.FirstOrDefault(r => r.Analyte == item.Analyte)))],
        };
    }

    // What was declared (the bee) or worked out of other readings (a sum) has a value without a reading of its own.
    private static string Otherwise(ItemJudgement item, string notTested) =>
        item.PrintedValue.Length == 0 ? notTested
        : item.Limit is { Comparator: not Comparator.OfSpecies } limit ? $"{item.PrintedValue} {limit.Unit}"
        : item.PrintedValue;

    private static EvaluationItem Freeze(ItemJudgement item, EvaluationId evaluation, EnteredReading? reading)
    {
        var core = reading is null ? null : CurrentReadings.ToCore(reading).Reading;
        var limit = item.Limit?.Describe();
        return new EvaluationItem
        {
            EvaluationId = evaluation,
            Analyte = item.Analyte,
            ReadingId = reading?.Id,
            ReadingZh = core?.Print(Language.Chinese) ?? Otherwise(item, "未检"),
            ReadingEn = core?.Print(Language.English) ?? Otherwise(item, "not tested"),
            Unit = reading?.Unit ?? (item.PrintedValue.Length > 0 ? item.Limit?.Unit : null) ?? "",
            Verdict = item.Verdict,
            LimitZh = limit?.Zh,
            LimitEn = limit?.En,
            Standard = item.Limit?.Standard,
            Clause = item.Limit?.Clause,
            Method = reading?.Method ?? item.Limit?.Method,
            Rule = item.Rule,
            JudgedValue = item.JudgedValue,
            PrintedValue = item.PrintedValue,
            Verified = item.Limit?.Verified ?? true,
            WhyZh = item.Why?.Zh,
            WhyEn = item.Why?.En,
        };
    }
}
