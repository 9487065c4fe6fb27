namespace BeeTrace.Core.Map;

/// <summary>What beekeepers are warned of.</summary>
public enum NoticeKind
{
    /// <summary>地面喷药: spraying from the ground; within 3000 m (养蜂管理办法（试行）, article 12).</summary>
    GroundSpraying,

    /// <summary>航空喷药: spraying from the air; 5 days ahead, within 5000 m (article 12).</summary>
    AerialSpraying,

    /// <summary>病害警示: a disease near by.</summary>
    DiseaseAlert,
}

/// <summary>
/// A warning to the beekeepers whose bees stand within reach of a field or an outbreak. Who is concerned is found when it
/// is issued, and again for whoever arrives before it is over.
/// </summary>
public sealed class Notice
{
    public required NoticeId Id { get; init; }

    public required NoticeCode Code { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The field or the outbreak as GeoJSON geometry (Point or Polygon) on WGS-84.</summary>
    public required string Geojson { get; init; }

    /// <summary>How far from the area beekeepers are warned, in metres.</summary>
    public required int RadiusM { get; init; }

    /// <summary>First day it speaks of.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day it speaks of, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Crop and medicine, or the disease, in words.</summary>
    public required string Subject { get; init; }

    /// <summary>Whose field it is and how to reach them, where told.</summary>
    public string? Contact { get; init; }

    public required AccountId IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnWhy { get; set; }
}

/// <summary>A beekeeper whom a notice concerns, by one apiary.</summary>
public sealed class NoticeRecipient
{
    public required NoticeId NoticeId { get; init; }

    public required ApiaryId ApiaryId { get; init; }

    public required BeekeeperId BeekeeperId { get; init; }

    /// <summary>How far the apiary stood from the area when it was found, in metres; 0 inside.</summary>
    public required int DistanceM { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When the beekeeper first had it on the screen.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When it went out by e-mail; null where no server or no address is set.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}
