using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>Another officer of the county.</summary>
    public Actor OtherOfficer { get; } = Person(Role.County);

    /// <summary>A plan for lots of one firm that were harvested in May of this world's year.</summary>
    public async Task<PlanCode> PlanAsync(FirmId firm, int planned, SamplingBasis basis = SamplingBasis.RandomSurveillance) =>
        (await Get<SamplingPlanService>().PlanAsync(
            new MakePlan(SamplingPlanId.New(), Today.Year, basis, [new MakeStratum(ProductCode.Honey, firm, null, 5, 5, SamplingStage.Plant, planned)]), County)).ShouldBeDone();

    /// <summary>Lots of one firm, harvested in May.</summary>
    public async Task<(FirmId Firm, IReadOnlyList<LotCode> Lots)> LotsOfMayAsync(int count)
    {
        var exporter = await ExporterAsync();
        var apiary = await ApiaryAsync(await BeekeeperAsync());
        var lots = new List<LotCode>();
        for (var i = 0; i < count; i++)
            lots.Add(await LotAsync(exporter, apiary, harvestedOn: new DateOnly(Today.Year, 5, 20)));
        return (exporter.Firm!.Value, lots);
    }

    /// <summary>Freezes the first stratum's list, with a public value of seven digits tomorrow.</summary>
    public async Task<int> FrozenAsync(PlanCode plan) =>
        (await Get<SamplingPlanService>().FreezeListAsync(plan, new FreezeList([1], "seven digits of tomorrow’s lottery", 7, Today.AddDays(1)), County)).ShouldBeDone();

    /// <summary>A plan whose lots are drawn; the world's clock goes on by a day.</summary>
    public async Task<PlanCode> DrawnPlanAsync(FirmId firm, int planned, string value = "0308112")
    {
        var plan = await PlanAsync(firm, planned);
        var list = await FrozenAsync(plan);
        Clock.Advance(TimeSpan.FromDays(1));
        (await RevealAsync(plan, list, value, County)).ShouldBeDone().ShouldBe(RevealState.FirstOfTwo);
        (await RevealAsync(plan, list, value, OtherOfficer)).ShouldBeDone().ShouldBe(RevealState.Drawn);
        return plan;
    }

    /// <summary>Somebody enters a public value.</summary>
    public Task<Outcome<RevealState>> RevealAsync(PlanCode plan, int list, string value, Actor actor) =>
        Get<SamplingPlanService>().RevealAsync(plan, new EnterPublicValue(list, value, "https://lottery.test/2026075"), actor);
}
