using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Map;

/// <summary>
/// Warn the beekeepers round a field or an outbreak. Nothing is sure yet: every field is as a form left it.
/// The id is made by the form, so that a second click finds the first notice.
/// </summary>
/// <param name="Id">Made by the form.</param>
/// <param name="Kind">What is warned of.</param>
/// <param name="Area">One point, or the corners of the field, one a line.</param>
/// <param name="Datum">The system of the numbers.</param>
/// <param name="RadiusM">How far round the area, in metres; asked for a disease only, spraying has the distance of the law.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Subject">Crop and medicine, or the disease.</param>
/// <param name="Contact">Whose field it is and how to reach them.</param>
/// <param name="IsLateConfirmed">The person was asked and issues it although less than five days are left before spraying from the air.</param>
/// <param name="Announcement">The grower's announcement from which it is made; null where the county itself warns.</param>
public sealed record IssueNotice(
    NoticeId Id, NoticeKind? Kind, string? Area, Datum? Datum, int? RadiusM, DateOnly? From, DateOnly? To, string? Subject, string? Contact,
    bool IsLateConfirmed = false, AnnouncementId? Announcement = null);

/// <summary>What a notice to beekeepers must be (养蜂管理办法（试行）, Announcement 1692, article 12).</summary>
public static class NoticeRules
{
    /// <summary>Article 12: beekeepers within 3000 m are told before spraying.</summary>
    public const int GroundSprayingM = 3000;

    /// <summary>Article 12: from the air, within 5000 m.</summary>
    public const int AerialSprayingM = 5000;

    /// <summary>Article 12: from the air, 5 days before.</summary>
    public const int AerialDaysAhead = 5;

    /// <summary>House rule: what fits on a phone's screen with the rest of the notice.</summary>
    public const int LongestSubject = 500;

    public const int LongestContact = 200;

    public const int LongestWhy = 500;

    /// <summary>House rule: a notice of more days warns of nothing in particular.</summary>
    public const int MostDays = 60;

    /// <summary>House rule: who knows the day so long ahead does not know it.</summary>
    public const int MostDaysAhead = 60;

    /// <summary>How far round the area beekeepers are warned: by law for spraying, as the officer says for a disease.</summary>
    public static int? RadiusOf(NoticeKind? kind, int? own) => kind switch
    {
        NoticeKind.GroundSpraying => GroundSprayingM,
        NoticeKind.AerialSpraying => AerialSprayingM,
        _ => own,
    };

    /// <summary>True where article 12 asks for more days than are left.</summary>
    public static bool IsLate(NoticeKind kind, DateOnly from, DateOnly today) => kind == NoticeKind.AerialSpraying && from < today.AddDays(AerialDaysAhead);

    /// <summary>Checks a notice and tells everything that is wrong at once; what it yields is the area.</summary>
    public static Outcome<Polygon> Check(IssueNotice notice, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(notice);
        List<Refusal> refusals = [];
        if (notice.Kind is null)
            refusals.Add(new Refusal(MapRefusal.KindMissing, nameof(notice.Kind)));
        var place = new PlaceQuestion(notice.Area, notice.Datum, notice.Kind is null ? GroundSprayingM : RadiusOf(notice.Kind, notice.RadiusM)).Check();
        refusals.AddRange(place.Refusals);
        CheckDays(notice, today, refusals);
        if (string.IsNullOrWhiteSpace(notice.Subject))
            refusals.Add(new Refusal(MapRefusal.SubjectMissing, nameof(notice.Subject)));
        else if (notice.Subject.Trim().Length > LongestSubject)
            refusals.Add(new Refusal(MapRefusal.TextTooLong, nameof(notice.Subject), LongestSubject));
        if (string.IsNullOrWhiteSpace(notice.Contact) && notice.Kind is NoticeKind.GroundSpraying or NoticeKind.AerialSpraying)
            refusals.Add(new Refusal(MapRefusal.ContactMissing, nameof(notice.Contact)));
        else if (notice.Contact?.Trim().Length > LongestContact)
            refusals.Add(new Refusal(MapRefusal.TextTooLong, nameof(notice.Contact), LongestContact));
        return refusals.Count > 0 ? Outcome<Polygon>.Refused(refusals) : place;
    }

    private static void CheckDays(IssueNotice notice, DateOnly today, List<Refusal> refusals)
    {
        if (notice.From is null)
            refusals.Add(new Refusal(MapRefusal.DayMissing, nameof(notice.From)));
        if (notice.To is null)
            refusals.Add(new Refusal(MapRefusal.DayMissing, nameof(notice.To)));
        if (notice is not { From: { } from, To: { } to })
            return;
        if (to < from)
            refusals.Add(new Refusal(MapRefusal.EndsBeforeItBegins, nameof(notice.To), from));
        else if (to < today)
            refusals.Add(new Refusal(MapRefusal.DaysPast, nameof(notice.To), today));
        else if (to.DayNumber - from.DayNumber >= MostDays)
            refusals.Add(new Refusal(MapRefusal.TooManyDays, nameof(notice.To), MostDays));
        else if (from > today.AddDays(MostDaysAhead))
            refusals.Add(new Refusal(MapRefusal.TooFarAhead, nameof(notice.From), today.AddDays(MostDaysAhead)));
        else if (notice.Kind is { } kind && IsLate(kind, from, today) && !notice.IsLateConfirmed)
            refusals.Add(new Refusal(MapRefusal.LateForAir, nameof(notice.From), today.AddDays(AerialDaysAhead)));
    }
}
