using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>Growers announce that they will spray; the county looks at it. <see cref="NoticeService"/> makes a notice from it.</summary>
public sealed class AnnouncementService(Database database)
{
    /// <summary>
    /// A grower, who has no account, announces spraying. Refused: all that <see cref="AnnouncementRules"/> refuses, field by field. It waits for
    /// the county and warns nobody before. Nothing is recorded, as nothing is decided. The same id again finds the first announcement.
    /// </summary>
    public async Task<Outcome> AnnounceAsync(AnnounceSpraying announce, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.Public)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(announce.Id.ToString(), cancel);
        // Who announces may not read announcements, this one neither; its id alone opens what became of it.
        if (await work.Db.Database.SqlQuery<string>($"""select state as "Value" from map.announcement_state({announce.Id.Value})""").AnyAsync(cancel))
            return Outcome.Done;
        var area = AnnouncementRules.Check(announce, work.Today);
        if (!area.IsDone)
            return Outcome.Refused(area.Refusals);

        work.Db.Announcements.Add(new Announcement
        {
            Id = announce.Id,
            Kind = announce.Kind!.Value,
            Area = announce.Area!.Trim(),
            Datum = announce.Datum!.Value,
            Geojson = area.Value.Geojson,
            From = announce.From!.Value,
            To = announce.To!.Value,
            Subject = announce.Subject!.Trim(),
            Contact = announce.Contact,
            ReceivedAt = work.Now,
            State = RegistrationState.Waiting,
        });
        return await work.CommitAsync(cancel);
    }

    /// <summary>
    /// A county officer issues no notice from an announcement; the grower reads why. Refused: no reason, one that was decided meanwhile.
    /// Recorded: its days and the reason.
    /// </summary>
    public async Task<Outcome> RefuseAsync(AnnouncementId id, string? why, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var reason = why?.Trim() ?? "";
        if (reason.Length == 0)
            return new Refusal(MapRefusal.RefusalWhyMissing, "Why");
        if (reason.Length > NoticeRules.LongestWhy)
            return new Refusal(MapRefusal.TextTooLong, "Why", NoticeRules.LongestWhy);

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(id.ToString(), cancel);
        var announcement = await work.Db.Announcements.SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (announcement is null)
            return new Refusal(MapRefusal.AnnouncementUnknown);
        if (announcement.State != RegistrationState.Waiting)
            return new Refusal(AccessRefusal.ChangedMeanwhile);
        (announcement.State, announcement.Why) = (RegistrationState.Refused, reason);
        (announcement.DecidedBy, announcement.DecidedAt) = (actor.Account, work.Now);
        work.Record(DeedCode.AnnouncementRefused, ReceiptNumber.Of(id.Value).ToString(), @new: new { kind = announcement.Kind.ToString(), announcement.From, announcement.To }, why: reason);
        return await work.CommitAsync(cancel);
    }
}
