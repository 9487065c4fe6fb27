using BeeTrace.Core.Registry;

namespace BeeTrace.Core.Map;

/// <summary>Which active apiaries stand near this field? As a form or an address left it; nothing is sure yet.</summary>
/// <param name="Area">One point, or the corners of the field, one a line (<see cref="Polygon.Parse"/>).</param>
/// <param name="Datum">The system of the numbers.</param>
/// <param name="RadiusM">How far round it, in metres.</param>
public sealed record PlaceQuestion(string? Area, Datum? Datum, int? RadiusM)
{
    /// <summary>House rule: nearer is the field itself.</summary>
    public const int LeastM = 100;

    /// <summary>House rule: four times as far as article 12 asks for from the air; farther is a county, and has the register's list.</summary>
    public const int MostM = 20_000;

    /// <summary>House rule: as many corners as an area may have, in the longest form of writing them.</summary>
    public const int LongestArea = 12_000;

    /// <summary>The field that is meant, or everything that is wrong.</summary>
    public Outcome<Polygon> Check()
    {
        List<Refusal> refusals = [];
        if (Datum is null)
            refusals.Add(new Refusal(RegistryRefusal.DatumMissing, nameof(Datum)));
        var area = Area?.Length > LongestArea
            ? new Refusal(MapRefusal.TextTooLong, nameof(Area), LongestArea)
            : Polygon.Parse(Area, Datum ?? Registry.Datum.Wgs84, nameof(Area));
        refusals.AddRange(area.Refusals);
        if (RadiusM is not (>= LeastM and <= MostM))
            refusals.Add(new Refusal(MapRefusal.RadiusOutOfRange, nameof(RadiusM), LeastM, MostM));
        return refusals.Count > 0 ? Outcome<Polygon>.Refused(refusals) : area;
    }
}
