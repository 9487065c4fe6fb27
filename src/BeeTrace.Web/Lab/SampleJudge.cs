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
        BeeTraceDb db, Sample sample, IReadOnlyCollection<EnteredReading> readings, string market, CancellationToken cancel)
    {
        var onDay = await LimitCatalogue.FindAsync(db, market, sample.Product, sample.DrawnOn, cancel);
        if (onDay is null)
            return null;
        var lot = await db.Lots.AsNoTracking().Where(l => l.Id == sample.LotId)
            .Select(l => new { l.NectarSource, l.Species }).SingleAsync(cancel);
        var facts = new JudgedSample(sample.Product, lot.NectarSource, lot.Species.LatinName(), sample.Grade, sample.DrawnOn);
        return new JudgedMarket(onDay.Profile, Judgement.Judge(facts, [.. readings.Select(CurrentReadings.ToCore)], onDay.Profile, onDay.Limits));
    }

    /// <summary>The copy that stays: readings, limits, rule and verdict as they were on this day.</summary>
    internal static Evaluation Freeze(JudgedMarket judged, SampleId sample, IReadOnlyCollection<EnteredReading> readings, Work work)
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
            EvaluatedAt = work.Now,
            EvaluatedBy = work.Actor.Account,
            Items = [.. judged.Judgement.Items.Select(item => Freeze(item, id, readings.FirstOrDefault(r => r.Analyte == item.Analyte)))],
        };
    }

    private static EvaluationItem Freeze(ItemJudgement item, EvaluationId evaluation, EnteredReading? reading)
    {
        var core = reading is null ? null : CurrentReadings.ToCore(reading).Reading;
        var limit = item.Limit?.Describe();
        return new EvaluationItem
        {
            EvaluationId = evaluation,
            Analyte = item.Analyte,
            ReadingId = reading?.Id,
            ReadingZh = core?.Print(Language.Chinese) ?? "未检",
            ReadingEn = core?.Print(Language.English) ?? "not tested",
            Unit = reading?.Unit ?? "",
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
