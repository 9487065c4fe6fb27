namespace BeeTrace.Core.Registry;

/// <summary>
/// A rough rectangle round a county, in WGS-84. It finds slips of the finger, not borders: what lies outside is
/// questioned and may be confirmed, as migratory bees do leave the county.
/// </summary>
/// <param name="County">Six-digit code of GB/T 2260.</param>
/// <param name="Name">The county's name.</param>
/// <param name="South">Least latitude.</param>
/// <param name="North">Greatest latitude.</param>
/// <param name="West">Least longitude.</param>
/// <param name="East">Greatest longitude.</param>
public sealed record CountyBox(string County, Bilingual Name, decimal South, decimal North, decimal West, decimal East)
{
    /// <summary>True inside the box and on its edge.</summary>
    public bool Contains(GeoPoint point) =>
        South <= point.Latitude && point.Latitude <= North && West <= point.Longitude && point.Longitude <= East;

    /// <summary>Questions a place outside the box.</summary>
    public Outcome Check(GeoPoint point, string? field = null) =>
        Contains(point) ? Outcome.Done : new Refusal(RegistryRefusal.OutsideCounty, field, Name);
}
