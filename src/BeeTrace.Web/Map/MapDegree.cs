using BeeTrace.Core.Access;

namespace BeeTrace.Web.Map;

/// <summary>
/// How roughly places of others are shown to somebody (隐私分级). The database decides by itself who sees what
/// (<c>registry.cell_size_m</c>); this only tells which drawn tiles may be shared between people.
/// </summary>
public enum MapDegree
{
    /// <summary>Cells of 5 km: everybody.</summary>
    Everybody,

    /// <summary>Cells of 1 km: staff of firms and laboratory, and where exact places are too many for a tile, officers.</summary>
    Trade,
}

public static class MapDegrees
{
    /// <summary>From this zoom on, what is drawn depends on who looks.</summary>
    public const int NearZoom = 10;

    /// <summary>True for those who see every place exactly, with a deed.</summary>
    public static bool IsOfficer(this Actor actor) => actor.Role is Role.County or Role.Auditor or Role.Admin;

    /// <summary>True for those who see some places exactly: officers, beekeepers their own, firms their suppliers'.</summary>
    public static bool SeesSomeExactly(this Actor actor) => actor.IsOfficer() || actor.Beekeeper is not null || actor.Firm is not null;

    public static MapDegree Degree(this Actor actor) =>
        actor.IsOfficer() || actor.Role is Role.Exporter or Role.Sampler or Role.Analyst or Role.Reviewer or Role.Signatory ? MapDegree.Trade : MapDegree.Everybody;

    /// <summary>Somebody of no name in that degree, in whose eyes a tile is drawn that many share.</summary>
    public static Actor Anyone(this MapDegree degree) => degree == MapDegree.Trade ? Actor.Public with { Role = Role.Sampler } : Actor.Public;
}
