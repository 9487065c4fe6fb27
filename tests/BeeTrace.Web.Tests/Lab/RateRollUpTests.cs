using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Lab;

/// <summary>The roll-up behind the pass rates says what a recount of the samples says, after any history and for any period.</summary>
public sealed class RateRollUpTests(World world) : IClassFixture<World>
{
    private static readonly string[] Readings = ["4.2", "7.2", "<0.5", "6.0"];

    [Fact]
    public async Task After_any_history_the_roll_up_is_what_a_recount_gives()
    {
        var chance = new Random(20260615);
        var lots = new[] { await world.LotAsync(), await world.LotAsync(), await world.LotAsync() };
        for (var step = 0; step < 24; step++)
        {
            await LiveAsync(lots[chance.Next(lots.Length)], chance);
            if (step % 6 == 0)
                await ChangeLimitAsync(chance, step);
        }

        var before = await CountEverythingAsync();
        await world.RecountRatesAsync();
        (await CountEverythingAsync()).ShouldBe(before);

        for (var period = 0; period < 30; period++)
        {
            var from = world.Today.AddDays(-chance.Next(80));
            var to = from.AddDays(chance.Next(120));
            var figure = await world.Get<PassRateQueries>().CountAsync(new PassRateScope(from, to), Actor.Public);
            var samples = await world.SeeAsync(world.County, db => db.Samples.AsNoTracking()
                .Where(s => s.DrawnOn >= from && s.DrawnOn <= to && s.Basis == SamplingBasis.RandomSurveillance).ToListAsync());
            var counted = PassRate.Of(samples.Select(s => s.Verdict).OfType<Verdict>(), SamplingBasis.RandomSurveillance);
            figure.Total.Rate.ShouldBe(counted, $"{from} to {to}");
            (figure.Total.Drawn, figure.Total.Firms).ShouldBe((samples.Count, samples.Select(s => s.FirmId).Distinct().Count()), $"{from} to {to}");
        }
    }

    private async Task LiveAsync(Core.LotCode lot, Random chance)
    {
        var harvested = await world.SeeAsync(world.County, db => db.Lots.Where(l => l.Code == lot).Select(l => l.HarvestedOn).SingleAsync());
        var drawnOn = harvested.AddDays(chance.Next(world.Today.DayNumber - harvested.DayNumber + 1));
        var basis = chance.Next(6) == 0 ? SamplingBasis.ReTest : SamplingBasis.RandomSurveillance;
        var code = (await world.Get<SampleService>().DrawAsync(new DrawSample(Core.SampleId.New(), lot.ToString(), basis, null, drawnOn), world.Sampler)).Value;
        if (chance.Next(6) == 0)
        {
            (await world.Get<SampleService>().CancelAsync(code, "drawn by mistake", world.Sampler)).ShouldBeDone();
            return;
        }

        (await world.Get<SampleService>().ReceiveAsync(code, new(world.Today), world.Reviewer)).ShouldBeDone();
        await world.ReadingAsync(code, "SUCROSE", Readings[chance.Next(Readings.Length)], loq: 0.5m);
        if (chance.Next(5) == 0)
            return;
        (await world.Get<SampleService>().SubmitAsync(code, world.Analyst)).ShouldBeDone();
        if (chance.Next(4) == 0)
            return;
        (await world.ApproveAsync(code, world.Reviewer)).ShouldBeDone();
        for (var again = chance.Next(3); again > 0; again--)
            (await world.Get<EvaluationService>().JudgeAgainAsync(code, "CN", "another edition", world.Signatory)).ShouldBeDone();
    }

    /// <summary>Another limit on sugar from a day in the past on, so that what is judged again may get another verdict.</summary>
    private async Task ChangeLimitAsync(Random chance, int step)
    {
        var limits = await world.SeeAsync(world.Auditor, db => db.Limits.AsNoTracking()
            .Where(l => l.Market == "CN" && l.Product == "HONEY" && l.Analyte == "SUCROSE" && l.Active && l.StandardCode == "GB 14963" && l.InForceTo == null).ToListAsync());
        foreach (var limit in limits)
            await world.ReplaceLimitAsync(limit, world.Today.AddDays(-90 + step), $"{3 + chance.Next(5)}.5");
    }

    private async Task<(PassRate, PassRate, PassRate)> CountEverythingAsync()
    {
        var scope = PassRateScope.OfYear(world.Today.Year) with { Product = ProductCode.Honey };
        return (await OfAsync(RateKind.Batch), await OfAsync(RateKind.Item), await OfAsync(RateKind.Firm));
        Task<PassRate> OfAsync(RateKind kind) => world.Get<PassRateQueries>().CountAsync(scope, kind, Actor.Public);
    }
}
