namespace BeeTrace.Core.Lab;

/// <summary>All readings of a sample with the rules to judge them by, so that a proviso can look at another analyte.</summary>
internal sealed class ReadingsAtHand(IReadOnlyList<AnalyteReading> readings, MarketProfile profile, DecisionRule? agreedRule)
{
    internal Finding Judge(AnalyteReading reading, Limit limit) => Comparison.Judge(reading, limit, agreedRule ?? limit.RuleOverride ?? profile.Rule);

    /// <summary>The finding on a limit of another analyte; null where that was not read.</summary>
    internal Finding? Find(Limit limit)
    {
        foreach (var reading in readings)
        {
            if (reading.Analyte == limit.Analyte)
                return Judge(reading, limit);
        }

        return null;
    }
}
