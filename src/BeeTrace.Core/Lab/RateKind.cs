namespace BeeTrace.Core.Lab;

/// <summary>What a pass rate counts. Bulletins use all three; a rate without its name says nothing.</summary>
public enum RateKind
{
    /// <summary>Batch pass rate 批次合格率: samples passed of samples judged. 批次 is a sample drawn here, not a production lot.</summary>
    Batch,

    /// <summary>Item pass rate 项次合格率: tests passed of tests judged. A sample that fails twice is one failed batch and two failed items.</summary>
    Item,

    /// <summary>Firm pass rate 企业合格率: firms without a failed sample of firms with a judged one.</summary>
    Firm,
}
