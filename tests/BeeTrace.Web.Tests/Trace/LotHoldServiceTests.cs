using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Trace;

namespace BeeTrace.Web.Tests.Trace;

/// <summary>A lot on hold: by a failing sample at once, by an officer's word, until an officer releases it.</summary>
public sealed class LotHoldServiceTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_failing_sample_holds_its_lot_in_the_same_deed_and_the_firm_reads_why()
    {
        var exporter = await world.ExporterAsync();
        var lot = await world.LotAsync(exporter, await world.ApiaryAsync(await world.BeekeeperAsync()), ProductCode.Honey, World.Rape);
        var sample = await world.ApprovedSampleAsync(lot, ("SUCROSE", "7.2"));

        var hold = (await world.Get<LotHoldQueries>().OfAsync(lot, exporter)).Single();
        (hold.Sample, hold.ReleasedAt).ShouldBe((sample, null));
        (await world.DeedsOfAsync(lot.ToString())).ShouldContain(d => d.Deed == DeedCode.LotHeld);
        (await world.Get<LotHoldQueries>().HeldAsync(world.County)).ShouldContain(h => h.Lot == lot);
        (await world.Get<LotHoldQueries>().HeldAsync(await world.ExporterAsync())).ShouldNotContain(h => h.Lot == lot, "another firm's trouble");
        (await world.Get<LotQueries>().ListAsync(lot.ToString(), 1, exporter)).Rows.Single().IsHeld.ShouldBeTrue("the firm's own list marks it");
    }

    [Fact]
    public async Task A_passing_sample_holds_nothing()
    {
        var lot = await world.LotAsync();
        await world.ApprovedSampleAsync(lot);
        (await world.Get<LotHoldQueries>().OfAsync(lot, world.County)).ShouldBeEmpty();
        (await world.Get<LotQueries>().ListAsync(lot.ToString(), 1, world.County)).Rows.Single().IsHeld.ShouldBeFalse();
    }

    [Fact]
    public async Task An_officer_holds_and_releases_with_a_reason_and_once()
    {
        var lot = await world.LotAsync();
        var holds = world.Get<LotHoldService>();
        (await holds.HoldAsync(lot, " ", world.County)).Refusals.Single().Code.ShouldBe(TraceRefusal.HoldReasonMissing);
        (await holds.HoldAsync(lot, "complaint 14/2026", world.County)).ShouldBeDone();
        (await holds.HoldAsync(lot, "again", world.County)).ShouldBeDone();
        (await world.Get<LotHoldQueries>().OfAsync(lot, world.County)).Count.ShouldBe(1);

        (await holds.ReleaseAsync(lot, "", world.County)).Refusals.Single().Code.ShouldBe(TraceRefusal.HoldReasonMissing);
        (await holds.ReleaseAsync(lot, "complaint was about another lot", world.County)).ShouldBeDone();
        (await holds.ReleaseAsync(lot, "again", world.County)).Refusals.Single().Code.ShouldBe(TraceRefusal.NotHeld);
        (await world.Get<LotHoldQueries>().OfAsync(lot, world.County)).Single().ReleaseReason.ShouldBe("complaint was about another lot");
    }

    [Fact]
    public async Task Nobody_but_an_officer_decides()
    {
        var lot = await world.LotAsync();
        foreach (var actor in new[] { world.Analyst, world.Reviewer, world.Signatory, await world.ExporterAsync() })
        {
            (await world.Get<LotHoldService>().HoldAsync(lot, "because", actor)).Refusals.Single().Code.ShouldBe(AccessRefusal.NotYourRole);
            (await world.Get<LotHoldService>().ReleaseAsync(lot, "because", actor)).Refusals.Single().Code.ShouldBe(AccessRefusal.NotYourRole);
        }
    }
}
