using BeeTrace.Core;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;

namespace BeeTrace.Web.Map;

/// <summary>A grower's announcement as it was typed: texts only, so that nothing is lost that cannot be read.</summary>
public sealed class AnnouncementEntry : TypedEntry
{
    private static readonly string[] InOrder =
        [nameof(Kind), nameof(Area), nameof(Datum), nameof(From), nameof(To), nameof(Subject), nameof(Name), nameof(Phone)];

    public string? Kind { get; set; }

    /// <summary>One point, or the corners of the field, one a line.</summary>
    public string? Area { get; set; }

    public string? Datum { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Subject { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary><c>true</c> once the person has said that the days cannot be moved.</summary>
    public string? Late { get; set; }

    /// <summary>The datum that was chosen.</summary>
    public Datum? ChosenDatum => Choice<Datum>(Datum);

    /// <summary>What was typed as the county wants it, and why some of it could not be read.</summary>
    public (AnnounceSpraying Announce, IReadOnlyList<Refusal> Unread) Read()
    {
        var unread = new List<Refusal>();
        return (new AnnounceSpraying(
            new AnnouncementId(Key()), Choice<NoticeKind>(Kind), Words(Area), ChosenDatum, Day(From, nameof(From), unread), Day(To, nameof(To), unread),
            Words(Subject), Plain(Name), Plain(Phone), Late == "true"), unread);
    }

    /// <summary>Every reason once, in the order of the form.</summary>
    public static IReadOnlyList<Refusal> Reasons(IReadOnlyList<Refusal> unread, IReadOnlyList<Refusal> refused) => Reasons(unread, refused, InOrder);
}
