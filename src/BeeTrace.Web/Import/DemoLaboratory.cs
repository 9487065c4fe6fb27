using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Import;

/// <summary>
/// What the demo county's laboratory plans and controls, all of it invented: a sampling plan whose first list waits for its public value, and
/// control series with results. Every id is fixed, so that a start that was interrupted goes on where it stopped.
/// </summary>
public sealed class DemoLaboratory(SamplingPlanService plans, SamplingPlanQueries planQueries, QualityControlService quality, TimeProvider clock)
{
    private const string OwnProcedure = "质控规程 DEMO-QP-07（虚构示例）";
    private const string Series = "HMF-QC-1";

    private static readonly DateOnly FirstDay = new(2026, 1, 5);

    private static readonly decimal[] OwnResults =
        [38.2m, 39.5m, 40.1m, 38.9m, 41.2m, 39.8m, 40.6m, 38.4m, 39.1m, 40.9m, 41.5m, 39.3m, 38.8m, 40.3m, 39.9m, 37.9m, 40.0m, 41.0m, 39.6m, 38.7m];

    private static readonly decimal[] Later = [39.4m, 40.8m, 42.3m, 39.9m, 38.6m, 44.1m, 39.7m, 40.2m];

    public async Task WorkAsync(Actor officer, Actor analyst, Actor reviewer, CancellationToken cancel)
    {
        await PlanAsync(officer, cancel);
        await ControlMaterialAsync(analyst, reviewer, cancel);
        await ControlAsync(
            new(new(Fixed(2)), "MOISTURE-DUP", "水分平行样（虚构示例）", ControlKind.Duplicate, "MOISTURE", default, null, null, null, 2m, OwnProcedure),
            [(18.2m, 18.3m, null), (17.9m, 17.8m, null), (19.1m, 19.6m, null), (18.8m, 18.8m, null)], analyst, cancel);
        await ControlAsync(
            new(new(Fixed(3)), "CAP-SPIKE", "氯霉素加标（虚构示例）", ControlKind.Spike, "CHLORAMPHENICOL", default, null, null, 70m, 120m, OwnProcedure),
            [(0m, 0.28m, 0.3m), (0m, 0.31m, 0.3m), (0m, 0.19m, 0.3m), (0m, 0.27m, 0.3m)], analyst, cancel);
        await ControlAsync(
            new(new(Fixed(4)), "CAP-BLANK", "氯霉素空白（虚构示例）", ControlKind.Blank, "CHLORAMPHENICOL", default, null, null, null, 0.1m, OwnProcedure),
            [(0.02m, null, null), (0.01m, null, null), (0.03m, null, null)], analyst, cancel);
    }

    private async Task PlanAsync(Actor officer, CancellationToken cancel)
    {
        var code = Expect(await plans.PlanAsync(
            new(new(Fixed(1)), 2019, SamplingBasis.RoutineMonitoring,
            [
                new(ProductCode.Honey, null, null, 3, 6, SamplingStage.CollectionPoint, 8),
                new(ProductCode.RoyalJelly, null, null, 3, 6, SamplingStage.Plant, 12),
                new(ProductCode.RoyalJellyPowder, null, null, 1, 12, SamplingStage.Warehouse, 6),
            ]), officer, cancel));
        if ((await planQueries.FindAsync(code, officer, cancel))!.Lists.Count > 0)
            return;
        _ = Expect(await plans.FreezeListAsync(
            code, new([1, 2], "虚构彩票明天一期的七个号码，从小到大，每个两位（示例）", 14, ChinaTime.DayOf(clock.GetUtcNow()).AddDays(1)), officer, cancel));
    }

    private async Task ControlMaterialAsync(Actor analyst, Actor reviewer, CancellationToken cancel)
    {
        await ControlAsync(
            new(new(Fixed(5)), Series, "自制蜂蜜质控样（虚构示例）", ControlKind.Material, "HMF", AssignedFrom.OwnResults, null, null, null, null, OwnProcedure),
            [.. OwnResults.Select(value => (value, (decimal?)null, (decimal?)null))], analyst, cancel);
        var assigned = await quality.AssignAsync(Series, reviewer, cancel);
        // An interrupted start had come as far as this.
        if (!assigned.IsDone && assigned.Refusals[0].Code != QualityRefusal.NothingToAssign)
            _ = Expect(assigned);
        for (var i = 0; i < Later.Length; i++)
            Expect(await quality.EnterAsync(new(new(Fixed(6, i)), Series, FirstDay.AddDays(OwnResults.Length + i), Later[i]), analyst, cancel));
    }

    private async Task ControlAsync(StartSeries start, (decimal First, decimal? Second, decimal? Added)[] results, Actor analyst, CancellationToken cancel)
    {
        var code = Expect(await quality.StartAsync(start, analyst, cancel));
        for (var i = 0; i < results.Length; i++)
            Expect(await quality.EnterAsync(new(new(Fixed(start.Id.Value.ToByteArray()[^2] + 16, i)), code, FirstDay.AddDays(i), results[i].First, results[i].Second, results[i].Added), analyst, cancel));
    }

    private static Guid Fixed(int number, int of = 0) => new(0x019c_8d5f, 0xed01, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)number, (byte)of);

    private static void Expect(Outcome outcome)
    {
        if (!outcome.IsDone)
            throw new DataSetupException($"The demo county's laboratory was refused: {outcome.Refusals[0].Code}.");
    }

    private static T Expect<T>(Outcome<T> outcome)
    {
        Expect(outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals));
        return outcome.Value;
    }
}
