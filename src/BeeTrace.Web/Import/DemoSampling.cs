using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>
/// Two sampling records of the demo county, all of it invented: one is on its way to the laboratory, one waits for its second sampler. Every id is fixed,
/// so that a start that was interrupted goes on where it stopped.
/// </summary>
public sealed class DemoSampling(Database database, SamplingService sampling, SampleService samples, TimeProvider clock)
{
    private static readonly DateTimeOffset LastDay = new(2026, 11, 19, 10, 20, 0, ChinaTime.Offset);

    /// <summary>Near the end of the demo county's story, or yesterday where that is still to come.</summary>
    private DateTimeOffset DrawnAt => clock.GetUtcNow().AddDays(-1) is var yesterday && yesterday < LastDay ? yesterday.ToOffset(ChinaTime.Offset) : LastDay;

    public async Task WorkAsync(Actor sampler, Actor second, CancellationToken cancel)
    {
        var lots = await NewestLotsAsync(cancel);
        var signed = await RecordAsync(1, lots[0], sampler, second, cancel);
        if ((await sampling.CountersignAsync(signed, second, cancel)).IsDone)
            Expect(await samples.DispatchAsync(signed, "冷藏车 7（虚构示例）", 4.5m, sampler, cancel));
        await RecordAsync(2, lots[1], second, sampler, cancel);
    }

    private async Task<SampleCode> RecordAsync(int number, LotCode lot, Actor sampler, Actor second, CancellationToken cancel)
    {
        var draw = new DrawSample(
            new SampleId(new Guid($"0190d3f0-5a3b-7000-8000-00000000000{number}")), lot.ToString(), SamplingBasis.RoutineMonitoring, null, ChinaTime.DayOf(DrawnAt));
        var record = new WriteRecord
        {
            TaskSource = "例行监测（虚构示例）", DrawnAt = DrawnAt.AddMinutes(number * 45).ToUniversalTime(), Stage = SamplingStage.Warehouse, Place = "桐庐县分水镇 8 号仓库（虚构示例）",
            LotSize = 24m, LotSizeUnit = "桶", SampleG = 500m, ReTestG = 500m, Seal = $"DEMO-{number}1", ReTestSeal = $"DEMO-{number}2", TemperatureC = 4.0m,
            Method = "取样管，从 5 桶中各取上中下三层混匀", Container = "棕色玻璃瓶 2 只", Packaging = "食品级内涂钢桶", Storage = "阴凉、避光", SecondSampler = second.Account,
            PartyName = "仓管员（虚构示例）", PartySignature = PartySignature.Signed, Remarks = "虚构示例",
        };
        var recorded = await sampling.RecordAsync(draw, record, sampler, null, cancel);
        return recorded.IsDone ? recorded.Value : throw new InvalidOperationException($"A demo record was refused: {recorded.Refusals[0].Code}");
    }

    private async Task<List<LotCode>> NewestLotsAsync(CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        var until = ChinaTime.DayOf(DrawnAt);
        return await work.Db.Lots.Where(l => l.HarvestedOn <= until).OrderByDescending(l => l.HarvestedOn).ThenBy(l => l.Code).Select(l => l.Code).Take(2).ToListAsync(cancel);
    }

    private static void Expect(Outcome outcome)
    {
        if (!outcome.IsDone)
            throw new InvalidOperationException($"A demo step was refused: {outcome.Refusals[0].Code}");
    }
}
