namespace BeeTrace.Core.Registry;

/// <summary>What looks odd in the register and is nevertheless done.</summary>
public static class OfficeWarning
{
    /// <summary>The typed area is far from what the corners enclose. Arguments: mu typed, mu enclosed.</summary>
    public const string AreaFarOff = "registry.area-far-off";

    /// <summary>A member of an export base has fewer colonies than asked for. Arguments: colonies now, fewest asked for.</summary>
    public const string FewColonies = "registry.few-colonies";

    /// <summary>The new entry resembles another one and waits in the queue. No arguments.</summary>
    public const string Resembles = "registry.resembles";

    /// <summary>Every warning there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } = [AreaFarOff, FewColonies, Resembles];
}
