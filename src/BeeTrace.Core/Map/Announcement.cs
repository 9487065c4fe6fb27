using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Map;

/// <summary>
/// A grower tells the county where and when there will be spraying (养蜂管理办法（试行）, article 12). Growers have no account: a county
/// officer looks at it and issues the notice, so that nobody learns where bees stand by inventing fields, and nobody is warned in vain.
/// </summary>
public sealed class Announcement
{
    /// <summary>Made with the form.</summary>
    public required AnnouncementId Id { get; init; }

    /// <summary>Spraying from the ground or from the air; a disease is announced by nobody but the county.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The field as it was typed or drawn, one point or its corners one a line.</summary>
    public required string Area { get; init; }

    /// <summary>The system of its numbers.</summary>
    public required Datum Datum { get; init; }

    /// <summary>The field as GeoJSON geometry (Point or Polygon) on WGS-84.</summary>
    public required string Geojson { get; init; }

    /// <summary>First day of spraying.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Crop and medicine.</summary>
    public required string Subject { get; init; }

    /// <summary>Name and phone of whoever sprays.</summary>
    public required string Contact { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Confirmed: a notice was issued from it.</summary>
    public required RegistrationState State { get; set; }

    /// <summary>The notice that was issued from it.</summary>
    public NoticeId? NoticeId { get; set; }

    public AccountId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why no notice was issued; the grower reads it.</summary>
    public string? Why { get; set; }
}
