using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>A notice as it went out.</summary>
/// <param name="Code">What people call it.</param>
/// <param name="Apiaries">How many apiaries it concerns.</param>
/// <param name="Beekeepers">How many people.</param>
/// <param name="Warnings">What looked odd.</param>
public sealed record IssuedNotice(NoticeCode Code, int Apiaries, int Beekeepers, IReadOnlyList<Warning> Warnings);

/// <summary>Notices to beekeepers.</summary>
public sealed class NoticeService(Database database)
{
    /// <summary>
    /// A county officer warns the beekeepers round a field or an outbreak, on behalf of a grower where it is about spraying. Whom it
    /// concerns is found in the same transaction. Refused: all that <see cref="NoticeRules"/> refuses, field by field. Recorded: kind,
    /// distance, days and how many are concerned. The same id again yields the same notice. Made from a grower's announcement, it decides
    /// that one too, in the same transaction; an announcement that was decided meanwhile is refused.
    /// </summary>
    public async Task<Outcome<IssuedNotice>> IssueAsync(IssueNotice issue, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(issue.Id.ToString(), cancel);
        if (await work.Db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == issue.Id, cancel) is { } before)
            return Issued(before, await ReachedAsync(work.Db, before.Id, cancel), ChinaTime.DayOf(before.IssuedAt));
        var area = NoticeRules.Check(issue, work.Today);
        if (!area.IsDone)
            return Outcome<IssuedNotice>.Refused(area.Refusals);
        Announcement? announcement = null;
        if (issue.Announcement is { } announced)
        {
            await work.OneAtATimeAsync(announced.ToString(), cancel);
            announcement = await work.Db.Announcements.SingleOrDefaultAsync(a => a.Id == announced, cancel);
            if (announcement is null)
                return new Refusal(MapRefusal.AnnouncementUnknown);
            if (announcement.State != RegistrationState.Waiting)
                return new Refusal(AccessRefusal.ChangedMeanwhile);
        }

        var notice = new Notice
        {
            Id = issue.Id,
            Code = NoticeCode.Create(work.Today.Year, await Serials.NextAsync(work.Db, $"W{work.Today.Year}", cancel)),
            Kind = issue.Kind!.Value,
            Geojson = area.Value.Geojson,
            RadiusM = NoticeRules.RadiusOf(issue.Kind, issue.RadiusM)!.Value,
            From = issue.From!.Value,
            To = issue.To!.Value,
            Subject = issue.Subject!.Trim(),
            Contact = string.IsNullOrWhiteSpace(issue.Contact) ? null : issue.Contact.Trim(),
            IssuedBy = actor.Account,
            IssuedAt = work.Now,
        };
        work.Db.Notices.Add(notice);
        await work.Db.SaveChangesAsync(cancel);
        if (announcement is not null)
        {
            (announcement.State, announcement.NoticeId) = (RegistrationState.Confirmed, notice.Id);
            (announcement.DecidedBy, announcement.DecidedAt) = (actor.Account, work.Now);
        }

        var reached = await work.Db.Database.SqlQuery<Reach>($"select * from map.address_notice({notice.Id.Value})").SingleAsync(cancel);
        work.Record(
            DeedCode.NoticeIssued, notice.Code.ToString(),
            @new: new { kind = notice.Kind.ToString(), notice.RadiusM, notice.From, notice.To, reached.Apiaries, reached.Beekeepers });
        var committed = await work.CommitAsync(cancel);
        return committed.IsDone ? Issued(notice, reached, work.Today) : Outcome<IssuedNotice>.Refused(committed.Refusals);
    }

    /// <summary>
    /// A county officer takes a notice back; its beekeepers read the reason until its last day.
    /// Refused: no reason, a notice that is over or was withdrawn before. Recorded: the reason.
    /// </summary>
    public async Task<Outcome> WithdrawAsync(NoticeCode code, string? why, Actor actor, CancellationToken cancel = default)
    {
        if (actor.Role != Role.County)
            return new Refusal(AccessRefusal.NotYourRole, null, actor.Role.Code());
        var reason = why?.Trim() ?? "";
        if (reason.Length == 0)
            return new Refusal(MapRefusal.WhyMissing, "Why");
        if (reason.Length > NoticeRules.LongestWhy)
            return new Refusal(MapRefusal.TextTooLong, "Why", NoticeRules.LongestWhy);

        await using var work = await database.OpenAsync(actor, cancel);
        await work.OneAtATimeAsync(code.ToString(), cancel);
        var notice = await work.Db.Notices.SingleOrDefaultAsync(n => n.Code == code, cancel);
        if (notice is null)
            return new Refusal(MapRefusal.NoticeUnknown, null, code.ToString());
        if (notice.WithdrawnAt is not null)
            return new Refusal(MapRefusal.WithdrawnBefore, null, code.ToString());
        if (notice.To < work.Today)
            return new Refusal(MapRefusal.NoticeOver, null, code.ToString());
        (notice.WithdrawnAt, notice.WithdrawnWhy) = (work.Now, reason);
        work.Record(DeedCode.NoticeWithdrawn, code.ToString(), why: reason);
        return await work.CommitAsync(cancel);
    }

    private static IssuedNotice Issued(Notice notice, Reach reached, DateOnly issuedOn)
    {
        List<Warning> warnings = [];
        if (NoticeRules.IsLate(notice.Kind, notice.From, issuedOn))
            warnings.Add(new Warning(MapWarning.Late, issuedOn.AddDays(NoticeRules.AerialDaysAhead)));
        if (reached.Apiaries == 0)
            warnings.Add(new Warning(MapWarning.NobodyNear));
        return new IssuedNotice(notice.Code, reached.Apiaries, reached.Beekeepers, warnings);
    }

    private static async Task<Reach> ReachedAsync(BeeTraceDb db, NoticeId id, CancellationToken cancel) =>
        await db.Database.SqlQuery<Reach>($"select apiaries, beekeepers from map.reached(array[{id.Value}])").SingleOrDefaultAsync(cancel) ?? new Reach(0, 0);
}

/// <summary>How many a notice concerns.</summary>
/// <param name="Apiaries">Apiaries within reach.</param>
/// <param name="Beekeepers">Their beekeepers.</param>
public sealed record Reach(int Apiaries, int Beekeepers);
