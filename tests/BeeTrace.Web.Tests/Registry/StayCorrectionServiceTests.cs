using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Tests.Data;
using BeeTrace.Web.Tests.Map;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Tests.Registry;

/// <summary>Mending the newest stay of an apiary, on a real database.</summary>
public sealed class StayCorrectionServiceTests(World world) : IClassFixture<World>
{
    private StayCorrectionService Service => world.Get<StayCorrectionService>();

    [Fact]
    public async Task A_mistyped_place_becomes_the_true_one_everywhere_and_what_was_said_first_is_kept()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var stay = await NewestAsync(beekeeper);

        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Latitude = 29.9m, Colonies = 55, Why = "经纬度抄错" })).ShouldBeDone();

        var now = await NewestAsync(beekeeper);
        (now.Id, now.Latitude, now.EnteredLatitude, now.Colonies, now.Until).ShouldBe((stay.Id, 29.9m, 29.9m, 55, null));
        var kept = (await world.SeeAsync(beekeeper, db => db.PlacementCorrections.ToListAsync())).ShouldHaveSingleItem();
        (kept.PlacementId, kept.IsTakenBack, kept.Why, kept.CorrectedBy).ShouldBe((stay.Id, false, "经纬度抄错", beekeeper.Account));
        kept.Was.ShouldContain("\"latitude\": 29.8");
        (await PlacedAsync(apiary)).ShouldBe((29.9, 55));
        var deed = (await world.DeedsOfAsync(apiary.ToString()))[^1];
        (deed.Deed, deed.Why).ShouldBe((DeedCode.PlacementCorrected, "经纬度抄错"));
        deed.New!.ShouldContain("\"placeChanged\": true");
        (deed.Old + deed.New).ShouldNotContain("29.");
    }

    [Fact]
    public async Task A_stay_that_begins_on_another_day_moves_the_end_of_the_one_before()
    {
        var (beekeeper, apiary) = await MovedAsync();
        var stay = await NewestAsync(beekeeper);

        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { From = stay.From.AddDays(-10), Why = "早到十天" })).ShouldBeDone();
        (await StaysAsync(beekeeper)).ShouldBe([(new(2026, 3, 1), new(2026, 5, 22)), (new(2026, 5, 22), null)]);

        stay = await NewestAsync(beekeeper);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { From = new DateOnly(2026, 6, 5), Why = "晚到" })).ShouldBeDone();
        (await StaysAsync(beekeeper)).ShouldBe([(new(2026, 3, 1), new(2026, 6, 5)), (new(2026, 6, 5), null)]);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { From = new DateOnly(2026, 3, 1), Why = "更早" })).ShouldBeRefused(FieldRefusal.BeforeEarlierStay);
        (await world.SeeAsync(beekeeper, db => db.PlacementCorrections.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_day_of_leaving_that_was_wrong_is_taken_away_or_changed()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        (await world.Get<ApiaryService>().LeaveAsync(new EndStay(apiary, new DateOnly(2026, 6, 1)), beekeeper, World.ReceiptFor(FieldKind.Leave))).ShouldBeDone();
        (await PlacedAsync(apiary)).ShouldBeNull();
        var stay = await NewestAsync(beekeeper);

        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Until = null, Why = "没有离开" })).ShouldBeDone();

        (await PlacedAsync(apiary)).ShouldBe((29.8, 60));
        (await StaysAsync(beekeeper)).ShouldBe([(new(2026, 3, 1), null)]);
    }

    [Fact]
    public async Task An_announced_move_is_taken_back_without_a_reason_and_the_stay_before_goes_on()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        await MoveAsync(beekeeper, apiary, world.Today.AddDays(5));
        var shown = (await world.Get<KeeperQueries>().ApiaryAsync(apiary.ToString(), beekeeper))!;
        shown.On(world.Today)!.From.ShouldBe(new DateOnly(2026, 3, 1), "until then it stands where it stood");
        shown.AnnouncedAfter(world.Today).ShouldHaveSingleItem().From.ShouldBe(world.Today.AddDays(5));

        (await TakeBackAsync(beekeeper, apiary, await NewestAsync(beekeeper), why: null)).ShouldBeDone();

        (await StaysAsync(beekeeper)).ShouldBe([(new(2026, 3, 1), null)]);
        (await world.SeeAsync(beekeeper, db => db.PlacementCorrections.SingleAsync())).IsTakenBack.ShouldBeTrue();
        var deed = (await world.DeedsOfAsync(apiary.ToString()))[^1];
        (deed.Deed, deed.Why).ShouldBe((DeedCode.PlacementTakenBack, null));
        deed.New!.ShouldContain("2026-03-01");
    }

    [Fact]
    public async Task A_stay_after_a_gap_goes_and_the_gap_stays()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        (await world.Get<ApiaryService>().LeaveAsync(new EndStay(apiary, new DateOnly(2026, 5, 1)), beekeeper, World.ReceiptFor(FieldKind.Leave))).ShouldBeDone();
        await MoveAsync(beekeeper, apiary, new DateOnly(2026, 6, 1));

        (await TakeBackAsync(beekeeper, apiary, await NewestAsync(beekeeper), "没去成")).ShouldBeDone();

        (await StaysAsync(beekeeper)).ShouldBe([(new(2026, 3, 1), new(2026, 5, 1))]);
        (await PlacedAsync(apiary)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_harvested_keeps_its_stay()
    {
        var (beekeeper, apiary) = await MovedAsync();
        await world.LotAsync(await world.ExporterAsync(), apiary, harvestedOn: new DateOnly(2026, 6, 10));
        var stay = await NewestAsync(beekeeper);

        (await TakeBackAsync(beekeeper, apiary, stay, "没去成")).ShouldBeRefused(FieldRefusal.HarvestedThere).Arguments.ShouldBe([new DateOnly(2026, 6, 10)]);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { From = new DateOnly(2026, 6, 11), Why = "晚到" })).ShouldBeRefused(FieldRefusal.HarvestOutside);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { From = new DateOnly(2026, 6, 10), Why = "晚到" })).ShouldBeDone();
    }

    [Fact]
    public async Task The_database_keeps_the_rule_too()
    {
        var (beekeeper, apiary) = await MovedAsync();
        await world.LotAsync(await world.ExporterAsync(), apiary, harvestedOn: new DateOnly(2026, 6, 10));
        var stay = await NewestAsync(beekeeper);
        var first = await world.SeeAsync(beekeeper, db => db.Placements.OrderBy(p => p.From).FirstAsync());
        await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, beekeeper);

        var harvested = await Should.ThrowAsync<PostgresException>(() => session.TellAsync($"select registry.take_back_stay(gen_random_uuid(), '{stay.Id.Value}', 'x')"));
        harvested.ConstraintName.ShouldBe("what_was_harvested_keeps_its_stay");
        await session.RefusesAsync($"select registry.take_back_stay(gen_random_uuid(), '{first.Id.Value}', 'x')");
        await session.RefusesAsync($"update registry.placements set latitude = 30 where id = '{stay.Id.Value}'");
        await session.RefusesAsync($"delete from registry.placements where id = '{stay.Id.Value}'");
        await session.RefusesAsync("insert into registry.placement_corrections select * from registry.placement_corrections");

        await using var other = await AppSession.OpenAsync(world.Store.AppConnectionString, await world.BeekeeperAsync());
        await other.RefusesAsync($"select registry.take_back_stay(gen_random_uuid(), '{stay.Id.Value}', 'x')");
        (await other.CountAsync("registry.placement_corrections")).ShouldBe(0);
        (await other.CountAsync($"registry.harvest_days('{stay.Id.Value}')")).ShouldBe(0);
    }

    [Fact]
    public async Task A_correction_that_says_nothing_new_and_one_without_a_reason_are_refused()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var stay = await NewestAsync(beekeeper);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Why = "看看" })).ShouldBeRefused(FieldRefusal.NothingCorrected);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Colonies = 50 })).ShouldBeRefused(OfficeRefusal.ReasonMissing).Field.ShouldBe("Why");
        (await TakeBackAsync(beekeeper, apiary, stay, "没去成")).ShouldBeRefused(FieldRefusal.OnlyStay);
        (await world.SeeAsync(beekeeper, db => db.PlacementCorrections.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_datum_that_was_mistaken_is_corrected_without_asking_whether_the_old_place_was_meant()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var stay = await NewestAsync(beekeeper);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Datum = Datum.Gcj02, Why = "坐标来自高德" })).ShouldBeDone();
        (await NewestAsync(beekeeper)).Latitude.ShouldNotBe(29.8m);
    }

    [Fact]
    public async Task A_form_that_speaks_of_another_stay_is_a_conflict_with_both_versions()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var stay = await NewestAsync(beekeeper);
        var typed = new CorrectionEntry
        {
            Id = Guid.CreateVersion7().ToString(), Apiary = apiary.ToString(), Place = "29.85, 119.7", Datum = "Wgs84", Plant = World.Rape, From = "2026-03-02",
            Colonies = "60", Why = "日期错", Seen = stay.Id.Value.ToString(),
        };
        await MoveAsync(beekeeper, apiary, new DateOnly(2026, 6, 1));

        var answer = await world.Get<FieldEntryService>().TakeAsync(FieldKind.Correct, typed, beekeeper);

        answer.Outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe(FieldRefusal.StayChanged);
        answer.Conflict!.Yours.From.ShouldBe(new DateOnly(2026, 3, 2));
        answer.Conflict.Theirs.From.ShouldBe(new DateOnly(2026, 6, 1));
        (await StaysAsync(beekeeper)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_correction_sent_twice_is_made_once()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var stay = await NewestAsync(beekeeper);
        CorrectionEntry Typed() => new()
        {
            Id = "0197b0de-0000-7000-8000-00000000c0de", Apiary = apiary.ToString(), Place = "29.85, 119.7", Datum = "Wgs84", Plant = World.Rape, From = "2026-03-01",
            Colonies = "60", Why = "抄错", Seen = stay.Id.Value.ToString(),
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Get<FieldEntryService>().TakeAsync(FieldKind.Correct, Typed(), beekeeper)));

        answers.ShouldAllBe(a => a.Outcome.IsDone);
        answers.Select(a => a.Receipt.ToString()).Distinct().ShouldHaveSingleItem();
        (await world.SeeAsync(beekeeper, db => db.PlacementCorrections.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_into_reach_of_a_notice_by_a_correction_is_warned()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        var notice = (await world.NoticeAsync(world.ANotice() with { Area = "30.3, 119.7" })).Code;
        (await world.NoticesOfAsync(beekeeper)).ShouldBeEmpty();
        var stay = await NewestAsync(beekeeper);

        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Latitude = 30.301m, IsOutsideCountyConfirmed = true, Why = "抄错" })).ShouldBeDone();

        (await world.NoticesOfAsync(beekeeper)).ShouldHaveSingleItem().Code.ShouldBe(notice);
    }

    [Fact]
    public async Task The_map_equals_a_recount_after_corrections()
    {
        var (beekeeper, apiary) = await MovedAsync();
        var stay = await NewestAsync(beekeeper);
        (await CorrectAsync(beekeeper, stay, Of(apiary, stay) with { Latitude = 30.1m, IsOutsideCountyConfirmed = true, Why = "抄错" })).ShouldBeDone();
        (await TakeBackAsync(beekeeper, apiary, await NewestAsync(beekeeper), "没去成")).ShouldBeDone();
        await Recount.ShouldAgreeAsync(world.Store.SuperuserConnectionString, world.Today);
    }

    private async Task<(Actor Beekeeper, ApiaryCode Apiary)> KeeperAsync()
    {
        var beekeeper = await world.BeekeeperAsync();
        return (beekeeper, await world.StandingAsync(beekeeper, 29.8m, 119.7m));
    }

    /// <summary>At 29.8 from March on, at 29.85 since the first of June.</summary>
    private async Task<(Actor Beekeeper, ApiaryCode Apiary)> MovedAsync()
    {
        var (beekeeper, apiary) = await KeeperAsync();
        await MoveAsync(beekeeper, apiary, new DateOnly(2026, 6, 1));
        return (beekeeper, apiary);
    }

    private async Task MoveAsync(Actor beekeeper, ApiaryCode apiary, DateOnly day) => (await world.Get<ApiaryService>().MoveAsync(
        new MoveApiary(PlacementId.New(), apiary, day, 29.85m, 119.7m, Datum.Wgs84, 60, World.Rape), beekeeper)).ShouldBeDone();

    private static CorrectStay Of(ApiaryCode apiary, Placement stay) => new(
        PlacementCorrectionId.New(), apiary, stay.From, stay.Until, stay.EnteredLatitude, stay.EnteredLongitude, stay.EnteredDatum, stay.Colonies, stay.Plant);

    private Task<Outcome> CorrectAsync(Actor beekeeper, Placement stay, CorrectStay correct) =>
        Service.CorrectAsync(correct, new SeenStay(stay.Id), beekeeper, World.ReceiptFor(FieldKind.Correct));

    private Task<Outcome> TakeBackAsync(Actor beekeeper, ApiaryCode apiary, Placement stay, string? why) =>
        Service.TakeBackAsync(new TakeBackStay(PlacementCorrectionId.New(), apiary, why), new SeenStay(stay.Id), beekeeper, World.ReceiptFor(FieldKind.TakeBack));

    private Task<Placement> NewestAsync(Actor beekeeper) =>
        world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().OrderByDescending(p => p.From).FirstAsync());

    private async Task<List<(DateOnly From, DateOnly? Until)>> StaysAsync(Actor beekeeper) =>
        [.. (await world.SeeAsync(beekeeper, db => db.Placements.AsNoTracking().OrderBy(p => p.From).ToListAsync())).Select(p => (p.From, p.Until))];

    /// <summary>Where the map has it, to a tenth of a degree, and with how many colonies.</summary>
    private async Task<(double Latitude, int Colonies)?> PlacedAsync(ApiaryCode apiary)
    {
        await using var session = await AppSession.OpenAsync(world.Store.SuperuserConnectionString, null);
        var text = (string?)await session.AskAsync(
            $"select round(st_y(st_transform(location, 4326))::numeric, 1) || ' ' || colonies from registry.current_places where code = '{apiary}'");
        return text?.Split(' ') is [var latitude, var colonies]
            ? (double.Parse(latitude, System.Globalization.CultureInfo.InvariantCulture), int.Parse(colonies, System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
