using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Lab;

public sealed class ReadingServiceTests(World world) : IClassFixture<World>
{
    private ReadingService Service => world.Get<ReadingService>();

    [Fact]
    public async Task What_was_typed_is_kept_as_it_was_typed()
    {
        var code = await world.SampleAsync(await world.LotAsync());

        await world.ReadingAsync(code, "SUCROSE", "3.20");

        var reading = (await ReadingsAsync(code)).ShouldHaveSingleItem();
        (reading.Text, reading.Value, reading.Unit, reading.EnteredBy).ShouldBe(("3.20", 3.20m, "g/100 g", world.Analyst.Account));
        reading.Value!.Value.Scale.ShouldBe((byte)2, "digits are part of a reading");
    }

    [Fact]
    public async Task Not_detected_says_nothing_without_a_limit_of_detection()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        var enter = new EnterReading(code, "CHLORAMPHENICOL", "未检出", null, null);

        (await Service.EnterAsync(enter, world.Analyst)).ShouldBeRefused(LabRefusal.LodMissing);
        (await Service.EnterAsync(enter with { Lod = 0.1m }, world.Analyst)).ShouldBeDone();

        var reading = (await ReadingsAsync(code)).ShouldHaveSingleItem();
        (reading.Value, reading.Lod).ShouldBe((null, 0.1m), "not detected is not zero");
    }

    [Fact]
    public async Task What_is_no_result_is_refused()
    {
        var code = await world.SampleAsync(await world.LotAsync());

        (await EnterAsync(code, "SUCROSE", "about three")).ShouldBeRefused(LabRefusal.ReadingUnreadable);
        (await EnterAsync(code, "SUCROSE", "")).ShouldBeRefused(LabRefusal.ReadingMissing);
        (await EnterAsync(code, "PHLOGISTON", "1")).ShouldBeRefused(LabRefusal.AnalyteUnknown);
        (await EnterAsync(SampleCode.Create(2026, 99999), "SUCROSE", "1")).ShouldBeRefused(LabRefusal.SampleUnknown);
        (await ReadingsAsync(code)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_supersedes_and_says_why_and_the_first_reading_stays()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        var first = await world.ReadingAsync(code, "SUCROSE", "32");
        var correction = new EnterReading(code, "SUCROSE", "3.2", null, null, Supersedes: first);

        (await Service.EnterAsync(correction, world.OtherAnalyst)).ShouldBeRefused(LabRefusal.ReasonMissing).Field.ShouldBe("Reason");
        var second = (await Service.EnterAsync(correction with { Reason = "decimal point" }, world.OtherAnalyst)).ShouldBeDone();

        (await ReadingsAsync(code)).Select(r => (r.Id, r.Text, r.Supersedes)).ShouldBe([(first, "32", null), (second, "3.2", first)], ignoreOrder: true);
        (await world.SeeAsync(world.Auditor, async db => await CurrentReadings.Of(db, (await db.Samples.SingleAsync(s => s.Code == code)).Id).ToListAsync()))
            .ShouldHaveSingleItem().Id.ShouldBe(second);
        var deed = (await world.DeedsOfAsync(code.ToString())).Single(d => d.Deed == DeedCode.ReadingSuperseded);
        deed.Why.ShouldBe("decimal point");
        deed.Old.ShouldNotBeNull().ShouldContain("\"32\"");
        deed.New.ShouldNotBeNull().ShouldContain("\"3.2\"");
    }

    [Fact]
    public async Task Who_did_not_see_the_other_reading_is_shown_both()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        await world.ReadingAsync(code, "SUCROSE", "3.2");

        var outcome = await Service.EnterAsync(new EnterReading(code, "SUCROSE", "4.1", null, null), world.OtherAnalyst);

        outcome.ShouldBeRefused(LabRefusal.ReadingChangedMeanwhile).Arguments.ShouldBe(["3.2", "4.1"]);
        (await ReadingsAsync(code)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_analysts_at_one_cell_at_once_the_second_is_shown_both()
    {
        var code = await world.SampleAsync(await world.LotAsync());

        var outcomes = await Task.WhenAll(
            Service.EnterAsync(new EnterReading(code, "SUCROSE", "3.2", null, null), world.Analyst),
            Service.EnterAsync(new EnterReading(code, "SUCROSE", "4.1", null, null), world.OtherAnalyst));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Single(o => !o.IsDone).ShouldBeRefused(LabRefusal.ReadingChangedMeanwhile).Arguments.ShouldBe(["3.2", "4.1"], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_analysts_at_two_cells_do_not_get_into_each_others_way()
    {
        var code = await world.SampleAsync(await world.LotAsync());

        var outcomes = await Task.WhenAll(
            Service.EnterAsync(new EnterReading(code, "SUCROSE", "3.2", null, null), world.Analyst),
            Service.EnterAsync(new EnterReading(code, "FRUCTOSE_GLUCOSE", "68", null, null), world.OtherAnalyst));

        outcomes.ShouldAllBe(o => o.IsDone);
    }

    [Fact]
    public async Task Only_an_analyst_enters_readings()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        foreach (var actor in new[] { world.Sampler, world.Reviewer, world.Signatory, world.County, world.Admin, await world.ExporterAsync(), Actor.Public })
            (await Service.EnterAsync(new EnterReading(code, "SUCROSE", "3.2", null, null), actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    private Task<Outcome<ReadingId>> EnterAsync(SampleCode code, string analyte, string text) =>
        Service.EnterAsync(new EnterReading(code, analyte, text, null, null), world.Analyst);

    private Task<List<EnteredReading>> ReadingsAsync(SampleCode code) => world.SeeAsync(world.Auditor, db => (
        from reading in db.Readings.AsNoTracking()
        join sample in db.Samples on reading.SampleId equals sample.Id
        where sample.Code == code
        select reading).ToListAsync());
}
