namespace BeeTrace.Core.Trade;

/// <summary>The measures of claims that rules know; claims may state others too.</summary>
public static class ClaimMeasure
{
    /// <summary>What was exported, as mass.</summary>
    public const string ExportMass = "ExportMass";

    /// <summary>What was exported, as money.</summary>
    public const string ExportValue = "ExportValue";

    /// <summary>Per cent of the nation's total.</summary>
    public const string ShareOfNation = "ShareOfNation";

    /// <summary>The place among all counties of the nation, 1 for the first. Over several years: in each of them.</summary>
    public const string Rank = "Rank";

    /// <summary>True for measures of which a longer period has at least as much as any part of it.</summary>
    public static bool IsAdditive(string measure) => measure is ExportMass or ExportValue;
}
