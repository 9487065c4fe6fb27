namespace BeeTrace.Core.Lab;

/// <summary>What a sampler writes at the spot. Null is what was not filled in or could not be read.</summary>
public sealed record WriteRecord
{
    public string? TaskSource { get; init; }
    public DateTimeOffset? DrawnAt { get; init; }
    public SamplingStage? Stage { get; init; }
    public string? Place { get; init; }
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }
    public string? SampledUnit { get; init; }
    public string? UnitLicence { get; init; }
    public string? UnitContact { get; init; }
    public string? Producer { get; init; }
    public string? Brand { get; init; }
    public string? Specification { get; init; }
    public string? Packaging { get; init; }
    public string? LabelBatch { get; init; }
    public string? ShelfLife { get; init; }
    public string? Storage { get; init; }
    public string? DeclaredStandard { get; init; }
    public decimal? LotSize { get; init; }
    public string? LotSizeUnit { get; init; }
    public decimal? SampleG { get; init; }
    public decimal? ReTestG { get; init; }
    public string? Method { get; init; }
    public string? Container { get; init; }
    public string? Seal { get; init; }
    public string? ReTestSeal { get; init; }
    public decimal? TemperatureC { get; init; }
    public string? Remarks { get; init; }
    public AccountId? SecondSampler { get; init; }
    public string? PartyName { get; init; }
    public PartySignature? PartySignature { get; init; }
    public string? RefusalNote { get; init; }
}

/// <summary>What a sampling record must say. An official one says more: two samplers, seals, a re-test portion.</summary>
public static class SamplingRules
{
    public const int LongestText = 200;
    public const int LongestRemark = 1000;
    public const int LongestSeal = 40;

    /// <summary>House rule: more than any county's store, so that a slipped key is seen.</summary>
    public const decimal LargestLot = 10_000_000m;

    /// <summary>House rule: a drum; nobody carries more as one sample.</summary>
    public const decimal LargestPortionG = 300_000m;

    /// <summary>House rule: frozen royal jelly to a shed in August, with room.</summary>
    public const decimal ColdestC = -90m;

    /// <inheritdoc cref="ColdestC"/>
    public const decimal WarmestC = 70m;

    /// <summary>Every wrong field at once. Not asked here: whether the second sampler has an account.</summary>
    /// <param name="write">What was written.</param>
    /// <param name="basis">Why it is sampled: an official sample needs more.</param>
    /// <param name="sampler">Who writes.</param>
    /// <param name="now">The moment of recording: nothing is sampled tomorrow.</param>
    public static Outcome Check(WriteRecord write, SamplingBasis basis, AccountId sampler, DateTimeOffset now)
    {
        List<Refusal> refusals = [];
        if (write.DrawnAt is not { } at)
            refusals.Add(new(SamplingRefusal.FieldMissing, nameof(write.DrawnAt)));
        else if (at > now)
            refusals.Add(new(LabRefusal.DrawnInFuture, nameof(write.DrawnAt)));
        Need(write.Stage, nameof(write.Stage));
        Text(write.Place, nameof(write.Place), isNeeded: true);
        Text(write.SampledUnit, nameof(write.SampledUnit));
        Text(write.UnitLicence, nameof(write.UnitLicence));
        Text(write.UnitContact, nameof(write.UnitContact));
        Text(write.TaskSource, nameof(write.TaskSource));
        Text(write.Producer, nameof(write.Producer));
        Text(write.Brand, nameof(write.Brand));
        Text(write.Specification, nameof(write.Specification));
        Text(write.Packaging, nameof(write.Packaging));
        Text(write.LabelBatch, nameof(write.LabelBatch));
        Text(write.ShelfLife, nameof(write.ShelfLife));
        Text(write.Storage, nameof(write.Storage));
        Text(write.DeclaredStandard, nameof(write.DeclaredStandard));
        Amount(write.LotSize, nameof(write.LotSize), LargestLot, isNeeded: true);
        Text(write.LotSizeUnit, nameof(write.LotSizeUnit), isNeeded: true);
        Amount(write.SampleG, nameof(write.SampleG), LargestPortionG, isNeeded: true);
        Amount(write.ReTestG, nameof(write.ReTestG), LargestPortionG, isNeeded: basis.IsOfficial());
        Text(write.Method, nameof(write.Method));
        Text(write.Container, nameof(write.Container));
        Text(write.Seal, nameof(write.Seal), isNeeded: basis.IsOfficial(), longest: LongestSeal);
        Text(write.ReTestSeal, nameof(write.ReTestSeal), isNeeded: basis.IsOfficial(), longest: LongestSeal);
        if (!string.IsNullOrWhiteSpace(write.Seal) && string.Equals(write.Seal.Trim(), write.ReTestSeal?.Trim(), StringComparison.OrdinalIgnoreCase))
            refusals.Add(new(SamplingRefusal.SealsAreOne, nameof(write.ReTestSeal)));
        if (CheckTemperature(write.TemperatureC, nameof(write.TemperatureC)) is { } impossible)
            refusals.Add(impossible);
        Text(write.Remarks, nameof(write.Remarks), longest: LongestRemark);
        if (write.SecondSampler == sampler)
            refusals.Add(new(SamplingRefusal.SamplersAreOne, nameof(write.SecondSampler)));
        else if (basis.IsOfficial())
            Need(write.SecondSampler, nameof(write.SecondSampler));
        Text(write.PartyName, nameof(write.PartyName), isNeeded: true);
        Need(write.PartySignature, nameof(write.PartySignature));
        Text(write.RefusalNote, nameof(write.RefusalNote), isNeeded: write.PartySignature is PartySignature.Refused, longest: LongestRemark);
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);

        void Need<T>(T? value, string field) where T : struct
        {
            if (value is null)
                refusals.Add(new(SamplingRefusal.FieldMissing, field));
        }

        void Text(string? text, string field, bool isNeeded = false, int longest = LongestText)
        {
            if (isNeeded && string.IsNullOrWhiteSpace(text))
                refusals.Add(new(SamplingRefusal.FieldMissing, field));
            else if (text?.Trim().EnumerateRunes().Count() > longest)
                refusals.Add(new(SamplingRefusal.TextTooLong, field, longest));
        }

        void Amount(decimal? amount, string field, decimal most, bool isNeeded)
        {
            if (amount is null && isNeeded)
                refusals.Add(new(SamplingRefusal.FieldMissing, field));
            else if (amount is <= 0 || amount > most)
                refusals.Add(new(SamplingRefusal.QuantityOutside, field, most));
        }
    }

    /// <summary>Null for a temperature that a sample can have, or none.</summary>
    public static Refusal? CheckTemperature(decimal? degrees, string field) =>
        degrees is < ColdestC or > WarmestC ? new Refusal(SamplingRefusal.TemperatureOutside, field, ColdestC, WarmestC) : null;

    /// <summary>The second sampler signs, once, under the own account.</summary>
    public static Outcome CheckSecondSignature(SamplingRecord record, AccountId who) =>
        record.SecondSampler == who && record.AwaitsSecondSampler ? Outcome.Done : new Refusal(SamplingRefusal.NotYoursToSign);
}
