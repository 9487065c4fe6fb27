using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Map;

/// <summary>
/// A grower says where and when there will be spraying. Nothing is sure yet: every field is as a form left it.
/// The id is made by the form, so that a second click finds the first announcement.
/// </summary>
/// <param name="Id">Made by the form; whoever holds it may ask what became of the announcement.</param>
/// <param name="Kind">From the ground or from the air.</param>
/// <param name="Area">One point, or the corners of the field, one a line.</param>
/// <param name="Datum">The system of the numbers.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Subject">Crop and medicine.</param>
/// <param name="Name">Who sprays, or whose field it is.</param>
/// <param name="Phone">The number at which that person can be asked.</param>
/// <param name="IsLateConfirmed">The person was asked and announces it although less than five days are left before spraying from the air.</param>
public sealed record AnnounceSpraying(
    AnnouncementId Id, NoticeKind? Kind, string? Area, Datum? Datum, DateOnly? From, DateOnly? To, string? Subject, string? Name, string? Phone,
    bool IsLateConfirmed = false)
{
    /// <summary>Name and phone in one, as a notice gives them to beekeepers.</summary>
    public string Contact => $"{Name?.Trim()} {Phone?.Trim()}".Trim();
}

/// <summary>
/// What a grower's announcement must be: a notice about spraying in all but its number, by somebody who can be telephoned
/// (养蜂管理办法（试行）, article 12).
/// </summary>
public static class AnnouncementRules
{
    /// <summary>House rule: a name and a phone number fit into the contact of a notice.</summary>
    public const int LongestName = 80;

    /// <summary>Checks an announcement and tells everything that is wrong at once; what it yields is the field.</summary>
    public static Outcome<Polygon> Check(AnnounceSpraying announce, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(announce);
        List<Refusal> refusals = [];
        var kind = announce.Kind is NoticeKind.GroundSpraying or NoticeKind.AerialSpraying ? announce.Kind : null;
        if (kind is null)
            refusals.Add(new Refusal(MapRefusal.SprayingMissing, nameof(announce.Kind)));
        var notice = NoticeRules.Check(
            new IssueNotice(NoticeId.New(), kind, announce.Area, announce.Datum, null, announce.From, announce.To, announce.Subject, announce.Contact, announce.IsLateConfirmed), today);
        // Of the kind and of the contact the announcement says more exactly what is missing.
        refusals.AddRange(notice.Refusals.Where(refusal => refusal.Field is not (nameof(IssueNotice.Kind) or nameof(IssueNotice.Contact))));
        CheckContact(announce, refusals);
        return refusals.Count > 0 ? Outcome<Polygon>.Refused(refusals) : notice;
    }

    private static void CheckContact(AnnounceSpraying announce, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(announce.Name))
            refusals.Add(new Refusal(MapRefusal.NameMissing, nameof(announce.Name)));
        else if (announce.Name.Trim().Length > LongestName)
            refusals.Add(new Refusal(MapRefusal.TextTooLong, nameof(announce.Name), LongestName));
        if (string.IsNullOrWhiteSpace(announce.Phone))
            refusals.Add(new Refusal(MapRefusal.PhoneMissing, nameof(announce.Phone)));
        else if (!BeekeeperRules.IsPhone(announce.Phone))
            refusals.Add(new Refusal(OfficeRefusal.PhoneMalformed, nameof(announce.Phone), announce.Phone.Trim().Length > 40 ? announce.Phone.Trim()[..40] + "…" : announce.Phone.Trim()));
    }
}
