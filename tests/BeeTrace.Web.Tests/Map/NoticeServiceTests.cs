using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Tests.Data;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Who is warned of what, and when. Distances on a meridian: 0.01° of latitude is about 1109 m there.</summary>
public sealed class NoticeServiceTests(World world) : IClassFixture<World>
{
    private NoticeService Service => world.Get<NoticeService>();

    private NoticeQueries Queries => world.Get<NoticeQueries>();

    [Theory]
    [InlineData(NoticeKind.GroundSpraying, 24.026, 24.028)] // 2.9 km and 3.1 km
    [InlineData(NoticeKind.AerialSpraying, 25.044, 25.046)] // 4.9 km and 5.1 km
    [InlineData(NoticeKind.DiseaseAlert, 26.035, 26.105)] // 3.9 km, and 11.6 km: beyond every cell that a disease within 4 km could touch
    public async Task Beekeepers_within_reach_are_warned_and_no_others(NoticeKind kind, double inside, double outside)
    {
        var (near, far) = (await world.BeekeeperAsync(), await world.BeekeeperAsync());
        var apiary = await world.ApiaryAtAsync(near, (decimal)inside, 118);
        await world.ApiaryAtAsync(far, (decimal)outside, 118);

        var issued = await world.NoticeAsync(world.ANotice(kind) with { Area = $"{Math.Floor(inside)}, 118" });

        issued.ShouldSatisfyAllConditions(i => i.Apiaries.ShouldBe(1), i => i.Beekeepers.ShouldBe(1), i => i.Warnings.ShouldBeEmpty());
        var mine = (await world.NoticesOfAsync(near)).ShouldHaveSingleItem();
        mine.Code.ShouldBe(issued.Code);
        mine.Apiaries.ShouldHaveSingleItem().Code.ShouldBe(apiary.ToString());
        (await world.NoticesOfAsync(far)).ShouldBeEmpty();
        var deed = (await world.DeedsOfAsync(issued.Code.ToString())).ShouldHaveSingleItem();
        deed.Deed.ShouldBe(DeedCode.NoticeIssued);
        deed.New!.ShouldContain("\"beekeepers\": 1");
    }

    [Fact]
    public async Task Of_a_disease_everybody_in_a_cell_is_warned_alike_on_either_side_of_the_distance()
    {
        var (near, far) = (await world.BeekeeperAsync(), await world.BeekeeperAsync());
        await world.ApiaryAtAsync(near, 38.035m, 118);
        await world.ApiaryAtAsync(far, 38.037m, 118);

        (await world.NoticeAsync(world.ANotice(NoticeKind.DiseaseAlert) with { Area = "38, 118" })).Beekeepers.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_click_finds_the_first_notice()
    {
        var notice = world.ANotice() with { Area = "23, 118" };

        var first = await world.NoticeAsync(notice);
        var second = await world.NoticeAsync(notice);

        second.Code.ShouldBe(first.Code);
        second.Warnings.Select(w => w.Code).ShouldBe([MapWarning.NobodyNear]);
        (await world.DeedsOfAsync(first.Code.ToString())).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Distance_is_measured_from_the_edge_of_a_field_and_is_nothing_inside()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAtAsync(beekeeper, 27.005m, 118.005m, name: "inside");
        await world.ApiaryAtAsync(beekeeper, 27.02m, 118.005m, name: "north");

        await world.NoticeAsync(world.ANotice() with { Area = "27.00, 118.00\n27.00, 118.01\n27.01, 118.01\n27.01, 118.00" });

        var mine = (await world.NoticesOfAsync(beekeeper)).ShouldHaveSingleItem();
        mine.Apiaries.Single(a => a.Name == "inside").DistanceM.ShouldBe(0);
        mine.Apiaries.Single(a => a.Name == "north").DistanceM.ShouldBe(1110);
    }

    [Fact]
    public async Task Who_arrives_or_announces_to_arrive_before_it_is_over_is_warned_and_who_comes_later_is_not()
    {
        var (arriving, later, leaving) = (await world.BeekeeperAsync(), await world.BeekeeperAsync(), await world.BeekeeperAsync());
        var left = await world.ApiaryAtAsync(leaving, 28.001m, 118);
        (await world.Get<ApiaryService>().MoveAsync(
            new MoveApiary(PlacementId.New(), left, world.Today.AddDays(5), 35, 110, Datum.Wgs84, 60, World.Rape, IsOutsideCountyConfirmed: true), leaving)).IsDone.ShouldBeTrue();
        var issued = await world.NoticeAsync(world.ANotice() with { Area = "28, 118" });
        issued.Apiaries.ShouldBe(0, "who leaves before the first day is not concerned");

        await world.ApiaryAtAsync(arriving, 28.001m, 118, since: world.Today.AddDays(11));
        await world.ApiaryAtAsync(later, 28.001m, 118, since: world.Today.AddDays(12));

        (await world.NoticesOfAsync(arriving)).ShouldHaveSingleItem().Code.ShouldBe(issued.Code);
        (await world.NoticesOfAsync(later)).ShouldBeEmpty();
        (await Queries.RecipientsAsync(issued.Code, world.County)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_is_warned_by_a_withdrawn_notice_and_who_was_reads_why()
    {
        var (first, second) = (await world.BeekeeperAsync(), await world.BeekeeperAsync());
        await world.ApiaryAtAsync(first, 31.001m, 118);
        var issued = await world.NoticeAsync(world.ANotice() with { Area = "31, 118" });

        (await Service.WithdrawAsync(issued.Code, "  ", world.County)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(MapRefusal.WhyMissing);
        (await Service.WithdrawAsync(issued.Code, "改期", world.County)).ShouldBeDone();
        (await Service.WithdrawAsync(issued.Code, "改期", world.County)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(MapRefusal.WithdrawnBefore);
        await world.ApiaryAtAsync(second, 31.001m, 118);

        (await world.NoticesOfAsync(first)).ShouldHaveSingleItem().WithdrawnWhy.ShouldBe("改期");
        (await world.NoticesOfAsync(second)).ShouldBeEmpty();
        (await world.DeedsOfAsync(issued.Code.ToString())).Select(d => (d.Deed, d.Why)).ShouldContain((DeedCode.NoticeWithdrawn, "改期"));
        (await Queries.OnMapAsync(Actor.Public)).ShouldNotContain(n => n.Code == issued.Code.ToString());
    }

    [Fact]
    public async Task A_notice_counts_as_seen_when_it_is_on_the_screen_and_not_when_a_page_is_fetched_to_be_kept()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAtAsync(beekeeper, 32.001m, 118);
        var issued = await world.NoticeAsync(world.ANotice() with { Area = "32, 118" });

        (await world.NoticesOfAsync(beekeeper, shown: false)).ShouldHaveSingleItem().IsNew.ShouldBeTrue();
        (await Queries.FindAsync(issued.Code, world.County))!.Seen.ShouldBe(0);
        (await world.NoticesOfAsync(beekeeper)).ShouldHaveSingleItem().IsNew.ShouldBeTrue();
        (await world.NoticesOfAsync(beekeeper)).ShouldHaveSingleItem().IsNew.ShouldBeFalse();
        (await Queries.FindAsync(issued.Code, world.County))!.Seen.ShouldBe(1);
        (await Queries.RecipientsAsync(issued.Code, world.Auditor)).ShouldHaveSingleItem().SeenAt.ShouldBe(world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Of_a_disease_nobody_but_officers_learns_the_place_or_a_distance()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAtAsync(beekeeper, 33.001m, 118.00123m);
        var issued = await world.NoticeAsync(world.ANotice(NoticeKind.DiseaseAlert) with { Area = "33.00123, 118.00456", Subject = "美洲幼虫腐臭病" });

        var mine = (await world.NoticesOfAsync(beekeeper)).ShouldHaveSingleItem();
        mine.Apiaries.ShouldHaveSingleItem().DistanceM.ShouldBeNull();
        Math.Abs(mine.Latitude - 33.00123m).ShouldBeGreaterThan(0.0001m);
        var seen = (await Queries.OnMapAsync(beekeeper)).Single(n => n.Code == issued.Code.ToString());
        seen.ShouldSatisfyAllConditions(n => n.BlurM.ShouldBe(5000), n => n.Geojson.ShouldNotContain("118.00456"));
        (await Queries.OnMapAsync(world.County)).Single(n => n.Code == issued.Code.ToString()).Geojson.ShouldContain("118.00456");
        (await Queries.OnMapAsync(Actor.Public)).ShouldNotContain(n => n.Code == issued.Code.ToString());
    }

    [Fact]
    public async Task Reading_who_was_told_how_far_away_leaves_the_deed_once_a_day()
    {
        await world.ApiaryAtAsync(await world.BeekeeperAsync(), 34.001m, 118);
        var issued = await world.NoticeAsync(world.ANotice() with { Area = "34, 118" });

        await Queries.RecipientsAsync(issued.Code, world.Auditor);
        await Queries.RecipientsAsync(issued.Code, world.Auditor);

        (await world.DeedsOfAsync(issued.Code.ToString())).Count(d => d.Deed == DeedCode.LocationRead && d.ActorId == world.Auditor.Account).ShouldBe(1);
        (await Queries.RecipientsAsync(issued.Code, world.Analyst)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_county_issues_and_withdraws()
    {
        var issued = await world.NoticeAsync(world.ANotice() with { Area = "22, 118" });
        foreach (var actor in new[] { world.Auditor, world.Admin, world.Analyst, await world.BeekeeperAsync(), await world.ExporterAsync() })
        {
            (await Service.IssueAsync(world.ANotice(), actor)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(AccessRefusal.NotYourRole, actor.Role.Code());
            (await Service.WithdrawAsync(issued.Code, "why", actor)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(AccessRefusal.NotYourRole, actor.Role.Code());
        }
    }

    [Fact]
    public async Task The_database_gives_recipients_to_functions_alone()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAtAsync(beekeeper, 36.001m, 118);
        await world.NoticeAsync(world.ANotice(NoticeKind.DiseaseAlert) with { Area = "36, 118" });

        foreach (var actor in new[] { beekeeper, world.County, world.Auditor, world.Analyst, Actor.Public })
        {
            await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
            (await session.CountAsync("map.notice_recipients")).ShouldBe(0, actor.Role.Code());
            await session.RefusesAsync("update map.notice_recipients set seen_at = now()");
            await session.RefusesAsync("select * from map.next_mail()");
            await session.RefusesAsync("select map.mail_done(gen_random_uuid(), gen_random_uuid(), '{}', null)");
            await session.RefusesAsync("select * from map.next_withdrawal()");
            await session.RefusesAsync("select map.withdrawal_done(gen_random_uuid(), gen_random_uuid(), '{}', null)");
            await session.RefusesAsync("select map.colonies_near('POINT(0 0)', 3000)");
            await session.RefusesAsync("""select * from map.concerned('GroundSpraying', 'POINT(0 0)', 'POINT(0 0)', 1, '2026-01-01', '2026-01-01')""");
            if (actor.Role != Role.County)
            {
                await session.RefusesAsync("""select * from map.within('{"type":"Point","coordinates":[118,36]}', 3000)""");
                await session.RefusesAsync("""select * from map.would_reach('GroundSpraying', '{"type":"Point","coordinates":[118,36]}', 3000, '2026-06-15', '2026-06-15')""");
                await session.RefusesAsync("select * from map.address_notice(gen_random_uuid())");
            }
        }
    }

    [Fact]
    public async Task A_notice_that_is_over_is_past()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAtAsync(beekeeper, 37.001m, 118);
        var issued = await world.NoticeAsync(world.ANotice() with { Area = "37, 118", From = world.Today, To = world.Today });
        (await Queries.ListAsync(NoticePeriod.Open, 1, world.County)).Rows.ShouldContain(r => r.Notice.Code == issued.Code);

        world.Clock.Advance(TimeSpan.FromDays(1));

        (await Queries.ListAsync(NoticePeriod.Open, 1, world.County)).Rows.ShouldNotContain(r => r.Notice.Code == issued.Code);
        (await Queries.ListAsync(NoticePeriod.Past, 1, world.County)).Rows.ShouldContain(r => r.Notice.Code == issued.Code);
        (await world.NoticesOfAsync(beekeeper)).ShouldBeEmpty();
        (await Queries.OnMapAsync(world.County)).ShouldNotContain(n => n.Code == issued.Code.ToString());
        (await Service.WithdrawAsync(issued.Code, "why", world.County)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(MapRefusal.NoticeOver);
    }
}
