using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Lab;

public sealed class SampleServiceTests(World world) : IClassFixture<World>
{
    private SampleService Service => world.Get<SampleService>();

    [Fact]
    public async Task A_sample_goes_its_way_step_by_step_and_every_step_is_a_deed()
    {
        var code = await world.ApprovedSampleAsync(await world.LotAsync());

        (await world.DeedsOfAsync(code.ToString())).Select(d => d.Deed).Distinct().ShouldBe(
            [DeedCode.SampleDrawn, DeedCode.SampleReceived, DeedCode.ReadingEntered, DeedCode.SampleSubmitted, DeedCode.SampleApproved], ignoreOrder: true);
    }

    [Fact]
    public async Task A_sample_that_cannot_be_tested_is_rejected_with_its_reason_and_stays_so()
    {
        var code = await world.SampleAsync(await world.LotAsync());
        (await Service.RejectAsync(code, RejectionReason.SealBroken, " ", world.Analyst)).ShouldBeRefused(LabRefusal.ReasonMissing);
        (await Service.RejectAsync(code, RejectionReason.SealBroken, "seal 0412 torn", world.Reviewer)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.RejectAsync(code, RejectionReason.SealBroken, "seal 0412 torn", world.Analyst)).ShouldBeDone();

        var sample = await world.SeeAsync(world.Analyst, db => db.Samples.SingleAsync(s => s.Code == code));
        (sample.Status, sample.Rejection, sample.EndedWhy).ShouldBe((SampleStatus.Rejected, RejectionReason.SealBroken, "seal 0412 torn"));
        (await EnterAsync(code)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await Service.CancelAsync(code, "again", world.Sampler)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await world.DeedsOfAsync(code.ToString())).Single(d => d.Deed == DeedCode.SampleRejected).Why.ShouldBe("seal 0412 torn");
    }

    [Fact]
    public async Task A_sample_is_cancelled_before_it_has_a_verdict_and_never_after()
    {
        var testing = await world.SampleAsync(await world.LotAsync());
        (await EnterAsync(testing)).ShouldBeDone();
        (await Service.CancelAsync(testing, "drawn twice", world.Analyst)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.CancelAsync(testing, "drawn twice", world.Reviewer)).ShouldBeDone();

        var approved = await world.ApprovedSampleAsync(await world.LotAsync());
        (await Service.CancelAsync(approved, "too late", world.Reviewer)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
    }

    [Fact]
    public async Task No_step_can_be_left_out_or_taken_twice()
    {
        var lot = await world.LotAsync();
        var drawn = await world.DrawnSampleAsync(lot);
        (await EnterAsync(drawn)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await Service.SubmitAsync(drawn, world.Analyst)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await Service.ReturnAsync(drawn, "why", world.Reviewer)).ShouldBeRefused(LabRefusal.StatusNotAllowed);

        var received = await world.SampleAsync(lot);
        (await Service.ReceiveAsync(received, new(world.Today), world.Reviewer)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await Service.SubmitAsync(received, world.Analyst)).ShouldBeRefused(LabRefusal.StatusNotAllowed);

        var testing = await world.SampleAsync(lot);
        (await EnterAsync(testing)).ShouldBeDone();
        (await world.ApproveAsync(testing, world.Reviewer)).ShouldBeRefused(LabRefusal.StatusNotAllowed);

        var approved = await world.ApprovedSampleAsync(lot);
        (await EnterAsync(approved)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await Service.ReturnAsync(approved, "why", world.Reviewer)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
        (await world.ApproveAsync(approved, world.Signatory)).ShouldBeRefused(LabRefusal.StatusNotAllowed);
    }

    [Fact]
    public async Task Each_step_belongs_to_its_roles()
    {
        var lot = await world.LotAsync();
        var code = await world.DrawnSampleAsync(lot);
        var draw = new DrawSample(SampleId.New(), lot.ToString(), SamplingBasis.RandomSurveillance, null, world.Today);

        foreach (var actor in new[] { world.Analyst, world.Reviewer, world.County, world.Auditor, Actor.Public })
            (await Service.DrawAsync(draw, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        foreach (var actor in new[] { world.Analyst, world.County, world.Auditor })
            (await Service.ReceiveAsync(code, new(world.Today), actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        foreach (var actor in new[] { world.Sampler, world.Reviewer, world.Signatory, world.County })
            (await Service.SubmitAsync(code, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        foreach (var actor in new[] { world.Sampler, world.Analyst, world.County })
            (await Service.ReturnAsync(code, "why", actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task A_sample_is_drawn_between_harvest_and_today()
    {
        var lot = await world.LotAsync();
        async Task<Outcome<SampleCode>> DrawAsync(DateOnly day) =>
            await Service.DrawAsync(new DrawSample(SampleId.New(), lot.ToString(), SamplingBasis.Targeted, null, day), world.Sampler);

        (await DrawAsync(world.Today.AddDays(-3))).ShouldBeRefused(LabRefusal.DrawnBeforeHarvest).Arguments.ShouldBe([world.Today.AddDays(-2)]);
        (await DrawAsync(world.Today.AddDays(1))).ShouldBeRefused(LabRefusal.DrawnInFuture);
        (await DrawAsync(world.Today.AddDays(-2))).ShouldBeDone();
    }

    [Fact]
    public async Task An_unknown_lot_is_refused()
    {
        var draw = new DrawSample(SampleId.New(), LotCode.Create(2026, 99999).ToString(), SamplingBasis.Targeted, null, world.Today);

        (await Service.DrawAsync(draw, world.Sampler)).ShouldBeRefused(TraceRefusal.LotUnknown).Field.ShouldBe("LotCode");
        (await Service.DrawAsync(draw with { LotCode = "lot" }, world.Sampler)).ShouldBeRefused(CodeRefusal.Malformed).Field.ShouldBe("LotCode");
    }

    [Fact]
    public async Task Drawing_twice_with_one_id_is_one_sample()
    {
        var draw = new DrawSample(SampleId.New(), (await world.LotAsync()).ToString(), SamplingBasis.Targeted, null, world.Today);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Service.DrawAsync(draw, world.Sampler)));

        outcomes.Select(o => o.ShouldBeDone()).Distinct().ShouldHaveSingleItem();
        (await world.SeeAsync(world.Auditor, db => db.Samples.CountAsync(s => s.Id == draw.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task A_sample_arrives_between_its_drawing_and_today()
    {
        var code = await world.DrawnSampleAsync(await world.LotAsync());

        (await Service.ReceiveAsync(code, new(world.Today.AddDays(-1)), world.Reviewer)).ShouldBeRefused(LabRefusal.ReceivedBeforeDrawn);
        (await Service.ReceiveAsync(code, new(world.Today.AddDays(1)), world.Reviewer)).ShouldBeRefused(LabRefusal.ReceivedInFuture);
        (await Service.ReceiveAsync(code, new(world.Today), world.Reviewer)).ShouldBeDone();
    }

    [Fact]
    public async Task A_sample_goes_back_to_the_bench_with_a_reason()
    {
        var code = await world.SubmittedSampleAsync(await world.LotAsync());

        (await Service.ReturnAsync(code, " ", world.Reviewer)).ShouldBeRefused(LabRefusal.ReasonMissing);
        (await Service.ReturnAsync(code, "sucrose looks like a slip", world.Reviewer)).ShouldBeDone();

        (await world.DeedsOfAsync(code.ToString())).Single(d => d.Deed == DeedCode.SampleReturned).Why.ShouldBe("sucrose looks like a slip");
        (await Service.SubmitAsync(code, world.Analyst)).ShouldBeDone();
    }

    private Task<Outcome<ReadingId>> EnterAsync(SampleCode code) =>
        world.Get<ReadingService>().EnterAsync(new EnterReading(code, "SUCROSE", "3.2", null, null), world.Analyst);
}
