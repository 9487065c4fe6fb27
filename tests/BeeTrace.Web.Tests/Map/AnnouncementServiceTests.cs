using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Data;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Growers announce, the county decides once, and the grower's page tells what became of it and nothing of bees.</summary>
public sealed class AnnouncementServiceTests(World world) : IClassFixture<World>
{
    private AnnouncementService Service => world.Get<AnnouncementService>();

    private AnnouncementQueries Queries => world.Get<AnnouncementQueries>();

    [Fact]
    public async Task An_announcement_waits_for_the_county_and_warns_nobody()
    {
        var beekeeper = await world.BeekeeperAsync();
        await world.ApiaryAtAsync(beekeeper, 24.001m, 116);

        var id = await world.AnnouncementAsync(world.AnAnnouncement() with { Area = "24, 116" });

        (await Queries.StateAsync(id))!.State.ShouldBe(RegistrationState.Waiting);
        (await Queries.FindAsync(id, world.Auditor))!.Contact.ShouldBe("王五 13800000000");
        (await world.NoticesOfAsync(beekeeper)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_click_finds_the_first_announcement()
    {
        var announce = world.AnAnnouncement() with { Area = "24.5, 116" };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.AnnouncementAsync(announce)));
        await world.AnnouncementAsync(announce with { Subject = "something else" });

        (await Queries.FindAsync(announce.Id, world.County))!.Subject.ShouldBe("油菜，噻虫嗪");
    }

    [Fact]
    public async Task A_notice_made_from_it_decides_it_in_the_same_breath()
    {
        var id = await world.AnnouncementAsync(world.AnAnnouncement() with { Area = "25, 116" });

        var issued = await world.NoticeAsync(world.ANotice() with { Area = "25, 116", Announcement = id });

        var state = (await Queries.StateAsync(id))!;
        state.ShouldSatisfyAllConditions(s => s.State.ShouldBe(RegistrationState.Confirmed), s => s.Notice.ShouldBe(issued.Code), s => s.IsWithdrawn.ShouldBeFalse());
        var kept = (await Queries.FindAsync(id, world.County))!;
        (kept.DecidedBy, kept.DecidedAt).ShouldBe((world.County.Account, world.Clock.GetUtcNow()));
        (await Queries.WaitingAsync(world.County)).Rows.ShouldNotContain(a => a.Id == id);

        (await world.Get<NoticeService>().WithdrawAsync(issued.Code, "改期", world.County)).ShouldBeDone();
        (await Queries.StateAsync(id))!.IsWithdrawn.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_decided_once_and_the_second_officer_is_told()
    {
        var (first, second) = (await world.AnnouncementAsync(), await world.AnnouncementAsync());
        var notices = world.Get<NoticeService>();
        var issued = await world.NoticeAsync(world.ANotice() with { Announcement = first });
        (await Service.RefuseAsync(second, "不是蜜源作物", world.County)).ShouldBeDone();

        foreach (var id in new[] { first, second })
        {
            (await notices.IssueAsync(world.ANotice() with { Announcement = id }, world.County)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
            (await Service.RefuseAsync(id, "why", world.County)).ShouldBeRefused(AccessRefusal.ChangedMeanwhile);
        }

        (await world.Get<NoticeQueries>().ListAsync(NoticePeriod.Open, 1, world.County)).Rows.Count(r => r.Notice.Code == issued.Code).ShouldBe(1);
        (await notices.IssueAsync(world.ANotice() with { Announcement = AnnouncementId.New() }, world.County)).ShouldBeRefused(MapRefusal.AnnouncementUnknown);
    }

    [Fact]
    public async Task Two_officers_at_once_issue_one_notice()
    {
        var id = await world.AnnouncementAsync();
        var notices = world.Get<NoticeService>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => notices.IssueAsync(world.ANotice() with { Announcement = id }, world.County)));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals[0].Code == AccessRefusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Whoever_is_refused_reads_why_and_the_reason_is_recorded()
    {
        var id = await world.AnnouncementAsync();

        (await Service.RefuseAsync(id, "  ", world.County)).ShouldBeRefused(MapRefusal.RefusalWhyMissing);
        (await Service.RefuseAsync(id, new string('因', 501), world.County)).ShouldBeRefused(MapRefusal.TextTooLong);
        (await Service.RefuseAsync(id, " 喷药已过花期 ", world.County)).ShouldBeDone();

        var state = (await Queries.StateAsync(id))!;
        (state.State, state.Why, state.Notice).ShouldBe((RegistrationState.Refused, "喷药已过花期", null));
        var deed = (await world.DeedsOfAsync(ReceiptNumber.Of(id.Value).ToString())).ShouldHaveSingleItem();
        (deed.Deed, deed.Why).ShouldBe((DeedCode.AnnouncementRefused, "喷药已过花期"));
        deed.New!.ShouldContain("GroundSpraying");
    }

    [Fact]
    public async Task What_the_rules_refuse_is_not_kept()
    {
        var announce = world.AnAnnouncement() with { Phone = "12" };

        (await Service.AnnounceAsync(announce, Actor.Public)).ShouldBeRefused(OfficeRefusal.PhoneMalformed);

        (await Queries.StateAsync(announce.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_the_county_decides_and_nobody_with_an_account_announces()
    {
        var id = await world.AnnouncementAsync();
        foreach (var actor in new[] { world.Auditor, world.Admin, world.Analyst, await world.BeekeeperAsync(), await world.ExporterAsync(), Actor.Public })
            (await Service.RefuseAsync(id, "why", actor)).ShouldBeRefused(AccessRefusal.NotYourRole);
        (await Service.AnnounceAsync(world.AnAnnouncement(), world.County)).ShouldBeRefused(AccessRefusal.NotYourRole);
    }

    [Fact]
    public async Task An_announcement_that_nobody_decided_in_time_says_so()
    {
        var id = await world.AnnouncementAsync(world.AnAnnouncement() with { From = world.Today, To = world.Today });

        (await Queries.StateAsync(id))!.IsPast.ShouldBeFalse();
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await Queries.StateAsync(id))!.IsPast.ShouldBeTrue();
        (await Service.RefuseAsync(id, "没有来得及", world.County)).ShouldBeDone();
    }

    [Fact]
    public async Task The_database_lets_anybody_announce_and_only_officers_read()
    {
        var id = (await world.AnnouncementAsync()).Value;
        const string Insert = """
            insert into map.announcements (id, kind, area, datum, geojson, from_day, to_day, subject, contact, received_at, state, why)
            values (gen_random_uuid(), $1, 'a', 'Wgs84', '{"type":"Point","coordinates":[119,29]}', '2026-07-01', '2026-07-01', 's', 'c', now(), $2, $3)
            """;

        await using (var anybody = await AppSession.OpenAsync(world.Store.AppConnectionString, Actor.Public))
        {
            (await anybody.CountAsync("map.announcements")).ShouldBe(0);
            (await anybody.TellAsync(Insert, "GroundSpraying", "Waiting", DBNull.Value)).ShouldBe(1);
            await anybody.RefusesAsync(Insert, "GroundSpraying", "Confirmed", DBNull.Value);
            await anybody.RefusesAsync(Insert, "DiseaseAlert", "Waiting", DBNull.Value);
            await anybody.RefusesAsync(Insert, "GroundSpraying", "Waiting", "why");
            (await anybody.TellAsync("update map.announcements set state = 'Refused'")).ShouldBe(0);
            await anybody.RefusesAsync("update map.announcements set subject = 'x'");
            await anybody.RefusesAsync("delete from map.announcements");
            (await anybody.CountAsync("map.announcement_state($1)", id)).ShouldBe(1);
            (await anybody.CountAsync("map.announcement_state($1)", Guid.NewGuid())).ShouldBe(0);
        }

        foreach (var actor in new[] { await world.BeekeeperAsync(), world.Analyst, await world.ExporterAsync(), world.Auditor, world.Admin, world.County })
        {
            await using var session = await AppSession.OpenAsync(world.Store.AppConnectionString, actor);
            (await session.CountAsync("map.announcements where id = $1", id)).ShouldBe(actor.Role is Role.Auditor or Role.Admin or Role.County ? 1 : 0, actor.Role.Code());
            await session.RefusesAsync(Insert, "GroundSpraying", "Waiting", DBNull.Value);
            if (actor.Role != Role.County)
                (await session.TellAsync("update map.announcements set state = 'Refused', decided_by = $1, why = 'x'", actor.Account.Value)).ShouldBe(0, actor.Role.Code());
        }

        await using var county = await AppSession.OpenAsync(world.Store.AppConnectionString, world.County);
        await county.RefusesAsync("update map.announcements set state = 'Refused', decided_by = $1, why = 'x'", Guid.NewGuid());
        await county.RefusesAsync("update map.announcements set state = 'Waiting', decided_by = $1", world.County.Account.Value);
    }
}
