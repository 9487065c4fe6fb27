using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Map;

/// <summary>Which notices are asked for.</summary>
public enum NoticePeriod
{
    /// <summary>Not over yet, withdrawn ones left out.</summary>
    Open,

    /// <summary>Over or withdrawn.</summary>
    Past,
}

/// <summary>A notice with how many it reached.</summary>
public sealed record NoticeRow(Notice Notice, int Apiaries, int Beekeepers, int Seen, int Mailed);

/// <summary>Somebody whom a notice concerns, by one apiary.</summary>
/// <param name="HasAddress">Some account of the beekeeper has an e-mail address.</param>
/// <param name="MailTries">How often a message was tried in vain.</param>
public sealed record RecipientRow(
    string Code, string ApiaryName, Bilingual Beekeeper, string? Phone, int DistanceM, DateTimeOffset AddedAt, DateTimeOffset? SeenAt, DateTimeOffset? MailedAt,
    bool HasAddress, int MailTries);

/// <summary>A notice as the beekeeper whom it concerns reads it.</summary>
/// <param name="IsNew">It was never on the screen before.</param>
/// <param name="Apiaries">The beekeeper's own apiaries within reach; how far each is from a disease is told to nobody.</param>
/// <param name="Latitude">Middle of the field, or of the 5 km cell where a disease is; degrees on WGS-84.</param>
public sealed record MyNotice(
    NoticeCode Code, NoticeKind Kind, DateOnly From, DateOnly To, int RadiusM, string Subject, string? Contact, DateTimeOffset? WithdrawnAt, string? WithdrawnWhy,
    bool IsNew, IReadOnlyList<MyApiary> Apiaries, decimal Latitude, decimal Longitude);

/// <summary>One of the own apiaries that a notice concerns.</summary>
public sealed record MyApiary(string Code, string Name, int? DistanceM);

/// <summary>A notice on the map.</summary>
/// <param name="BlurM">0 where the shape is the place itself; the size of the cell where it is not.</param>
public sealed record MappedNotice(string Code, NoticeKind Kind, DateOnly FromDay, DateOnly ToDay, string Subject, int RadiusM, int BlurM, string Geojson);

/// <summary>Reads notices; the database decides what of them.</summary>
public sealed class NoticeQueries(Database database)
{
    public const int PageSize = 50;

    /// <summary>One page of notices for officers, the next days first; past ones the latest first.</summary>
    public async Task<(IReadOnlyList<NoticeRow> Rows, int Total)> ListAsync(NoticePeriod period, int page, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var today = work.Today;
        var notices = work.Db.Notices.AsNoTracking();
        notices = period == NoticePeriod.Open
            ? notices.Where(n => n.To >= today && n.WithdrawnAt == null).OrderBy(n => n.From).ThenBy(n => n.Code)
            : notices.Where(n => n.To < today || n.WithdrawnAt != null).OrderByDescending(n => n.From).ThenByDescending(n => n.Code);
        var total = await notices.CountAsync(cancel);
        var rows = await notices.Skip(Search.Skip(page, PageSize, total)).Take(PageSize).ToListAsync(cancel);
        return (await WithReachAsync(work.Db, rows, cancel), total);
    }

    /// <summary>One notice for officers; null where there is none.</summary>
    public async Task<NoticeRow?> FindAsync(NoticeCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var notice = await work.Db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Code == code, cancel);
        return notice is null ? null : (await WithReachAsync(work.Db, [notice], cancel))[0];
    }

    /// <summary>Whom a notice concerns, the nearest first. An exact view of their apiaries: it leaves the deed.</summary>
    public async Task<IReadOnlyList<RecipientRow>> RecipientsAsync(NoticeCode code, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<Recipient>($"select * from map.recipients_of({code.ToString()})").ToListAsync(cancel);
        await work.CommitAsync(cancel);
        return rows.ConvertAll(r => new RecipientRow(
            r.Code, r.ApiaryName, new Bilingual(r.NameZh, r.NameEn), r.Phone, r.DistanceM, r.AddedAt, r.SeenAt, r.MailedAt, r.HasAddress, r.MailTries));
    }

    /// <summary>How many a notice would reach, before it is issued.</summary>
    public async Task<Reach> WouldReachAsync(NoticeKind kind, Polygon area, int radiusM, DateOnly from, DateOnly to, Actor actor, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        return await work.Db.Database.SqlQuery<Reach>($"select * from map.would_reach({kind.ToString()}, {area.Geojson}, {radiusM}, {from}, {to})").SingleAsync(cancel);
    }

    /// <summary>The notices that concern a beekeeper, until they are over.</summary>
    /// <param name="actor">The beekeeper.</param>
    /// <param name="shown">They go onto the person's screen now and count as seen; false where a page is only fetched to be kept.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<MyNotice>> MineAsync(Actor actor, bool shown, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<Mine>($"select * from map.my_notices({shown})").ToListAsync(cancel);
        await work.CommitAsync(cancel);
        return
        [
            .. rows.GroupBy(r => r.Code).Select(g => (First: g.First(), All: g)).Select(g => new MyNotice(
                NoticeCode.Parse(g.First.Code).Value, Enum.Parse<NoticeKind>(g.First.Kind), g.First.FromDay, g.First.ToDay, g.First.RadiusM, g.First.Subject,
                g.First.Contact, g.First.WithdrawnAt, g.First.WithdrawnWhy, g.First.IsNew,
                [.. g.All.Select(r => new MyApiary(r.Apiary, r.ApiaryName, r.DistanceM))], (decimal)g.First.Latitude, (decimal)g.First.Longitude)),
        ];
    }

    /// <summary>Current and coming notices as the actor may see them, in the datum of the base map that they are drawn on.</summary>
    public async Task<IReadOnlyList<MappedNotice>> OnMapAsync(Actor actor, Datum datum = Datum.Wgs84, CancellationToken cancel = default)
    {
        await using var work = await database.OpenAsync(actor, cancel);
        var rows = await work.Db.Database.SqlQuery<Mapped>($"select * from map.notices_on_map({datum.ToString()})").ToListAsync(cancel);
        return rows.ConvertAll(r => new MappedNotice(r.Code, Enum.Parse<NoticeKind>(r.Kind), r.FromDay, r.ToDay, r.Subject, r.RadiusM, r.BlurM, r.Geojson));
    }

    private static async Task<IReadOnlyList<NoticeRow>> WithReachAsync(BeeTraceDb db, List<Notice> notices, CancellationToken cancel)
    {
        Guid[] ids = [.. notices.Select(n => n.Id.Value)];
        var reached = await db.Database.SqlQuery<Counted>($"select * from map.reached({ids})").ToDictionaryAsync(r => r.NoticeId, cancel);
        return notices.ConvertAll(n => reached.GetValueOrDefault(n.Id.Value) is { } r
            ? new NoticeRow(n, r.Apiaries, r.Beekeepers, r.Seen, r.Mailed)
            : new NoticeRow(n, 0, 0, 0, 0));
    }

    private sealed record Counted(Guid NoticeId, int Apiaries, int Beekeepers, int Seen, int Mailed);

    private sealed record Recipient(
        string Code, string ApiaryName, string NameZh, string NameEn, string? Phone, int DistanceM, DateTimeOffset AddedAt, DateTimeOffset? SeenAt,
        DateTimeOffset? MailedAt, bool HasAddress, int MailTries);

    private sealed record Mine(
        string Code, string Kind, DateOnly FromDay, DateOnly ToDay, int RadiusM, string Subject, string? Contact, DateTimeOffset? WithdrawnAt, string? WithdrawnWhy,
        bool IsNew, string Apiary, string ApiaryName, int? DistanceM, double Latitude, double Longitude);

    private sealed record Mapped(string Code, string Kind, DateOnly FromDay, DateOnly ToDay, string Subject, int RadiusM, int BlurM, string Geojson);
}
