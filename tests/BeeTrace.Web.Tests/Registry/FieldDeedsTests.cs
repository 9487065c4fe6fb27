using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Trace;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Trace;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>What beekeepers do at an apiary beside registering and moving it, on a real database.</summary>
public sealed class FieldDeedsTests(World world) : IClassFixture<World>
{
    private ApiaryService Apiaries => world.Get<ApiaryService>();

    private ApiaryBookService Book => world.Get<ApiaryBookService>();

    private HarvestService Harvests => world.Get<HarvestService>();

    [Fact]
    public async Task An_apiary_that_leaves_stands_nowhere_and_the_day_is_recorded()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var leave = new EndStay(apiary, new DateOnly(2026, 6, 1));

        (await Apiaries.LeaveAsync(leave, beekeeper, World.ReceiptFor(FieldKind.Leave))).ShouldBeDone();

        (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), beekeeper))!.Current.ShouldBeNull();
        (await world.DeedsOfAsync(apiary.ToString()))[^1].Deed.ShouldBe(DeedCode.PlacementEnded);
        (await Apiaries.LeaveAsync(leave, beekeeper, World.ReceiptFor(FieldKind.Leave))).ShouldBeRefused(FieldRefusal.StandsNowhere);
        (await Harvests.RecordAsync(Harvest(apiary, new DateOnly(2026, 6, 1)), beekeeper, World.ReceiptFor(FieldKind.Harvest))).ShouldBeRefused(TraceRefusal.HarvestOutsidePlacement);
    }

    [Theory]
    [InlineData(null, FieldRefusal.DayMissing)]
    [InlineData("2026-06-16", FieldRefusal.DayInFuture)]
    [InlineData("2026-03-01", FieldRefusal.LeftTooEarly)]
    [InlineData("2001-01-01", FieldRefusal.DayTooEarly)]
    public async Task A_day_on_which_nobody_can_leave_is_refused_beside_its_field(string? day, string refusal)
    {
        var (beekeeper, apiary) = await KeeperAsync();
        foreach (var end in new[] { Apiaries.LeaveAsync, new Func<EndStay, Actor, FieldReceipt, CancellationToken, Task<Outcome>>(Apiaries.CloseAsync) })
        {
            var outcome = await end(new EndStay(apiary, day is null ? null : DateOnly.Parse(day)), beekeeper, World.ReceiptFor("x"), default);
            outcome.Refusals.Single(r => r.Code == refusal).Field.ShouldBe("On");
        }

        (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), beekeeper))!.Current.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_closed_apiary_takes_no_more_deeds_and_its_stay_has_ended()
    {
        var (beekeeper, apiary) = await KeeperAsync();

        (await Apiaries.CloseAsync(new EndStay(apiary, new DateOnly(2026, 6, 1)), beekeeper, World.ReceiptFor(FieldKind.Close))).ShouldBeDone();

        var row = (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), beekeeper))!;
        (row.ClosedOn, row.Current).ShouldBe((new DateOnly(2026, 6, 1), null));
        (await world.DeedsOfAsync(apiary.ToString())).Select(d => d.Deed).ShouldContain(DeedCode.ApiaryClosed);
        (await Apiaries.CloseAsync(new EndStay(apiary, world.Today), beekeeper, World.ReceiptFor(FieldKind.Close))).ShouldBeRefused(FieldRefusal.ApiaryClosed);
        (await Book.CountAsync(Count(apiary, 60), beekeeper, World.ReceiptFor(FieldKind.Count))).ShouldBeRefused(FieldRefusal.ApiaryClosed);
        (await Book.CountAsync(Count(apiary, 60) with { On = new DateOnly(2026, 5, 31) }, beekeeper, World.ReceiptFor(FieldKind.Count))).ShouldBeDone();
    }

    [Fact]
    public async Task The_newest_count_since_it_came_is_what_it_has()
    {
        var (beekeeper, apiary) = await KeeperAsync();

        (await Book.CountAsync(Count(apiary, 55) with { On = new DateOnly(2026, 5, 1) }, beekeeper, World.ReceiptFor(FieldKind.Count))).ShouldBeDone();
        (await Book.CountAsync(Count(apiary, 48) with { On = new DateOnly(2026, 6, 1) }, beekeeper, World.ReceiptFor(FieldKind.Count))).ShouldBeDone();
        (await Book.CountAsync(Count(apiary, 99) with { On = new DateOnly(2026, 1, 1) }, beekeeper, World.ReceiptFor(FieldKind.Count))).ShouldBeDone();

        (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), beekeeper))!.Current!.Colonies.ShouldBe(48);
        (await world.DeedsOfAsync(apiary.ToString())).Count(d => d.Deed == DeedCode.ColoniesCounted).ShouldBe(3);
    }

    [Fact]
    public async Task No_colonies_are_no_count()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        (await Book.CountAsync(Count(apiary, 0), beekeeper, World.ReceiptFor(FieldKind.Count))).ShouldBeRefused(FieldRefusal.CountTooFew).Field.ShouldBe("Colonies");
    }

    [Fact]
    public async Task A_treatment_that_ends_supersedes_its_beginning_once()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var begun = world.ATreatment(apiary) with { EndedOn = null };
        await world.TreatAsync(begun, beekeeper);

        await world.TreatAsync(world.ATreatment(apiary) with { Supersedes = begun.Id }, beekeeper);

        var log = await world.Get<KeeperQueries>().TreatmentsAsync(await IdAsync(apiary, beekeeper), beekeeper);
        var entry = log.ShouldHaveSingleItem();
        (entry.IsCorrection, entry.HarvestFrom).ShouldBe((true, new DateOnly(2026, 5, 17)));
        (await world.SeeAsync(beekeeper, db => db.Treatments.CountAsync())).ShouldBe(2, "nothing is rewritten");
        (await Book.TreatAsync(world.ATreatment(apiary) with { Supersedes = begun.Id }, beekeeper, World.ReceiptFor(FieldKind.Treatment))).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        (await Book.TreatAsync(world.ATreatment(apiary) with { Supersedes = TreatmentId.New() }, beekeeper, World.ReceiptFor(FieldKind.Treatment))).ShouldBeRefused(FieldRefusal.TreatmentUnknown);
        var deed = (await world.DeedsOfAsync(apiary.ToString())).Last(d => d.Deed == DeedCode.TreatmentRecorded);
        deed.Old!.ShouldContain("\"endedOn\": null");
        deed.New!.ShouldContain("\"endedOn\": \"2026-05-10\"");
    }

    [Theory]
    [InlineData("2026-04-30", null)]
    [InlineData("2026-05-05", TraceRefusal.HarvestInWithdrawal)]
    [InlineData("2026-05-16", TraceRefusal.HarvestInWithdrawal)]
    [InlineData("2026-05-17", null)]
    public async Task A_harvest_waits_for_the_end_of_the_withdrawal_period(string day, string? refusal)
    {
        var (beekeeper, apiary) = await KeeperAsync();
        await world.TreatAsync(world.ATreatment(apiary), beekeeper);

        var outcome = await Harvests.RecordAsync(Harvest(apiary, DateOnly.Parse(day)), beekeeper, World.ReceiptFor(FieldKind.Harvest));

        if (refusal is null)
            outcome.ShouldBeDone().Warnings.ShouldBeEmpty();
        else
            outcome.ShouldBeRefused(refusal).Arguments.ShouldBe(["氟胺氰菊酯条", new DateOnly(2026, 5, 17)]);
        (await world.SeeAsync(beekeeper, db => db.Harvests.CountAsync())).ShouldBe(refusal is null ? 1 : 0);
    }

    [Fact]
    public async Task No_days_of_withdrawal_and_not_known_are_not_the_same()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        await world.TreatAsync(world.ATreatment(apiary) with { Medicine = "零天", WithdrawalDays = 0 }, beekeeper);
        (await Harvests.RecordAsync(Harvest(apiary, new DateOnly(2026, 5, 11)), beekeeper, World.ReceiptFor(FieldKind.Harvest))).ShouldBeDone().Warnings.ShouldBeEmpty();

        await world.TreatAsync(world.ATreatment(apiary) with { Medicine = "不清楚", IsWithdrawalKnown = false, WithdrawalDays = null }, beekeeper);
        var warning = (await Harvests.RecordAsync(Harvest(apiary, new DateOnly(2026, 5, 11)), beekeeper, World.ReceiptFor(FieldKind.Harvest)))
            .ShouldBeDone().Warnings.ShouldHaveSingleItem();
        (warning.Code, warning.Arguments[0]).ShouldBe((TraceWarning.WithdrawalUnknown, "不清楚"));
    }

    [Fact]
    public async Task A_lot_from_the_time_of_a_treatment_needs_a_reason_that_stays_in_the_deed()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        await world.TreatAsync(world.ATreatment(apiary) with { EndedOn = null }, beekeeper);
        var exporter = await world.ExporterAsync();

        Task<Outcome<RecordedLot>> RecordAsync(string? reason) => world.Get<LotService>().RecordAsync(
            LotId.New(), apiary.ToString(), ProductCode.Honey, 120, new DateOnly(2026, 6, 1), World.Rape, exporter, reason);
        (await RecordAsync("  ")).ShouldBeRefused(TraceRefusal.HarvestDuringTreatment).Field.ShouldBe("HarvestedOn");
        var lot = (await RecordAsync(" 药残检测合格 ")).ShouldBeDone();

        (await world.DeedsOfAsync(lot.Code.ToString())).ShouldHaveSingleItem().Why.ShouldBe("药残检测合格");
        (await RecordAsync(new string('因', 501))).ShouldBeRefused(TraceRefusal.ReasonTooLong);
        (await world.SeeAsync(exporter, db => db.Treatments.CountAsync())).ShouldBe(0, "the medicine log is not the firm's");
    }

    [Fact]
    public async Task A_lot_after_a_treatment_of_unknown_withdrawal_is_recorded_and_the_doubt_is_told()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        await world.TreatAsync(world.ATreatment(apiary) with { IsWithdrawalKnown = false, WithdrawalDays = null }, beekeeper);

        var lot = (await world.Get<LotService>().RecordAsync(
            LotId.New(), apiary.ToString(), ProductCode.Honey, 120, new DateOnly(2026, 6, 1), World.Citrus, await world.ExporterAsync())).ShouldBeDone();

        lot.Warnings.Select(w => w.Code).ShouldContain(TraceWarning.WithdrawalUnknown);
    }

    [Fact]
    public async Task A_disease_is_suspected_by_its_beekeeper_and_never_more()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var report = new ReportDisease(DiseaseReportId.New(), apiary, BeeDisease.AmericanFoulbrood, world.Today, 3, "幼虫拉丝");

        (await Book.ReportAsync(report, beekeeper, World.ReceiptFor(FieldKind.Disease))).ShouldBeDone();

        (await world.SeeAsync(world.County, db => db.DiseaseReports.AsNoTracking().SingleAsync(d => d.Id == report.Id))).State.ShouldBe(DiseaseState.Suspected);
        (await world.SeeAsync(await world.BeekeeperAsync(), db => db.DiseaseReports.CountAsync())).ShouldBe(0);
        (await world.DeedsOfAsync(apiary.ToString()))[^1].Deed.ShouldBe(DeedCode.DiseaseReported);
    }

    [Fact]
    public async Task Another_beekeepers_apiary_is_unknown_to_every_deed()
    {
        var (_, apiary) = await KeeperAsync();
        var other = await world.BeekeeperAsync();

        (await Apiaries.LeaveAsync(new EndStay(apiary, world.Today), other, World.ReceiptFor("x"))).ShouldBeRefused(RegistryRefusal.ApiaryUnknown);
        (await Apiaries.CloseAsync(new EndStay(apiary, world.Today), other, World.ReceiptFor("x"))).ShouldBeRefused(RegistryRefusal.ApiaryUnknown);
        (await Book.CountAsync(Count(apiary, 5), other, World.ReceiptFor("x"))).ShouldBeRefused(RegistryRefusal.ApiaryUnknown);
        (await Book.TreatAsync(world.ATreatment(apiary), other, World.ReceiptFor("x"))).ShouldBeRefused(RegistryRefusal.ApiaryUnknown);
        (await Harvests.RecordAsync(Harvest(apiary, world.Today), other, World.ReceiptFor("x"))).ShouldBeRefused(RegistryRefusal.ApiaryUnknown);
        (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), other)).ShouldBeNull();
    }

    [Fact]
    public async Task A_move_keeps_the_certificate_the_place_name_and_the_error_of_the_fix()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var move = new MoveApiary(
            PlacementId.New(), apiary, new DateOnly(2026, 5, 1), 29.9m, 119.6m, Datum.Wgs84, 60, World.Rape, AccuracyM: 12.5m, PlaceName: "窄溪村北", QuarantineCertificate: "3301220001");

        (await Apiaries.MoveAsync(move, beekeeper)).ShouldBeDone();

        var stay = await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().SingleAsync(p => p.Id == move.Id));
        (stay.AccuracyM, stay.PlaceName, stay.QuarantineCertificate).ShouldBe((12.5m, "窄溪村北", "3301220001"));
    }

    [Fact]
    public async Task Numbers_of_another_datum_that_mean_an_old_stand_are_questioned_and_taken_when_confirmed()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var old = new GeoPoint(29.8m, 119.7m).ToDatum(Datum.Gcj02);
        var move = new MoveApiary(PlacementId.New(), apiary, new DateOnly(2026, 5, 1), old.Latitude, old.Longitude, Datum.Wgs84, 60, World.Rape);

        (await Apiaries.MoveAsync(move, beekeeper)).ShouldBeRefused(FieldRefusal.LooksShifted).Field.ShouldBe("Latitude");
        (await Apiaries.MoveAsync(move with { IsShiftConfirmed = true }, beekeeper)).ShouldBeDone();
    }

    [Fact]
    public async Task A_picture_is_kept_without_what_the_camera_wrote_and_shown_to_its_beekeeper()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var id = PhotoId.New();

        (await world.Get<PhotoService>().KeepAsync(id, apiary, Pictures.Jpeg(640, 480), beekeeper)).ShouldBeDone();
        (await world.Get<PhotoService>().KeepAsync(id, apiary, Pictures.Jpeg(640, 480), beekeeper)).ShouldBeDone();

        var photo = (await world.Get<KeeperQueries>().PhotosAsync(await IdAsync(apiary, beekeeper), beekeeper)).ShouldHaveSingleItem();
        (photo.Width, photo.Height).ShouldBe((640, 480));
        var bytes = (await world.Get<KeeperQueries>().PhotoAsync(id, beekeeper)).ShouldNotBeNull();
        System.Text.Encoding.Latin1.GetString(bytes).ShouldNotContain("GPS");
        (await world.Get<KeeperQueries>().PhotoAsync(id, await world.BeekeeperAsync())).ShouldBeNull();
        (await world.Get<PhotoService>().KeepAsync(PhotoId.New(), apiary, Pictures.Jpeg(16000, 12500), beekeeper)).ShouldBeRefused(FieldRefusal.PhotoTooManyPixels);
    }

    private async Task<(Actor Beekeeper, ApiaryCode Apiary)> KeeperAsync()
    {
        var beekeeper = await world.BeekeeperAsync();
        return (beekeeper, await world.ApiaryAsync(beekeeper, new DateOnly(2026, 3, 1)));
    }

    private async Task<ApiaryId> IdAsync(ApiaryCode apiary, Actor beekeeper) => (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), beekeeper))!.Id;

    private CountColonies Count(ApiaryCode apiary, int colonies) => new(ColonyCountId.New(), apiary, world.Today, colonies);

    private static RecordHarvest Harvest(ApiaryCode apiary, DateOnly day) => new(HarvestId.New(), apiary, ProductCode.Honey, 35.5m, day, World.Rape);
}
