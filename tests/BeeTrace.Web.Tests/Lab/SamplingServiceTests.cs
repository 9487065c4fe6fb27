using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Lab;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Lab;

public sealed class SamplingServiceTests(World world) : IClassFixture<World>
{
    private SamplingService Service => world.Get<SamplingService>();

    private SampleService Samples => world.Get<SampleService>();

    [Fact]
    public async Task A_record_draws_the_sample_seals_both_portions_and_waits_for_the_second_sampler()
    {
        var (code, second) = await RecordedAsync();

        var sheet = await SheetAsync(code);
        sheet.Record!.AwaitsSecondSampler.ShouldBeTrue();
        sheet.Record.SampledUnit.ShouldBe(sheet.Firm.Zh, "nobody named another unit");
        sheet.Custody.Select(step => (step.Portion, step.Step, step.SealAfter, step.QuantityG)).ShouldBe(
            [(SamplePortion.Test, CustodyStep.Sealed, "0412-1", 500m), (SamplePortion.ReTest, CustodyStep.Sealed, "0412-2", 450.5m)], ignoreOrder: true);
        (await Samples.ReceiveAsync(code, new(world.Today), world.Reviewer)).ShouldBeRefused(SamplingRefusal.SecondNotSigned);

        (await Service.CountersignAsync(code, world.Sampler)).ShouldBeRefused(SamplingRefusal.NotYoursToSign);
        (await Service.CountersignAsync(code, second)).ShouldBeDone();
        (await Service.CountersignAsync(code, second)).ShouldBeRefused(SamplingRefusal.NotYoursToSign);
        (await Samples.ReceiveAsync(code, new(world.Today), world.Reviewer)).ShouldBeDone();
        (await world.DeedsOfAsync(code.ToString())).Select(deed => deed.Deed).ShouldBe(
            [DeedCode.SampleDrawn, DeedCode.RecordCountersigned, DeedCode.SampleReceived]);
    }

    [Fact]
    public async Task A_record_sent_twice_is_one_sample()
    {
        var (draw, record) = await WrittenAsync();
        var first = await Service.RecordAsync(draw, record, world.Sampler);
        var second = await Service.RecordAsync(draw, record, world.Sampler);
        second.Value.ShouldBe(first.Value);
        (await SheetAsync(first.Value)).Custody.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_kept()
    {
        var (draw, record) = await WrittenAsync();
        var wrong = await Service.RecordAsync(
            draw with { LotCode = LotCode.Create(2026, 99_998).ToString() }, record with { Place = null, SampleG = 0, SecondSampler = AccountId.New() }, world.Sampler,
            [new Refusal(SamplingRefusal.NumberUnreadable, nameof(WriteRecord.TemperatureC), "1,5")]);

        wrong.Refusals.Select(refusal => (refusal.Code, refusal.Field)).ShouldBe(
            [
                (SamplingRefusal.NumberUnreadable, nameof(WriteRecord.TemperatureC)), (SamplingRefusal.FieldMissing, nameof(WriteRecord.Place)),
                (SamplingRefusal.QuantityOutside, nameof(WriteRecord.SampleG)), (TraceRefusal.LotUnknown, nameof(DrawSample.LotCode)),
                (SamplingRefusal.SecondUnknown, nameof(WriteRecord.SecondSampler)),
            ], ignoreOrder: true);
        (await world.SeeAsync(world.Auditor, db => db.Samples.AnyAsync(s => s.Id == draw.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_client_brings_needs_no_second_sampler()
    {
        var (draw, record) = await WrittenAsync();
        var code = (await Service.RecordAsync(
            draw with { Basis = SamplingBasis.Entrusted }, record with { SecondSampler = null, Seal = null, ReTestSeal = null, ReTestG = null }, world.Sampler)).Value;
        (await Samples.ReceiveAsync(code, new(world.Today), world.Reviewer)).ShouldBeDone();
        (await SheetAsync(code)).Custody.Select(step => step.Step).ShouldBe([CustodyStep.Sealed, CustodyStep.Received]);
    }

    [Fact]
    public async Task Only_a_sampler_writes_a_record()
    {
        var (draw, record) = await WrittenAsync();
        foreach (var actor in new[] { world.Analyst, world.Reviewer, world.Signatory, world.County, Actor.Public })
            (await Service.RecordAsync(draw, record, actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task A_sample_goes_from_hand_to_hand_and_every_step_is_in_the_chain()
    {
        var code = await SignedAsync();
        (await Samples.DispatchAsync(code, " ", null, world.Sampler)).ShouldBeRefused(SamplingRefusal.FieldMissing);
        (await Samples.DispatchAsync(code, "cold van 7", 4.5m, world.Sampler)).ShouldBeDone();
        (await StatusAsync(code)).ShouldBe(SampleStatus.InTransit);
        (await Samples.ReceiveAsync(code, new(world.Today, SealIntact: false), world.Reviewer)).ShouldBeRefused(SamplingRefusal.SealBrokenAtReception);
        (await Samples.ReceiveAsync(code, new(world.Today, true, 6.0m, 498m, "bench 1", "refrigerator 2"), world.Reviewer)).ShouldBeDone();
        var analyst = (await world.AccountAsync(Role.Analyst)).ToActor();
        (await Samples.AssignAsync(code, AccountId.New(), world.Reviewer)).ShouldBeRefused(SamplingRefusal.AnalystUnknown);
        (await Samples.AssignAsync(code, analyst.Account, world.Analyst)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Samples.AssignAsync(code, analyst.Account, world.Reviewer)).ShouldBeDone();

        var sheet = await SheetAsync(code);
        sheet.Sample.AssignedTo.ShouldBe(analyst.Account);
        sheet.Custody.Where(step => step.Portion == SamplePortion.Test).Select(step => (step.Step, step.To, step.Place)).ShouldBe(
            [
                (CustodyStep.Sealed, world.Sampler.Name, "No 8, Fenshui"), (CustodyStep.HandedOver, "cold van 7", null), (CustodyStep.Received, world.Reviewer.Name, "bench 1"),
                (CustodyStep.Issued, analyst.Name, null),
            ]);
        sheet.Custody.Where(step => step.Portion == SamplePortion.ReTest).Select(step => (step.Step, step.Place, step.SealAfter)).ShouldBe(
            [(CustodyStep.Sealed, "No 8, Fenshui", "0412-2"), (CustodyStep.HandedOver, null, "0412-2"), (CustodyStep.Stored, "refrigerator 2", "0412-2")]);
        (await world.ReadingAsync(code, "HMF", "3")).Value.ShouldNotBe(Guid.Empty);
        (await StatusAsync(code)).ShouldBe(SampleStatus.Testing);
    }

    [Fact]
    public async Task The_re_test_portion_is_not_disposed_of_before_its_time()
    {
        var code = await SignedAsync();
        var end = new MovePortion(CustodyEventId.New(), SamplePortion.ReTest, CustodyStep.Disposed, null, null, null, null, null, null, "no room");
        (await Service.MoveAsync(code, end, world.Analyst)).ShouldBeRefused(SamplingRefusal.KeptUntil);
        var used = end with { Id = CustodyEventId.New(), Portion = SamplePortion.Test, Reason = "used up" };
        (await Service.MoveAsync(code, used, world.Analyst)).ShouldBeDone();
        (await Service.MoveAsync(code, used, world.Analyst)).ShouldBeDone();
        (await Service.MoveAsync(code, used with { Id = CustodyEventId.New() }, world.Analyst)).ShouldBeRefused(SamplingRefusal.PortionGone);
        (await SheetAsync(code)).Custody.Count(step => step.Step == CustodyStep.Disposed).ShouldBe(1);
    }

    [Theory]
    [InlineData("update lab.custody_events set to_name = 'nobody'")]
    [InlineData("delete from lab.custody_events")]
    [InlineData("update lab.sampling_records set place = 'elsewhere'")]
    [InlineData("delete from lab.sampling_records")]
    public async Task Neither_record_nor_chain_is_ever_rewritten(string sql)
    {
        await RecordedAsync();
        var refused = await Should.ThrowAsync<PostgresException>(() => world.SeeAsync(world.Sampler, db => db.Database.ExecuteSqlRawAsync(sql)));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Who_tests_a_sample_knows_it_by_its_blind_number_alone_until_it_has_a_verdict()
    {
        var lot = await world.LotAsync();
        var code = await world.SubmittedSampleAsync(lot);
        var samples = world.Get<SampleQueries>();
        var blind = (await samples.FindAsync(code, world.Reviewer))!.Sample.BlindCode!.Value;

        (await samples.FindAsync(code.ToString(), world.Analyst)).ShouldBeNull("its own number would tell whose it is");
        (await samples.FindAsync(blind.ToString(), world.Sampler)).ShouldBeNull("whoever drew it must not know under which number it is tested");
        (await world.Get<SamplingQueries>().FindAsync(code, world.Analyst)).ShouldBeNull();
        var sheet = (await samples.FindAsync(blind.ToString(), world.Analyst)).ShouldNotBeNull();
        (sheet.Mark, sheet.Lot, sheet.Firm).ShouldBe((blind.ToString(), null, null));
        (await samples.ListAsync(new SampleFilter(Text: lot.ToString()), world.Analyst)).Total.ShouldBe(0);
        (await samples.ListAsync(new SampleFilter(Text: blind.ToString()), world.Analyst)).Rows.Single().ShouldSatisfyAllConditions(
            row => row.Mark.ShouldBe(blind.ToString()), row => row.Firm.ShouldBeNull(), row => row.Lot.ShouldBeNull());
        (await samples.ListAsync(new SampleFilter(Text: code.ToString()), world.Reviewer)).Rows.Single().Lot.ShouldBe(lot);

        (await world.ApproveAsync(code, world.Reviewer)).ShouldBeDone();
        (await samples.FindAsync(code.ToString(), world.Analyst)).ShouldNotBeNull().Lot.ShouldBe(lot);
    }

    [Fact]
    public async Task Before_reception_who_tests_does_not_see_a_sample_at_all()
    {
        var lot = await world.LotAsync();
        var code = await world.DrawnSampleAsync(lot);
        var samples = world.Get<SampleQueries>();
        (await samples.FindAsync(code.ToString(), world.Analyst)).ShouldBeNull();
        (await samples.ListAsync(new SampleFilter(Text: lot.ToString()), world.Analyst)).Total.ShouldBe(0);
        (await samples.CountByStatusAsync(world.Analyst)).Keys.ShouldNotContain(SampleStatus.Drawn, "a count of what is not listed");
        (await samples.CountByStatusAsync(world.Reviewer)).Keys.ShouldContain(SampleStatus.Drawn);
        (await Samples.ReceiveAsync(code, new(world.Today), world.Analyst)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task Of_a_cancelled_sample_nothing_has_to_be_kept()
    {
        var code = await SignedAsync();
        (await Samples.CancelAsync(code, "drawn twice", world.Sampler)).ShouldBeDone();
        (await Service.MoveAsync(code, new(CustodyEventId.New(), SamplePortion.ReTest, CustodyStep.Disposed, null, null, null, null, null, null, "cancelled"), world.Reviewer)).ShouldBeDone();
    }

    [Fact]
    public async Task What_was_declared_of_the_honey_is_judged()
    {
        var (draw, record) = await WrittenAsync();
        var code = (await Service.RecordAsync(draw with { States = [DeclaredState.Pressed, DeclaredState.Pressed] }, record, world.Sampler)).Value;
        (await SheetAsync(code)).Sample.States.ShouldBe([DeclaredState.Pressed]);
        var facts = await world.SeeAsync(world.Reviewer, async db => await SampleJudge.FactsAsync(db, await db.Samples.AsNoTracking().SingleAsync(s => s.Code == code), CancellationToken.None));
        facts.States.ShouldBe([DeclaredState.Pressed]);
    }

    [Fact]
    public async Task A_picture_is_kept_without_its_place_and_seen_by_the_laboratory_alone()
    {
        var code = await SignedAsync();
        var id = PhotoId.New();
        (await Service.KeepPhotoAsync(id, code, Registry.Pictures.Jpeg(640, 480), world.Sampler)).ShouldBeDone();
        (await Service.KeepPhotoAsync(PhotoId.New(), code, "no picture"u8.ToArray(), world.Sampler)).ShouldBeRefused(FieldRefusal.PhotoNotJpeg);
        var queries = world.Get<SamplingQueries>();
        (await queries.PhotoAsync(code, id, world.Reviewer)).ShouldNotBeNull();
        (await queries.PhotoAsync(code, id, world.Analyst)).ShouldBeNull("a picture shows whose it is");
        (await queries.PhotoAsync(code, id, World.Person(Role.Beekeeper, BeekeeperId.New()))).ShouldBeNull();
    }

    private async Task<(DrawSample Draw, WriteRecord Record)> WrittenAsync(AccountId? second = null)
    {
        second ??= new AccountId((await world.AccountAsync(Role.Sampler)).Id);
        var now = world.Clock.GetUtcNow();
        return (
            new DrawSample(SampleId.New(), (await world.LotAsync()).ToString(), SamplingBasis.RandomSurveillance, null, world.Today),
            new WriteRecord
            {
                DrawnAt = now.AddMinutes(-30), Stage = SamplingStage.Warehouse, Place = "No 8, Fenshui", LotSize = 1200m, LotSizeUnit = "kg", SampleG = 500m, ReTestG = 450.5m,
                Seal = "0412-1", ReTestSeal = "0412-2", SecondSampler = second, PartyName = "storekeeper", PartySignature = PartySignature.Signed,
            });
    }

    private async Task<(SampleCode Code, Actor Second)> RecordedAsync()
    {
        var second = (await world.AccountAsync(Role.Sampler)).ToActor();
        var (draw, record) = await WrittenAsync(second.Account);
        return ((await Service.RecordAsync(draw, record, world.Sampler)).Value, second);
    }

    private async Task<SampleCode> SignedAsync()
    {
        var (code, second) = await RecordedAsync();
        (await Service.CountersignAsync(code, second)).ShouldBeDone();
        return code;
    }

    private async Task<SampledSheet> SheetAsync(SampleCode code) => (await world.Get<SamplingQueries>().FindAsync(code, world.Reviewer))!;

    private Task<SampleStatus> StatusAsync(SampleCode code) => world.SeeAsync(world.Auditor, db => db.Samples.Where(s => s.Code == code).Select(s => s.Status).SingleAsync());
}
