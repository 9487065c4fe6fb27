using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Map;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>An apiary that stands at this place since <paramref name="since"/>, by default for a hundred days.</summary>
    public async Task<ApiaryCode> ApiaryAtAsync(Actor beekeeper, decimal latitude, decimal longitude, DateOnly? since = null, string name = "溪边蜂场") =>
        (await Get<ApiaryService>().RegisterAsync(
            ApiaryId.New(),
            AnApiary() with { Name = name, Latitude = latitude, Longitude = longitude, From = since ?? Today.AddDays(-100), IsOutsideCountyConfirmed = true },
            beekeeper)).Value;

    /// <summary>A notice with nothing wrong in it: in ten days somebody sprays the field at 29.8, 119.7.</summary>
    public IssueNotice ANotice(NoticeKind kind = NoticeKind.GroundSpraying) => new(
        NoticeId.New(), kind, "29.8, 119.7", Datum.Wgs84, kind == NoticeKind.DiseaseAlert ? 4000 : null, Today.AddDays(10), Today.AddDays(11),
        "油菜，噻虫嗪", "王五 13800000000");

    /// <summary>The same, issued by <see cref="County"/>.</summary>
    public async Task<IssuedNotice> NoticeAsync(IssueNotice? notice = null) => (await Get<NoticeService>().IssueAsync(notice ?? ANotice(), County)).Value;

    /// <summary>An announcement with nothing wrong in it: in ten days a grower sprays the field at 29.8, 119.7.</summary>
    public AnnounceSpraying AnAnnouncement() => new(
        AnnouncementId.New(), NoticeKind.GroundSpraying, "29.8, 119.7", Datum.Wgs84, Today.AddDays(10), Today.AddDays(11), "油菜，噻虫嗪", "王五", "13800000000");

    /// <summary>The same, sent by somebody without an account.</summary>
    public async Task<AnnouncementId> AnnouncementAsync(AnnounceSpraying? announce = null)
    {
        announce ??= AnAnnouncement();
        (await Get<AnnouncementService>().AnnounceAsync(announce, Actor.Public)).ShouldBeDone();
        return announce.Id;
    }

    /// <summary>The notices on a beekeeper's screen.</summary>
    public Task<IReadOnlyList<MyNotice>> NoticesOfAsync(Actor beekeeper, bool shown = true) => Get<NoticeQueries>().MineAsync(beekeeper, shown);
}
