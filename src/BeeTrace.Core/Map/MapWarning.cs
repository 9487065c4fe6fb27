namespace BeeTrace.Core.Map;

/// <summary>What looks odd about a notice that was nevertheless issued.</summary>
public static class MapWarning
{
    /// <summary>Less than five days are left before spraying from the air. Arguments: first day that would have been in time.</summary>
    public const string Late = "map.issued-late";

    /// <summary>No apiary stands within reach yet; who arrives before the last day is warned. No arguments.</summary>
    public const string NobodyNear = "map.nobody-near";

    /// <summary>Every warning there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } = [Late, NobodyNear];
}
