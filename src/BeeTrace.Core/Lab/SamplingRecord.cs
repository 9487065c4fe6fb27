namespace BeeTrace.Core.Lab;

/// <summary>What the sampled party did with the record.</summary>
public enum PartySignature
{
    /// <summary>签字盖章: signed or stamped it.</summary>
    Signed,

    /// <summary>拒签: refused; a witness signs instead and the reason is noted.</summary>
    Refused,
}

/// <summary>
/// The sampling record (抽样单) of one sample: what was taken, where, of how much, in whose presence, under which seals. It is written at the spot
/// and never changes; the second sampler's signature is all that is added to it.
/// </summary>
public sealed class SamplingRecord
{
    public required SampleId SampleId { get; init; }

    /// <summary>Owner of the lot, repeated here so that the database can decide who sees the row.</summary>
    public required FirmId FirmId { get; init; }

    /// <summary>Who ordered it, by which document or plan (任务来源).</summary>
    public string? TaskSource { get; init; }

    /// <summary>The moment of sampling; read in China's time zone.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    public required SamplingStage Stage { get; init; }

    /// <summary>Address of the place.</summary>
    public required string Place { get; init; }

    /// <summary>Degrees, WGS 84; null where the phone did not say.</summary>
    public decimal? Latitude { get; init; }

    /// <inheritdoc cref="Latitude"/>
    public decimal? Longitude { get; init; }

    /// <summary>The sampled unit (被抽样单位) by its full name; the lot's firm unless it lay elsewhere.</summary>
    public required string SampledUnit { get; init; }

    /// <summary>Its licence or unified credit code.</summary>
    public string? UnitLicence { get; init; }

    /// <summary>Its legal person and whoever was there, with a telephone number.</summary>
    public string? UnitContact { get; init; }

    /// <summary>The nominal producer where it is not the sampled unit (标称生产者).</summary>
    public string? Producer { get; init; }

    public string? Brand { get; init; }

    /// <summary>规格: size of the sales unit.</summary>
    public string? Specification { get; init; }

    public string? Packaging { get; init; }

    /// <summary>Production date or batch number as the label says it.</summary>
    public string? LabelBatch { get; init; }

    public string? ShelfLife { get; init; }

    public string? Storage { get; init; }

    /// <summary>The standard that the label declares (明示标准).</summary>
    public string? DeclaredStandard { get; init; }

    /// <summary>抽样基数: how much there was to sample from.</summary>
    public required decimal LotSize { get; init; }

    /// <summary>What the lot size counts: kilograms, drums, bottles.</summary>
    public required string LotSizeUnit { get; init; }

    /// <summary>Mass taken for the test, grams.</summary>
    public required decimal SampleG { get; init; }

    /// <summary>备样量: mass of the portion kept for a re-test, grams; null where none was taken.</summary>
    public decimal? ReTestG { get; init; }

    /// <summary>How it was taken: standard, tool, from how many units.</summary>
    public string? Method { get; init; }

    public string? Container { get; init; }

    /// <summary>Number of the seal on the test portion; null where it was not sealed.</summary>
    public string? Seal { get; init; }

    /// <summary>Number of the seal on the re-test portion.</summary>
    public string? ReTestSeal { get; init; }

    /// <summary>Temperature of the sample when it was taken, degrees Celsius.</summary>
    public decimal? TemperatureC { get; init; }

    public string? Remarks { get; init; }

    /// <summary>The other sampler; null where one is enough.</summary>
    public AccountId? SecondSampler { get; init; }

    /// <summary>When the other sampler signed, under the own account.</summary>
    public DateTimeOffset? SecondSignedAt { get; set; }

    /// <summary>Who stood for the sampled party.</summary>
    public required string PartyName { get; init; }

    public required PartySignature PartySignature { get; init; }

    /// <summary>Why the party refused, and who witnessed it.</summary>
    public string? RefusalNote { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>True while the other sampler has still to sign.</summary>
    public bool AwaitsSecondSampler => SecondSampler is not null && SecondSignedAt is null;
}
