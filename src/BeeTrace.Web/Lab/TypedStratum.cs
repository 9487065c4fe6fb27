using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>A stratum while somebody types it.</summary>
public sealed class TypedStratum
{
    private const string FirmPrefix = "firm:";
    private const string CountyPrefix = "county:";

    public string Product { get; set; } = "";

    /// <summary>Empty for all firms, otherwise one of the two below.</summary>
    public string Scope { get; set; } = "";

    public int FirstMonth { get; set; } = 1;

    public int LastMonth { get; set; } = 12;

    public SamplingStage Stage { get; set; } = SamplingStage.Warehouse;

    public int? Planned { get; set; }

    public static string ScopeOf(FirmId firm) => FirmPrefix + firm.Value;

    public static string ScopeOf(string county) => CountyPrefix + county;

    public MakeStratum Make() => new(
        Product,
        Scope.StartsWith(FirmPrefix, StringComparison.Ordinal) && Guid.TryParse(Scope[FirmPrefix.Length..], out var firm) ? new FirmId(firm) : null,
        Scope.StartsWith(CountyPrefix, StringComparison.Ordinal) ? Scope[CountyPrefix.Length..] : null,
        FirstMonth, LastMonth, Stage, Planned ?? 0);
}
