namespace BeeTrace.Core.Registry;

/// <summary>
/// A place where a nectar or pollen plant grows (蜜源地): a field, an orchard, a slope. A point where only its middle is known, a
/// polygon where its edge is. When it blooms may differ from the county's calendar (<see cref="Bloom"/>).
/// </summary>
public sealed class NectarSource
{
    public required NectarSourceId Id { get; init; }

    public required NectarSourceCode Code { get; init; }

    /// <summary>Latin name of the plant; that it is toxic is said there.</summary>
    public required string Plant { get; init; }

    public required string Name { get; init; }

    /// <summary>Six-digit code of GB/T 2260.</summary>
    public required string County { get; init; }

    /// <summary>Point or Polygon as GeoJSON geometry on WGS-84.</summary>
    public required string Geojson { get; init; }

    /// <summary>As it was entered, on <see cref="EnteredDatum"/>; never converted again.</summary>
    public required string EnteredGeojson { get; init; }

    public required Datum EnteredDatum { get; init; }

    /// <summary>Area in mu (亩), 15 to the hectare; null where not known. <see cref="Area"/> prints both.</summary>
    public decimal? AreaMu { get; init; }

    /// <summary>First day of full bloom as MM-DD; the window may run over New Year (<see cref="BloomWindow"/>).</summary>
    public required string BloomFrom { get; init; }

    /// <summary>Last day of full bloom as MM-DD.</summary>
    public required string BloomTo { get; init; }

    public required AccountId RegisteredBy { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    /// <summary>The day it was cleared, felled or built over.</summary>
    public DateOnly? ClosedOn { get; set; }
}

/// <summary>Area of land. 1 ha = 15 mu.</summary>
public static class Area
{
    public const decimal MuPerHectare = 15m;

    public static decimal Hectares(decimal mu) => mu / MuPerHectare;

    public static decimal Mu(decimal hectares) => hectares * MuPerHectare;
}
