using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>What became of an announcement, as its grower reads it: nothing of who stands near, nor how many.</summary>
/// <param name="Notice">The code of the notice that was issued from it.</param>
/// <param name="IsWithdrawn">That notice was taken back.</param>
/// <param name="Why">Why no notice was issued.</param>
/// <param name="IsPast">Its last day is over.</param>
public sealed record AnnouncementState(
    RegistrationState State, DateTimeOffset ReceivedAt, DateOnly From, DateOnly To, NoticeCode? Notice, bool IsWithdrawn, string? Why, bool IsPast);

/// <summary>Reads announcements of growers: all of them for officers, one by its id for whoever holds that.</summary>
public sealed class AnnouncementQueries(Database database)
{
    /// <summary>House rule: more than a screen of them are decided from the top.</summary>
    public const int MostShown = 50;

    /// <summary>What waits for the county, the next days first, and how many there are.</summary>
    public async Task<(IReadOnlyList<Announcement> Rows, int Total)> WaitingAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var waiting = work.Db.Announcements.AsNoTracking().Where(a => a.State == RegistrationState.Waiting);
        return (await waiting.OrderBy(a => a.From).ThenBy(a => a.ReceivedAt).Take(MostShown).ToListAsync(cancel), await waiting.CountAsync(cancel));
    }

    /// <summary>One announcement for officers; null where there is none.</summary>
    public async Task<Announcement?> FindAsync(AnnouncementId id, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Announcements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
    }

    /// <summary>What became of it, for its grower; null where there is none.</summary>
    public async Task<AnnouncementState?> StateAsync(AnnouncementId id, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(Actor.Public, cancel);
        var found = await work.Db.Database.SqlQuery<Found>($"select * from map.announcement_state({id.Value})").SingleOrDefaultAsync(cancel);
        return found is null ? null : new AnnouncementState(
            Enum.Parse<RegistrationState>(found.State), found.ReceivedAt, found.FromDay, found.ToDay,
            found.Notice is null ? null : NoticeCode.Parse(found.Notice).Value, found.NoticeWithdrawn ?? false, found.Why, found.ToDay < work.Today);
    }

    private sealed record Found(string State, string? Why, DateTimeOffset ReceivedAt, DateOnly FromDay, DateOnly ToDay, string? Notice, bool? NoticeWithdrawn);
}
