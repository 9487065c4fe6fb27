namespace BeeTrace.Core.Lab;

/// <summary>
/// How the laboratory tests one analyte in one product (检验方法), with what the method can see there. LOD and LOQ belong to
/// analyte and matrix together: honey is not royal jelly. Not a standard's limit.
/// </summary>
public sealed class Method
{
    public required MethodId Id { get; init; }

    /// <summary>The matrix: a product code (<c>HONEY</c>).</summary>
    public required string Product { get; init; }

    public required string Analyte { get; init; }

    /// <summary>As reports cite it, with its edition: <c>GB/T 18932.19-2003</c>, or the laboratory's own procedure.</summary>
    public required string Code { get; init; }

    /// <summary>Limit of detection in the analyte's unit; null where the method has none (counts, composition).</summary>
    public decimal? Lod { get; init; }

    /// <summary>Limit of quantification in the analyte's unit.</summary>
    public decimal? Loq { get; init; }

    /// <summary>Expanded uncertainty (k = 2) relative to the value, in percent; null where none is stated.</summary>
    public decimal? UncertaintyPercent { get; init; }

    /// <summary>Within how many hours of sampling the method wants the sample tested; null where it sets no time.</summary>
    public int? HoldingHours { get; init; }

    /// <summary>LC-MS/MS, titration, gravimetric.</summary>
    public string? Principle { get; init; }

    /// <summary>Inside the laboratory's scope under CMA (资质认定, national).</summary>
    public bool AccreditedCma { get; init; }

    /// <summary>Inside its scope under CNAS (ISO/IEC 17025).</summary>
    public bool AccreditedCnas { get; init; }

    /// <summary>Where LOD and LOQ come from: a validation report, the standard.</summary>
    public required string Source { get; init; }

    /// <summary>First day of use. A validation that changes LOD or LOQ is a new row.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day of use; null while it is used.</summary>
    public DateOnly? ValidTo { get; set; }

    public required AccountId EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>True on the first day, the last day and between.</summary>
    public bool IsUsedOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);
}

/// <summary>What a method may say of itself.</summary>
public static class MethodRules
{
    /// <summary>House rule: ten years; what is kept longer has no holding time.</summary>
    public const int LongestHoldingHours = 87_600;

    /// <summary>
    /// Refuses, all at once: no code, no source, LOD or LOQ not above zero, a LOD above its LOQ, an uncertainty that is none, a last
    /// day before the first, a LOD for what is only detected or not, a holding time of nothing or of more than ten years.
    /// </summary>
    public static Outcome Check(string? code, string? source, decimal? lod, decimal? loq, decimal? uncertaintyPercent, AnalyteNature nature, int? holdingHours = null)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(code))
            refusals.Add(new Refusal(LabRefusal.MethodCodeMissing, "Code"));
        if (string.IsNullOrWhiteSpace(source))
            refusals.Add(new Refusal(LabRefusal.SourceMissing, "Source"));
        if (lod <= 0m)
            refusals.Add(new Refusal(LabRefusal.LodNotPositive, "Lod", lod.Value));
        if (loq <= 0m)
            refusals.Add(new Refusal(LabRefusal.LoqNotPositive, "Loq", loq.Value));
        if (lod > loq)
            refusals.Add(new Refusal(LabRefusal.LodAboveLoq, "Lod", lod.Value, loq!.Value));
        if (uncertaintyPercent is <= 0m or > 100m)
            refusals.Add(new Refusal(LabRefusal.UncertaintyPercentWrong, "UncertaintyPercent", uncertaintyPercent.Value));
        if (nature == AnalyteNature.Qualitative && (lod ?? loq) is not null)
            refusals.Add(new Refusal(LabRefusal.QualitativeHasNoLod, "Lod"));
        if (holdingHours is < 1 or > LongestHoldingHours)
            refusals.Add(new Refusal(LabRefusal.HoldingOutside, "HoldingHours", LongestHoldingHours));
        return refusals.Count == 0 ? Outcome.Done : Outcome.Refused(refusals);
    }
}
