namespace BeeTrace.Core.Lab;

/// <summary>Why and how a sample was drawn. Rates of different bases must not be added (supervision has legal consequences, monitoring has not).</summary>
public enum SamplingBasis
{
    /// <summary>监督抽检（随机）: official, drawn at random.</summary>
    RandomSurveillance,

    /// <summary>风险监测: official, looks where risk is expected.</summary>
    RiskMonitoring,

    /// <summary>例行监测: official, repeated survey over the whole population.</summary>
    RoutineMonitoring,

    /// <summary>专项/可疑: drawn on suspicion.</summary>
    Targeted,

    /// <summary>委托送检: a client brought it; the conclusion covers that sample only.</summary>
    Entrusted,

    /// <summary>企业自检: the firm's own check.</summary>
    SelfCheck,

    /// <summary>出口批检: one export batch.</summary>
    ExportBatch,

    /// <summary>投诉: after a complaint.</summary>
    Complaint,

    /// <summary>复检: second test of a sample already counted.</summary>
    ReTest,

    /// <summary>能力验证: tests the laboratory, not the honey.</summary>
    ProficiencyTest,
}

/// <summary>What a basis allows to be said.</summary>
public static class SamplingBases
{
    /// <summary>
    /// True where the sample stands for a population, so that a pass rate may carry a confidence interval.
    /// House rule: only random surveillance and routine monitoring; risk monitoring chooses its samples by expected risk.
    /// </summary>
    public static bool IsRandom(this SamplingBasis basis) =>
        basis is SamplingBasis.RandomSurveillance or SamplingBasis.RoutineMonitoring;

    /// <summary>
    /// True where the sample may be counted at all. A proficiency test never is; a re-test replaces the verdict of the
    /// sample it repeats and must not count a second time.
    /// </summary>
    public static bool InStatistics(this SamplingBasis basis) =>
        basis is not (SamplingBasis.ProficiencyTest or SamplingBasis.ReTest);

    /// <summary>
    /// True where an authority ordered the sampling: two samplers sign, the re-test portion is sealed at the spot, and the sampled firm may object.
    /// House rule: all other tests are between client and laboratory.
    /// </summary>
    public static bool IsOfficial(this SamplingBasis basis) =>
        basis is SamplingBasis.RandomSurveillance or SamplingBasis.RiskMonitoring or SamplingBasis.RoutineMonitoring or SamplingBasis.Targeted or SamplingBasis.Complaint;
}
